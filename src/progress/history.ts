// What the reader of this device did last, so that it can be undone and redone, over restarts too.
// It knows which events belong together; whether they still hold is for progress.ts to say.
import { isState, type State } from "../core/base/state";
import type { Heads } from "./merge";
import type { DeviceStorage } from "./ports";

/** What an action did to one target. */
export interface Step {
  readonly target: string;
  /** The event that did it: while it is still the newest, it can be undone. */
  readonly event: string;
  /** The event that this one replaced; null if there was none. */
  readonly over: string | null;
  readonly before: State;
  readonly after: State;
}

/** Everything that one click, key or command did. */
export interface Action {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
}

const KEY = "moc-path-history";
const MOST_ACTIONS = 50;
/** Clicks on one icon within this many milliseconds are one action. */
const CLICK_TIME = 1500;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isStep(value: unknown): value is Step {
  if (!isFields(value)) return false;
  const { target, event, over, before, after } = value;
  return (
    typeof target === "string" &&
    typeof event === "string" &&
    (over === null || typeof over === "string") &&
    isState(before) &&
    isState(after)
  );
}

function isAction(value: unknown): value is Action {
  return (
    isFields(value) && typeof value["at"] === "number" && Array.isArray(value["steps"]) && value["steps"].every(isStep)
  );
}

function actionsIn(value: unknown, key: "undo" | "redo"): readonly Action[] {
  const actions = isFields(value) ? value[key] : null;
  return Array.isArray(actions) ? actions.filter(isAction) : [];
}

export class History {
  private undos: readonly Action[];
  private redos: readonly Action[];

  constructor(private readonly storage: DeviceStorage) {
    const value = storage.load(KEY);
    this.undos = actionsIn(value, "undo");
    this.redos = actionsIn(value, "redo");
  }

  /** When the action to undo was done, in milliseconds since 1970; null if there is none. */
  get undoAt(): number | null {
    return this.undos.at(-1)?.at ?? null;
  }

  /** When the action to redo was done; null if there is none. */
  get redoAt(): number | null {
    return this.redos.at(-1)?.at ?? null;
  }

  /** Notes a new action; there is nothing to redo after it. */
  add(action: Action): void {
    const last = this.undos.at(-1);
    const joined = last ? joinClicks(last, action) : null;
    const before = joined ? this.undos.slice(0, -1) : this.undos;
    const isIdle = joined?.steps.every((step) => step.before === step.after) === true;
    this.keep(isIdle ? before : [...before, joined ?? action], []);
  }

  /** Takes the action to undo; null if there is none. */
  takeUndo(): Action | null {
    const action = this.undos.at(-1) ?? null;
    this.keep(this.undos.slice(0, -1), this.redos);
    return action;
  }

  /** Takes the action to redo; null if there is none. */
  takeRedo(): Action | null {
    const action = this.redos.at(-1) ?? null;
    this.keep(this.undos, this.redos.slice(0, -1));
    return action;
  }

  /**
   * The steps `taken` were brought back to what was before or after them, by the events of `action`, which can now be reversed in turn.
   * What those events cover, or bring to light again, stands under their names from now on.
   */
  reversed(to: "before" | "after", action: Action, taken: readonly Step[]): void {
    const later = new Map(taken.map(({ event }, index) => [event, action.steps[index]?.event ?? event]));
    const earlier = new Map(
      taken.flatMap(({ over }, index) => (over === null ? [] : [[over, action.steps[index]?.event ?? over] as const])),
    );
    if (to === "before") this.keep(renamed(this.undos, earlier), [...renamed(this.redos, later), action]);
    else this.keep([...this.undos, action], renamed(this.redos, later));
  }

  private keep(undos: readonly Action[], redos: readonly Action[]): void {
    this.undos = undos.slice(-MOST_ACTIONS);
    this.redos = redos.slice(-MOST_ACTIONS);
    this.storage.save(KEY, { undo: this.undos, redo: this.redos });
  }
}

/** The steps of an action whose event is still the newest of its target, which may have been moved since. */
export function standingSteps({ steps }: Action, heads: Heads): readonly Step[] {
  const targets = new Map([...heads].map(([target, { id }]) => [id, target]));
  return steps.flatMap((step) => {
    const target = targets.get(step.event);
    return target === undefined ? [] : [{ ...step, target }];
  });
}

/** Actions whose steps name the events that stand in for theirs now. */
function renamed(actions: readonly Action[], names: ReadonlyMap<string, string>): readonly Action[] {
  return actions.map(({ at, steps }) => ({
    at,
    steps: steps.map((step) => ({ ...step, event: names.get(step.event) ?? step.event })),
  }));
}

/** One action out of two quick ones on the same single target; null where they are two. */
function joinClicks(last: Action, next: Action): Action | null {
  const [before, after] = [last.steps[0], next.steps[0]];
  if (!before || !after || last.steps.length + next.steps.length > 2) return null;
  if (before.target !== after.target || next.at - last.at > CLICK_TIME) return null;
  return { at: next.at, steps: [{ ...after, before: before.before, over: before.over }] };
}
