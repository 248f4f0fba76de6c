// The menu of a roadmap as a whole.
import { Menu } from "obsidian";
import { addItem } from "../widgets/entry-menu";
import { VIEW_ACTIONS, type OpenRoadmap } from "./view-actions";

/** The things in the menu that are no concern of the roadmap alone. */
export interface ViewMenuActions {
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  /** Opens the map's note; null where no map is shown. */
  readonly openMap: (() => void) | null;
  /** Null where there is no progress yet. */
  readonly exportProgress: (() => void) | null;
  /** Null where the app has no way to. */
  readonly openSettings: (() => void) | null;
}

/** The menu of everything that can be asked of the roadmap in a view. */
export function viewMenu(view: OpenRoadmap, actions: ViewMenuActions): Menu {
  const { undo, openMap, exportProgress, openSettings } = actions;
  const menu = new Menu();
  const { words } = view.context;
  if (undo) addItem(menu, "map", words.undo, "undo-2", undo);
  if (openMap) addItem(menu, "map", words.openMapNote, "file-text", openMap);
  for (const action of VIEW_ACTIONS) {
    const title = action.menuName?.(view) ?? action.name(words);
    if (action.section !== undefined && action.canAct(view))
      addItem(menu, action.section, title, action.icon, () => action.act(view));
  }
  if (exportProgress) addItem(menu, "copy", words.transfer.export, "file-down", exportProgress);
  if (openSettings) addItem(menu, "help", words.openSettings, "settings", openSettings);
  return menu;
}
