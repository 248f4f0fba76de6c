// The parts of a text that say nothing about the link before it:
// code and other links, which are shown as they are written, and HTML tags, pictures, links without words,
// block ids and the backslash at a line's end, which are not shown.
import { NONE } from "../base/lists";
import { tokensOf, type Token, type TokenKind } from "./inline";

/**
 * Stand one for one for what is shown as written: a first character and those behind it.
 * Noncharacters, which no text holds.
 */
const FIRST = "\uFDD0";
const NEXT = "\uFDD1";
/** Stands one for one for what is not shown. */
const GONE = "\uFDD2";

/** A block id at the end of a text, which Obsidian does not show. */
export const BLOCK_ID = /\s\^[\w-]+\s*$/;
const LINE_BREAK = /^<br/i;
const HIDDEN = new RegExp(`${FIRST}${NEXT}*`, "g");

/** A text with what says nothing masked one for one, so that offsets hold, and what its masks stand for, in order. */
export interface Masked {
  readonly text: string;
  readonly shown: readonly string[];
}

/** True if a reader sees nothing of a token: of a picture and of a link without words, too. */
function isHidden({ kind, from, innerFrom, innerTo }: Token, text: string): boolean {
  if (kind === "link" || kind === "wikilink")
    return text.charAt(from) === "!" || (kind === "link" && text.slice(innerFrom, innerTo).trim() === "");
  return innerFrom === innerTo;
}

/** Emphasis and escaped signs are part of the words, as formulas are. */
const OPEN: ReadonlySet<TokenKind> = new Set<TokenKind>(["mark", "escape", "math"]);

function maskOf(token: Token, text: string, shown: string[]): string {
  const unsaid = text.slice(token.from, token.to);
  // A line break parts what stands before it from what stands behind.
  if (LINE_BREAK.test(unsaid)) return " ·".padEnd(unsaid.length);
  if (isHidden(token, text)) return GONE.repeat(unsaid.length);
  shown.push(unsaid);
  return FIRST + NEXT.repeat(unsaid.length - 1);
}

/** Masks what says nothing in a text. */
export function masked(text: string): Masked {
  const tokens = tokensOf(text);
  if (tokens.length === 0 && !text.includes("^")) return { text, shown: NONE };
  const shown: string[] = [];
  let [left, at] = ["", 0];
  for (const token of tokens) {
    if (OPEN.has(token.kind)) continue;
    left += text.slice(at, token.from) + maskOf(token, text, shown);
    at = token.to;
  }
  return { text: (left + text.slice(at)).replace(BLOCK_ID, (id) => GONE.repeat(id.length)), shown };
}

/** A masked text, or what is left of it, with what its masks stand for. */
export function unmasked(text: string, shown: readonly string[]): string {
  if (shown.length === 0) return text;
  let next = 0;
  return text.replace(HIDDEN, () => (shown[next++] ?? "").replace(/\s+/g, " "));
}

/** True if a character is a mask of something that is shown. */
export function isMask(char: string): boolean {
  return char === FIRST || char === NEXT;
}
