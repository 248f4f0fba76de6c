// Doing something once what happens again and again has come to rest.

/** So long nothing may happen, in milliseconds. */
const REST = 300;

export class Rest {
  private ends: (() => void) | null = null;

  /** `act` is called after each rest. */
  constructor(
    private readonly el: HTMLElement,
    private readonly act: () => void,
  ) {}

  /** It happened again: a rest begins anew. */
  begin(): void {
    this.ends?.();
    const { win } = this.el;
    const timer = win.setTimeout(() => this.finish(), REST);
    this.ends = () => win.clearTimeout(timer);
  }

  /** Acts now, if a rest was waited for. */
  finish(): void {
    if (!this.ends) return;
    this.ends();
    this.ends = null;
    this.act();
  }
}
