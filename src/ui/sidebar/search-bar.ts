// The line that narrows the tree: words to search for, the button of the filters, and below what is found.
// It is made once and never drawn anew, so that typing in it is never disturbed.
import { SearchComponent, setIcon, setTooltip } from "obsidian";
import { isFiltering, NO_FILTER, type Filter } from "../../core/roadmap/filter";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { FilterChips, type Offered } from "./filter-chips";

interface SearchBarActions {
  change(filter: Filter): void;
  /** The reader goes on to the tree. */
  leave(): void;
  /** Gives the keyboard to what was found. */
  enter(): void;
}

/** The places of a search: the field, the button beside it, the chips, and the line of what is found. */
interface SearchParts {
  readonly fieldEl: HTMLElement;
  readonly buttonEl: HTMLElement;
  readonly chipsEl: HTMLElement;
  readonly foundEl: HTMLElement;
}

export class SearchBar {
  private readonly search: SearchComponent;
  private readonly chips: FilterChips;
  private readonly countEl: HTMLElement;
  private filter: Filter = NO_FILTER;
  /** True if the reader asked for the chips. */
  private isOpen = false;

  constructor(
    private readonly parts: SearchParts,
    private readonly words: Words,
    private readonly figures: Figures,
    private readonly actions: SearchBarActions,
  ) {
    this.search = new SearchComponent(parts.fieldEl)
      .setPlaceholder(words.search)
      .onChange((text) => this.set({ ...this.filter, text }));
    this.search.clearButtonEl.setAttr("role", "button");
    this.search.inputEl.addEventListener("keydown", (event) => this.onKey(event));
    setIcon(parts.buttonEl, "list-filter");
    setTooltip(parts.buttonEl, words.filters);
    parts.buttonEl.addEventListener("click", () => this.toggleChips());
    this.chips = new FilterChips(parts.chipsEl, words, figures, (filter) => this.set(filter));
    this.countEl = parts.foundEl.createSpan({ cls: "moc-path-found-count", attr: { role: "status" } });
    parts.foundEl
      .createEl("button", { cls: "clickable-icon moc-path-clear", text: words.clear })
      .addEventListener("click", () => this.clear());
  }

  /** Shows a filter without telling of it, the chips that its map can use, and how many entries it leaves. */
  show(filter: Filter, offered: Offered, found: number | null): void {
    this.filter = filter;
    if (this.search.getValue() !== filter.text) this.search.setValue(filter.text);
    const isNarrowing = isFiltering({ ...filter, text: "" });
    const isShown = this.isOpen || isNarrowing;
    this.parts.chipsEl.toggle(isShown);
    this.chips.show(filter, offered);
    this.parts.buttonEl.toggleClass("is-active", isShown);
    this.parts.buttonEl.setAttr("aria-expanded", String(isShown));
    this.parts.foundEl.toggle(found !== null);
    if (found !== null) this.countEl.setText(this.words.found(this.figures.count(found)));
  }

  /**
   * Does what a key asks for that the app would take before any element here hears of it; false if it asks for nothing.
   * In the field Escape takes off the words first; on a chip or a button, all that is filtered.
   */
  takesKey({ key }: KeyboardEvent): boolean {
    if (key !== "Escape") return false;
    if (!this.search.inputEl.isActiveElement()) this.clear();
    else if (this.filter.text !== "") this.search.setValue("").onChanged();
    else this.actions.leave();
    return true;
  }

  focus(): void {
    this.search.inputEl.focus();
    this.search.inputEl.select();
  }

  /** Chips that filter stay in view as long as they do. */
  private toggleChips(): void {
    const isNarrowing = isFiltering({ ...this.filter, text: "" });
    this.isOpen = !(this.isOpen || isNarrowing);
    this.set(isNarrowing ? { ...NO_FILTER, text: this.filter.text } : this.filter);
  }

  private clear(): void {
    this.isOpen = false;
    this.set(NO_FILTER);
    this.actions.leave();
  }

  private set(filter: Filter): void {
    this.filter = filter;
    this.actions.change(filter);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    this.actions.enter();
    event.preventDefault();
    event.stopPropagation();
  }
}
