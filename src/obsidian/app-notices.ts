// Obsidian's notices.
import { Notice } from "obsidian";
import type { Notices } from "../actions/notifier";

/** The time for which a notice with a button stays, in milliseconds. */
const OFFER_TIME = 8000;

export class AppNotices implements Notices {
  private readonly offers = new Set<Notice>();

  show(message: string, stays: boolean): void {
    new Notice(message, stays ? 0 : undefined);
  }

  offer(message: string, button: string, act: () => void): () => void {
    const notice = new Notice(message, OFFER_TIME);
    const buttonEl = notice.messageEl.createEl("button", { cls: "moc-path-notice-button", text: button });
    const end = (): void => {
      this.offers.delete(notice);
      notice.hide();
    };
    buttonEl.addEventListener("click", () => {
      end();
      act();
    });
    // Those that went by themselves; one that the pointer rests on stays longer than its time.
    for (const gone of this.offers) if (!gone.messageEl.isConnected) this.offers.delete(gone);
    this.offers.add(notice);
    return end;
  }

  /** Takes away what is still offered: nothing may be done about it once the plugin is off. */
  stop(): void {
    for (const notice of this.offers) notice.hide();
    this.offers.clear();
  }
}
