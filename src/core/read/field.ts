// A line that only states something about what stands above it: `Size: 1,400+ lines`, `★★★★`.
import { WORDY } from "../notation/char-classes";
import { NO_ANNOTATION, readAnnotation, type Annotation } from "../notation/annotation";
import { isStatusHeader, readLengthUnder } from "../notation/headers";
import { BLOCK_ID } from "../notation/masked";
import { findRatingField, isPlainHeader } from "../notation/rating";
import { withoutMarks } from "../notation/words";
import { blanked, textBetween, type Range } from "../base/range";
import { addStated, type Stated } from "./entry-draft";
import type { Line } from "./line";

/** Such as `**Size:** 1,400+ lines` that only states something about the entry above it. */
const FIELD = /^([^:：]{1,20}[:：]{1,2}\s*)([^:：]+?)(?:\s*\([^()]*\))?$/u;

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
  const bare = name.replace(/\s*[:：]+\s*$/u, "");
  const length = readLengthUnder(bare, value);
  if (length) return { ...NO_ANNOTATION, length: { value: length.value, unit: length.unit, range } };
  if (isStatusHeader(bare)) return { ...NO_ANNOTATION, status: value };
  const said = { ...readAnnotation(value, range.from) };
  const inWords = said.rating === null ? findRatingField(name + value) : null;
  if (inWords) return { ...said, rating: { ...inWords, label: null, range } };
  if (said.rating && bare !== "" && !isPlainHeader(bare)) said.rating = { ...said.rating, label: bare };
  const isValue = !WORDY.test(said.remark ?? "") && (said.rating ?? said.length ?? said.status) !== null;
  return isValue ? said : null;
}

/** Anything longer states no value. In UTF-16 units. */
const LONGEST_FIELD = 60;

/** The values that lines of an item say which do nothing else, in order, and the item with these blanked. */
export function withoutFields(item: Line): { readonly line: Line; readonly fields: readonly Annotation[] } {
  const { stretch, from, to, links } = item;
  const text = textBetween(stretch, from, to);
  const fields: Annotation[] = [];
  const blank: Range[] = [];
  for (let at = text.indexOf("\n"), end = 0; at >= 0; at = end) {
    end = text.indexOf("\n", at + 1);
    const own = { from: from + at + 1, to: end < 0 ? to : from + end };
    const isField =
      own.to - own.from <= LONGEST_FIELD && links.every((link) => link.to <= own.from || link.from >= own.to);
    const field = isField ? readField(ownText({ ...item, ...own }), { ...item, ...own }) : null;
    if (!field) continue;
    fields.push(field);
    blank.push(own);
  }
  const line = fields.length === 0 ? item : { ...item, stretch: { text: blanked(text, from, blank), base: from } };
  return { line, fields };
}

/** Gives the subject of a line what that states; false where it states nothing. */
export function stateOf(subject: Stated, line: Line): boolean {
  const field = readField(ownText(line), line);
  if (field) addStated(subject, field);
  return field !== null;
}
