// The plugin's data.json.
import type { Plugin } from "obsidian";
import type { Data, SavedData } from "../settings/reader-settings";

export class PluginData implements SavedData {
  constructor(private readonly plugin: Plugin) {}

  async load(): Promise<Data> {
    const { adapter } = this.plugin.app.vault;
    const data: unknown = await this.plugin.loadData();
    if (typeof data === "object" && data !== null && !Array.isArray(data)) return data as Data;
    // Of a file that is no JSON Obsidian gives nothing, as of one that is not there.
    if (await adapter.exists(this.path)) throw new Error("data.json cannot be read.");
    return {};
  }

  async save(data: unknown): Promise<void> {
    await this.plugin.saveData(data);
    const saved = await this.load().catch(() => null);
    // Obsidian tells nobody where it could not write; its adapter does, and why.
    if (JSON.stringify(saved) !== JSON.stringify(data))
      await this.plugin.app.vault.adapter.write(this.path, JSON.stringify(data, null, 2));
  }

  async keepDamaged(): Promise<void> {
    const { adapter } = this.plugin.app.vault;
    await adapter.write(`${this.folder}/data.damaged.json`, await adapter.read(this.path));
  }

  private get path(): string {
    return `${this.folder}/data.json`;
  }

  private get folder(): string {
    const { app, manifest } = this.plugin;
    return manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
  }
}
