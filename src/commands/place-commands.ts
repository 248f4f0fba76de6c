// The place of the note in front of the reader on its maps: in the status bar or on a button, and in the menus of files
// and editors.
import { Platform, type Menu, type Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { MENU_SOURCE } from "../ui/widgets/entry-menu";
import { PlaceMenu } from "../ui/note/place-menu";
import { PlaceAction } from "../ui/note/place-action";
import { PlaceStatus } from "../ui/note/place-status";
import { Places } from "../actions/places";
import { openAdding } from "../ui/dialogs/add-several-modal";
import { canAdd } from "./add-commands";
import { showMap } from "./roadmap-commands";

/** Shows the place of the open note: in the status bar, or on phones and tablets, which have none, on a button. */
function showPlace(plugin: Plugin, context: Context, places: Places, placeMenu: PlaceMenu): void {
  let draw: () => void;
  if (Platform.isMobile) {
    const action = new PlaceAction(plugin.app.workspace, context, places, placeMenu);
    plugin.register(() => action.remove());
    draw = () => action.draw();
    // Another mode, or another view of the note.
    plugin.registerEvent(plugin.app.workspace.on("layout-change", draw));
  } else {
    const status = new PlaceStatus(plugin.addStatusBarItem(), context, places, placeMenu);
    draw = () => status.planDraw();
  }
  for (const source of [context.index, context.roadmaps, context.progress, context.settings])
    plugin.register(source.onChange(draw));
  plugin.register(context.navigation.onActiveChange(draw));
}

/** Adds what leads from one entry to the next; it leaves with the plugin. */
export function addPlaces(plugin: Plugin, context: Context): void {
  const { words, index } = context;
  const places = new Places(context);
  const placeMenu = new PlaceMenu(
    context,
    places,
    (path) => openAdding(plugin.app, context, [path]),
    (path) => void showMap(plugin, path),
  );
  showPlace(plugin, context, places, placeMenu);
  const fill = (menu: Menu, path: string): void => {
    const found = places.of(path);
    const isMap = index.isMap(path);
    if (!isMap && found.length === 0) {
      if (canAdd(context, path)) placeMenu.fillUnlisted(menu, path);
      return;
    }
    menu.addItem((item) => item.setSection("moc-path").setTitle(words.roadmap).setIsLabel(true));
    if (isMap)
      menu.addItem((item) =>
        item
          .setSection("moc-path")
          .setTitle(words.openRoadmap)
          .setIcon("route")
          .onClick(() => void showMap(plugin, path)),
      );
    placeMenu.fill(menu, found);
  };
  const { workspace } = plugin.app;
  plugin.registerEvent(
    workspace.on("file-menu", (menu, file, source) => {
      // A menu of ours has all of this already.
      if (source !== MENU_SOURCE) fill(menu, file.path);
    }),
  );
  plugin.registerEvent(workspace.on("editor-menu", (menu, _, { file }) => file && fill(menu, file.path)));
}
