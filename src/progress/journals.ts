// The journals of the vault: read at the start and when sync brings others, tried again where they cannot be read;
// and this device's own written to. What their events mean together is merge.ts's affair.
import { pauseAfter } from "../core/base/backoff";
import { reasonOf } from "../core/base/log";
import { Device, DEVICE_NAME_KEY, type KeptLine } from "./device";
import { deviceOf, monthOf, sessionOf, type JournalEvent } from "./event";
import { isSound, missingIn, readJournal, type JournalLine, type JournalProblem, type JournalReading } from "./journal";
import { RETRY, within, type JournalText, type ProgressPorts } from "./ports";
import { Writer, type Location, type MonthLine } from "./writer";

/** The place where the events of journals go. */
export interface EventSink {
  readonly events: ReadonlyMap<string, JournalEvent>;
  /** Takes in events, known ones too. */
  take(events: readonly JournalEvent[]): void;
  /** The line that says an event. */
  lineOf(event: JournalEvent): string;
  /** All journals there are have been read, at last. */
  allRead(): void;
  /** Tells that what is saved, or could be read, has changed. */
  saved(): void;
}

/** A journal that could not be read. */
export interface Unread {
  readonly path: string;
  /** The error's own words. */
  readonly reason: string;
}

/** All that is kept of a journal that was read. */
interface Known extends Pick<JournalReading, "problems" | "newer"> {
  /** The ids of its events, as far as it is one that this device writes. */
  readonly ids: ReadonlySet<string>;
}

/** A file that does not answer so long, in milliseconds, is as good as one that cannot be read. */
const PATIENCE = 10_000;

export class Journals {
  private readonly device: Device;
  private readonly writer: Writer;
  private readonly readings = new Map<string, Known>();
  private readonly damaged = new Set<string>();
  private readonly unread = new Map<string, string>();
  /** The reason why the vault does not say which journals there are; null if it does. */
  private unlisted: string | null = null;
  /** This device's journals to go on with, by month. */
  private readonly own = new Map<string, string>();
  private loading: Promise<void> | null = null;
  private isLoaded = false;
  private isRead = false;
  private isStopped = false;
  private retries = 0;
  private cancelRetry: (() => void) | null = null;

  constructor(
    private readonly ports: ProgressPorts,
    private readonly sink: EventSink,
    /** The folder for new journals, asked for when one is placed. */
    private readonly folder: () => string,
  ) {
    this.device = new Device(ports.device, (length) => ports.random(length));
    this.writer = new Writer(ports, this.location(), () => this.sink.saved());
  }

  /**
   * Events that could not be written at the last attempt, or wait for a journal that
   * cannot be read. They are kept and tried again.
   */
  get unsaved(): number {
    return this.writer.isFailing || this.isUnread ? this.writer.waiting : 0;
  }

  /** Lines that hold no whole event, and files that are no sound journals any more. They are left in place. */
  problems(): readonly JournalProblem[] {
    const files = [...this.damaged].map((path) => ({ path, line: null, why: "damaged" as const }));
    const all = [...files, ...[...this.readings.values()].flatMap(({ problems }) => problems)];
    return all.filter(({ path }) => this.ports.journals.has(path));
  }

  /** Lines of a later version of the plugin, as they are. */
  newerLines(): readonly string[] {
    return [...new Set([...this.readings.values()].flatMap(({ newer }) => newer))];
  }

  /** The journals that could not be read. They are tried again; until then nothing is written. */
  unreadable(): readonly Unread[] {
    const folder = this.unlisted === null ? [] : [{ path: this.folder() || "/", reason: this.unlisted }];
    return [...folder, ...[...this.unread].map(([path, reason]) => ({ path, reason }))];
  }

  private get isUnread(): boolean {
    return this.unread.size > 0 || this.unlisted !== null;
  }

  /** True if this device is about to begin its first journal, and nobody has named it. */
  get needsName(): boolean {
    return this.writer.waiting > 0 && this.device.name === "" && this.device.journal === null;
  }

  /** The name of this device, as its reader calls it, or else by what it is. */
  get deviceName(): string {
    return this.device.name || this.ports.deviceKind;
  }

  /** The reader says what this device is called: what waited for that is written. */
  nameDevice(name: string): void {
    this.ports.device.save(DEVICE_NAME_KEY, name.trim() || this.ports.deviceKind);
    void this.flush();
  }

  /** Reads all journals there are, once; resolves when each has been read or has failed. Never rejects. */
  load(): Promise<void> {
    this.loading ??= this.readAll();
    return this.loading;
  }

  /** True if a note is known as a journal. */
  has(path: string): boolean {
    return this.readings.has(path);
  }

  /** Takes in a journal that is new or has changed. */
  absorb(journal: JournalText): void {
    if (this.isStopped || this.writer.isEcho(journal.path, journal.text)) return;
    const lost = this.lostFrom(journal.path, journal.text);
    this.take(journal);
    this.writer.add(lost);
    if (this.isLoaded && !this.isRead) this.checkRead();
  }

  /** True if this device wrote an event. */
  isOwn(event: JournalEvent): boolean {
    return deviceOf(event) === this.device.id;
  }

  /** True if a note is a journal of this device. */
  isOwnJournal(path: string): boolean {
    return [...this.own.values()].includes(path);
  }

  /** The id of the next event of this device. */
  nextId(): string {
    return this.device.nextId();
  }

  /** Brings events of this device to its journal. */
  write(events: readonly JournalEvent[]): void {
    const lines = events.map((event) => ({ id: event.id, text: this.sink.lineOf(event), month: monthOf(event) }));
    this.device.remember(lines);
    this.writer.add(lines);
  }

  /** A note was moved: if it is a journal of this device, that goes on where it lies now. */
  moved(from: string, to: string): void {
    for (const [month, path] of this.own) if (path === from) this.own.set(month, to);
    if (this.device.journal === from) this.device.journal = to;
    if (this.damaged.delete(from)) this.damaged.add(to);
    const reason = this.unread.get(from);
    if (reason !== undefined && this.unread.delete(from)) this.unread.set(to, reason);
    this.writer.moved(from, to);
    const reading = this.readings.get(from);
    if (!reading) return;
    this.readings.delete(from);
    this.readings.set(to, { ...reading, problems: reading.problems.map((problem) => ({ ...problem, path: to })) });
  }

  /** Reads and writes now what could not be read or written yet. Resolves when that has been tried. */
  async flush(): Promise<void> {
    if (this.isUnread) await this.retry();
    await this.writer.flush();
  }

  /** Writes what is pending, and what comes until `last` is done, and ends all work. */
  async stop(last: Promise<unknown>): Promise<void> {
    this.isStopped = true;
    this.cancelRetry?.();
    await Promise.all([this.writer.flush(), last]);
    await this.writer.stop();
  }

  private location(): Location {
    const { device, folder, own, sink, damaged, ports } = this;
    const lineOf = (event: JournalEvent): JournalLine => ({ id: event.id, text: sink.lineOf(event) });
    const isOpen = (): boolean => this.isRead || !device.keepsUnwritten;
    return {
      get device() {
        return device.id;
      },
      get deviceName() {
        return device.name || ports.deviceKind;
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
      get isPressing() {
        return !device.keepsUnwritten;
      },
      pathOf: (month) => own.get(month) ?? null,
      linesOf: (month, path) => {
        const elsewhere = this.idsBeside(path);
        const isLost = (event: JournalEvent): boolean => monthOf(event) === month && !elsewhere.has(event.id);
        return [...sink.events.values()].filter((event) => this.isOwn(event) && isLost(event)).map(lineOf);
      },
      lostFrom: (path, text) => this.lostFrom(path, text),
      began: (month, path, lines) => {
        own.set(month, path);
        device.journal = path;
        const { problems = [], newer = [], ids = [] } = this.readings.get(path) ?? {};
        this.readings.set(path, { problems, newer, ids: new Set([...ids, ...lines.map(({ id }) => id)]) });
      },
      damaged: (path) => void damaged.add(path),
      written: (lines) => device.written(lines),
    };
  }

  private async readAll(): Promise<void> {
    await Promise.all(this.listed().map((path) => this.readOne(path)));
    // What was read once the plugin was off is not known.
    if (this.isStopped) return;
    this.isLoaded = true;
    this.heal(this.device.unwrittenLines());
    this.checkRead();
    this.report();
  }

  private listed(): readonly string[] {
    try {
      const paths = this.ports.journals.paths();
      this.unlisted = null;
      return paths;
    } catch (error) {
      this.unlisted = reasonOf(error);
      return [];
    }
  }

  private async readOne(path: string): Promise<void> {
    const { journals, later } = this.ports;
    // One that answers late is taken in all the same.
    const reading = journals.read(path).then((text) => this.isStopped || this.take({ path, text }));
    try {
      await within(later, PATIENCE, reading);
    } catch (error) {
      if (!this.readings.has(path)) this.unread.set(path, reasonOf(error));
    }
  }

  private take({ path, text }: JournalText): void {
    const reading = readJournal(path, text);
    const { problems, newer, events } = reading;
    this.unread.delete(path);
    if (this.isCloned(reading)) this.becomeAnother();
    this.adopt(path, text, reading);
    if (isSound(text, this.device.id)) this.damaged.delete(path);
    const ids = this.isMine(path) ? events.filter((event) => this.isOwn(event)).map(({ id }) => id) : [];
    this.readings.set(path, { problems, newer, ids: new Set(ids) });
    this.sink.take(events);
    if (this.writer.waiting > 0) this.writer.drop(new Set(events.map(({ id }) => id)));
  }

  /** True if this device writes a journal, or did so before it was full. */
  private isMine(path: string): boolean {
    return this.isOwnJournal(path) || path === this.device.journal || this.isOwnName(path);
  }

  private isOwnName(path: string, month = "\\d{4}-\\d{2}"): boolean {
    return new RegExp(`(?:^|/)Progress (?:[^/]+ )?${this.device.id} ${month}(?: part \\d+)?\\.md$`).test(path);
  }

  /** The events of this device that its journals beside this one hold. */
  private idsBeside(path: string): ReadonlySet<string> {
    return new Set([...this.readings].flatMap(([other, { ids }]) => (other === path ? [] : [...ids])));
  }

  /** Lines that a journal of this device held, and that now neither its text nor another of them holds. */
  private lostFrom(path: string, text: string): readonly MonthLine[] {
    const ids = [...(this.readings.get(path)?.ids ?? [])].map((id) => ({ id }));
    if (ids.length === 0) return [];
    const [missing, elsewhere] = [missingIn(text, ids), this.idsBeside(path)];
    return missing.flatMap(({ id }) => (elsewhere.has(id) ? [] : this.lineAgain(id)));
  }

  /** Goes on in a file that this device began, and in no copy of it that a sync tool made. */
  private adopt(path: string, text: string, { month }: JournalReading): void {
    const { device, own } = this;
    const known = own.get(month ?? "");
    if (month === null || known === device.journal || !isSound(text, device.id)) return;
    if (path === device.journal || (this.isOwnName(path, month) && known === undefined)) own.set(month, path);
  }

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
    if (this.isUnread) this.planRetry();
    else if (!this.isRead) {
      this.isRead = true;
      this.heal(this.device.rememberedLines());
      this.sink.allRead();
      this.writer.resume();
    }
    this.sink.saved();
  }

  private planRetry(): void {
    if (this.isStopped || this.cancelRetry) return;
    this.cancelRetry = this.ports.later(() => void this.retry(), pauseAfter(++this.retries, RETRY));
  }

  private async retry(): Promise<void> {
    this.cancelRetry?.();
    this.cancelRetry = null;
    const { journals } = this.ports;
    const unlisted = this.unlisted === null ? [] : this.listed();
    for (const path of new Set([...this.unread.keys(), ...unlisted])) {
      if (journals.has(path)) await this.readOne(path);
      else this.unread.delete(path);
    }
    this.checkRead();
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

  private lineAgain(id: string): readonly MonthLine[] {
    const event = this.sink.events.get(id);
    return event ? [{ id, text: this.sink.lineOf(event), month: monthOf(event) }] : [];
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
