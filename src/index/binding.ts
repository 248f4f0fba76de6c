// A map and where its links were found to lead, with what may have become of that since.
import type { Roadmap } from "../core/roadmap/model";

export interface Binding {
  /** Null until bound for the first time. */
  roadmap: Roadmap | null;
  /** True if its links lead where those of `roadmap` do: no note that they could lead to has come or gone since. */
  isFollowed: boolean;
  /** True if `roadmap` says what was written before. */
  isRewritten: boolean;
  /** The number of names that had become uncertain when its links were followed last. */
  followedAt: number;
}
