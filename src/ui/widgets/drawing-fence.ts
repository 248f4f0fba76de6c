// Keeps what was drawn last where drawing fails, with the error one click away and a way to try again.
import type { Context } from "../../actions/context";
import { stackOf } from "../../core/base/log";

export class DrawingFence {
  private readonly el: HTMLElement;
  /** True if the last drawing failed. */
  hasFailed = false;

  constructor(
    parent: HTMLElement,
    private readonly context: Pick<Context, "words" | "log">,
    private readonly retry: () => void,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-failure", attr: { role: "alert" } });
    this.el.hide();
  }

  /** Draws; what it throws is shown, and logged when it is new. */
  run(draw: () => void): void {
    try {
      draw();
      this.hasFailed = false;
      this.el.hide();
    } catch (error) {
      this.show(error);
    }
  }

  private show(error: unknown): void {
    const text = stackOf(error);
    const { words, log } = this.context;
    if (!this.hasFailed || this.el.find("pre").textContent !== text) log("A view could not be drawn.", error);
    this.el.empty();
    const detailsEl = this.el.createEl("details");
    detailsEl.createEl("summary", { text: words.notDrawn });
    detailsEl.createEl("pre", { text, attr: { tabindex: "0" } });
    this.el.createEl("button", { text: words.retry }).addEventListener("click", this.retry);
    this.el.show();
    this.hasFailed = true;
  }
}
