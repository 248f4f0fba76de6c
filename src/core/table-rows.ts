// The rows and cells of a table: where each stands, its column's header, and the links in it.
import type { Reading } from "./content";
import { dropCutLinks, mayHoldCutLinks, withoutCutLinks } from "./cut-links";
import { NONE } from "./none";
import { findStarCodes, findStars } from "./rating";
import { textBetween, type LineRange, type Range, type Stretch } from "./range";
import { plain } from "./words";
import type { WrittenLink } from "./written";

/** What stands between two pipes, without the space around it. */
export class Cell implements Range {
  constructor(
    readonly from: number,
    readonly to: number,
    /** The column's header; "" where it has none. */
    readonly header: string,
    /** Counted from 0. */
    readonly column: number,
    readonly links: readonly WrittenLink[],
    private readonly visible: Stretch,
  ) {}

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  get words(): string {
    return textBetween(this.visible, this.from, this.to);
  }

  /** Its part before an offset in it. */
  upTo(offset: number): Cell {
    const links = this.links.filter(({ to }) => to <= offset);
    return new Cell(this.from, offset, this.header, this.column, links, this.visible);
  }
}

/** A row of a table. */
export class Row implements Range {
  private known: readonly Cell[] | null = null;

  constructor(
    readonly from: number,
    readonly to: number,
    readonly line: number,
    /** Where its text is found, without links that a pipe has cut. */
    readonly stretch: Stretch,
    readonly isCut: boolean,
    /** Its link, where that is the only one and begins its first cell, as in most rows; else null. */
    readonly only: WrittenLink | null,
    private readonly split: () => readonly Cell[],
  ) {}

  /** Of a row with an only link these are found when somebody asks, and bear no links. */
  get cells(): readonly Cell[] {
    return (this.known ??= this.split());
  }
}

const STARS = /[★⭐🌟]|:star:/u;
const [SPACE, BACKSLASH] = [" ".charCodeAt(0), "\\".charCodeAt(0)];

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || ((code < SPACE || code > 0x7f) && text.charAt(at).trim() === "");
}

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

function rowRanges(text: string, section: Range): readonly Range[] {
  const rows: Range[] = [];
  let from = section.from;
  while (from < section.to) {
    const end = text.indexOf("\n", from);
    const to = end < 0 || end > section.to ? section.to : end;
    rows.push({ from, to: text[to - 1] === "\r" ? to - 1 : to });
    from = to + 1;
  }
  return rows;
}

export function isDelimiter(row: string): boolean {
  return row.includes("-") && /^[\s|:-]+$/.test(row);
}

/** Where the cell around an offset ends in a row that ends at `to`. */
export function endOfCell(text: string, from: number, to: number): number {
  let pipe = text.indexOf("|", from);
  while (pipe > 0 && pipe < to && text.charCodeAt(pipe - 1) === BACKSLASH) pipe = text.indexOf("|", pipe + 1);
  let end = pipe < 0 || pipe > to ? to : pipe;
  while (end > from && isBlank(text, end - 1)) end--;
  return end;
}

/** The link that is the only one in a row and begins it; null, and takes none, where that is not so. */
function onlyLink({ from, to }: Range, reading: Reading): WrittenLink | null {
  const isPlain = reading.text.startsWith("| [[", from) && !reading.text.startsWith("#", from + 4);
  return isPlain ? reading.takeOnly(from + 2, to) : null;
}

/** A row of a table as read; `headers` are those of its columns. */
function readRow(range: LineRange, headers: readonly string[], mayBeCut: boolean, reading: Reading): Row {
  const { from, to, line } = range;
  const only = mayBeCut ? null : onlyLink(range, reading);
  if (only) return new Row(from, to, line, reading.visible, false, only, () => cellsOf(range, headers, reading.written, reading.visible, () => NONE));
  const cut = mayBeCut ? dropCutLinks(range, reading) : NONE;
  const isCut = cut.length > 0;
  const stretch = isCut ? withoutCutLinks(range, cut, reading) : reading.visible;
  const cells = cellsOf(range, headers, isCut ? stretch : reading.written, stretch, (start, end) => reading.take(start, end, line));
  return new Row(from, to, line, stretch, isCut, null, () => cells);
}

/** The cells of a row. `source` is where its pipes are found, `stretch` its text. */
function cellsOf({ from, to }: Range, headers: readonly string[], { text, base }: Stretch, stretch: Stretch, linksIn: (from: number, to: number) => readonly WrittenLink[]): readonly Cell[] {
  return splitCells(text, { from: from - base, to: to - base }).map((cell, column) => {
    const [start, end] = [base + cell.from, base + cell.to];
    return new Cell(start, end, headers[column] ?? "", column, linksIn(start, end), stretch);
  });
}

/** The rows of a table, but for its delimiter row and a header that names nothing to study; `source` is the table's text. */
export function readRows(section: LineRange, source: string, reading: Reading): readonly Row[] {
  const { text } = reading;
  const ranges = rowRanges(text, section);
  const hasHeader = ranges[1] !== undefined && isDelimiter(text.slice(ranges[1].from, ranges[1].to));
  const headers = hasHeader && ranges[0] ? splitCells(text, ranges[0]).map(({ from, to }) => plain(text.slice(from, to))) : NONE;
  const mayBeCut = mayHoldCutLinks(source);
  return ranges.flatMap(({ from, to }, index) => {
    if (hasHeader && index === 1) return [];
    const isHeader = hasHeader && index === 0;
    const row = readRow({ from, to, line: section.line + index }, isHeader ? NONE : headers, mayBeCut, reading);
    return isHeader && !text.slice(from, to).includes("[[") && row.cells.every(({ links }) => links.length === 0) ? [] : [row];
  });
}

/** The columns of a table in which some cell holds a run of stars, so that one star alone is a value there. Found when somebody asks. */
export class StarColumns {
  private readonly mayHaveStars: boolean;
  private found: ReadonlySet<number> | null = null;

  constructor(
    private readonly rows: readonly Row[],
    /** The text of the table. */
    source: string,
  ) {
    this.mayHaveStars = STARS.test(source);
  }

  has(column: number): boolean {
    return this.mayHaveStars && (this.found ??= this.find()).has(column);
  }

  private find(): ReadonlySet<number> {
    const columns = new Set<number>();
    for (const { cells } of this.rows) {
      cells.forEach(({ words }, column) => {
        if (findStars(words) ?? findStarCodes(words)) columns.add(column);
      });
    }
    return columns;
  }
}
