// A row of controls that is one stop for Tab: arrows lead from one to the next.

const CONTROLS = "button, [role='link']";

export class Roving {
  constructor(
    private readonly el: HTMLElement,
    /** The id of the element that names it: a label of its own would be shown as a tooltip all over it. */
    titleId: string,
  ) {
    el.setAttrs({ role: "toolbar", "aria-labelledby": titleId });
    el.addEventListener("keydown", (event) => this.onKey(event));
    el.addEventListener("focusin", ({ target }) => this.put(target));
  }

  /** Controls have come or gone: one of those that are shown is where Tab stops. */
  refresh(): void {
    const controls = this.controls();
    this.put(
      controls.find((one) => one.isActiveElement()) ?? controls.find((one) => one.tabIndex === 0) ?? controls[0],
    );
  }

  private controls(): readonly HTMLElement[] {
    return this.el.findAll(CONTROLS).filter((one) => isThere(one, this.el));
  }

  private put(target: EventTarget | null | undefined): void {
    for (const one of this.el.findAll(CONTROLS)) {
      const place = one === target ? 0 : -1;
      if (one.tabIndex !== place) one.tabIndex = place;
    }
  }

  private onKey(event: KeyboardEvent): void {
    const controls = this.controls();
    const at = controls.findIndex((one) => one === event.target);
    const to = at < 0 || isModified(event) ? undefined : controls[placeOf(this.keyOf(event), at, controls.length)];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  /** If text runs from right to left, so does the row. */
  private keyOf({ key }: KeyboardEvent): string {
    const isMirrored = this.el.win.getComputedStyle(this.el).direction === "rtl";
    return isMirrored ? (MIRRORED[key] ?? key) : key;
  }
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** The place that a key leads to; -1 for keys that lead nowhere. */
function placeOf(key: string, at: number, count: number): number {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}

function isModified({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** True if neither an element nor what it is in, up to `within`, is hidden. */
function isThere(el: HTMLElement, within: HTMLElement): boolean {
  for (let at: HTMLElement | null = el; at && at !== within; at = at.parentElement)
    if (at.style.display === "none") return false;
  return true;
}
