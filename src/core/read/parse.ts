// Reads a map: from a note's text and Obsidian's cache of that same text to the tree its author wrote.
// Following the links is left to bind.ts.
import type { HeadingCache, ListItemCache, NoteCache, SectionCache } from "../base/cache";
import { inDocumentOrder, itemsWithin } from "./cache-walk";
import { hiddenIn } from "../notation/comments";
import { ContentDraft, type TrailPlace } from "./content";
import { Reading } from "./reading";
import { alone, draftEntry, type Stated } from "./entry-draft";
import { readHeading, type HeadingReading } from "./heading";
import { leadsBeyondNotes } from "./links";
import { readList } from "./list";
import { readParagraph, type Labelled } from "./prose";
import { readQuote } from "./quote";
import { linesWithin, type LineRange, type Range } from "../base/range";
import { readTable } from "./table";
import { BEGINNING, BEGINS_WITH_LINK, titleHeading } from "./title-heading";
import { relationsInProperties, titleInProperties } from "./properties";
import type { WrittenDivision, WrittenHeading, WrittenLink, WrittenMap } from "./written";

/** A division under construction; where it ends is known when the next one begins. */
interface DivisionDraft {
  readonly heading: WrittenHeading;
  /** The values that its heading and the fields below that say. */
  readonly stated: Stated;
  readonly content: ContentDraft;
  readonly sections: DivisionDraft[];
  readonly from: number;
  to: number;
}

function finishDivision({ heading, stated, content, sections, from, to }: DivisionDraft): WrittenDivision {
  const { rating, length } = stated;
  return {
    heading: { ...heading, rating, length },
    content: content.finish(),
    sections: sections.map(finishDivision),
    from,
    to,
  };
}

/**
 * Makes entries of the links in sentences where a division has no others; drops them where it has.
 * Tells whether the division holds any links.
 */
function settlePointers({ heading, content, sections }: DivisionDraft, reading: Reading): boolean {
  const inSections = sections.map((section) => settlePointers(section, reading));
  const isListing = heading.link !== null || content.holdsLinks || inSections.includes(true);
  if (isListing) for (const { link } of content.pointers) reading.drop(link, "prose");
  else content.followPointers(reading.visible);
  return isListing || content.pointers.length > 0;
}

/** A heading needs one of these to name anything: a letter, a figure or a picture. */
const NAMING = /[\p{L}\p{N}\p{S}]/u;

/** Sections whose text means nothing but itself. */
const LITERAL: ReadonlySet<string> = new Set(["code", "math", "html", "yaml"]);

/** The comments and footnotes of a note: some of the links in them are in the cache, but none is part of the map. */
function commentRanges(text: string, blocks: readonly SectionCache[]): readonly Range[] {
  if (!text.includes("%%") && !text.includes("<!--") && !text.includes("^[")) return [];
  return blocks.flatMap(({ type, position: { start, end } }) =>
    LITERAL.has(type) ? [] : hiddenIn(text.slice(start.offset, end.offset), start.offset),
  );
}

class MapReader {
  private readonly reading: Reading;
  private readonly blocks: readonly SectionCache[];
  private readonly items: readonly ListItemCache[];
  /** The headings by the offset at which they begin. */
  private readonly headings: ReadonlyMap<number, HeadingCache>;
  private readonly preface = new ContentDraft("");
  private readonly chapters: DivisionDraft[] = [];
  /** The division that is being read, with those that it is nested in, from its chapter down. */
  private readonly open: DivisionDraft[] = [];
  private title: string | null = null;

  constructor(
    private readonly text: string,
    private readonly cache: NoteCache,
  ) {
    this.blocks = inDocumentOrder(cache.sections);
    this.items = inDocumentOrder(cache.listItems);
    this.headings = new Map((cache.headings ?? []).map((heading) => [heading.position.start.offset, heading]));
    this.reading = new Reading(text, cache, commentRanges(text, this.blocks));
  }

  read(): WrittenMap {
    this.readBlocks();
    for (const { link } of this.preface.pointers) this.reading.drop(link, "prose");
    for (const chapter of this.chapters) settlePointers(chapter, this.reading);
    this.reading.dropRest();
    return {
      title: titleInProperties(this.cache) ?? this.title,
      preface: this.preface.finish(),
      chapters: this.chapters.map(finishDivision),
      relations: relationsInProperties(this.text, this.cache),
      unused: this.reading.unused.sort((a, b) => a.line - b.line),
    };
  }

  private readBlocks(): void {
    const { blocks } = this;
    const title = titleHeading(this.text, this.cache);
    let content = this.preface;
    blocks.forEach((block, index) => {
      const heading = block.type === "heading" ? this.headings.get(block.position.start.offset) : undefined;
      if (heading) content = this.openHeading(heading, heading === title) ?? content;
      else {
        if (content === this.preface) content.trail = this.trailPlace(blocks[index + 1], title);
        this.readBlock(block, blocks[index + 1], content);
      }
    });
  }

  /** The place for a trail in a block of the preface. */
  private trailPlace(next: SectionCache | undefined, title: HeadingCache | null): TrailPlace {
    const isAlone = next?.type === "heading" || next?.type === "thematicBreak";
    return {
      isFirst: this.preface.mayBegin,
      isAlone,
      isAboveTitle: title !== null && this.title === null,
    };
  }

  /** The content that is gathered from a heading on; null for one without words, which divides nothing. */
  private openHeading(heading: HeadingCache, isTitle: boolean): ContentDraft | null {
    const read = readHeading(heading, this.reading);
    if (!NAMING.test(read.heading.title) && read.heading.link === null && read.others.length === 0) return null;
    if (isTitle) {
      this.title = read.heading.title;
      if (read.heading.link) this.reading.drop(read.heading.link, "elsewhere");
      for (const link of this.relate(read.others, this.preface)) this.reading.drop(link, "elsewhere");
      return this.preface;
    }
    return this.openDivision(read, heading.position.start.offset);
  }

  /** Hangs a division below the nearest earlier one of a shallower level, and ends those that it ends. */
  private openDivision({ heading, others }: HeadingReading, from: number): ContentDraft {
    const { open } = this;
    for (let last = open.at(-1); last !== undefined && last.heading.level >= heading.level; last = open.at(-1)) {
      last.to = from;
      open.pop();
    }
    const stated = { rating: heading.rating, length: heading.length, status: null };
    const content = new ContentDraft(heading.title, heading.link && stated);
    for (const link of this.relate(others, content)) {
      content.add(draftEntry(link, alone(link, this.reading.visible)), null, null);
    }
    const division: DivisionDraft = { heading, stated, content, sections: [], from, to: this.text.length };
    (open.at(-1)?.sections ?? this.chapters).push(division);
    open.push(division);
    return content;
  }

  /**
   * Takes the links of a heading beside that of its division as relations;
   * returns those that lead to no note, and are none.
   */
  private relate(links: readonly WrittenLink[], content: ContentDraft): readonly WrittenLink[] {
    const related = links.filter((link) => !leadsBeyondNotes(link));
    content.relate(related.map((link) => ({ kind: "related", link })));
    return links.filter(leadsBeyondNotes);
  }

  private readBlock(block: SectionCache, next: SectionCache | undefined, content: ContentDraft): void {
    const { start, end } = block.position;
    switch (block.type) {
      case "list":
        readList(itemsWithin(this.items, start.offset, end.offset), this.reading, content);
        break;
      case "table":
        readTable(linesWithin(this.text, linesOf(block)), this.reading, content);
        break;
      case "paragraph":
        readParagraph(linesOf(block), this.labelled(next), this.reading, content);
        return;
      case "blockquote":
      case "callout":
        this.readQuote(block, content);
        return;
      case "thematicBreak":
        break;
      case "yaml":
      case "comment":
        return;
      default:
        content.prose = true;
    }
    content.endBlock();
  }

  /** The kind of a block as one that a paragraph directly above it may label. */
  private labelled(block: SectionCache | undefined): Labelled {
    if (block?.type === "list" || block?.type === "table") return block.type;
    const from = block?.type === "paragraph" ? block.position.start.offset : null;
    return from !== null && BEGINS_WITH_LINK.test(this.text.slice(from, from + BEGINNING)) ? "links" : null;
  }

  private readQuote(block: SectionCache, content: ContentDraft): void {
    const { from, to, line } = linesOf(block);
    const isCallout = block.type === "callout";
    const items = itemsWithin(this.items, from, to);
    const holdsEntries = isCallout || this.open.length > 0;
    readQuote({ from, to, line, items, isCallout, holdsEntries }, this.reading, content);
  }
}

/** The place of a block. */
function linesOf({ position: { start, end } }: SectionCache): LineRange {
  return { from: start.offset, to: end.offset, line: start.line };
}

/** Reads one version of a note as a map. Never throws on any text; what it could not use is listed in `unused`. */
export function parseMap(text: string, cache: NoteCache): WrittenMap {
  return new MapReader(text, cache).read();
}
