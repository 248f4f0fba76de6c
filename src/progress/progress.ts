// The reader's progress: one state for each target out of all journals and tasks of maps, marks, and what undoes them.
import { Listeners } from "../core/base/listeners";
import { someOf, stackOf } from "../core/base/log";
import type { State } from "../core/base/state";
import type { JournalEvent, MarkEvent, Stamp } from "./event";
import type { Exported } from "./export";
import { ActionHistory, type Turn } from "./action-history";
import type { KeptAction } from "./kept-action";
import { EarlyMarks } from "./early-marks";
import { foresee, type Foreseen } from "./foresee";
import type { ImportedEvents } from "./import";
import { Fingerprints } from "./fingerprints";
import { Journals } from "./journals";
import { Merge, type Heads } from "./merge";
import { noteOf } from "../core/read/links";
import { MovedLinks } from "./moved-links";
import { Moving, type Move } from "./moving";
import type { Step } from "./packed-steps";
import { endsWithin, within, type ProgressPorts } from "./ports";
import { SecondLook, type NotesNow } from "./second-look";
import { Times } from "./times";
import { isReadable } from "./transfer";
import { Undo, type Reversal } from "./undo";
import { stateIn } from "./verdict";

export const DEFAULT_FOLDER = "MOC Path";

/** An action that does not end, since a file does not answer, holds up others no longer than this, in milliseconds. */
const PATIENCE = 25_000;

/** A mark waits no longer for tasks of maps to be written, in milliseconds: nobody feels that. */
const AT_ONCE = 100;

interface Change extends Pick<Step, "before" | "after"> {
  readonly target: string;
}

export class Progress {
  private readonly merge = new Merge();
  private readonly fingerprints = new Fingerprints();
  private readonly times = new Times();
  /** The last actions of this device, of every kind. */
  readonly history: ActionHistory;
  private readonly undoing: Undo;
  readonly journals: Journals;
  /** The places that notes were moved to. */
  readonly moving: Moving;
  /** The new places of links that were left as they were when notes were moved. */
  readonly movedLinks: MovedLinks;
  private acting: Promise<unknown> = Promise.resolve();
  private isStopped = false;
  private readonly early = new EarlyMarks();
  private isAllRead = false;
  private readonly listeners = new Listeners<[targets: ReadonlySet<string>]>((error, targets) =>
    this.ports.warn(`What follows progress failed at ${someOf(targets)}.`, stackOf(error)),
  );

  constructor(
    private readonly ports: ProgressPorts,
    /** The folder for new journals, asked for when one is placed. */
    folder = (): string => DEFAULT_FOLDER,
  ) {
    this.history = new ActionHistory(ports.device, this.merge.events, (error) =>
      ports.warn("What follows the history of actions failed.", stackOf(error)),
    );
    this.undoing = new Undo(
      this.history,
      this.merge,
      ports,
      () => this.journals.load(),
      (steps, to) => this.apply(steps, to),
    );
    const sink = {
      events: this.merge.events,
      lines: this.fingerprints,
      take: this.take,
      allRead: this.allRead,
      saved: () => this.listeners.tell(new Set()),
    };
    this.journals = new Journals(ports, sink, folder);
    this.moving = new Moving(
      ports,
      this.merge,
      () => this.journals.nextId(),
      (events) => this.record(events),
    );
    this.movedLinks = new MovedLinks(this.merge, this.moving, (listener) => this.onChange(listener));
  }

  /** The state of a target: `todo` if never marked. A note's mark holds for all inside, until that is marked later. */
  state(target: string): State {
    return stateIn(this.heads, target, this.ports);
  }

  /** Marks that could not be written at the last attempt, or wait for an unreadable journal; kept and tried again. */
  get unsaved(): number {
    return this.journals.unsaved;
  }

  /** The event that holds for each target that was ever marked. */
  get heads(): Heads {
    return this.merge.heads;
  }

  /** True if a target, or something inside it, was ever marked. */
  holds(target: string): boolean {
    return this.merge.holds(target);
  }

  /** Calls back with the targets whose state changed (none: only what is saved changed); returns what ends that. */
  onChange(listener: (targets: ReadonlySet<string>) => void): () => void {
    return this.listeners.add(listener);
  }

  /** When a target was marked last, in milliseconds since 1970, as far as clocks can be believed; null if never. */
  touchedAt(target: string): number | null {
    const head = this.heads.get(target);
    if (!head) return null;
    const time = this.times.timeOf(head, this.ports.now());
    // A time that a wrong clock gave is older than the mark that shows it to be wrong.
    return time < head.at ? time - 1 : time;
  }

  /** Grows when times of earlier marks may be others now, though no other event holds for their targets. */
  get timesRevision(): number {
    return this.times.revision(this.ports.now());
  }

  /** Gives targets a state, as one action; resolves to those that had another, once kept. Rejects after `stop`. */
  mark(targets: readonly string[], state: State): Promise<readonly string[]> {
    return this.markEach(new Map(targets.map((target) => [target, state])));
  }

  /** Gives each target a state of its own, as one action; resolves and rejects as `mark` does. */
  markEach(states: ReadonlyMap<string, State>): Promise<readonly string[]> {
    return this.inTurn(async () => {
      const changes = [...states]
        .map(([target, after]) => ({ target, before: this.state(target), after }))
        .filter(({ before, after }) => before !== after);
      const steps = await this.apply(changes, "after");
      if (steps.length > 0) this.history.addMarks({ at: this.ports.now(), steps });
      return changes.map(({ target }) => target);
    });
  }

  /**
   * Runs an action of any kind when all that were asked for before are done: each finds what those have left, and an
   * undo the last of them. None begins once the plugin is off: rejects then.
   */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (this.isStopped) return Promise.reject(new Error("MOC Path is off"));
    const acting = this.acting.then(act);
    this.acting = this.acting.then(() => within(this.ports.later, PATIENCE, acting)).catch(() => undefined);
    return acting;
  }

  /** Every event that is known, and what holds for each target that was ever marked: what an export says. */
  exported(): Exported {
    const read = [...this.heads].filter(([target]) => isReadable(target));
    const marks = read.map(([target, head]) => ({
      target,
      state: this.state(target),
      at: this.times.timeOf(head, this.ports.now()),
    }));
    return {
      events: this.merge.events.values(),
      newer: this.journals.newerLines(),
      marks: marks.sort((a, b) => (a.target < b.target ? -1 : 1)),
    };
  }

  /** Journals for what is new in an import, by the names of their files, and the states that will change. */
  foresee(imported: ImportedEvents): Foreseen {
    return foresee(imported, {
      events: this.merge.events,
      heads: this.heads,
      newer: this.journals.newerLines(),
      stateIn: (heads, target) => stateIn(heads, target, this.ports),
    });
  }

  /**
   * Takes back this device's last action where it still holds, or the one given; resolves to null if there is
   * none. Rejects after `stop`.
   */
  undo(action?: KeptAction): Promise<Reversal | null> {
    return this.inTurn(() => this.undoing.turn("before", action));
  }

  /** Redoes what was undone last, or the action given, as `undo` does; null too if anything was done since. */
  redo(action?: KeptAction): Promise<Reversal | null> {
    return this.inTurn(() => this.undoing.turn("after", action));
  }

  /** Notes were moved: marks on them and on what is inside go along. `at` is the time, in milliseconds since 1970. */
  async moved(moves: readonly Move[], at = this.ports.now()): Promise<void> {
    for (const { from, to } of moves) this.journals.moved(from, to);
    await this.journals.load();
    if (this.isStopped) return;
    this.moving.moved(moves, at);
  }

  /** A note had been renamed when nothing in it was marked yet: marks of other devices that come late follow it. */
  async renamedBefore(rename: Move & Stamp): Promise<void> {
    await this.journals.load();
    if (!this.isStopped) this.moving.renamedBefore(rename);
  }

  /** Tasks that list these targets have other marks now. */
  declarationsChanged(targets: ReadonlySet<string>): void {
    this.tellOf(targets);
  }

  /** Returns a second look at the known moves, to be taken whenever all is quiet in the vault. */
  secondLook(vault: NotesNow): SecondLook {
    return new SecondLook(vault, this.merge, this.moving);
  }

  /** Writes what is pending and ends all work. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.listeners.clear();
    // Anything that is being marked right now is written, too, when that is done.
    await this.journals.stop(this.acting);
  }

  /** Returns the steps taken. Marks tasks of maps first: they outlive a crash before the journal is written. */
  private async apply(changes: readonly Change[], to: Turn): Promise<readonly Step[]> {
    const writing = this.ports.writeMarks(new Map(changes.map((change) => [change.target, change[to]])));
    const isWritten = await endsWithin(this.ports.later, AT_ONCE, writing);
    const events = changes.map((change) => this.markEvent(change.target, change[to]));
    this.record(events);
    if (!this.isAllRead)
      for (const [at, event] of events.entries())
        this.early.add(event, changes[at]?.[to === "after" ? "before" : "after"] ?? "todo");
    if (!isWritten) void writing.then(() => this.tasksWritten(events));
    return events.map(({ id }, index) => ({
      first: id,
      last: id,
      before: changes[index]?.before ?? "todo",
      after: changes[index]?.after ?? "todo",
    }));
  }

  /**
   * Tasks say what marks do only since those were kept, with the marks of tasks that were found then: the marks are
   * kept again with those that the tasks were given, so that whoever changes a task from now on has the last word.
   */
  private async tasksWritten(events: readonly MarkEvent[]): Promise<void> {
    // The action is in the history by then.
    await this.acting;
    if (this.isStopped) return;
    const { heads, ports } = this;
    const given = events.filter(
      ({ id, target, marks, state }) =>
        heads.get(target)?.id === id && ports.marks(target) !== marks && this.state(target) === state,
    );
    const again = given.map(({ target, state }) => this.markEvent(target, state));
    this.record(again);
    for (const event of again) this.early.renew(event);
    this.history.keptAgain(new Map(given.map(({ id }, at) => [id, again[at]?.id ?? id])));
  }

  private readonly allRead = (): void => {
    this.isAllRead = true;
    const { learned, again } = this.early.settled(this.heads, this.ports.now(), (mark) => this.stateBefore(mark));
    this.history.learned(learned);
    this.record([...again].map(([target, state]) => this.markEvent(target, state)));
  };

  /** The state that journals say was there before a mark; null where they say nothing, or tasks say better. */
  private stateBefore(mark: MarkEvent): State | null {
    const head = mark.marks === "" ? this.merge.headBefore(mark) : null;
    return (
      head &&
      stateIn({ get: (target) => (target === mark.target ? head : this.heads.get(target)) }, mark.target, this.ports)
    );
  }

  private markEvent(target: string, state: State): MarkEvent {
    const { ports, journals } = this;
    const before = this.heads.get(target);
    const since = this.moving.lastMoveFrom(target);
    return {
      kind: "mark",
      id: journals.nextId(),
      at: ports.now(),
      target,
      state,
      over: before?.id ?? null,
      marks: ports.marks(target),
      // One that is not there is still the one that was marked before.
      note: ports.fingerprint(noteOf(target)) ?? before?.note ?? null,
      ...(since !== undefined && { since }),
    };
  }

  private record(events: readonly JournalEvent[]): void {
    if (events.length === 0) return;
    this.journals.write(events);
    this.take(events);
  }

  private readonly take = (events: readonly JournalEvent[]): void => {
    const fresh = new Map(events.map((event) => [event.id, event]));
    for (const id of fresh.keys()) if (this.merge.events.has(id)) fresh.delete(id);
    // Of moves it is said when they were, not when that was found out.
    for (const event of fresh.values()) if (event.kind === "mark") this.times.add(event);
    const whole = this.fingerprints.add(fresh.values());
    this.tellOf(this.merge.add(whole));
  };

  private tellOf(targets: ReadonlySet<string>): void {
    if (targets.size > 0) this.listeners.tell(targets);
  }
}
