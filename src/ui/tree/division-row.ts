// The row of a chapter or section: its title, and how far along it is by dots or by a bar.
import type { State } from "../../core/base/state";
import { openOf } from "../../core/roadmap/tally";
import type { Words } from "../../i18n/words";
import { drawBar, sayLeftOut } from "../widgets/bar";
import type { Figures } from "../widgets/figures";
import { drawRing } from "../widgets/icons";
import { drawKeyFlag, drawSign, drawTitle, type RowParts } from "../widgets/row-parts";
import type { DivisionRow } from "./rows";
import { drawStars } from "../widgets/stars";

/** Up to this many dots take no more room than a title can spare in a narrow pane. */
const SHORT_STRIP = 6;

export function drawDivisionRow(parts: RowParts, row: DivisionRow, words: Words, figures: Figures): void {
  const { division, tally, leadsTo, mapProgress } = row;
  const { el, starsEl, flairEl } = parts;
  el.toggleClass("is-active", row.isActive);
  const title = division.title || words.untitled;
  drawTitle(parts, title, row.matches);
  drawKeyFlag(parts, division);
  if (division.rating) drawStars(starsEl, division.rating, figures);
  if (leadsTo === "map") drawRing(flairEl.createDiv({ attr: { "aria-hidden": "true" } }), mapProgress);
  if (leadsTo === "jump") drawSign(flairEl, "moc-path-jump", "corner-down-right");
  if (tally.counted > 0) drawTally(flairEl, row, figures);
  el.setAttr(
    "aria-label",
    [title, figures.doneOfInWords(tally), openOf(tally) > 0 ? figures.leftOut(tally) : null].filter(Boolean).join(", "),
  );
}

function drawTally(parent: HTMLElement, { tally, strip }: DivisionRow, figures: Figures): void {
  if (strip) drawStrip(parent, strip);
  // In a narrow pane it stands for a long strip.
  if (!strip || strip.length > SHORT_STRIP) drawBar(parent, tally);
  sayLeftOut(parent.createDiv({ cls: "tree-item-flair moc-path-count", text: figures.doneOf(tally) }), tally, figures);
}

function drawStrip(parent: HTMLElement, strip: readonly State[]): void {
  const stripEl = parent.createDiv({ cls: "moc-path-strip", attr: { "aria-hidden": "true" } });
  stripEl.toggleClass("mod-long", strip.length > SHORT_STRIP);
  for (const state of strip) stripEl.createSpan(`moc-path-dot mod-${state}`);
}
