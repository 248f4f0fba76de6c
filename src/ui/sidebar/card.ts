// The card: what to begin or to go on with; while that is open, one click for having read it; at the end where to go.
import { setIcon, setTooltip } from "obsidian";
import type { Overview } from "../../actions/overview";
import type { MeasuredRelation } from "../../actions/relations";
import type { Relation } from "../../core/roadmap/model";
import type { NextUp } from "../../core/roadmap/next";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { onMiddleClick } from "../widgets/middle-button";
import { drawSign } from "../widgets/row-parts";

export interface CardActions {
  openNext(event: MouseEvent): void;
  /** Marks the note in front of the reader, which comes next, as done, and opens what comes behind it. */
  doneAndNext(): void;
  showCardMenu(event: MouseEvent): void;
  openRelation(relation: Relation, event: MouseEvent | KeyboardEvent): void;
}

type CardModel = Pick<Overview, "next" | "nextMap" | "nextPlace" | "open" | "onwards" | "tally">;

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
  if (model.next) drawNext(el, model, model.next, actions, words);
  else drawEnd(el, model.onwards ?? [], actions, words, figures);
}

function drawNext(el: HTMLElement, model: CardModel, { entry, why }: NextUp, actions: CardActions, words: Words): void {
  const { open, tally, nextMap, nextPlace } = model;
  const isFresh = tally.done + tally.doing === 0;
  const nextEl = el.createEl("button", { cls: "moc-path-next" });
  if (!open) drawSign(nextEl, "moc-path-next-icon", "play");
  const textEl = nextEl.createDiv("moc-path-next-text");
  textEl.createDiv({ cls: "moc-path-next-title", text: entry.title, attr: { dir: "auto" } });
  const placeEl = textEl.createDiv("moc-path-next-place");
  if (open) {
    if (open.then) drawNamed(placeEl, words.thenNext, open.then.title);
  } else drawNamed(placeEl, isFresh ? words.start : words.goOn, nextMap ?? nextPlace.at(-1) ?? null);
  const said = open ? words.isOpen : isFresh ? words.startWith : words.continueWith;
  const place = [...(nextMap === null ? [] : [nextMap]), ...nextPlace].join(" › ");
  setTooltip(
    nextEl,
    [said(entry.title), place, open ? "" : words.nextReasons[why]].filter((line) => line !== "").join("\n"),
  );
  nextEl.addEventListener("click", (event) => actions.openNext(event));
  onMiddleClick(nextEl, (event) => actions.openNext(event));
  el.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    actions.showCardMenu(event);
  });
  if (open) drawDone(el, open, actions, words);
}

/** A word, and behind it a name in whatever script. */
function drawNamed(el: HTMLElement, word: string, name: string | null): void {
  el.appendText(name === null ? word : `${word} · `);
  if (name !== null) el.createEl("bdi", { text: name });
}

function drawDone(el: HTMLElement, open: NonNullable<Overview["open"]>, actions: CardActions, words: Words): void {
  const doneEl = el.createEl("button", { cls: "mod-cta moc-path-done-next" });
  setIcon(doneEl.createSpan({ attr: { "aria-hidden": "true" } }), "check");
  doneEl.createSpan({ cls: "moc-path-done-next-text", text: open.then ? words.doneNext : words.states.done });
  setTooltip(doneEl, words.doneNextOf(open.entry.title, open.then?.title ?? null));
  doneEl.addEventListener("click", () => actions.doneAndNext());
}

function drawEnd(
  el: HTMLElement,
  onwards: readonly MeasuredRelation[],
  actions: CardActions,
  words: Words,
  figures: Figures,
): void {
  el.addClass("mod-finished");
  drawSign(el, "moc-path-next-icon", "circle-check-big");
  const textEl = el.createDiv("moc-path-next-text");
  textEl.createDiv({ cls: "moc-path-next-title", text: words.finished });
  const placeEl = textEl.createDiv("moc-path-next-place");
  if (onwards.length === 0) placeEl.setText(words.allDone);
  else placeEl.appendText(`${words.thenNext} · `);
  for (const relation of onwards) {
    const onEl = placeEl.createEl("button", { cls: "moc-path-onward" });
    onEl.dataset["link"] = relation.link.link;
    onEl.createSpan({ text: relation.title, attr: { dir: "auto" } });
    // A map that has not been begun says nothing of itself, as on the line of relations.
    if (relation.progress)
      onEl.createSpan({ cls: "moc-path-relation-progress", text: figures.percent(relation.progress) });
    onEl.addEventListener("click", (event) => actions.openRelation(relation, event));
  }
}
