// Writes a rating into a map, or takes it out. The looks of a rating are up to rating-style.ts.
import { findStarCodes, findStars, isRatingHeader } from "../notation/rating";
import { commonest, rewritten, runOf, type Style } from "./rating-style";
import { lineEdit, linesIn, linesOf } from "./lines";
import type { TextEdit } from "./text-edit";
import { isLink } from "../roadmap/map-marks";
import { entriesOfRoadmap, type Entry, type Roadmap } from "../roadmap/model";
import type { Range } from "../base/range";
import { TASK_FIELD } from "../notation/task-signs";
import { isDelimiter, splitCells } from "../read/table-rows";

/**
 * Why a rating cannot be written: it is above the entry's scale, the table has no column for it,
 * or the map's text has changed since it was read.
 */
export type RatingRefusal = "scale" | "column" | "stale";

interface Line {
  readonly number: number;
  readonly text: string;
  /** The offset of its first character in the note. */
  readonly from: number;
}

/** The things that have to stay at the end of a line: the dates of a task, a block id, a comment. */
const END = new RegExp(`(?:\\s*(?:${TASK_FIELD}|\\^[\\w-]+|%%[^%]*%%))*\\s*$`, "u");
/** All that stands between the text of an entry and the next link: a separator, and emphasis that opens. */
const BETWEEN = /[\s/·,、，|&+;；]*(?:\*\*|__|~~|==|[*_])?$/u;
const NO_VALUE = /^[\s\-—–?？]*$/u;
const SOFT = "，,；;、·";
const OPENING = /[（([【]\s*$/u;
const CLOSING = /^\s*[）)\]】]/u;

function lineAt(text: string, offset: number): Line {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const number = text.slice(0, from).split("\n").length - 1;
  return { number, from, text: text.slice(from, end < 0 ? text.length : end).replace(/\r$/, "") };
}

/** Other words for a line. */
interface Rewrite {
  readonly line: Line;
  readonly words: string;
}

function replaced(line: Line, { from, to }: Range, words: string): Rewrite {
  return { line, words: line.text.slice(0, from) + words + line.text.slice(to) };
}

/**
 * Takes words out of a line, with the brackets that held nothing else, one separator, and the space that is left over.
 */
function without(line: Line, { from, to }: Range): Rewrite {
  const [open, close] = [OPENING.exec(line.text.slice(0, from)), CLOSING.exec(line.text.slice(to))];
  const [start, end] = open && close ? [open.index, to + close[0].length] : [from, to];
  const [before, after] = [line.text.slice(0, start), line.text.slice(end)];
  let [left, right] = [before.trimEnd(), after.trimStart()];
  if (isSoft(left.slice(-1)) && /^(?:$|[，,；;、·（）()【】[\]])/u.test(right)) left = left.slice(0, -1).trimEnd();
  else if (isSoft(right.charAt(0)) && /[（([【—–]$/u.test(left)) right = right.slice(1).trimStart();
  const hasGap =
    right !== "" &&
    !isSoft(right.charAt(0)) &&
    before.length + after.length > before.trimEnd().length + after.trimStart().length;
  return replaced(line, { from: 0, to: line.text.length }, left + (hasGap ? " " : "") + (right === "" ? after : right));
}

function isSoft(character: string): boolean {
  return character !== "" && SOFT.includes(character);
}

/** The rows of the table around a line, its delimiter row first; null where the line is in none. */
function tableAround(
  lines: readonly string[],
  number: number,
): { readonly header: string; readonly rows: readonly string[] } | null {
  let top = number;
  while (top > 0 && lines[top]?.includes("|") === true && !isDelimiter(lines[top] ?? "")) top--;
  if (!isDelimiter(lines[top] ?? "") || top === number || lines[top - 1]?.includes("|") !== true) return null;
  const end = lines.findIndex((line, index) => index > top && !line.includes("|"));
  return { header: lines[top - 1] ?? "", rows: lines.slice(top + 1, end < 0 ? lines.length : end) };
}

function cellsOf(row: string): readonly Range[] {
  return splitCells(row, { from: 0, to: row.length });
}

/** The column in which a table's ratings stand; null where it has none. */
function starColumn({ header, rows }: NonNullable<ReturnType<typeof tableAround>>): number | null {
  const count = new Map<number, number>();
  const add = (column: number, weight: number): void => void count.set(column, (count.get(column) ?? 0) + weight);
  for (const row of rows)
    cellsOf(row).forEach(
      ({ from, to }, column) =>
        (findStars(row.slice(from, to)) ?? findStarCodes(row.slice(from, to))) && add(column, 1),
    );
  cellsOf(header).forEach(({ from, to }, column) => isRatingHeader(header.slice(from, to)) && add(column, 0.5));
  const [best] = [...count].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** Adds a run behind the text of an entry, which ends before the next one on its line. */
function behindText(line: Line, from: number, to: number, run: string): Rewrite {
  const isLast = to === line.text.length;
  const words = line.text.slice(from, to).replace(isLast ? END : BETWEEN, "");
  const at = from + words.length;
  return replaced(line, { from: at, to: at }, ` ${run}`);
}

/** Adds a run in a table; null where the row has no place for it. */
function inTable(line: Line, column: number, link: Range, next: number, run: string, isFirst: boolean): Rewrite | null {
  const cell = cellsOf(line.text)[column];
  if (!cell) return null;
  if (cell.from <= link.from && link.to <= cell.to) return behindText(line, link.to, Math.min(next, cell.to), run);
  if (!isFirst) return null;
  const words = line.text.slice(cell.from, cell.to);
  if (words === "")
    return replaced(line, { from: line.text.slice(0, cell.from).trimEnd().length, to: cell.to }, ` ${run} `);
  return NO_VALUE.test(words) ? replaced(line, cell, run) : replaced(line, { from: cell.to, to: cell.to }, ` ${run}`);
}

function added(roadmap: Roadmap, { link }: Entry, text: string, style: Style, value: number): Rewrite | RatingRefusal {
  if (value > style.of) return "scale";
  const line = lineAt(text, link.to);
  const [from, to] = [link.from - line.from, link.to - line.from];
  const others = entriesOfRoadmap(roadmap)
    .map((other) => other.link.from - line.from)
    .filter((at) => at !== from && at >= 0 && at < line.text.length);
  const next = Math.min(line.text.length, ...others.filter((at) => at > from));
  const table = tableAround(linesOf(text), line.number);
  if (!table) return behindText(line, to, next, runOf(style, value));
  const column = starColumn(table);
  return (
    (column === null
      ? null
      : inTable(
          line,
          column,
          { from, to },
          next,
          runOf(style, value),
          others.every((at) => at > from),
        )) ?? "column"
  );
}

/** The edit that gives an entry a rating, or with 0 takes it away; null where there is nothing to change. */
function ratingEdit(
  roadmap: Roadmap,
  entry: Entry,
  text: string,
  value: number,
  usual: Style,
): Rewrite | RatingRefusal | null {
  const { link, rating } = entry;
  if (!isLink(text.slice(link.from, link.to), link)) return "stale";
  if (!rating) return value === 0 ? null : added(roadmap, entry, text, usual, value);
  if (value > rating.of) return "scale";
  const line = lineAt(text, rating.range.from);
  const range = { from: rating.range.from - line.from, to: rating.range.to - line.from };
  if (value === 0) return without(line, range);
  return value === rating.value
    ? null
    : replaced(line, range, rewritten(line.text.slice(range.from, range.to), rating, value, usual));
}

/**
 * The edits that give entries of a map a rating, or with 0 take theirs away, and why some cannot be.
 * `text` is the map's, as the roadmap was read from it.
 */
export function ratingEdits(
  roadmap: Roadmap,
  entries: readonly Entry[],
  text: string,
  value: number,
): { readonly edits: readonly TextEdit[]; readonly refused: readonly RatingRefusal[] } {
  const usual = commonest(roadmap, text);
  const refused: RatingRefusal[] = [];
  let after = text;
  // From the end on, so that what is known of the entries before still holds.
  for (const entry of [...entries].sort((a, b) => b.link.from - a.link.from)) {
    const edit = ratingEdit(roadmap, entry, after, value, usual);
    if (typeof edit === "string") refused.push(edit);
    else if (edit) after = rewrittenLine(after, edit);
  }
  const lines = linesOf(after);
  return {
    refused,
    edits: linesIn(text).flatMap((line, index) =>
      line.words === lines[index] ? [] : [lineEdit(roadmap.path, line, lines[index] ?? "")],
    ),
  };
}

function rewrittenLine(text: string, { line, words }: Rewrite): string {
  return text.slice(0, line.from) + words + text.slice(line.from + line.text.length);
}
