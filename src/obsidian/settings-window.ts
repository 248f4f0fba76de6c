// The way to this plugin's tab in Obsidian's settings. No documentation has it, though plugins have used it for years:
// an app that lacks it offers nothing.
import type { App } from "obsidian";

interface SettingsWindow {
  open(): void;
  openTabById(id: string): void;
}

/** Opens the tab of a plugin; null where the app has no way to. */
export function openerOfTab(app: App, plugin: string): (() => void) | null {
  const found = "setting" in app ? app.setting : null;
  if (!isSettingsWindow(found)) return null;
  return () => {
    found.open();
    found.openTabById(plugin);
  };
}

function isSettingsWindow(found: unknown): found is SettingsWindow {
  if (typeof found !== "object" || found === null || !("open" in found) || !("openTabById" in found)) return false;
  return typeof found.open === "function" && typeof found.openTabById === "function";
}
