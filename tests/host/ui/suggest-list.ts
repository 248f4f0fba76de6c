// The list under a prompt: draws suggestions, keeps one of them selected, tells which was chosen.

/** The calls that the list makes to its owner. */
export interface SuggestListOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export class SuggestList<T> {
  private values: readonly T[] = [];
  private els: readonly HTMLElement[] = [];
  private selected = 0;

  constructor(
    private readonly owner: SuggestListOwner<T>,
    private readonly containerEl: HTMLElement,
  ) {}

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  set(values: readonly T[]): void {
    this.values = values;
    this.containerEl.empty();
    this.els = values.map((value, index) => this.draw(value, index));
    this.select(0);
  }

  /** Moves the selection, from an end to the other. */
  move(step: number): void {
    const count = this.values.length;
    if (count > 0) this.select((this.selected + step + count) % count);
  }

  chooseSelected(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.selected];
    if (value !== undefined) this.owner.selectSuggestion(value, event);
  }

  private draw(value: T, index: number): HTMLElement {
    const el = this.containerEl.createDiv("suggestion-item");
    this.owner.renderSuggestion(value, el);
    el.addEventListener("mousemove", () => this.select(index));
    el.addEventListener("click", (event) => this.owner.selectSuggestion(value, event));
    return el;
  }

  private select(index: number): void {
    this.els[this.selected]?.removeClass("is-selected");
    this.selected = index;
    const el = this.els[index];
    el?.addClass("is-selected");
    el?.scrollIntoView({ block: "nearest" });
  }
}
