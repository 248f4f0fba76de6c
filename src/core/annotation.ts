// What the text around a link says about it: rating, flags, length, status; and the remark that is left.
import type { Range } from "./range";
import { findLengthBeside, readLength, type LengthMatch } from "./length";
import { findRatingField, findStars } from "./rating";
import type { Annotation, Length, Rating } from "./written";

export const NO_ANNOTATION: Annotation = { rating: null, key: false, hot: false, length: null, status: null, remark: null };

// A key flag is one star; a star before a figure (`⭐ 4.7`) counts somebody else's votes.
const KEY = /⭐\uFE0F?(?!\s*\d)/u;
// A word in brackets is a status only at an end of the text: in the middle it is part of a sentence.
const STATUS = /✅|🚧|📝|⏳|🟢|🟡|🔴|^\s*\[\p{L}{2}[\p{L} ]{0,14}\](?![[(])|\[\p{L}{2}[\p{L} ]{0,14}\]\s*$/u;
const HOT = "🔥";
const DIGIT = /[\d０-９]/;
const SOFT = "，,；;、·|";
/** A comma between digits groups thousands; any other separates. */
const SEGMENT = /(?:\d,(?=\d{3}(?!\d))|[^，,；;、·|—（）()[\]【】])+/gu;
/** Stands where a value was read, so that what is around it can still be told apart. A private-use character. */
const TAKEN = "\uE000";

/** What has been read so far from the spans of one annotation. */
interface Findings {
  rating: Rating | null;
  key: boolean;
  hot: boolean;
  length: Length | null;
  status: string | null;
  readonly leftovers: string[];
}

function blank(text: string, range: Range): string {
  return text.slice(0, range.from) + TAKEN.repeat(range.to - range.from) + text.slice(range.to);
}

function shifted(match: Range, base: number): Range {
  return { from: base + match.from, to: base + match.to };
}

function takeRating(text: string, base: number, found: Findings): string {
  const match = findStars(text) ?? findRatingField(text);
  if (!match) return text;
  found.rating ??= { value: match.value, of: match.of, hollow: match.hollow, label: null, range: shifted(match, base) };
  return blank(text, match);
}

function takeKey(text: string, found: Findings): string {
  const match = KEY.exec(text);
  if (!match) return text;
  found.key = true;
  return blank(text, { from: match.index, to: match.index + match[0].length });
}

function takeStatus(text: string, found: Findings): string {
  const match = found.status === null ? STATUS.exec(text) : null;
  if (!match) return text;
  found.status = match[0].trim();
  return blank(text, { from: match.index, to: match.index + match[0].length });
}

function toLength(match: LengthMatch, base: number): Length {
  return { value: match.value, unit: match.unit, range: shifted(match, base) };
}

/** Takes a length that fills a segment; one that stands beside words is read and left. */
function takeLength(text: string, base: number, found: Findings): string {
  if (found.length || !DIGIT.test(text)) return text;
  for (const segment of text.matchAll(SEGMENT)) {
    const words = segment[0].replaceAll(TAKEN, " ");
    const whole = readLength(words);
    const match = whole ?? findLengthBeside(words);
    if (!match) continue;
    const range = trimmed(text, shifted(match, segment.index));
    found.length = { ...toLength(match, 0), range: shifted(range, base) };
    return whole ? blank(text, range) : text;
  }
  return text;
}

function trimmed(text: string, range: Range): Range {
  const words = text.slice(range.from, range.to);
  const from = range.from + words.length - words.replace(/^[\s\uE000]+/, "").length;
  return { from, to: Math.max(from, range.from + words.replace(/[\s\uE000]+$/, "").length) };
}

const TAKEN_WITH_SEPARATOR = new RegExp(`(^|[${SOFT}—（(【\\[])\\s*${TAKEN}[${TAKEN}\\s]*[${SOFT}]`, "gu");
const SEPARATOR_WITH_TAKEN = new RegExp(`[${SOFT}]\\s*${TAKEN}[${TAKEN}\\s]*(?=$|[—（）()【】\\]])`, "gu");
const TAKEN_RUN = new RegExp(`\\s*${TAKEN}[${TAKEN}\\s]*`, "gu");
const EMPTY_BRACKETS = /\s*(?:（\s*）|\(\s*\)|【\s*】|\[\s*\](?!\())/gu;
const JOINER = /^[\s\u00A0]*(?:(?:[—–]+|-{1,2}(?=\s)|[:：，,、；;])[\s\u00A0]*)+/u;
const TRAILING = /(?:\s+[/·|&+—–-]+|\s*[,、，；;·—]+)\s*$/u;
const SEPARATOR_ONLY = /^[\s/·,、|&+，；;:：—–\-→*_~.。]*$/u;

/** The remark that a span leaves: values and their separators gone, without joiner or empty brackets; "" where nothing is left. */
function leftover(text: string): string {
  const cut = (text.includes(TAKEN) ? withoutTaken(text) : text)
    .replace(EMPTY_BRACKETS, "")
    .replace(/\s+/gu, " ")
    .replace(JOINER, "")
    .replace(TRAILING, "")
    .trim();
  return SEPARATOR_ONLY.test(cut) ? "" : cut;
}

/** The text without taken values, each with one separator beside it. */
function withoutTaken(text: string): string {
  return text
    .replace(TAKEN_WITH_SEPARATOR, "$1")
    .replace(SEPARATOR_WITH_TAKEN, "")
    .replace(TAKEN_RUN, (run, at: number, whole: string) => gap(whole, at, at + run.length));
}

/** One space where a taken value stood between two words, none beside brackets and CJK punctuation. */
function gap(text: string, from: number, to: number): string {
  const wordy = /[\p{L}\p{N}]/u;
  return wordy.test(text[from - 1] ?? "") && wordy.test(text[to] ?? "") ? " " : "";
}

function readSpan(text: string, base: number, found: Findings): void {
  if (text.trim() === "") return;
  if (text.includes(HOT)) found.hot = true;
  let rest = takeRating(text, base, found);
  rest = takeKey(rest, found);
  rest = takeStatus(rest, found);
  rest = takeLength(rest, base, found);
  found.leftovers.push(leftover(rest));
}

/** A stretch of text that speaks about a link; `text` may differ from the note's only where marks were blanked one for one. */
export interface Span {
  readonly text: string;
  /** Offset of the span's first character in the note. */
  readonly base: number;
}

/** Reads the spans in order; the first value of each kind counts. Leftovers are joined by `joint` into the remark. */
export function readAnnotation(spans: readonly Span[], joint = " "): Annotation {
  const found: Findings = { rating: null, key: false, hot: false, length: null, status: null, leftovers: [] };
  for (const span of spans) readSpan(span.text, span.base, found);
  const remark = found.leftovers.filter((text) => text !== "").join(joint);
  const { rating, key, hot, length, status } = found;
  return { rating, key, hot, length, status, remark: remark === "" ? null : remark };
}

const END_MARKS = /^(?:\s*(?:⭐\uFE0F?|[★☆✩✰✭½🌟]|:star:))+\s*|\s*(?:(?:⭐\uFE0F?|[★☆✩✰✭½🌟]|:star:)\s*)+$/gu;

/** A title without the stars and key flags at its ends, and what they say. */
export function readTitle(text: string, base: number): { readonly title: string; readonly annotation: Annotation } {
  const title = text.replace(END_MARKS, "").trim();
  const annotation = readAnnotation([{ text, base }]);
  return title === "" ? { title: text.trim(), annotation: NO_ANNOTATION } : { title, annotation };
}
