// The maps a reader can go to, with the progress of each.
import { Menu } from "obsidian";
import { progressOf } from "../core/tally";
import type { Context } from "./context";
import type { MapChoice } from "./empty-state";
import type { Figures } from "./figures";

/** The progress of a map, from 0 to 1; null if the path is no map or there is nothing to count. */
export function progressOfMap({ index, totals }: Context, path: string): number | null {
  const roadmap = index.roadmap(path);
  return roadmap && progressOf(totals.tallyOfRoadmap(roadmap));
}

/** The maps of the vault, those nearest its root first. */
export function mapChoices(context: Context): readonly MapChoice[] {
  const { index, words } = context;
  return index
    .maps()
    .map((path) => ({ path, title: index.titleOfMap(path) ?? path }))
    .sort((a, b) => a.path.split("/").length - b.path.split("/").length || a.title.localeCompare(b.title, words.locale))
    .map((choice) => ({ ...choice, progress: progressOfMap(context, choice.path) }));
}

/** A menu of the maps to go to; the one that is shown is checked. */
export function mapMenu(context: Context, figures: Figures, shown: string | null, choose: (path: string) => void): Menu {
  const menu = new Menu();
  for (const { path, title, progress } of mapChoices(context)) {
    menu.addItem((item) =>
      item
        .setTitle(progress === null ? title : `${title}  ${figures.percent(progress)}`)
        .setChecked(path === shown)
        .onClick(() => choose(path)),
    );
  }
  return menu;
}
