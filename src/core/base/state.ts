// The reader's progress with one target, and how a click moves it. Where states are kept is progress/'s affair.

/** The reader's progress with a target. A target nobody has marked is `todo`. */
export type State = "todo" | "doing" | "done" | "skipped";

export const STATES: readonly State[] = ["todo", "doing", "done", "skipped"];

const AFTER: Readonly<Record<State, State>> = { todo: "doing", doing: "done", done: "todo", skipped: "todo" };

/** The state a plain click leads to: ○ ◐ ● and round again; a skipped target comes back as `todo`. */
export function nextState(state: State): State {
  return AFTER[state];
}

/** The state a click asks for: the next one, with Shift in progress, with Alt skipped. */
export function clickedState(
  state: State,
  { altKey, shiftKey }: { readonly altKey: boolean; readonly shiftKey: boolean },
): State {
  return altKey ? "skipped" : shiftKey ? "doing" : nextState(state);
}

/** True if a value from outside (a journal, a script) names a state. */
export function isState(value: unknown): value is State {
  return STATES.some((state) => state === value);
}

/** The characters of a task's box that say how far the reader is; of others nothing is known. */
const STATE_OF_MARK: ReadonlyMap<string, State> = new Map([
  [" ", "todo"],
  ["/", "doing"],
  ["x", "done"],
  ["X", "done"],
  ["-", "skipped"],
]);

/** The states that the reader takes other characters in a task's box to mean; those above keep their meaning. */
export type MarkMeanings = ReadonlyMap<string, State>;

/** The state that a task's mark declares; null for marks that mean something else. */
export function stateOfMark(mark: string, others?: MarkMeanings): State | null {
  return STATE_OF_MARK.get(mark) ?? others?.get(mark) ?? null;
}

const MARK_OF_STATE: Readonly<Record<State, string>> = { todo: " ", doing: "/", done: "x", skipped: "-" };

/** The mark that declares a state. */
export function markOfState(state: State): string {
  return MARK_OF_STATE[state];
}
