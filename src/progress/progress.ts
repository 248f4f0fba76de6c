// The reader's progress: states of targets out of all journals, and marks into this device's own.
import { sessionOf, deviceOf, yearOf, type JournalEvent, type MarkEvent } from "./event";
import type { State } from "../core/state";
import { Device } from "./device";
import { History, standingSteps, type Step } from "./history";
import { readJournal, type JournalProblem, type JournalReading } from "./journal";
import { headsOf, movedTarget, type Heads } from "./merge";
import type { JournalText, ProgressPorts } from "./ports";
import { Writer } from "./writer";

const DEFAULT_FOLDER = "MOC Path";

/** What undoing or redoing an action did. */
export interface Reversal {
  readonly changed: readonly string[];
  /** Targets that were marked again since, and are left as they are. */
  readonly skipped: readonly string[];
}

export class Progress {
  private readonly device: Device;
  private readonly writer: Writer;
  private readonly events = new Map<string, JournalEvent>();
  private readonly problemsOf = new Map<string, readonly JournalProblem[]>();
  /** This device's journals, by year. */
  private readonly own = new Map<number, string>();
  private readonly listeners = new Set<(targets: ReadonlySet<string>) => void>();
  private heads: Heads = new Map();
  private loading: Promise<void> | null = null;
  private readonly history: History;

  constructor(
    private readonly ports: ProgressPorts,
    private readonly folder = DEFAULT_FOLDER,
  ) {
    this.history = new History(ports.device);
    this.device = new Device(ports.device, (length) => ports.random(length));
    this.writer = new Writer(ports, this.shelf(), () => this.tell(new Set()));
  }

  /** How far the reader is with a target: `todo` if nobody has marked it. A mark on a note holds for what is inside it, until that is marked later. */
  state(target: string): State {
    const own = this.heads.get(target);
    const hash = target.indexOf("#");
    const whole = hash > 0 ? this.heads.get(target.slice(0, hash)) : undefined;
    return (whole && (!own || own.at < whole.at) ? whole : own)?.state ?? "todo";
  }

  /** Marks that could not be written at the last attempt; they are kept and tried again. */
  get unsaved(): number {
    return this.writer.unsaved;
  }

  /** Journal lines that hold no whole event. They are left in place. */
  problems(): readonly JournalProblem[] {
    return [...this.problemsOf.values()].flat();
  }

  /** Calls back with the targets whose state changed (none: only what is saved changed); returns what ends that. */
  onChange(listener: (targets: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads all journals, once. Rejects if one cannot be read: then nothing is written, and the next call tries again. */
  load(): Promise<void> {
    this.loading ??= this.readAll().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** Takes in a journal that is new or has changed. */
  absorb(journal: JournalText): void {
    this.take(journal);
    this.recompute();
  }

  /** When a target was marked last, in milliseconds since 1970; null if never. */
  touchedAt(target: string): number | null {
    return this.heads.get(target)?.at ?? null;
  }

  /** Gives targets a state, as one action; resolves to those that had another one. Rejects if journals cannot be read. */
  async mark(targets: readonly string[], state: State): Promise<readonly string[]> {
    await this.load();
    const different = [...new Set(targets)].filter((target) => this.state(target) !== state);
    const steps = this.apply(different.map((target) => ({ target, before: this.state(target), after: state })), "after");
    if (steps.length > 0) this.history.add({ at: this.ports.now(), steps });
    return different;
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Takes back this device's last action where it still holds; resolves to null if there is none. Rejects if journals cannot be read. */
  undo(): Promise<Reversal | null> {
    return this.reverse("before");
  }

  /** Does again what was undone last, where nothing was marked since; resolves to null if there is none. Rejects if journals cannot be read. */
  redo(): Promise<Reversal | null> {
    return this.reverse("after");
  }

  private async reverse(to: "before" | "after"): Promise<Reversal | null> {
    await this.load();
    const action = to === "before" ? this.history.takeUndo() : this.history.takeRedo();
    if (!action) return null;
    const standing = standingSteps(action, this.heads);
    const steps = this.apply(standing, to);
    if (steps.length > 0) this.history.reversed(to, { at: action.at, steps }, standing);
    const stands = new Set(standing.map(({ event }) => event));
    return { changed: steps.map(({ target }) => target), skipped: action.steps.flatMap(({ event, target }) => (stands.has(event) ? [] : [target])) };
  }

  /** Marks each target as its change says; returns the steps that were taken. */
  private apply(changes: readonly Pick<Step, "target" | "before" | "after">[], to: "before" | "after"): readonly Step[] {
    const events = changes.map((change) => this.markEvent(change.target, change[to]));
    this.record(events);
    return events.map(({ target, id, over }, index) => ({ target, event: id, over, before: changes[index]?.before ?? "todo", after: changes[index]?.after ?? "todo" }));
  }

  /** A note was moved in the app: its marks, and those of what is inside it, go along. */
  async moved(from: string, to: string): Promise<void> {
    await this.load();
    this.journalMoved(from, to);
    const move = { from, target: to };
    if (![...this.heads.keys()].some((target) => movedTarget(target, move) !== target)) return;
    this.record([{ kind: "move", id: this.device.nextId(), at: this.ports.now(), ...move, note: this.ports.fingerprint(to) }]);
  }

  /** A journal of this device goes on where it lies now. */
  private journalMoved(from: string, to: string): void {
    for (const [year, path] of this.own) if (path === from) this.own.set(year, to);
    const problems = this.problemsOf.get(from);
    if (!problems) return;
    this.problemsOf.delete(from);
    this.problemsOf.set(to, problems.map((problem) => ({ ...problem, path: to })));
  }

  /** Writes now what is pending. */
  flush(): Promise<void> {
    return this.writer.flush();
  }

  /** Writes what is pending and ends all work. */
  stop(): Promise<void> {
    this.listeners.clear();
    return this.writer.stop();
  }

  private shelf(): ConstructorParameters<typeof Writer>[1] {
    const { device, folder, own, events } = this;
    return {
      get device() {
        return device.id;
      },
      folder,
      pathOf: (year) => own.get(year) ?? null,
      eventsOf: (year) => [...events.values()].filter((event) => deviceOf(event) === device.id && yearOf(event) === year),
      added: (year, path) => void own.set(year, path),
    };
  }

  private markEvent(target: string, state: State): MarkEvent {
    const over = this.heads.get(target)?.id ?? null;
    return { kind: "mark", id: this.device.nextId(), at: this.ports.now(), target, state, over, note: this.ports.fingerprint(target) };
  }

  private record(events: readonly JournalEvent[]): void {
    if (events.length === 0) return;
    for (const event of events) this.events.set(event.id, event);
    this.device.remember(events);
    this.writer.add(events);
    this.recompute();
  }

  private async readAll(): Promise<void> {
    const journals = await this.ports.journals.readAll();
    const readings = journals.map((journal) => this.take(journal));
    if (readings.some((reading) => this.isCloned(reading))) this.becomeAnother();
    this.heal();
    this.report();
    this.recompute();
  }

  private take({ path, text }: JournalText): JournalReading {
    const reading = readJournal(path, text);
    for (const event of reading.events) this.events.set(event.id, event);
    this.problemsOf.set(path, reading.problems);
    if (reading.device === this.device.id && reading.year !== null && !this.own.has(reading.year)) this.own.set(reading.year, path);
    return reading;
  }

  /** Another device with this one's storage has written into a journal of this one's name. */
  private isCloned({ events }: JournalReading): boolean {
    return events.some((event) => deviceOf(event) === this.device.id && !this.device.started(sessionOf(event)));
  }

  private becomeAnother(): void {
    this.device.renew();
    this.own.clear();
  }

  /** Writes again what this device once wrote and no journal holds: a backup was restored, or the app was killed. */
  private heal(): void {
    const lost = this.device.remembered().filter(({ id }) => !this.events.has(id));
    for (const event of lost) this.events.set(event.id, event);
    if (lost.length > 0) this.writer.add(lost);
  }

  private report(): void {
    const problems = this.problems();
    const places = problems.slice(0, 5).map(({ path, line, why }) => `${path}:${line + 1} (${why})`);
    if (problems.length > 0) this.ports.warn(`${problems.length} lines of progress could not be read and were left as they are.`, places.join(", "));
  }

  private recompute(): void {
    const before = this.heads;
    this.heads = headsOf(this.events.values());
    const changed = new Set([...before.keys(), ...this.heads.keys()].filter((target) => before.get(target)?.state !== this.heads.get(target)?.state));
    if (changed.size > 0) this.tell(changed);
  }

  private tell(targets: ReadonlySet<string>): void {
    for (const listener of this.listeners) listener(targets);
  }
}
