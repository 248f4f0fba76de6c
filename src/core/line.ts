// One line of a map (a list item, a paragraph's line, a cell): which of its links are entries,
// which are mentioned, which state a relation, and what is said about each.
import { AnnotationDraft, hasSigns, NO_ANNOTATION, readTitle } from "./annotation";
import { EntryDraft } from "./entry-draft";
import { isMedia, linkpathOf, nameOfLink } from "./links";
import { blanked, inOrder, type Range } from "./range";
import { MARK, signsIn } from "./signs";
import { endsInReference, plain, relationOfLead } from "./words";
import type { Annotation, UnusedReason, WrittenLink, WrittenRelation } from "./written";

const NONE: readonly never[] = [];
const NO_LEAD = { label: null, lead: "" };

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
