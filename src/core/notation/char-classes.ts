// The kinds of characters that a stretch of text holds, found in one pass,
// so that the patterns of annotations are tried only where they could fit.
import { STAR_SIGNS } from "./rating";

/** Bits of what `signsIn` returns. */
/** A star, or what shares its first code unit. */
export const STAR = 1;
/** Any other symbol or emoji: whatever could be a flag or a status. */
export const SYMBOL = 2;
/** An opening square bracket, or a wide one of any kind. */
export const SQUARE = 4;
export const COLON = 8;
/** Marks of emphasis and code, and the backslash that makes a sign none. */
export const MARK = 16;

const ASCII = new Uint8Array(128);
function put(bit: number, chars: string): void {
  for (const char of chars) ASCII[char.charCodeAt(0)] = bit;
}
put(SQUARE, "[");
put(COLON, ":");
put(MARK, "*_~=`\\");

const WIDE: ReadonlyMap<number, number> = new Map([
  [0xff3b, SQUARE],
  [0xff08, SQUARE],
  [0x3010, SQUARE],
  [0x300c, SQUARE],
  [0xff1a, COLON],
]);

const STARS: ReadonlySet<number> = new Set([...STAR_SIGNS].map((star) => star.charCodeAt(0)));

function signOfWide(code: number): number {
  if (code >= 0x4e00 && code < 0xd800) return 0;
  if (STARS.has(code)) return STAR;
  if ((code >= 0x2190 && code < 0x2c00) || (code >= 0xd800 && code < 0xe000)) return SYMBOL;
  return WIDE.get(code) ?? 0;
}

/** A character that a backslash before it makes a plain sign. */
export const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** A character that words are made of. */
export const WORDY = /[\p{L}\p{N}]/u;

const SPACE = 0x20;

/** True if the character at an index is white space. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || ((code < SPACE || code > 0x7f) && text.charAt(at).trim() === "");
}

/** The kinds of characters in `text` from `from` to `to`, as bits. */
export function signsIn(text: string, from = 0, to = text.length): number {
  let signs = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    signs |= code < 128 ? (ASCII[code] ?? 0) : signOfWide(code);
  }
  return signs;
}
