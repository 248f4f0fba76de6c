// All that is shared by those who read one map: its text, its links, and what became of them.
import type { NoteCache } from "../base/cache";
import { takeJapaneseMinutes, type AnnotationDraft } from "../notation/annotation";
import { blanked, firstIndex, inOrder, isInside, type Range, type Stretch } from "../base/range";
import type { ContentDraft } from "./content";
import type { EntryDraft } from "./entry-draft";
import type { LineReading } from "./line";
import { readLinks } from "./links";
import { WebLinks } from "./web-links";
import type { Unused, WrittenLink } from "./written";

/** Japanese letters; alone one of them is a sign in Chinese, too. */
const KANA = /[\u3041-\u30FA]{2}/;

/** All that the readers of one map share. */
export class Reading {
  readonly unused: Unused[] = [];
  /** The whole text. */
  readonly written: Stretch;
  /** The whole text with the comments and footnotes in it blanked. */
  readonly visible: Stretch;
  /** The links that a reader of the note sees, in document order; web links are found when their text is read. */
  private readonly links: readonly WrittenLink[];
  /** The offset at which each of them begins. */
  private readonly starts: readonly number[];
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
    this.starts = this.links.map(({ from }) => from);
    this.isTaken = this.links.map(() => false);
    this.web = new WebLinks(text, cache);
    this.isJapanese = text.includes("分") && KANA.test(text);
  }

  /** The index of the first link at or behind an offset. */
  private indexAt(offset: number): number {
    const { starts } = this;
    return firstIndex(starts.length, (index) => (starts[index] ?? offset) < offset);
  }

  hasLinkAt(offset: number): boolean {
    return this.starts[this.indexAt(offset)] === offset;
  }

  /** Takes the links of a stretch of text that have found no place yet, in document order. */
  private takeLinks(from: number, to: number): readonly WrittenLink[] {
    const { links, starts, isTaken } = this;
    const first = this.indexAt(from);
    let [end, isFree] = [first, true];
    while ((starts[end] ?? to) < to) isFree = isTaken[end++] === false && isFree;
    const found = links.slice(first, end);
    const free = isFree ? found : found.filter((_, at) => isTaken[first + at] === false);
    for (let at = first; at < end; at++) isTaken[at] = true;
    return free;
  }

  /** Takes the links of a stretch of text that begins on `line`, web links among them. */
  take(from: number, to: number, line: number): readonly WrittenLink[] {
    const own = this.takeLinks(from, to);
    const web = this.web.in(from, to, line);
    if (web.length === 0) return own;
    return inOrder([...own, ...web.filter((link) => !isInside(link, own) && this.takeWeb(link))]);
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
    if (this.isJapanese)
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
