// Brings lines to this device's journals: when the reader rests, one write after the other, tried again until it
// succeeds. Lines not written yet are never dropped, and a file that is no sound journal any more is left alone.
import { pauseAfter } from "../core/base/backoff";
import { errorText } from "../core/base/log";
import { addToGroup } from "../core/base/group";
import { appendLines, isSound, missingIn, newJournal, type JournalLine } from "./journal";
import type { Device } from "./device";
import type { OwnJournals } from "./own-journals";
import { RETRY, within, type ProgressPorts } from "./ports";

/** Milliseconds without a further mark before marks are written; but they never wait longer than `LATEST`. */
const REST = 5000;
const LATEST = 30_000;
/** A file that does not answer so long is as good as one that refuses. */
const PATIENCE = 10_000;
/** A file that is there and refuses so often in a row is left for a new one. */
const MOST_REFUSALS = 3;
/** Obsidian reads, parses and syncs a file as a whole at each write: from so many bytes on a new one is begun. */
const FULL = 150_000;
/** More lines than these do not wait for rest. */
const MOST_WAITING = 500;

/** A line with the month whose journal it belongs to. */
export interface MonthLine extends JournalLine {
  readonly month: string;
}

/** The place where this device writes. */
export interface Location {
  /** The name that people know the device by. */
  readonly deviceName: string;
  /** True if the reader has had the chance to name the device. */
  readonly isNamed: boolean;
  /** The folder for new journals. */
  readonly folder: string;
  /** True if anything may be written yet. */
  readonly isOpen: boolean;
  /** All that this device wrote for a month and that no other journal of it holds: for one that is written anew. */
  linesOf(month: string, path: string): readonly JournalLine[];
  /** Lines that were in a journal and that its text does not hold: something has put an older one in its place. */
  lostFrom(path: string, text: string): readonly JournalLine[];
  /** A journal with this text is no longer one that Obsidian is sure to know as such. */
  damaged(path: string, text: string): void;
}

type WriterPorts = Pick<ProgressPorts, "journals" | "now" | "later" | "warn">;

export class Writer {
  private pending: readonly MonthLine[] = [];
  private failures = 0;
  /** When the line that has waited longest came. */
  private since: number | null = null;
  private cancel: (() => void) | null = null;
  private running: Promise<void> = Promise.resolve();
  private isEnded = false;
  /** The file written last, and its whole text. */
  private last: { readonly path: string; readonly text: string } | null = null;
  /** The path at which a journal was last to be created: it may be there though that failed. */
  private attempted: string | null = null;
  private readonly avoided = new Set<string>();

  constructor(
    private readonly ports: WriterPorts,
    private readonly device: Pick<Device, "id" | "keepsUnwritten" | "written">,
    /** The device's journals to go on with. */
    private readonly own: Pick<OwnJournals, "pathOf" | "began">,
    private readonly location: Location,
    private readonly saved: () => void,
  ) {}

  /** The number of lines that wait to be written. */
  get waiting(): number {
    return this.pending.length;
  }

  /** True if the last attempt to write failed. */
  get isFailing(): boolean {
    return this.failures > 0;
  }

  /** Lines are to be written; those that wait already wait once. */
  add(lines: readonly MonthLine[]): void {
    const waiting = new Set(this.pending.map(({ id }) => id));
    this.pending = [...this.pending, ...lines.filter(({ id }) => !waiting.has(id))];
    this.resume();
  }

  /** Lines that wait may be written from now on. */
  resume(): void {
    if (!this.isEnded && this.failures === 0 && this.pending.length > 0) this.plan();
  }

  /** These events are in journals already. */
  drop(ids: ReadonlySet<string>): void {
    const found = this.pending.filter(({ id }) => ids.has(id));
    if (found.length === 0) return;
    this.pending = this.pending.filter(({ id }) => !ids.has(id));
    this.device.written(found);
  }

  /** True if a text is the one written last: no news, then. */
  isEcho(path: string, text: string): boolean {
    return this.last?.path === path && this.last.text === text;
  }

  /** The file written to was moved. */
  moved(from: string, to: string): void {
    if (this.last?.path === from) this.last = { ...this.last, path: to };
  }

  /** Writes now what is pending. Resolves when that has been tried, whatever came of it. */
  flush(): Promise<void> {
    this.stopWaiting();
    // A later attempt has to follow even on an error that nobody foresaw.
    this.running = this.running.then(() => this.write()).catch((error: unknown) => this.failed(error));
    return this.running;
  }

  /**
   * Writes all that has come since the last attempt, then stops for good: nothing is
   * written any more, late answers included.
   */
  async stop(): Promise<void> {
    if (!this.isFailing) await this.flush();
    this.isEnded = true;
    this.stopWaiting();
  }

  private plan(): void {
    const { now } = this.ports;
    this.since ??= now();
    // A clock that was set back must not put writing off until it has come as far again.
    const left = Math.min(Math.max(0, this.since + LATEST - now()), LATEST);
    // Lines that the device does not keep would be lost if the app ended now.
    const isUrgent = !this.device.keepsUnwritten || this.pending.length > MOST_WAITING;
    this.wait(isUrgent ? 0 : Math.min(this.location.isNamed ? REST : LATEST, left));
  }

  private wait(delay: number): void {
    this.stopWaiting();
    this.cancel = this.ports.later(() => void this.flush(), delay);
  }

  private stopWaiting(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private async write(): Promise<void> {
    if (this.isEnded || this.pending.length === 0 || !this.location.isOpen) return;
    this.since = null;
    const done: MonthLine[] = [];
    try {
      for (const part of partsOf(this.pending)) {
        await this.writePart(part);
        done.push(...part);
      }
      this.failures = 0;
    } catch (error) {
      this.failed(error);
    }
    this.drop(new Set(done.map(({ id }) => id)));
    this.resume();
    this.saved();
  }

  private failed(error: unknown): void {
    this.failures++;
    if (this.failures === 1) this.ports.warn("Progress could not be written; trying again.", errorText(error));
    if (!this.isEnded) this.wait(pauseAfter(this.failures, RETRY));
  }

  private async writePart(lines: readonly MonthLine[]): Promise<void> {
    const month = lines[0]?.month ?? "";
    const known = this.own.pathOf(month);
    const path = known === null || this.isAvoided(known) ? this.freePath(month) : known;
    if (this.ports.journals.has(path)) await this.append(path, month, lines);
    // One that has gone is written anew as a whole.
    else await this.create(path, month, known === path ? [...this.location.linesOf(month, path), ...lines] : lines);
  }

  private async append(path: string, month: string, lines: readonly MonthLine[]): Promise<void> {
    let refusal: { readonly missing: readonly JournalLine[] } | null = null;
    const edit = (text: string): string => {
      if (this.isEnded) throw new Error("The plugin is off.");
      const [isWhole, isFull] = [isSound(text, this.device.id), bytesOf(text) >= FULL];
      refusal = isWhole && !isFull ? null : { missing: isWhole ? [] : this.missingIn(text, month, path) };
      if (refusal) this.avoided.add(path);
      if (refusal) throw new Error(`${path} is not written to any more.`);
      const lost = this.isEcho(path, text) ? [] : this.location.lostFrom(path, text);
      return this.remember(path, appendLines(text, [...lost, ...lines]));
    };
    await this.answered(path, this.ports.journals.process(path, edit)).catch((error: unknown) => {
      if (!refusal) throw error;
    });
    const { missing } = refusal ?? { missing: null };
    if (missing === null) this.own.began(month, path, lines);
    else await this.create(this.freePath(month), month, [...missing, ...lines]);
  }

  /** A journal has lost its frame: what its text does not hold any more goes to the new one. */
  private missingIn(text: string, month: string, path: string): readonly JournalLine[] {
    this.location.damaged(path, text);
    return missingIn(text, this.location.linesOf(month, path));
  }

  private async create(path: string, month: string, lines: readonly JournalLine[]): Promise<void> {
    const each = [...new Map(lines.map((line) => [line.id, line])).values()];
    const texts = each.map(({ text }) => text);
    this.attempted = path;
    const text = this.remember(path, newJournal(this.device.id, month, texts, this.location.deviceName));
    await this.answered(path, this.ports.journals.create(path, text));
    this.own.began(month, path, each);
  }

  /** Keeps a text that is about to be written, to know it again. */
  private remember(path: string, text: string): string {
    this.last = { path, text };
    return text;
  }

  /** Waits for a write, but not for ever; a file that is there and refuses again and again is not tried any more. */
  private async answered(path: string, write: Promise<void>): Promise<void> {
    try {
      await within(this.ports.later, PATIENCE, write);
    } catch (error) {
      if (this.failures + 1 >= MOST_REFUSALS && this.ports.journals.has(path)) this.avoided.add(path);
      throw error;
    }
  }

  private isAvoided(path: string): boolean {
    return this.avoided.has(path);
  }

  /** The path for the next journal of a month. */
  private freePath(month: string): string {
    const { folder, deviceName } = this.location;
    const name = ["Progress", nameInPath(deviceName), this.device.id, month].filter((part) => part !== "").join(" ");
    for (let part = 1; ; part++) {
      const file = part === 1 ? `${name}.md` : `${name} part ${part}.md`;
      const path = folder === "" ? file : `${folder}/${file}`;
      const isOwn = path === this.attempted && path !== this.own.pathOf(month);
      if (!this.isAvoided(path) && (isOwn || !this.ports.journals.has(path))) return path;
    }
  }
}

/** True if a journal is named after a device of this name, whichever device that is. */
export function isNamedAfter(path: string, deviceName: string): boolean {
  const [, name] = /([^/]*) [a-z0-9]{8} \d{4}-\d\d( part \d+)?\.md$/.exec(path) ?? [];
  return name === `Progress ${nameInPath(deviceName)}`;
}

/** A device's name as part of a file's name, on every system. */
function nameInPath(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\s\p{Cc}\\/:*?"<>|#^[\]%]+/gu, " ")
    .trim()
    .slice(0, 40)
    .trimEnd();
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Lines in parts that each go into one file: of one month, and no more than fills one. */
function partsOf(lines: readonly MonthLine[]): readonly (readonly MonthLine[])[] {
  const months = new Map<string, MonthLine[]>();
  for (const line of lines) addToGroup(months, line.month, line);
  return [...months.values()].flatMap(splitFull);
}

function splitFull(lines: readonly MonthLine[]): readonly (readonly MonthLine[])[] {
  const parts: MonthLine[][] = [[]];
  let size = 0;
  for (const line of lines) {
    size += bytesOf(line.text) + 1;
    if (size > FULL && parts.at(-1)?.length !== 0) {
      parts.push([]);
      size = bytesOf(line.text) + 1;
    }
    parts.at(-1)?.push(line);
  }
  return parts;
}
