// The progress of a division or a map: counts over distinct targets, maps and missing notes apart.
import { linkpathOf, noteOf } from "../read/links";
import type { Entry } from "./model";
import type { State } from "../base/state";

/** Counts over distinct targets; `counted` is the sum of the four states. Missing notes are shown, never counted. */
export interface Tally {
  readonly counted: number;
  readonly done: number;
  readonly doing: number;
  readonly skipped: number;
  readonly todo: number;
  readonly missing: number;
}

/** Distinct targets of a stretch of a map. */
export interface TargetSet {
  readonly counted: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
}

export type StateOf = (target: string) => State;

/** The distinct targets among entries: maps are left out, and headings of a note that is there as a whole. */
export function targetsOf(entries: Iterable<Entry>): TargetSet {
  const counted = new Set<string>();
  const missing = new Set<string>();
  for (const { kind, target } of entries) {
    // Links to parts of a note that does not exist, in whatever case, want the same note.
    if (kind === "missing") missing.add(linkpathOf(target).toLowerCase());
    else if (kind !== "map") counted.add(target);
  }
  return { counted: withoutParts(counted), missing };
}

function withoutParts(targets: ReadonlySet<string>): ReadonlySet<string> {
  if (![...targets].some((target) => target.includes("#"))) return targets;
  const isPart = (target: string): boolean => {
    const note = noteOf(target);
    return note !== target && targets.has(note);
  };
  return new Set([...targets].filter((target) => !isPart(target)));
}

/** True if the first set holds all of the others, as that of a map often does. */
function holdsAll(first: TargetSet, others: readonly TargetSet[]): boolean {
  return others.every(
    ({ counted, missing }) =>
      [...counted].every((one) => first.counted.has(one)) && [...missing].every((one) => first.missing.has(one)),
  );
}

/** The union of several sets of targets; the first itself where that holds them all. */
export function unionOf(sets: readonly TargetSet[]): TargetSet {
  const [first, ...others] = sets;
  if (first && holdsAll(first, others)) return first;
  return {
    counted: withoutParts(new Set(sets.flatMap((set) => [...set.counted]))),
    missing: new Set(sets.flatMap((set) => [...set.missing])),
  };
}

/** Counts a set of targets, given the states of its targets; those to do may be left out. */
export function tallyOf({ counted, missing }: TargetSet, states: Iterable<State>): Tally {
  const counts: Record<State, number> = { todo: 0, doing: 0, done: 0, skipped: 0 };
  for (const state of states) counts[state]++;
  const todo = counted.size - counts.doing - counts.done - counts.skipped;
  const { done, doing, skipped } = counts;
  return { counted: counted.size, todo, doing, done, skipped, missing: missing.size };
}

/**
 * Actual lengths in lines of distinct targets, as far as they are known:
 * of those done, and of all that are not skipped.
 */
export interface LineTally {
  readonly done: number;
  readonly all: number;
  /**
   * True if the lengths of all notes that count are known; what is no note has none, and skipped notes are not asked.
   */
  readonly isWhole: boolean;
}

/** Adds up the lengths of a set of targets; `linesOf` gives null where a length is not known. */
export function lineTallyOf(
  targets: TargetSet,
  stateOf: StateOf,
  linesOf: (target: string) => number | null,
): LineTally {
  let [done, all, isWhole] = [0, 0, true];
  for (const target of targets.counted) {
    const state = stateOf(target);
    const lines = state === "skipped" ? 0 : linesOf(target);
    if (lines === null && noteOf(target).endsWith(".md")) isWhole = false;
    all += lines ?? 0;
    if (state === "done") done += lines ?? 0;
  }
  return { done, all, isWhole };
}

/** The number that progress is measured against: all that is counted and not skipped. */
export function openOf({ counted, skipped }: Tally): number {
  return counted - skipped;
}

/** The share that is done of what is not skipped, from 0 to 1; null where there is nothing to count. */
export function progressOf(tally: Tally): number | null {
  const open = openOf(tally);
  return open > 0 ? tally.done / open : null;
}

/** A share from 0 to 1 as whole percent: 100 only where all is done, and 1 as soon as anything is. */
export function percentOf(share: number): number {
  return share > 0 ? Math.max(1, Math.floor(share * 100)) : 0;
}
