// The line that narrows the tree: words to search for, and chips that each keep one kind of entry.
// It is made once and never drawn anew, so that typing in it is never disturbed.
import { Menu, Platform, SearchComponent, setTooltip } from "obsidian";
import { isEntryOff, linesOf as linesOfEntry, NO_FILTER, type Filter } from "../../core/roadmap/filter";
import type { Entry } from "../../core/roadmap/model";
import { isState, STATES, type State } from "../../core/base/state";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { iconOf } from "../widgets/icons";
import { LongPress } from "../widgets/long-press";
import { drawSign } from "../widgets/row-parts";

const FLAGS = ["key", "rated", "upTo", "hot", "off", "missing"] as const;

type Flag = (typeof FLAGS)[number];

/**
 * The number of a map's entries that each chip would keep, for the chips that not every map needs; for some of them
 * only 1 or 0, for any or none.
 */
export type Offered = Readonly<Record<Flag | "skipped", number>>;

/** The kind of entries a chip keeps. */
type ChipName = Flag | State;

/** The choices of chips that keep more or less, the usual first. */
const CHOICES = { rated: [4, 5, 3, 2], upTo: [300, 100, 1000, 3000] } as const;

type Choice = keyof typeof CHOICES;

export interface SearchBarActions {
  change(filter: Filter): void;
  /** The reader goes on to the tree. */
  leave(): void;
  /** Gives the keyboard to what was found. */
  enter(): void;
}

export class SearchBar {
  private readonly search: SearchComponent;
  private readonly chips = new Map<ChipName, HTMLButtonElement>();
  private filter: Filter = NO_FILTER;
  /** The choices that chips with a choice had last, and will have when they are switched on. */
  private readonly last: Record<Choice, number> = { rated: CHOICES.rated[0], upTo: CHOICES.upTo[0] };

  /** `lineEl` is where the search goes, `chipsEl` where the chips go. */
  constructor(
    lineEl: HTMLElement,
    chipsEl: HTMLElement,
    private readonly words: Words,
    private readonly figures: Figures,
    private readonly actions: SearchBarActions,
  ) {
    this.search = new SearchComponent(lineEl)
      .setPlaceholder(words.search)
      .onChange((text) => this.set({ ...this.filter, text }));
    this.search.clearButtonEl.setAttr("role", "button");
    this.search.inputEl.addEventListener("keydown", (event) => this.onKey(event));
    chipsEl.setAttrs({ role: "group", "aria-label": words.filters });
    for (const state of STATES) this.addChip(chipsEl, state, words.states[state]);
    for (const flag of FLAGS) this.addChip(chipsEl, flag, words.chips[flag]);
    if (Platform.isMobile) new LongPress(chipsEl);
  }

  /** Shows a filter without telling of it, and the chips that its map can use. */
  show(filter: Filter, offered: Offered): void {
    this.filter = filter;
    if (this.search.getValue() !== filter.text) this.search.setValue(filter.text);
    for (const [name, chipEl] of this.chips) {
      const isOn = this.isOn(name);
      chipEl.toggleClass("is-active", isOn);
      chipEl.setAttr("aria-pressed", String(isOn));
      chipEl.toggle(isOn || (isStateChip(name) && name !== "skipped") || offered[name] > 0);
      if (isCounting(name)) chipEl.find(".moc-path-chip-count").setText(this.figures.count(offered[name]));
      else if (isChoice(name)) this.showChoice(name, chipEl);
    }
  }

  get hasFocus(): boolean {
    return this.search.inputEl.isActiveElement();
  }

  /** Does what a key asks for that the app would take before the search hears of it; false if it asks for nothing. */
  takesKey({ key }: KeyboardEvent): boolean {
    if (key !== "Escape") return false;
    if (this.filter.text !== "") this.search.setValue("").onChanged();
    else this.actions.leave();
    return true;
  }

  focus(): void {
    this.search.inputEl.focus();
    this.search.inputEl.select();
  }

  private addChip(parent: HTMLElement, name: ChipName, text: string): void {
    const chipEl = parent.createEl("button", { cls: "moc-path-chip", attr: { "aria-pressed": "false" } });
    const sign = isStateChip(name) ? iconOf(name) : CHIP_SIGNS[name];
    if (isStateChip(name) || isCounting(name)) drawSign(chipEl, "moc-path-chip-icon", sign);
    else chipEl.createSpan({ text: sign, cls: "moc-path-chip-sign" });
    if (isChoice(name)) this.offerChoice(name, chipEl);
    if (isCounting(name)) chipEl.createSpan("moc-path-chip-count");
    setTooltip(chipEl, text);
    chipEl.addEventListener("click", () => this.toggle(name));
    this.chips.set(name, chipEl);
  }

  private isOn(name: ChipName): boolean {
    return isStateChip(name) ? this.filter.states.includes(name) : Boolean(this.filter[name]);
  }

  /**
   * A chip that is on shows a caret; that, a right click, a long press and the arrow down each let choose another
   * value.
   */
  private offerChoice(name: Choice, chipEl: HTMLElement): void {
    const choose = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      this.choose(name, chipEl);
    };
    chipEl.setAttr("aria-haspopup", "menu");
    drawSign(chipEl, "moc-path-chip-caret", "chevron-down").addEventListener("click", choose);
    chipEl.addEventListener("contextmenu", choose);
    chipEl.addEventListener("keydown", (event) => event.key === "ArrowDown" && choose(event));
  }

  private showChoice(name: Choice, chipEl: HTMLElement): void {
    this.last[name] = this.filter[name] || this.last[name];
    chipEl.find(".moc-path-chip-sign").setText(this.signOf(name, this.last[name]));
  }

  /** The sign by which a chip shows its choice. */
  private signOf(name: Choice, value: number): string {
    return name === "rated" ? `≥★${value}` : `≤${this.figures.count(value)}`;
  }

  private choose(name: Choice, chipEl: HTMLElement): void {
    const menu = new Menu();
    const { words, figures, filter } = this;
    for (const value of [...CHOICES[name].toSorted((a, b) => b - a), 0]) {
      const title =
        value === 0
          ? words.any
          : name === "rated"
            ? words.atLeast("★".repeat(value))
            : words.atMost(figures.count(value));
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setChecked(filter[name] === value)
          .onClick(() => this.set({ ...this.filter, [name]: value })),
      );
    }
    const { left, bottom } = chipEl.getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, chipEl.doc);
  }

  private toggle(name: ChipName): void {
    if (isChoice(name)) return this.set({ ...this.filter, [name]: this.filter[name] === 0 ? this.last[name] : 0 });
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
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    this.actions.enter();
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The sign on a chip: an icon if the chip also counts what is to be looked after, else a text. */
const CHIP_SIGNS: Readonly<Record<Flag, string>> = {
  key: "⭐",
  rated: "",
  upTo: "",
  hot: "🔥",
  off: "triangle-alert",
  missing: "pencil",
};

function isCounting(name: ChipName): name is "off" | "missing" {
  return name === "off" || name === "missing";
}

function isChoice(name: ChipName): name is Choice {
  return name in CHOICES;
}

function isStateChip(name: ChipName): name is State {
  return isState(name);
}

/**
 * The number of entries of each kind in a map, so that chips for other kinds can stay away; for kinds whose chips show
 * no count only 1 or 0, for any or none.
 */
export function offeredBy(
  entries: readonly Entry[],
  skipped: number,
  linesOf: (target: string) => number | null,
): Offered {
  const any = (has: (entry: Entry) => boolean): number => Number(entries.some(has));
  const count = (has: (entry: Entry) => boolean): number => entries.reduce((sum, entry) => sum + Number(has(entry)), 0);
  return {
    skipped,
    key: any(({ key }) => key),
    rated: any(({ rating }) => rating !== null),
    upTo: any((entry) => linesOfEntry(entry, { linesOf }) !== null),
    hot: any(({ hot }) => hot),
    off: count((entry) => isEntryOff(entry, linesOf)),
    missing: count(({ kind }) => kind === "missing"),
  };
}
