// The card: what to begin or to go on with; while that is open, one click for having read it; at the end where to go.
import { setIcon, setTooltip } from "obsidian";
import type { NamedEntry, Overview } from "../../actions/overview";
import type { MeasuredRelation } from "../../actions/relations";
import type { Relation } from "../../core/roadmap/model";
import { openOf } from "../../core/roadmap/tally";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { onMiddleClick } from "../widgets/middle-button";
import { drawSign } from "../widgets/row-parts";

export interface CardActions {
  /** Opens the entry that the card names. */
  openNamed(event: MouseEvent): void;
  /** Opens the entry to go on with, whatever is open. */
  goOn(event: MouseEvent): void;
  /** Marks the note in front of the reader as done, and opens what comes behind it. */
  doneAndNext(): void;
  showCardMenu(event: MouseEvent): void;
  openRelation(relation: Relation, event: MouseEvent | KeyboardEvent): void;
}

type NamedNext = NonNullable<Overview["next"]>;

/** All that the card shows of a roadmap's account. */
export const CARD = ["next", "nextMap", "nextPlace", "open", "onwards", "tally", "total"] as const;

type CardModel = Pick<Overview, (typeof CARD)[number]>;

/** Draws nothing on a map with nothing to study. */
export function drawCard(
  parent: HTMLElement,
  model: CardModel,
  actions: CardActions,
  words: Words,
  figures: Figures,
): void {
  if (!model.next && !model.onwards) return;
  const el = parent.createDiv("moc-path-card");
  if (model.open) drawOpen(el, model, model.open, actions, words);
  else if (model.next) drawNext(el, model, model.next, actions, words);
  else drawEnd(el, model, model.onwards ?? [], actions, words, figures);
}

/** The entry to begin or to go on with. */
function drawNext(el: HTMLElement, model: CardModel, next: NamedNext, actions: CardActions, words: Words): void {
  const { nextMap, nextPlace } = model;
  const placeEl = drawNamed(el, next.entry, linesOfNext(model, next, words), actions, true);
  drawWordAndName(placeEl, isFresh(model) ? words.start : words.goOn, nextMap ?? nextPlace.at(-1) ?? null);
}

function isFresh({ tally }: CardModel): boolean {
  return tally.done + tally.doing === 0;
}

/** The tooltip of what opens the entry to go on with. */
function linesOfNext(model: CardModel, { entry, why }: NamedNext, words: Words): readonly string[] {
  const { nextMap, nextPlace } = model;
  const said = isFresh(model) ? words.startWith : words.continueWith;
  const map = nextMap === null ? [] : [nextMap];
  return [said(entry.title), [...map, ...nextPlace].join(" › "), words.nextReasons[why]];
}

/** The note in front of the reader, and what comes behind it; where it is out of order, the way back to the path. */
function drawOpen(
  el: HTMLElement,
  model: CardModel,
  { entry, place, then }: NonNullable<Overview["open"]>,
  actions: CardActions,
  words: Words,
): void {
  if (model.next && model.next.entry.target !== entry.target) drawGoOn(el, model, model.next, actions, words);
  const placeEl = drawNamed(el, entry, [words.isOpen(entry.title), place.join(" › ")], actions, false);
  if (then) drawWordAndName(placeEl, words.thenNext, then.title);
  const doneEl = el.createEl("button", { cls: "mod-cta moc-path-done-next" });
  setIcon(doneEl.createSpan({ attr: { "aria-hidden": "true" } }), "check");
  doneEl.createSpan({ cls: "moc-path-done-next-text", text: then ? words.doneNext : words.states.done });
  setTooltip(doneEl, words.doneNextOf(entry.title, then?.title ?? null));
  doneEl.addEventListener("click", () => actions.doneAndNext());
}

function drawGoOn(el: HTMLElement, model: CardModel, next: NamedNext, actions: CardActions, words: Words): void {
  const goOnEl = el.createEl("button", { cls: "clickable-icon moc-path-go-on" });
  drawSign(goOnEl, "moc-path-next-icon", "play");
  tooltip(goOnEl, linesOfNext(model, next, words));
  onOpening(goOnEl, (event) => actions.goOn(event));
}

function tooltip(el: HTMLElement, lines: readonly string[]): void {
  setTooltip(el, lines.filter((line) => line !== "").join("\n"));
}

function onOpening(el: HTMLElement, open: (event: MouseEvent) => void): void {
  el.addEventListener("click", open);
  onMiddleClick(el, open);
}

/** The entry that the card names, which a click opens, with a tooltip of so many lines; returns what lies below it. */
function drawNamed(
  el: HTMLElement,
  { title }: NamedEntry,
  lines: readonly string[],
  actions: CardActions,
  hasSign: boolean,
): HTMLElement {
  const nextEl = el.createEl("button", { cls: "moc-path-next" });
  if (hasSign) drawSign(nextEl, "moc-path-next-icon", "play");
  const textEl = nextEl.createDiv("moc-path-next-text");
  textEl.createDiv({ cls: "moc-path-next-title", text: title, attr: { dir: "auto" } });
  tooltip(nextEl, lines);
  onOpening(nextEl, (event) => actions.openNamed(event));
  el.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    actions.showCardMenu(event);
  });
  return textEl.createDiv("moc-path-next-place");
}

/** A word, and behind it a name in whatever script. */
function drawWordAndName(el: HTMLElement, word: string, name: string | null): void {
  el.appendText(name === null ? word : `${word} · `);
  if (name !== null) el.createEl("bdi", { text: name });
}

function drawEnd(
  el: HTMLElement,
  { total }: CardModel,
  onwards: readonly MeasuredRelation[],
  actions: CardActions,
  words: Words,
  figures: Figures,
): void {
  el.addClass("mod-finished");
  // The percent above it is of the maps below, too.
  const isAll = total.done === openOf(total);
  drawSign(el, "moc-path-next-icon", "circle-check-big");
  const textEl = el.createDiv("moc-path-next-text");
  textEl.createDiv({ cls: "moc-path-next-title", text: isAll ? words.finished : words.finishedHere });
  const placeEl = textEl.createDiv("moc-path-next-place");
  if (onwards.length === 0) return placeEl.setText(words.allDone);
  const firstEl = placeEl.createSpan("moc-path-onward-first");
  firstEl.createSpan({ text: `${words.onwards} ·` });
  onwards.forEach((relation, index) => {
    const onEl = (index === 0 ? firstEl : placeEl).createEl("button", { cls: "moc-path-onward" });
    onEl.dataset["link"] = relation.link.link;
    onEl.createSpan({ text: relation.title, attr: { dir: "auto" } });
    // A map that has not been begun says nothing of itself, as on the line of relations.
    if (relation.progress)
      onEl.createSpan({ cls: "moc-path-relation-progress", text: figures.percent(relation.progress) });
    onEl.addEventListener("click", (event) => actions.openRelation(relation, event));
  });
}
