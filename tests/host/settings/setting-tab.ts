// A tab of the settings window: drawn from its definitions, or by itself where it has none.
import type { SettingDefinitionItem } from "obsidian";
import type { App } from "../app";
import type { Plugin } from "../plugins/plugin";
import { missing } from "../strict/missing";
import { DrawnDefinitions } from "./drawn-definitions";

export abstract class SettingTab {
  icon = "";
  readonly containerEl: HTMLElement = createDiv("vertical-tab-content");
  settingItems: SettingDefinitionItem[] = [];
  /** Null while the tab is not shown, or draws itself. */
  private drawn: DrawnDefinitions | null = null;

  constructor(readonly app: App) {}

  /** That of its plugin. */
  get id(): string {
    return "";
  }

  /** The name that the window calls it by. */
  get tabName(): string {
    return "";
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Asks for the definitions anew, and draws them if the tab is shown. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.drawn?.draw();
  }

  getControlValue(_key: string): unknown {
    return missing("SettingTab.getControlValue")();
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    missing("SettingTab.setControlValue")();
  }

  refreshDomState(): void {
    this.drawn?.refresh();
  }

  display(): void {
    // For tabs that draw themselves.
  }

  hide(): void {
    this.drawn?.clear();
    this.drawn = null;
    this.containerEl.empty();
  }

  /** The window shows the tab, and of its definitions the page that these names lead to. */
  showTab(pages: readonly string[] = []): void {
    this.update();
    if (this.settingItems.length === 0) {
      this.display();
      return;
    }
    this.drawn = new DrawnDefinitions(this, pages);
    this.drawn.draw();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    private readonly plugin: Plugin,
  ) {
    super(app);
  }

  override get id(): string {
    return this.plugin.manifest.id;
  }

  override get tabName(): string {
    return this.plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    return (this.plugin.settings as Readonly<Record<string, unknown>> | undefined)?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    this.plugin.settings = { ...(this.plugin.settings as object | undefined), [key]: value };
    await this.plugin.saveData(this.plugin.settings);
  }
}
