// The word of the task marks of maps on a target, beside its journal: a mark that was changed after the last event is
// the reader's later word. Derived whenever it is asked for and never journalled, so that a late sync cannot echo.
import type { State } from "../core/base/state";

/** Lines that disagree: the first of these wins. */
const ORDER: readonly State[] = ["done", "doing", "skipped", "todo"];

/**
 * The state that marks declare since an event recorded those it knew (none: no event
 * is known); null if they say nothing new.
 */
export function declaredSince(
  recorded: string,
  marks: string,
  stateOfMark: (mark: string) => State | null,
): State | null {
  const added = without(marks, recorded);
  const states = new Set([...added].map((mark) => stateOfMark(mark)));
  const isChange = without(recorded, marks) !== "";
  // A line that is merely new and not ticked is no word that what was read is unread.
  return ORDER.find((state) => states.has(state) && (state !== "todo" || isChange)) ?? null;
}

/** Characters of `all` that are left when each of `some` takes one away. */
function without(all: string, some: string): string {
  const left = [...all];
  for (const character of some) {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
  }
  return left.join("");
}
