// One row of the tree: its elements are made once, and `bind` makes them show any row.
// It draws; what a click means is decided by the view that listens.
import { Platform, setIcon, setTooltip } from "obsidian";
import { sameValue } from "../../core/base/equal";
import type { Words } from "../../i18n/words";
import { drawDivisionRow } from "./division-row";
import { drawEntryRow, drawFigure } from "./entry-row";
import type { Figures } from "../widgets/figures";
import { drawRelations } from "../widgets/relations";
import { lookOf } from "./row-look";
import { drawSign, drawTitle, PART, type RowParts } from "../widgets/row-parts";
import { sizeOf, type DivisionRow, type DrawnRow, type Row, type Shares } from "./rows";
import type { RowElement } from "../widgets/row-elements";

/** The reasons for a figure to need other room, as classes of its slot and of the grid around that. */
const FIGURE_CLASSES = ["is-fixable", "mod-wide", "mod-map"] as const;

export class RowView implements RowElement<Row>, RowParts {
  readonly el: HTMLElement;
  readonly stateEl: HTMLElement;
  readonly innerEl: HTMLElement;
  readonly flagEl: HTMLElement;
  readonly ratingEl: HTMLElement;
  readonly stripEl: HTMLElement;
  readonly figureEl: HTMLElement;
  private readonly gridEl: HTMLElement;
  private readonly chevronEl: HTMLElement;
  /** The look it has now. */
  private look: unknown = null;

  constructor(
    parent: HTMLElement,
    private readonly words: Words,
    private readonly figures: Figures,
    private readonly sharesOf: (row: DivisionRow) => Shares,
    private readonly failed: (row: Row, error: unknown) => void,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-row", attr: { role: "treeitem" } });
    this.chevronEl = this.el.createDiv({
      cls: `tree-item-icon collapse-icon ${PART.chevron}`,
      attr: { "aria-hidden": "true" },
    });
    setIcon(this.chevronEl, "chevron-down");
    this.stateEl = this.el.createDiv({ cls: PART.state, attr: { "aria-hidden": "true" } });
    this.innerEl = this.el.createDiv("tree-item-inner moc-path-inner");
    this.stripEl = this.el.createDiv("moc-path-shares");
    this.gridEl = this.el.createDiv("tree-item-flair-outer moc-path-grid");
    const slot = (name: string): HTMLElement => this.gridEl.createDiv(`moc-path-slot mod-${name}`);
    this.flagEl = slot("flag");
    this.ratingEl = slot("rating");
    this.figureEl = slot("figure");
  }

  bind(row: Row): void {
    const drawn = row.kind === "division" ? { ...row, ...this.sharesOf(row) } : row;
    // Elements that a press began on must still be there when it ends, or the click is lost.
    const look = lookOf(drawn);
    if (sameValue(this.look, look)) return;
    this.look = look;
    this.reset(row);
    try {
      this.draw(drawn);
      this.keepRoom();
    } catch (error) {
      // One row that cannot be drawn must not take the others with it.
      this.failed(row, error);
      this.innerEl.setText(this.words.notDrawn);
      setTooltip(this.innerEl, String(error), { placement: "left" });
    }
  }

  private draw(row: DrawnRow): void {
    const { words, figures } = this;
    switch (row.kind) {
      case "division":
        return drawDivisionRow(this, row, words, figures);
      case "entry":
        return drawEntryRow(this, row, words, figures);
      case "group":
        return drawTitle(this, row.label, row.matches);
      case "topics":
        return drawTitle(this, words.topics(row.topics.length));
      case "topic":
        drawTitle(this, row.topic.title, row.matches);
        return drawFigure(this.figureEl, null, row.findings, words);
      case "cut":
        setTooltip(this.innerEl, row.links.join("\n"), { placement: "left", delay: 600 });
        return drawTitle(this, words.cutLinks(row.links.length));
      case "unlisted":
        drawSign(this.innerEl, "moc-path-jump", "file-plus");
        this.figureEl.createSpan({ cls: "moc-path-add-them", text: words.adding.addThem });
        return drawTitle(this, words.adding.unlisted(row.count));
      case "relations":
        return drawRelations(this.innerEl, row.relations, words, figures, undefined, row.matches);
    }
  }

  /** Anything right of something else has its place, be there anything in it or not; the title has the rest. */
  private keepRoom(): void {
    const slots = { flag: this.flagEl, rating: this.ratingEl, figure: this.figureEl };
    const first = Object.entries(slots).find(([, el]) => el.firstChild !== null)?.[0] ?? "none";
    this.gridEl.className = `tree-item-flair-outer moc-path-grid mod-${first}`;
    for (const cls of FIGURE_CLASSES) this.gridEl.toggleClass(cls, this.figureEl.hasClass(cls));
  }

  private reset(row: Row): void {
    const expanded = "expanded" in row ? row.expanded : null;
    this.el.draggable = row.kind === "entry" && !Platform.isMobile;
    this.el.className = `tree-item-self is-clickable moc-path-row mod-${row.kind}`;
    this.el.addClass(`mod-${sizeOf(row)}`);
    this.el.toggleClass("mod-collapsible", expanded !== null);
    this.el.toggleClass("is-collapsed", expanded === false);
    this.chevronEl.toggleClass("is-collapsed", expanded === false);
    this.el.setCssProps({ "--moc-path-depth": String(row.depth) });
    this.el.setAttrs({
      "aria-level": String(row.depth + 1),
      "aria-expanded": expanded === null ? null : String(expanded),
      "aria-label": null,
    });
    this.stateEl.empty();
    this.stateEl.className = PART.state;
    this.stateEl.removeAttribute("aria-label");
    this.innerEl.empty();
    this.innerEl.removeAttribute("aria-label");
    for (const el of [this.flagEl, this.ratingEl, this.stripEl, this.figureEl]) el.empty();
    this.figureEl.removeClasses([...FIGURE_CLASSES]);
  }
}
