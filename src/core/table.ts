// Tables: each row's links are entries; the other cells speak about the first of them, by their column's header.
import { readAnnotation, type Span } from "./annotation";
import type { ContentDraft, Reading } from "./content";
import { halfWidth } from "./length";
import { readLine, type EntryDraft, type LineReading } from "./line";
import { within, type Range } from "./range";
import { findStars, readFraction, readLoneStar } from "./rating";
import { plain } from "./words";
import type { Annotation, Length, Rating, WrittenLink } from "./written";

interface Cell extends Range {
  readonly header: string;
  readonly links: readonly WrittenLink[];
}

interface Row extends Range {
  readonly line: number;
  readonly cells: readonly Cell[];
}

const DELIMITER = /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const CUT_LINK = /!?\[\[[^\]|\\\n]*\|[^\]\n]*\]\]/g;
const PLAIN_RATING = /^(?:(?:[⭐★🌟\s]|\uFE0F)*|rating|stars?|评分|评级|星级|推荐|推荐度)$/iu;
const LINES_HEADER = /^(?:lines|loc|行数|行數)$/i;
const STATUS_HEADER = /^(?:status|状态|狀態)$/i;
const RATING_HEADER = /rating|评分|星级|⭐|★/iu;

/** The cells between unescaped pipes, as offsets in the note; links never hold an unescaped pipe. */
function splitCells(text: string, row: Range): readonly Range[] {
  const cells: Range[] = [];
  let from = row.from;
  for (let at = row.from; at <= row.to; at++) {
    const ends = at === row.to || (text[at] === "|" && text[at - 1] !== "\\");
    if (!ends) continue;
    cells.push({ from, to: at });
    from = at + 1;
  }
  const blank = (cell: Range | undefined): boolean => cell !== undefined && /^[\s>]*$/.test(text.slice(cell.from, cell.to));
  const last = blank(cells.at(-1)) ? -1 : undefined;
  return cells.slice(blank(cells[0]) && cells.length > 1 ? 1 : 0, last);
}

function trimmed(text: string, cell: Range): string {
  return text.slice(cell.from, cell.to).trim();
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

function readRows(section: Range, line: number, reading: Reading): readonly Row[] {
  const { text } = reading;
  const ranges = rowRanges(text, section);
  const hasHeader = ranges[1] !== undefined && DELIMITER.test(text.slice(ranges[1].from, ranges[1].to));
  const headers = hasHeader && ranges[0] ? splitCells(text, ranges[0]).map((cell) => plain(trimmed(text, cell))) : [];
  return ranges.flatMap((range, index) => {
    if (hasHeader && index === 1) return [];
    const cells = splitCells(text, range).map((cell, column) => ({
      ...cell,
      header: index === 0 && hasHeader ? "" : (headers[column] ?? ""),
      links: reading.linksIn(cell, line + index),
    }));
    const isEmptyHeader = hasHeader && index === 0 && cells.every((cell) => cell.links.length === 0);
    return isEmptyHeader ? [] : [{ ...range, line: line + index, cells }];
  });
}

/** The columns in which some cell holds a run of stars, so that one star alone is a value there. */
function starColumns(text: string, rows: readonly Row[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      if (findStars(text.slice(cell.from, cell.to))) columns.add(column);
    });
  }
  return columns;
}

function labelled(rating: Rating | null, header: string): Rating | null {
  return rating === null || header === "" || PLAIN_RATING.test(header) ? rating : { ...rating, label: header };
}

function bareLines(text: string, cell: Cell): Length | null {
  const value = LINES_HEADER.test(cell.header) ? /^[~约]?\s*(\d[\d,，]*)\+?$/.exec(halfWidth(trimmed(text, cell))) : null;
  return value ? { value: Number((value[1] ?? "").replace(/[,，]/g, "")), unit: "lines", range: { from: cell.from, to: cell.to } } : null;
}

/** What a cell without links says about its row. */
function readCell(text: string, cell: Cell, isStarColumn: boolean): Annotation {
  const span: Span = { text: text.slice(cell.from, cell.to), base: cell.from };
  const special = isStarColumn ? readLoneStar(span.text) : RATING_HEADER.test(cell.header) ? readFraction(span.text) : null;
  const length = bareLines(text, cell);
  const nothing = { rating: null, key: false, hot: false, length: null, status: null, remark: null };
  if (special) return { ...nothing, rating: labelled({ ...special, label: null, range: cell }, cell.header) };
  if (length) return { ...nothing, length };
  if (STATUS_HEADER.test(cell.header)) return { ...nothing, status: trimmed(text, cell) || null };
  const about = readAnnotation([span]);
  return { ...about, rating: labelled(about.rating, cell.header) };
}

function merged(first: Annotation, second: Annotation): Annotation {
  const remarks = [first.remark, second.remark].filter((remark) => remark !== null);
  return {
    rating: first.rating ?? second.rating,
    key: first.key || second.key,
    hot: first.hot || second.hot,
    length: first.length ?? second.length,
    status: first.status ?? second.status,
    remark: remarks.length === 0 ? null : remarks.join(" · "),
  };
}

/** The label of a row: its first cell, if that has no link and is more than a number. */
function rowLabel(text: string, row: Row): string | null {
  const first = row.cells[0];
  const label = first && first.links.length === 0 ? plain(trimmed(text, first)) : "";
  return /[^\d\s.、)）#-]/u.test(label) ? label : null;
}

/** Whether a cell only names or numbers its row. */
function isRowHead(column: number, label: string | null, words: string): boolean {
  return column === 0 && (label !== null || /^\d+[.)]?$/.test(words));
}

/** The row's entries: what its other cells say goes to the first; a lone link without alias takes the row's label as title. */
function withRow(entries: readonly EntryDraft[], about: Annotation, label: string | null): readonly EntryDraft[] {
  return entries.map((entry, index) => {
    const own = index === 0 ? { ...entry, ...merged(entry, about) } : entry;
    const named = label !== null && entries.length === 1 && entry.link.alias === null;
    return { ...own, label: own.label ?? label, title: named ? label : own.title };
  });
}

function readRow(row: Row, stars: ReadonlySet<number>, reading: Reading): LineReading {
  const { text } = reading;
  const linked = row.cells.filter((cell) => cell.links.length > 0).map((cell) => readLine(text, cell, cell.links));
  const label = rowLabel(text, row);
  const about = row.cells
    .map((cell, column) => ({ cell, column }))
    .filter(({ cell, column }) => cell.links.length === 0 && !isRowHead(column, label, trimmed(text, cell)))
    .map(({ cell, column }) => readCell(text, cell, stars.has(column)))
    .reduce(merged, readAnnotation([]));
  return {
    entries: withRow(linked.flatMap((one) => one.entries), about, label),
    relations: linked.flatMap((one) => one.relations),
    unused: linked.flatMap((one) => one.unused),
    label,
  };
}

/** Bold names in a row without links are topics. */
function nameTopics(row: Row, text: string, content: ContentDraft): void {
  for (const match of text.slice(row.from, row.to).matchAll(/\*\*([^*|]+)\*\*/g)) content.name((match[1] ?? "").trim(), row.line);
}

/** Wikilinks that an unescaped pipe has cut: Obsidian cannot follow them. */
function dropCutLinks(row: Row, reading: Reading): boolean {
  const source = reading.text.slice(row.from, row.to);
  const cut = [...source.matchAll(CUT_LINK)].filter(
    (match) => within(reading.links, { from: row.from + match.index, to: row.from + match.index + 1 }).length === 0,
  );
  for (const match of cut) reading.unused.push({ line: row.line, text: match[0], why: "pipe" });
  return cut.length > 0;
}

/** Reads a table section that begins on `line`. */
export function readTable(section: Range, line: number, reading: Reading, content: ContentDraft): void {
  const rows = readRows(section, line, reading);
  const stars = starColumns(reading.text, rows);
  for (const row of rows) {
    const isCut = dropCutLinks(row, reading);
    const links = row.cells.flatMap((cell) => cell.links);
    reading.accept(readRow(row, stars, reading), links, content, null, content.groupLabel);
    if (links.length === 0 && !isCut) nameTopics(row, reading.text, content);
  }
}
