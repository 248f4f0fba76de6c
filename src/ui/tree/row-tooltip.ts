// Everything a row has no room for, in a tooltip beside the pane, where it covers nothing of the tree. It is asked for
// when the pointer comes upon the row: only then is it worth measuring what is cut.
import { setTooltip, type TooltipOptions } from "obsidian";
import { plainOf, plainRemark } from "../../core/notation/plain";
import type { Row } from "./rows";

/** In characters; what is longer is in the note. */
const LONGEST = 300;

const GAP = 4;
const DELAY = 600;

function isCut(el: HTMLElement): boolean {
  return el.scrollWidth > el.clientWidth;
}

/** The texts of a row's remark and of the lines below it in the map that cannot be seen. */
function untold(row: Row, el: HTMLElement): readonly string[] {
  if (row.kind !== "entry") return [];
  const { remark, details } = row.entry;
  const isTold = (text: string): boolean =>
    el.findAll(".moc-path-remark-text").some((one) => one.textContent === text && !isCut(one));
  return [
    ...(remark === null ? [] : [plainRemark(remark)].filter((text) => !isTold(text))),
    ...details.map((detail) => `• ${plainOf(detail)}`),
  ];
}

/** On the side of the pane that has more room. */
function placeOf(innerEl: HTMLElement): TooltipOptions {
  const inner = innerEl.getBoundingClientRect();
  const pane = (innerEl.closest(".moc-path-tree") ?? innerEl).getBoundingClientRect();
  const isLeft = pane.left >= innerEl.win.innerWidth - pane.right;
  return {
    placement: isLeft ? "left" : "right",
    gap: GAP + (isLeft ? inner.left - pane.left : pane.right - inner.right),
    delay: DELAY,
  };
}

/** Says on a tooltip what is cut in a row's element, and what is not shown there; nothing where all is to be seen. */
export function tellMore(row: Row, el: HTMLElement): void {
  const innerEl = el.find(".moc-path-inner");
  const cut = innerEl.findAll(".moc-path-label, .moc-path-title").filter(isCut);
  const text = [...cut.map((one) => one.textContent ?? ""), ...untold(row, el)].join("\n");
  if (text !== "")
    setTooltip(innerEl, text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text, placeOf(innerEl));
  else if (row.kind !== "cut") innerEl.removeAttribute("aria-label");
}
