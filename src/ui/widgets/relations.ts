// The places a map or a division leads to beside study: names to click, those of one kind behind one arrow.
import type { MeasuredRelation } from "../../actions/relations";
import type { Range } from "../../core/base/range";
import type { RelationKind } from "../../core/notation/relation-words";
import type { Words } from "../../i18n/words";
import type { Figures } from "./figures";
import { drawFound, drawSign } from "./row-parts";

export const RELATION = "moc-path-relation";

const ARROWS: Readonly<Record<RelationKind, string>> = {
  up: "arrow-up",
  prerequisite: "arrow-left",
  next: "arrow-right",
  related: "link-2",
};

export function iconOfRelation(kind: RelationKind): string {
  return ARROWS[kind];
}

/**
 * Draws relations in the order of their kinds' first, each kind behind its arrow and with its further lines below the
 * first; `dress` gets each with its element.
 */
export function drawRelations(
  parent: HTMLElement,
  relations: readonly MeasuredRelation[],
  words: Words,
  figures: Figures,
  dress: (relation: MeasuredRelation, el: HTMLElement) => void = () => undefined,
  matches: readonly (readonly Range[])[] = [],
): void {
  for (const kind of new Set(relations.map((relation) => relation.kind))) {
    const kindEl = parent.createDiv("moc-path-relation-kind");
    drawSign(kindEl, "moc-path-relation-icon", ARROWS[kind]);
    const listEl = kindEl.createDiv("moc-path-relation-line");
    for (const [at, relation] of relations.entries())
      if (relation.kind === kind) dress(relation, drawRelation(listEl, relation, matches[at] ?? [], words, figures));
  }
}

function drawRelation(
  parent: HTMLElement,
  { kind, title, path, link, progress }: MeasuredRelation,
  matches: readonly Range[],
  words: Words,
  figures: Figures,
): HTMLElement {
  const el = parent.createSpan(RELATION);
  el.toggleClass("is-unresolved", path === null);
  el.dataset["link"] = link.link;
  drawFound(el.createSpan({ cls: "moc-path-relation-title", attr: { dir: "auto" } }), title, matches);
  const percent = progress === null ? null : figures.percent(progress);
  // A map that nobody has begun needs no figure.
  if (percent !== null && progress !== null && progress >= 0.01)
    el.createSpan({ cls: "moc-path-relation-progress", text: percent });
  el.setAttr("aria-label", [`${words.relations[kind]}: ${title}`, ...(percent === null ? [] : [percent])].join(", "));
  return el;
}
