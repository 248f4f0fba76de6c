// Who this device is in the journals, which sessions it started, which of its events are not written yet, and the last
// that were: all kept on the device itself.
import { decodeEvent, type JournalEvent } from "./event";
import type { JournalLine } from "./journal";
import type { DeviceStorage } from "./ports";

const DEVICE_KEY = "moc-path-device";
/** Lines that no journal has yet; none is ever dropped. */
const UNWRITTEN_KEY = "moc-path-unwritten";
/** The last lines that were written, for the day an old backup comes back. */
const TAIL_KEY = "moc-path-tail";
const TAIL_LENGTH = 500;

/** The key for the name that people give this device. */
export const DEVICE_NAME_KEY = "moc-path-device-name";

interface Stored {
  readonly id: string;
  readonly sessions: readonly string[];
  /** The journal written to last; absent until there is one. */
  readonly journal?: string;
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("id" in value) || !("sessions" in value)) return false;
  return (
    typeof value.id === "string" &&
    Array.isArray(value.sessions) &&
    value.sessions.every((one) => typeof one === "string")
  );
}

/** A line that is kept on the device, and the event it says. */
export interface KeptLine {
  readonly event: JournalEvent;
  readonly text: string;
}

export class Device {
  private stored: Stored;
  private readonly session: string;
  private counter = 0;
  private readonly unwritten: Map<string, string>;
  private isKept = true;

  constructor(
    private readonly storage: DeviceStorage,
    private readonly random: (length: number) => string,
  ) {
    const value = storage.load(DEVICE_KEY);
    this.stored = isStored(value) ? value : { id: random(8), sessions: [] };
    this.session = this.newSession();
    this.unwritten = this.stillUnwritten();
  }

  /** One that this device has not had: two marks with one id would be one. */
  private newSession(): string {
    for (;;) {
      const session = this.random(4);
      if (!this.stored.sessions.includes(session)) return session;
    }
  }

  /** Eight letters and digits. */
  get id(): string {
    return this.stored.id;
  }

  /** The name that people call it by; "" if nobody has named it. */
  get name(): string {
    const name = this.storage.load(DEVICE_NAME_KEY);
    return typeof name === "string" ? name.trim() : "";
  }

  /** The path of the journal written to last; null if there is none. */
  get journal(): string | null {
    return typeof this.stored.journal === "string" ? this.stored.journal : null;
  }

  set journal(path: string) {
    if (this.stored.journal !== path) this.keep({ ...this.stored, journal: path });
  }

  /** True if events that are not written yet would still be there after a restart. */
  get keepsUnwritten(): boolean {
    return this.isKept;
  }

  /** True if this device, and not a clone of its storage, began a session. */
  started(session: string): boolean {
    return session === this.session || this.stored.sessions.includes(session);
  }

  /** Becomes another device: its storage had been cloned. */
  renew(): void {
    this.stored = { id: this.random(8), sessions: [] };
  }

  /** The id of the next event. */
  nextId(): string {
    return [this.stored.id, this.session, ++this.counter].join(".");
  }

  /** Keeps lines before they are written, so that no crash can lose them. */
  remember(lines: readonly JournalLine[]): void {
    for (const { id, text } of lines) this.unwritten.set(id, text);
    this.keepUnwritten(new Set());
    if (!this.stored.sessions.includes(this.session))
      this.keep({ ...this.stored, sessions: [...this.stored.sessions, this.session] });
  }

  /** Lines are in a journal now. */
  written(lines: readonly JournalLine[]): void {
    for (const { id } of lines) this.unwritten.delete(id);
    const last = new Set(lines.slice(-TAIL_LENGTH).map(({ text }) => text));
    const tail = linesIn(this.storage.load(TAIL_KEY)).filter((text) => !last.has(text));
    this.storage.save(TAIL_KEY, [...tail, ...last].slice(-TAIL_LENGTH));
    this.keepUnwritten(new Set(lines.map(({ id }) => id)));
  }

  /** The lines this device was about to write. */
  unwrittenLines(): readonly KeptLine[] {
    return eventsIn([...this.unwritten.values()]);
  }

  /** The last that it did write. */
  rememberedLines(): readonly KeptLine[] {
    return eventsIn(linesIn(this.storage.load(TAIL_KEY)));
  }

  /**
   * Keeps what is unwritten beside what an earlier session, perhaps one that is just ending,
   * has kept; `gone` are no longer unwritten.
   */
  private keepUnwritten(gone: ReadonlySet<string>): void {
    const lines = new Map([...this.stillUnwritten(), ...this.unwritten]);
    for (const id of gone) lines.delete(id);
    this.isKept = this.saveFirst(UNWRITTEN_KEY, [...lines.values()]);
  }

  private stillUnwritten(): Map<string, string> {
    return new Map(linesIn(this.storage.load(UNWRITTEN_KEY)).map((text) => [idOf(text), text]));
  }

  private keep(stored: Stored): void {
    this.stored = stored;
    this.saveFirst(DEVICE_KEY, stored);
  }

  /** Saves what must not be lost, at the expense of the last lines where the storage is full: a journal has those. */
  private saveFirst(key: string, value: unknown): boolean {
    const { storage } = this;
    if (storage.save(key, value)) return true;
    return storage.load(TAIL_KEY) !== null && storage.save(TAIL_KEY, []) && storage.save(key, value);
  }
}

function linesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((line) => typeof line === "string") : [];
}

/** The id of a line's event; for a line that cannot be read the line itself, so that it is kept. */
function idOf(text: string): string {
  return /"id":"([^"]+)"/.exec(text)?.[1] ?? text;
}

function eventsIn(lines: readonly string[]): readonly KeptLine[] {
  return lines.flatMap((text) => {
    const event = decodeEvent(text);
    return typeof event === "string" ? [] : [{ event, text }];
  });
}
