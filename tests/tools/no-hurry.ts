// A pace without an app: nothing is told of, nothing waits, and what is asked for is there.
import type { Pace } from "../../src/index/ports";

export const NO_HURRY: Pace = {
  soon: () => undefined,
  later: () => () => undefined,
  isSpent: () => false,
  breathe: () => Promise.resolve(),
  painted: () => Promise.resolve(),
};
