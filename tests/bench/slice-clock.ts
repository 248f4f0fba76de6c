// A page's clock without a page: runs what is due as soon as it can, and notes how long each slice of work was.
// A slice is all that happens before the app could do something else, promises kept meanwhile included.

export class SliceClock {
  /** Milliseconds of each slice since the last call of `idle`. */
  private slices: number[] = [];
  private due = 0;
  private last = 0;
  private readonly cancelled = new Set<number>();
  private whenIdle: (() => void) | null = null;

  /** What a page's `window` has of a clock; delays are left out, and frames come when asked for. */
  readonly window = {
    setTimeout: (task: () => void): number => this.later(task),
    clearTimeout: (id: number): void => void this.cancelled.add(id),
    requestAnimationFrame: (task: () => void): number => this.later(task),
    cancelAnimationFrame: (id: number): void => void this.cancelled.add(id),
  };

  /** Runs a task as a slice of its own, after what is due already; returns what cancels it. */
  later(task: () => void): number {
    this.due++;
    const id = ++this.last;
    let start = 0;
    setImmediate(() => {
      start = performance.now();
      if (!this.cancelled.delete(id)) task();
    });
    // Between two of these, Node runs what promises have let go on: that belongs to the slice.
    setImmediate(() => this.end(start));
    return id;
  }

  /** Resolves with the slices once nothing is due any more. */
  idle(): Promise<readonly number[]> {
    return new Promise((fulfil) => {
      this.whenIdle = () => fulfil(this.slices.splice(0));
    });
  }

  private end(start: number): void {
    this.slices.push(performance.now() - start);
    if (--this.due === 0) this.whenIdle?.();
  }
}
