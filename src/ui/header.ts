// The head of the sidebar: which map, how far along, and where it leads.
import { setIcon, setTooltip } from "obsidian";
import type { Relation, Roadmap } from "../core/model";
import type { NextUp } from "../core/next";
import { progressOf, type LineTally, type Tally } from "../core/tally";
import type { Words } from "../i18n/words";
import type { Figures } from "./figures";
import { drawBar, drawRelation } from "./row-view";

/** What the header shows. */
export interface HeaderModel {
  readonly roadmap: Roadmap;
  readonly tally: Tally;
  readonly total: Tally;
  /** Read and listed lines; nothing is said where no length is known. */
  readonly lines: LineTally;
  /** What to go on with; null where nothing is left. */
  readonly next: NextUp | null;
  /** Another map that lists the note in front of the reader, which this one does not; null where that is not so. */
  readonly elsewhere: { readonly path: string; readonly title: string } | null;
  /** Whether there is a map to go back to. */
  readonly canGoBack: boolean;
  /** Marks that could not be written yet. */
  readonly unsaved: number;
  /** Moved notes that wait for the reader's word. */
  readonly toConfirm: number;
  /** Places in journals that could not be read, as `path:line`. */
  readonly problems: readonly string[];
}

/** What a reader can ask for in the header. */
export interface HeaderActions {
  switchMap(event: MouseEvent): void;
  goBack(): void;
  showMenu(event: MouseEvent): void;
  openNext(event: MouseEvent): void;
  showMap(path: string): void;
  openRelation(relation: Relation, event: MouseEvent): void;
  retrySaving(): void;
  reviewMoved(): void;
}

/** Draws the header anew into `parent`; what had the keyboard there has it afterwards. */
export function drawHeader(parent: HTMLElement, model: HeaderModel, actions: HeaderActions, words: Words, figures: Figures): void {
  const focused = focusables(parent).findIndex((el) => el.isActiveElement());
  // Drawn apart, so that an error leaves the last header where it is.
  const freshEl = createDiv();
  draw(freshEl, model, actions, words, figures);
  parent.replaceChildren(...Array.from(freshEl.childNodes));
  if (focused >= 0) focusables(parent)[focused]?.focus();
}

function focusables(parent: HTMLElement): readonly HTMLElement[] {
  return parent.findAll("button, [tabindex]");
}

function draw(parent: HTMLElement, model: HeaderModel, actions: HeaderActions, words: Words, figures: Figures): void {
  drawHeading(parent, model, actions, words, figures);
  const bar = drawBar(parent, model.tally);
  const percent = progressOf(model.tally);
  bar.setAttrs({ role: "progressbar", "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": String(Math.floor((percent ?? 0) * 100)) });
  bar.setAttr("aria-label", model.roadmap.title);
  drawCounts(parent, model, words, figures);
  drawRelations(parent, model.roadmap.relations, actions, words);
  if (model.next) drawNext(parent, model.next, actions, words);
  if (model.elsewhere) drawElsewhere(parent, model.elsewhere, actions, words);
  if (model.unsaved > 0) drawUnsaved(parent, model.unsaved, actions, words);
  if (model.toConfirm > 0) drawMoved(parent, model.toConfirm, actions, words);
  if (model.problems.length > 0) drawProblems(parent, model.problems, words);
}

function drawHeading(parent: HTMLElement, model: HeaderModel, actions: HeaderActions, words: Words, figures: Figures): void {
  const el = parent.createDiv("moc-path-heading");
  if (model.canGoBack) drawButton(el, "arrow-left", words.back, () => actions.goBack());
  const titleEl = el.createEl("button", { cls: "moc-path-map-title", attr: { "aria-haspopup": "menu" } });
  titleEl.createSpan({ text: model.roadmap.title, cls: "moc-path-map-name", attr: { dir: "auto" } });
  setIcon(titleEl.createSpan({ cls: "moc-path-map-caret", attr: { "aria-hidden": "true" } }), "chevron-down");
  titleEl.addEventListener("click", (event) => actions.switchMap(event));
  setTooltip(titleEl, words.switchMap);
  el.createSpan({ cls: "moc-path-percent", text: figures.percent(progressOf(model.tally)) });
  const moreEl = drawButton(el, "more-horizontal", words.more, (event) => actions.showMenu(event));
  moreEl.addClass("moc-path-more");
  moreEl.setAttr("aria-haspopup", "menu");
}

function drawButton(parent: HTMLElement, icon: string, name: string, act: (event: MouseEvent) => void): HTMLElement {
  const el = parent.createEl("button", { cls: "clickable-icon moc-path-button" });
  setIcon(el, icon);
  setTooltip(el, name);
  el.addEventListener("click", act);
  return el;
}

function drawCounts(parent: HTMLElement, { tally, total, lines }: HeaderModel, words: Words, figures: Figures): void {
  const el = parent.createDiv("moc-path-counts");
  el.createSpan({ cls: "moc-path-done-of", text: words.doneOf(figures.count(tally.done), figures.count(tally.counted)) });
  if (lines.all > 0) el.createSpan({ cls: "moc-path-lines-of", text: words.linesOf(figures.count(lines.done), figures.count(lines.all)) });
  if (total.counted !== tally.counted) el.createSpan({ cls: "moc-path-total", text: words.withBelow(figures.count(total.counted)) });
}

function drawRelations(parent: HTMLElement, relations: readonly Relation[], actions: HeaderActions, words: Words): void {
  if (relations.length === 0) return;
  const el = parent.createDiv("moc-path-relations");
  for (const { kind, title, path, link } of relations) {
    const relationEl = drawRelation(el, { kind, title, path, link: link.link }, words);
    relationEl.setAttrs({ role: "link", tabindex: "0" });
    const open = (event: MouseEvent): void => actions.openRelation({ kind, title, path, link }, event);
    relationEl.addEventListener("click", open);
    relationEl.addEventListener("keydown", (event) => {
      if (event.key === "Enter") relationEl.click();
    });
  }
}

function drawNext(parent: HTMLElement, { entry, why }: NextUp, actions: HeaderActions, words: Words): void {
  const el = parent.createEl("button", { cls: "clickable-icon moc-path-next" });
  setIcon(el.createSpan({ cls: "moc-path-next-icon", attr: { "aria-hidden": "true" } }), "play");
  el.createSpan({ cls: "moc-path-next-title", text: words.continueWith(entry.title), attr: { dir: "auto" } });
  setTooltip(el, `${words.continueWith(entry.title)}\n${words.nextReasons[why]}`);
  el.addEventListener("click", (event) => actions.openNext(event));
  el.addEventListener("auxclick", (event) => event.button === 1 && actions.openNext(event));
}

function drawElsewhere(parent: HTMLElement, map: { readonly path: string; readonly title: string }, actions: HeaderActions, words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-elsewhere", attr: { role: "status" } });
  el.createSpan({ cls: "moc-path-elsewhere-title", text: words.listedIn(map.title), attr: { dir: "auto" } });
  el.createEl("button", { cls: "clickable-icon moc-path-show", text: words.show }).addEventListener("click", () => actions.showMap(map.path));
}

function drawUnsaved(parent: HTMLElement, count: number, actions: HeaderActions, words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-unsaved", attr: { role: "status" } });
  el.createSpan({ text: words.notSaved(count) });
  el.createEl("button", { text: words.retry }).addEventListener("click", () => actions.retrySaving());
}

function drawMoved(parent: HTMLElement, count: number, actions: HeaderActions, words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-to-confirm", attr: { role: "status" } });
  el.createSpan({ text: words.moved.waiting(count) });
  el.createEl("button", { cls: "clickable-icon moc-path-show", text: words.moved.review }).addEventListener("click", () => actions.reviewMoved());
}

function drawProblems(parent: HTMLElement, problems: readonly string[], words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-problems", text: words.damagedLines(problems.length) });
  setTooltip(el, problems.join("\n"));
}
