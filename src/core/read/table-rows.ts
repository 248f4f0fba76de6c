// The rows and cells of a table: where each stands, its column's header, and the links in it.
import type { Reading } from "./reading";
import { dropCutLinks, withoutCutLinks } from "./cut-links";
import { findStarCodes, findStars, readLoneStar, type RatingMatch } from "../notation/rating";
import { addToGroup } from "../base/group";
import { textBetween, type LineRange, type Range, type Stretch } from "../base/range";
import { isBlank } from "../notation/char-classes";
import { columnOf, type Column } from "../notation/headers";
import { withoutMarks } from "../notation/words";
import type { WrittenLink } from "./written";

const NO_COLUMN = columnOf("");

/** The words between two pipes, without the space around them. */
export interface Cell extends Range {
  readonly words: string;
  readonly column: Column;
  /** Its number in its row, counted from 0. */
  readonly number: number;
  readonly links: readonly WrittenLink[];
}

/** A row of a table. */
export interface Row extends LineRange {
  /** The stretch in which its text is found, without links that a pipe has cut. */
  readonly stretch: Stretch;
  readonly isCut: boolean;
  readonly cells: readonly Cell[];
}

const BACKSLASH = "\\".charCodeAt(0);

function trimmed(text: string, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return { from: start, to: end };
}

/** The cells between unescaped pipes; links never hold an unescaped pipe. */
export function splitCells(text: string, row: Range): readonly Range[] {
  const words = text.slice(row.from, row.to);
  const cells: Range[] = [];
  let from = 0;
  for (let pipe = words.indexOf("|"); pipe >= 0; pipe = words.indexOf("|", pipe + 1)) {
    if (text.charCodeAt(row.from + pipe - 1) === BACKSLASH) continue;
    cells.push(trimmed(text, row.from + from, row.from + pipe));
    from = pipe + 1;
  }
  cells.push(trimmed(text, row.from + from, row.to));
  const [first, last] = [cells[0], cells.at(-1)];
  if (cells.length > 1 && last && last.from === last.to) cells.pop();
  if (cells.length > 1 && first && first.from === first.to) cells.shift();
  return cells;
}

export function isDelimiter(row: string): boolean {
  return row.includes("-") && /^[\s|:-]+$/.test(row);
}

/** Reads a row of a table; `columns` are those of its table. */
function readRow(range: LineRange, columns: readonly Column[], reading: Reading): Row {
  const cut = dropCutLinks(range, reading);
  const isCut = cut.length > 0;
  const stretch = isCut ? withoutCutLinks(range, cut, reading) : reading.visible;
  const { text, base } = isCut ? stretch : reading.written;
  const ranges = splitCells(text, { from: range.from - base, to: range.to - base });
  const cells = ranges.map((cell, number): Cell => {
    const [from, to] = [base + cell.from, base + cell.to];
    const words = textBetween(stretch, from, to);
    return { from, to, words, column: columns[number] ?? NO_COLUMN, number, links: reading.take(from, to, range.line) };
  });
  return { from: range.from, to: range.to, line: range.line, stretch, isCut, cells };
}

/** The rows on the lines of a table, but for its delimiter row and a header that names nothing to study. */
export function readRows(ranges: readonly LineRange[], reading: Reading): readonly Row[] {
  const { text } = reading;
  const [first, second] = ranges;
  const header = first && second && isDelimiter(text.slice(second.from, second.to)) ? first : null;
  const columns = header
    ? splitCells(text, header).map(({ from, to }) => columnOf(withoutMarks(text.slice(from, to))))
    : [];
  const top = header ? [readRow(header, [], reading)] : [];
  const isNamed = top.some(({ isCut, cells }) => isCut || cells.some(({ links }) => links.length > 0));
  const rows = ranges.slice(header ? 2 : 0).map((range) => readRow(range, columns, reading));
  return isNamed ? [...top, ...rows] : rows;
}

/** The scale of each column of stars, by its number. */
export type StarScales = ReadonlyMap<number, number>;

/** So many rated rows tell the scale of a column that never goes beyond three stars. */
const ENOUGH_ROWS = 4;
const SMALL_SCALE = 3;

/** The columns of a table in which some cell holds a run of stars, so that one star alone is a value there. */
export function starScales(rows: readonly Row[]): StarScales {
  const columns = new Map<number, RatingMatch[]>();
  for (const { cells } of rows)
    for (const { number, words } of cells) {
      const rating = findStars(words) ?? findStarCodes(words) ?? readLoneStar(words);
      if (rating) addToGroup(columns, number, rating);
    }
  const runs = [...columns].filter(([, ratings]) => ratings.some(({ value, hollow }) => value > 1 || hollow > 0));
  return new Map(runs.map(([column, ratings]) => [column, scaleOf(ratings)]));
}

function scaleOf(ratings: readonly RatingMatch[]): number {
  const isSmall =
    ratings.length >= ENOUGH_ROWS &&
    ratings.every(({ value }) => value <= SMALL_SCALE) &&
    ratings.some(({ value }) => value === SMALL_SCALE);
  return isSmall && ratings.every(({ hollow }) => hollow === 0) ? SMALL_SCALE : Infinity;
}
