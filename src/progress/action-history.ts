// The last actions of this device's reader, of every kind, kept so that they can be undone and redone, over restarts
// too. It knows what belongs together; whether that still holds is told by the journals, and by the notes' own text.
import { Listeners } from "../core/base/listeners";
import type { State } from "../core/base/state";
import type { TextEdit } from "../core/edit/text-edit";
import {
  actionsIn,
  isEdits,
  movedEdits,
  newest,
  packedEdits,
  packedMarks,
  renamed,
  stepsOf,
  withBefore,
  type EditAction,
  type KeptAction,
  type MarkAction,
  type PackedEditAction,
  type PackedMarks,
} from "./kept-action";
import { packEdits } from "./packed-edits";
import type { Step } from "./packed-steps";
import type { DeviceStorage } from "./ports";
import { replacements, type Events } from "./replaced-marks";

const KEY = "moc-path-history";
const MOST_ACTIONS = 50;
/** All plugins and vaults of a device share some five million characters; undo and redo take at most so many each. */
const MOST_CHARACTERS = 200_000;
/** If not even this much can be kept, nothing is: an older history would undo something other than the last action. */
const LEAST_CHARACTERS = 500;
/** Clicks on one icon within this many milliseconds are one action. */
const CLICK_TIME = 1500;

/** The direction in which an action is turned: to what was before it, or after it. */
export type Turn = "before" | "after";

/** The outcome for an action that was turned. */
interface Turned {
  /** The part that can now be turned back; null for none. */
  readonly done: KeptAction | null;
  /** The part that failed and can be tried again; null for none. */
  readonly left: KeptAction | null;
}

interface Lists {
  readonly undos: readonly KeptAction[];
  readonly redos: readonly KeptAction[];
}

export class ActionHistory {
  private undos: readonly KeptAction[];
  private redos: readonly KeptAction[];
  private readonly listeners: Listeners<[]>;

  constructor(
    private readonly storage: DeviceStorage,
    private readonly events: Events,
    failed: (error: unknown) => void,
  ) {
    this.listeners = new Listeners(failed);
    const value = storage.load(KEY);
    this.undos = actionsIn(value, "undo");
    this.redos = actionsIn(value, "redo");
  }

  /** The action that is undone (`before`) or redone (`after`) next; null if there is none. */
  next(to: Turn): KeptAction | null {
    return this.listOf(to).at(-1) ?? null;
  }

  /** True if an action can still be undone, or redone. */
  holds(to: Turn, action: KeptAction): boolean {
    return this.listOf(to).includes(action);
  }

  /** Calls back when another action is next; returns what ends that. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Notes marks that were set; there is nothing to redo after them. */
  addMarks(action: MarkAction): void {
    const joined = this.joinClicks(action);
    const before = joined ? this.undos.slice(0, -1) : this.undos;
    const isIdle = joined?.steps.every((step) => step.before === step.after) === true;
    this.keep(isIdle ? before : [...before, packedMarks(joined ?? action)], []);
  }

  /** Notes edits that were written, by those that take them back; there is nothing to redo after them. */
  addEdits(action: EditAction): void {
    this.keep([...this.undos, packedEdits(action)], []);
  }

  /** Edits of an action were done: those of `back` turn them back, those of `left` are still to be done. */
  turnedEdits(to: Turn, kept: PackedEditAction, back: readonly TextEdit[], left: readonly TextEdit[]): void {
    const part = (edits: readonly TextEdit[]): KeptAction | null =>
      edits.length === 0 ? null : { ...kept, notes: packEdits(edits) };
    const { undos, redos } = this.turned(to, kept, { done: part(back), left: part(left) });
    this.keep(undos, redos);
  }

  /**
   * The steps `taken` of an action were brought back to what was before or after them, by the events of `action`,
   * which can now be reversed in turn; the others of it are no longer to be reversed. Anything that those events cover,
   * or bring to light again, stands under their names from now on.
   */
  turnedMarks(to: Turn, kept: PackedMarks, steps: readonly Step[], taken: readonly Step[]): void {
    const names = steps.map((step, index) => ({ taken: taken[index], name: step.last }));
    const later = new Map(names.flatMap(({ taken: step, name }) => (step ? [[step.last, name] as const] : [])));
    const overOf = replacements(this.events);
    const earlier = new Map(
      names.flatMap(({ taken: step, name }) => {
        const over = step ? overOf(step.first) : null;
        return over === null ? [] : [[over, name] as const];
      }),
    );
    const done = steps.length === 0 ? null : packedMarks({ at: kept.at, steps });
    const { undos, redos } = this.turned(to, kept, { done, left: null });
    this.keep(to === "before" ? renamed(undos, earlier) : undos, renamed(redos, later));
  }

  /** It has come to light what marks had really replaced, by the ids of their events. */
  learned(states: ReadonlyMap<string, State>): void {
    if (states.size === 0) return;
    const learn = (action: KeptAction): KeptAction => (isEdits(action) ? action : withBefore(action, states));
    this.keep(this.undos.map(learn), this.redos.map(learn));
  }

  /** The last events of steps were kept again, under other ids. */
  keptAgain(ids: ReadonlyMap<string, string>): void {
    if (ids.size > 0) this.keep(renamed(this.undos, ids), renamed(this.redos, ids));
  }

  /** A note has another path: edits of it can still be taken back there. */
  moved(path: string, oldPath: string): void {
    const move = (action: KeptAction): KeptAction => (isEdits(action) ? movedEdits(action, path, oldPath) : action);
    const [undos, redos] = [this.undos.map(move), this.redos.map(move)];
    const isSame = (before: readonly KeptAction[], now: readonly KeptAction[]): boolean =>
      now.every((action, index) => action === before[index]);
    if (!isSame(this.undos, undos) || !isSame(this.redos, redos)) this.keep(undos, redos);
  }

  private listOf(to: Turn): readonly KeptAction[] {
    return to === "before" ? this.undos : this.redos;
  }

  /** The lists once an action has left its own; if others were done meanwhile, there is nothing to redo any more. */
  private turned(to: Turn, kept: KeptAction, { done, left }: Turned): Lists {
    const { undos, redos } = this;
    const isNext = this.next(to) === kept;
    const rest = this.listOf(to).flatMap((action) => (action !== kept ? [action] : left ? [left] : []));
    const added = done ? [done] : [];
    if (to === "before") return { undos: rest, redos: isNext ? [...redos, ...added] : redos };
    return { undos: [...undos, ...added], redos: rest };
  }

  /** One action out of the last one and a quick next one on the same single target; null where they are two. */
  private joinClicks(next: MarkAction): MarkAction | null {
    const [after] = next.steps;
    const last = this.next("before");
    if (!after || next.steps.length > 1 || !last || isEdits(last) || next.at - last.at > CLICK_TIME) return null;
    const [before, ...more] = stepsOf(last);
    if (!before || more.length > 0 || !this.isSameTarget(before.last, after.first)) return null;
    if (replacements(this.events)(after.first) !== before.last) return null;
    return { at: next.at, steps: [{ ...after, before: before.before, first: before.first }] };
  }

  /** Told before all events are gone through for what one of them replaced: quick marks on many notes are the rule. */
  private isSameTarget(one: string, other: string): boolean {
    const target = this.events.get(one)?.target;
    return target !== undefined && target === this.events.get(other)?.target;
  }

  private keep(undos: readonly KeptAction[], redos: readonly KeptAction[]): void {
    this.undos = undos.slice(-MOST_ACTIONS);
    this.redos = redos.slice(-MOST_ACTIONS);
    this.save();
    this.listeners.tell();
  }

  private save(): void {
    for (let room = MOST_CHARACTERS; room > LEAST_CHARACTERS; room /= 4)
      if (this.storage.save(KEY, { undo: newest(this.undos, room), redo: newest(this.redos, room) })) return;
    this.storage.save(KEY, null);
  }
}
