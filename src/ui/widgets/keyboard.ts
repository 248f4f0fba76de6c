// The keyboard in a dialog that opens: from then on keys are for the dialog, and not for what lies below it.
import type { Scope } from "obsidian";

/** Gives the keyboard to an element; the text of a field is selected, so that typing replaces it. */
export function takeKeyboard(el: HTMLElement): void {
  if (el.tabIndex < 0) el.tabIndex = -1;
  el.focus();
  if (isField(el)) el.select();
}

/** Enter answers a dialog, unless it is for an input method. */
export function onEnter(scope: Scope, answer: () => void): void {
  scope.register([], "Enter", (event) => {
    if (event.isComposing) return;
    answer();
    return false;
  });
}

function isField(el: HTMLElement): el is HTMLInputElement {
  return el.matches("input");
}
