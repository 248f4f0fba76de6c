// The line that narrows the tree: words to search for, and chips that each keep one kind of entry.
// It is made once and never drawn anew, so that typing in it is never disturbed.
import { SearchComponent, setIcon, setTooltip } from "obsidian";
import { isLengthOff } from "../core/facts";
import { NO_FILTER, type Filter } from "../core/filter";
import type { Entry } from "../core/model";
import type { State } from "../core/state";
import type { Words } from "../i18n/words";

/** What a chip keeps. */
type ChipName = keyof Offered | State;

/** Chips that only make sense where a map has such entries. */
export type Offered = Pick<Filter, "key" | "rated" | "hot" | "off" | "missing">;

const FLAGS = ["key", "rated", "hot", "off", "missing"] as const;
const CHIP_STATES: readonly State[] = ["todo", "doing", "done"];

export interface SearchBarActions {
  change(filter: Filter): void;
  /** The reader goes on to the tree. */
  leave(): void;
}

export class SearchBar {
  private readonly search: SearchComponent;
  private readonly chips = new Map<ChipName, HTMLButtonElement>();
  private filter: Filter = NO_FILTER;

  constructor(
    el: HTMLElement,
    words: Words,
    private readonly actions: SearchBarActions,
  ) {
    this.search = new SearchComponent(el).setPlaceholder(words.search).onChange((text) => this.set({ ...this.filter, text }));
    this.search.clearButtonEl.setAttr("role", "button");
    this.search.inputEl.addEventListener("keydown", (event) => this.onKey(event));
    const chipsEl = el.createDiv({ cls: "moc-path-chips", attr: { role: "group", "aria-label": words.filters } });
    for (const state of CHIP_STATES) this.addChip(chipsEl, state, words.states[state]);
    for (const flag of FLAGS) this.addChip(chipsEl, flag, words.chips[flag]);
  }

  /** Shows a filter without telling of it, and the chips that its map can use. */
  show(filter: Filter, offered: Offered): void {
    this.filter = filter;
    if (this.search.getValue() !== filter.text) this.search.setValue(filter.text);
    for (const [name, chipEl] of this.chips) {
      const isOn = this.isOn(name);
      chipEl.toggleClass("is-active", isOn);
      chipEl.setAttr("aria-pressed", String(isOn));
      chipEl.toggle(isOn || isStateChip(name) || offered[name]);
    }
  }

  focus(): void {
    this.search.inputEl.focus();
    this.search.inputEl.select();
  }

  private addChip(parent: HTMLElement, name: ChipName, text: string): void {
    const chipEl = parent.createEl("button", { cls: "moc-path-chip", attr: { "aria-pressed": "false" } });
    if (isStateChip(name)) setIcon(chipEl.createSpan({ cls: "moc-path-chip-icon", attr: { "aria-hidden": "true" } }), `moc-path-${name}`);
    else chipEl.setText(CHIP_SIGNS[name]);
    setTooltip(chipEl, text);
    chipEl.addEventListener("click", () => this.toggle(name));
    this.chips.set(name, chipEl);
  }

  private isOn(name: ChipName): boolean {
    return isStateChip(name) ? this.filter.states.includes(name) : this.filter[name];
  }

  private toggle(name: ChipName): void {
    if (!isStateChip(name)) return this.set({ ...this.filter, [name]: !this.filter[name] });
    const others = this.filter.states.filter((state) => state !== name);
    this.set({ ...this.filter, states: this.isOn(name) ? others : [...others, name] });
  }

  private set(filter: Filter): void {
    this.filter = filter;
    this.actions.change(filter);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape" && this.filter.text !== "") this.search.setValue("").onChanged();
    else if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter") this.actions.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const CHIP_SIGNS: Readonly<Record<(typeof FLAGS)[number], string>> = { key: "⭐", rated: "≥★4", hot: "🔥", off: "⚠", missing: "✎" };

function isStateChip(name: ChipName): name is State {
  return CHIP_STATES.some((state) => state === name);
}

/** Which kinds of entries a map has, so that chips for others can stay away. */
export function offeredBy(entries: Iterable<Entry>, linesOf: (target: string) => number | null): Offered {
  const offered = { key: false, rated: false, hot: false, off: false, missing: false };
  for (const { key, rating, hot, kind, length, target } of entries) {
    offered.key ||= key;
    offered.rated ||= rating !== null;
    offered.hot ||= hot;
    offered.off ||= length !== null && isLengthOff(length, linesOf(target));
    offered.missing ||= kind === "missing";
  }
  return offered;
}
