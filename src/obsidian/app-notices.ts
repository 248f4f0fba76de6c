// Obsidian's notices.
import { Notice } from "obsidian";
import type { Notices } from "../actions/notifier";

/** How long a notice with a button stays, in milliseconds. */
const OFFER_TIME = 8000;

export class AppNotices implements Notices {
  show(message: string): void {
    new Notice(message);
  }

  offer(message: string, button: string, act: () => void): () => void {
    const notice = new Notice(message, OFFER_TIME);
    const buttonEl = notice.messageEl.createEl("button", { cls: "moc-path-notice-button", text: button });
    buttonEl.addEventListener("click", () => {
      notice.hide();
      act();
    });
    return () => notice.hide();
  }
}
