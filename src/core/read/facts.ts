// The facts known about a note from its cache alone, without reading it.
import type { NoteCache, Pos } from "../base/cache";
import type { Length } from "../notation/length";

/** A place in a note as Obsidian resolves a subpath to it; an end of null is that of the note. */
export interface Place {
  readonly type: string;
  readonly start: Pos["start"];
  readonly end: Pos["end"] | null;
}

/** Footnotes leave these at the end of a note, as sections without a place of their own. */
const PSEUDO: ReadonlySet<string> = new Set(["text", "element"]);

/** The number of lines from `from` to the last non-blank line before `to`; lines count from 0. */
function linesBetween(cache: NoteCache, from: number, to: number): number {
  let end = from;
  for (const { type, position } of cache.sections ?? []) {
    if (PSEUDO.has(type) || position.start.line < from || position.start.line >= to) continue;
    end = Math.max(end, position.end.col === 0 ? position.end.line : position.end.line + 1);
  }
  return end - from;
}

/** A note's actual length in lines: the number of its last non-blank line, counted from 1. 0 for an empty note. */
export function actualLinesOf(cache: NoteCache): number {
  return linesBetween(cache, 0, Infinity);
}

/** The actual length of a place in a note: of a heading the section under it, of a block its own lines. */
export function linesOfPlace(cache: NoteCache, { type, start, end }: Place): number {
  return type === "heading" || end === null
    ? linesBetween(cache, start.line, end?.line ?? Infinity)
    : end.line - start.line + 1;
}

/** A declared length may be off by this share and by this many lines before it is worth a word. */
const [OFF_SHARE, OFF_LINES] = [0.02, 5];

/** True if a declared length in lines no longer fits the actual one; false where either is not known. */
export function isLengthOff(declared: Length | null, actualLines: number | null): boolean {
  if (declared?.unit !== "lines" || actualLines === null) return false;
  const difference = Math.abs(actualLines - declared.value);
  return difference > OFF_LINES && difference > declared.value * OFF_SHARE;
}
