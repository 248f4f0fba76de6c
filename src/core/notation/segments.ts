// The segments of a text: what stands between two separators.
// A value that fills one is taken out of the remark; any other stays.
import { matchesIn } from "../base/matches";
import { filled, type Range } from "../base/range";
import { WORDY } from "./char-classes";
import { emphasisIn } from "./emphasis";
import { ARROW } from "./joiners";

/** A comma between digits groups thousands or begins decimals; any other separates. */
const SEGMENT = /(?:\d,(?=\d)|[０-９]，(?=[０-９]{3}(?![０-９]))|[^，,；;、،؛·・|｜—（）()[\]【】［］])+/gu;
const ENDS = "，,；;、،؛·・|｜—（）()[]【】［］";
// A dash between figures is a range.
const SPACED_DASH = /(?:^\s*|[^\d\s]\s+)(-{1,2}|–)(?=\s)/g;
const LEADING_COLON = /^\s*[:：]/;
const LABEL_END = new RegExp(`(?:[:：]|${ARROW.source})\\s*$`, "u");
/** As long as such an end may be. In UTF-16 units. */
const LONGEST_END = 6;
/** White space, and what stands for values and for what is not shown. */
const EMPTY_BEFORE = /[\s\uE000\uFDD2]+$/;
const EMPTY_BEHIND = /^[\s\uE000\uFDD2]+/;

/** True if words stand on both sides of a stretch: in bold it only stresses a part of their sentence. */
function isWithinWords(text: string, { from, to }: Range): boolean {
  return WORDY.test(text.slice(0, from).trimEnd().slice(-1)) && WORDY.test(text.slice(to).trimStart().charAt(0));
}

/** The text with the marks of emphasis, which part what they hold from what is around them, as separators. */
function withoutEmphasis(text: string): string {
  let [left, at] = ["", 0];
  for (const { from, to, innerFrom, innerTo } of emphasisIn(text)) {
    if (isWithinWords(text, { from, to })) continue;
    left += text.slice(at, from) + "—".repeat(innerFrom - from);
    left += text.slice(innerFrom, innerTo) + "—".repeat(to - innerTo);
    at = to;
  }
  return left + text.slice(at);
}

/**
 * The text with all that parts segments as separators, one for one:
 * the colon or arrow that joins it to its link, dashes between spaces, and emphasis.
 */
function parted(text: string): string {
  let words = withoutEmphasis(text);
  const end = LABEL_END.exec(words.slice(-LONGEST_END))?.[0].length ?? 0;
  words = filled(words, { from: words.length - end, to: words.length }, "—");
  const colon = LEADING_COLON.exec(words)?.[0].length ?? 0;
  if (colon > 0) words = filled(words, { from: colon - 1, to: colon }, "—");
  for (const dash of matchesIn(words, SPACED_DASH)) {
    const to = dash.index + dash[0].length;
    words = filled(words, { from: to - (dash[1] ?? "").length, to }, "—");
  }
  return words;
}

export function segmentsOf(text: string): readonly RegExpExecArray[] {
  return matchesIn(parted(text), SEGMENT);
}

/** True if a stretch of a text is all that a segment holds. */
export function fillsSegment(text: string, { from, to }: Range): boolean {
  const words = parted(text);
  const before = words.slice(0, from).replace(EMPTY_BEFORE, "");
  const behind = words.slice(to).replace(EMPTY_BEHIND, "");
  return ENDS.includes(before.slice(-1)) && ENDS.includes(behind.charAt(0));
}
