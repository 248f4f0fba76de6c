// What to study next on a map, and why.
import { entriesOfRoadmap, type Entry, type Roadmap } from "./model";
import type { State } from "./state";
import type { StateOf } from "./tally";

/** In progress and touched last; the first to do behind what was done last; or simply the first to do. */
export type NextReason = "doing" | "afterDone" | "first";

export interface NextUp {
  readonly entry: Entry;
  readonly why: NextReason;
}

/** The entry with the latest touch; of equals, and of those never touched, the first. */
function lastTouched(entries: readonly Entry[], touchedAt: (target: string) => number | null): Entry | undefined {
  const at = (entry: Entry): number => touchedAt(entry.target) ?? -Infinity;
  return entries.reduce<Entry | undefined>((last, entry) => (last === undefined || at(entry) > at(last) ? entry : last), undefined);
}

/** The entry to go on with; null where nothing is left. Maps and missing notes are passed over. `touchedAt` gives milliseconds since 1970, null for never. */
export function nextUp(roadmap: Roadmap, stateOf: StateOf, touchedAt: (target: string) => number | null): NextUp | null {
  const entries = entriesOfRoadmap(roadmap).filter(({ kind }) => kind !== "map" && kind !== "missing");
  const states = entries.map(({ target }) => stateOf(target));
  const entriesIn = (state: State): readonly Entry[] => entries.filter((_, index) => states[index] === state);
  const doing = lastTouched(entriesIn("doing"), touchedAt);
  if (doing) return { entry: doing, why: "doing" };
  const done = lastTouched(entriesIn("done"), touchedAt);
  const following = done && entries[states.indexOf("todo", entries.lastIndexOf(done) + 1)];
  if (following) return { entry: following, why: "afterDone" };
  const first = entries[states.indexOf("todo")];
  return first ? { entry: first, why: "first" } : null;
}
