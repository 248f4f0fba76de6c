// A prompt: an input at the top of the window and suggestions under it.
import type { Instruction } from "obsidian";
import type { App } from "../app";
import { setIcon } from "./icons";
import { Modal } from "./modal";
import { SuggestList, type SuggestListOwner } from "./suggest-list";

export abstract class SuggestModal<T> extends Modal implements SuggestListOwner<T> {
  limit = 100;
  emptyStateText = "No results found.";
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private readonly list: SuggestList<T>;
  private readonly instructionsEl: HTMLElement;
  /** Answers to an older query that arrive late are dropped. */
  private generation = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.className = "prompt";
    this.modalEl.empty();
    const inputContainerEl = this.modalEl.createDiv("prompt-input-container");
    this.inputEl = inputContainerEl.createEl("input", {
      cls: "prompt-input",
      type: "text",
      attr: { spellcheck: "false" },
    });
    const clearEl = inputContainerEl.createDiv("search-input-clear-button");
    clearEl.addEventListener("click", () => this.clear());
    setIcon(clearEl.createDiv("mod-icon"), "lucide-x");
    this.resultContainerEl = this.modalEl.createDiv("prompt-results");
    this.instructionsEl = this.modalEl.createDiv("prompt-instructions");
    this.list = new SuggestList(this, this.resultContainerEl);
    this.inputEl.addEventListener("input", () => void this.update());
    this.registerKeys();
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.value = "";
    this.inputEl.focus();
    void this.update();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    this.instructionsEl.empty();
    for (const { command, purpose } of instructions) {
      const el = this.instructionsEl.createDiv("prompt-instruction");
      el.createSpan({ cls: "prompt-instruction-command", text: command });
      el.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, evt);
  }

  selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    this.list.chooseSelected(evt);
  }

  private registerKeys(): void {
    const on = (key: string, act: (event: KeyboardEvent) => void): void => {
      this.scope.register([], key, (event) => {
        if (event.isComposing) return;
        act(event);
        return false;
      });
    };
    on("ArrowDown", () => this.list.move(1));
    on("ArrowUp", () => this.list.move(-1));
    on("Enter", (event) => this.selectActiveSuggestion(event));
  }

  private clear(): void {
    this.inputEl.value = "";
    this.inputEl.focus();
    void this.update();
  }

  private async update(): Promise<void> {
    const generation = ++this.generation;
    const found = this.getSuggestions(this.inputEl.value);
    const values = Array.isArray(found) ? found : await found;
    if (generation !== this.generation) return;
    this.list.set(this.limit > 0 ? values.slice(0, this.limit) : values);
    if (this.list.isEmpty) this.onNoSuggestion();
  }
}
