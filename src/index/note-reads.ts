// Reads notes for the index, a few at a time. A read that fails, or that gives no answer, holds up no other.
import type { NoteSource, Pace } from "./ports";

const AT_ONCE = 8;
/** So long an answer is waited for, in milliseconds: a note in the cloud may have to be fetched, or never come. */
const PATIENCE = 3_000;

/** The news that is told of each read. */
interface ReadResults {
  taken(path: string, text: string): void;
  failed(path: string, why: unknown): void;
}

export class NoteReads {
  private readonly queue = new Set<string>();
  /** By path, the read whose answer counts; what another one answers is too late. */
  private readonly running = new Map<string, symbol>();

  constructor(
    private readonly source: Pick<NoteSource, "read">,
    private readonly pace: Pick<Pace, "later">,
    private readonly results: ReadResults,
  ) {}

  /** The notes that were wanted and have not been answered. */
  pending(): readonly string[] {
    return [...this.queue, ...this.running.keys()];
  }

  /** Reads a note as it is from now on. */
  want(path: string): void {
    this.running.delete(path);
    this.queue.add(path);
    this.goOn();
  }

  /** A note is of no interest any more, or its text is known. */
  forget(path: string): void {
    if (this.queue.delete(path) || this.running.delete(path)) this.goOn();
  }

  /** Nothing is read any more. */
  stop(): void {
    this.queue.clear();
    this.running.clear();
  }

  private goOn(): void {
    for (const path of this.queue) {
      if (this.running.size >= AT_ONCE) return;
      this.queue.delete(path);
      this.read(path);
    }
  }

  private read(path: string): void {
    const read = Symbol(path);
    this.running.set(path, read);
    const end = (tell: () => void): void => {
      cancel();
      if (this.running.get(path) !== read) return;
      this.running.delete(path);
      tell();
      this.goOn();
    };
    const fail = (why: unknown): void => end(() => this.results.failed(path, why));
    const cancel = this.pace.later(() => fail(`There was no answer within ${PATIENCE} ms.`), PATIENCE);
    this.source.read(path).then((text) => end(() => this.results.taken(path, text)), fail);
  }
}
