// Folders that the settings name and that are renamed in the app: the settings name them by their new path.
import { normalizePath } from "obsidian";
import type { ReaderSettings } from "./reader-settings";

/** A folder's path after another was renamed; the path as written where that is not it and nothing around it. */
function renamed(written: string, path: string, oldPath: string): string {
  const folder = normalizePath(written);
  return folder === oldPath || folder.startsWith(`${oldPath}/`) ? path + folder.slice(oldPath.length) : written;
}

/** Keeps the settings true to renamed folders. */
export function followingFolders(
  reader: ReaderSettings,
  failed: (error: unknown) => void,
): { folderRenamed(path: string, oldPath: string): void } {
  return {
    folderRenamed: (path, oldPath) => {
      const { folder, excludedFolders } = reader.current;
      const placed = renamed(folder, path, oldPath);
      const excluded = excludedFolders.map((one) => renamed(one, path, oldPath));
      if (placed !== folder) reader.set("folder", placed).catch(failed);
      if (excluded.join("\n") !== excludedFolders.join("\n")) reader.set("excludedFolders", excluded).catch(failed);
    },
  };
}
