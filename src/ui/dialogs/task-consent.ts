// Asks once for the vault whether marking a note may also set the marks of tasks that list it in maps.
import { ButtonComponent, Modal, type App } from "obsidian";
import type { Words } from "../../i18n/words";
import type { ReaderSettings } from "../../settings/reader-settings";
import { takeKeyboard } from "../widgets/keyboard";

export class TaskConsent {
  /** Whoever closes the question without an answer is asked again after the next start. */
  private isAsked = false;

  constructor(
    private readonly app: App,
    private readonly words: Words,
    private readonly settings: Pick<ReaderSettings, "current" | "set">,
    /** True if a map lists one of these targets as a task. */
    private readonly concerns: (targets: readonly string[]) => boolean,
  ) {}

  /**
   * Asks, if targets that are about to be marked are tasks and the reader has not said; resolves when that is settled.
   */
  async settle(targets: readonly string[]): Promise<void> {
    if (this.isAsked || this.settings.current.tasks !== "ask" || !this.concerns(targets)) return;
    this.isAsked = true;
    const answer = await new Promise<boolean | null>((resolve) =>
      new TaskQuestion(this.app, this.words, resolve).open(),
    );
    if (answer === null) return;
    this.isAsked = false;
    await this.settings.set("tasks", answer ? "always" : "never");
  }
}

class TaskQuestion extends Modal {
  private answer: boolean | null = null;

  constructor(
    app: App,
    private readonly words: Words,
    private readonly resolve: (answer: boolean | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { title, question, yes, no } = this.words.tasks;
    this.setTitle(title);
    this.contentEl.createEl("p", { text: question });
    const buttonsEl = this.modalEl.createDiv("modal-button-container");
    this.button(buttonsEl, yes, true).setCta();
    this.button(buttonsEl, no, false);
    // Not to a button: the key that marked the note may still be down.
    takeKeyboard(this.contentEl);
  }

  override onClose(): void {
    this.resolve(this.answer);
  }

  private button(parent: HTMLElement, text: string, answer: boolean): ButtonComponent {
    return new ButtonComponent(parent).setButtonText(text).onClick(() => {
      this.answer = answer;
      this.close();
    });
  }
}
