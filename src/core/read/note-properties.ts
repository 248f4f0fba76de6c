// Lines that say something of the note itself, as properties do: where it belongs, who wrote it, its tags.
import { textBetween } from "../base/range";
import type { RelationKind } from "../notation/relation-words";
import { relationOfField, withoutMarks } from "../notation/words";
import type { ContentDraft } from "./content";
import { wordsOf } from "./field";
import type { Line } from "./line";
import { leadsBeyondNotes } from "./links";

/** A line of tags shows that its paragraph holds the properties of the note. */
const TAGS = /^[\s*_]*(?:tags?|etiquetas|schlagw[oö]rter|mots-clés|теги|тэги)[\s*_]*::?[\s*_]*(?:#|\[\[|$)/iu;
/** The name of a field before its value. */
const NAME = /^\s*([^:]{1,30}?)\s*::?\s*$/u;

/** The relation that a line of properties states; null where it states none. */
function relationOf({ stretch, from, links }: Line, isTagged: boolean): RelationKind | null {
  const [first] = links;
  const name = first && NAME.exec(withoutMarks(textBetween(stretch, from, first.from)))?.[1];
  if (name === undefined || links.some(leadsBeyondNotes)) return null;
  return relationOfField(name) ?? (isTagged ? "related" : null);
}

const FIELD = /^[\s*_]*[^:\n]{1,30}?[*_]*:/u;

/** True if the items of a list all are fields, some of which have no link: `Status: open`. */
export function areProperties(items: readonly Line[]): boolean {
  return items.some(({ links }) => links.length === 0) && items.every((item) => FIELD.test(wordsOf(item)));
}

/**
 * The lines of a paragraph but for those that are properties of the note with links, which are relations:
 * some may stand in its first paragraph or list (`Area: [[A]]`), and any in one with a line of tags.
 */
export function withoutProperties(lines: readonly Line[], content: ContentDraft): readonly Line[] {
  const isTagged = lines.some((line) => TAGS.test(wordsOf(line)));
  if (!isTagged && content.trail?.isFirst !== true) return lines;
  return lines.filter((line) => {
    const kind = relationOf(line, isTagged);
    if (kind) content.relate(line.links.map((link) => ({ kind, link })));
    return kind === null;
  });
}
