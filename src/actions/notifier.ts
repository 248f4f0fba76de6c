// The answers to what a reader asked for: shown for a while, and passed on to whoever can say them aloud.
import { Listeners } from "../core/base/listeners";
import { errorText, type Log } from "../core/base/log";

/** Short messages over the app. The adapter for Obsidian lives in obsidian/. */
export interface Notices {
  /** `stays` keeps it until it is clicked. */
  show(message: string, stays: boolean): void;
  /** Shows a message with one button; returns what takes it away. Pressing the button takes it away, too. */
  offer(message: string, button: string, act: () => void): () => void;
}

export class Notifier {
  private readonly listeners = new Listeners<[message: string]>((error) =>
    this.log("What says messages aloud failed.", error),
  );

  constructor(
    private readonly notices: Notices,
    private readonly log: Log,
  ) {}

  /** Tells something; with `stays` until it is clicked. */
  tell(message: string, stays = false): void {
    this.notices.show(message, stays);
    this.listeners.tell(message);
  }

  /** The result of work; if it fails null, and what `failed` says of why is told. */
  async tellIfFailed<T>(work: Promise<T>, failed: (reason: string) => string): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.tell(failed(errorText(error)));
      return null;
    }
  }

  /**
   * Tells with something at hand that can be done about it; returns what takes the offer away. With `isSeen` it is only
   * shown, since what it is about is said aloud by whoever shows that.
   */
  offer(message: string, button: string, act: () => void, isSeen = false): () => void {
    const end = this.notices.offer(message, button, act);
    if (!isSeen) this.listeners.tell(message);
    return end;
  }

  /** Calls back with each message that was told, offers too if they say something new; returns what ends that. */
  onTold(listener: (message: string) => void): () => void {
    return this.listeners.add(listener);
  }
}
