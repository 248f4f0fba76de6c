// A rating as stars, as its author wrote it: never padded, never cut. A narrow pane shows the count alone.
import type { Rating } from "../../core/notation/rating";
import type { Figures } from "./figures";

export function drawStars(parent: HTMLElement, { value, hollow }: Rating, figures: Figures): void {
  parent.createSpan({
    cls: "moc-path-stars-short",
    attr: { dir: "ltr", "aria-hidden": "true" },
    text: `★${figures.count(value)}`,
  });
  const longEl = parent.createSpan({ cls: "moc-path-stars-long", attr: { "aria-hidden": "true" } });
  const full = Math.floor(value);
  const draw = (shape: string, count: number): void =>
    void (count > 0 && longEl.createSpan({ cls: `mod-${shape}`, text: "★".repeat(count) }));
  draw("full", full);
  draw("half", value > full ? 1 : 0);
  draw("hollow", hollow);
}
