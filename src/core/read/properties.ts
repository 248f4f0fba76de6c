// The properties of a map: its title, and its relations to other maps and notes.
import type { NoteCache } from "../base/cache";
import { relationOfKey } from "../notation/words";
import type { WrittenRelation } from "./written";

/** The title that the property `title` gives; null for none. */
export function titleInProperties(cache: NoteCache): string | null {
  const title: unknown = cache.frontmatter?.["title"];
  const text = typeof title === "string" || typeof title === "number" ? String(title).trim() : "";
  return text === "" ? null : text;
}

/** Relations stated under `up`, `prerequisites` and the like; the cache gives them no position. */
export function relationsInProperties(text: string, cache: NoteCache): readonly WrittenRelation[] {
  const seen = new Map<string, number>();
  return (cache.frontmatterLinks ?? []).flatMap(({ key, link, original, displayText }) => {
    const kind = relationOfKey(key);
    const from = Math.max(text.indexOf(original, seen.get(original) ?? 0), 0);
    seen.set(original, from + original.length);
    const alias = original.includes("|") ? (displayText ?? null) : null;
    const line = text.slice(0, from).split("\n").length - 1;
    if (!kind) return [];
    const to = from + original.length;
    return [{ kind, link: { link, web: false, embed: false, alias, line, from, to, text: original } }];
  });
}
