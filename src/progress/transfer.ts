// The data that exports write and imports read, in every format.
import type { State } from "../core/base/state";

export interface MarkedTarget {
  readonly target: string;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A state for a link as it is meant: a path or linkpath, either with a subpath, or a web address. */
export interface WantedState {
  readonly link: string;
  readonly state: State;
}
