// The lengths of the targets of entries, from Obsidian's cache; no note is read for them.
import { resolveSubpath, type App, type CachedMetadata } from "obsidian";
import { actualLinesOf, linesOfPlace } from "../core/read/facts";
import { noteOf } from "../core/read/links";
import type { VaultFollower } from "../index/ports";
import { noteCacheAt } from "./note-cache";

export class NoteLengths {
  /** By the path of the note: they are asked for at every drawing, of every note of a map. */
  private readonly known = new Map<string, number>();

  constructor(private readonly app: App) {}

  /** A note has another text, or none is left at that path. */
  forget(path: string): void {
    this.known.delete(path);
  }

  /** The actual length of a target in lines; null for what is no note, is not there or not indexed yet. */
  linesOf(target: string): number | null {
    const known = this.known.get(target);
    if (known !== undefined) return known;
    const path = noteOf(target);
    const cache = noteCacheAt(this.app, path);
    if (!cache) return null;
    const subpath = target.slice(path.length);
    return subpath === "" ? this.linesOfNote(target, cache) : linesOfPart(cache, subpath);
  }

  private linesOfNote(path: string, cache: CachedMetadata): number {
    const lines = actualLinesOf(cache);
    this.known.set(path, lines);
    return lines;
  }
}

/** The length of a heading's section or of a block; null where the subpath names neither. */
function linesOfPart(cache: CachedMetadata, subpath: string): number | null {
  const place = resolveSubpath(cache, subpath);
  return place && linesOfPlace(cache, place);
}

/** Keeps lengths true to the vault, and tells of each note that may have another. */
export function followingLengths(lengths: NoteLengths, tell: (path: string) => void): Partial<VaultFollower> {
  const changed = (path: string): void => {
    lengths.forget(path);
    tell(path);
  };
  return { changed, removed: changed, renamed: (_, oldPath) => changed(oldPath) };
}
