// The rows and cells of a table: where each stands, its column's header, and the links in it.
import type { Reading } from "./content";
import { dropCutLinks, withoutCutLinks } from "./cut-links";
import { NONE } from "../base/none";
import { findStarCodes, findStars } from "../notation/rating";
import { textBetween, type LineRange, type Range, type Stretch } from "../base/range";
import { isBlank } from "../notation/char-classes";
import { withoutMarks } from "../notation/words";
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

/** The headers of a table's columns, read when somebody asks. */
class Headers {
  private known: readonly string[] | null = null;

  constructor(
    private readonly text: string,
    /** Their row; null where there is none. */
    private readonly row: Range | null,
  ) {}

  /** "" where the column has none. */
  of(column: number): string {
    this.known ??=
      this.row === null
        ? NONE
        : splitCells(this.text, this.row).map(({ from, to }) => withoutMarks(this.text.slice(from, to)));
    return this.known[column] ?? "";
  }
}

/** A row of a table. */
export class Row implements Range {
  private known: readonly Cell[] | null;

  constructor(
    readonly from: number,
    readonly to: number,
    readonly line: number,
    /** Where its text is found, without links that a pipe has cut. */
    readonly stretch: Stretch,
    readonly isCut: boolean,
    /** Its link, where that is the only one and begins its first cell, as in most rows; else null. */
    readonly only: WrittenLink | null,
    /** Where its pipes are found. */
    private readonly source: Stretch,
    private readonly headers: Headers,
    /** Gives the links that stand in a cell; null where these are not to be found any more. */
    linksIn: ((from: number, to: number) => readonly WrittenLink[]) | null,
  ) {
    this.known = linksIn && this.split(linksIn);
  }

  /** Of a row with an only link these are found when somebody asks, and bear no links. */
  get cells(): readonly Cell[] {
    return (this.known ??= this.split(() => NONE));
  }

  private split(linksIn: (from: number, to: number) => readonly WrittenLink[]): readonly Cell[] {
    const { text, base } = this.source;
    return splitCells(text, { from: this.from - base, to: this.to - base }).map((cell, column) => {
      const [from, to] = [base + cell.from, base + cell.to];
      return new Cell(from, to, this.headers.of(column), column, linksIn(from, to), this.stretch);
    });
  }
}

const NO_HEADERS = new Headers("", null);
const STARS = /[★⭐🌟]|:star:/u;
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

function rowRanges(text: string, section: LineRange): readonly LineRange[] {
  const rows: LineRange[] = [];
  let from = section.from;
  for (let line = section.line; from < section.to; line++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 || end > section.to ? section.to : end;
    rows.push({ from, to: text[to - 1] === "\r" ? to - 1 : to, line });
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

/** The link that is the only one in a row and begins it, where no other follows that a pipe has cut; null, and takes none, where that is not so. Of one that is cut itself the cache knows nothing. */
function onlyLink({ from, to }: Range, reading: Reading): WrittenLink | null {
  const { text } = reading;
  if (!text.startsWith("| [[", from) || text.startsWith("#", from + 4)) return null;
  const second = text.indexOf("[[", from + 4);
  return second < 0 || second >= to ? reading.takeOnly(from + 2, to) : null;
}

/** A row of a table as read. */
function readRow(range: LineRange, headers: Headers, reading: Reading): Row {
  const { from, to, line } = range;
  const { written, visible } = reading;
  const only = onlyLink(range, reading);
  if (only) return new Row(from, to, line, visible, false, only, written, headers, null);
  const cut = dropCutLinks(range, reading);
  const isCut = cut.length > 0;
  const stretch = isCut ? withoutCutLinks(range, cut, reading) : visible;
  return new Row(from, to, line, stretch, isCut, null, isCut ? stretch : written, headers, (start, end) =>
    reading.take(start, end, line),
  );
}

/** The row of a table's headers as read; null where it names nothing to study. */
function readHeader(range: LineRange, reading: Reading): Row | null {
  const { from, to } = range;
  const mayHoldCut = reading.text.slice(from, to).includes("[[");
  if (!mayHoldCut && !reading.mayHoldLinks(from, to)) return null;
  const row = readRow(range, NO_HEADERS, reading);
  return mayHoldCut || row.cells.some(({ links }) => links.length > 0) ? row : null;
}

/** The rows of a table, but for its delimiter row and a header that names nothing to study. */
export function readRows(section: LineRange, reading: Reading): readonly Row[] {
  const { text } = reading;
  const ranges = rowRanges(text, section);
  const [first, second] = ranges;
  const header = first && second && isDelimiter(text.slice(second.from, second.to)) ? first : null;
  const headers = new Headers(text, header);
  const top = header && readHeader(header, reading);
  const rows = top ? [top] : [];
  for (let index = header ? 2 : 0; index < ranges.length; index++) {
    const range = ranges[index];
    if (range) rows.push(readRow(range, headers, reading));
  }
  return rows;
}

/** The columns of a table in which some cell holds a run of stars, so that one star alone is a value there. Found when somebody asks. */
export class StarColumns {
  private found: ReadonlySet<number> | null = null;

  constructor(
    private readonly rows: readonly Row[],
    /** Where the text of the table is found. */
    private readonly written: Stretch,
    private readonly section: Range,
  ) {}

  has(column: number): boolean {
    return (this.found ??= this.find()).has(column);
  }

  private find(): ReadonlySet<number> {
    const columns = new Set<number>();
    if (!STARS.test(textBetween(this.written, this.section.from, this.section.to))) return columns;
    for (const { cells } of this.rows) {
      cells.forEach(({ words }, column) => {
        if (findStars(words) ?? findStarCodes(words)) columns.add(column);
      });
    }
    return columns;
  }
}
