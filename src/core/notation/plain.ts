// An author's line of Markdown as plain words: links by what they say, and no signs of emphasis.
import { ESCAPABLE, MARK, signsIn, SQUARE, WORDY } from "./char-classes";

const PARTS = [
  /`(?<code>[^`]*)`/,
  /(?<address>https?:\/\/[^\s<>()[\]*`]+)/,
  // A dollar before a space, or behind one or before a figure, is money.
  /(?<math>\$(?:[^\s$]|[^\s$][^$\n]*[^\s$])\$(?!\d))/,
  new RegExp(`\\\\(?<escaped>${ESCAPABLE.source})`),
  /!?\[\[(?:[^[\]|]*\|)?(?<alias>[^[\]]*)\]\]/,
  /!?\[(?<words>[^[\]]*)\]\([^()\s]*\)/,
  /\*\*|__|==|~~|`/,
  /\*(?=\S)(?<starred>[^*]*[^*\s])\*/,
  /_(?=\S)(?<underlined>[^_]*[^_\s])_/,
];
const SIGNS = new RegExp(PARTS.map(({ source }) => source).join("|"), "gu");

type Groups = Readonly<
  Partial<Record<"code" | "address" | "math" | "escaped" | "alias" | "words" | "starred" | "underlined", string>>
>;

/**
 * True if what stands around underscores is no part of their word: within one (`ring_attn_v2`) they are no emphasis.
 */
function isAlone(text: string, from: number, to: number): boolean {
  return !WORDY.test(text.charAt(from - 1)) && !WORDY.test(text.charAt(to));
}

/** The text without signs, its white space as it is. */
export function withoutSigns(text: string): string {
  if ((signsIn(text) & (MARK | SQUARE)) === 0) return text;
  return text.replace(SIGNS, (written: string, ...found: readonly unknown[]) => {
    const groups = found.at(-1) as Groups;
    const at = found.at(-3) as number;
    const { code, address, math, escaped, alias, words, starred, underlined } = groups;
    if (underlined !== undefined && !isAlone(text, at, at + written.length)) return written;
    const inside = starred ?? underlined;
    return inside === undefined ? (code ?? address ?? math ?? escaped ?? alias ?? words ?? "") : withoutSigns(inside);
  });
}

export function plainOf(text: string): string {
  return withoutSigns(text).trim();
}
