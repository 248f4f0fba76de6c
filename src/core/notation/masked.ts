// The parts of a text that say nothing about the link before it:
// code and other links, which are shown as they are written, and HTML tags, pictures, links without words,
// block ids and the backslash at a line's end, which are not shown.

/**
 * Stand one for one for what is shown as written: a first character and those behind it.
 * Noncharacters, which no text holds.
 */
const FIRST = "\uFDD0";
const NEXT = "\uFDD1";
/** Stands one for one for what is not shown. */
export const GONE = "\uFDD2";

const CODE = /(`{1,8})(?!`)[^]*?[^`]\1(?!`)/;
const WIKILINK = /!?\[\[[^[\]]*\]\]/;
const MARKDOWN_LINK = /!?\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/;
/** Followed by nothing else on its line, where it breaks that. */
const LINE_END = /\\(?=[^\S\n]*(?:\n|$))/;
const ADDRESS = /https?:\/\/[^\s<>（）【】「」，。；、！？]*[^\s<>（）【】「」，。；、！？.,;:]/;
const LINE_BREAK = /<br\s*\/?>/;
export const TAG = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/gi;
/** A footnote's number. */
const FOOTNOTE = /\[\^[^\]\s]+\]/;
/** A block id at the end of a text, which Obsidian does not show. */
export const BLOCK_ID = /\s\^[\w-]+\s*$/;
const UNSAID = new RegExp(
  [CODE, WIKILINK, MARKDOWN_LINK, ADDRESS, LINE_BREAK, TAG, FOOTNOTE, BLOCK_ID, LINE_END]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);
/** The beginning of anything that is not shown. */
const HIDDEN_START = /^(?:<|\[\^|\s\^|!\[|\[\s*\]\(|\\)/;
const MAY_BE_UNSAID = /[`[<\\]|:\/\/|\s\^/;
const HIDDEN = new RegExp(`${FIRST}${NEXT}*`, "g");

/** A text with what says nothing masked one for one, so that offsets hold, and what its masks stand for, in order. */
export interface Masked {
  readonly text: string;
  readonly shown: readonly string[];
}

function maskOf(unsaid: string, shown: string[]): string {
  // A line break parts what stands before it from what stands behind.
  if (/^<br/i.test(unsaid)) return " ·".padEnd(unsaid.length);
  if (HIDDEN_START.test(unsaid)) return GONE.repeat(unsaid.length);
  shown.push(unsaid);
  return FIRST + NEXT.repeat(unsaid.length - 1);
}

const NOTHING: readonly string[] = [];

/** Masks what says nothing in a text. Most hold no such thing, which is cheaply seen. */
export function masked(text: string): Masked {
  if (!MAY_BE_UNSAID.test(text)) return { text, shown: NOTHING };
  const shown: string[] = [];
  return { text: text.replace(UNSAID, (unsaid) => maskOf(unsaid, shown)), shown };
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
