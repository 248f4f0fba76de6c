// What gathers under one heading while its blocks are read: entries, relations, topics and the rest.
import type { EntryDraft, LineReading } from "./line";
import { readWebLinks } from "./links";
import { within, type Range } from "./range";
import type { Topic, Unused, WrittenContent, WrittenLink, WrittenRelation } from "./written";

const TOPIC_LENGTH = 40;
const SENTENCE = /[。；→`]/u;

/** Collects the content of the preface or of one division, block by block. */
export class ContentDraft implements WrittenContent {
  summary: string | null = null;
  readonly relations: WrittenRelation[] = [];
  readonly entries: EntryDraft[] = [];
  readonly topics: Topic[] = [];
  prose = false;
  /** The label that a paragraph directly above gives to the whole list or table that follows; null else. */
  groupLabel: string | null = null;

  /** Takes what a line states; its entries go below `owner` where there is one, and get `group` if they have no label. */
  take(reading: LineReading, owner: EntryDraft | null, group: string | null): void {
    this.relations.push(...reading.relations);
    for (const entry of reading.entries) {
      (owner?.children ?? this.entries).push(entry.label === null && group !== null ? { ...entry, label: group } : entry);
    }
  }

  /** Files a linkless text as a topic, or as prose where it says more than a name. */
  name(title: string, line: number): void {
    if (title === "") return;
    if ([...title].length <= TOPIC_LENGTH && !SENTENCE.test(title)) this.topics.push({ title, line });
    else this.prose = true;
  }
}

/** What is shared by all that read one map: its text, its links, and what became of them. */
export class Reading {
  readonly unused: Unused[] = [];
  /** The links a reader of the note sees, in document order. */
  readonly links: readonly WrittenLink[];
  private readonly used = new Set<WrittenLink>();
  private readonly hasWebLinks: boolean;

  constructor(
    readonly text: string,
    links: readonly WrittenLink[],
    comments: readonly Range[],
  ) {
    this.hasWebLinks = /https?:/i.test(text);
    const hidden = new Set(comments.flatMap((comment) => within(links, comment)));
    for (const link of hidden) this.drop(link, "comment");
    this.links = hidden.size === 0 ? links : links.filter((link) => !hidden.has(link));
  }

  /** The links of a stretch of text that begins on `line`, web links among them, in document order. */
  linksIn(range: Range, line: number): readonly WrittenLink[] {
    const own = within(this.links, range);
    const web = this.hasWebLinks ? readWebLinks(this.text, range, line) : [];
    return web.length === 0 ? own : [...own, ...web].sort((a, b) => a.from - b.from);
  }

  /** Notes that these links have found their place, whether shown or not. */
  use(links: Iterable<WrittenLink>): void {
    for (const link of links) this.used.add(link);
  }

  drop(link: WrittenLink, why: Unused["why"]): void {
    this.used.add(link);
    this.unused.push({ line: link.line, text: this.text.slice(link.from, link.to), why });
  }

  /** Lists every link that nothing has read. */
  dropRest(): void {
    for (const link of this.links) if (!this.used.has(link)) this.drop(link, "elsewhere");
  }

  /** Takes a line's reading into the content and accounts for its links. */
  accept(reading: LineReading, links: readonly WrittenLink[], content: ContentDraft, owner: EntryDraft | null, group: string | null): void {
    for (const { link, why } of reading.unused) this.drop(link, why);
    this.use(links);
    content.take(reading, owner, group);
  }
}
