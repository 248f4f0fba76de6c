// The row of a chapter or section: its title, and how far along it is by dots or by a bar.
import { openOf } from "../../core/roadmap/tally";
import type { Words } from "../../i18n/words";
import { drawBar, sayLeftOut, sharesOf } from "../widgets/bar";
import type { Figures } from "../widgets/figures";
import { drawRing } from "../widgets/ring";
import { drawSign, drawTitle, type RowParts } from "../widgets/row-parts";
import type { CountedDivisionRow, Dot, Shares } from "./rows";
import { drawStars } from "../widgets/stars";

/** Of a dot with the space around it, and of what stands for all where they have no room, in pixels. */
const [DOT, GAP, BAR] = [6, 3, 44];

export function drawDivisionRow(parts: RowParts, row: CountedDivisionRow, words: Words, figures: Figures): void {
  const { division, tally, leadsTo, mapProgress } = row;
  const { el, innerEl, ratingEl, stripEl, figureEl } = parts;
  el.toggleClass("is-active", row.isActive);
  el.toggleClass("is-current", row.isCurrent);
  el.toggleClass("is-finished", openOf(tally) > 0 && tally.done === openOf(tally));
  const title = division.title || words.untitled;
  drawTitle(parts, title, row.matches);
  if (leadsTo === "map") drawRing(innerEl.createDiv({ attr: { "aria-hidden": "true" } }), mapProgress);
  if (leadsTo === "jump") drawSign(innerEl, "moc-path-jump", "corner-down-right");
  // Beside the words: at the end of the row its dots stand below those of others.
  if (division.key) drawSign(innerEl, "moc-path-key", "flag");
  if (division.rating) drawStars(ratingEl, division.rating, figures);
  if (tally.counted > 0) {
    drawShares(stripEl, row);
    const countEl = figureEl.createSpan({ cls: "tree-item-flair moc-path-count", text: figures.doneOf(tally) });
    sayLeftOut(countEl, tally, figures);
  }
  el.setAttr(
    "aria-label",
    [title, figures.doneOfInWords(tally), openOf(tally) > 0 ? figures.leftOut(tally) : null].filter(Boolean).join(", "),
  );
}

/** Dots or a bar, and for where the title needs their room a short bar. */
function drawShares(parent: HTMLElement, { tally, strip }: Shares): void {
  const part = (cls: string): HTMLElement =>
    parent.createDiv({ cls: `moc-path-share ${cls}`, attr: { "aria-hidden": "true" } });
  drawBar(part("mod-short"), sharesOf(tally));
  if (strip) drawDots(part("moc-path-strip"), strip);
  else drawBar(part("mod-long"), sharesOf(tally));
  const width = strip ? strip.length * (DOT + GAP) - GAP : BAR;
  parent.setCssProps({ "--moc-path-share": `${width}px` });
}

function drawDots(parent: HTMLElement, strip: readonly Dot[]): void {
  for (const dot of strip) parent.createSpan(`moc-path-dot mod-${dot}`);
}
