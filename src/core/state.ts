// The reader's progress with one target, and how a click moves it. Where states are kept is progress/'s affair.

/** How far the reader is with a target. A target nobody has marked is `todo`. */
export type State = "todo" | "doing" | "done" | "skipped";

export const STATES: readonly State[] = ["todo", "doing", "done", "skipped"];

const AFTER: Readonly<Record<State, State>> = { todo: "doing", doing: "done", done: "todo", skipped: "todo" };

/** The state a plain click leads to: ○ ◐ ● and round again; a skipped target comes back as `todo`. */
export function nextState(state: State): State {
  return AFTER[state];
}

/** Whether a value from outside (a journal, a script) names a state. */
export function isState(value: unknown): value is State {
  return STATES.some((state) => state === value);
}
