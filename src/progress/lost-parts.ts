// Marked headings that are no longer in their note, and what each seems to be now: a note of its own, or another heading of the
// note. Offered, never taken.
import type { MarkEvent } from "./event";
import { noteOf } from "./moves";
import { essenceOf, type Seen } from "./resemblance";
import type { Move } from "./progress";

/** What notes have inside them. */
export interface NoteParts {
  /** Whether a target inside a note leads somewhere; null where its note is not there or not indexed. */
  hasPart(target: string): boolean | null;
  /** The headings of a note as subpaths, `#` included. */
  partsOf(path: string): readonly string[];
}

/** Two headings at least this much alike can be one that was edited. */
const LEAST_ALIKE = 0.5;

export class LostParts {
  private readonly newNotes = new Map<string, string>();

  /** `fresh` are the notes that are new. */
  constructor(
    private readonly heads: ReadonlyMap<string, MarkEvent>,
    private readonly parts: NoteParts,
    fresh: Iterable<Seen>,
  ) {
    for (const { path, note } of fresh)
      for (const name of [note.title, note.basename]) if (name !== null) this.newNotes.set(essenceOf(name), path);
  }

  /** What a marked heading that is gone seems to be; null for what is there, and for blocks, which have nothing to be known by. */
  find(target: string, { note }: MarkEvent): Move | null {
    const path = noteOf(target);
    if (path === target || target.includes("#^") || this.parts.hasPart(target) !== false) return null;
    const subpath = target.slice(path.length);
    const newNote = this.newNotes.get(essenceOf(subpath.slice(subpath.lastIndexOf("#"))));
    if (newNote !== undefined) return { from: target, to: newNote };
    const before = new Set((note?.headings ?? []).map(essenceOf));
    const fresh = this.parts
      .partsOf(path)
      .filter((other) => !this.heads.has(path + other) && !before.has(essenceOf(other)));
    const found = fresh.length === 1 && note ? fresh[0] : closest(subpath, fresh);
    return found === undefined ? null : { from: target, to: path + found };
  }
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
