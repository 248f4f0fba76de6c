// The journals of the vault: read at the start and when sync brings others, and this device's own written to. What
// their events mean together is merge.ts's affair.
import { Device, DEVICE_NAME_KEY, type KeptLine } from "./device";
import { deviceOf, monthOf, sessionOf, type JournalEvent } from "./event";
import { isSound, problemOf, readJournal, type FileProblem, type JournalProblem, type JournalReading } from "./journal";
import type { Fingerprints } from "./fingerprints";
import { OwnJournals } from "./own-journals";
import { JournalReads, type Unread } from "./journal-reads";
import type { JournalText, ProgressPorts } from "./ports";
import { isNamedAfter, Writer, type Location, type MonthLine } from "./writer";

/** The place where the events of journals go. */
export interface EventSink {
  readonly events: ReadonlyMap<string, JournalEvent>;
  /** Takes in events, known ones too. */
  take(events: readonly JournalEvent[]): void;
  /** The lines that say events. */
  readonly lines: Pick<Fingerprints, "lineOf">;
  /** All journals there are have been read, at last. */
  allRead(): void;
  /** Tells that what is saved, or could be read, has changed. */
  saved(): void;
}

export class Journals {
  private readonly device: Device;
  private readonly writer: Writer;
  private readonly readings = new Map<string, Pick<JournalReading, "problems" | "newer">>();
  /** By path, the notes that are known as journals. */
  readonly known: ReadonlyMap<string, unknown> = this.readings;
  private readonly damaged = new Map<string, FileProblem>();
  private readonly own: OwnJournals;
  private readonly reads: JournalReads;
  private loading: Promise<void> | null = null;
  private isLoaded = false;
  private isRead = false;
  private isStopped = false;

  constructor(
    private readonly ports: ProgressPorts,
    private readonly sink: EventSink,
    /** The folder for new journals, asked for when one is placed. */
    private readonly folder: () => string,
  ) {
    this.device = new Device(ports.device, (length) => ports.random(length));
    this.own = new OwnJournals(this.device);
    const reader = { known: this.readings, take: this.take, triedAgain: () => this.checkRead() };
    this.reads = new JournalReads(ports, reader, folder);
    this.writer = new Writer(ports, this.device, this.own, this.location(), () => this.sink.saved());
  }

  /**
   * Events that could not be written at the last attempt, or wait for a journal that
   * cannot be read. They are kept and tried again.
   */
  get unsaved(): number {
    return this.writer.isFailing || !this.reads.isWhole ? this.writer.waiting : 0;
  }

  /** Lines that hold no whole event, and files that are no sound journals any more. They are left in place. */
  problems(): readonly JournalProblem[] {
    const files = [...this.damaged].map(([path, why]) => ({ path, line: null, why }));
    const all = [...files, ...[...this.readings.values()].flatMap(({ problems }) => problems)];
    return all.filter(({ path }) => this.ports.journals.has(path));
  }

  /** Lines of a later version of the plugin, as they are. */
  newerLines(): readonly string[] {
    return [...new Set([...this.readings.values()].flatMap(({ newer }) => newer))];
  }

  /** The journals that could not be read. They are tried again; until then nothing is written. */
  unreadable(): readonly Unread[] {
    return this.reads.unreadable();
  }

  /** True if this device is about to begin its first journal, and nobody has named it. */
  get needsName(): boolean {
    return this.writer.waiting > 0 && this.device.name === "" && this.device.journal === null;
  }

  /** The name of this device, as its reader calls it, or else by what it is. */
  get deviceName(): string {
    return this.device.name || this.usualName();
  }

  /** The reader says what this device is called: what waited for that is written. */
  nameDevice(name: string): void {
    this.ports.device.save(DEVICE_NAME_KEY, name.trim() || this.usualName());
    void this.flush();
  }

  /** By the kind of this device, and with a number where another device's files bear that name already. */
  private usualName(): string {
    const { deviceKind } = this.ports;
    const others = [...this.readings.keys()].filter((path) => !path.includes(this.device.id));
    const isTaken = (name: string): boolean => others.some((path) => isNamedAfter(path, name));
    let name = deviceKind;
    for (let count = 2; name !== "" && isTaken(name); count++) name = `${deviceKind} ${count}`;
    return name;
  }

  /** Reads all journals there are, once; resolves when each has been read or has failed. Never rejects. */
  load(): Promise<void> {
    this.loading ??= this.readAll();
    return this.loading;
  }

  /** Takes in a journal that is new or has changed. */
  absorb(journal: JournalText): void {
    if (this.isStopped || this.writer.isEcho(journal.path, journal.text)) return;
    const lost = this.lostFrom(journal.path, journal.text);
    this.take(journal);
    if (lost.length > 0) this.rewrite(lost);
    if (this.isLoaded && !this.isRead) this.checkRead();
  }

  /** True if this device wrote an event. */
  isOwn(event: Pick<JournalEvent, "id">): boolean {
    return deviceOf(event) === this.device.id;
  }

  /** True if a note is a journal of this device. */
  isOwnJournal(path: string): boolean {
    return this.own.isCurrent(path);
  }

  /** The id of the next event of this device. */
  nextId(): string {
    return this.device.nextId();
  }

  /** Brings events of this device to its journal. */
  write(events: readonly JournalEvent[]): void {
    this.rewrite(events.map((event) => this.lineOf(event)));
  }

  /** Brings lines to a journal, and keeps them on the device until they are there. */
  private rewrite(lines: readonly MonthLine[]): void {
    this.device.remember(lines);
    this.writer.add(lines);
  }

  /** A note was moved: if it is a journal of this device, that goes on where it lies now. */
  moved(from: string, to: string): void {
    this.own.moved(from, to);
    const damage = this.damaged.get(from);
    if (damage && this.damaged.delete(from)) this.damaged.set(to, damage);
    this.reads.moved(from, to);
    this.writer.moved(from, to);
    const reading = this.readings.get(from);
    if (!reading) return;
    this.readings.delete(from);
    this.readings.set(to, { ...reading, problems: reading.problems.map((problem) => ({ ...problem, path: to })) });
  }

  /** Reads and writes now what could not be read or written yet. Resolves when that has been tried. */
  async flush(): Promise<void> {
    if (!this.reads.isWhole) await this.reads.retry();
    await this.writer.flush();
  }

  /** Writes what is pending, and what comes until `last` is done, and ends all work. */
  async stop(last: Promise<unknown>): Promise<void> {
    this.isStopped = true;
    this.reads.stop();
    await Promise.all([this.writer.flush(), last]);
    await this.writer.stop();
  }

  private location(): Location {
    const { device, folder, damaged, linesOf, lostFrom } = this;
    const isOpen = (): boolean => this.isRead || !device.keepsUnwritten;
    const deviceName = (): string => this.deviceName;
    return {
      get deviceName() {
        return deviceName();
      },
      get isNamed() {
        return device.name !== "" || device.journal !== null;
      },
      get folder() {
        return folder();
      },
      get isOpen() {
        return isOpen();
      },
      linesOf,
      lostFrom,
      damaged: (path, text) => void damaged.set(path, problemOf(text, device.id) ?? "damaged"),
    };
  }

  private async readAll(): Promise<void> {
    await this.reads.readAll();
    // Anything read once the plugin was off is not known.
    if (this.isStopped) return;
    this.isLoaded = true;
    this.heal(this.device.unwrittenLines());
    this.checkRead();
    this.report();
  }

  private readonly take = ({ path, text }: JournalText): void => {
    const reading = readJournal(path, text);
    const { problems, newer, events } = reading;
    this.reads.forget(path);
    if (this.isCloned(reading)) this.becomeAnother();
    this.own.read(path, text, reading);
    if (isSound(text, this.device.id)) this.damaged.delete(path);
    this.readings.set(path, { problems, newer });
    this.sink.take(events);
    if (this.writer.waiting > 0) this.writer.drop(new Set(events.map(({ id }) => id)));
  };

  /** Another device with this one's storage has written into a journal of this one's name. */
  private isCloned({ events }: JournalReading): boolean {
    return events.some((event) => deviceOf(event) === this.device.id && !this.device.started(sessionOf(event)));
  }

  private becomeAnother(): void {
    this.device.renew();
    this.own.clear();
  }

  /**
   * All that could not be read has been, or is not there any more: now it is known what holds, and all can be written.
   */
  private checkRead(): void {
    if (!this.reads.isWhole) this.reads.planRetry();
    else if (!this.isRead) {
      this.isRead = true;
      this.heal(this.device.rememberedLines());
      this.sink.allRead();
      this.writer.resume();
    }
    this.sink.saved();
  }

  /**
   * Writes again anything that this device once wrote, or was about to, and that no journal holds: a
   * backup was restored, or the app was killed.
   */
  private heal(lines: readonly KeptLine[]): void {
    const lost = lines.filter(({ event }) => !this.sink.events.has(event.id));
    this.sink.take(lost.map(({ event }) => event));
    this.writer.add(lost.map(({ event, text }) => ({ id: event.id, text, month: monthOf(event) })));
  }

  private readonly lostFrom = (path: string, text: string): readonly MonthLine[] => {
    const events = this.own.lostFrom(path, text).flatMap((id) => this.sink.events.get(id) ?? []);
    return events.map((event) => this.lineOf(event));
  };

  /** All that this device wrote for a month and that no other journal of it holds. */
  private readonly linesOf = (month: string, path: string): readonly MonthLine[] => {
    const beside = this.own.heldBeside(path);
    const isOf = (event: JournalEvent): boolean => this.isOwn(event) && monthOf(event) === month;
    const events = [...this.sink.events.values()].filter((event) => isOf(event) && !beside.has(event.id));
    return events.map((event) => this.lineOf(event));
  };

  private lineOf(event: JournalEvent): MonthLine {
    return { id: event.id, text: this.sink.lines.lineOf(event), month: monthOf(event) };
  }

  private report(): void {
    const problems = this.problems();
    const places = problems.slice(0, 5).map(({ path, line, why }) => `${path}:${(line ?? 0) + 1} (${why})`);
    if (problems.length > 0)
      this.ports.warn(
        `${problems.length} lines of progress could not be read and were left as they are.`,
        places.join(", "),
      );
    for (const { path, reason } of this.unreadable())
      this.ports.warn("A progress file cannot be read; trying again.", `${path}: ${reason}`);
  }
}
