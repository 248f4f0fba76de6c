// The relations of a map: each once, in the order of the text.
import { linkpathOf, subpathOf } from "../read/links";
import type { WrittenLink } from "../read/written";
import type { Relation } from "./model";

/** The thing that a state belongs to: the same target wherever it is linked from. */
export function targetOf(link: WrittenLink, path: string | null): string {
  return link.web ? link.link : (path ?? linkpathOf(link.link)) + subpathOf(link.link);
}

/** Each relation once: authors like to state `up` in the frontmatter and again at the end. */
export function distinct(relations: readonly Relation[]): readonly Relation[] {
  const first = new Map<string, Relation>();
  for (const relation of relations) {
    const key = `${relation.kind} ${targetOf(relation.link, relation.path)}`;
    if (!first.has(key)) first.set(key, relation);
  }
  return [...first.values()];
}

/** Relations as they stand in the text. */
export function inOrderOfLinks(relations: readonly Relation[]): readonly Relation[] {
  return relations.length < 2 ? relations : relations.toSorted((a, b) => a.link.from - b.link.from);
}
