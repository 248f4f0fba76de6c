// The tab in Obsidian's settings: reads and keeps the values that its definitions name.
import { PluginSettingTab, type Plugin, type SettingDefinitionItem } from "obsidian";
import type { Words } from "../i18n/words";
import { DEVICE_NAME_KEY } from "../progress/device";
import type { DeviceStorage } from "../progress/ports";
import { Definitions, DEVICE_KEY } from "./definitions";
import type { ReaderSettings } from "./reader-settings";
import { isListKey, isSettingKey } from "./settings";

export class ReaderSettingTab extends PluginSettingTab {
  override icon = "route";
  private readonly definitions: Definitions;
  /** True if the value being set comes from this tab, which shows it already. */
  private isSetting = false;

  constructor(
    plugin: Plugin,
    private readonly reader: ReaderSettings,
    /** Keeps the name of this device. */
    private readonly device: DeviceStorage,
    words: Words["settings"],
    /** Tells the reader if a value cannot be saved; resolves in any case. */
    private readonly follow: (saving: Promise<void>) => Promise<unknown>,
    deviceName: () => string,
  ) {
    super(plugin.app, plugin);
    this.definitions = new Definitions(plugin.app, reader, words, follow, deviceName);
    plugin.register(reader.onChange(() => this.isSetting || this.update()));
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
    const damaged = this.reader.damaged.length;
    this.isSetting = true;
    const saved = this.saved(key, value);
    this.isSetting = false;
    if (this.reader.damaged.length !== damaged) this.update();
    await this.follow(saved);
  }

  /** Sets a value at once; resolves when it is saved. */
  private saved(key: string, value: unknown): Promise<void> {
    const [name = "", at] = key.split(".");
    if (isListKey(name)) return this.reader.set(name, this.reader.current[name].with(Number(at), String(value)));
    if (isSettingKey(name)) return this.reader.set(name, value);
    if (name === DEVICE_KEY) this.device.save(DEVICE_NAME_KEY, value);
    return Promise.resolve();
  }
}
