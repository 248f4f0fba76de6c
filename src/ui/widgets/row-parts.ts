// The elements of a row, made once, and what rows of several kinds draw into them.
import { setIcon } from "obsidian";
import type { Range } from "../../core/base/range";

/** Marks the elements of a row that are targets of their own. */
export const PART = { chevron: "moc-path-chevron", state: "moc-path-state" } as const;

/**
 * The parts that a row is drawn in: its state, what it says, and a grid at its end. What is right of a used place of
 * the grid keeps its room, so that figures stand below each other.
 */
export interface RowParts {
  readonly el: HTMLElement;
  readonly stateEl: HTMLElement;
  readonly innerEl: HTMLElement;
  readonly flagEl: HTMLElement;
  readonly ratingEl: HTMLElement;
  readonly stripEl: HTMLElement;
  readonly figureEl: HTMLElement;
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

/** The flag of a key note: no star, so that nobody takes it for one more. */
export function drawKeyFlag({ flagEl }: RowParts, { key }: { readonly key: boolean }): void {
  if (key) drawSign(flagEl, "moc-path-key", "flag");
}

/** An icon that says to the eye what is said in words elsewhere. */
export function drawSign(parent: HTMLElement, cls: string, icon: string): HTMLElement {
  const el = parent.createSpan({ cls, attr: { "aria-hidden": "true" } });
  setIcon(el, icon);
  return el;
}
