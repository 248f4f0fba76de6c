// The elements of a row, made once, and what rows of several kinds draw into them.
import { setIcon } from "obsidian";
import type { Range } from "../../core/base/range";

/** Marks the elements of a row that are targets of their own. */
export const PART = { chevron: "moc-path-chevron", state: "moc-path-state" } as const;

/** The parts that a row is drawn in: its state, what it says, and its figures at the end. */
export interface RowParts {
  readonly el: HTMLElement;
  readonly stateEl: HTMLElement;
  readonly innerEl: HTMLElement;
  readonly flagsEl: HTMLElement;
  /** Gives way to the title where room is short. */
  readonly starsEl: HTMLElement;
  readonly flairEl: HTMLElement;
}

/** Draws a title with what was searched for in it. */
export function drawTitle({ innerEl }: RowParts, text: string, matches: readonly Range[] = []): void {
  drawFound(innerEl.createSpan({ cls: "tree-item-inner-text moc-path-title", attr: { dir: "auto" } }), text, matches);
}

/** Writes a text into an element, with what was searched for in it. */
export function drawFound(el: HTMLElement, text: string, matches: readonly Range[]): void {
  let end = 0;
  for (const { from, to } of matches) {
    el.appendText(text.slice(end, from));
    el.createSpan({ cls: "suggestion-highlight moc-path-match", text: text.slice(from, to) });
    end = to;
  }
  el.appendText(text.slice(end));
}

/** The flag of a key note, unless its title bears it already. */
export function drawKeyFlag(
  { flagsEl }: RowParts,
  { key, title }: { readonly key: boolean; readonly title: string },
): void {
  if (key && !title.includes("⭐"))
    flagsEl.createSpan({ cls: "moc-path-key", text: "⭐", attr: { "aria-hidden": "true" } });
}

/** An icon that says to the eye what is said in words elsewhere. */
export function drawSign(parent: HTMLElement, cls: string, icon: string): HTMLElement {
  const el = parent.createSpan({ cls, attr: { "aria-hidden": "true" } });
  setIcon(el, icon);
  return el;
}
