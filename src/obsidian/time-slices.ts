// Short pieces of work that may come thousands at a time: done at once, in their order, as long as a slice lasts; what
// is left then, in slices between which the app can do other things.

/** Milliseconds of work at a time: with the last map of a slice, what follows it and garbage, within a frame. */
export const SLICE = 6;

export class TimeSlices {
  private waiting: (() => void)[] = [];
  /** The time at which the slice began; null between slices. */
  private start: number | null = null;

  /** Acts at once, or once all has been done that waits. Whoever acts catches errors of their own. */
  run(act: () => void): void {
    if (this.start === null) this.begin();
    if (this.waiting.length === 0 && !this.isSpent) act();
    else this.waiting.push(act);
  }

  /** Does at once all that waits. */
  finish(): void {
    for (const act of this.waiting.splice(0)) act();
  }

  private begin(): void {
    this.start = performance.now();
    window.setTimeout(() => this.goOn(), 0);
  }

  private get isSpent(): boolean {
    return this.start !== null && performance.now() - this.start >= SLICE;
  }

  private goOn(): void {
    this.start = null;
    if (this.waiting.length === 0) return;
    this.begin();
    let done = 0;
    while (done < this.waiting.length && !this.isSpent) this.waiting[done++]?.();
    this.waiting.splice(0, done);
  }
}
