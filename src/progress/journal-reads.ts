// Reads the journals of the vault: each once, and again and again what could not be read.
import { pauseAfter } from "../core/base/backoff";
import { errorText } from "../core/base/log";
import { RETRY, within, type JournalText, type ProgressPorts } from "./ports";

/** A journal that could not be read, or the folder of journals where the vault does not say which there are. */
export interface Unread {
  readonly path: string;
  /** The error's own words. */
  readonly reason: string;
}

/** Whoever is told of journals. */
export interface JournalReader {
  /** The journals whose text is known. */
  readonly known: Pick<ReadonlyMap<string, unknown>, "has">;
  take(journal: JournalText): void;
  /** All that could not be read was tried again. */
  triedAgain(): void;
}

/** A file that does not answer so long, in milliseconds, is as good as one that cannot be read. */
const PATIENCE = 10_000;

export class JournalReads {
  private readonly unread = new Map<string, string>();
  /** The reason why the vault does not say which journals there are; null if it does. */
  private unlisted: string | null = null;
  private retries = 0;
  private cancel: (() => void) | null = null;
  private isStopped = false;

  constructor(
    private readonly ports: Pick<ProgressPorts, "journals" | "later">,
    private readonly reader: JournalReader,
    /** The folder for new journals. */
    private readonly folder: () => string,
  ) {}

  /** True if all journals that are there have been read. */
  get isWhole(): boolean {
    return this.unread.size === 0 && this.unlisted === null;
  }

  unreadable(): readonly Unread[] {
    const folder = this.unlisted === null ? [] : [{ path: this.folder() || "/", reason: this.unlisted }];
    return [...folder, ...[...this.unread].map(([path, reason]) => ({ path, reason }))];
  }

  /** Reads all there are; resolves when each has been read or has failed. Never rejects. */
  async readAll(): Promise<void> {
    await Promise.all(this.listed().map((path) => this.read(path)));
  }

  /** The text of a journal is known. */
  forget(path: string): void {
    this.unread.delete(path);
  }

  moved(from: string, to: string): void {
    const reason = this.unread.get(from);
    if (reason !== undefined && this.unread.delete(from)) this.unread.set(to, reason);
  }

  /** Tries again after a pause that is longer each time. */
  planRetry(): void {
    if (this.isStopped || this.cancel) return;
    this.cancel = this.ports.later(() => void this.retry(), pauseAfter(++this.retries, RETRY));
  }

  /** Tries again now. */
  async retry(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    const unlisted = this.unlisted === null ? [] : this.listed();
    const paths = [...new Set([...this.unread.keys(), ...unlisted])];
    const there = paths.filter((path) => this.ports.journals.has(path));
    for (const path of paths) if (!there.includes(path)) this.unread.delete(path);
    // All at once: one that does not answer is no reason to wait with the others.
    await Promise.all(there.map((path) => this.read(path)));
    this.reader.triedAgain();
  }

  stop(): void {
    this.isStopped = true;
    this.cancel?.();
  }

  private listed(): readonly string[] {
    try {
      const paths = this.ports.journals.paths();
      this.unlisted = null;
      return paths;
    } catch (error) {
      this.unlisted = errorText(error);
      return [];
    }
  }

  private async read(path: string): Promise<void> {
    // One that answers late is taken in all the same.
    const reading = this.ports.journals.read(path).then((text) => this.isStopped || this.reader.take({ path, text }));
    try {
      await within(this.ports.later, PATIENCE, reading);
    } catch (error) {
      if (!this.reader.known.has(path)) this.unread.set(path, errorText(error));
    }
  }
}
