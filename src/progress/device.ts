// Who this device is in the journals, which sessions it started, and the last events it wrote,
// all kept on the device itself.
import { decodeEvent, encodeEvent, type JournalEvent } from "./event";
import type { DeviceStorage } from "./ports";

const DEVICE_KEY = "moc-path-device";
const TAIL_KEY = "moc-path-tail";
const TAIL_LENGTH = 500;

/** Where the name that people give this device is kept. */
export const DEVICE_NAME_KEY = "moc-path-device-name";

interface Stored {
  readonly id: string;
  readonly sessions: readonly string[];
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("id" in value) || !("sessions" in value)) return false;
  return (
    typeof value.id === "string" &&
    Array.isArray(value.sessions) &&
    value.sessions.every((one) => typeof one === "string")
  );
}

export class Device {
  private stored: Stored;
  private readonly session: string;
  private counter = 0;
  private tail: readonly string[];

  constructor(
    private readonly storage: DeviceStorage,
    private readonly random: (length: number) => string,
  ) {
    const value = storage.load(DEVICE_KEY);
    this.stored = isStored(value) ? value : { id: random(8), sessions: [] };
    this.session = random(5);
    const tail = storage.load(TAIL_KEY);
    this.tail = Array.isArray(tail) ? tail.filter((line) => typeof line === "string") : [];
  }

  /** Eight letters and digits. */
  get id(): string {
    return this.stored.id;
  }

  /** What people call it; "" if nobody has named it. */
  get name(): string {
    const name = this.storage.load(DEVICE_NAME_KEY);
    return typeof name === "string" ? name.trim() : "";
  }

  /** Whether this device, and not a clone of its storage, began a session. */
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

  /** Remembers events before they are written, so that neither a crash nor an old backup can lose them. */
  remember(events: readonly JournalEvent[]): void {
    this.tail = [...this.tail, ...events.map(encodeEvent)].slice(-TAIL_LENGTH);
    this.storage.save(TAIL_KEY, this.tail);
    if (this.stored.sessions.includes(this.session)) return;
    this.stored = { ...this.stored, sessions: [...this.stored.sessions, this.session] };
    this.storage.save(DEVICE_KEY, this.stored);
  }

  /** The last events this device wrote or was about to write. */
  remembered(): readonly JournalEvent[] {
    return this.tail.map(decodeEvent).filter((event) => typeof event !== "string");
  }
}
