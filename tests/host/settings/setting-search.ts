// Everything that can be found in the settings of all tabs: names, descriptions and other words of every setting, pages
// included.
import type { SettingDefinitionItem } from "obsidian";
import { isGroup, isOn, isPage } from "./drawn-definitions";
import type { SettingTab } from "./setting-tab";

export interface FoundSetting {
  readonly tab: SettingTab;
  /** The names of the pages it is on. */
  readonly pages: readonly string[];
  readonly name: string;
  /** All that it is found by. */
  readonly text: string;
}

function textOf(desc: string | DocumentFragment | undefined): string {
  return typeof desc === "object" ? (desc.textContent ?? "") : (desc ?? "");
}

function* settingsIn(
  tab: SettingTab,
  items: readonly SettingDefinitionItem[],
  pages: readonly string[],
): Generator<FoundSetting> {
  for (const item of items) {
    if (!isOn(item.visible, true)) continue;
    if (isGroup(item)) {
      yield* settingsIn(tab, item.items ?? [], pages);
      continue;
    }
    const [aliases, searchable] = isPage(item) ? [[], true] : [item.aliases ?? [], isOn(item.searchable, true)];
    if (searchable) yield { tab, pages, name: item.name, text: [item.name, textOf(item.desc), ...aliases].join("\n") };
    if (isPage(item)) yield* settingsIn(tab, item.items ?? [], [...pages, item.name]);
  }
}

/** The settings that hold every word of a query. */
export function findSettings(tabs: readonly SettingTab[], query: string): readonly FoundSetting[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const all = tabs.flatMap((tab) => [...settingsIn(tab, tab.settingItems, [])]);
  return all.filter(({ name, text }) => name !== "" && words.every((word) => text.toLowerCase().includes(word)));
}
