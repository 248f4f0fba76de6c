// The bar of what is done and what is in progress, and the word on what counts leave out.
import { setTooltip } from "obsidian";
import { openOf, progressOf, type Tally } from "../../core/roadmap/tally";
import type { Figures } from "./figures";

export function drawBar(parent: HTMLElement, tally: Tally): HTMLElement {
  const open = Math.max(openOf(tally), 1);
  const bar = parent.createDiv("moc-path-bar");
  bar.setCssProps({
    "--moc-path-done": String(progressOf(tally) ?? 0),
    "--moc-path-doing": String(tally.doing / open),
  });
  return bar;
}

/** On a tooltip of counts, what they leave out. */
export function sayLeftOut(el: HTMLElement, tally: Tally, figures: Figures): void {
  const leftOut = figures.leftOut(tally);
  if (leftOut !== null) setTooltip(el, leftOut);
}
