// What gathers under one heading while its blocks are read: entries, relations, topics and the rest.
import type { NoteCache } from "../base/cache";
import type { EntryDraft } from "./entry-draft";
import type { LineReading } from "./line";
import { readLinks } from "./links";
import { NONE, withLast } from "../base/none";
import { blanked, firstAt, inOrder, isInside, type Range, type Stretch } from "../base/range";
import { WebLinks } from "./web-links";
import { isNavigationTitle } from "../notation/words";
import type { Topic, Unused, WrittenContent, WrittenLink, WrittenRelation } from "./written";

const TOPIC_LENGTH = 40;
/** A sentence, code, a picture, HTML, an address or what is left of a link, a footnote and tags name nothing to study. */
const NO_NAME = /[。；→`]|\]\(|\[\[|!\[|\[\^|:\/\/|\bwww\.|\bmailto:|<[a-z/]|^\s*(?:#[^\s#]+\s*)+$/iu;

/** Whether a title is no longer than a topic's, in characters. */
function isShort(title: string): boolean {
  return title.length <= TOPIC_LENGTH || (title.length <= TOPIC_LENGTH * 2 && [...title].length <= TOPIC_LENGTH);
}

/** Collects the content of the preface or of one division, block by block. */
export class ContentDraft implements WrittenContent {
  summary: string | null = null;
  relations: readonly WrittenRelation[] = NONE;
  entries: readonly EntryDraft[] = NONE;
  topics: readonly Topic[] = NONE;
  prose = false;
  /** The label that a paragraph directly above gives to the whole list or table that follows; null else. */
  groupLabel: string | null = null;
  /** That paragraph as written while no entry has taken its label and it could be the summary; null else. */
  private groupText: string | null = null;
  /** Whether anything but a summary has been read: what comes later sums up nothing. */
  private hasBegun = false;

  /** `title` is that of its heading; "" for the preface. */
  constructor(private readonly title: string) {}

  /** Whether it only says where else to go. */
  get isNavigation(): boolean {
    return isNavigationTitle(this.title);
  }

  private get hasNoSummary(): boolean {
    return this.summary === null && !this.hasBegun && this.entries.length === 0;
  }

  /** Takes a text without entries: the first of a division is its summary. */
  say(words: string): void {
    if (this.hasNoSummary) this.summary = words;
    else this.prose = true;
  }

  /** Takes a paragraph that labels the list or table directly below it. */
  openGroup(label: string, words: string): void {
    this.groupLabel = label;
    this.groupText = this.hasNoSummary ? words : null;
  }

  /** Something takes the label of its list or table without being an entry. */
  takeLabel(): void {
    this.groupText = null;
  }

  /** Ends a block: a label that no entry took was a text like any other. */
  endBlock(): void {
    this.summary ??= this.groupText;
    this.groupLabel = null;
    this.groupText = null;
    this.hasBegun = true;
  }

  relate(relations: readonly WrittenRelation[]): void {
    for (const relation of relations) this.relations = withLast(this.relations, relation);
  }

  /** Takes what a line states; its entries go below `owner` where there is one, and get `group` if they have no label. */
  take(reading: LineReading, owner: EntryDraft | null, group: string | null): void {
    this.relate(reading.relations);
    for (const entry of reading.entries) this.add(entry, owner, group);
  }

  add(entry: EntryDraft, owner: EntryDraft | null, group: string | null): void {
    if (entry.label === null && group !== null) {
      entry.label = group;
      if (group === this.groupLabel) this.groupText = null;
    }
    if (owner) owner.addChild(entry);
    else this.entries = withLast(this.entries, entry);
  }

  /** Files a linkless text as a topic, or as prose where it says more than a name; `written` still has its marks. */
  name(title: string, written: string, line: number): void {
    if (title === "") return;
    if (isShort(title) && !NO_NAME.test(written)) this.topics = withLast(this.topics, { title, line });
    else this.prose = true;
  }
}

/** What is shared by all that read one map: its text, its links, and what became of them. */
export class Reading {
  readonly unused: Unused[] = [];
  /** The whole text. */
  readonly written: Stretch;
  /** The whole text with the comments in it blanked. */
  readonly visible: Stretch;
  /** The links that a reader of the note sees, in document order; web links are found when their text is read. */
  private readonly links: readonly WrittenLink[];
  /** For each of `links` whether it has found its place. */
  private readonly isTaken: Uint8Array;
  /** How many have not. */
  private left: number;
  private readonly web: WebLinks;
  /** The link after the one last taken: most text is read in order. */
  private next = 0;

  constructor(
    readonly text: string,
    cache: NoteCache,
    /** What a reader of the note does not see, in document order. */
    private readonly comments: readonly Range[],
  ) {
    const stale: Unused[] = [];
    const links = readLinks(text, cache, stale);
    for (const one of stale) this.unused.push(one);
    this.written = { text, base: 0 };
    this.visible = comments.length === 0 ? this.written : { text: blanked(text, 0, comments), base: 0 };
    this.links = comments.length === 0 ? links : links.filter((link) => !this.dropIfHidden(link));
    this.isTaken = new Uint8Array(this.links.length);
    this.left = this.links.length;
    this.web = new WebLinks(text, cache);
  }

  /** Takes the links of a stretch of text that have found no place yet, in document order. */
  takeLinks(from: number, to: number): readonly WrittenLink[] {
    const { links, isTaken } = this;
    const last = links[this.next - 1];
    let at = last !== undefined && last.from >= from ? firstAt(links, from) : this.next;
    let taken: readonly WrittenLink[] = NONE;
    for (let link = links[at]; link !== undefined && link.from < to; link = links[++at]) {
      if (link.from < from || isTaken[at] === 1) continue;
      isTaken[at] = 1;
      taken = withLast(taken, link);
    }
    this.next = at;
    this.left -= taken.length;
    return taken;
  }

  /** Whether links, web links among them, may stand in a stretch of text; if not, none do. */
  mayHoldLinks(from: number, to: number): boolean {
    const { links, next } = this;
    const isInOrder = (links[next - 1]?.from ?? -1) < from;
    return !isInOrder || (links[next]?.from ?? Infinity) < to || this.web.mayBeIn(from, to);
  }

  hasLinkAt(offset: number): boolean {
    return this.links[firstAt(this.links, offset)]?.from === offset;
  }

  /** Takes the link at `from` if there is none other up to `to`; null, and takes none, where that is not so. */
  takeOnly(from: number, to: number): WrittenLink | null {
    const { links, isTaken, next } = this;
    const link = links[next];
    const isOnly =
      link?.from === from &&
      isTaken[next] === 0 &&
      (links[next + 1]?.from ?? Infinity) >= to &&
      !this.web.mayBeIn(from, to);
    if (!link || !isOnly) return null;
    isTaken[next] = 1;
    this.next = next + 1;
    this.left--;
    return link;
  }

  /** Takes the links of a stretch of text that begins on `line`, web links among them. */
  take(from: number, to: number, line: number): readonly WrittenLink[] {
    const own = this.takeLinks(from, to);
    const web = this.web.in(from, to, line);
    return web.length === 0
      ? own
      : inOrder([...own, ...web.filter((link) => !isInside(link, own) && !isInside(link, this.comments))]);
  }

  drop(link: WrittenLink, why: Unused["why"]): void {
    this.unused.push({ line: link.line, text: this.text.slice(link.from, link.to), why });
  }

  /** Lists every link that nothing has read. */
  dropRest(): void {
    if (this.left === 0) return;
    this.links.forEach((link, index) => {
      if (this.isTaken[index] === 0) this.drop(link, "elsewhere");
    });
  }

  /** Takes a line's reading into the content. */
  accept(reading: LineReading, content: ContentDraft, owner: EntryDraft | null, group: string | null): void {
    for (const { link, why } of reading.unused) this.drop(link, why);
    content.take(reading, owner, group);
  }

  private dropIfHidden(link: WrittenLink): boolean {
    const isHidden = isInside(link, this.comments);
    if (isHidden) this.drop(link, "comment");
    return isHidden;
  }
}
