// A line that only states something about what stands above it: `Size: 1,400+ lines`, `★★★★`.
import { NO_ANNOTATION, readAnnotation, type Annotation } from "../notation/annotation";
import { isStatusHeader, readLengthUnder } from "../notation/headers";
import { BLOCK_ID } from "../notation/masked";
import { findRatingField } from "../notation/rating";
import { withoutMarks } from "../notation/words";
import { textBetween } from "../base/range";
import { addStated, type Stated } from "./entry-draft";
import type { Line } from "./line";

/** Such as `**Size:** 1,400+ lines` that only states something about the entry above it. */
const FIELD = /^([^:：]{1,20}[:：]\s*)([^:：]+?)(?:\s*\([^()]*\))?$/u;

/** The words of an item as written, but for what is blanked. */
export function wordsOf({ stretch, from, to }: Line): string {
  return textBetween(stretch, from, to);
}

export function ownText(item: Line): string {
  const words = wordsOf(item);
  return withoutMarks(words).replace(BLOCK_ID, "").replace(/\s+/g, " ").trim();
}

/** The values of a line that is only a field or a value; null for any other line. */
export function readField(words: string, line: Line): Annotation | null {
  const [, name = "", value = words] = FIELD.exec(words) ?? [];
  const written = wordsOf(line);
  const at = value === "" ? -1 : written.indexOf(value, name === "" ? 0 : written.search(/[:：]/u));
  if (at < 0) return null;
  const range = { from: line.from + at, to: line.from + at + value.length };
  const bare = name.replace(/\s*[:：]\s*$/u, "");
  const length = readLengthUnder(bare, value);
  if (length) return { ...NO_ANNOTATION, length: { value: length.value, unit: length.unit, range } };
  if (isStatusHeader(bare)) return { ...NO_ANNOTATION, status: value };
  const said = readAnnotation(value, range.from);
  const inWords = said.rating === null ? findRatingField(name + value) : null;
  if (inWords) return { ...said, rating: { ...inWords, label: null, range } };
  const isValue = said.remark === null && (said.rating ?? said.length ?? said.status) !== null;
  return isValue ? said : null;
}

/** Gives the subject of a line what that states; false where it states nothing. */
export function stateOf(subject: Stated, line: Line): boolean {
  const field = readField(ownText(line), line);
  if (field) addStated(subject, field);
  return field !== null;
}
