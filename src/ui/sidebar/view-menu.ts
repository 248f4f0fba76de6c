// The menu of a roadmap as a whole.
import { Menu } from "obsidian";
import { VIEW_ACTIONS, type OpenRoadmap, type ViewAction } from "./view-actions";

function addAction(menu: Menu, view: OpenRoadmap, action: ViewAction, section: string): void {
  const title = action.menuName?.(view) ?? action.name(view.context.words);
  menu.addItem((item) =>
    item
      .setSection(section)
      .setTitle(title)
      .setIcon(action.icon)
      .onClick(() => action.act(view)),
  );
}

/** The things in the menu that are no concern of the roadmap alone. */
export interface ViewMenuActions {
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  /** Opens the map's note; null where no map is shown. */
  readonly openMap: (() => void) | null;
  /** Null where there is no progress yet. */
  readonly exportProgress: (() => void) | null;
}

/** The menu of everything that can be asked of the roadmap in a view. */
export function viewMenu(view: OpenRoadmap, { undo, openMap, exportProgress }: ViewMenuActions): Menu {
  const menu = new Menu();
  const { words } = view.context;
  const add = (section: string, title: string, icon: string, act: (() => void) | null): void =>
    void (act && menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act)));
  add("map", words.undo, "undo-2", undo);
  add("map", words.openMapNote, "file-text", openMap);
  for (const action of VIEW_ACTIONS)
    if (action.section !== undefined && action.canAct(view)) addAction(menu, view, action, action.section);
  add("copy", words.transfer.export, "file-down", exportProgress);
  return menu;
}
