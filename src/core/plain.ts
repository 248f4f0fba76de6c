// An author's line of Markdown as plain words: links by what they say, and no signs of emphasis.
import { MARK, signsIn, SQUARE } from "./signs";

/** Code and mathematics, which are shown as written; escapes; links; marks that are always emphasis, and pairs of those that may be. */
const SIGNS =
  /`([^`]*)`|(\$(?:[^\s$]|[^\s$][^$\n]*[^\s$])\$(?!\d))|\\([!-/:-@[-`{-~])|!?\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]|!?\[([^[\]]*)\]\([^()\s]*\)|\*\*|__|==|~~|`|([*_])(?=\S)([^*_]*[^*_\s])\6/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Whether a pair of single marks is emphasis: underscores within a word (`ring_attn_v2`) are none. */
function isEmphasis(mark: string, text: string, from: number, to: number): boolean {
  return mark === "*" || !(WORD.test(text.charAt(from - 1)) || WORD.test(text.charAt(to)));
}

export function plainOf(text: string): string {
  if ((signsIn(text) & (MARK | SQUARE)) === 0) return text.trim();
  const words = text.replace(SIGNS, (written: string, ...parts: readonly (string | undefined)[]) => {
    const [code, math, escaped, alias, words, mark, inside] = parts;
    const at = Number(parts[7]);
    if (mark !== undefined) return isEmphasis(mark, text, at, at + written.length) ? (inside ?? "") : written;
    return code ?? math ?? escaped ?? alias ?? words ?? "";
  });
  return words.trim();
}
