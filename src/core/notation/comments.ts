// The parts of a note that its reader does not see in their place: `%%` and HTML comments, and footnotes `^[…]`.
// The cache reports some of the links in them all the same.
import type { Range } from "../base/range";
import { tokensOf, type TokenKind } from "./inline";

/** A footnote written where it belongs, perhaps with links in it. */
const FOOTNOTE = /\^\[(?:[^[\]\n]|\[[^[\]\n]*\]|\[\[[^[\]\n]*\]\])*\]/g;
const LITERAL: ReadonlySet<TokenKind> = new Set<TokenKind>(["comment", "code", "math"]);

/**
 * The comments and footnotes in the text of one block, in order, as offsets from `base`.
 * A comment opened by `%%` may end with its block.
 */
export function hiddenIn(text: string, base: number): readonly Range[] {
  const literal = tokensOf(text).filter(({ kind }) => LITERAL.has(kind));
  const footnotes = [...text.matchAll(FOOTNOTE)]
    .map(({ 0: words, index }) => ({ from: index, to: index + words.length }))
    .filter((footnote) => literal.every(({ from, to }) => footnote.to <= from || footnote.from >= to));
  return [...literal.filter(({ kind }) => kind === "comment"), ...footnotes]
    .map(({ from, to }) => ({ from: base + from, to: base + to }))
    .sort((one, other) => one.from - other.from);
}
