// The head of the sidebar: which map, how far along, and where it leads.
import { setIcon, setTooltip } from "obsidian";
import type { Overview } from "../../actions/overview";
import type { Relation } from "../../core/roadmap/model";
import type { NextUp } from "../../core/roadmap/next";
import { openOf, progressOf } from "../../core/roadmap/tally";
import type { Words } from "../../i18n/words";
import { drawBar, sayLeftOut } from "../widgets/bar";
import type { Figures } from "../widgets/figures";
import { drawTrouble, drawUnreadableMaps } from "./trouble";
import { onMiddleClick } from "../widgets/middle-button";
import { drawRelations } from "../widgets/relations";
import { SCROLLS_SIDEWAYS } from "../widgets/swipe";
import type { MeasuredRelation } from "../../actions/relations";

/** Everything the header shows. */
export interface HeaderModel extends Overview {
  /** True if there is a map to go back to. */
  readonly canGoBack: boolean;
}

/** The requests a reader can make in the header. */
export interface HeaderActions {
  switchMap(): void;
  goBack(): void;
  showMenu(event: MouseEvent): void;
  openNext(event: MouseEvent): void;
  showMap(path: string): void;
  openRelation(relation: Relation, event: MouseEvent | KeyboardEvent): void;
  retrySaving(): void;
  /** Asks to read again what could not be read. */
  readAgain(): void;
  reviewMoved(): void;
}

/**
 * Draws the header anew into `parent`; what had the keyboard there has it afterwards, or the map's name where that is
 * gone.
 */
export function drawHeader(
  parent: HTMLElement,
  model: HeaderModel,
  actions: HeaderActions,
  words: Words,
  figures: Figures,
): void {
  const focused = focusables(parent).find((el) => el.isActiveElement());
  // Drawn apart, so that an error leaves the last header where it is.
  const freshEl = createDiv();
  draw(freshEl, model, actions, words, figures);
  parent.replaceChildren(...Array.from(freshEl.childNodes));
  if (focused)
    (focusables(parent).find((el) => keyOf(el) === keyOf(focused)) ?? parent.find(".moc-path-map-title")).focus();
}

/** The part of an element that stays the same when the header is drawn anew, whatever stands before it. */
function keyOf(el: HTMLElement): string {
  return `${el.className} ${el.dataset["key"] ?? el.dataset["link"] ?? ""}`;
}

function focusables(parent: HTMLElement): readonly HTMLElement[] {
  return parent.findAll("button, [tabindex]");
}

function draw(parent: HTMLElement, model: HeaderModel, actions: HeaderActions, words: Words, figures: Figures): void {
  drawHeading(parent, model, actions, words, figures);
  const bar = drawBar(parent, model.tally);
  const percent = progressOf(model.tally);
  bar.setAttrs({
    role: "progressbar",
    "aria-valuemin": "0",
    "aria-valuemax": "100",
    "aria-valuenow": String(Math.floor((percent ?? 0) * 100)),
  });
  bar.setAttr("aria-label", model.title);
  drawCounts(parent, model, words, figures);
  drawLeads(parent, model.relations, actions, words, figures);
  if (model.next) drawNext(parent, model.next, model.nextPlace, actions, words);
  if (model.elsewhere) drawElsewhere(parent, model.elsewhere, actions, words);
  if (model.unsaved > 0) drawUnsaved(parent, model.unsaved, actions, words);
  if (model.toConfirm > 0) drawMoved(parent, model.toConfirm, actions, words);
  drawUnreadable(parent, model.unreadable, actions, words);
  for (const path of model.damagedFiles)
    parent.createDiv({ cls: "moc-path-problems", text: words.damagedFile(path), attr: { role: "status" } });
  if (model.problems.length > 0) drawProblems(parent, model.problems, words);
  drawUnreadableMaps(parent, model.unreadableMaps, () => actions.readAgain(), words);
}

function drawHeading(
  parent: HTMLElement,
  model: HeaderModel,
  actions: HeaderActions,
  words: Words,
  figures: Figures,
): void {
  const el = parent.createDiv("moc-path-heading");
  if (model.canGoBack) drawButton(el, "arrow-left", words.back, () => actions.goBack());
  const titleEl = el.createEl("button", { cls: "moc-path-map-title", attr: { "aria-haspopup": "dialog" } });
  titleEl.createSpan({ text: model.title, cls: "moc-path-map-name", attr: { dir: "auto" } });
  setIcon(titleEl.createSpan({ cls: "moc-path-map-caret", attr: { "aria-hidden": "true" } }), "chevron-down");
  titleEl.addEventListener("click", () => actions.switchMap());
  setTooltip(titleEl, words.switchMap);
  el.createSpan({ cls: "moc-path-percent", text: figures.percent(progressOf(model.tally)) });
  const moreEl = drawButton(el, "ellipsis", words.more, (event) => actions.showMenu(event));
  moreEl.addClass("moc-path-more");
  moreEl.setAttr("aria-haspopup", "menu");
}

function drawButton(parent: HTMLElement, icon: string, name: string, act: (event: MouseEvent) => void): HTMLElement {
  const el = parent.createEl("button", { cls: "clickable-icon moc-path-button" });
  el.dataset["key"] = icon;
  setIcon(el, icon);
  setTooltip(el, name);
  el.addEventListener("click", act);
  return el;
}

function drawCounts(parent: HTMLElement, { tally, total, lines }: HeaderModel, words: Words, figures: Figures): void {
  const el = parent.createDiv("moc-path-counts");
  const add = (cls: string, text: string): HTMLElement => el.createSpan({ cls, text, attr: { dir: "auto" } });
  const doneOf = figures.doneOfInWords(tally);
  if (doneOf !== "") sayLeftOut(add("moc-path-done-of", doneOf), tally, figures);
  if (lines.all > 0) add("moc-path-lines-of", words.linesOf(figures.count(lines.done), figures.count(lines.all)));
  if (total.counted !== tally.counted)
    sayLeftOut(add("moc-path-total", words.withBelow(figures.count(openOf(total)))), total, figures);
}

function drawLeads(
  parent: HTMLElement,
  relations: readonly MeasuredRelation[],
  actions: HeaderActions,
  words: Words,
  figures: Figures,
): void {
  if (relations.length === 0) return;
  const relationsEl = parent.createDiv({ cls: "moc-path-relations", attr: SCROLLS_SIDEWAYS });
  drawRelations(relationsEl, relations, words, figures, (relation, el) => {
    el.setAttrs({ role: "link", tabindex: "0" });
    el.addEventListener("click", (event) => actions.openRelation(relation, event));
    onMiddleClick(el, (event) => actions.openRelation(relation, event));
    el.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      // By the time the key does what it usually does, something else has the keyboard.
      event.preventDefault();
      actions.openRelation(relation, event);
    });
  });
}

/** A card: what to go on with, and below it where that stands. */
function drawNext(
  parent: HTMLElement,
  { entry, why }: NextUp,
  place: readonly string[],
  actions: HeaderActions,
  words: Words,
): void {
  const el = parent.createEl("button", { cls: "moc-path-next" });
  setIcon(el.createSpan({ cls: "moc-path-next-icon", attr: { "aria-hidden": "true" } }), "play");
  const textEl = el.createDiv("moc-path-next-text");
  textEl.createDiv({ cls: "moc-path-next-title", text: entry.title, attr: { dir: "auto" } });
  const placeEl = textEl.createDiv({ cls: "moc-path-next-place", text: words.goOn });
  place.forEach((title, index) => {
    placeEl.appendText(index === 0 ? " · " : " › ");
    placeEl.createEl("bdi", { text: title });
  });
  setTooltip(el, `${words.continueWith(entry.title)}\n${words.nextReasons[why]}`);
  el.addEventListener("click", (event) => actions.openNext(event));
  onMiddleClick(el, (event) => actions.openNext(event));
}

function drawElsewhere(
  parent: HTMLElement,
  map: { readonly path: string; readonly title: string },
  actions: HeaderActions,
  words: Words,
): void {
  const el = parent.createDiv({ cls: "moc-path-elsewhere", attr: { role: "status" } });
  el.createSpan({ cls: "moc-path-elsewhere-title", text: words.listedIn(map.title), attr: { dir: "auto" } });
  el.createEl("button", {
    cls: "clickable-icon moc-path-show",
    text: words.show,
    attr: { "data-key": "elsewhere" },
  }).addEventListener("click", () => actions.showMap(map.path));
}

function drawUnsaved(parent: HTMLElement, count: number, actions: HeaderActions, words: Words): void {
  const trouble = { cls: "moc-path-unsaved", text: words.notSaved(count), more: null, key: "unsaved" };
  drawTrouble(parent, trouble, () => actions.retrySaving(), words);
}

function drawUnreadable(
  parent: HTMLElement,
  files: HeaderModel["unreadable"],
  actions: HeaderActions,
  words: Words,
): void {
  const [first, ...others] = files;
  if (!first) return;
  const text = words.cannotRead(first.path, first.reason, others.length);
  const more = files.map(({ path, reason }) => `${path}: ${reason}`).join("\n");
  const trouble = { cls: "moc-path-unsaved mod-unreadable", text, more, key: "unreadable" };
  drawTrouble(parent, trouble, () => actions.retrySaving(), words);
}

function drawMoved(parent: HTMLElement, count: number, actions: HeaderActions, words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-to-confirm", attr: { role: "status" } });
  el.createSpan({ text: words.moved.waiting(count) });
  el.createEl("button", {
    cls: "clickable-icon moc-path-show",
    text: words.moved.review,
    attr: { "data-key": "moved" },
  }).addEventListener("click", () => actions.reviewMoved());
}

function drawProblems(parent: HTMLElement, problems: readonly string[], words: Words): void {
  const el = parent.createDiv({ cls: "moc-path-problems", text: words.damagedLines(problems.length) });
  setTooltip(el, problems.join("\n"));
}
