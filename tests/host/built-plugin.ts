// The plugin as it is built for release, ready to be installed in the stand-in app.
import { existsSync, readFileSync } from "node:fs";
import type { PluginManifest } from "obsidian";
import type { InstalledPlugin } from "./plugins/plugins";

/** Reads manifest.json and main.js of the project. Throws if the plugin has not been built. */
export function builtPlugin(): InstalledPlugin {
  if (!existsSync("main.js")) throw new Error("main.js is missing: run `npm run build` first.");
  return {
    manifest: JSON.parse(readFileSync("manifest.json", "utf8")) as PluginManifest,
    code: readFileSync("main.js", "utf8"),
  };
}
