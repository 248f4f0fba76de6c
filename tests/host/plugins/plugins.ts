// The plugins of the app: which are installed, which are enabled, and turning them on and off.
import type { PluginManifest } from "obsidian";
import type { App } from "../app";
import { instantiate } from "./loader";
import type { Plugin } from "./plugin";

/** A plugin as it is installed: its manifest and the text of its main.js. */
export interface InstalledPlugin {
  readonly manifest: PluginManifest;
  readonly code: string;
}

export class Plugins {
  /** The enabled plugins by id; scripts ask here for a plugin's api. */
  readonly plugins: Record<string, Plugin> = {};
  readonly manifests: Record<string, PluginManifest> = {};
  private readonly installed = new Map<string, InstalledPlugin>();
  private obsidian: Readonly<Record<string, unknown>> = {};

  constructor(private readonly app: App) {
    app.vault.on("raw", (path: string) => Object.values(this.plugins).forEach((plugin) => plugin.fileChanged(path)));
  }

  /** Gives plugins the module `obsidian`; before the app starts. */
  provide(obsidian: Readonly<Record<string, unknown>>): void {
    this.obsidian = obsidian;
  }

  /** Installs or updates a plugin. It is loaded when the app starts, or when it is enabled. */
  install(plugin: InstalledPlugin): void {
    this.installed.set(plugin.manifest.id, plugin);
    this.manifests[plugin.manifest.id] = plugin.manifest;
  }

  async loadAll(): Promise<void> {
    for (const id of this.installed.keys()) await this.load(id);
  }

  async unloadAll(): Promise<void> {
    for (const id of Object.keys(this.plugins)) await this.disablePlugin(id);
  }

  /** Loads a plugin that the reader has just turned on. Rejects if it is not installed or fails. */
  async enablePlugin(id: string): Promise<void> {
    if (this.plugins[id]) return;
    const plugin = await this.load(id);
    plugin.onUserEnable();
  }

  async disablePlugin(id: string): Promise<void> {
    const plugin = this.plugins[id];
    if (!plugin) return;
    delete this.plugins[id];
    plugin.unload();
    await Promise.resolve();
  }

  /** Turns a plugin off and on again, as after an update. */
  async reload(id: string): Promise<void> {
    await this.disablePlugin(id);
    await this.load(id);
  }

  private async load(id: string): Promise<Plugin> {
    const installed = this.installed.get(id);
    if (!installed) throw new Error(`There is no plugin "${id}".`);
    const plugin = instantiate(this.app, installed.manifest, installed.code, this.obsidian);
    this.plugins[id] = plugin;
    await plugin.load().catch(async (error: unknown) => {
      await this.disablePlugin(id);
      throw error;
    });
    return plugin;
  }
}
