// The keyboard in a dialog that opens: from then on keys are for the dialog, and not for what lies below it.

/** Gives the keyboard to an element; the text of a field is selected, so that typing replaces it. */
export function takeKeyboard(el: HTMLElement): void {
  if (el.tabIndex < 0) el.tabIndex = -1;
  el.focus();
  if (isField(el)) el.select();
}

function isField(el: HTMLElement): el is HTMLInputElement {
  return el.matches("input");
}
