// Reads a Markdown link or image, and tells if it leads into the vault: only those that do are in the cache. Wikilinks
// are wikilink.ts.
import type { Reference } from "obsidian";
import { plainText, type SyntaxNode } from "./nodes";

/** `scheme:` of two letters or more, so that it is no drive, or `//host`. */
const externalTarget = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i;

/** Reads a `link` or `image` node whose source is `original`; null for bare addresses, external and empty targets. */
export function parseMarkdownLink(node: SyntaxNode, original: string): Reference | null {
  const url = node.url ?? "";
  if (!/^!?\[[^]*\)$/.test(original) || !url || externalTarget.test(url)) return null;
  return { link: decodeTarget(url), original, displayText: withoutEmphasis(plainText(node)) };
}

/** Percent escapes resolved (`a%20b` is `a b`); a target with broken ones stays as written. */
function decodeTarget(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Underscores mean emphasis only around words (`_a b_`), not in them (`a_b_c`). */
function withoutEmphasis(text: string): string {
  const withoutStars = text.replace(/(\*\*\*?|~~|\*)(?=\S)([^]*?\S)\1/g, "$2");
  return withoutStars.replace(/(?<!\w)(__?)(?=\S)([^]*?\S)\1(?!\w)/g, "$2");
}
