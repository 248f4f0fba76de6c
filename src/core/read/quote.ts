// Quotes and callouts: list items and lines that begin with a link hold entries, under the labels in the quote;
// other links are relations; and the words are a summary if there is none yet.
import { readTitle } from "../notation/annotation";
import type { ListItemCache } from "../base/cache";
import type { ContentDraft, Reading } from "./content";
import { dropCutLinks } from "./cut-links";
import { labelPath } from "./label-path";
import { readLine, readQuotedLine, statesRelation, type Line } from "./line";
import { readList } from "./list";
import { plainOf } from "../notation/plain";
import { beginsUnit, beginsWithLink, labelOfParagraph, textLines } from "./prose";
import { textBetween, type LineRange } from "../base/range";
import { isDelimiter } from "./table-rows";
import { relationOfLead, type RelationKind } from "../notation/words";

const QUOTE_MARKS = /^(?:\s*>)+\s?/;
/** The head of a callout: its type, whether it is folded, and behind these its title. */
const HEAD = /^\[![^\]]*\][+-]?\s*/;

/** A quote or callout, and the list items in it. */
export interface Quote extends LineRange {
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
  return { ...line, from, words, depth: marks.split(">").length - 1, isHead: head !== "" };
}

/** The numbers of the lines that items stand on. */
function numbersOf(items: readonly ListItemCache[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { position } of items)
    for (let line = position.start.line; line <= position.end.line; line++) lines.add(line);
  return lines;
}

class QuoteReader {
  private readonly lines: readonly LineRange[];
  /** The titles of the callouts that the line at hand stands in, from the outermost in. */
  private titles: readonly CalloutTitle[] = [];
  /** The label that a line above gives the lines below it; null where none does. */
  private label: string | null = null;
  private readonly texts: { readonly words: string; readonly isLabel: boolean }[] = [];
  private itemsRead = 0;
  private readonly hasTable: boolean;

  constructor(
    private readonly quote: Quote,
    private readonly reading: Reading,
    private readonly content: ContentDraft,
  ) {
    this.lines = textLines(reading.text, quote, quote.line);
    this.hasTable = this.lines.some(({ from, to }) =>
      isDelimiter(reading.text.slice(from, to).replace(QUOTE_MARKS, "")),
    );
  }

  read(): void {
    const { quote, reading, content } = this;
    const [mayBegin, before] = [content.mayBegin, content.size];
    const itemLines = numbersOf(quote.items);
    const firstLines = new Set(quote.items.map(({ position }) => position.start.line));
    for (const line of this.lines) {
      const quoted = quotedLine(line, reading);
      if (firstLines.has(line.line)) this.leaveCallouts(quoted);
      else if (!itemLines.has(line.line) && (quoted.words !== "" || quoted.isHead)) this.readLine(quoted);
    }
    this.readItemsBefore(Infinity);
    content.closeGroup();
    // Labels that no entry took are words like any others.
    const isTaken = content.size > before;
    const words = this.texts.filter(({ isLabel }) => !isLabel || !isTaken).map((text) => text.words);
    if (words.length > 0) content.say(words.join("\n"), mayBegin);
  }

  /** The label of the entries at hand. */
  private get group(): string | null {
    const titles = this.titles.reduce<string | null>((path, { words }) => labelPath(path, words), null);
    return labelPath(titles, this.label);
  }

  private readItemsBefore(line: number): void {
    const { items } = this.quote;
    const first = this.itemsRead;
    while ((items[this.itemsRead]?.position.start.line ?? Infinity) < line) this.itemsRead++;
    if (this.itemsRead === first) return;
    this.content.groupLabel = this.group;
    readList(items.slice(first, this.itemsRead), this.reading, this.content);
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
    const { isHead, words } = line;
    this.readItemsBefore(line.line);
    this.leaveCallouts(line);
    if (words.startsWith("|") && this.hasTable) dropCutLinks(line, this.reading);
    const links = this.reading.take(line.from, line.to, line.line);
    if (links.length > 0) this.readLinks({ ...line, stretch: this.reading.visible, links, task: null }, words);
    else if (isHead) this.openCallout(line);
    else this.readWords(words);
  }

  private openCallout({ words, depth }: QuotedLine): void {
    this.label = null;
    if (words === "") return;
    const title = readTitle(plainOf(words).replace(/\s*[:：]$/u, ""), 0).title;
    this.titles = [...this.titles, { depth, words: title, kind: relationOfLead(`${title}:`) }];
    this.texts.push({ words, isLabel: true });
  }

  private readWords(words: string): void {
    const label = labelOfParagraph(words);
    this.label = label?.words ?? null;
    this.texts.push({ words, isLabel: label !== null });
  }

  private readLinks(line: Line, words: string): void {
    const { quote, reading, content } = this;
    const titled = this.titles.at(-1)?.kind ?? null;
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
