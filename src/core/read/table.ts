// Tables: each row's links are entries; the other cells speak about the first of them, by their column's header.
import { NO_ANNOTATION, readAnnotation, type Annotation } from "../notation/annotation";
import type { ContentDraft } from "./content";
import type { Reading } from "./reading";
import type { Length } from "../notation/length";
import { addStated, isNameless, isNumbered, type EntryDraft } from "./entry-draft";
import { emphasisIn } from "../notation/emphasis";
import { isOrdinal } from "../notation/ordinal";
import { labelPath } from "./group-label";
import { readLine, type LineReading } from "./line";
import { isMention } from "./mention";
import { textBetween, type LineRange, type Stretch } from "../base/range";
import { isPlainHeader, isRatingHeader, readFigure, readLoneStar, type Rating } from "../notation/rating";
import { readRows, starScales, type Cell, type Row, type StarScales } from "./table-rows";
import { isSum } from "./topic";
import { withoutMarks } from "../notation/words";
import type { WrittenLink, WrittenRelation } from "./written";

/** A first cell of this says which row it is, and no more. */
const BOX = /^[☐☑⬜]$/u;
/** Without a letter beyond these a cell names nothing. */
const NAMELESS = /^(?:第|no\b)?[\s\p{N}\p{P}\p{S}\uFE0F\u20E3\u200D]*$/iu;
/** Such a number before other words only counts them. */
const ROMAN = /^[IVX]{1,5}$/;
const EMOJI_CODE = /:[\w+-]+:/g;

function labelled(rating: Rating | null, header: string): Rating | null {
  return rating === null || header === "" || isPlainHeader(header) ? rating : { ...rating, label: header };
}

/** A rating in a column whose scale is smaller than the usual one. */
function onScale(rating: Rating | null, scale: number | undefined): Rating | null {
  return rating && scale !== undefined && rating.hollow === 0 && scale < rating.of ? { ...rating, of: scale } : rating;
}

/** The length that a cell states by its column: a bare number of lines or pages, a time such as `20m`. */
function cellLength({ words, column, from, to }: Cell): Length | null {
  const found = column.lengthOf(words);
  return found && { value: found.value, unit: found.unit, range: { from, to } };
}

/** The rating in a cell that is nothing else: a lone star where others have runs, a fraction where ratings are due. */
function cellRating({ words, column, from, to }: Cell, isStarColumn: boolean): Rating | null {
  const found = isStarColumn
    ? readLoneStar(words)
    : isRatingHeader(column.header)
      ? readFigure(words, column.header)
      : null;
  return found && { ...found, label: null, range: { from, to } };
}

/** Reads what a cell that names no entry says about its row; `scales` are those of the columns of stars. */
function readCell(cell: Cell, scales: StarScales): Annotation {
  const { words, from, column, number } = cell;
  const { header, isStatus } = column;
  const scale = scales.get(number);
  const alone = cellRating(cell, scale !== undefined);
  if (alone) return { ...NO_ANNOTATION, rating: labelled(onScale(alone, scale), header) };
  const length = cellLength(cell);
  if (length) return { ...NO_ANNOTATION, length };
  if (isStatus) return { ...NO_ANNOTATION, status: words };
  const about = readAnnotation(words, from);
  return { ...about, rating: labelled(onScale(about.rating, scale), header) };
}

/** A label of a row, and the number of the cell it stands in. */
interface RowLabel {
  readonly words: string;
  readonly number: number;
}

function isNumber({ words, links }: Cell): boolean {
  const [link, another] = links;
  if (link) return !another && isNumbered(link) && link.text.length === words.length;
  return words !== "" && NAMELESS.test(words.replace(EMOJI_CODE, ""));
}

/**
 * The label of a row: the words of its first cell behind numbers and signs, if that has no link and is no mere value.
 */
function rowLabel(row: Row, stars: StarScales): RowLabel | null {
  const named = row.cells.filter((cell) => !isNumber(cell));
  const first = named.find(({ column, links }) => !column.isDate || links.length > 0) ?? named[0];
  if (!first || first.words === "" || first.links.length > 0) return null;
  const { remark } = readCell(first, stars);
  return remark === null ? null : { words: withoutMarks(remark), number: first.number };
}

/**
 * True if something says a value that is known already: of each kind there is one, and a second is left in the words.
 */
function hasSecond(known: Annotation, { rating, length, status }: Annotation): boolean {
  return (
    (rating !== null && known.rating !== null) ||
    (length !== null && known.length !== null) ||
    (status !== null && known.status !== null)
  );
}

/**
 * Adds to the first entry of a row what the cells say that name none; of a head, whose words are the row's label,
 * only the values count.
 */
function addCells(entry: EntryDraft, cells: readonly Cell[], stars: StarScales, head: number | null): void {
  const remarks = entry.remark === null ? [] : [entry.remark];
  for (const cell of cells) {
    const said = readCell(cell, stars);
    const isHead = cell.number === head;
    const remark = hasSecond(entry, said) ? `${cell.column.header} ${cell.words}`.trim() : isHead ? null : said.remark;
    if (remark !== null) remarks.push(remark);
    addStated(entry, said);
    entry.key ||= said.key;
    entry.hot ||= said.hot;
  }
  entry.remark = remarks.length === 0 ? null : remarks.join(" · ");
}

/** All that a row states, cell by cell. */
class RowDraft {
  private readonly entries: EntryDraft[] = [];
  private readonly relations: WrittenRelation[] = [];
  private readonly unused: LineReading["unused"][number][] = [];
  private readonly mentions: WrittenLink[] = [];
  /** Those that say something about the row's first entry. */
  private readonly cells: Cell[] = [];

  constructor(
    private readonly visible: Stretch,
    /** True if its cells may state relations. */
    private readonly mayRelate: boolean,
  ) {}

  /** Takes a cell: entries of its links, unless they are only mentioned, and else what it says about the row. */
  add(cell: Cell): void {
    const { links, from, to } = cell;
    const mentioned = this.entries.length > 0 ? countMentions(cell, this.visible) : 0;
    const next = links[mentioned];
    this.mentions.push(...links.slice(0, mentioned));
    if (!next) this.cells.push(cell);
    else if (mentioned > 0) this.cells.push({ ...cell, words: textBetween(this.visible, from, next.from) });
    if (!next) return;
    const line = {
      from: mentioned === 0 ? from : next.from,
      to,
      stretch: this.visible,
      links: mentioned === 0 ? links : links.slice(mentioned),
      task: null,
    };
    const read = readLine(line, this.mayRelate);
    this.entries.push(...read.entries);
    this.relations.push(...read.relations);
    this.unused.push(...read.unused);
  }

  /** Takes the links of a cell that says who made the row's thing, or where it is from: mentions all of them. */
  mention({ links }: Cell): void {
    this.mentions.push(...links);
  }

  /** The row's reading. Its label is the title of a lone link without alias that says the same words. */
  finish(head: RowLabel | null, stars: StarScales): LineReading {
    const label = head && head.words;
    const { entries, relations, mentions, cells, unused } = this;
    const [first] = entries;
    if (!first) unused.push(...mentions.map((link) => ({ link, why: "prose" as const })));
    else {
      addCells(first, cells, stars, head && head.number);
      if (mentions.length > 0) first.mentions = [...first.mentions, ...mentions];
    }
    const name = first && entries.length === 1 && label !== null ? nameBy(label, first) : null;
    if (first && name) Object.assign(first, name);
    else for (const entry of entries) entry.label = labelPath(label, entry.label);
    return { entries, relations, unused };
  }
}

/** The number of a cell's links, from its first, that are only mentioned. */
function countMentions({ from, links }: Cell, visible: Stretch): number {
  const end = links.findIndex((link, index) => !isMention(link, visible, links[index - 1]?.to ?? from));
  return end < 0 ? links.length : end;
}

/**
 * True if two names say the same words, whatever stands between these, whether one is called a map, and but for a
 * number that one of them begins with.
 */
function isSameName(one: string, other: string): boolean {
  const [first = "", second = ""] = [one, other].map((name) =>
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/moc$/i, "")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/moc$/, ""),
  );
  const unnumbered = (name: string): string => name.replace(/^\d+(?=\p{L})/u, "");
  return first === second || unnumbered(first) === second || first === unnumbered(second);
}

/**
 * The title and label of a row's only entry where the row's label names it: of an address that has no name,
 * or where both say the same words; null where it names only the row.
 */
function nameBy(label: string, { link, title, label: own }: EntryDraft): Pick<EntryDraft, "title" | "label"> | null {
  if (isNameless(link) && own === null) return { title: label, label: null };
  if (isNumbered(link)) return { title: `${title} ${label}`, label: own };
  return link.alias === null && isSameName(label, title) ? { title: label, label: labelPath(label, own) } : null;
}

function readRow(row: Row, stars: StarScales, mayRelate: boolean): LineReading {
  const draft = new RowDraft(row.stretch, mayRelate);
  const hasOwnLinks = row.cells.some(({ links, column }) => links.length > 0 && !column.isCredits);
  for (const cell of row.cells) {
    const isCount = cell.number === 0 && cell.links.length === 0 && (isOrdinal(cell.words) || BOX.test(cell.words));
    if (cell.links.length > 0 && hasOwnLinks && cell.column.isCredits) draft.mention(cell);
    else if (cell.from < cell.to && !isCount) draft.add(cell);
  }
  return draft.finish(rowLabel(row, stars), stars);
}

/** The column in which most rows name what they are about by a link; -1 where none has two such links. */
function columnOfLinks(rows: readonly Row[]): number {
  const counts: number[] = [];
  for (const { cells } of rows) {
    const number = cells.find(({ links, column }) => links.length > 0 && !column.isCredits)?.number;
    if (number !== undefined) counts[number] = (counts[number] ?? 0) + 1;
  }
  const most = Math.max(...counts.filter((count) => count > 1));
  return counts.indexOf(most);
}

/**
 * Names in a row without links are topics, unless it sums up others: words where other rows have their links,
 * and bold ones in the cell that names the row.
 */
function nameTopics({ cells, line }: Row, linked: number, content: ContentDraft): void {
  const cell = cells.find(({ words }) => words !== "" && !NAMELESS.test(words));
  if (!cell || isSum(withoutMarks(cell.words))) return;
  const { words } = cell;
  const unlinked = cells[linked];
  if (unlinked && unlinked.words !== "" && !emphasisIn(words).some(({ sign }) => sign === "**"))
    content.name(withoutMarks(unlinked.words), unlinked.words, line);
  for (const { sign, from, to, innerFrom, innerTo } of emphasisIn(words)) {
    const name = words.slice(innerFrom, innerTo).trim();
    const isCount = ROMAN.test(name) && to - from < words.length;
    if (sign === "**" && !isCount) content.name(name, words.slice(from, to), line);
  }
}

/** Reads the table on some lines. */
export function readTable(lines: readonly LineRange[], reading: Reading, content: ContentDraft): void {
  const rows = readRows(lines, reading);
  const stars = starScales(rows);
  const mayRelate = content.isNavigation;
  const hasLinks = rows.some(({ isCut, cells }) => isCut || cells.some(({ links }) => links.length > 0));
  const linked = columnOfLinks(rows);
  for (const row of rows) {
    if (row.isCut) content.takeLabel();
    if (row.cells.some(({ links }) => links.length > 0))
      reading.accept(readRow(row, stars, mayRelate), content, null, content.groupLabel);
    else if (hasLinks && !row.isCut) nameTopics(row, linked, content);
  }
}
