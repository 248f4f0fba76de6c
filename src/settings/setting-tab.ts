// The tab in Obsidian's settings: reads and keeps the values that its definitions name.
import { PluginSettingTab, type Plugin, type SettingDefinitionItem } from "obsidian";
import type { SettingWords } from "../i18n/words";
import { DEVICE_NAME_KEY } from "../progress/device";
import type { DeviceStorage } from "../progress/ports";
import { Definitions, DEVICE_KEY } from "./definitions";
import type { ReaderSettings } from "./reader-settings";
import { isListKey, isSettingKey } from "./settings";

export class ReaderSettingTab extends PluginSettingTab {
  override icon = "route";
  private readonly definitions: Definitions;

  constructor(
    plugin: Plugin,
    private readonly reader: ReaderSettings,
    /** Keeps the name of this device. */
    private readonly device: DeviceStorage,
    words: SettingWords,
  ) {
    super(plugin.app, plugin);
    this.definitions = new Definitions(plugin.app, reader, words, () => this.update());
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return this.definitions.all();
  }

  /** Of a list, each item has a key of its own: `names.0`. */
  override getControlValue(key: string): unknown {
    const [name = "", at] = key.split(".");
    if (name === DEVICE_KEY) return this.device.load(DEVICE_NAME_KEY) ?? "";
    if (isListKey(name)) return this.reader.current[name][Number(at)];
    return isSettingKey(name) ? this.reader.current[name] : null;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const [name = "", at] = key.split(".");
    const wasDamaged = this.reader.damaged.length;
    if (name === DEVICE_KEY) this.device.save(DEVICE_NAME_KEY, value);
    else if (isListKey(name)) await this.reader.set(name, this.reader.current[name].with(Number(at), String(value)));
    else if (isSettingKey(name)) await this.reader.set(name, value);
    if (this.reader.damaged.length !== wasDamaged) this.update();
  }
}
