// The ring before an entry: the icon of its state, or for a map a circle filled by its progress.
import { setIcon } from "obsidian";
import type { State } from "../../core/base/state";
import type { EntryKind } from "../../core/roadmap/model";
import { iconOf, MISSING, NEXT } from "./icons";

/**
 * Draws what stands for the state of an entry: its icon, for a map a ring filled by that map's progress, for a missing
 * note a ring of dashes.
 */
export function drawState(
  el: HTMLElement,
  kind: EntryKind,
  state: State,
  mapProgress: number | null,
  isNext = false,
): void {
  el.addClass(`mod-${state}`);
  if (kind === "missing") setIcon(el, MISSING);
  else if (kind === "map") {
    drawRing(el, mapProgress);
    el.toggleClass("is-done", state === "done");
  } else setIcon(el, isNext && state === "todo" ? NEXT : iconOf(state));
}

/** Makes an element a ring that is filled by a map's progress, from 0 to 1. */
export function drawRing(el: HTMLElement, progress: number | null): void {
  el.addClass("moc-path-ring");
  el.setCssProps({ "--moc-path-progress": String(progress ?? 0) });
}
