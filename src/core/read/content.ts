// The things that gather under one heading while its blocks are read: entries, relations, topics and the rest.
import { withOne } from "../base/lists";
import { alone, draftEntry, type EntryDraft, type Stated } from "./entry-draft";
import { labelPath, type GroupLabel } from "./group-label";
import type { LineReading } from "./line";
import type { Stretch } from "../base/range";
import { topicName } from "./topic";
import { isNavigationTitle } from "../notation/words";
import type { Topic, WrittenContent, WrittenLink, WrittenRelation } from "./written";

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
    if (owner) owner.children = withOne(owner.children, entry);
    else this.entries.push(entry);
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
