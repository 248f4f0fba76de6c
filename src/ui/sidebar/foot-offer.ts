// Something said once at the foot of the sidebar, with what can be done about it: there it covers nothing, and no row
// moves under the pointer.
import { setIcon, setTooltip } from "obsidian";
import type { Words } from "../../i18n/words";

/** Milliseconds for which it stays, and again while the pointer or the keyboard is on it. */
const STAY = 20_000;

/** The place of it: its text is said aloud when it comes. */
export function footOf(parent: HTMLElement): HTMLElement {
  return parent.createDiv({ cls: "moc-path-foot", attr: { role: "status" } });
}

/** Says it until the button is pressed, it is closed, or its time is over; returns what takes it away. */
export function drawOffer(
  footEl: HTMLElement,
  message: string,
  button: string,
  act: () => void,
  words: Words,
): () => void {
  const el = footEl.createDiv("moc-path-offer");
  const { win } = footEl;
  let timer = 0;
  const end = (): void => {
    win.clearTimeout(timer);
    el.remove();
  };
  const endLater = (): void => {
    const isUsed = (): boolean => el.matches(":hover") || el.contains(el.doc.activeElement);
    timer = win.setTimeout(() => (isUsed() ? endLater() : end()), STAY);
  };
  el.createDiv({ cls: "moc-path-offer-text", text: message, attr: { dir: "auto" } });
  const closeEl = el.createEl("button", { cls: "clickable-icon moc-path-offer-close" });
  setIcon(closeEl, "x");
  setTooltip(closeEl, words.close);
  closeEl.addEventListener("click", end);
  const actEl = el.createEl("button", { text: button });
  actEl.addEventListener("click", () => {
    end();
    act();
  });
  endLater();
  return end;
}
