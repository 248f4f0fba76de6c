// A rating as stars, as its author wrote it: never padded, never cut. Where a title is short of room, the count alone.
import type { Rating } from "../../core/notation/rating";
import type { Figures } from "./figures";

/** So many stars have a place in the grid of a row; of longer runs the number is shown. */
const USUAL = 5;

/** Fills a row's place for its rating. */
export function drawStars(parent: HTMLElement, rating: Rating, figures: Figures): void {
  parent.createSpan({
    cls: "moc-path-stars-short",
    attr: { dir: "ltr", "aria-hidden": "true" },
    text:
      rating.of <= USUAL
        ? `★${figures.count(rating.value)}`
        : `★${figures.count(rating.value)}/${figures.count(rating.of)}`,
  });
  if (rating.of <= USUAL) drawRun(parent, rating);
}

/** Draws the stars alone. */
export function drawRun(parent: HTMLElement, { value, hollow }: Rating): void {
  const runEl = parent.createSpan({ cls: "moc-path-stars", attr: { "aria-hidden": "true" } });
  const full = Math.floor(value);
  const shapes = { full, half: value > full ? 1 : 0, hollow };
  for (const [shape, count] of Object.entries(shapes))
    if (count > 0)
      runEl
        .createSpan({ cls: `mod-${shape}`, text: "★".repeat(count) })
        .setCssProps({ "--moc-path-stars": String(count) });
}
