// Tables: each row's links are entries; the other cells speak about the first of them, by their column's header.
import { AnnotationDraft, merged, NO_ANNOTATION } from "./annotation";
import type { ContentDraft, Reading } from "./content";
import { halfWidth } from "./length";
import type { EntryDraft, Saying } from "./entry-draft";
import { isMention, readLine, type LineReading } from "./line";
import type { Range } from "./range";
import { findStarCodes, findStars, isPlainHeader, isRatingHeader, readFraction, readLoneStar } from "./rating";
import { plain } from "./words";
import type { Annotation, Length, Rating, WrittenLink, WrittenRelation } from "./written";

/** What stands between two pipes, without the space around it. */
interface Cell extends Range {
  readonly words: string;
  readonly header: string;
  readonly links: readonly WrittenLink[];
}

interface Row extends Range {
  readonly line: number;
  readonly cells: readonly Cell[];
}

const CUT_LINK = /!?\[\[[^[\]|\\\n]*\|[^[\]\n]*\]\]/g;
const LINES_HEADER = /^(?:lines|loc|行数|行數)$/i;
const STATUS_HEADER = /^(?:status|状态|狀態)$/i;
const NUMBER = /^\d+[.)]?$/;
const STARS = /[★⭐🌟]|:star:/u;
const NONE: readonly never[] = [];
const [PIPE, BACKSLASH] = ["|".charCodeAt(0), "\\".charCodeAt(0)];

function trimmed(text: string, from: number, to: number): Range {
  const words = text.slice(from, to);
  const start = to - words.trimStart().length;
  return { from: start, to: Math.max(start, from + words.trimEnd().length) };
}

/** The cells between unescaped pipes; links never hold an unescaped pipe. */
export function splitCells(text: string, row: Range): readonly Range[] {
  const cells: Range[] = [];
  let from = row.from;
  for (let at = row.from; at <= row.to; at++) {
    if (at < row.to && (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH)) continue;
    cells.push(trimmed(text, from, at));
    from = at + 1;
  }
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

function readRows(section: Range, line: number, reading: Reading): readonly Row[] {
  const { text } = reading;
  const ranges = rowRanges(text, section);
  const hasHeader = ranges[1] !== undefined && isDelimiter(text.slice(ranges[1].from, ranges[1].to));
  const headers = hasHeader && ranges[0] ? splitCells(text, ranges[0]).map(({ from, to }) => plain(text.slice(from, to))) : [];
  return ranges.flatMap((range, index) => {
    if (hasHeader && index === 1) return [];
    const cells = splitCells(text, range).map((cell, column) => ({
      from: cell.from,
      to: cell.to,
      words: reading.visible(cell),
      header: index === 0 && hasHeader ? "" : (headers[column] ?? ""),
      links: reading.take(cell, line + index),
    }));
    const isHeaderOnly = hasHeader && index === 0 && !text.slice(range.from, range.to).includes("[[") && cells.every(({ links }) => links.length === 0);
    return isHeaderOnly ? [] : [{ from: range.from, to: range.to, line: line + index, cells }];
  });
}

/** The columns in which some cell holds a run of stars, so that one star alone is a value there. */
function starColumns(text: string, rows: readonly Row[]): ReadonlySet<number> {
  const columns = new Set<number>();
  if (!STARS.test(text)) return columns;
  for (const row of rows) {
    row.cells.forEach(({ words }, column) => {
      if (findStars(words) ?? findStarCodes(words)) columns.add(column);
    });
  }
  return columns;
}

function labelled(rating: Rating | null, header: string): Rating | null {
  return rating === null || header === "" || isPlainHeader(header) ? rating : { ...rating, label: header };
}

function bareLines({ words, header, from }: Cell): Length | null {
  const value = LINES_HEADER.test(header) ? /^[~～约]?\s*(\d[\d,]*)\+?$/.exec(halfWidth(words))?.[1] : undefined;
  if (value === undefined) return null;
  return { value: Number(value.replaceAll(",", "")), unit: "lines", range: { from, to: from + words.length } };
}

/** What a cell that names no entry says about its row. */
function readCell(cell: Cell, isStarColumn: boolean): Annotation {
  const { words, header, from } = cell;
  const special = isStarColumn ? readLoneStar(words) : isRatingHeader(header) ? readFraction(words) : null;
  if (special) return { ...NO_ANNOTATION, rating: labelled({ ...special, label: null, range: { from, to: cell.to } }, header) };
  const length = bareLines(cell);
  if (length) return { ...NO_ANNOTATION, length };
  if (STATUS_HEADER.test(header)) return { ...NO_ANNOTATION, status: words };
  const about = new AnnotationDraft().read(words, from);
  about.rating = labelled(about.rating, header);
  return about;
}

/** The label of a row: the words of its first cell, if that has no link, is more than a number and no mere value. */
function rowLabel(row: Row, stars: ReadonlySet<number>): string | null {
  const first = row.cells[0];
  if (!first || first.links.length > 0 || !/[^\d\s.、)）#-]/u.test(first.words)) return null;
  const { remark } = readCell(first, stars.has(0));
  return remark === null ? null : plain(remark);
}

/** What the cells of a row that name no entry say about the first that does. */
class RowSaying implements Saying {
  private readonly cells: { readonly cell: Cell; readonly isStarColumn: boolean; readonly isHead: boolean }[] = [];

  /** Of the cell that names the row the words are the label; its values count. */
  add({ from, to, words, header }: Cell, isStarColumn: boolean, isHead: boolean): void {
    this.cells.push({ cell: { from, to, words, header, links: NONE }, isStarColumn, isHead });
  }

  get isEmpty(): boolean {
    return this.cells.length === 0;
  }

  read(): Annotation {
    const said = this.cells.map(({ cell, isStarColumn }) => readCell(cell, isStarColumn));
    const { rating, key, hot, length, status } = said.reduce(merged, NO_ANNOTATION);
    const remarks = said.flatMap(({ remark }, index) => (this.cells[index]?.isHead === true ? [] : (remark ?? [])));
    return { rating, key, hot, length, status, remark: remarks.length === 0 ? null : remarks.join(" · ") };
  }
}

/** What a row states, cell by cell. */
class RowDraft {
  private readonly entries: EntryDraft[] = [];
  private readonly relations: WrittenRelation[] = [];
  private readonly unused: LineReading["unused"][number][] = [];
  private readonly mentions: WrittenLink[] = [];
  private readonly saying = new RowSaying();

  /** Takes a cell: entries of its links, unless they are only mentioned, and else what it says about the row. */
  add(cell: Cell, isStarColumn: boolean): void {
    const mentioned = this.entries.length > 0 ? countMentions(cell) : 0;
    this.mentions.push(...cell.links.slice(0, mentioned));
    if (mentioned === cell.links.length) {
      this.saying.add(cell, isStarColumn, false);
      return;
    }
    const { from, to, words } = cell;
    const read = readLine({ from, to, words, links: cell.links.slice(mentioned), task: null });
    this.entries.push(...read.entries);
    this.relations.push(...read.relations);
    this.unused.push(...read.unused);
  }

  /** Takes the cell that names the row. */
  addHead(cell: Cell, isStarColumn: boolean): void {
    this.saying.add(cell, isStarColumn, true);
  }

  /** The row's reading. Its label is the title of a lone link without alias. */
  finish(label: string | null): LineReading {
    const [first, ...others] = this.entries;
    if (first) {
      if (!this.saying.isEmpty) first.row = this.saying;
      if (this.mentions.length > 0) first.mentions = [...first.mentions, ...this.mentions];
      if (label !== null && others.length === 0 && first.link.alias === null) first.title = label;
      for (const entry of this.entries) entry.label ??= label;
    }
    for (const link of first ? [] : this.mentions) this.unused.push({ link, why: "prose" });
    return { entries: this.entries, relations: this.relations, unused: this.unused };
  }
}

/** How many of a cell's links, from its first, are only mentioned. */
function countMentions({ words, from, links }: Cell): number {
  const end = links.findIndex((link, index) => !isMention(link, words.slice((links[index - 1]?.to ?? from) - from, link.from - from)));
  return end < 0 ? links.length : end;
}

function readRow(row: Row, stars: ReadonlySet<number>): LineReading {
  const label = rowLabel(row, stars);
  const draft = new RowDraft();
  row.cells.forEach((cell, column) => {
    const isHead = column === 0 && cell.links.length === 0 && NUMBER.test(cell.words);
    if (cell.words === "" || isHead) return;
    if (column === 0 && label !== null) draft.addHead(cell, stars.has(column));
    else draft.add(cell, stars.has(column));
  });
  return draft.finish(label);
}

/** Bold names in a row without links are topics. */
function nameTopics(row: Row, text: string, content: ContentDraft): void {
  for (const match of text.slice(row.from, row.to).matchAll(/\*\*([^*|]+)\*\*/g)) content.name((match[1] ?? "").trim(), match[0], row.line);
}

/** Wikilinks that an unescaped pipe has cut: Obsidian cannot follow them. */
function dropCutLinks(row: Row, reading: Reading): boolean {
  const known = new Set(row.cells.flatMap(({ links }) => links.map(({ from }) => from)));
  const cut = [...reading.text.slice(row.from, row.to).matchAll(CUT_LINK)].filter((match) => !known.has(row.from + match.index));
  for (const match of cut) reading.unused.push({ line: row.line, text: match[0], why: "pipe" });
  return cut.length > 0;
}

/** Reads a table section that begins on `line`. */
export function readTable(section: Range, line: number, reading: Reading, content: ContentDraft): void {
  const source = reading.text.slice(section.from, section.to);
  const rows = readRows(section, line, reading);
  const stars = starColumns(source, rows);
  const mayBeCut = source.search(CUT_LINK) >= 0;
  for (const row of rows) {
    const isCut = mayBeCut && dropCutLinks(row, reading);
    if (isCut) content.takeLabel();
    if (row.cells.some(({ links }) => links.length > 0)) reading.accept(readRow(row, stars), content, null, content.groupLabel);
    else if (!isCut) nameTopics(row, reading.text, content);
  }
}
