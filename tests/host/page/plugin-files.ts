// Fetches the plugin's files as they were built; nothing in them is changed.
import type { PluginManifest } from "obsidian";
import type { InstalledPlugin } from "../plugins/plugins";

export interface PluginFiles extends InstalledPlugin {
  readonly css: string;
}

/** Rejects with one sentence if the plugin has not been built. */
export async function fetchPlugin(): Promise<PluginFiles> {
  const [manifest, code, css] = await Promise.all([
    fetchText("manifest.json"),
    fetchText("main.js"),
    fetchText("styles.css"),
  ]);
  return { manifest: JSON.parse(manifest) as PluginManifest, code, css };
}

/** Adds the plugin's styles after the app's own. */
export function addStyles(css: string): void {
  const styleEl = document.createElement("style");
  styleEl.textContent = css;
  document.head.append(styleEl);
}

async function fetchText(name: string): Promise<string> {
  const response = await fetch(`/plugin/${name}`);
  if (!response.ok) throw new Error(`The plugin's ${name} is missing: build it with npm run build.`);
  return response.text();
}
