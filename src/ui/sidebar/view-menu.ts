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

/** The menu of everything that can be asked of the roadmap in a view. */
export function viewMenu(view: OpenRoadmap): Menu {
  const menu = new Menu();
  for (const action of VIEW_ACTIONS)
    if (action.section !== undefined && action.canAct(view)) addAction(menu, view, action, action.section);
  return menu;
}
