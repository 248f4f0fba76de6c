// Obsidian's knowledge of a note. Of other files it has an empty one, which is not that of an empty note.
import type { App, CachedMetadata } from "obsidian";
import { isNote } from "../progress/fingerprint";

/** The cache of the note at a path; null for what is no note, is not there or not indexed yet. */
export function noteCacheAt({ metadataCache }: Pick<App, "metadataCache">, path: string): CachedMetadata | null {
  return isNote(path) ? metadataCache.getCache(path) : null;
}
