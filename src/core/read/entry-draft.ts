// An entry while its map is read, and what its texts say about it.
import {
  AnnotationDraft,
  hasSigns,
  mayHoldValues,
  merged,
  NO_ANNOTATION,
  readTitle,
  type Annotation,
} from "../notation/annotation";
import { sameValue, type Comparable } from "../base/equal";
import { titleOfLink } from "./links";
import { NONE, withLast } from "../base/none";
import { plainOf } from "../notation/plain";
import { textBetween, type Stretch } from "../base/range";
import type { WrittenEntry, WrittenLink } from "./written";
import type { Length } from "../notation/length";
import type { Rating } from "../notation/rating";

/** What is said about an entry elsewhere than on its line. */
export interface Saying extends Comparable {
  /** What it adds to what is known. */
  addTo(known: Annotation): Annotation;
}

/** What few entries have: texts that speak about them elsewhere than behind their link, and what belongs to them. */
interface Surroundings {
  /** Its title, where its row gives it one; else null. */
  readonly title: string | null;
  /** The text before it, if that speaks about it; null where it does not or there is none. */
  readonly lead: Stretch | null;
  /** Whether that is its label, whose words are no remark. */
  readonly isLabel: boolean;
  /** What the other cells of its table row say; null where there are none. */
  readonly row: Saying | null;
  /** What bullets below it state; null where there are none. */
  readonly stated: Annotation | null;
  readonly mentions: readonly WrittenLink[];
  readonly details: readonly string[];
  readonly children: readonly EntryDraft[];
}

const ALONE: Surroundings = {
  title: null,
  lead: null,
  isLabel: false,
  row: null,
  stated: null,
  mentions: NONE,
  details: NONE,
  children: NONE,
};

/**
 * An entry under construction: what is nested below it and beside it in its row is still to come.
 * What its texts say is read when somebody asks, which nobody does before all of the map is read: of a long map that is little of it.
 * Of all objects of a map these are the many, so that they are small.
 */
export class EntryDraft implements WrittenEntry, Comparable {
  private around = ALONE;
  /** All that is said but for the remark, once somebody asked. */
  private values: Annotation | null = null;

  constructor(
    readonly link: WrittenLink,
    public label: string | null,
    readonly task: string | null,
    /** Where the text from its link on is found, and where that ends. */
    private readonly stretch: Stretch,
    private readonly to: number,
  ) {}

  /** What its row calls it, else the author's words for it without the signs at their ends, else what its link names. */
  get title(): string {
    const { named } = this;
    return this.around.title ?? (named ? plainOf(named.title) : titleOfLink(this.link));
  }

  get mentions(): readonly WrittenLink[] {
    return this.around.mentions;
  }

  get details(): readonly string[] {
    return this.around.details;
  }

  get children(): readonly EntryDraft[] {
    return this.around.children;
  }

  get rating(): Rating | null {
    return this.all.rating;
  }

  get key(): boolean {
    return this.all.key;
  }

  get hot(): boolean {
    return this.all.hot;
  }

  get length(): Length | null {
    return this.all.length;
  }

  get status(): string | null {
    return this.all.status;
  }

  get remark(): string | null {
    const { all } = this;
    return (all === NO_ANNOTATION ? this.read() : all).remark;
  }

  /** Takes what its row calls it. */
  call(title: string): void {
    this.take({ title });
  }

  /** Takes the text before it; of a label only the values count. */
  follow(lead: Stretch, isLabel: boolean): void {
    this.take({ lead, isLabel });
  }

  addRow(row: Saying): void {
    this.take({ row });
  }

  addMentions(links: readonly WrittenLink[]): void {
    this.take({ mentions: [...this.mentions, ...links] });
  }

  addChild(entry: EntryDraft): void {
    this.take({ children: withLast(this.children, entry) });
  }

  addDetail(words: string): void {
    this.take({ details: withLast(this.details, words) });
  }

  /** Takes a rating, length or status that a bullet below it states. */
  state({ rating, length, status }: Annotation): void {
    const before = this.around.stated ?? NO_ANNOTATION;
    this.take({
      stated: {
        ...NO_ANNOTATION,
        rating: before.rating ?? rating,
        length: before.length ?? length,
        status: before.status ?? status,
      },
    });
  }

  private take(part: Partial<Surroundings>): void {
    this.around = { ...this.around, ...part };
  }

  /** Whether another is written in the same words at the same place. */
  sameAs(other: EntryDraft): boolean {
    const isAlike =
      this.label === other.label && this.task === other.task && this.rest.trimEnd() === other.rest.trimEnd();
    return isAlike && sameValue(this.link, other.link) && sameValue(this.around, other.around);
  }

  /** The text from its link on. */
  private get rest(): string {
    return textBetween(this.stretch, this.link.to, this.to);
  }

  /** What the author's words for it say but for the signs at their ends, and what these say; null where they have none. */
  private get named(): ReturnType<typeof readTitle> | null {
    const { alias, from, to } = this.link;
    if (alias === null || !hasSigns(alias)) return null;
    const at = textBetween(this.stretch, from, to).indexOf(alias);
    return at < 0 ? null : readTitle(alias, from + at);
  }

  /** All that is said; of what holds nothing but a remark, which is most of it, not even that. */
  private get all(): Annotation {
    return (this.values ??= this.mayHoldValues() ? this.read() : NO_ANNOTATION);
  }

  private mayHoldValues(): boolean {
    const { row, stated, lead } = this.around;
    const { alias } = this.link;
    const isSaidAround = row !== null || stated !== null || (lead !== null && mayHoldValues(lead.text));
    return isSaidAround || mayHoldValues(this.rest) || (alias !== null && hasSigns(alias));
  }

  private read(): Annotation {
    const { row, stated, lead, isLabel } = this.around;
    const isTask = this.task !== null;
    const own = new AnnotationDraft();
    if (lead && isLabel) own.readValues(lead.text, lead.base, isTask);
    else if (lead) own.read(lead.text, lead.base, isTask);
    own.read(this.rest, this.link.to, isTask);
    const named = this.named?.annotation ?? NO_ANNOTATION;
    const withAlias = named === NO_ANNOTATION ? own : merged(named, own);
    const inRow = row === null ? withAlias : row.addTo(withAlias);
    return stated === null ? inRow : merged(inRow, stated);
  }
}
