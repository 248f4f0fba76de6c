// Brings events to this device's journal: at most one write a second, one after the other,
// tried again until it succeeds. What is not written yet is never dropped.
import { addToGroup } from "../core/base/group";
import { yearOf, type JournalEvent } from "./event";
import { appendEvents, newJournal } from "./journal";
import type { ProgressPorts } from "./ports";

const INTERVAL = 1000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;

/** Where this device writes. */
export interface Shelf {
  readonly device: string;
  /** What people call it; "" if nobody has named it. */
  readonly deviceName: string;
  /** Where new journals are placed. */
  readonly folder: string;
  /** The device's journal of a year where there is one; null else. */
  pathOf(year: number): string | null;
  /** All that this device ever wrote in a year, as far as it is known: for a journal that has to be written anew. */
  eventsOf(year: number): readonly JournalEvent[];
  /** A journal has been created. */
  added(year: number, path: string): void;
}

type WriterPorts = Pick<ProgressPorts, "journals" | "now" | "later" | "warn">;

export class Writer {
  private pending: readonly JournalEvent[] = [];
  private failures = 0;
  private lastWrite = -INTERVAL;
  private cancel: (() => void) | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly ports: WriterPorts,
    private readonly shelf: Shelf,
    private readonly settled: () => void,
  ) {}

  /** Events that could not be written at the last attempt. */
  get unsaved(): number {
    return this.failures === 0 ? 0 : this.pending.length;
  }

  add(events: readonly JournalEvent[]): void {
    this.pending = [...this.pending, ...events];
    // A clock that was set back must not put writing off until it has come as far again.
    if (this.failures === 0) this.plan(Math.min(Math.max(0, this.lastWrite + INTERVAL - this.ports.now()), INTERVAL));
  }

  /** Writes now what is pending. Resolves when that has been tried, whatever came of it. */
  flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    this.running = this.running.then(() => this.write());
    return this.running;
  }

  /** Tries once more to write, then stops trying. */
  async stop(): Promise<void> {
    await this.flush();
    this.cancel?.();
    this.cancel = null;
  }

  private plan(delay: number): void {
    if (this.cancel) return;
    this.cancel = this.ports.later(() => void this.flush(), delay);
  }

  private async write(): Promise<void> {
    const events = this.pending;
    if (events.length === 0) return;
    this.lastWrite = this.ports.now();
    try {
      for (const [year, ofYear] of byYear(events)) await this.writeYear(year, ofYear);
      this.pending = this.pending.slice(events.length);
      this.failures = 0;
      if (this.pending.length > 0) this.plan(INTERVAL);
    } catch (error) {
      this.failed(error);
    }
    this.settled();
  }

  private failed(error: unknown): void {
    this.failures++;
    if (this.failures === 1)
      this.ports.warn(
        "Progress could not be written; trying again.",
        error instanceof Error ? error.message : String(error),
      );
    this.plan(Math.min(FIRST_RETRY * 2 ** (this.failures - 1), LAST_RETRY));
  }

  private async writeYear(year: number, events: readonly JournalEvent[]): Promise<void> {
    const { device, deviceName, folder } = this.shelf;
    const known = this.shelf.pathOf(year);
    const path = known ?? [folder, `Progress ${device} ${year}.md`].filter((part) => part !== "").join("/");
    const append = (): Promise<void> => this.ports.journals.process(path, (text) => appendEvents(text, events));
    const create = (): Promise<void> =>
      this.ports.journals.create(
        path,
        newJournal(device, year, distinct([...this.shelf.eventsOf(year), ...events]), deviceName),
      );
    // The note may have gone, or have come, since we looked: then the other way is right; one that is gone is written anew as a whole.
    await (known ? append().catch(create) : create().catch(append));
    this.shelf.added(year, path);
  }
}

/** Events in their order, each once. */
function distinct(events: readonly JournalEvent[]): readonly JournalEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function byYear(events: readonly JournalEvent[]): ReadonlyMap<number, readonly JournalEvent[]> {
  const years = new Map<number, JournalEvent[]>();
  for (const event of events) addToGroup(years, yearOf(event), event);
  return years;
}
