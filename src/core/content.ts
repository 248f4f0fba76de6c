// What gathers under one heading while its blocks are read: entries, relations, topics and the rest.
import type { NoteCache } from "./cache";
import type { EntryDraft } from "./entry-draft";
import type { LineReading } from "./line";
import { readLinks } from "./links";
import { blanked, firstAt, inOrder, isInside, type Range } from "./range";
import { WebLinks } from "./web-links";
import type { Topic, Unused, WrittenContent, WrittenLink, WrittenRelation } from "./written";

const NO_LINKS: readonly WrittenLink[] = [];
const TOPIC_LENGTH = 40;
/** A sentence, code or what is left of a link names nothing to study. */
const NO_NAME = /[。；→`]|\[\]\(|\[\[/u;

/** Collects the content of the preface or of one division, block by block. */
export class ContentDraft implements WrittenContent {
  summary: string | null = null;
  readonly relations: WrittenRelation[] = [];
  readonly entries: EntryDraft[] = [];
  readonly topics: Topic[] = [];
  prose = false;
  /** The label that a paragraph directly above gives to the whole list or table that follows; null else. */
  groupLabel: string | null = null;
  /** That paragraph as written while no entry has taken its label and it could be the summary; null else. */
  private groupText: string | null = null;
  /** Whether anything but a summary has been read: what comes later sums up nothing. */
  private hasBegun = false;

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

  /** Takes what a line states; its entries go below `owner` where there is one, and get `group` if they have no label. */
  take(reading: LineReading, owner: EntryDraft | null, group: string | null): void {
    for (const relation of reading.relations) this.relations.push(relation);
    for (const entry of reading.entries) {
      if (entry.label === null && group !== null) {
        entry.label = group;
        if (group === this.groupLabel) this.groupText = null;
      }
      if (owner) owner.addChild(entry);
      else this.entries.push(entry);
    }
  }

  /** Files a linkless text as a topic, or as prose where it says more than a name; `written` still has its marks. */
  name(title: string, written: string, line: number): void {
    if (title === "") return;
    if ([...title].length <= TOPIC_LENGTH && !NO_NAME.test(written)) this.topics.push({ title, line });
    else this.prose = true;
  }
}

/** What is shared by all that read one map: its text, its links, and what became of them. */
export class Reading {
  readonly unused: Unused[] = [];
  /** The links that a reader of the note sees, in document order; web links are found when their text is read. */
  private readonly links: readonly WrittenLink[];
  /** For each of `links` whether it has found its place. */
  private readonly isTaken: Uint8Array;
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
    this.unused.push(...stale);
    this.links = comments.length === 0 ? links : links.filter((link) => !this.dropIfHidden(link));
    this.isTaken = new Uint8Array(this.links.length);
    this.web = new WebLinks(text, cache);
  }

  /** Takes the links of a stretch of text that have found no place yet, in document order. */
  takeLinks(range: Range): readonly WrittenLink[] {
    const { links, isTaken } = this;
    const last = links[this.next - 1];
    let at = last !== undefined && last.from >= range.from ? firstAt(links, range.from) : this.next;
    while ((links[at]?.from ?? Infinity) < range.from) at++;
    const taken: WrittenLink[] = [];
    for (let link = links[at]; link !== undefined && link.from < range.to; link = links[++at]) {
      if (isTaken[at] === 0) taken.push(link);
      isTaken[at] = 1;
    }
    this.next = at;
    return taken.length === 0 ? NO_LINKS : taken;
  }

  /** Takes the links of a stretch of text that begins on `line`, web links among them. */
  take(range: Range, line: number): readonly WrittenLink[] {
    const own = this.takeLinks(range);
    const web = this.web.in(range, line);
    return web.length === 0 ? own : inOrder([...own, ...web.filter((link) => !isInside(link, own) && !isInside(link, this.comments))]);
  }

  /** The text of a stretch with the comments in it blanked one for one, so that offsets hold. */
  visible(range: Range): string {
    const words = this.text.slice(range.from, range.to);
    const { comments } = this;
    if (comments.length === 0) return words;
    // The comment before the range may reach into it.
    return blanked(words, range.from, comments.slice(Math.max(firstAt(comments, range.from) - 1, 0), firstAt(comments, range.to)));
  }

  drop(link: WrittenLink, why: Unused["why"]): void {
    this.unused.push({ line: link.line, text: this.text.slice(link.from, link.to), why });
  }

  /** Lists every link that nothing has read. */
  dropRest(): void {
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
