// A page's clock without a page: runs what is due as soon as it can, and notes how much of the processor each slice of
// work took.
// A slice is all that happens before the app could do something else, promises kept meanwhile included.
import { GCProfiler } from "node:v8";
import { ownTime } from "./own-time";

const US_PER_MS = 1000;

/** Milliseconds of one slice. */
export interface Slice {
  readonly took: number;
  /** Of these, those in which garbage was collected: how long that takes depends on all that the app holds. */
  readonly garbage: number;
}

export function longestOf(slices: readonly Slice[]): number {
  return Math.max(...slices.map(({ took }) => took));
}

export class SliceClock {
  /** Since the last call of `idle`. */
  private slices: Slice[] = [];
  private collections = new GCProfiler();
  private due = 0;
  private last = 0;
  private readonly cancelled = new Set<number>();
  private whenIdle: (() => void) | null = null;

  /** Tasks that wait, by their ids, and when they fall due, in milliseconds since the first of them began to wait. */
  private readonly delayed = new Map<number, { readonly at: number; readonly task: () => void }>();
  private time = 0;

  /** The clock of a page's `window`; frames come when asked for, and delays are over once nothing else is due. */
  readonly window = {
    setTimeout: (task: () => void, delay = 0): number => (delay > 0 ? this.delay(task, delay) : this.later(task)),
    clearTimeout: (id: number): void => void (this.delayed.delete(id) || this.cancelled.add(id)),
    requestAnimationFrame: (task: () => void): number => this.later(task),
    cancelAnimationFrame: (id: number): void => void this.cancelled.add(id),
  };

  /** Runs a task as a slice of its own, after what is due already; returns what cancels it. */
  later(task: () => void): number {
    this.due++;
    const id = ++this.last;
    let start = 0;
    setImmediate(() => {
      this.collections = new GCProfiler();
      this.collections.start();
      start = ownTime();
      if (!this.cancelled.delete(id)) task();
    });
    // Between two of these, Node runs what promises have let go on: that belongs to the slice.
    setImmediate(() => this.end(start));
    return id;
  }

  /** Resolves with the slices once nothing is due any more. */
  idle(): Promise<readonly Slice[]> {
    return new Promise((fulfil) => {
      this.whenIdle = () => fulfil(this.slices.splice(0));
    });
  }

  private delay(task: () => void, delay: number): number {
    this.delayed.set(++this.last, { at: this.time + delay, task });
    return this.last;
  }

  private end(start: number): void {
    const took = ownTime() - start;
    const collections = this.collections.stop()?.statistics ?? [];
    const garbage = collections.reduce((sum, { cost }) => sum + cost / US_PER_MS, 0);
    this.slices.push({ took, garbage: Math.min(took, garbage) });
    if (--this.due > 0) return;
    const [next] = [...this.delayed].sort(([, a], [, b]) => a.at - b.at);
    if (!next) {
      this.whenIdle?.();
      return;
    }
    const [id, { at, task }] = next;
    this.delayed.delete(id);
    this.time = at;
    this.later(task);
  }
}
