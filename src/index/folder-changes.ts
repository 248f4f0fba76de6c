// The folders that came or went with the notes in them: a link to nothing is called by what of it is a folder.
import { folderOf } from "../core/base/paths";
import { nameOf } from "./link-names";
import type { NoteSource } from "./ports";

export class FolderChanges {
  /** For each folder in which something came or went, whether it is there. */
  private readonly known = new Map<string, boolean>();

  constructor(private readonly source: Pick<NoteSource, "isFolder">) {}

  /**
   * Something came to a path or went from it:
   * the names by which links ask for folders above it that came or went as well.
   */
  namesAbove(path: string): readonly string[] {
    const names: string[] = [];
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
      const isThere = this.source.isFolder(folder);
      if (this.known.get(folder) === isThere) break;
      this.known.set(folder, isThere);
      names.push(nameOf(folder), `${nameOf(folder)}/`);
    }
    return names;
  }
}
