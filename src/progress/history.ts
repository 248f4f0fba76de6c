// The last actions of this device's reader, kept so that they can be undone and redone, over restarts too.
// It knows which events belong together; whether they still hold is for progress.ts to say.
import { addToGroup } from "../core/base/group";
import { placeInSession, type JournalEvent, type MarkEvent } from "./event";
import type { Heads } from "./merge";
import { packSteps, renameLast, unpackSteps, type PackedSteps, type Step } from "./packed-steps";
import type { DeviceStorage } from "./ports";

/** Everything that one click, key or command did. */
export interface Action {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
}

/** An action as it is kept. */
interface PackedAction extends PackedSteps {
  readonly at: number;
}

type Events = ReadonlyMap<string, JournalEvent>;

const KEY = "moc-path-history";
const MOST_ACTIONS = 50;
/** All plugins and vaults of a device share some five million characters; undo and redo take at most so many each. */
const MOST_CHARACTERS = 200_000;
/** If not even this much can be kept, nothing is: an older history would undo something other than the last action. */
const LEAST_CHARACTERS = 500;
/** Clicks on one icon within this many milliseconds are one action. */
const CLICK_TIME = 1500;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isPacked(value: unknown): value is PackedAction {
  return (
    isFields(value) &&
    typeof value["at"] === "number" &&
    ["first", "last", "before", "after"].every((key) => typeof value[key] === "string")
  );
}

function actionsIn(value: unknown, key: "undo" | "redo"): readonly PackedAction[] {
  const actions = isFields(value) ? value[key] : null;
  return Array.isArray(actions) ? actions.filter(isPacked) : [];
}

export class History {
  private undos: readonly PackedAction[];
  private redos: readonly PackedAction[];

  constructor(
    private readonly storage: DeviceStorage,
    private readonly events: Events,
  ) {
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
    const joined = this.joinClicks(action);
    const before = joined ? this.undos.slice(0, -1) : this.undos;
    const isIdle = joined?.steps.every((step) => step.before === step.after) === true;
    this.keep(isIdle ? before : [...before, packed(joined ?? action)], []);
  }

  /**
   * The action that is undone (`before`) or redone (`after`) next; null if there is none. It stays until `reversed`.
   */
  next(to: "before" | "after"): Action | null {
    const action = (to === "before" ? this.undos : this.redos).at(-1);
    return action ? { at: action.at, steps: unpackSteps(action) } : null;
  }

  /**
   * The steps `taken` of the next action were brought back to what was before or after them, by the events of `action`,
   * which can now be reversed in turn; the others of it are no longer to be reversed. Anything that those events cover,
   * or bring to light again, stands under their names from now on.
   */
  reversed(to: "before" | "after", action: Action, taken: readonly Step[]): void {
    const names = action.steps.map((step, index) => ({ taken: taken[index], name: step.last }));
    const later = new Map(names.flatMap(({ taken: step, name }) => (step ? [[step.last, name] as const] : [])));
    const overOf = replacements(this.events);
    const earlier = new Map(
      names.flatMap(({ taken: step, name }) => {
        const over = step ? overOf(step.first) : null;
        return over === null ? [] : [[over, name] as const];
      }),
    );
    const added = action.steps.length === 0 ? [] : [packed(action)];
    if (to === "before")
      this.keep(renamed(this.undos.slice(0, -1), earlier), [...renamed(this.redos, later), ...added]);
    else this.keep([...this.undos, ...added], renamed(this.redos.slice(0, -1), later));
  }

  /** One action out of the last one and a quick next one on the same single target; null where they are two. */
  private joinClicks(next: Action): Action | null {
    const [after] = next.steps;
    const at = this.undoAt;
    if (!after || next.steps.length > 1 || at === null || next.at - at > CLICK_TIME) return null;
    const [before, ...more] = this.next("before")?.steps ?? [];
    if (!before || more.length > 0 || !this.isSameTarget(before.last, after.first)) return null;
    if (replacements(this.events)(after.first) !== before.last) return null;
    return { at: next.at, steps: [{ ...after, before: before.before, first: before.first }] };
  }

  /** Told before all events are gone through for what one of them replaced: quick marks on many notes are the rule. */
  private isSameTarget(one: string, other: string): boolean {
    const target = this.events.get(one)?.target;
    return target !== undefined && target === this.events.get(other)?.target;
  }

  private keep(undos: readonly PackedAction[], redos: readonly PackedAction[]): void {
    this.undos = undos.slice(-MOST_ACTIONS);
    this.redos = redos.slice(-MOST_ACTIONS);
    for (let room = MOST_CHARACTERS; room > LEAST_CHARACTERS; room /= 4)
      if (this.storage.save(KEY, { undo: newest(this.undos, room), redo: newest(this.redos, room) })) return;
    this.storage.save(KEY, null);
  }
}

/**
 * Tells which event another one replaced; null if there was none. Lines leave
 * out what was replaced in their own session.
 */
function replacements(events: Events): (id: string) => string | null {
  const placeOf = (mark: MarkEvent): string => `${placeInSession(mark).session} ${mark.target}`;
  let before: Map<string, MarkEvent[]> | null = null;
  const marksAt = (): Map<string, MarkEvent[]> => {
    const marks = new Map<string, MarkEvent[]>();
    for (const event of events.values()) if (event.kind === "mark") addToGroup(marks, placeOf(event), event);
    return marks;
  };
  return (id) => {
    const event = events.get(id);
    if (event?.kind !== "mark" || event.over !== null) return event?.kind === "mark" ? event.over : null;
    before ??= marksAt();
    const { count } = placeInSession(event);
    const earlier = (before.get(placeOf(event)) ?? []).filter((mark) => placeInSession(mark).count < count);
    return (
      earlier.reduce<MarkEvent | null>((last, mark) => (last && isLaterIn(last, mark) ? last : mark), null)?.id ?? null
    );
  };
}

function isLaterIn(one: MarkEvent, other: MarkEvent): boolean {
  return placeInSession(one).count > placeInSession(other).count;
}

/** The newest actions that take no more than so many characters together. */
function newest(actions: readonly PackedAction[], room: number): readonly PackedAction[] {
  let [first, left] = [actions.length, room];
  for (; first > 0; first--) {
    left -= JSON.stringify(actions[first - 1]).length;
    if (left < 0) break;
  }
  return actions.slice(first);
}

function packed({ at, steps }: Action): PackedAction {
  return { at, ...packSteps(steps) };
}

/** Actions whose steps name the events that stand in for theirs now. */
function renamed(actions: readonly PackedAction[], names: ReadonlyMap<string, string>): readonly PackedAction[] {
  return names.size === 0 ? actions : actions.map((action) => ({ at: action.at, ...renameLast(action, names) }));
}

/** A step whose event is still the newest of its target, which may have been moved since. */
export interface StandingStep extends Step {
  readonly target: string;
}

/** The steps of an action that still stand. */
export function standingSteps({ steps }: Action, heads: Heads): readonly StandingStep[] {
  const targets = new Map([...heads].map(([target, { id }]) => [id, target]));
  return steps.flatMap((step) => {
    const target = targets.get(step.last);
    return target === undefined ? [] : [{ ...step, target }];
  });
}
