// Short pieces of work that may come thousands at a time: done at once, in their order, as long as a slice lasts; what
// is left then, in slices between which the app can do other things.

/** Milliseconds of work at a time: with the last map of a slice, what follows it and garbage, within a frame. */
export const SLICE = 6;

/** The time since work began. */
export class Slice {
  private start = 0;

  begin(): void {
    this.start = performance.now();
  }

  readonly isSpent = (): boolean => performance.now() - this.start >= SLICE;
}

export class TimeSlices {
  private waiting: (() => void)[] = [];
  private readonly slice = new Slice();
  /** False between slices. */
  private isOpen = false;

  /** Acts at once, or once all has been done that waits. Whoever acts catches errors of their own. */
  run(act: () => void): void {
    if (!this.isOpen) this.begin();
    if (this.waiting.length === 0 && !this.slice.isSpent()) act();
    else this.waiting.push(act);
  }

  /** Does at once all that waits. */
  finish(): void {
    for (const act of this.waiting.splice(0)) act();
  }

  private begin(): void {
    this.isOpen = true;
    this.slice.begin();
    window.setTimeout(() => this.goOn(), 0);
  }

  private goOn(): void {
    this.isOpen = false;
    if (this.waiting.length === 0) return;
    this.begin();
    let done = 0;
    while (done < this.waiting.length && !this.slice.isSpent()) this.waiting[done++]?.();
    this.waiting.splice(0, done);
  }
}
