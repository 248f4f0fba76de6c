// The bar of what is done and what is in progress, and the word on what counts leave out.
import { setTooltip } from "obsidian";
import { openOf, progressOf, type Tally } from "../../core/roadmap/tally";
import type { Figures } from "./figures";

/** The shares, from 0 to 1, that are done and in progress. */
export interface Shares {
  readonly read: number;
  readonly begun: number;
}

export function sharesOf(tally: Tally): Shares {
  return { read: progressOf(tally) ?? 0, begun: tally.doing / Math.max(openOf(tally), 1) };
}

export function drawBar(parent: HTMLElement, { read, begun }: Shares): HTMLElement {
  const bar = parent.createDiv("moc-path-bar");
  bar.setCssProps({ "--moc-path-done": String(read), "--moc-path-doing": String(begun) });
  return bar;
}

/** On a tooltip of counts, what they leave out. */
export function sayLeftOut(el: HTMLElement, tally: Tally, figures: Figures): void {
  const leftOut = figures.leftOut(tally);
  if (leftOut !== null) setTooltip(el, leftOut);
}
