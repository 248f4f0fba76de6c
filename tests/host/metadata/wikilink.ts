// The meaning of a wikilink: `[[link|text]]` as written, in a body or a property, to link and display text. Finding
// wikilinks in a note is references.ts and frontmatter.ts; resolving them is the link index.
import type { Reference } from "obsidian";

/**
 * Reads `[[…]]` or `![[…]]`; null when nothing is named between the brackets. The first `|` after the
 * first character separates link from text; in tables it is written `\|`.
 */
export function parseWikilink(original: string): Reference | null {
  const inner = original.slice(original.indexOf("[[") + 2, -2);
  const bar = inner.indexOf("|", 1);
  const link = (bar < 0 ? inner : withoutEscape(inner.slice(0, bar))).trim();
  if (!link) return null;
  const alias = bar < 0 ? "" : inner.slice(bar + 1).trim();
  return { link, original, displayText: alias || displayText(link) };
}

function withoutEscape(link: string): string {
  return link.endsWith("\\") ? link.slice(0, -1) : link;
}

/** The text Obsidian shows for a link without text of its own: `note#a#b` is `note > a > b`. */
export function displayText(link: string): string {
  return link.split("#").filter(Boolean).join(" > ");
}
