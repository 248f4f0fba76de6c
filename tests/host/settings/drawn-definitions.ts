// Draws the definitions of a tab: groups, lists, pages and rows, and goes from page to page.
import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from "obsidian";
import { setIcon } from "../ui/icons";
import type { Setting } from "../ui/setting";
import { SettingGroup } from "../ui/setting-group";
import { addControl } from "./control";
import type { SettingTab } from "./setting-tab";

type Flag = boolean | (() => boolean) | undefined;

/** Something drawn that may have to be hidden or disabled. */
interface Part {
  readonly el: HTMLElement;
  readonly visible: Flag;
  readonly disabled?: Flag;
  readonly setting?: Setting;
}

export function isOn(flag: Flag, otherwise: boolean): boolean {
  return typeof flag === "function" ? flag() : (flag ?? otherwise);
}

export function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
  return "type" in item && item.type === "page";
}

export function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup {
  return "type" in item && item.type !== "page";
}

/** The pages among items, those in groups too. */
export function pagesOf(items: readonly SettingDefinitionItem[]): readonly SettingDefinitionPage[] {
  return items.flatMap((item) => (isPage(item) ? [item] : isGroup(item) ? (item.items ?? []).filter(isPage) : []));
}

export class DrawnDefinitions {
  private parts: Part[] = [];
  private cleanups: (() => void)[] = [];

  /** `pages` are the names of the pages that lead to the one that is shown. */
  constructor(
    private readonly tab: SettingTab,
    private pages: readonly string[],
  ) {}

  draw(): void {
    this.clear();
    this.tab.containerEl.empty();
    if (this.pages.length > 0) this.drawTitlebar();
    let group: SettingGroup | null = null;
    for (const item of this.itemsShown()) {
      if (isGroup(item)) this.drawGroup(item);
      else this.drawItem((group ??= new SettingGroup(this.tab.containerEl)), item, 0);
      if (isGroup(item)) group = null;
    }
    this.refresh();
  }

  /** Asks again what is visible and what disabled. */
  refresh(): void {
    for (const { el, visible, disabled, setting } of this.parts) {
      el.toggle(isOn(visible, true));
      setting?.setDisabled(isOn(disabled, false));
    }
  }

  clear(): void {
    for (const cleanup of this.cleanups) cleanup();
    [this.parts, this.cleanups] = [[], []];
  }

  private itemsShown(): readonly SettingDefinitionItem[] {
    let items: readonly SettingDefinitionItem[] = this.tab.settingItems;
    for (const name of this.pages) items = pagesOf(items).find((page) => page.name === name)?.items ?? [];
    return items;
  }

  private goTo(pages: readonly string[]): void {
    this.pages = pages;
    this.draw();
  }

  private drawTitlebar(): void {
    const barEl = this.tab.containerEl.createDiv("setting-page-titlebar");
    const backEl = barEl.createDiv({
      cls: "clickable-icon",
      attr: { role: "button", tabindex: "0", "aria-label": "Back" },
    });
    setIcon(backEl, "lucide-chevron-left");
    backEl.addEventListener("click", () => this.goTo(this.pages.slice(0, -1)));
    barEl.createDiv({ cls: "setting-page-title", text: this.pages.at(-1) ?? "" });
  }

  private drawGroup(group: SettingDefinitionGroup): void {
    const drawn = new SettingGroup(this.tab.containerEl);
    if (group.heading !== undefined) drawn.setHeading(group.heading);
    if (group.cls !== undefined) drawn.addClass(...group.cls.split(" "));
    for (const button of group.extraButtons ?? []) drawn.addExtraButton(button);
    if (group.type === "list") this.drawList(drawn, group as SettingDefinitionList);
    else (group.items ?? []).forEach((item, index) => void this.drawItem(drawn, item, index));
    this.parts.push({ el: drawn.listEl.parentElement ?? drawn.listEl, visible: group.visible });
  }

  private drawList(
    drawn: SettingGroup,
    { items = [], addItem, onDelete, onReorder, emptyState }: SettingDefinitionList,
  ): void {
    drawn.addClass("setting-list");
    let dragged: number | null = null;
    items.forEach((item, index) => {
      const setting = this.drawItem(drawn, item, index);
      if (onReorder) {
        setting.addExtraButton((button) => {
          button.setIcon("lucide-grip-vertical").setTooltip("Drag to rearrange").extraSettingsEl.draggable = true;
          button.extraSettingsEl.addEventListener("dragstart", () => (dragged = index));
        });
        setting.settingEl.addEventListener("dragover", (event) => event.preventDefault());
        setting.settingEl.addEventListener(
          "drop",
          () => dragged !== null && dragged !== index && onReorder(dragged, index),
        );
      }
      if (onDelete)
        setting.addExtraButton((button) =>
          button
            .setIcon("lucide-trash-2")
            .setTooltip("Delete")
            .onClick(() => onDelete(index)),
        );
    });
    if (items.length === 0 && emptyState !== undefined) drawn.listEl.createDiv("setting-list-empty").append(emptyState);
    if (!addItem) return;
    drawn.addExtraButton((button) =>
      button
        .setIcon("lucide-plus")
        .setTooltip(addItem.name)
        .onClick(() => addItem.action(button.extraSettingsEl)),
    );
  }

  private drawItem(group: SettingGroup, item: SettingGroupItem, index: number): Setting {
    const drawn: Setting[] = [];
    group.addSetting((setting) => drawn.push(setting.setName(item.name).setDesc(item.desc ?? "")));
    const [setting] = drawn;
    if (!setting) throw new Error("A group adds a setting at once.");
    if (isPage(item)) this.fillPage(setting, item);
    else this.fill(setting, item, group, index);
    const disabled = isPage(item)
      ? undefined
      : item.control
        ? item.control.disabled
        : "disabled" in item
          ? item.disabled
          : undefined;
    this.parts.push({ el: setting.settingEl, visible: item.visible, disabled, setting });
    return setting;
  }

  private fill(setting: Setting, item: SettingDefinition, group: SettingGroup, index: number): void {
    if (item.control) addControl(item.control, setting, this.tab);
    if (item.render) {
      const cleanup = item.render(
        setting as unknown as Parameters<typeof item.render>[0],
        group as unknown as Parameters<typeof item.render>[1],
      );
      if (cleanup) this.cleanups.push(cleanup);
    }
    if (!item.action) return;
    setting.setClass("mod-clickable");
    setting.settingEl.addEventListener("click", () => item.action(setting.settingEl, index));
  }

  private fillPage(setting: Setting, { name, items, displayValue }: SettingDefinitionPage): void {
    if (!items) throw new Error("Pages of settings that draw themselves are not part of the stand-in app yet.");
    setting.setClass("mod-clickable");
    const value = typeof displayValue === "function" ? displayValue() : displayValue;
    if (value !== undefined) setting.controlEl.createSpan({ cls: "setting-item-display-value", text: value });
    setIcon(setting.controlEl.createSpan("setting-item-chevron"), "lucide-chevron-right");
    setting.settingEl.addEventListener("click", () => this.goTo([...this.pages, name]));
  }
}
