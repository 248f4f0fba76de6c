// The chips that each keep one kind of entry, in words, in a row that is drawn on sideways where it is too long.
import { Menu, Platform, setTooltip } from "obsidian";
import { linesOf as linesOfEntry, NO_FILTER, type Filter } from "../../core/roadmap/filter";
import type { Entry } from "../../core/roadmap/model";
import { isState, type State } from "../../core/base/state";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { LongPress } from "../widgets/long-press";
import { drawSign } from "../widgets/row-parts";

type Flag = "key" | "rated" | "upTo" | "hot" | "fixable" | "missing";

/**
 * The number of a map's entries that each chip would keep, for the chips that not every map needs; for some of them
 * only 1 or 0, for any or none.
 */
export type Offered = Readonly<Record<Flag | "skipped", number>>;

/** The kind of entries a chip keeps. */
type ChipName = Flag | State;

/** Those asked for most are in view in the narrowest pane. */
const ORDER: readonly ChipName[] = [
  ...(["todo", "rated", "key", "fixable"] as const),
  ...(["doing", "done", "skipped", "upTo", "hot", "missing"] as const),
];

/** The choices of chips that keep more or less, the usual first. */
const CHOICES = { rated: [4, 5, 3, 2], upTo: [300, 100, 1000, 3000] } as const;

type Choice = keyof typeof CHOICES;

export class FilterChips {
  private readonly chips = new Map<ChipName, HTMLButtonElement>();
  private filter: Filter = NO_FILTER;
  /** The filter and the counts that the chips show. */
  private shown: readonly [Filter, Offered] | null = null;
  /** The choices that chips with a choice had last, and will have when they are switched on. */
  private readonly last: Record<Choice, number> = { rated: CHOICES.rated[0], upTo: CHOICES.upTo[0] };

  constructor(
    private readonly el: HTMLElement,
    private readonly words: Words,
    private readonly figures: Figures,
    private readonly change: (filter: Filter) => void,
  ) {
    for (const name of ORDER) this.addChip(name);
    if (Platform.isMobile) new LongPress(el);
  }

  /** Shows a filter without telling of it, and the chips that its map can use. */
  show(filter: Filter, offered: Offered): void {
    const isOther = filter !== this.filter;
    this.filter = filter;
    if (this.shown?.[0] === filter && this.shown[1] === offered) return;
    this.shown = [filter, offered];
    for (const [name, chipEl] of this.chips) {
      const isOn = this.isOn(name);
      chipEl.toggleClass("is-active", isOn);
      chipEl.setAttr("aria-pressed", String(isOn));
      chipEl.toggle(isOn || (isStateChip(name) && name !== "skipped") || offered[name] > 0);
      if (isCounting(name)) chipEl.find(".moc-path-chip-count").setText(this.figures.count(offered[name]));
      else if (isChoice(name)) this.showChoice(name, chipEl);
    }
    // A filter that was not chosen here, as that of another map: what it keeps is seen.
    if (isOther) reveal(this.el.find(".is-active"));
  }

  private addChip(name: ChipName): void {
    const { words } = this;
    const chipEl = this.el.createEl("button", { cls: "moc-path-chip", attr: { "aria-pressed": "false" } });
    chipEl.dataset["chip"] = name;
    const text = isStateChip(name) ? words.states[name] : words.chips[name];
    chipEl.createSpan({ cls: "moc-path-chip-text", text, attr: { dir: "auto" } });
    if (isChoice(name)) this.offerChoice(name, chipEl);
    if (isCounting(name)) chipEl.createSpan("moc-path-chip-count");
    if (!isStateChip(name)) setTooltip(chipEl, words.chipHints[name]);
    chipEl.addEventListener("click", () => {
      this.toggle(name);
      // With its caret it is longer than it was.
      reveal(chipEl);
    });
    // A browser leaves what it shows in part where it is.
    chipEl.addEventListener("focus", () => reveal(chipEl));
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
    chipEl.find(".moc-path-chip-text").setText(this.textOf(name, this.last[name]));
  }

  /** The words by which a chip shows its choice. */
  private textOf(name: Choice, value: number): string {
    return name === "rated" ? `★${this.figures.count(value)}+` : this.words.upTo(this.figures.count(value));
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
    this.change(filter);
  }
}

function reveal(chipEl: HTMLElement | null): void {
  chipEl?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function isCounting(name: ChipName): name is "fixable" | "missing" {
  return name === "fixable" || name === "missing";
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
  fixable: number,
): Offered {
  const any = (has: (entry: Entry) => boolean): number => Number(entries.some(has));
  const count = (has: (entry: Entry) => boolean): number => entries.reduce((sum, entry) => sum + Number(has(entry)), 0);
  return {
    skipped,
    key: any(({ key }) => key),
    rated: any(({ rating }) => rating !== null),
    // The length of a map says nothing about the notes that it lists.
    upTo: any((entry) => entry.kind !== "map" && linesOfEntry(entry, { linesOf }) !== null),
    hot: any(({ hot }) => hot),
    fixable,
    missing: count(({ kind }) => kind === "missing"),
  };
}
