// The things that gather under one heading while its blocks are read: entries, relations, topics and the rest.
import type { NoteCache } from "../base/cache";
import { takeJapaneseMinutes, type AnnotationDraft } from "../notation/annotation";
import { alone, draftEntry, type EntryDraft, type Stated } from "./entry-draft";
import { labelPath, type GroupLabel } from "./group-label";
import type { LineReading } from "./line";
import { readLinks } from "./links";
import { blanked, firstAt, inOrder, isInside, type Range, type Stretch } from "../base/range";
import { topicName } from "./topic";
import { WebLinks } from "./web-links";
import { isNavigationTitle } from "../notation/words";
import type { Topic, Unused, WrittenContent, WrittenLink, WrittenRelation } from "./written";

/** All that makes a block likely to hold the trail above a map's content. */
export interface TrailPlace {
  /** True if nothing of the map has been read yet but its title. */
  readonly isFirst: boolean;
  /** True if it stands alone above a heading, or above the title itself. */
  readonly isAlone: boolean;
  readonly isAboveTitle: boolean;
}

/** A link in a paragraph that is no entry by itself. */
interface Pointer {
  readonly link: WrittenLink;
  /** The whole paragraph if it does nothing but point (`→ See [[A]]`); else null. */
  readonly pointing: string | null;
}

/** Collects the content of the preface or of one division, block by block. */
export class ContentDraft {
  prose = false;
  private summary: string | null = null;
  private readonly relations: WrittenRelation[] = [];
  private readonly entries: EntryDraft[] = [];
  private readonly topics: Topic[] = [];
  /** The name that the bold paragraph directly above gives the whole list or table that follows; null else. */
  groupLabel: string | null = null;
  /** The label of all that its list stands in, as the title of a callout is; null where it stands in nothing. */
  outerLabel: string | null = null;
  /** The words that introduce it there, ended by a colon: a label for what has none. */
  private introduction: string | null = null;
  /** That paragraph as written while no entry has taken its label and it could be the summary; null else. */
  private groupText: string | null = null;
  /** True if anything but a summary has been read: what comes later sums up nothing. */
  private hasBegun = false;
  /** The line of the last paragraph that was only a link; negative where none was. */
  loneLine = -Infinity;
  /** The place for a trail in the block at hand; null where none may stand. */
  trail: TrailPlace | null = null;
  /** Links in sentences: all that there is to study where a section has no others. */
  readonly pointers: Pointer[] = [];

  /** `title` is that of its heading; "" for the preface. */
  constructor(
    private readonly title: string,
    /**
     * The values said of its heading's entry, which the first list below may add to; null where its heading is none.
     */
    private readonly heading: Stated | null = null,
  ) {}

  /** The subject of a list's fields if the list is the first thing below a heading that is an entry; null else. */
  get ofHeading(): Stated | null {
    return this.entries.length === 0 && this.topics.length === 0 ? this.heading : null;
  }

  /** True if it only says where else to go. */
  get isNavigation(): boolean {
    return isNavigationTitle(this.title);
  }

  /** The number of entries and relations. */
  get size(): number {
    return this.entries.length + this.relations.length;
  }

  /** True if words would be its summary. */
  get mayBegin(): boolean {
    return this.summary === null && !this.hasBegun && this.entries.length === 0;
  }

  /** Takes a text without entries: the first of a division is its summary. */
  say(words: string, mayBegin = this.mayBegin): void {
    if (mayBegin) this.summary = words;
    else this.prose = true;
  }

  /** True if it holds entries or relations. */
  get holdsLinks(): boolean {
    return this.entries.length > 0 || this.relations.length > 0;
  }

  /** Makes entries of the links in its sentences; one that only points to them is no summary. */
  followPointers(visible: Stretch): void {
    for (const { link } of this.pointers) this.add(draftEntry(link, alone(link, visible)), null, null);
    if (this.pointers.some(({ pointing }) => pointing !== null && pointing === this.summary)) this.summary = null;
  }

  /** Takes a paragraph that labels the list or table directly below it; bold words are its name. */
  openGroup(label: string, isName: boolean, words: string): void {
    this.groupLabel = isName ? label : null;
    this.introduction = isName ? null : label;
    this.groupText = this.mayBegin ? words : null;
  }

  /** The label of the block at hand; null where it has none. */
  get label(): GroupLabel | null {
    const words = this.groupLabel ?? this.introduction;
    return words === null ? null : { words, isName: this.groupLabel !== null };
  }

  /** The title of the last entry if that is of some link; null else. */
  lastTitle(link: WrittenLink): string | null {
    const last = this.entries.at(-1);
    return last?.link === link ? last.title : null;
  }

  /** Something takes the label of its list or table without being an entry. */
  takeLabel(): void {
    this.groupText = null;
  }

  /** Ends a block: a label that no entry took was a text like any other. */
  endBlock(): void {
    this.summary ??= this.groupText;
    this.closeGroup();
    this.hasBegun = true;
  }

  closeGroup(): void {
    this.groupLabel = null;
    this.introduction = null;
    this.groupText = null;
  }

  relate(relations: readonly WrittenRelation[]): void {
    this.relations.push(...relations);
  }

  /**
   * Takes what a line states; its entries go below `owner` where there is one, and into `group`,
   * with the label they have within it.
   */
  take(reading: LineReading, owner: EntryDraft | null, group: string | null): void {
    this.relate(reading.relations);
    for (const entry of reading.entries) this.add(entry, owner, group);
  }

  add(entry: EntryDraft, owner: EntryDraft | null, group: string | null): void {
    const label = labelPath(group, entry.label);
    entry.label = label ?? (owner === null ? this.introduction : null);
    if (this.groupLabel !== null || entry.label !== label) this.groupText = null;
    (owner?.children ?? this.entries).push(entry);
  }

  /** Files a linkless text as a topic, or as prose where it says more than a name; `written` still has its marks. */
  name(words: string, written: string, line: number): void {
    if (words === "") return;
    const title = topicName(words, written);
    if (title === null) this.prose = true;
    else this.topics.push({ title, line });
  }

  finish(): WrittenContent {
    const { summary, relations, entries, topics, prose } = this;
    return { summary, relations, entries, topics, prose };
  }
}

/** Japanese letters; alone one of them is a sign in Chinese, too. */
const KANA = /[\u3041-\u30FA]{2}/;

/** Everything that is shared by all that read one map: its text, its links, and what became of them. */
export class Reading {
  readonly unused: Unused[] = [];
  /** The whole text. */
  readonly written: Stretch;
  /** The whole text with the comments and footnotes in it blanked. */
  readonly visible: Stretch;
  /** The links that a reader of the note sees, in document order; web links are found when their text is read. */
  private readonly links: readonly WrittenLink[];
  /** For each of them whether it has found its place. */
  private readonly isTaken: boolean[];
  private readonly web: WebLinks;
  /** True if `15分` are minutes in it; in Chinese they are points. */
  private readonly isJapanese: boolean;
  /** The offsets where web links begin that have found their place. */
  private readonly takenWeb = new Set<number>();

  constructor(
    readonly text: string,
    cache: NoteCache,
    /** The parts of the note that a reader does not see, in document order. */
    private readonly comments: readonly Range[],
  ) {
    const stale: Unused[] = [];
    const links = readLinks(text, cache, stale);
    for (const one of stale) this.unused.push(one);
    this.written = { text, base: 0 };
    this.visible = comments.length === 0 ? this.written : { text: blanked(text, 0, comments), base: 0 };
    this.links = comments.length === 0 ? links : links.filter((link) => !this.dropIfHidden(link));
    this.isTaken = this.links.map(() => false);
    this.web = new WebLinks(text, cache);
    this.isJapanese = text.includes("分") && KANA.test(text);
  }

  /** Takes the links of a stretch of text that have found no place yet, in document order. */
  takeLinks(from: number, to: number): readonly WrittenLink[] {
    const { links, isTaken } = this;
    const first = firstAt(links, from);
    let [end, isFree] = [first, true];
    while ((links[end]?.from ?? to) < to) isFree = isTaken[end++] === false && isFree;
    const found = links.slice(first, end);
    const free = isFree ? found : found.filter((_, at) => isTaken[first + at] === false);
    isTaken.fill(true, first, end);
    return free;
  }

  hasLinkAt(offset: number): boolean {
    return this.links[firstAt(this.links, offset)]?.from === offset;
  }

  /** Takes the links of a stretch of text that begins on `line`, web links among them. */
  take(from: number, to: number, line: number): readonly WrittenLink[] {
    const own = this.takeLinks(from, to);
    const web = this.web.in(from, to, line).filter((link) => !isInside(link, own) && this.takeWeb(link));
    return web.length === 0 ? own : inOrder([...own, ...web]);
  }

  /** Takes a web link, unless it is hidden or has found its place: items can lie within items on one line. */
  private takeWeb(link: WrittenLink): boolean {
    const isFree = !this.hasLinkAt(link.from) && !this.takenWeb.has(link.from) && !isInside(link, this.comments);
    if (isFree) this.takenWeb.add(link.from);
    return isFree;
  }

  drop(link: WrittenLink, why: Unused["why"]): void {
    this.unused.push({ line: link.line, text: this.text.slice(link.from, link.to), why });
  }

  /** Lists every link that nothing has read. */
  dropRest(): void {
    this.links.forEach((link, at) => {
      if (this.isTaken[at] === false) this.drop(link, "elsewhere");
    });
  }

  /** Takes minutes in Japanese, which stand behind `from`, out of what is said of a thing. */
  takeMinutes(draft: Pick<AnnotationDraft, "length" | "remark">, from: number): void {
    if (this.isJapanese) takeJapaneseMinutes(draft, this.text, from);
  }

  /** Takes a line's reading into the content. */
  accept(reading: LineReading, content: ContentDraft, owner: EntryDraft | null, group: string | null): void {
    for (const { link, why } of reading.unused) this.drop(link, why);
    for (const entry of reading.entries) this.takeMinutes(entry, this.text.lastIndexOf("\n", entry.link.from) + 1);
    content.take(reading, owner, group);
  }

  private dropIfHidden(link: WrittenLink): boolean {
    const isHidden = isInside(link, this.comments);
    const isNote = (range: Range): boolean => this.text.startsWith("^[", range.from) && isInside(link, [range]);
    if (isHidden) this.drop(link, this.comments.some(isNote) ? "prose" : "comment");
    return isHidden;
  }
}
