// Builds what the demo and the tests need: the plugin as for release, the page, and the server as a module.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { root, SetupError } from "./setup.mjs";

const cacheDir = join(root, "node_modules", ".cache", "moc-path");

/** Builds main.js as for release. Throws one sentence if that fails; the compiler has said why on stderr. */
export function buildPlugin() {
  const { status } = spawnSync(process.execPath, ["esbuild.config.mjs", "production"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new SetupError("The plugin could not be built.");
}

/** Bundles the stand-in app's server and loads it. */
export async function loadServer() {
  const esbuild = await import("esbuild");
  const outfile = join(cacheDir, "server.mjs");
  await mkdir(cacheDir, { recursive: true });
  await esbuild.build({
    entryPoints: [join(root, "tests", "host", "server", "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["esbuild"],
    logLevel: "error",
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
