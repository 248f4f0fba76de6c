// The remark that a text leaves once its values are taken out of it.
import { withoutTorn } from "./brackets";
import { isMask, unmasked, type Masked } from "./masked";
import { filled, placeOf, type Range } from "../base/range";
import { ARROW, BACK_ARROW } from "./joiners";
import { isBlank, WORDY } from "./char-classes";

/** Stands where a value was read, so that what is around it can still be told apart. A private-use character. */
export const TAKEN = "\uE000";

/** Signs in place of all that was taken or is not shown. */
export const HOLES = /[\uE000\uFDD2]/g;
const NOT_SHOWN = /\uFDD2/g;

const SOFT = "，,；;、،؛·・|｜";
const OPENING = "—（(【[";
const CLOSING = "—（()）【】]";
const DASH = /[-–—]/;
/** Anything that was taken or is not shown, perhaps among white space. */
const NOTHING = "\\s*[\uE000\uFDD2][\\s\uE000\uFDD2]*";
/** The same, or a comment that was blanked. */
const HOLE = `(?:${NOTHING}| {2,})`;
/** Brackets and emphasis that hold nothing any more; what their author left empty is `()`. */
const EMPTIED = new RegExp(
  [
    `（${HOLE}）|\\(${HOLE}\\)|【${HOLE}】|［${HOLE}］|\\[${HOLE}\\](?!\\()`,
    `(\\*{1,3}|_{1,3}|~~|==)${NOTHING}\\1`,
  ].join("|"),
);
/** A separator between two taken values. */
const BETWEEN_TAKEN = new RegExp(`${TAKEN}\\s*[${SOFT}]\\s*(?=${TAKEN})`);
const JOINER = new RegExp(
  [
    `\\s*(?:(?:[—–]+|${ARROW.source}|-{1,2}(?=\\s)|:(?![\\w+-]+:)`,
    "[：，,、；;،؛·|。・／｜]",
    "\\.(?=\\s|$)",
    "[/&+=>›»](?=\\s))\\s*)+",
  ].join("|"),
  "y",
);
/** Separators at the end of a text, if white space is before them. */
const SPACED = "/·|&+=—–>›»-〜～";
/** Separators that end a text whatever is before them; arrows do, too. */
const JOINED = ",、，；;،؛·—:：・／｜";
const ARROW_END = new RegExp(`(?:${ARROW.source}|${BACK_ARROW.source})$`);
/** As long as an arrow may be. In UTF-16 units. */
const LONGEST_ARROW = 3;
/** Separators behind a bracket that closes. */
const BEHIND_BRACKET = "/|&+";
const CLOSED = /[)）\]】]/;
const NO_WORDS = { joiner: "", words: "" };
/** The colon that closes an emoji such as `:fire:`. */
export const EMOJI_END = /(?:^|\s):[\w+-]+:$/;
/** White space other than single spaces. */
const LOOSE = /\s{2,}|[^\S ]/g;
/** Separators, and signs before a link that are its bullet. */
const SEPARATOR_ONLY = /^(?:[\s=/·,、|&+，；;،؛:：—–\-→⇒←⇐⟵↳*_~.。…!！?？<>‹›«»▸▹►‣•・‧／｜＆＋＝〜～]|\uFE0F)*$/;
/** Words behind the last link of a list that say it goes on; and their first letters. */
const LIST_ENDS = "等な他ほ등eEuUиИvVوו";
const LIST_END = new RegExp(
  [
    "^(?:等等?|など|等々|ほか|他|등등?|etc\\.?|usw\\.?|и т\\.\\s?[дп]\\.|v\\.v\\.?|vb\\.|وغيرها|و غیره|וכו['׳])",
    "\\s*(?=$|[^\\s\\p{L}\\p{N}])",
  ].join(""),
  "iu",
);

/** True if a text is nothing but separators, as most are between two links. */
export function saysNothing(text: string): boolean {
  return SEPARATOR_ONLY.test(text);
}

/** True if a character is part of a word, or of something that is shown as written. */
function isWordy(char: string): boolean {
  return WORDY.test(char) || isMask(char);
}

/** True if what stands on both sides of a taken value would run together without it. */
function wouldTouch(before: string, after: string, hadSpace: boolean): boolean {
  if (before === "" || after === "") return false;
  return (
    (isWordy(before) && isWordy(after)) ||
    (hadSpace && !(SOFT + OPENING).includes(before) && !(SOFT + CLOSING).includes(after))
  );
}

/** The run of taken characters and white space around `at`, from its beginning to its end. */
function takenRun(text: string, at: number): Range {
  let [from, to] = [at, at + 1];
  while (text.charAt(from - 1) === " ") from--;
  while (text.charAt(to) === " " || text.charAt(to) === TAKEN) to++;
  return { from, to };
}

/** Signs that may not be followed by white space: an opening bracket, or a mark of emphasis that opens. */
const OPENER = /[（(【[]$|(?:^|\s)(?:\*{1,3}|_{1,3}|~~|==)$/;
/** As long as such a mark may be with the white space before it. In UTF-16 units. */
const LONGEST_OPENER = 4;
/** A mark of emphasis that closes. */
const CLOSER = /^(?:\*{1,3}|_{1,3}|~~|==)(?:[\s.,;:)]|$)/;

/** The text without taken values, each with one separator beside it. */
function withoutTaken(text: string): string {
  let left = "";
  let end = 0;
  for (let at = text.indexOf(TAKEN); at >= 0; at = text.indexOf(TAKEN, end)) {
    const { from, to } = takenRun(text, at);
    left += text.slice(end, Math.max(from, end));
    end = to;
    const [before, after] = [left.charAt(left.length - 1), text.charAt(to)];
    if (OPENER.test(left.slice(-LONGEST_OPENER)) && after !== "" && !SOFT.includes(after))
      while (text.charAt(end) === " ") end++;
    else if (after !== "" && SOFT.includes(after) && (before === "" || (SOFT + OPENING).includes(before))) end = to + 1;
    else if (DASH.test(before) && DASH.test(after)) while (DASH.test(text.charAt(end))) end++;
    else if (before !== "" && SOFT.includes(before) && CLOSING.includes(after)) left = left.slice(0, -1);
    else if (wouldTouch(before, after, text.charAt(to - 1) === " ")) left += " ";
    if ("（(【[".includes(left.charAt(left.length - 1))) while (text.charAt(end) === " ") end++;
    if (CLOSER.test(text.slice(end, end + 4))) left = left.trimEnd();
  }
  return left + text.slice(end);
}

/** The sign that joins a text to the link before it; "" where there is none. */
function joinerOf(text: string): string {
  JOINER.lastIndex = 0;
  return JOINER.test(text) ? text.slice(0, JOINER.lastIndex) : "";
}

function withoutTrailing(text: string): string {
  return EMOJI_END.test(text) ? text : text.slice(0, trailingFrom(text));
}

/** The offset where the separators begin that a text ends in; its end if there are none. */
function trailingFrom(text: string): number {
  const spaced = runFrom(text, SPACED);
  if (spaced < text.length && isBlank(text, spaced - 1)) return spaced - 1;
  const joined = joinersFrom(text);
  if (joined < text.length) return isBlank(text, joined - 1) ? joined - 1 : joined;
  const behind = runFrom(text, BEHIND_BRACKET);
  return CLOSED.test(text.charAt(behind - 1)) ? behind : text.length;
}

/** The offset where the run of some characters at the end of a text begins. */
function runFrom(text: string, chars: string): number {
  let at = text.length;
  while (at > 0 && chars.includes(text.charAt(at - 1))) at--;
  return at;
}

/** The offset where the run of joining separators and arrows at the end of a text begins. */
function joinersFrom(text: string): number {
  let at = text.length;
  for (let length = -1; length !== 0 && at > 0; at -= length) {
    const isJoined = JOINED.includes(text.charAt(at - 1));
    length = isJoined ? 1 : (ARROW_END.exec(text.slice(Math.max(at - LONGEST_ARROW, 0), at))?.[0].length ?? 0);
  }
  return at;
}

/** The text with what a pattern fits as taken, until it fits nothing. */
function takenFrom(text: string, pattern: RegExp): string {
  let left = text;
  for (let match = pattern.exec(left); match; match = pattern.exec(left)) left = filled(left, placeOf(match), TAKEN);
  return left;
}

/** Brackets and emphasis that were emptied count as taken, also within one another. */
function withoutEmptied(text: string): string {
  return takenFrom(takenFrom(text, BETWEEN_TAKEN), EMPTIED);
}

/** All that is left of a text: the sign that joined it to its link, and its words; no words where nothing is left. */
export interface Leftover {
  readonly joiner: string;
  readonly words: string;
}

/**
 * The remark that a masked text leaves, of which `rest` is what is left once its values are taken out:
 * those and their separators gone, without emptied brackets.
 */
export function leftover({ text, shown }: Masked, rest: string): Leftover {
  const taken = withoutEmptied(rest);
  let left = taken.replace(NOT_SHOWN, "").replace(LOOSE, " ");
  if (taken !== text) left = withoutTaken(left);
  left = withoutTorn(left).trim();
  if (LIST_ENDS.includes(left.charAt(0))) left = left.replace(LIST_END, "");
  const joiner = joinerOf(left);
  const words = withoutTrailing(left.slice(joiner.length).trim());
  return saysNothing(words) ? NO_WORDS : { joiner, words: unmasked(words, shown) };
}
