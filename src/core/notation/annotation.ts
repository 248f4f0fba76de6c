// Reads what the text around a link says about it: rating, flags, length, status; and the remark that is left.
import { isStatusHeader, readLengthUnder } from "./headers";
import {
  findLengthBeside,
  hasLengthUnit,
  readJapaneseMinutes,
  readLength,
  type LengthMatch,
  type Length,
} from "./length";
import { matchesIn, replaced } from "../base/matches";
import { filled, placeOf, type Range } from "../base/range";
import { TASK_FIELD } from "./task-signs";
import {
  ANY_STAR,
  findRatingField,
  findStarCodes,
  findStars,
  isPlainHeader,
  nameOfStars,
  STAR_SIGNS,
  type Rating,
  type RatingMatch,
} from "./rating";
import { masked } from "./masked";
import { EMOJI_END, HOLES, leftover, saysNothing, TAKEN, type Leftover } from "./remark";
import { fillsSegment, segmentsOf } from "./segments";
import { COLON, signsIn, SQUARE, STAR, SYMBOL, WORDY } from "./char-classes";

/** All that the author wrote around a link or in a heading. */
export interface Annotation {
  readonly rating: Rating | null;
  readonly key: boolean;
  readonly hot: boolean;
  readonly length: Length | null;
  /** The author's word about the note (`✅`, `📝`, `draft`), as written; never the reader's progress. */
  readonly status: string | null;
  /** The rest of the text, as written; null where nothing is left. */
  readonly remark: string | null;
}

export const NO_ANNOTATION: Annotation = {
  rating: null,
  key: false,
  hot: false,
  length: null,
  status: null,
  remark: null,
};

/** Anything further than this from where a text begins is too far off to speak about a link. In UTF-16 units. */
const REACH = 4000;
const LONGEST_TITLE = 1000;
// A key flag is one star; a star before a lone figure (`⭐ 4.7 (1308 reviews)`) or behind one of thousands (`12k ⭐`)
// counts somebody else's votes.
const KEY = /⭐\uFE0F?(?!\s*\d[\d.,]*k?\s*(?:$|[(（|,，;；]|reviews|ratings|stars))/gi;
const VOTES = /\d(?:[\d.,]{0,8}[km]|[.,]\d{3})\+?\s?$/i;
/** The signs that say how far a note is, each one status with those like it behind it. */
export const STATUS_SIGNS = "✅☑✔✓☐❌✗🚧📝⏳⌛⬜⬛🟢🟡🔴🔵🟠🟣🟤⚪⚫⭕🟩🟨🟥🟦🟧🟪🟫◐◑◔◕";
/** Circles that are bullets where they stand alone. */
const STATUS_SIGN = new RegExp(`(?:[${STATUS_SIGNS}]\\uFE0F?)+(?:[➕➖]\\uFE0F?)*|[●○◯◐◑◔◕]{2,}`, "u");
/** Words that are a status in any brackets. */
const STATES = [
  "已?完成|未完成|进行中|進行中|编辑中|未编辑|更新中|未开始|草稿|已读|未读|在读|已学|未学|済|完了|未完|未着手|着手中",
  "読了|未読|作成中|下書き|완료|미완료|미완성|진행 ?중|작성 ?중|예정|초안",
].join("|");
// A word in brackets is a status only at an end of the text: in the middle it is part of a sentence.
const STATUS_WORD = new RegExp(
  [
    "^\\s*[[［]\\p{L}{2}[\\p{L} ]{0,14}[\\]］](?![[(])|[[［]\\p{L}{2}[\\p{L} ]{0,14}[\\]］]\\s*$",
    `[【（「](?:${STATES})[】）」]`,
  ].join("|"),
  "u",
);
/** An inline field such as `[status:: draft]`. */
const INLINE_FIELD = /[[(（]\s*([^:：[\]()（）]{1,20}?)\s*::\s*([^[\]()（）]{1,60}?)\s*[\])）]/gu;
const TASK_FIELDS = new RegExp(TASK_FIELD, "gu");
const HOT = "🔥";
/** Stars and flags; and whatever else. */
const FLAG_OR_OTHER = new RegExp(`([${STAR_SIGNS}${HOT}\\uFE0F])|[^]`, "gu");
/** Signs that no space stands before, and those that none stands behind. */
const CLINGING = /^[,.:;，、；：。]/;
const WIDE_SIGN = /[，、；：。]$/;

function blank(text: string, range: Range): string {
  return filled(text, range, TAKEN);
}

function shifted(match: Range, base: number): Range {
  return { from: base + match.from, to: base + match.to };
}

function trimmed(text: string, range: Range): Range {
  const words = text.slice(range.from, range.to);
  const from = range.from + words.length - words.replace(/^[\s\uE000\uFDD2]+/, "").length;
  return { from, to: Math.max(from, range.from + words.replace(/[\s\uE000\uFDD2]+$/, "").length) };
}

/** An annotation while texts are read that speak about one thing: the first value of each kind counts. */
export type AnnotationDraft = { -readonly [Name in keyof Annotation]: Annotation[Name] };

/**
 * Adds what one more text says; `base` is the offset of its first character in the note. Characters blanked one for
 * one keep offsets true. In a task, dates may follow; without status, a sign such as 📝 is one like any other.
 */
export function annotate(draft: AnnotationDraft, text: string, base: number, isTask = false, hasStatus = true): void {
  if (saysNothing(text)) return;
  const mask = masked(text.slice(0, REACH));
  addRemark(draft, leftover(mask, take(draft, mask.text, base, isTask, hasStatus)));
}

/** Adds the values of one more text, whose words are no remark. */
export function annotateValues(draft: AnnotationDraft, text: string, base: number, isTask = false): void {
  if (!saysNothing(text)) take(draft, masked(text.slice(0, REACH)).text, base, isTask, true);
}

/** Adds words to the remark; where others stand before the link, the author's sign between the two stays. */
function addRemark(draft: AnnotationDraft, { joiner, words }: Leftover): void {
  if (words === "") return;
  const before = draft.remark ?? "";
  const sign = WORDY.test(before) && !EMOJI_END.test(before) ? joiner.trim() : "";
  const gap = before === "" || CLINGING.test(sign) ? "" : " ";
  draft.remark = before + gap + (sign === "" || WIDE_SIGN.test(sign) ? sign : `${sign} `) + words;
}

/**
 * Takes the values out of a text, character for character. Which of them could be there is seen in one pass:
 * reading a map whole is to cost no more than markdown-it's parsing of it.
 */
function take(draft: AnnotationDraft, text: string, base: number, isTask: boolean, hasStatus: boolean): string {
  const signs = signsIn(text);
  let rest = isTask ? replaced(text, TASK_FIELDS, ([field]) => TAKEN.repeat(field.length)) : text;
  if ((signs & STAR) > 0) rest = takeKey(draft, takeStars(draft, rest, base, (signs & COLON) > 0));
  if ((signs & SYMBOL) > 0) {
    draft.hot ||= rest.includes(HOT);
    if (hasStatus) rest = takeStatus(draft, rest, STATUS_SIGN);
  }
  if ((signs & COLON) > 0) {
    rest = takeField(draft, takeRating(draft, rest, base, findStarCodes(rest)), base);
    rest = takeStatusField(draft, rest);
  }
  if ((signs & SQUARE) > 0) rest = takeStatus(draft, rest, STATUS_WORD);
  return takeLength(draft, rest, base);
}

function takeRating(draft: AnnotationDraft, text: string, base: number, match: RatingMatch | null): string {
  if (!match) return text;
  const { value, of, hollow } = match;
  draft.rating ??= { value, of, hollow, label: null, range: shifted(match, base) };
  return blank(text, match);
}

/**
 * Takes a run of stars, and the name before it, which is a label unless it says no more than "rating". A name ends with
 * a colon.
 */
function takeStars(draft: AnnotationDraft, text: string, base: number, mayBeNamed: boolean): string {
  const match = findStars(text);
  const rest = takeRating(draft, text, base, match);
  const isFirst = mayBeNamed && match && draft.rating?.range.from === base + match.from;
  const named = isFirst ? nameOfStars(text.slice(0, match.from)) : null;
  if (!named || !draft.rating) return rest;
  if (!isPlainHeader(named.name)) draft.rating = { ...draft.rating, label: named.name };
  return blank(rest, named);
}

/** Takes a rating in figures that fills a segment; one that stands beside words is read and left. */
function takeField(draft: AnnotationDraft, text: string, base: number): string {
  const match = findRatingField(text);
  if (!match) return text;
  const rest = takeRating(draft, text, base, match);
  return fillsSegment(text, match) ? rest : text;
}

function takeKey(draft: AnnotationDraft, text: string): string {
  let rest = text;
  for (const flag of matchesIn(text, KEY)) {
    if (VOTES.test(text.slice(0, flag.index))) continue;
    rest = blank(rest, placeOf(flag));
    draft.key = true;
  }
  return rest;
}

function takeStatus(draft: AnnotationDraft, text: string, pattern: RegExp): string {
  const match = draft.status === null ? pattern.exec(text) : null;
  if (!match) return text;
  draft.status = match[0].trim();
  return blank(text, placeOf(match));
}

function takeStatusField(draft: AnnotationDraft, text: string): string {
  if (draft.status !== null || !text.includes("::")) return text;
  const field = matchesIn(text, INLINE_FIELD).find(([, name = ""]) => isStatusHeader(name));
  if (!field) return text;
  draft.status = field[2] ?? null;
  return blank(text, placeOf(field));
}

/** Takes a length that fills a segment; one that stands beside words is read and left. */
function takeLength(draft: AnnotationDraft, text: string, base: number): string {
  if (draft.length || !hasLengthUnit(text)) return text;
  for (const segment of segmentsOf(text)) {
    if (!hasLengthUnit(segment[0])) continue;
    const words = segment[0].replace(HOLES, " ");
    const whole = readLength(words) ?? readLengthField(words);
    const match = whole ?? findLengthBeside(words);
    if (!match) continue;
    const range = trimmed(text, shifted(match, segment.index));
    draft.length = { value: match.value, unit: match.unit, range: shifted(range, base) };
    return whole ? blank(text, range) : text;
  }
  return text;
}

/** A length with its name, which goes with it: `Lesezeit: 20 Min.` */
const FIELD = /^\s*([^:：]{1,20}?)\s*[:：]{1,2}\s*(\S.*)$/u;

function readLengthField(words: string): LengthMatch | null {
  const [, name = "", value = ""] = FIELD.exec(words) ?? [];
  const length = name === "" ? null : readLengthUnder(name, value);
  return length && { ...length, from: 0, to: words.length };
}

/**
 * Takes minutes out of what a remark says in a Japanese text, where these were not known to be minutes;
 * they stand in `text` behind `from`.
 */
export function takeJapaneseMinutes(
  draft: Pick<AnnotationDraft, "length" | "remark">,
  text: string,
  from: number,
): void {
  if (draft.length || draft.remark?.includes("分") !== true) return;
  const mask = masked(draft.remark);
  for (const segment of segmentsOf(mask.text)) {
    const match = readJapaneseMinutes(segment[0]);
    const range = match && trimmed(mask.text, shifted(match, segment.index));
    const words = range ? mask.text.slice(range.from, range.to) : "";
    const at = range ? text.indexOf(words, from) : -1;
    if (!match || !range || at < 0) continue;
    draft.length = { value: match.value, unit: match.unit, range: { from: at, to: at + words.length } };
    draft.remark = leftover(mask, blank(mask.text, range)).words || null;
    return;
  }
}

/** A text in which all but stars and flags is blanked one for one. */
export function flagsIn(text: string): string {
  return replaced(text, FLAG_OR_OTHER, ([char, flag]) => (flag === undefined ? " ".repeat(char.length) : char));
}

/** Reads what one text says; `base` is the offset of its first character in the note. */
export function readAnnotation(text: string, base: number): Annotation {
  const draft = { ...NO_ANNOTATION };
  annotate(draft, text, base);
  return draft;
}

const END_MARKS = new RegExp(`^(?:\\s*${ANY_STAR})+\\s*|\\s*(?:${ANY_STAR}\\s*)+$`, "gu");

/** Without any of these a title has neither stars nor flags. */
const SIGNS = STAR | SYMBOL | COLON;

/** True if a title may have stars or flags at all; one that is longer than any title has none. */
export function hasSigns(title: string): boolean {
  return title.length <= LONGEST_TITLE && (signsIn(title) & SIGNS) > 0;
}

/** A title without the stars and key flags at its ends; one of nothing else is left as it is. */
export function bareTitle(title: string): string {
  const bare = hasSigns(title) ? title.replace(END_MARKS, "").trim() : "";
  return bare === "" ? title.trim() : bare;
}

/** Adds what the marks at the ends of a title say, and a 🔥 anywhere in it; returns the title without those marks. */
export function annotateTitle(draft: AnnotationDraft, title: string, base: number): string {
  const bare = bareTitle(title);
  if (bare !== title.trim())
    for (const { 0: marks, index } of matchesIn(title, END_MARKS)) annotateValues(draft, marks, base + index);
  draft.hot ||= title.includes(HOT);
  return bare;
}
