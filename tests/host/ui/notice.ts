// Notices: the messages at the upper right that go by themselves.
const DEFAULT_MS = 4000;

export class Notice {
  /** The whole bubble; `containerEl` holds all that are shown. */
  readonly noticeEl: HTMLElement;
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  private timer: number | undefined;

  /** `duration` in milliseconds; 0 keeps it until it is clicked. */
  constructor(message: string | DocumentFragment, duration: number = DEFAULT_MS) {
    this.containerEl = noticeContainer();
    this.noticeEl = this.containerEl.createDiv("notice");
    this.messageEl = this.noticeEl.createDiv("notice-message");
    this.setMessage(message);
    this.noticeEl.addEventListener("click", () => this.hide());
    if (duration > 0) this.hideAfter(duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.noticeEl.remove();
    if (this.containerEl.childElementCount === 0) this.containerEl.remove();
  }

  private hideAfter(duration: number): void {
    const start = (): void => {
      this.timer = window.setTimeout(() => this.hide(), duration);
    };
    this.noticeEl.addEventListener("mouseenter", () => window.clearTimeout(this.timer));
    this.noticeEl.addEventListener("mouseleave", start);
    start();
  }
}

function noticeContainer(): HTMLElement {
  const { body } = activeDocument;
  return body.querySelector<HTMLElement>(":scope > .notice-container") ?? body.createDiv("notice-container");
}
