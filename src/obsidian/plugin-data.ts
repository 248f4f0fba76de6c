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
    if (await adapter.exists(`${this.folder}/data.json`)) throw new Error("data.json cannot be read.");
    return {};
  }

  save(data: unknown): Promise<void> {
    return this.plugin.saveData(data);
  }

  async keepDamaged(): Promise<void> {
    const { adapter } = this.plugin.app.vault;
    await adapter.write(`${this.folder}/data.damaged.json`, await adapter.read(`${this.folder}/data.json`));
  }

  private get folder(): string {
    const { app, manifest } = this.plugin;
    return manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
  }
}
