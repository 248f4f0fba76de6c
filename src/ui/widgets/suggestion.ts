// A row of a list to choose from: a title, and below it where that is to be found.

/** Fills the element that the app has made for a row. */
export function addSuggestion(el: HTMLElement, title: string, note: string): void {
  el.addClass("mod-complex");
  const contentEl = el.createDiv("suggestion-content");
  contentEl.createDiv({ cls: "suggestion-title", text: title, attr: { dir: "auto" } });
  if (note !== "") contentEl.createDiv({ cls: "suggestion-note", text: note, attr: { dir: "auto" } });
}
