// The line of maps and notes that a map leads to; those that do not fit on it are in a menu at its end.
import { setTooltip } from "obsidian";
import type { MeasuredRelation } from "../../actions/relations";
import type { Relation } from "../../core/roadmap/model";
import type { Words } from "../../i18n/words";
import type { Figures } from "../widgets/figures";
import { onMiddleClick } from "../widgets/middle-button";
import { drawRelations, RELATION } from "../widgets/relations";

export interface RelationActions {
  openRelation(relation: Relation, event: MouseEvent | KeyboardEvent): void;
  /** Asks for everything that can be done with a relation. */
  showRelationMenu(relation: Relation, event: MouseEvent): void;
  /** Asks which of several relations to open. */
  chooseRelation(relations: readonly Relation[], event: MouseEvent): void;
}

const LINE = "moc-path-relations";
const REST = "moc-path-relations-more";

export function drawRelationsLine(
  parent: HTMLElement,
  relations: readonly MeasuredRelation[],
  actions: RelationActions,
  words: Words,
  figures: Figures,
): void {
  if (relations.length === 0) return;
  const lineEl = parent.createDiv(LINE);
  const drawn: MeasuredRelation[] = [];
  drawRelations(lineEl, relations, words, figures, (relation, el) => {
    drawn.push(relation);
    listen(el, relation, actions);
  });
  const restEl = lineEl.createEl("button", { cls: `clickable-icon ${REST}`, attr: { "aria-haspopup": "menu" } });
  restEl.hide();
  setTooltip(restEl, words.moreRelations);
  restEl.addEventListener("click", (event) =>
    actions.chooseRelation(drawn.slice(Number(restEl.dataset["from"])), event),
  );
}

function listen(el: HTMLElement, relation: Relation, actions: RelationActions): void {
  el.setAttrs({ role: "link", tabindex: "0" });
  el.addEventListener("click", (event) => actions.openRelation(relation, event));
  onMiddleClick(el, (event) => actions.openRelation(relation, event));
  el.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    actions.showRelationMenu(relation, event);
  });
  el.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // By the time the key does what it usually does, something else has the keyboard.
    event.preventDefault();
    actions.openRelation(relation, event);
  });
}

/**
 * Keeps on the line within `headerEl` as many relations as it has room for, one at least; "+2" stands for the others.
 */
export function fitRelationsLine(headerEl: HTMLElement, figures: Figures): void {
  const lineEl = headerEl.querySelector<HTMLElement>(`.${LINE}`);
  const restEl = lineEl?.querySelector<HTMLElement>(`.${REST}`);
  if (!lineEl || !restEl) return;
  const all = lineEl.findAll(`.${RELATION}`);
  lineEl.removeClass("mod-one");
  show(lineEl, all, all.length);
  restEl.hide();
  for (let count = all.length; count > 1 && lineEl.scrollWidth > lineEl.clientWidth;) {
    show(lineEl, all, --count);
    restEl.show();
    restEl.dataset["from"] = String(count);
    restEl.setText(`+${figures.count(all.length - count)}`);
    // The last that is left may be cut.
    lineEl.toggleClass("mod-one", count === 1);
  }
}

/** Shows the first relations, and of their kinds those that have any. */
function show(lineEl: HTMLElement, all: readonly HTMLElement[], count: number): void {
  all.forEach((el, index) => el.toggle(index < count));
  for (const kindEl of lineEl.findAll(".moc-path-relation-kind"))
    kindEl.toggle(kindEl.findAll(`.${RELATION}`).some((el) => all.indexOf(el) < count));
}
