// A link as its author wrote it, taken apart: its words, and where in it the place stands that it leads to.
import type { Range } from "../base/range";

/** The place that a link leads to, subpath included, as a range of the link's text. */
export interface LinkPlace extends Range {
  readonly isWiki: boolean;
  /** True if it stands in angle brackets, as one with spaces in a Markdown link does. */
  readonly isAngled: boolean;
}

/** The start of a wikilink, and the place it leads to; tables escape the pipe behind it. */
const WIKILINK = /^(!?\[\[\s*)([^[\]|]*?)\s*(?:\\?\|[^]*)?\]\]$/;
/** The same of a Markdown link, where a title may stand behind the place. */
const MARKDOWN_LINK = /^(!?\[[^]*\]\(\s*)(<[^<>]*>|[^\s<>]*?)(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/;

/** A web address in the parentheses of a link; its own are balanced. */
export const WEB_PLACE = "https?:\\/\\/(?:[^\\s()<>]|\\([^\\s()]*\\))+";

function isWikilink(text: string): boolean {
  return text.startsWith("[[", text.startsWith("!") ? 1 : 0) && text.endsWith("]]");
}

/** The author's own words in a link; "" where there are none. */
export function wordsOfLink(text: string): string {
  const [isWiki, pipe] = [isWikilink(text), text.indexOf("|")];
  if (isWiki) return pipe < 0 ? "" : text.slice(pipe + 1, -2).trim();
  const close = text.lastIndexOf("](");
  return close < 0 ? "" : text.slice(text.startsWith("!") ? 2 : 1, close).trim();
}

/** The place that a wikilink or Markdown link leads to; null for any other text. */
export function placeOfLink(text: string): LinkPlace | null {
  const isWiki = isWikilink(text);
  const [whole, before = "", place = ""] = (isWiki ? WIKILINK : MARKDOWN_LINK).exec(text) ?? [];
  if (whole === undefined) return null;
  const isAngled = place.startsWith("<") && !isWiki;
  const bracket = isAngled ? 1 : 0;
  return { from: before.length + bracket, to: before.length + place.length - bracket, isWiki, isAngled };
}
