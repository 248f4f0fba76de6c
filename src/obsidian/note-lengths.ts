// How long the targets of entries are, from Obsidian's cache; no note is read for it.
import { resolveSubpath, type App, type CachedMetadata } from "obsidian";
import { actualLinesOf, linesOfPlace } from "../core/facts";
import { linkpathOf, subpathOf } from "../core/links";

export class NoteLengths {
  private readonly known = new WeakMap<CachedMetadata, number>();

  constructor(private readonly app: App) {}

  /** The actual length of a target in lines; null for what is no note, is not there or not indexed yet. */
  linesOf(target: string): number | null {
    const cache = this.app.metadataCache.getCache(linkpathOf(target));
    if (!cache) return null;
    const subpath = subpathOf(target);
    return subpath === "" ? this.linesOfNote(cache) : linesOfPart(cache, subpath);
  }

  private linesOfNote(cache: CachedMetadata): number {
    const lines = this.known.get(cache) ?? actualLinesOf(cache);
    this.known.set(cache, lines);
    return lines;
  }
}

/** The length of a heading's section or of a block; null where the subpath names neither. */
function linesOfPart(cache: CachedMetadata, subpath: string): number | null {
  const place = resolveSubpath(cache, subpath);
  return place && linesOfPlace(cache, place);
}
