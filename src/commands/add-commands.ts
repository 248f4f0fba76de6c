// Adding notes to maps by name: the note in front of the reader by command, several by the menu of files.
import type { Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { openAdding } from "../ui/dialogs/add-several-modal";
import { addCommand } from "./command";

/** True for a note that maps could list. */
export function canAdd({ index }: Context, path: string): boolean {
  return /\.md$/i.test(path) && !index.isMap(path) && index.maps().length > 0;
}

export function addAdding(plugin: Plugin, context: Context): void {
  const { words, navigation } = context;
  const { app } = plugin;
  addCommand(
    plugin,
    "add-to-map",
    words.adding.command,
    "list-plus",
    () => {
      const path = navigation.activePath();
      return path !== null && canAdd(context, path) ? path : null;
    },
    (path) => openAdding(app, context, [path]),
  );
  plugin.registerEvent(
    app.workspace.on("files-menu", (menu, files) => {
      const paths = files.map(({ path }) => path).filter((path) => canAdd(context, path));
      if (paths.length === 0) return;
      menu.addItem((item) =>
        item
          .setSection("moc-path-add")
          .setTitle(words.adding.severalMenu(paths.length))
          .setIcon("list-plus")
          .onClick(() => openAdding(app, context, paths)),
      );
    }),
  );
}
