// Marked headings that are no longer in their note, and what each seems to be now: a note of its own, or another
// heading of the note. Offered, never taken.
import type { MarkEvent } from "./event";
import { noteOf } from "../core/read/links";
import { essenceOf } from "./resemblance";
import type { Move } from "./moving";

/** The parts that notes have inside them. */
export interface NoteParts {
  /** True if a target inside a note leads somewhere; null if its note is not there or not indexed. */
  hasPart(target: string): boolean | null;
  /** The headings of a note as subpaths, `#` included. */
  partsOf(path: string): readonly string[];
}

/** Two headings at least this much alike can be one that was edited. */
const LEAST_ALIKE = 0.5;

/** True if a marked heading is no longer in its note; blocks have nothing to be known by. */
export function isLost(target: string, parts: NoteParts): boolean {
  return noteOf(target) !== target && !target.includes("#^") && parts.hasPart(target) === false;
}

/**
 * The move that a lost heading seems to have made: to a new note of that name, or to the heading of its
 * note that is new; null if there is none.
 */
export function placeOfPart(
  target: string,
  { note }: MarkEvent,
  heads: ReadonlyMap<string, MarkEvent>,
  parts: NoteParts,
  newNotes: ReadonlyMap<string, string>,
): Move | null {
  const path = noteOf(target);
  const subpath = target.slice(path.length);
  const newNote = newNotes.get(essenceOf(subpath.slice(subpath.lastIndexOf("#"))));
  if (newNote !== undefined) return { from: target, to: newNote };
  const before = new Set((note?.headings ?? []).map(essenceOf));
  const fresh = parts.partsOf(path).filter((other) => !heads.has(path + other) && !before.has(essenceOf(other)));
  const found = fresh.length === 1 && note ? fresh[0] : closest(subpath, fresh);
  return found === undefined ? null : { from: target, to: path + found };
}

function closest(subpath: string, others: readonly string[]): string | undefined {
  const scored = others
    .map((other) => [alike(essenceOf(subpath), essenceOf(other)), other] as const)
    .filter(([score]) => score >= LEAST_ALIKE);
  return scored.sort(([a], [b]) => b - a)[0]?.[1];
}

/** The share of pairs of neighbouring characters that two texts have in common, from 0 to 1. */
function alike(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / Math.max(left.size + right.size, 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
}
