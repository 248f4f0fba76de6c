// The page of a pop-out window: the app's globals, styles and classes, its parts around the content, keys and tooltips.
import { installDom } from "../dom/install";
import { installTooltips } from "../ui/tooltip";
import type { PageWindow } from "./floating";
import type { Workspace } from "./workspace";

/**
 * Puts the content into a blank page; `closed` is called when the reader closes it. Returns what takes all listeners
 * away.
 */
export function furnishWindow(
  workspace: Workspace,
  win: PageWindow,
  contentEl: HTMLElement,
  closed: () => void,
): () => void {
  const doc = win.document;
  installDom(win);
  dress(doc);
  const appEl = doc.body.createDiv("app-container");
  appEl.createDiv("horizontal-main-container").createDiv("workspace").append(contentEl);
  const restyle = workspace.on("css-change", () => dress(doc));
  const ends = [
    installTooltips(doc),
    workspace.app.keymap.listen(win),
    followFocus(win),
    hear(win, "resize", () => workspace.onResize()),
    hear(win, "pagehide", closed),
  ];
  return () => {
    workspace.offref(restyle);
    for (const end of ends) end();
    setActiveWindow(window);
  };
}

/** Sets the window that has the focus, for those who ask for `activeWindow` and `activeDocument`. */
export function setActiveWindow(win: PageWindow): void {
  const active = { activeWindow: win, activeDocument: win.document };
  Object.assign(window, active);
  if (win !== window) Object.assign(win, active);
}

/** Follows a window's focus; returns what ends that. */
export function followFocus(win: PageWindow): () => void {
  const take = (): void => setActiveWindow(win);
  const ends = [hear(win, "focus", take), hear(win.document, "pointerdown", take), hear(win.document, "focusin", take)];
  return () => ends.forEach((end) => end());
}

function hear(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener, true);
  return () => target.removeEventListener(type, listener, true);
}

/** The main page's styles, language and classes, as they are now. */
function dress(doc: Document): void {
  const { documentElement: mainEl, head, body, title } = document;
  for (const name of ["lang", "dir"]) doc.documentElement.setAttribute(name, mainEl.getAttribute(name) ?? "");
  doc.title = title;
  doc.body.className = `${body.className} is-popout-window`;
  const styles = [...head.querySelectorAll("style, link[rel=stylesheet]")].map((el) => doc.importNode(el, true));
  doc.head.replaceChildren(...styles);
}
