// The remark that a text leaves once its values are taken out of it.
import { withoutTorn } from "./brackets";
import { GONE, isMask, unmasked, type Masked } from "./masked";
import type { Range } from "../base/range";
import { WORDY } from "./char-classes";

/** Stands where a value was read, so that what is around it can still be told apart. A private-use character. */
export const TAKEN = "\uE000";

const SOFT = "，,；;、·|";
const OPENING = "—（(【[";
const CLOSING = "—（()）【】]";
const DASH = /[-–—]/;
const EMPTY_BRACKETS = /\s?(?:（\s?）|\(\s?\)|【\s?】|［\s?］|\[\s?\](?!\())/g;
const JOINER = /\s*(?:(?:[—–]+|-{1,2}(?=\s)|:(?![\w+-]+:)|[：，,、；;·|]|[/&+](?=\s))\s*)+/y;
const TRAILING = /(?:\s[/·|&+—–-]+|\s?[,、，；;·—:：]+)$/;
/** The colon that closes an emoji such as `:fire:`. */
const EMOJI_END = /:[\w+-]+:$/;
const TRAILING_ENDS = "/·|&+—–-,、，；;:：";
/** White space other than single spaces. */
const LOOSE = /\s{2,}|[^\S ]/g;
const SEPARATOR_ONLY = /^[\s=/·,、|&+，；;:：—–\-→*_~.。]*$/;

/** Whether a character is part of a word, or of something that is shown as written. */
function isWordy(char: string): boolean {
  return WORDY.test(char) || isMask(char);
}

/** Whether what stands on both sides of a taken value would run together without it. */
function wouldTouch(before: string, after: string, hadSpace: boolean): boolean {
  if (before === "" || after === "") return false;
  return (
    (isWordy(before) && isWordy(after)) ||
    (hadSpace && !(SOFT + OPENING).includes(before) && !(SOFT + CLOSING).includes(after))
  );
}

/** Where the run of taken characters and white space around `at` begins and ends. */
function takenRun(text: string, at: number): Range {
  let [from, to] = [at, at + 1];
  while (text.charAt(from - 1) === " ") from--;
  while (text.charAt(to) === " " || text.charAt(to) === TAKEN) to++;
  return { from, to };
}

/** The text without taken values, each with one separator beside it. */
function withoutTaken(text: string): string {
  let left = "";
  let end = 0;
  for (let at = text.indexOf(TAKEN); at >= 0; at = text.indexOf(TAKEN, end)) {
    const { from, to } = takenRun(text, at);
    left += text.slice(end, Math.max(from, end));
    end = to;
    const [before, after] = [left.charAt(left.length - 1), text.charAt(to)];
    if (after !== "" && SOFT.includes(after) && (before === "" || (SOFT + OPENING).includes(before))) end = to + 1;
    else if (DASH.test(before) && DASH.test(after)) while (DASH.test(text.charAt(end))) end++;
    else if (before !== "" && SOFT.includes(before) && CLOSING.includes(after)) left = left.slice(0, -1);
    else if (wouldTouch(before, after, text.charAt(to - 1) === " ")) left += " ";
    if ("（(【[".includes(left.charAt(left.length - 1))) while (text.charAt(end) === " ") end++;
  }
  return left + text.slice(end);
}

function withoutJoiner(text: string): string {
  JOINER.lastIndex = 0;
  return JOINER.test(text) ? text.slice(JOINER.lastIndex).trim() : text;
}

function withoutTrailing(text: string): string {
  return TRAILING_ENDS.includes(text.charAt(text.length - 1)) && !EMOJI_END.test(text)
    ? text.replace(TRAILING, "")
    : text;
}

/** The remark that a masked text leaves, of which `rest` is what is left once its values are taken out: those and their separators gone, without joiner or empty brackets; "" where nothing is left. */
export function leftover({ text, shown }: Masked, rest: string): string {
  let left = (rest.includes(GONE) ? rest.replaceAll(GONE, "") : rest).replace(LOOSE, " ");
  if (rest !== text) left = withoutTaken(left);
  left = withoutTrailing(withoutJoiner(withoutTorn(left.replace(EMPTY_BRACKETS, "")).trim()));
  return SEPARATOR_ONLY.test(left) ? "" : unmasked(left, shown);
}
