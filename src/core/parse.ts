// Reads a map: from a note's text and Obsidian's cache of that same text to the tree its author wrote.
// Where the links lead is left to bind.ts.
import type { HeadingCache, ListItemCache, NoteCache } from "./cache";
import { commentsIn } from "./comments";
import { ContentDraft, Reading } from "./content";
import { readHeading, type HeadingReading } from "./heading";
import { readList } from "./list";
import { readParagraph, readQuote } from "./prose";
import { inOrder, type Range } from "./range";
import { readTable } from "./table";
import { relationOfKey } from "./words";
import type { WrittenDivision, WrittenMap, WrittenRelation } from "./written";

/** A division under construction, in document order. */
interface DivisionDraft {
  readonly heading: HeadingReading;
  readonly level: number;
  readonly line: number;
  readonly from: number;
  readonly content: ContentDraft;
}

interface Block extends Range {
  readonly type: string;
  readonly line: number;
}

/** Sections whose text means nothing but itself. */
const LITERAL: ReadonlySet<string> = new Set(["code", "math", "html", "yaml"]);
const NO_LINES: ReadonlySet<number> = new Set();

function blocksOf(cache: NoteCache): readonly Block[] {
  const blocks = (cache.sections ?? []).map(({ type, position: { start, end } }) => ({ type, line: start.line, from: start.offset, to: end.offset }));
  return inOrder(blocks);
}

/** The list items in document order. */
function itemsOf(cache: NoteCache): readonly ListItemCache[] {
  const items = cache.listItems ?? [];
  const isOrdered = items.every((item, index) => index === 0 || item.position.start.offset >= (items[index - 1]?.position.start.offset ?? 0));
  return isOrdered ? items : [...items].sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** The headings that stand at the root of the note, by offset: those in quotes divide nothing. */
function rootHeadings(cache: NoteCache): ReadonlyMap<number, HeadingCache> {
  return new Map((cache.headings ?? []).map((heading) => [heading.position.start.offset, heading]));
}

/** The only H1, if it comes before every other heading and a deeper one follows; null else. */
function titleHeading(headings: readonly HeadingCache[]): HeadingCache | null {
  const first = headings[0];
  const isOnly = headings.filter((heading) => heading.level === 1).length === 1;
  return first && first.level === 1 && isOnly && headings.length > 1 ? first : null;
}

/** What stands in comments: some of its links are in the cache, but none is for the reader. */
function commentRanges(text: string, blocks: readonly Block[]): readonly Range[] {
  if (!text.includes("%%") && !text.includes("<!--")) return [];
  return blocks.flatMap(({ type, from, to }) => (LITERAL.has(type) ? [] : commentsIn(text.slice(from, to), from)));
}

class MapReader {
  private readonly reading: Reading;
  private readonly blocks: readonly Block[];
  private readonly items: readonly ListItemCache[];
  /** The item after the last one read. */
  private nextItem = 0;
  private readonly preface = new ContentDraft();
  private readonly divisions: DivisionDraft[] = [];
  private title: string | null = null;

  constructor(
    private readonly text: string,
    private readonly cache: NoteCache,
  ) {
    this.blocks = blocksOf(cache);
    this.items = itemsOf(cache);
    this.reading = new Reading(text, cache, commentRanges(text, this.blocks));
  }

  read(): WrittenMap {
    this.readBlocks();
    this.reading.dropRest();
    return {
      title: frontmatterTitle(this.cache) ?? this.title,
      preface: this.preface,
      chapters: nest(this.divisions, this.text.length),
      relations: frontmatterRelations(this.text, this.cache),
      unused: this.reading.unused.sort((a, b) => a.line - b.line),
    };
  }

  private readBlocks(): void {
    const headings = rootHeadings(this.cache);
    const roots = this.blocks.flatMap((block) => (block.type === "heading" ? (headings.get(block.from) ?? []) : []));
    const title = titleHeading(roots);
    let content = this.preface;
    this.blocks.forEach((block, index) => {
      const heading = block.type === "heading" ? headings.get(block.from) : undefined;
      if (heading) content = this.openHeading(heading, heading === title);
      else this.readBlock(block, this.blocks[index + 1], content);
    });
  }

  private openHeading(heading: HeadingCache, isTitle: boolean): ContentDraft {
    const read = readHeading(heading, this.reading);
    if (isTitle) {
      this.title = read.title;
      this.preface.relations.push(...read.relations);
      if (read.link) this.reading.drop(read.link, "elsewhere");
      return this.preface;
    }
    const { line, offset } = heading.position.start;
    const content = new ContentDraft();
    content.relations.push(...read.relations);
    this.divisions.push({ heading: read, level: heading.level, line, from: offset, content });
    return content;
  }

  private readBlock(block: Block, next: Block | undefined, content: ContentDraft): void {
    switch (block.type) {
      case "list":
        readList(this.itemsIn(block), this.reading, content);
        break;
      case "table":
        readTable(block, block.line, this.reading, content);
        break;
      case "paragraph":
        content.groupLabel = null;
        readParagraph(block, next?.type === "list" || next?.type === "table", this.reading, content);
        return;
      case "blockquote":
      case "callout":
        this.readQuote(block, content);
        return;
      case "thematicBreak":
        break;
      case "yaml":
        return;
      default:
        content.prose = true;
    }
    content.endBlock();
  }

  private readQuote(block: Block, content: ContentDraft): void {
    const items = this.itemsIn(block);
    readQuote(block, linesOf(items), this.reading, content);
    if (items.length > 0) readList(items, this.reading, content);
  }

  /** The items of a block; blocks are asked in document order. */
  private itemsIn(block: Block): readonly ListItemCache[] {
    const offsetAt = (at: number): number => this.items[at]?.position.start.offset ?? Infinity;
    let from = this.nextItem;
    while (offsetAt(from) < block.from) from++;
    let to = from;
    while (offsetAt(to) < block.to) to++;
    this.nextItem = to;
    return this.items.slice(from, to);
  }
}

/** The lines that items stand on. */
function linesOf(items: readonly ListItemCache[]): ReadonlySet<number> {
  if (items.length === 0) return NO_LINES;
  const lines = new Set<number>();
  for (const { position } of items) for (let line = position.start.line; line <= position.end.line; line++) lines.add(line);
  return lines;
}

function frontmatterTitle(cache: NoteCache): string | null {
  const title: unknown = cache.frontmatter?.["title"];
  const text = typeof title === "string" || typeof title === "number" ? String(title).trim() : "";
  return text === "" ? null : text;
}

/** Relations that the frontmatter states under `up`, `prerequisites` and the like; the cache gives them no position. */
function frontmatterRelations(text: string, cache: NoteCache): readonly WrittenRelation[] {
  const seen = new Map<string, number>();
  return (cache.frontmatterLinks ?? []).flatMap(({ key, link, original, displayText }) => {
    const kind = relationOfKey(key);
    const from = Math.max(text.indexOf(original, seen.get(original) ?? 0), 0);
    seen.set(original, from + original.length);
    const alias = original.includes("|") ? (displayText ?? null) : null;
    const line = text.slice(0, from).split("\n").length - 1;
    return kind ? [{ kind, link: { link, web: false, embed: false, alias, line, from, to: from + original.length } }] : [];
  });
}

/** Where each division ends: at the next one of its own or a shallower level, or with the text. */
function endsOf(drafts: readonly DivisionDraft[], end: number): readonly number[] {
  const ends = drafts.map(() => end);
  const open: number[] = [];
  drafts.forEach((draft, index) => {
    for (let last = open.at(-1); last !== undefined && (drafts[last]?.level ?? 0) >= draft.level; last = open.at(-1)) {
      ends[last] = draft.from;
      open.pop();
    }
    open.push(index);
  });
  return ends;
}

/** Hangs each division below the nearest earlier one of a shallower level. */
function nest(drafts: readonly DivisionDraft[], end: number): readonly WrittenDivision[] {
  const ends = endsOf(drafts, end);
  const chapters: WrittenDivision[] = [];
  const open: { readonly level: number; readonly sections: WrittenDivision[] }[] = [];
  drafts.forEach((draft, index) => {
    while ((open.at(-1)?.level ?? 0) >= draft.level) open.pop();
    const sections: WrittenDivision[] = [];
    (open.at(-1)?.sections ?? chapters).push(toDivision(draft, ends[index] ?? end, sections));
    open.push({ level: draft.level, sections });
  });
  return chapters;
}

function toDivision(draft: DivisionDraft, to: number, sections: readonly WrittenDivision[]): WrittenDivision {
  const { heading, level, line, from, content } = draft;
  const { title, key, rating, length, link } = heading;
  const { summary, relations, entries, topics, prose } = content;
  return { title, key, rating, length, link, level, line, from, to, summary, relations, entries, topics, prose, sections };
}

/** Reads one version of a note as a map. Never throws on any text; what it could not use is listed in `unused`. */
export function parseMap(text: string, cache: NoteCache): WrittenMap {
  return new MapReader(text, cache).read();
}
