// Quotes and callouts: list items and lines that begin with a link hold entries, under the labels in the quote;
// other links are relations; and the words are a summary if there is none yet.
import { bareTitle } from "../notation/annotation";
import type { ListItemCache } from "../base/cache";
import type { ContentDraft } from "./content";
import type { Reading } from "./reading";
import { takeTrail } from "./crumbs";
import { dropCutLinks } from "./cut-links";
import { labelPath } from "./group-label";
import { readLine, readQuotedLine, statesRelation, type Line } from "./line";
import { readList } from "./list";
import { plainOf } from "../notation/plain";
import { beginsUnit, beginsWithLink, labelOfParagraph } from "./prose";
import { linesWithin, textBetween, type LineRange } from "../base/range";
import { readTable } from "./table";
import { isDelimiter } from "./table-rows";
import type { RelationKind } from "../notation/relation-words";
import { relationOfLead } from "../notation/words";

const QUOTE_MARKS = /^(?:\s*>)+\s?/;
/** The head of a callout: its type, whether it is folded, and behind these its title. */
const HEAD = /^\[![^\]]*\][+-]?\s*/;
/** A heading in a quote: no cache tells of it. */
const HEADING = /^#{1,6}\s+(?=\S)/;

/** A quote or callout, and the list items in it. */
interface Quote extends LineRange {
  readonly items: readonly ListItemCache[];
  /** True if lines that begin with a link are entries: in a callout, and below a heading. */
  readonly holdsEntries: boolean;
  readonly isCallout: boolean;
}

/** A line of a quote without its marks. */
interface QuotedLine extends LineRange {
  readonly words: string;
  /** The number of quotes and callouts it stands in. */
  readonly depth: number;
  readonly isHead: boolean;
}

/** The title of a callout, which labels the lines in it. */
interface CalloutTitle {
  readonly depth: number;
  readonly words: string;
  /** The relation that it names; null for any other title. */
  readonly kind: RelationKind | null;
}

function quotedLine(line: LineRange, { visible }: Reading): QuotedLine {
  const source = textBetween(visible, line.from, line.to);
  const marks = QUOTE_MARKS.exec(source)?.[0] ?? "";
  const head = HEAD.exec(source.slice(marks.length))?.[0] ?? "";
  const from = line.from + marks.length + head.length;
  const words = source.slice(marks.length + head.length).trim();
  return { from, to: line.to, line: line.line, words, depth: marks.replace(/[^>]/g, "").length, isHead: head !== "" };
}

/** The numbers of the lines that items stand on, and whether one begins there. */
function linesOfItems(items: readonly ListItemCache[]): ReadonlyMap<number, boolean> {
  const lines = new Map<number, boolean>();
  for (const { position } of items)
    for (let line = position.start.line; line <= position.end.line; line++)
      lines.set(line, line === position.start.line || lines.get(line) === true);
  return lines;
}

/** The tables in a quote, each from its header on, by the index of that. */
function tablesIn(lines: readonly QuotedLine[]): ReadonlyMap<number, readonly LineRange[]> {
  const tables = new Map<number, readonly LineRange[]>();
  let behind = 0;
  lines.forEach((header, index) => {
    const line = lines[index + 1];
    const isPair = line?.words.includes("|") === true && header.words.includes("|") && line.depth === header.depth;
    // Dashes in a row of a table are its words.
    if (!isPair || index + 1 < behind || !isDelimiter(line.words)) return;
    const end = lines.findIndex(({ words, depth }, at) => at > index && (!words.includes("|") || depth !== line.depth));
    behind = end < 0 ? lines.length : end;
    tables.set(index, lines.slice(index, behind));
  });
  return tables;
}

class QuoteReader {
  private readonly lines: readonly QuotedLine[];
  /** The titles of the callouts that the line at hand stands in, from the outermost in. */
  private titles: readonly CalloutTitle[] = [];
  /** The label that a line above gives the lines below it; null where none does. */
  private label: string | null = null;
  private readonly texts: { readonly words: string; readonly isLabel: boolean }[] = [];
  private itemsRead = 0;
  /** The lines of each table, by the index of its first. */
  private readonly tables: ReadonlyMap<number, readonly LineRange[]>;
  /** The index of the line behind the table that was read last. */
  private behindTable = 0;

  constructor(
    private readonly quote: Quote,
    private readonly reading: Reading,
    private readonly content: ContentDraft,
  ) {
    this.lines = linesWithin(reading.text, quote).map((line) => quotedLine(line, reading));
    this.tables = tablesIn(this.lines);
  }

  read(): void {
    const { quote, content } = this;
    const [mayBegin, before] = [content.mayBegin, content.size];
    const itemLines = linesOfItems(quote.items);
    this.lines.forEach((line, index) => {
      if (this.takeTable(index, line)) return;
      const beginsItem = itemLines.get(line.line);
      if (beginsItem === true) this.leaveCallouts(line);
      else if (beginsItem === undefined && (line.words !== "" || line.isHead)) this.readLine(line);
    });
    this.readItemsBefore(Infinity);
    content.closeGroup();
    content.outerLabel = null;
    // Labels that no entry took are words like any others.
    const isTaken = content.size > before;
    const words = this.texts.filter(({ isLabel }) => !isLabel || !isTaken).map((text) => text.words);
    if (words.length > 0) content.say(words.join("\n"), mayBegin);
  }

  /** The path of the titles that the line at hand stands under. */
  private get title(): string | null {
    return this.titles.reduce<string | null>((path, { words }) => labelPath(path, words), null);
  }

  /** The label of the entries at hand. */
  private get group(): string | null {
    return labelPath(this.title, this.label);
  }

  /** The relation that the title of the innermost callout names; null where it names none. */
  private get titled(): RelationKind | null {
    return this.titles.at(-1)?.kind ?? null;
  }

  private readItemsBefore(line: number): void {
    const { items } = this.quote;
    const first = this.itemsRead;
    while ((items[this.itemsRead]?.position.start.line ?? Infinity) < line) this.itemsRead++;
    if (this.itemsRead === first) return;
    const read = items.slice(first, this.itemsRead);
    if (this.titled === "related") this.relateItems(read);
    else {
      this.content.groupLabel = this.group;
      this.content.outerLabel = this.title;
      readList(read, this.reading, this.content);
    }
  }

  /** Takes the links of items under a title such as `Related`. */
  private relateItems(items: readonly ListItemCache[]): void {
    const { reading, content } = this;
    for (const { position } of items) {
      const [from, to] = [position.start.offset, position.end.offset];
      const line = {
        from,
        to,
        stretch: reading.visible,
        links: reading.take(from, to, position.start.line),
        task: null,
      };
      reading.accept(readQuotedLine(line, "related"), content, null, null);
      this.dropWeb(line);
    }
  }

  /** Ends the callouts that a line no longer stands in. */
  private leaveCallouts({ line, depth, isHead }: QuotedLine): void {
    const open = this.titles.filter((title) => title.depth < depth || (title.depth === depth && !isHead));
    if (open.length === this.titles.length) return;
    this.readItemsBefore(line);
    this.titles = open;
    this.label = null;
  }

  private readLine(line: QuotedLine): void {
    const { from, to, isHead, words } = line;
    this.readItemsBefore(line.line);
    this.leaveCallouts(line);
    if (words.startsWith("|") && this.tables.size > 0) dropCutLinks(line, this.reading);
    const links = this.reading.take(line.from, line.to, line.line);
    if (links.length > 0) this.readLinks({ from, to, stretch: this.reading.visible, links, task: null }, words);
    else if (isHead) this.openCallout(line);
    else this.readWords(words);
  }

  /**
   * Reads the table that begins on a line as tables outside of quotes are; true on every line of one.
   * If no entries may stand there, its lines are words with links.
   */
  private takeTable(index: number, line: QuotedLine): boolean {
    const table = this.tables.get(index);
    if (table) {
      this.readItemsBefore(line.line);
      this.leaveCallouts(line);
      if (!this.quote.holdsEntries || this.titled !== null) return false;
      this.content.groupLabel = this.group;
      readTable(table, this.reading, this.content);
      this.label = null;
      this.behindTable = index + table.length;
    }
    return index < this.behindTable;
  }

  private openCallout({ words, depth }: QuotedLine): void {
    this.label = null;
    if (words === "") return;
    const title = bareTitle(plainOf(words.replace(HEADING, "")).replace(/\s*[:：]$/u, ""));
    const kind = relationOfLead(`${title}:`);
    // A callout called "Home" is a place of its own.
    this.titles = [...this.titles, { depth, words: title, kind: kind === "up" ? null : kind }];
    this.texts.push({ words, isLabel: true });
  }

  private readWords(words: string): void {
    const heading = words.replace(HEADING, "");
    const label = heading === words ? (labelOfParagraph(words)?.words ?? null) : bareTitle(plainOf(heading));
    this.label = label;
    this.texts.push({ words, isLabel: label !== null });
  }

  private readLinks(line: Line, words: string): void {
    const { quote, reading, content, titled } = this;
    if (takeTrail(line, reading, content)) return;
    const isStated = statesRelation(line);
    const isEntry =
      titled === null &&
      quote.holdsEntries &&
      (quote.isCallout ? beginsUnit : beginsWithLink)(reading.visible, line, line.links);
    const isRead = isStated || isEntry;
    reading.accept(isRead ? readLine(line) : readQuotedLine(line, titled), content, null, this.group);
    if (!isRead) this.dropWeb(line);
    if (!isRead && titled === null) this.texts.push({ words, isLabel: false });
  }

  /** Lists those web links of a line of words that the cache knows: `[[w]](https://example.org)`. */
  private dropWeb({ links }: Line): void {
    for (const link of links) if (link.web && this.reading.hasLinkAt(link.from)) this.reading.drop(link, "prose");
  }
}

/** Reads a quote or callout. */
export function readQuote(quote: Quote, reading: Reading, content: ContentDraft): void {
  new QuoteReader(quote, reading, content).read();
}
