// Following links in rendered notes: a click opens, with a modifier in a new tab or beside.
import type { App } from "../app";
import { closestOf } from "../dom/listeners";
import { Keymap } from "../events/keymap";

/** The app that is clicked in, and the note whose links they are. */
interface Source {
  readonly app: App;
  readonly file: { readonly path: string } | null;
}

export function followRenderedLinks(el: HTMLElement, source: Source): void {
  el.addEventListener("click", (event) => {
    const link = closestOf(event.target, "a.internal-link");
    const href = link?.dataset["href"];
    if (href === undefined) return;
    event.preventDefault();
    void source.app.workspace.openLinkText(href, source.file?.path ?? "", Keymap.isModEvent(event));
  });
}
