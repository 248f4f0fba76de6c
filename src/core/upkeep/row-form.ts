// A new row beside others: an item with their bullet and box, cells in the shape of theirs, or a bare line.
import { commonestOf } from "./commonest";
import { haveRemarks, remarkBehind, remarkLike } from "./remark-form";
import { ITEM, type SectionRow, type TextLines } from "./section-rows";

/** A row as it is to be written, and the rows that it takes after. */
interface RowForm {
  readonly of: TextLines;
  /** The row that it stands beside. */
  readonly beside: SectionRow;
  /** All rows of the section that are of the same kind. */
  readonly siblings: readonly SectionRow[];
  readonly link: string;
  /** Null where the note says nothing about itself. */
  readonly brief: string | null;
}

const ENOUGH = 4 / 5;
const EMPHASIS = /(?:\*\*|__|==|\*|_)$/;
const REMARK_HEADER =
  /说明|描述|简介|备注|介绍|要点|內容|内容|摘要|descri|summary|notes?$|about|brief|remark|comment/iu;

function lineOf({ lines }: TextLines, { line }: SectionRow): string {
  return lines[line] ?? "";
}

/** The words between the bullet of an item and its link: a sign, emphasis. */
function beforeLink(of: TextLines, row: SectionRow): string {
  const from = ITEM.exec(lineOf(of, row))?.[0].length ?? 0;
  const start = of.starts[row.line] ?? 0;
  return of.text.slice(start + from, Math.max(row.entries[0]?.link.from ?? start + from, start + from));
}

/** The text that four of five siblings have before their links; "" where they differ. */
function sharedBefore({ of, siblings }: RowForm): string {
  const all = siblings.map((row) => beforeLink(of, row));
  const commonest = commonestOf(all) ?? "";
  const isShared = siblings.length > 1 && all.filter((one) => one === commonest).length >= ENOUGH * all.length;
  return isShared ? commonest : "";
}

function linkAndRemark(form: RowForm): string {
  const before = sharedBefore(form);
  const emphasis = EMPHASIS.exec(before)?.[0] ?? "";
  const remark = form.brief === null ? "" : remarkBehind(form.of, form.siblings, form.brief);
  return before + form.link + emphasis + remark;
}

function itemLine(form: RowForm): string {
  const [, indent = "", marker = "-", space = " ", box = ""] = ITEM.exec(lineOf(form.of, form.beside)) ?? [];
  return indent + marker + space + box.replace(/\[.\]/u, "[ ]") + linkAndRemark(form);
}

function bareLine(form: RowForm): string {
  const { of, beside } = form;
  const line = lineOf(of, beside);
  const quotes = /^(?:\s*>)*\s*/.exec(line)?.[0] ?? "";
  const lineBreak = / {2}$|\\$|<br\s*\/?>$/.exec(line)?.[0] ?? "";
  return quotes + linkAndRemark(form) + lineBreak;
}

/** The parts of a row of a table between its unescaped pipes, white space included. */
export function partsOfRow(row: string): readonly string[] {
  return row
    .replace(/\\\|/g, "\0")
    .split("|")
    .map((part) => part.replaceAll("\0", "\\|"));
}

/** The column that most links of the siblings stand in. */
function linkColumn({ of, siblings }: RowForm): number {
  const columns = siblings.flatMap((row) => {
    const from = (row.entries[0]?.link.from ?? 0) - (of.starts[row.line] ?? 0);
    return partsOfRow(lineOf(of, row).slice(0, from)).length - 1;
  });
  return commonestOf(columns) ?? 0;
}

/** The header of the table that a row stands in, as parts; none where it has none. */
function headerParts({ of: { lines }, beside }: RowForm): readonly string[] {
  let top = beside.line;
  while (top > 0 && (lines[top - 1] ?? "").includes("|")) top--;
  return partsOfRow(lines[top] ?? "");
}

/** The number that follows those of a column; null where these are no numbers in sequence. */
function nextNumber(column: readonly string[], at: number): string | null {
  const numbers = column.map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : NaN));
  const [first] = numbers;
  if (first === undefined || !numbers.every((number, index) => number === first + index)) return null;
  return String((numbers[at] ?? NaN) + 1);
}

/** A cell with words in it, in the shape that the others of its column have; `isEven` where all are as wide. */
function cellLike(words: string, column: readonly string[], isEven: boolean): string {
  const empty = column.find((part) => part.trim() === "");
  if (words === "" && empty !== undefined) return empty;
  const example = column.find((part) => part.trim() !== "") ?? ` ${words} `;
  const [before, after] = [/^\s*/.exec(example)?.[0] ?? "", /\s*$/.exec(example)?.[0] ?? ""];
  if (isEven) return (before + words).padEnd(example.length);
  const space = (white: string): string => white.slice(0, 1);
  return words === "" ? space(before + after) : space(before) + words + space(after);
}

/** True if all rows of a table are as long, header and all, since their author keeps the columns even. */
function areEven(rows: readonly (readonly string[])[]): boolean {
  const widths = rows.map((row) => row.map(({ length }) => length).join(" "));
  return rows.length > 2 && new Set(widths).size === 1;
}

function rowLine(form: RowForm): string {
  const { of, beside, siblings, link, brief } = form;
  const shape = partsOfRow(lineOf(of, beside));
  const rows = siblings.map((row) => partsOfRow(lineOf(of, row)));
  const at = siblings.indexOf(beside);
  const [links, header] = [linkColumn(form), headerParts(form)];
  const isRemark = (column: number): boolean => column !== links && REMARK_HEADER.test(header[column] ?? "");
  const remark = brief !== null && haveRemarks(siblings) ? (remarkLike(brief, siblings) ?? "") : "";
  const remarkColumn = shape.findIndex((_, column) => isRemark(column));
  const isEdge = (column: number): boolean => column === 0 || column === shape.length - 1;
  const isEven = areEven([header, ...rows]);
  const cells = shape.map((part, column) => {
    if (isEdge(column) && part.replaceAll(">", "").trim() === "") return part;
    const others = rows.map((row) => row[column] ?? "");
    if (column === links) return cellLike(link, others, isEven);
    if (column === remarkColumn) return cellLike(remark.replaceAll("|", "\\|"), others, isEven);
    return cellLike(nextNumber(others, at) ?? "", others, isEven);
  });
  return cells.join("|");
}

/** The line of a new row, without its line end; its number, where it has one, is that of the row beside it. */
export function rowLike(form: RowForm): string {
  const { kind } = form.beside;
  return kind === "item" ? itemLine(form) : kind === "cells" ? rowLine(form) : bareLine(form);
}
