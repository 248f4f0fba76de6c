// Names of which a note came or went, or a map another title, since links were followed: links that ask for them may
// lead elsewhere.
import { FolderChanges } from "./folder-changes";
import { nameOf } from "./link-names";
import type { MovedLinks, NoteSource } from "./ports";

export class UncertainNames {
  /** Each with the number of doubts there had been by then. */
  private readonly doubtedAt = new Map<string, number>();
  private doubts = 0;
  private readonly folders: FolderChanges;

  constructor(
    source: Pick<NoteSource, "isFolder">,
    private readonly moved: () => Pick<MovedLinks, "formerPaths">,
  ) {
    this.folders = new FolderChanges(source);
  }

  /** The number of doubts so far: what is followed now has seen all of them. */
  get now(): number {
    return this.doubts;
  }

  /** The names in doubt. */
  get waiting(): Pick<Map<string, unknown>, "keys" | "size"> {
    return this.doubtedAt;
  }

  /** Links that ask for a note of this name, or of one that it had, may lead elsewhere. */
  doubt(path: string): void {
    for (const one of [path, ...this.moved().formerPaths(path)]) this.add(nameOf(one));
  }

  /** A note came to a path or went from it, and perhaps folders with it. */
  doubtWithFolders(path: string): void {
    this.doubt(path);
    for (const name of this.folders.namesAbove(path)) this.add(name);
  }

  /** True if one of these names came into doubt after so many doubts. */
  hasAny(names: Iterable<string>, since: number): boolean {
    if (this.doubtedAt.size === 0) return false;
    for (const name of names) if ((this.doubtedAt.get(name) ?? 0) > since) return true;
    return false;
  }

  /** Whoever asks for this name is known to follow its links anew. */
  settle(name: string): void {
    this.doubtedAt.delete(name);
  }

  private add(name: string): void {
    this.doubtedAt.set(name, ++this.doubts);
  }
}
