// Where a map or a division leads beside study: names to click, those of one kind behind one arrow.
import type { Relation } from "../core/model";
import type { RelationKind } from "../core/written";
import type { Words } from "../i18n/words";
import type { Figures } from "./figures";
import { drawSign } from "./row-parts";

export interface MeasuredRelation extends Relation {
  /** Of the map it leads to, from 0 to 1; null where it leads to none, or there is nothing to count. */
  readonly progress: number | null;
}

export const RELATION = "moc-path-relation";

const ARROWS: Readonly<Record<RelationKind, string>> = { up: "arrow-up", prerequisite: "arrow-left", next: "arrow-right", related: "link-2" };

export function withProgress(relations: readonly Relation[], progressOfMap: (path: string) => number | null): readonly MeasuredRelation[] {
  return relations.map((relation) => ({ ...relation, progress: relation.path === null ? null : progressOfMap(relation.path) }));
}

/** Draws relations in the order of their kinds' first; `dress` gets each with its element. */
export function drawRelations(
  parent: HTMLElement,
  relations: readonly MeasuredRelation[],
  words: Words,
  figures: Figures,
  dress: (relation: MeasuredRelation, el: HTMLElement) => void = () => undefined,
): void {
  for (const kind of new Set(relations.map((relation) => relation.kind))) {
    const ofKind = relations.filter((relation) => relation.kind === kind);
    for (const relation of ofKind) {
      const el = drawRelation(parent, relation, words, figures);
      if (relation === ofKind[0]) el.prepend(drawSign(el, "moc-path-relation-icon", ARROWS[kind]));
      else el.addClass("mod-more");
      dress(relation, el);
    }
  }
}

function drawRelation(parent: HTMLElement, { kind, title, path, link, progress }: MeasuredRelation, words: Words, figures: Figures): HTMLElement {
  const el = parent.createSpan(RELATION);
  el.toggleClass("is-unresolved", path === null);
  el.dataset["link"] = link.link;
  el.createSpan({ cls: "moc-path-relation-title", text: title, attr: { dir: "auto" } });
  const percent = progress ? figures.percent(progress) : null;
  if (percent !== null) el.createSpan({ cls: "moc-path-relation-progress", text: percent });
  el.setAttr("aria-label", [`${words.relations[kind]}: ${title}`, ...(percent === null ? [] : [percent])].join(", "));
  return el;
}
