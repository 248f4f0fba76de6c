// A long press by touch asks for the menu, also in engines that send no `contextmenu` for it, and is not a tap as well.

/** Milliseconds; a little more than engines wait that send the event themselves. */
const LONG = 550;

/** Pixels that a resting finger may move. */
const SLOP = 10;

interface Press {
  readonly target: EventTarget;
  readonly touch: Touch;
  readonly timer: number;
  hasMenu: boolean;
}

export class LongPress {
  private press: Press | null = null;

  constructor(private readonly el: HTMLElement) {
    el.addEventListener("touchstart", (event) => this.begin(event), { passive: true });
    el.addEventListener("touchmove", (event) => this.isFar(event) && this.end(), { passive: true });
    el.addEventListener("touchcancel", () => this.end());
    // This prevents the click that would follow, perhaps on what the menu has put below the finger.
    el.addEventListener("touchend", (event) => this.press?.hasMenu && event.preventDefault());
    el.addEventListener("touchend", () => this.end());
    el.addEventListener("contextmenu", (event) => this.onMenu(event), true);
  }

  private begin({ target, touches }: TouchEvent): void {
    this.end();
    const [touch] = touches;
    if (!touch || !target || touches.length > 1) return;
    const timer = this.el.win.setTimeout(() => this.ask(target, touch), LONG);
    this.press = { target, touch, timer, hasMenu: false };
  }

  private end(): void {
    if (this.press) this.el.win.clearTimeout(this.press.timer);
    this.press = null;
  }

  private isFar({ touches: [now] }: TouchEvent): boolean {
    const start = this.press?.touch;
    return !start || !now || Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY) > SLOP;
  }

  private ask(target: EventTarget, { clientX, clientY }: Touch): void {
    target.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX, clientY }));
  }

  /** One press, one menu: whoever is first. */
  private onMenu(event: MouseEvent): void {
    if (!this.press) return;
    if (this.press.hasMenu) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.el.win.clearTimeout(this.press.timer);
    this.press.hasMenu = true;
  }
}
