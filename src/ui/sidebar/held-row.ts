// The row that a click left where it is: it goes when the pointer has left it, or when some time is over.

/** In milliseconds. */
const LONGEST = 3000;

export class HeldRow {
  private end: (() => void) | null = null;

  /** `letGo` is called once for each time that a row was held. */
  constructor(private readonly letGo: () => void) {}

  /** Held anew: the time begins again. */
  hold(win: Window): void {
    this.end?.();
    const timer = win.setTimeout(() => this.release(), LONGEST);
    this.end = () => win.clearTimeout(timer);
  }

  release(): void {
    if (!this.end) return;
    this.end();
    this.end = null;
    this.letGo();
  }
}
