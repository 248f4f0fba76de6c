// The entry to study next on a map, and why.
import { allEntries, divisionsOf, type Entry, type Roadmap } from "./model";
import type { State } from "../base/state";
import type { StateOf } from "./tally";

/** In progress and touched last; the first to do behind where the reader reads in order; or simply the first to do. */
export type NextReason = "doing" | "afterDone" | "first";

export interface NextUp {
  readonly entry: Entry;
  readonly why: NextReason;
}

/** Milliseconds since 1970 at which a target was marked last; null for never. */
type TouchedAt = (target: string) => number | null;

/** Marks of a map that are made less than so many milliseconds apart tick things off: none of them was read between. */
const TICKING = 10_000;

/** An entry that can be studied. */
interface Step {
  readonly entry: Entry;
  readonly state: State;
  /** The number of the division that it stands in, in the order of the map. */
  readonly division: number;
  /** True if it is the first of its division, or what stands before it there is done. */
  readonly isInOrder: boolean;
}

function stepsOf({ entries, chapters }: Roadmap, stateOf: StateOf): readonly Step[] {
  const steps: Step[] = [];
  [{ entries }, ...divisionsOf(chapters)].forEach((content, division) => {
    let isInOrder = true;
    for (const entry of allEntries(content.entries)) {
      if (entry.kind === "map" || entry.kind === "missing") continue;
      const state = stateOf(entry.target);
      steps.push({ entry, state, division, isInOrder });
      if (state !== "skipped") isInOrder = state === "done";
    }
  });
  return steps;
}

/** A note that is done: where it stands among the steps, and when that was marked. */
interface Mark {
  readonly at: number;
  readonly index: number;
}

/** The notes that were marked as done by themselves, each at its first place, the last of them first. */
function singleMarks(steps: readonly Step[], touchedAt: TouchedAt): readonly Mark[] {
  const known = new Map<string, Mark>();
  steps.forEach(({ entry: { target }, state }, index) => {
    const at = state === "done" && !known.has(target) ? touchedAt(target) : null;
    if (at !== null) known.set(target, { at, index });
  });
  const marks = [...known.values()].sort((one, other) => other.at - one.at);
  return marks.filter(({ at }, number) => {
    const [later, earlier] = [marks[number - 1]?.at ?? Infinity, marks[number + 1]?.at ?? -Infinity];
    return later - at > TICKING && at - earlier > TICKING;
  });
}

/**
 * The first to do behind where the reader reads in order, which the notes say that were marked by themselves, and that
 * no other map lists: the last that stands in its order, and in the section that comes next any later one.
 */
function following(steps: readonly Step[], touchedAt: TouchedAt, isShared: (target: string) => boolean): NextUp | null {
  const marks = singleMarks(steps, touchedAt);
  const says = ({ index }: Mark): boolean => !isShared(steps[index]?.entry.target ?? "");
  let mark = marks.find((one) => steps[one.index]?.isInOrder === true && says(one));
  const since = mark?.at ?? -Infinity;
  for (;;) {
    const from = mark ? mark.index + 1 : 0;
    const index = steps.findIndex(({ state }, at) => at >= from && state === "todo");
    const next = steps[index];
    if (!next) return null;
    const isBehind = (one: Mark): boolean => one.index > index && steps[one.index]?.division === next.division;
    const later = marks.find((one) => one.at > since && isBehind(one) && says(one));
    if (!later) return { entry: next.entry, why: mark ? "afterDone" : "first" };
    mark = later;
  }
}

/** The entry in progress that was touched last; of those never touched the first; null where none is in progress. */
function lastBegun(steps: readonly Step[], touchedAt: TouchedAt): Entry | null {
  const begun = steps.flatMap(({ entry, state }) =>
    state === "doing" ? [{ entry, at: touchedAt(entry.target) ?? -Infinity }] : [],
  );
  const [first, ...others] = begun;
  return first ? others.reduce((last, one) => (one.at > last.at ? one : last), first).entry : null;
}

/**
 * The entry to go on with; null where nothing is left. Maps and missing notes are passed over. `isShared` says of a
 * target whether other maps list it, too.
 */
export function nextUp(
  roadmap: Roadmap,
  stateOf: StateOf,
  touchedAt: TouchedAt,
  isShared: (target: string) => boolean = () => false,
): NextUp | null {
  const steps = stepsOf(roadmap, stateOf);
  const begun = lastBegun(steps, touchedAt);
  if (begun) return { entry: begun, why: "doing" };
  const next = following(steps, touchedAt, isShared);
  if (next) return next;
  const first = steps.find(({ state }) => state === "todo");
  return first ? { entry: first.entry, why: "first" } : null;
}

/** The first entry behind a target that is neither done nor skipped, in the order of the map; null where none is. */
export function behind(roadmap: Roadmap, target: string, stateOf: StateOf): Entry | null {
  const steps = stepsOf(roadmap, stateOf);
  const at = steps.findIndex(({ entry }) => entry.target === target);
  const isOpen = ({ state }: Step): boolean => state === "todo" || state === "doing";
  return (at < 0 ? undefined : steps.slice(at + 1).find(isOpen)?.entry) ?? null;
}
