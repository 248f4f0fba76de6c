// The offer to create a missing note, which is created only when the reader says so.
import { Notice } from "obsidian";
import type { Words } from "../i18n/words";

/** How long the offer stays, in milliseconds. */
const OFFER_TIME = 8000;

export function offerNote(title: string, words: Words, create: () => void): void {
  const notice = new Notice(words.missingNotice(title), OFFER_TIME);
  const buttonEl = notice.messageEl.createEl("button", { cls: "moc-path-notice-button", text: words.createNote });
  buttonEl.addEventListener("click", () => {
    notice.hide();
    create();
  });
}
