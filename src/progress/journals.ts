// The journals of the vault: read once at the start, taken in again when sync brings others, and this device's own written to.
// What their events mean together is merge.ts's affair.
import { Device } from "./device";
import { deviceOf, sessionOf, yearOf, type JournalEvent } from "./event";
import { readJournal, type JournalProblem, type JournalReading } from "./journal";
import type { JournalText, ProgressPorts } from "./ports";
import { Writer } from "./writer";

/** Where the events of journals go. */
export interface EventSink {
  readonly events: ReadonlyMap<string, JournalEvent>;
  /** Takes in events, known ones too. */
  take(events: readonly JournalEvent[]): void;
  /** What is saved has changed. */
  settled(): void;
}

export class Journals {
  private readonly device: Device;
  private readonly writer: Writer;
  private readonly problemsOf = new Map<string, readonly JournalProblem[]>();
  /** This device's journals, by year. */
  private readonly own = new Map<number, string>();
  private loading: Promise<void> | null = null;

  constructor(
    private readonly ports: ProgressPorts,
    private readonly sink: EventSink,
    /** Where new journals are placed, asked when one is. */
    private readonly folder: () => string,
  ) {
    this.device = new Device(ports.device, (length) => ports.random(length));
    this.writer = new Writer(ports, this.shelf(), () => this.sink.settled());
  }

  /** Events that could not be written at the last attempt; they are kept and tried again. */
  get unsaved(): number {
    return this.writer.unsaved;
  }

  /** Lines that hold no whole event. They are left in place. */
  problems(): readonly JournalProblem[] {
    return [...this.problemsOf.values()].flat();
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
    const reading = this.read(journal);
    if (this.isCloned(reading)) this.becomeAnother();
    this.sink.take(reading.events);
  }

  /** The id of the next event of this device. */
  nextId(): string {
    return this.device.nextId();
  }

  /** Brings events of this device to its journal. */
  write(events: readonly JournalEvent[]): void {
    this.device.remember(events);
    this.writer.add(events);
  }

  /** A note was moved: if it is a journal of this device, that goes on where it lies now. */
  moved(from: string, to: string): void {
    for (const [year, path] of this.own) if (path === from) this.own.set(year, to);
    const problems = this.problemsOf.get(from);
    if (!problems) return;
    this.problemsOf.delete(from);
    this.problemsOf.set(
      to,
      problems.map((problem) => ({ ...problem, path: to })),
    );
  }

  /** Writes now what is pending. */
  flush(): Promise<void> {
    return this.writer.flush();
  }

  /** Writes what is pending and ends all work. */
  stop(): Promise<void> {
    return this.writer.stop();
  }

  private shelf(): ConstructorParameters<typeof Writer>[1] {
    const { device, folder, own, sink } = this;
    return {
      get device() {
        return device.id;
      },
      get deviceName() {
        return device.name;
      },
      get folder() {
        return folder();
      },
      pathOf: (year) => own.get(year) ?? null,
      eventsOf: (year) =>
        [...sink.events.values()].filter((event) => deviceOf(event) === device.id && yearOf(event) === year),
      added: (year, path) => void own.set(year, path),
    };
  }

  private async readAll(): Promise<void> {
    const journals = await this.ports.journals.readAll();
    const readings = journals.map((journal) => this.read(journal));
    if (readings.some((reading) => this.isCloned(reading))) this.becomeAnother();
    this.sink.take(readings.flatMap(({ events }) => events));
    this.heal();
    this.report();
  }

  private read({ path, text }: JournalText): JournalReading {
    const reading = readJournal(path, text);
    this.problemsOf.set(path, reading.problems);
    if (reading.device === this.device.id && reading.year !== null && !this.own.has(reading.year))
      this.own.set(reading.year, path);
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
    const lost = this.device.remembered().filter(({ id }) => !this.sink.events.has(id));
    if (lost.length === 0) return;
    this.sink.take(lost);
    this.writer.add(lost);
  }

  private report(): void {
    const problems = this.problems();
    const places = problems.slice(0, 5).map(({ path, line, why }) => `${path}:${line + 1} (${why})`);
    if (problems.length > 0)
      this.ports.warn(
        `${problems.length} lines of progress could not be read and were left as they are.`,
        places.join(", "),
      );
  }
}
