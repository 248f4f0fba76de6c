// The data that exports write and imports read, in every format.
import type { State } from "../core/base/state";
import { isIgnoreTarget } from "./ignoring";
import { isPlaceOfDeleted } from "./moves";

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

/** True if a target can be read: it is neither a finding that is ignored, nor a note whose path another one has. */
export function isReadable(target: string): boolean {
  return !isIgnoreTarget(target) && !isPlaceOfDeleted(target);
}
