// Adding notes to maps by name: the note in front of the reader by command, several by the menu of files.
import { TFolder, type Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { folderOf } from "../core/base/paths";
import { openAdding } from "../ui/dialogs/add-several-modal";
import { FolderMapModal } from "../ui/dialogs/folder-map-modal";
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
  addFolderMaps(plugin, context);
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

/** Writes maps of folders that have none: of that of the note in front of the reader, or by the menu of a folder. */
function addFolderMaps(plugin: Plugin, context: Context): void {
  const { words, navigation, folderMaps } = context;
  const { app } = plugin;
  const write = (folder: string): void => new FolderMapModal(app, context, folder).open();
  addCommand(
    plugin,
    "write-folder-map",
    words.folderMap.command,
    "folder-tree",
    () => {
      const path = navigation.activePath();
      return path !== null && folderMaps.canWrite(folderOf(path)) ? folderOf(path) : null;
    },
    write,
  );
  plugin.registerEvent(
    app.workspace.on("file-menu", (menu, file) => {
      if (!(file instanceof TFolder) || !folderMaps.canWrite(file.path)) return;
      menu.addItem((item) =>
        item
          .setSection("moc-path-add")
          .setTitle(words.folderMap.command)
          .setIcon("folder-tree")
          .onClick(() => write(file.path)),
      );
    }),
  );
}
