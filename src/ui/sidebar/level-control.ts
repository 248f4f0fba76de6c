// The three buttons that show a map down to its chapters, its sections or its entries.
import { setIcon, setTooltip } from "obsidian";
import { sameValue } from "../../core/base/equal";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { LEVELS, type Level } from "../../core/roadmap/levels";
import { iconOfLevel } from "../widgets/icons";

export class LevelControl {
  private readonly el: HTMLElement;
  private readonly buttons = new Map<Level, HTMLButtonElement>();
  /** All that the buttons show. */
  private shown: unknown = null;

  constructor(
    parent: HTMLElement,
    private readonly words: Words,
    private readonly figures: Figures,
    choose: (level: Level) => void,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-levels" });
    for (const level of LEVELS) {
      const buttonEl = this.el.createEl("button", { cls: "clickable-icon moc-path-level" });
      setIcon(buttonEl, iconOfLevel(level));
      buttonEl.addEventListener("click", () => choose(level));
      this.buttons.set(level, buttonEl);
    }
  }

  /** Shows which level is set, and how many rows there are at each that the map has. */
  show(current: Level, offered: readonly Level[], counts: Readonly<Record<Level, number>>): void {
    const now = { current, offered, counts };
    if (sameValue(now, this.shown)) return;
    this.shown = now;
    this.el.toggle(offered.length > 0);
    for (const [level, buttonEl] of this.buttons) {
      buttonEl.toggle(offered.includes(level));
      buttonEl.toggleClass("is-active", level === current);
      buttonEl.setAttr("aria-pressed", String(level === current));
      setTooltip(buttonEl, this.words.levels[level](this.figures.count(counts[level])));
    }
  }
}
