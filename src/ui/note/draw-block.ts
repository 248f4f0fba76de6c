// Draws the parts of a fenced block: the map with its bar, its chapters, its tree, and what comes next.
import { Keymap } from "obsidian";
import type { BlockOptions, BlockPart } from "../../core/roadmap/block-options";
import type { Rating } from "../../core/notation/rating";
import type { Destination, Division, Entry, Roadmap } from "../../core/roadmap/model";
import { isWritten } from "../../core/roadmap/unwritten";
import { progressOf, type Tally } from "../../core/roadmap/tally";
import type { Context } from "../../actions/context";
import { Figures } from "../widgets/figures";
import { onMiddleClick } from "../widgets/middle-button";
import type { NoteMarks } from "./note-marks";
import { nextOn } from "../../actions/ahead";
import { drawBar, sharesOf } from "../widgets/bar";
import { drawRun } from "../widgets/stars";

interface BlockModel {
  readonly roadmap: Roadmap;
  /** The part of it that the filter leaves. */
  readonly kept: Roadmap;
  readonly options: BlockOptions;
}

class BlockDrawing {
  private readonly figures: Figures;
  private readonly tallies: ReadonlyMap<string, Tally>;

  constructor(
    private readonly model: BlockModel,
    private readonly context: Context,
    private readonly marks: NoteMarks,
  ) {
    this.figures = new Figures(context.words);
    this.tallies = new Map(this.allTallies(model.roadmap.chapters));
  }

  /** Counts are those of whole divisions, whatever a filter leaves of them. */
  private *allTallies(divisions: readonly Division[]): Generator<readonly [string, Tally]> {
    for (const division of divisions) {
      yield [division.id, this.context.totals.tallyOfDivision(division)];
      yield* this.allTallies(division.sections);
    }
  }

  private readonly bar = (el: HTMLElement): void => {
    const { roadmap } = this.model;
    const { totals } = this.context;
    const tally = totals.totalOfRoadmap(roadmap);
    const headEl = el.createDiv("moc-path-block-head");
    this.name(headEl, roadmap.title, null, 0).addClass("moc-path-block-title");
    headEl.createSpan({ cls: "moc-path-block-count", text: this.figures.doneOfInWords(tally) });
    headEl.createSpan({ cls: "moc-path-percent", text: this.figures.percent(progressOf(tally)) });
    drawBar(el, sharesOf(tally));
  };

  private chapters(el: HTMLElement, divisions: readonly Division[], depth: number, level: number): void {
    for (const division of divisions) {
      const rowEl = el.createDiv("moc-path-block-chapter");
      rowEl.setCssProps({ "--moc-path-depth": String(level) });
      this.heading(rowEl, division);
      const tally = this.tallies.get(division.id);
      if (tally && tally.counted > 0) drawBar(rowEl, sharesOf(tally));
      if (depth > 1) this.chapters(el, division.sections, depth - 1, level + 1);
    }
  }

  private heading(el: HTMLElement, { id, title, link, line }: Division): void {
    this.name(el, title || this.context.words.untitled, link, line).addClass("moc-path-block-division");
    const tally = this.tallies.get(id);
    if (tally && tally.counted > 0) el.createSpan({ cls: "moc-path-block-count", text: this.figures.doneOf(tally) });
  }

  private content(el: HTMLElement, entries: readonly Entry[], divisions: readonly Division[], depth: number): void {
    if (entries.length + divisions.length === 0) return;
    const listEl = el.createEl("ul", "moc-path-block-tree");
    for (const entry of entries) this.entry(listEl.createEl("li"), entry);
    for (const division of depth > 0 ? divisions : []) {
      const itemEl = listEl.createEl("li");
      this.heading(itemEl.createDiv("moc-path-block-chapter"), division);
      this.content(itemEl, division.entries, division.sections, depth - 1);
    }
  }

  private entry(el: HTMLElement, entry: Entry): void {
    const { path } = this.model.roadmap;
    const { from, to, line } = entry.link;
    const mark = { kind: "entry", entry, from, to, line } as const;
    const markEl = this.marks.draw(mark);
    markEl.addEventListener("click", (event) => this.marks.click(mark, path, event));
    markEl.addEventListener("contextmenu", (event) => this.marks.menu(mark, path, event));
    el.append(markEl);
    const linkEl = this.link(el, entry.title, (event) => this.marks.open(entry, path, event));
    linkEl.toggleClass("is-unresolved", entry.kind === "missing");
    if (entry.rating) drawBlockStars(el, entry.rating, this.figures);
    this.content(el, entry.children, [], 0);
  }

  private readonly next = (el: HTMLElement): void => {
    const { roadmap } = this.model;
    const { words } = this.context;
    const next = nextOn(this.context, roadmap);
    const rowEl = el.createDiv("moc-path-block-next");
    if (next)
      this.link(rowEl, words.continueWith(next.entry.title), (event) =>
        this.marks.open(next.entry, roadmap.path, event),
      );
    else rowEl.setText(words.allDone);
  };

  readonly draw: Readonly<Record<BlockPart, (el: HTMLElement) => void>> = {
    bar: this.bar,
    chapters: (el) => this.chapters(el, this.model.kept.chapters, this.model.options.depth ?? 1, 0),
    tree: (el) =>
      this.content(el, this.model.kept.entries, this.model.kept.chapters, this.model.options.depth ?? Infinity),
    next: this.next,
  };

  /** A title that opens its place in the map, or in one that no note says the note that it leads to, if any. */
  private name(el: HTMLElement, title: string, link: Destination | null, line: number): HTMLElement {
    const { path } = this.model.roadmap;
    const { navigation } = this.context;
    if (isWritten(path))
      return this.link(el, title, (event) => navigation.openLine(path, line, Keymap.isModEvent(event)));
    if (!link) return el.createSpan({ text: title, attr: { dir: "auto" } });
    return this.link(el, title, (event) => navigation.openLink(link.link.link, path, Keymap.isModEvent(event)));
  }

  private link(el: HTMLElement, text: string, open: (event: MouseEvent) => void): HTMLElement {
    const linkEl = el.createEl("a", { text, href: "#", attr: { dir: "auto" } });
    linkEl.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      open(event);
    });
    onMiddleClick(linkEl, open);
    return linkEl;
  }
}

/** Stars behind a link, which machines read as words. */
function drawBlockStars(el: HTMLElement, rating: Rating, figures: Figures): void {
  const starsEl = el.createSpan({ cls: "moc-path-block-stars", attr: { role: "img" } });
  starsEl.setAttr("aria-label", figures.rating(rating));
  drawRun(starsEl, rating);
}

/** Draws what the options ask for, in their order. */
export function drawBlock(el: HTMLElement, model: BlockModel, context: Context, marks: NoteMarks): void {
  const drawing = new BlockDrawing(model, context, marks);
  for (const part of model.options.show) drawing.draw[part](el);
}
