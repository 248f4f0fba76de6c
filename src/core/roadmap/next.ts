// The entry to study next on a map, and why.
import { entriesOfRoadmap, type Entry, type Roadmap } from "./model";
import type { StateOf } from "./tally";

/** In progress and touched last; the first to do behind what was done last; or simply the first to do. */
export type NextReason = "doing" | "afterDone" | "first";

export interface NextUp {
  readonly entry: Entry;
  readonly why: NextReason;
}

/** The entry that was touched last; of equals, and of those never touched, the first. */
class LastTouched {
  /** Null before one was given. */
  entry: Entry | null = null;
  private at = -Infinity;

  constructor(private readonly touchedAt: (target: string) => number | null) {}

  /** Returns whether it is the last so far. */
  add(entry: Entry): boolean {
    const at = this.touchedAt(entry.target) ?? -Infinity;
    if (this.entry !== null && at <= this.at) return false;
    this.entry = entry;
    this.at = at;
    return true;
  }
}

/**
 * The entry to go on with; null where nothing is left. Maps and missing notes are passed over.
 * `touchedAt` gives milliseconds since 1970, null for never. A note that other maps list, too (`isShared`), may have
 * been read there: unless what stands before it is done as well, it does not say where on this map the reader is.
 */
export function nextUp(
  roadmap: Roadmap,
  stateOf: StateOf,
  touchedAt: (target: string) => number | null,
  isShared: (target: string) => boolean = () => false,
): NextUp | null {
  const [doing, done] = [new LastTouched(touchedAt), new LastTouched(touchedAt)];
  let first: Entry | null = null;
  let following: Entry | null = null;
  let isBehindDone = true;
  for (const entry of entriesOfRoadmap(roadmap)) {
    const state = entry.kind === "map" || entry.kind === "missing" ? "skipped" : stateOf(entry.target);
    if (state === "doing") doing.add(entry);
    else if (state === "done" && (isBehindDone || !isShared(entry.target)) && done.add(entry)) following = null;
    else if (state === "todo") {
      first ??= entry;
      following ??= entry;
    }
    isBehindDone = state === "done" || (isBehindDone && state === "skipped");
  }
  if (doing.entry) return { entry: doing.entry, why: "doing" };
  if (done.entry && following) return { entry: following, why: "afterDone" };
  return first && { entry: first, why: "first" };
}
