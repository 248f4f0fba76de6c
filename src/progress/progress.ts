// The reader's progress: one state for each target out of all journals and the tasks of maps, marks, and what takes them back.
import { Listeners } from "../core/base/listeners";
import { someOf, stackOf } from "../core/base/log";
import type { State } from "../core/base/state";
import { declaredSince } from "./declared";
import { isLater, type JournalEvent, type MarkEvent } from "./event";
import type { Exported } from "./export";
import type { Fingerprint } from "./fingerprint";
import { History, standingSteps, type Step } from "./history";
import { journalsOf } from "./import";
import type { JournalProblem } from "./journal";
import { Journals } from "./journals";
import { Merge, type Heads } from "./merge";
import { noteOf } from "./moves";
import type { JournalText, ProgressPorts } from "./ports";
import { Times } from "./times";

export const DEFAULT_FOLDER = "MOC Path";

/** What undoing or redoing an action did. */
export interface Reversal {
  readonly changed: readonly string[];
  /** Targets that were marked again since, and are left as they are. */
  readonly skipped: readonly string[];
}

/** A note, or something in it, that is at another place now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What is known of one target itself, whatever holds for the note around it. */
interface Verdict {
  readonly state: State;
  /** Milliseconds since 1970; null where a task declares it. */
  readonly at: number | null;
}

type Change = Pick<Step, "target" | "before" | "after">;

export class Progress {
  private readonly merge: Merge;
  private readonly times = new Times();
  private readonly history: History;
  private readonly journals: Journals;
  private acting: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Listeners<[targets: ReadonlySet<string>]>((error, targets) =>
    this.ports.warn(`What follows progress failed at ${someOf(targets)}.`, stackOf(error)),
  );

  constructor(
    private readonly ports: ProgressPorts,
    /** Where new journals are placed, asked when one is. */
    folder = (): string => DEFAULT_FOLDER,
  ) {
    this.merge = new Merge((path) => ports.fingerprint(path));
    this.history = new History(ports.device);
    const sink = {
      events: this.merge.events,
      take: (events: readonly JournalEvent[]) => this.take(events),
      settled: () => this.listeners.tell(new Set()),
    };
    this.journals = new Journals(ports, sink, folder);
  }

  /** How far the reader is with a target: `todo` if nobody has marked it. A mark on a note holds for what is inside it, until that is marked later. */
  state(target: string): State {
    const own = this.verdict(target);
    const note = noteOf(target);
    const whole = note === target ? null : this.verdict(note);
    return (whole && isOverruled(own, whole) ? whole : own)?.state ?? "todo";
  }

  /** Marks that could not be written at the last attempt; they are kept and tried again. */
  get unsaved(): number {
    return this.journals.unsaved;
  }

  /** Journal lines that hold no whole event. They are left in place. */
  problems(): readonly JournalProblem[] {
    return this.journals.problems();
  }

  /** The event that holds for each target that was ever marked. */
  get heads(): Heads {
    return this.merge.heads;
  }

  /** Whether a target, or something inside it, was ever marked. */
  holds(target: string): boolean {
    return this.merge.holds(target);
  }

  /** The notes that were marked, or something inside them, with what identified each then; of web addresses that is null. */
  markedNotes(): ReadonlyMap<string, Fingerprint | null> {
    const notes = new Map<string, MarkEvent>();
    for (const [target, mark] of this.heads) {
      const known = notes.get(noteOf(target));
      if (!known || isLater(mark, known)) notes.set(noteOf(target), mark);
    }
    return new Map([...notes].map(([path, { note }]) => [path, note]));
  }

  /** Calls back with the targets whose state changed (none: only what is saved changed); returns what ends that. */
  onChange(listener: (targets: ReadonlySet<string>) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Reads all journals, once. Rejects if one cannot be read: then nothing is written, and the next call tries again. */
  load(): Promise<void> {
    return this.journals.load();
  }

  /** Takes in a journal that is new or has changed. */
  absorb(journal: JournalText): void {
    this.journals.absorb(journal);
  }

  /** When a target was marked last, in milliseconds since 1970, as far as clocks can be believed; null if never. */
  touchedAt(target: string): number | null {
    const head = this.heads.get(target);
    return head ? this.times.timeOf(head) : null;
  }

  /** Gives targets a state, as one action; resolves to those that had another one. Rejects if journals cannot be read. */
  mark(targets: readonly string[], state: State): Promise<readonly string[]> {
    return this.markEach(new Map(targets.map((target) => [target, state])));
  }

  /** Gives each target a state of its own, as one action; resolves to those that had another one. Rejects if journals cannot be read. */
  markEach(states: ReadonlyMap<string, State>): Promise<readonly string[]> {
    return this.inTurn(async () => {
      await this.load();
      const changes = [...states]
        .map(([target, after]) => ({ target, before: this.state(target), after }))
        .filter(({ before, after }) => before !== after);
      const steps = await this.apply(changes, "after");
      if (steps.length > 0) this.history.add({ at: this.ports.now(), steps });
      return changes.map(({ target }) => target);
    });
  }

  /** Every event that is known, and what holds for each target that was ever marked: what an export says. */
  exported(): Exported {
    const marks = [...this.heads].map(([target, head]) => ({
      target,
      state: this.state(target),
      at: this.times.timeOf(head),
    }));
    return { events: this.merge.events.values(), marks: marks.sort((a, b) => (a.target < b.target ? -1 : 1)) };
  }

  /** Journals for the events that are not known yet, by the names of their files, and the targets whose state they will change. */
  foresee(events: readonly JournalEvent[]): {
    readonly journals: ReadonlyMap<string, string>;
    readonly states: ReadonlyMap<string, State>;
  } {
    const fresh = events.filter(({ id }) => !this.merge.events.has(id));
    const merge = new Merge((path) => this.ports.fingerprint(path));
    merge.add([...this.merge.events.values(), ...fresh]);
    const changed = [...merge.heads].filter(
      ([target, { id, state }]) => this.heads.get(target)?.id !== id && this.state(target) !== state,
    );
    return { journals: journalsOf(fresh), states: new Map(changed.map(([target, { state }]) => [target, state])) };
  }

  /** When the action that undo would take back was done, in milliseconds since 1970; null if there is none. */
  get undoAt(): number | null {
    return this.history.undoAt;
  }

  /** When the action that redo would do again was done; null if there is none. */
  get redoAt(): number | null {
    return this.history.redoAt;
  }

  /** Takes back this device's last action where it still holds; resolves to null if there is none. Rejects if journals cannot be read. */
  undo(): Promise<Reversal | null> {
    return this.inTurn(() => this.reverse("before"));
  }

  /** Does again what was undone last, where nothing was marked since; resolves to null if there is none. Rejects if journals cannot be read. */
  redo(): Promise<Reversal | null> {
    return this.inTurn(() => this.reverse("after"));
  }

  /** Notes were moved: their marks, and those of what is inside them, go along. `at` is when, in milliseconds since 1970. */
  async moved(moves: readonly Move[], at = this.ports.now()): Promise<void> {
    await this.load();
    for (const { from, to } of moves) this.journals.moved(from, to);
    const events = moves
      .filter(({ from }) => this.merge.holds(from))
      .map(({ from, to }) => this.moveEvent(from, to, at));
    this.record(events);
  }

  /** Notes came to or went from these paths, or became different there. */
  notesChanged(paths: Iterable<string>): void {
    this.tellOf(this.merge.notesChanged(paths));
  }

  /** Tasks that list these targets have other marks now. */
  declarationsChanged(targets: ReadonlySet<string>): void {
    this.tellOf(targets);
  }

  /** Writes now what is pending. */
  flush(): Promise<void> {
    return this.journals.flush();
  }

  /** Writes what is pending and ends all work. */
  async stop(): Promise<void> {
    this.listeners.clear();
    // What is being marked right now is written, too, when that is done.
    await Promise.all([this.journals.stop(), this.acting]);
    await this.journals.stop();
  }

  private verdict(target: string): Verdict | null {
    const head = this.heads.get(target);
    const marks = this.ports.marks(target);
    if (head === undefined && marks === "") return null;
    const declared = declaredSince(head?.marks ?? "", marks, (mark) => this.ports.stateOfMark(mark));
    if (declared !== null) return { state: declared, at: null };
    return head ? { state: head.state, at: head.at } : null;
  }

  private async reverse(to: "before" | "after"): Promise<Reversal | null> {
    await this.load();
    const action = to === "before" ? this.history.takeUndo() : this.history.takeRedo();
    if (!action) return null;
    const standing = standingSteps(action, this.heads);
    const steps = await this.apply(standing, to);
    if (steps.length > 0) this.history.reversed(to, { at: action.at, steps }, standing);
    const stands = new Set(standing.map(({ event }) => event));
    return {
      changed: steps.map(({ target }) => target),
      skipped: action.steps.flatMap(({ event, target }) => (stands.has(event) ? [] : [target])),
    };
  }

  /** One action after another: each has to know what those before it left in the maps. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const acting = this.acting.then(act);
    this.acting = acting.catch(() => undefined);
    return acting;
  }

  /** Marks each target as its change says, the tasks of maps first: a mark in a map outlives a crash before the journal is written. Returns the steps that were taken. */
  private async apply(changes: readonly Change[], to: "before" | "after"): Promise<readonly Step[]> {
    await this.ports.writeMarks(new Map(changes.map((change) => [change.target, change[to]])));
    const events = changes.map((change) => this.markEvent(change.target, change[to]));
    this.record(events);
    return events.map(({ target, id, over }, index) => ({
      target,
      event: id,
      over,
      before: changes[index]?.before ?? "todo",
      after: changes[index]?.after ?? "todo",
    }));
  }

  private markEvent(target: string, state: State): MarkEvent {
    const { ports, journals } = this;
    const over = this.heads.get(target)?.id ?? null;
    return {
      kind: "mark",
      id: journals.nextId(),
      at: ports.now(),
      target,
      state,
      over,
      marks: ports.marks(target),
      note: ports.fingerprint(noteOf(target)),
    };
  }

  private moveEvent(from: string, target: string, at: number): JournalEvent {
    return { kind: "move", id: this.journals.nextId(), at, from, target, note: this.ports.fingerprint(noteOf(target)) };
  }

  private record(events: readonly JournalEvent[]): void {
    if (events.length === 0) return;
    this.journals.write(events);
    this.take(events);
  }

  private take(events: readonly JournalEvent[]): void {
    for (const event of events) if (!this.merge.events.has(event.id)) this.times.add(event);
    this.tellOf(this.merge.add(events));
  }

  private tellOf(targets: ReadonlySet<string>): void {
    if (targets.size > 0) this.listeners.tell(targets);
  }
}

/** Whether a mark on the whole note is the later word about something inside it. */
function isOverruled(own: Verdict | null, whole: Verdict): boolean {
  if (own === null || whole.at === null) return own === null || own.at !== null;
  return own.at !== null && own.at < whole.at;
}
