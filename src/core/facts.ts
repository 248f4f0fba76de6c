// What is known about a note from its cache alone, without reading it.
import type { NoteCache } from "./cache";

const BLANK_ENDED: ReadonlySet<string> = new Set(["text", "element"]);

/** The number of a note's last non-blank line, counted from 1: its actual length in lines. 0 for an empty note. */
export function actualLinesOf(cache: NoteCache): number {
  let last = -1;
  for (const { type, position } of cache.sections ?? []) {
    if (!BLANK_ENDED.has(type)) last = Math.max(last, position.end.col === 0 ? position.end.line - 1 : position.end.line);
  }
  return last + 1;
}
