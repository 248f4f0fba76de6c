// A card beside an element that stays while the pointer is on either, as Page preview uses it.
import { Component } from "../events/component";

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

const WAIT = 300;
const MARGIN = 8;

export class HoverPopover extends Component {
  readonly hoverEl: HTMLElement = createDiv("popover hover-popover");
  private timer: number | undefined;

  constructor(
    private readonly parent: HoverParent,
    private readonly targetEl: HTMLElement,
    waitTime = WAIT,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    void this.load();
    for (const el of [targetEl, this.hoverEl]) {
      this.registerDomEvent(el, "mouseenter", () => this.plan(null));
      this.registerDomEvent(el, "mouseleave", () => this.plan(() => this.hide()));
    }
    this.plan(() => this.show(), waitTime);
  }

  /** Takes the card away for good. */
  hide(): void {
    this.plan(null);
    this.hoverEl.remove();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.unload();
  }

  private show(): void {
    const { doc, win } = this.targetEl;
    if (!this.targetEl.isConnected) return this.hide();
    doc.body.append(this.hoverEl);
    const target = this.targetEl.getBoundingClientRect();
    const { width, height } = this.hoverEl.getBoundingClientRect();
    const left = target.left - width - MARGIN;
    this.hoverEl.setCssStyles({
      left: `${left >= MARGIN ? left : Math.max(MARGIN, Math.min(target.left, win.innerWidth - width - MARGIN))}px`,
      top: `${Math.max(MARGIN, Math.min(left >= MARGIN ? target.top : target.bottom, win.innerHeight - height - MARGIN))}px`,
    });
  }

  private plan(task: (() => void) | null, delay = WAIT): void {
    window.clearTimeout(this.timer);
    this.timer = task ? window.setTimeout(task, delay) : undefined;
  }
}
