// An entry while its map is read, and what its texts say about it.
import { AnnotationDraft, mayHoldValues, merged, NO_ANNOTATION } from "./annotation";
import type { Annotation, Length, Rating, WrittenEntry, WrittenLink } from "./written";

const NONE: readonly never[] = [];

/** A list with one more at its end: the list itself, unless it is the one that all the empty ones share. */
function withLast<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}

/** What is said about an entry elsewhere than on its line. */
export interface Saying {
  read(): Annotation;
}

/**
 * An entry under construction: what is nested below it and beside it in its row is still to come.
 * What its texts say is read when somebody asks, which nobody does before all of the map is read: of a long map that is little of it.
 */
export class EntryDraft implements WrittenEntry {
  details: readonly string[] = NONE;
  children: readonly EntryDraft[] = NONE;
  /** What the other cells of its table row say; null where there are none. */
  row: Saying | null = null;
  /** What bullets below it state; null where there are none. */
  private stated: Annotation | null = null;
  // What all of that says, once it was asked for. Truly private, so that two entries are compared by what is written.
  #said: Annotation | null = null;
  #values: Annotation | null = null;

  constructor(
    readonly link: WrittenLink,
    public title: string,
    public label: string | null,
    readonly task: string | null,
    public mentions: readonly WrittenLink[],
    /** What the signs in its alias say. */
    private readonly named: Annotation,
    /** The text before it, if that speaks about it, and where that begins. */
    private readonly lead: string,
    private readonly leadFrom: number,
    /** The text from its link on. */
    private readonly rest: string,
  ) {}

  get rating(): Rating | null {
    return this.values.rating;
  }

  get key(): boolean {
    return this.values.key;
  }

  get hot(): boolean {
    return this.values.hot;
  }

  get length(): Length | null {
    return this.values.length;
  }

  get status(): string | null {
    return this.values.status;
  }

  get remark(): string | null {
    return this.said.remark;
  }

  addChild(entry: EntryDraft): void {
    this.children = withLast(this.children, entry);
  }

  addDetail(words: string): void {
    this.details = withLast(this.details, words);
  }

  /** Takes a rating, length or status that a bullet below it states. */
  state({ rating, length, status }: Annotation): void {
    const before = this.stated ?? NO_ANNOTATION;
    this.stated = { ...NO_ANNOTATION, rating: before.rating ?? rating, length: before.length ?? length, status: before.status ?? status };
  }

  /** What is said but for the remark, which of many is all there is. */
  private get values(): Annotation {
    return (this.#values ??= this.mayHoldValues() ? this.said : NO_ANNOTATION);
  }

  private mayHoldValues(): boolean {
    return this.row !== null || this.stated !== null || this.named !== NO_ANNOTATION || mayHoldValues(this.lead) || mayHoldValues(this.rest);
  }

  private get said(): Annotation {
    return (this.#said ??= this.read());
  }

  private read(): Annotation {
    const isTask = this.task !== null;
    const own = new AnnotationDraft().read(this.lead, this.leadFrom, isTask).read(this.rest, this.link.to, isTask);
    const named = this.named === NO_ANNOTATION ? own : merged(this.named, own);
    const inRow = this.row === null ? named : merged(named, this.row.read());
    return this.stated === null ? inRow : merged(inRow, this.stated);
  }
}
