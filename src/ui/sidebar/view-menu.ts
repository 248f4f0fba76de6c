// The menu of a roadmap as a whole.
import { Menu } from "obsidian";
import { isWritten } from "../../core/roadmap/unwritten";
import { addItem } from "../widgets/entry-menu";
import { VIEW_ACTIONS, type OpenRoadmap } from "./view-actions";

/** The menu of everything that can be asked of the roadmap in a view. */
export function viewMenu(view: OpenRoadmap, exportProgress: () => void): Menu {
  const menu = new Menu();
  const { words, undoing, navigation, progress } = view.context;
  const { path } = view.shown;
  if (undoing.canUndo) addItem(menu, "map", words.undo, "undo-2", () => undoing.undo());
  if (path !== null && isWritten(path))
    addItem(menu, "map", words.openMapNote, "file-text", () => navigation.openLine(path, 0, false));
  for (const action of VIEW_ACTIONS) {
    const title = action.menuName?.(view) ?? action.name(words);
    if (action.section !== undefined && action.canAct(view))
      addItem(menu, action.section, title, action.icon, () => action.act(view));
  }
  if (progress.heads.size > 0) addItem(menu, "copy", words.transfer.export, "file-down", exportProgress);
  const openSettings = navigation.settingsOpener();
  if (openSettings) addItem(menu, "help", words.openSettings, "settings", openSettings);
  return menu;
}
