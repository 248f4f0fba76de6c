// Text inputs, plain and for searching.
import { setIcon } from "./icons";
import { ValueComponent } from "./value-component";

export class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string> {
  private callback: ((value: string) => unknown) | null = null;

  constructor(readonly inputEl: T) {
    super();
    inputEl.addEventListener("input", () => this.onChanged());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    this.callback?.(this.getValue());
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl("input", { type: "text", attr: { spellcheck: "false" } }));
  }
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl("textarea", { attr: { spellcheck: "false" } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  readonly clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const wrapEl = containerEl.createDiv("search-input-container");
    super(wrapEl.createEl("input", { type: "search", attr: { enterkeyhint: "search", spellcheck: "false" } }));
    this.clearButtonEl = wrapEl.createDiv({ cls: "search-input-clear-button", attr: { "aria-label": "Clear search" } });
    setIcon(this.clearButtonEl, "lucide-x");
    this.clearButtonEl.addEventListener("click", () => this.clear());
    this.showClearButton();
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.showClearButton();
    return this;
  }

  override onChanged(): void {
    this.showClearButton();
    super.onChanged();
  }

  private clear(): void {
    this.setValue("");
    this.onChanged();
    this.inputEl.focus();
  }

  /** The base class calls `onChanged` only later, so the button is there by then. */
  private showClearButton(): void {
    this.clearButtonEl.toggle(this.getValue() !== "");
  }
}
