// One row of the tree: its elements are made once, and `bind` makes them show any row.
// It draws; what a click means is decided by the view that listens.
import { setIcon, setTooltip } from "obsidian";
import { sameValue } from "../core/equal";
import type { Entry } from "../core/model";
import type { Range } from "../core/range";
import { progressOf, type Tally } from "../core/tally";
import type { Rating } from "../core/written";
import type { Words } from "../i18n/words";
import type { Figures } from "./figures";
import { drawState } from "./icons";
import type { DivisionRow, EntryRow, Row } from "./rows";
import type { RowElement } from "./virtual-list";

/** Marks the elements of a row that are targets of their own. */
export const PART = { chevron: "moc-path-chevron", state: "moc-path-state", relation: "moc-path-relation" } as const;

/** Titles from this length on may not fit a row. */
const LONG_TITLE = 18;

export class RowView implements RowElement<Row> {
  readonly el: HTMLElement;
  private readonly chevronEl: HTMLElement;
  private readonly stateEl: HTMLElement;
  private readonly innerEl: HTMLElement;
  private readonly flairEl: HTMLElement;
  private bound: Row | null = null;

  constructor(
    parent: HTMLElement,
    private readonly idPrefix: string,
    private readonly words: Words,
    private readonly figures: Figures,
  ) {
    this.el = parent.createDiv({ cls: "tree-item-self is-clickable moc-path-row", attr: { role: "treeitem" } });
    this.chevronEl = this.el.createDiv({ cls: `tree-item-icon collapse-icon ${PART.chevron}`, attr: { "aria-hidden": "true" } });
    setIcon(this.chevronEl, "right-triangle");
    this.stateEl = this.el.createDiv({ cls: PART.state, attr: { "aria-hidden": "true" } });
    this.innerEl = this.el.createDiv("tree-item-inner moc-path-inner");
    this.flairEl = this.el.createDiv("tree-item-flair-outer moc-path-flair");
  }

  bind(row: Row, index: number): void {
    this.el.dataset["index"] = String(index);
    this.el.id = `${this.idPrefix}${encodeURIComponent(row.id)}`;
    // Elements that a press began on must still be there when it ends, or the click is lost.
    const isSame = sameValue(this.bound, row);
    this.bound = row;
    if (isSame) return;
    this.reset(row);
    try {
      this.draw(row);
    } catch (error) {
      // One row that cannot be drawn must not take the others with it.
      this.innerEl.setText(this.words.notDrawn);
      setTooltip(this.innerEl, String(error), { placement: "left" });
    }
  }

  private draw(row: Row): void {
    switch (row.kind) {
      case "division":
        this.bindDivision(row);
        break;
      case "entry":
        this.bindEntry(row);
        break;
      case "group":
        this.innerEl.setText(row.label);
        break;
      case "topics":
        this.innerEl.setText(this.words.topics(row.count));
        break;
      case "topic":
        this.innerEl.setText(row.topic.title);
        break;
      case "cut":
        this.innerEl.setText(this.words.cutLinks(row.links.length));
        setTooltip(this.innerEl, row.links.join("\n"), { placement: "left", delay: 600 });
        break;
      case "relations":
        this.bindRelations(row.relations.map(({ kind, title, path, link }) => ({ kind, title, path, link: link.link })));
        break;
    }
  }

  private reset(row: Row): void {
    const expanded = "expanded" in row ? row.expanded : null;
    this.el.draggable = row.kind === "entry";
    this.el.className = "tree-item-self is-clickable moc-path-row";
    this.el.addClass(`mod-${row.kind}`);
    this.el.toggleClass("mod-collapsible", expanded !== null);
    this.el.toggleClass("is-collapsed", expanded === false);
    this.chevronEl.toggleClass("is-collapsed", expanded === false);
    this.el.setCssProps({ "--moc-path-depth": String(row.depth) });
    this.el.setAttrs({ "aria-level": String(row.depth + 1), "aria-expanded": expanded === null ? null : String(expanded), "aria-label": null });
    this.stateEl.empty();
    this.stateEl.className = PART.state;
    this.innerEl.empty();
    this.innerEl.removeAttribute("aria-label");
    this.flairEl.empty();
  }

  private bindDivision(row: DivisionRow): void {
    const { division, tally } = row;
    this.el.toggleClass("mod-chapter", row.depth === 0);
    this.title(division.title);
    if (division.key && !division.title.includes("⭐")) this.keyFlag();
    if (division.rating) this.stars(division.rating);
    if (row.leadsTo === "map") this.mapRing(row.mapProgress);
    if (row.leadsTo === "jump") setIcon(this.flairEl.createDiv({ cls: "moc-path-jump", attr: { "aria-hidden": "true" } }), "corner-down-right");
    if (tally.counted > 0) this.tally(row);
    this.el.setAttr("aria-label", [division.title, this.words.doneOf(this.figures.count(tally.done), this.figures.count(tally.counted))].join(", "));
  }

  private tally({ tally, strip }: DivisionRow): void {
    if (strip) {
      const stripEl = this.flairEl.createDiv({ cls: "moc-path-strip", attr: { "aria-hidden": "true" } });
      for (const state of strip) stripEl.createSpan(`moc-path-dot mod-${state}`);
    } else drawBar(this.flairEl, tally);
    this.flairEl.createDiv({ cls: "tree-item-flair moc-path-count", text: this.figures.doneOf(tally) });
  }

  private mapRing(progress: number | null): void {
    const ringEl = this.flairEl.createDiv({ cls: "moc-path-ring", attr: { "aria-hidden": "true" } });
    ringEl.setCssProps({ "--moc-path-progress": String(progress ?? 0) });
  }

  private bindEntry(row: EntryRow): void {
    const { entry, state } = row;
    this.el.addClasses([`is-${state}`, `mod-${entry.kind}`]);
    this.el.toggleClass("is-active", row.isActive);
    drawState(this.stateEl, entry.kind, state, row.mapProgress);
    if (row.label !== null) this.innerEl.createSpan({ cls: "moc-path-label", text: row.label });
    this.title(entry.title, row.matches);
    if (row.remark !== null) this.innerEl.createSpan({ cls: "moc-path-remark", text: row.remark, attr: { dir: "auto" } });
    if (entry.kind === "web") setIcon(this.innerEl.createSpan("moc-path-web"), "arrow-up-right");
    if (entry.status !== null) this.flairEl.createSpan({ cls: "moc-path-status", text: entry.status });
    if (entry.key && !entry.title.includes("⭐")) this.keyFlag();
    if (entry.rating) this.stars(entry.rating);
    this.length(row);
    this.el.setAttr("aria-label", this.describe(row));
    const tooltip = tooltipOf(entry);
    if (tooltip !== null) setTooltip(this.innerEl, tooltip, { placement: "left", delay: 600 });
  }

  /** The declared length, and a sign where the note has outgrown it. */
  private length(row: EntryRow): void {
    const { length } = row.entry;
    const el = this.flairEl.createDiv({ cls: "tree-item-flair moc-path-length", text: length ? this.figures.shortLength(length) : "" });
    const off = this.offText(row);
    if (off === null) return;
    setIcon(el.createSpan({ cls: "moc-path-off", attr: { "aria-hidden": "true" } }), "triangle-alert");
    setTooltip(el, off, { placement: "left" });
  }

  /** What is wrong with the declared length; null where nothing is. */
  private offText({ entry, offLines }: EntryRow): string | null {
    return entry.length && offLines !== null ? this.words.lengthOff(this.figures.count(entry.length.value), this.figures.count(offLines)) : null;
  }

  /** Draws a title with what was searched for in it. */
  private title(text: string, matches: readonly Range[] = []): void {
    const el = this.innerEl.createSpan({ cls: "tree-item-inner-text moc-path-title", attr: { dir: "auto" } });
    let end = 0;
    for (const { from, to } of matches) {
      el.appendText(text.slice(end, from));
      el.createSpan({ cls: "suggestion-highlight moc-path-match", text: text.slice(from, to) });
      end = to;
    }
    el.appendText(text.slice(end));
  }

  private keyFlag(): void {
    this.flairEl.createSpan({ cls: "moc-path-key", text: "⭐", attr: { "aria-hidden": "true" } });
  }

  /** The stars as written: never padded, never cut; a narrow pane shows the count alone. */
  private stars(rating: Rating): void {
    const el = this.flairEl.createSpan({ cls: "moc-path-stars", attr: { "aria-hidden": "true" } });
    el.createSpan({ cls: "moc-path-stars-short", text: `★${this.figures.count(rating.value)}` });
    const longEl = el.createSpan("moc-path-stars-long");
    const full = Math.floor(rating.value);
    const half = rating.value > full ? 1 : 0;
    longEl.createSpan({ cls: "mod-full", text: "★".repeat(full) });
    if (half > 0) longEl.createSpan({ cls: "mod-half", text: "★" });
    if (rating.hollow > 0) longEl.createSpan({ cls: "mod-hollow", text: "★".repeat(rating.hollow) });
  }

  private bindRelations(relations: readonly { kind: keyof Words["relations"]; title: string; path: string | null; link: string }[]): void {
    for (const relation of relations) drawRelation(this.innerEl, relation, this.words);
  }

  /** What a screen reader says: title, state, rating, length. */
  private describe(row: EntryRow): string {
    const { entry, state, label } = row;
    const kind = { note: null, file: null, map: this.words.map, web: this.words.webLink, missing: this.words.missingNote }[entry.kind];
    const parts = [
      label,
      entry.title,
      kind,
      entry.kind === "missing" ? null : this.words.states[state],
      entry.key ? this.words.keyNote : null,
      entry.rating && this.figures.rating(entry.rating),
      entry.length && this.figures.length(entry.length),
      this.offText(row),
    ];
    return parts.filter((part) => part !== null).join(", ");
  }
}

const ARROWS: Readonly<Record<keyof Words["relations"], string>> = { up: "arrow-up", prerequisite: "arrow-left", next: "arrow-right", related: "link-2" };

/** Draws a relation as a clickable name behind its arrow. */
export function drawRelation(
  parent: HTMLElement,
  relation: { readonly kind: keyof Words["relations"]; readonly title: string; readonly path: string | null; readonly link: string },
  words: Words,
): HTMLElement {
  const el = parent.createSpan({ cls: `${PART.relation} mod-${relation.kind}` });
  el.toggleClass("is-unresolved", relation.path === null);
  el.dataset["link"] = relation.link;
  setIcon(el.createSpan({ cls: "moc-path-relation-icon", attr: { "aria-hidden": "true" } }), ARROWS[relation.kind]);
  el.createSpan({ cls: "moc-path-relation-title", text: relation.title, attr: { dir: "auto" } });
  el.setAttr("aria-label", `${words.relations[relation.kind]}: ${relation.title}`);
  return el;
}

/** Draws a bar of what is done and what is in progress. */
export function drawBar(parent: HTMLElement, tally: Tally): HTMLElement {
  const open = Math.max(tally.counted - tally.skipped, 1);
  const bar = parent.createDiv("moc-path-bar");
  bar.setCssProps({ "--moc-path-done": String(progressOf(tally) ?? 0), "--moc-path-doing": String(tally.doing / open) });
  return bar;
}

/** What a row has no room for; null where that is nothing. */
function tooltipOf({ title, remark, details }: Entry): string | null {
  const more = [remark, ...details.map((detail) => `• ${detail}`)].filter((part) => part !== null);
  return more.length === 0 && title.length < LONG_TITLE ? null : [title, ...more].join("\n");
}
