// The plugin's data.json.
import type { Plugin } from "obsidian";
import type { SavedData } from "../settings/reader-settings";

export class PluginData implements SavedData {
  constructor(private readonly plugin: Plugin) {}

  async load(): Promise<unknown> {
    const data: unknown = await this.plugin.loadData();
    return data;
  }

  save(data: unknown): Promise<void> {
    return this.plugin.saveData(data);
  }

  async keepDamaged(): Promise<void> {
    const { app, manifest } = this.plugin;
    const folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
    await app.vault.adapter.write(`${folder}/data.damaged.json`, await app.vault.adapter.read(`${folder}/data.json`));
  }
}
