// Tables: each row's links are entries; the other cells speak about the first of them, by their column's header.
import { AnnotationDraft, merged, NO_ANNOTATION, type Annotation } from "../notation/annotation";
import type { ContentDraft, Reading } from "./content";
import { sameValue } from "../base/equal";
import { halfWidth, type Length } from "../notation/length";
import { EntryDraft, type Saying } from "./entry-draft";
import { isMention, readLine, type LineReading } from "./line";
import { NONE, withLast } from "../base/none";
import type { LineRange, Stretch } from "../base/range";
import { isPlainHeader, isRatingHeader, readFraction, readLoneStar, type Rating } from "../notation/rating";
import { endOfCell, readRows, Row, StarColumns, type Cell } from "./table-rows";
import { withoutMarks } from "../notation/words";
import type { WrittenLink, WrittenRelation } from "./written";

const LINES_HEADER = /^(?:lines|loc|行数|行數)$/i;
const STATUS_HEADER = /^(?:status|状态|狀態)$/i;
/** A first cell of this says which row it is, and no more: `1`, `(2)`, `①`, `1️⃣`, `第5`, `No. 1`, `☐`. */
const ORDINAL = /^(?:[(（#]?|第|no\.?\s*)\p{N}+\uFE0F?\u20E3?[.)、）]?$|^[☐☑⬜]$/iu;
/** Without a letter beyond these a cell names nothing. */
const NAMELESS = /^(?:第|no\b)?[\s\p{N}\p{P}\p{S}\uFE0F\u20E3\u200D]*$/iu;
const EMOJI_CODE = /:[\w+-]+:/g;

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
  if (special)
    return { ...NO_ANNOTATION, rating: labelled({ ...special, label: null, range: { from, to: cell.to } }, header) };
  const length = bareLines(cell);
  if (length) return { ...NO_ANNOTATION, length };
  if (STATUS_HEADER.test(header)) return { ...NO_ANNOTATION, status: words };
  const about = new AnnotationDraft().read(words, from);
  about.rating = labelled(about.rating, header);
  return about;
}

/** The label of a row: the words of its first cell, if that has no link, is more than numbers and signs, and no mere value. */
function rowLabel(row: Row, stars: StarColumns): string | null {
  const first = row.cells[0];
  if (!first || first.links.length > 0 || NAMELESS.test(first.words.replace(EMOJI_CODE, ""))) return null;
  const { remark } = readCell(first, stars.has(0));
  return remark === null ? null : withoutMarks(remark);
}

/** Whether something says a value that is known already: of each kind there is one, and a second is left in the words. */
function hasSecond(known: Annotation, { rating, length, status }: Annotation): boolean {
  return (
    (rating !== null && known.rating !== null) ||
    (length !== null && known.length !== null) ||
    (status !== null && known.status !== null)
  );
}

/** What the cells of a row that name no entry say about the first that does. */
class RowSaying implements Saying {
  constructor(
    /** Those cells; or the row whose first cell alone holds a link. */
    private readonly about: readonly Cell[] | Row,
    private readonly stars: StarColumns,
    /** Whether the first cell names the row: its words are the label, and only its values count. */
    private readonly hasHead: boolean,
  ) {}

  sameAs(other: RowSaying): boolean {
    return this.hasHead === other.hasHead && sameValue(this.said, other.said);
  }

  addTo(known: Annotation): Annotation {
    const remarks: string[] = [];
    let all = known;
    for (const cell of this.cells) {
      const said = readCell(cell, this.stars.has(cell.column));
      const remark = hasSecond(all, said)
        ? `${cell.header} ${cell.words}`.trim()
        : this.hasHead && cell.column === 0
          ? null
          : said.remark;
      if (remark !== null) remarks.push(remark);
      all = merged(all, { ...said, remark: null });
    }
    const { rating, key, hot, length, status } = all;
    return merged(known, {
      rating,
      key,
      hot,
      length,
      status,
      remark: remarks.length === 0 ? null : remarks.join(" · "),
    });
  }

  private get cells(): readonly Cell[] {
    return this.about instanceof Row ? this.about.cells.slice(1).filter(({ isEmpty }) => !isEmpty) : this.about;
  }

  /** The words that are read, with all that tells how. */
  private get said(): readonly unknown[] {
    return this.cells.map(({ from, header, words, column }) => [from, header, words, column, this.stars.has(column)]);
  }
}

/** What a row states, cell by cell. */
class RowDraft {
  private entries: readonly EntryDraft[] = NONE;
  private relations: readonly WrittenRelation[] = NONE;
  private unused: LineReading["unused"] = NONE;
  private mentions: readonly WrittenLink[] = NONE;
  private cells: readonly Cell[] = NONE;

  constructor(
    private readonly visible: Stretch,
    /** Whether its cells may state relations. */
    private readonly mayRelate: boolean,
  ) {}

  /** Takes a cell: entries of its links, unless they are only mentioned, and else what it says about the row. */
  add(cell: Cell): void {
    const { links } = cell;
    const mentioned = this.entries.length > 0 && links.length > 0 ? countMentions(cell, this.visible) : 0;
    const next = links[mentioned];
    if (mentioned > 0) this.mentions = [...this.mentions, ...links.slice(0, mentioned)];
    if (mentioned > 0 || !next) this.cells = withLast(this.cells, next ? cell.upTo(next.from) : cell);
    if (next)
      this.take(
        readLine(
          {
            from: mentioned === 0 ? cell.from : next.from,
            to: cell.to,
            stretch: this.visible,
            links: links.slice(mentioned),
            task: null,
          },
          this.mayRelate,
        ),
      );
  }

  /** The row's reading. Its label is the title of a lone link without alias. */
  finish(label: string | null, stars: StarColumns): LineReading {
    const { entries, relations, mentions, cells } = this;
    const first = entries[0];
    if (!first)
      return {
        entries,
        relations,
        unused: [...this.unused, ...mentions.map((link) => ({ link, why: "prose" as const }))],
      };
    if (cells.length > 0) first.addRow(new RowSaying(cells, stars, label !== null));
    if (mentions.length > 0) first.addMentions(mentions);
    if (label !== null) nameEntries(entries, first, label);
    return { entries, relations, unused: this.unused };
  }

  private take({ entries, relations, unused }: LineReading): void {
    this.entries = joined(this.entries, entries);
    this.relations = joined(this.relations, relations);
    this.unused = joined(this.unused, unused);
  }
}

/** One list of two; where one is empty, the other. */
function joined<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

function nameEntries(entries: readonly EntryDraft[], first: EntryDraft, label: string): void {
  if (entries.length === 1 && first.link.alias === null) first.call(label);
  for (const entry of entries) entry.label ??= label;
}

/** How many of a cell's links, from its first, are only mentioned. */
function countMentions({ from, links }: Cell, visible: Stretch): number {
  const end = links.findIndex((link, index) => !isMention(link, visible, links[index - 1]?.to ?? from));
  return end < 0 ? links.length : end;
}

function readRow(row: Row, stars: StarColumns, mayRelate: boolean): LineReading {
  const label = rowLabel(row, stars);
  const draft = new RowDraft(row.stretch, mayRelate);
  for (const cell of row.cells) {
    const isOrdinal = cell.column === 0 && cell.links.length === 0 && ORDINAL.test(withoutMarks(cell.words));
    if (!cell.isEmpty && !isOrdinal) draft.add(cell);
  }
  return draft.finish(label, stars);
}

/** The entry of a row whose only link begins it. */
function onlyEntry(row: Row, link: WrittenLink, stars: StarColumns): EntryDraft {
  const entry = new EntryDraft(link, null, null, row.stretch, endOfCell(row.stretch.text, link.to, row.to));
  entry.addRow(new RowSaying(row, stars, false));
  return entry;
}

/** Bold names in a row without links are topics. */
function nameTopics(row: Row, text: string, content: ContentDraft): void {
  for (const match of text.slice(row.from, row.to).matchAll(/\*\*([^*|]+)\*\*/g))
    content.name((match[1] ?? "").trim(), match[0], row.line);
}

/** Reads a table. */
export function readTable(section: LineRange, reading: Reading, content: ContentDraft): void {
  const rows = readRows(section, reading);
  const stars = new StarColumns(rows, reading.written, section);
  const mayRelate = content.isNavigation;
  for (const row of rows) {
    if (row.isCut) content.takeLabel();
    if (row.only) content.add(onlyEntry(row, row.only, stars), null, content.groupLabel);
    else if (row.cells.some(({ links }) => links.length > 0))
      reading.accept(readRow(row, stars, mayRelate), content, null, content.groupLabel);
    else if (!row.isCut) nameTopics(row, reading.text, content);
  }
}
