// One line of a map (a list item, a paragraph's line, a cell): which of its links are entries,
// which are mentioned, which state a relation, and what is said about each.
import { AnnotationDraft, hasSigns, mayHoldValues, merged, NO_ANNOTATION, readTitle } from "./annotation";
import { isMedia, linkpathOf, nameOfLink } from "./links";
import { blanked, inOrder, type Range } from "./range";
import { MARK, signsIn } from "./signs";
import { endsInReference, plain, relationOfLead } from "./words";
import type { Annotation, Length, Rating, UnusedReason, WrittenEntry, WrittenLink, WrittenRelation } from "./written";

const NONE: readonly never[] = [];
const NO_LEAD = { label: null, lead: "" };

/** What is said about an entry elsewhere than on its line. */
export interface Saying {
  read(): Annotation;
}

/**
 * An entry under construction: what is nested below it and beside it in its row is still to come.
 * What its texts say is read when somebody asks: of a long map that is little of it.
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
    this.children = [...this.children, entry];
  }

  addDetail(words: string): void {
    this.details = [...this.details, words];
  }

  /** Takes a rating, length or status that a bullet below it states. */
  state({ rating, length, status }: Annotation): void {
    const field = { ...NO_ANNOTATION, rating, length, status };
    this.stated = this.stated === null ? field : merged(this.stated, field);
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

export interface LineReading {
  readonly entries: readonly EntryDraft[];
  readonly relations: readonly WrittenRelation[];
  readonly unused: readonly { readonly link: WrittenLink; readonly why: UnusedReason }[];
}

/** A line to be read: its words, in which what does not count is blanked one for one, and the links in it. */
export interface Line extends Range {
  readonly words: string;
  readonly links: readonly WrittenLink[];
  /** The mark of its task item; null where it is no task. */
  readonly task: string | null;
}

const DAILY_NOTE = /(?:^|\/)\d{4}-\d{2}-\d{2}$/;
const OPENING = /(?:\*\*|__|~~|==|[*_])+$/;
const ENDS_IN_COLON = /[:：][\s*_=~]*$/;
/** A label is some words before a colon; what is longer is prose. In UTF-16 units. */
const LONGEST_LABEL = 200;

/** Why a link cannot be an entry anywhere; null where it can. */
function unusable(link: WrittenLink): UnusedReason | null {
  if (link.embed && isMedia(link.link)) return "media";
  return !link.web && link.link.startsWith("#") ? "jump" : null;
}

/** The emphasis marks directly before a link, with their counterparts behind it; none where they are not closed. */
function marksAround(link: Range, { words, from }: Line): readonly Range[] {
  const before = link.from - from;
  if ((signsIn(words, Math.max(before - 1, 0), before) & MARK) === 0) return NONE;
  const opening = OPENING.exec(words.slice(Math.max(before - 6, 0), before))?.[0];
  const at = opening ? words.indexOf([...opening].reverse().join(""), link.to - from) : -1;
  if (!opening || at < 0) return NONE;
  return [{ from: link.from - opening.length, to: link.from }, { from: from + at, to: from + at + opening.length }];
}

/** The line's words with the emphasis marks around its links blanked. */
function withoutEmphasis(line: Line, links: readonly WrittenLink[]): string {
  let marks: Range[] | null = null;
  for (const link of links) for (const mark of marksAround(link, line)) (marks ??= []).push(mark);
  return marks ? blanked(line.words, line.from, inOrder(marks)) : line.words;
}

/** Whether a link that follows another on its line is only mentioned; `clause` is the text between them. */
export function isMention(link: WrittenLink, clause: string): boolean {
  return endsInReference(clause) || (!link.web && DAILY_NOTE.test(linkpathOf(link.link)));
}

/** A label's words where the text before the first link ends with a colon; null for any other text. */
function labelOf(lead: string, base: number): string | null {
  if (lead.length > LONGEST_LABEL || !ENDS_IN_COLON.test(lead)) return null;
  const label = plain(new AnnotationDraft().read(lead, base).remark ?? "").replace(ENDS_IN_COLON, "").trim();
  return label === "" ? null : label;
}

/** What an alias says but for its stars and flags, and what these say; null where it has none. */
function titleOf(link: WrittenLink, line: Line): { readonly title: string; readonly annotation: Annotation } | null {
  if (link.alias === null || !hasSigns(link.alias)) return null;
  const at = line.words.slice(link.from - line.from, link.to - line.from).indexOf(link.alias);
  return at < 0 ? null : readTitle(link.alias, link.from + at);
}

/** The flags before a label still count; its words are no remark. */
function withoutLabel(lead: string): string {
  return lead.replace(/(⭐|★|☆|🔥|\uFE0F)|[^]/gu, (char, flag) => (flag === undefined ? " ".repeat(char.length) : char));
}

/** What stands before the first link: the label it is, if it is one, and what speaks about the first entry. */
function readLead(lead: string, base: number): { readonly label: string | null; readonly lead: string } {
  if (lead.trim() === "") return NO_LEAD;
  const label = labelOf(lead, base);
  return { label, lead: label === null ? lead : withoutLabel(lead) };
}

/** Entries of the line's links, each with the mentions behind it and what is said up to the next. */
function readEntries(line: Line, links: readonly WrittenLink[]): readonly EntryDraft[] {
  const { from, task } = line;
  const words = withoutEmphasis(line, links);
  const entries: EntryDraft[] = [];
  const { label, lead } = readLead(words.slice(0, (links[0]?.from ?? from) - from), from);
  for (let index = 0, next = 0; index < links.length; index = next) {
    const link = links[index];
    if (!link) break;
    next = index + 1;
    for (let last = link; next < links.length; next++) {
      const later = links[next];
      if (!later || !isMention(later, words.slice(last.to - from, later.from - from))) break;
      last = later;
    }
    const named = titleOf(link, line);
    const title = named?.title ?? link.alias ?? (link.web ? link.link : nameOfLink(link.link));
    const mentions = next === index + 1 ? NONE : links.slice(index + 1, next);
    const rest = words.slice(link.to - from, (links[next]?.from ?? line.to) - from);
    entries.push(new EntryDraft(link, title, label, task, mentions, named?.annotation ?? NO_ANNOTATION, index === 0 ? lead : "", from, rest));
  }
  return entries;
}

/** What becomes of the links that cannot be entries. */
function unusableOf(links: readonly WrittenLink[]): LineReading["unused"] {
  if (links.every((link) => unusable(link) === null)) return NONE;
  return links.flatMap((link) => {
    const why = unusable(link);
    return why === null ? [] : [{ link, why }];
  });
}

/** Reads a quoted line, whose links are relations of the kind that its label says, else related. */
export function readQuotedLine(line: Line): LineReading & { readonly isLabelled: boolean } {
  const links = line.links.filter((link) => unusable(link) === null && !link.embed);
  const unused = line.links.flatMap((link) => (links.includes(link) ? [] : [{ link, why: unusable(link) ?? ("elsewhere" as const) }]));
  const first = links[0];
  const kind = first ? relationOfLead(line.words.slice(0, first.from - line.from)) : null;
  return { entries: NONE, unused, relations: links.map((link) => ({ kind: kind ?? "related", link })), isLabelled: kind !== null };
}

/** Reads one line. Without links that can be used it yields no entries. */
export function readLine(line: Line): LineReading {
  const unused = unusableOf(line.links);
  const links = unused.length === 0 ? line.links : line.links.filter((link) => unusable(link) === null);
  const first = links[0];
  if (!first) return { entries: NONE, relations: NONE, unused };
  const kind = first.from === line.from ? null : relationOfLead(line.words.slice(0, first.from - line.from));
  if (kind) return { entries: NONE, unused, relations: links.map((link) => ({ kind, link })) };
  return { entries: readEntries(line, links), relations: NONE, unused };
}
