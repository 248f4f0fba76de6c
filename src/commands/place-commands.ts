// Where the note in front of the reader stands on its maps: in the status bar and in the file menu.
import { Platform, type Plugin } from "obsidian";
import type { Context } from "../ui/context";
import { PlaceStatus } from "../ui/place-status";
import { Places } from "../ui/places";

function addStatus(plugin: Plugin, context: Context, places: Places): void {
  const status = new PlaceStatus(plugin.addStatusBarItem(), context, places);
  plugin.register(context.navigation.onActiveChange(() => status.planDraw()));
  plugin.register(context.index.onChange(() => status.planDraw()));
  plugin.register(context.progress.onChange(() => status.planDraw()));
}

/** Adds what leads from one entry to the next; it leaves with the plugin. */
export function addPlaces(plugin: Plugin, context: Context): void {
  const { words } = context;
  const places = new Places(context);
  // Obsidian has no status bar on phones and tablets.
  if (!Platform.isMobile) addStatus(plugin, context, places);
  plugin.registerEvent(
    plugin.app.workspace.on("file-menu", (menu, file) => {
      const found = places.of(file.path);
      if (found.length === 0) return;
      menu.addItem((item) => item.setSection("moc-path").setTitle(words.roadmap).setIsLabel(true));
      places.fillMenu(menu, found);
    }),
  );
}
