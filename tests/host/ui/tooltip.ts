// Tooltips: what setTooltip leaves on an element, and the one bubble that follows the pointer over elements with a
// label. As in Obsidian an `aria-label` alone is enough, and `--no-tooltip: true` in the style suppresses it.
import type { TooltipOptions } from "obsidian";
import { closestOf } from "../dom/listeners";

const DEFAULT_GAP = 8;
const DEFAULT_DELAY = 500;
/** Between two labelled elements the next tooltip comes at once. */
const WARM_MS = 400;

export function setTooltip(el: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  setOrRemove(el, "aria-label", tooltip || null);
  setOrRemove(el, "data-tooltip-position", options.placement ?? null);
  setOrRemove(el, "data-tooltip-delay", options.delay === undefined ? null : String(options.delay));
  setOrRemove(el, "data-tooltip-gap", options.gap === undefined ? null : String(options.gap));
  setOrRemove(el, "data-tooltip-classes", options.classes?.join(" ") ?? null);
}

function setOrRemove(el: HTMLElement, name: string, value: string | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, value);
}

let shownEl: HTMLElement | null = null;
let hiddenAt = 0;

/** Shows the bubble now, beside the element; it goes with `hideTooltip` or with the next one. */
export function displayTooltip(
  newTargetEl: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  hideTooltip();
  const placement = options.placement ?? "bottom";
  const el = document.createElement("div");
  el.className = ["tooltip", ...(placement === "bottom" ? [] : [`mod-${placement}`]), ...(options.classes ?? [])].join(
    " ",
  );
  el.append(content);
  const arrowEl = document.createElement("div");
  arrowEl.className = "tooltip-arrow";
  el.append(arrowEl);
  newTargetEl.ownerDocument.body.append(el);
  place(el, newTargetEl.getBoundingClientRect(), placement, options.gap ?? DEFAULT_GAP);
  shownEl = el;
}

export function hideTooltip(): void {
  if (!shownEl) return;
  shownEl.remove();
  shownEl = null;
  hiddenAt = Date.now();
}

function place(el: HTMLElement, target: DOMRect, placement: string, gap: number): void {
  const { width, height } = el.getBoundingClientRect();
  const centerX = target.left + target.width / 2 - width / 2;
  const centerY = target.top + target.height / 2 - height / 2;
  const spots: Record<string, readonly [number, number]> = {
    bottom: [centerX, target.bottom + gap],
    top: [centerX, target.top - gap - height],
    left: [target.left - gap - width, centerY],
    right: [target.right + gap, centerY],
  };
  const [x, y] = spots[placement] ?? [centerX, centerY];
  const { innerWidth, innerHeight } = el.win;
  el.style.left = `${clamp(x, 4, innerWidth - width - 4)}px`;
  el.style.top = `${clamp(y, 4, innerHeight - height - 4)}px`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Watches a document for pointers over labelled elements; returns what ends it. */
export function installTooltips(doc: Document): () => void {
  let timer: number | undefined;
  let overEl: HTMLElement | null = null;
  const leave = (): void => {
    window.clearTimeout(timer);
    overEl = null;
    hideTooltip();
  };
  const over = (event: Event): void => {
    const el = labelledElement(event.target);
    if (el === overEl) return;
    leave();
    overEl = el;
    if (el)
      timer = window.setTimeout(() => el.isConnected && displayTooltip(el, labelOf(el), optionsOf(el)), delayOf(el));
  };
  doc.addEventListener("mouseover", over);
  doc.addEventListener("mousedown", leave, true);
  doc.addEventListener("mouseleave", leave);
  return () => {
    leave();
    doc.removeEventListener("mouseover", over);
    doc.removeEventListener("mousedown", leave, true);
    doc.removeEventListener("mouseleave", leave);
  };
}

function labelledElement(target: EventTarget | null): HTMLElement | null {
  const el = closestOf(target, "[aria-label]");
  if (!el || labelOf(el) === "") return null;
  return getComputedStyle(el).getPropertyValue("--no-tooltip").trim() === "true" ? null : el;
}

function labelOf(el: HTMLElement): string {
  return el.getAttribute("aria-label") ?? "";
}

function delayOf(el: HTMLElement): number {
  const own = el.dataset.tooltipDelay;
  if (own !== undefined) return Number(own);
  return Date.now() - hiddenAt < WARM_MS ? 0 : DEFAULT_DELAY;
}

function optionsOf(el: HTMLElement): TooltipOptions {
  const { tooltipPosition, tooltipGap, tooltipClasses } = el.dataset;
  return {
    ...(isPlacement(tooltipPosition) && { placement: tooltipPosition }),
    ...(tooltipGap !== undefined && { gap: Number(tooltipGap) }),
    ...(tooltipClasses && { classes: tooltipClasses.split(" ") }),
  };
}

function isPlacement(value: string | undefined): value is "top" | "left" | "right" | "bottom" {
  return value !== undefined && ["top", "left", "right", "bottom"].includes(value);
}
