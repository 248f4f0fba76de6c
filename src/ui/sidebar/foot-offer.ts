// Something said once at the foot of the sidebar, with what can be done about it: there it covers nothing, and no row
// moves under the pointer.
import { setIcon, setTooltip } from "obsidian";
import type { Words } from "../../i18n/words";

/** The place of it: its text is said aloud when it comes. */
export function footOf(parent: HTMLElement): HTMLElement {
  return parent.createDiv({ cls: "moc-path-foot", attr: { role: "status" } });
}

/** Says it until the button is pressed or it is closed; returns what takes it away. */
export function drawOffer(el: HTMLElement, message: string, button: string, act: () => void, words: Words): () => void {
  el.empty();
  el.createDiv({ cls: "moc-path-foot-text", text: message, attr: { dir: "auto" } });
  const end = (): void => el.empty();
  const closeEl = el.createEl("button", { cls: "clickable-icon moc-path-foot-close" });
  setIcon(closeEl, "x");
  setTooltip(closeEl, words.close);
  closeEl.addEventListener("click", end);
  const actEl = el.createEl("button", { text: button });
  actEl.addEventListener("click", () => {
    end();
    act();
  });
  return end;
}
