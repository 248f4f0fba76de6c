// One line of a map (a list item, a paragraph's line, a cell): which of its links are entries,
// which are mentioned, which state a relation, and what is said about each.
import { NO_ANNOTATION, readAnnotation, readTitle, type Span } from "./annotation";
import { isMedia, linkpathOf, nameOfLink } from "./links";
import type { Range } from "./range";
import { endsInReference, plain, relationOfLead } from "./words";
import type { Annotation, Length, UnusedReason, WrittenEntry, WrittenLink, WrittenRelation } from "./written";

/** An entry under construction: what is nested below it is still to come. */
export interface EntryDraft extends WrittenEntry {
  /** A field bullet below the entry may still state it. */
  length: Length | null;
  readonly details: string[];
  readonly children: EntryDraft[];
}

export interface LineReading {
  readonly entries: readonly EntryDraft[];
  readonly relations: readonly WrittenRelation[];
  readonly unused: readonly { readonly link: WrittenLink; readonly why: UnusedReason }[];
  /** The label before the first link, without its colon; null where there is none. */
  readonly label: string | null;
}

const NOTHING: LineReading = { entries: [], relations: [], unused: [], label: null };
const DAILY_NOTE = /(?:^|\/)\d{4}-\d{2}-\d{2}$/;
const OPENING = /(?:\*\*|__|~~|==|[*_])+$/;

/** Why a link cannot be an entry anywhere; null where it can. */
function unusable(link: WrittenLink): UnusedReason | null {
  if (link.embed && isMedia(link.link)) return "media";
  return !link.web && linkpathOf(link.link) === "" ? "jump" : null;
}

/** The line with the emphasis marks around its links blanked one for one, so that offsets hold. */
function withoutEmphasis(text: string, line: Range, links: readonly WrittenLink[]): string {
  let words = text.slice(line.from, line.to);
  for (const link of links) {
    const opening = OPENING.exec(words.slice(0, link.from - line.from))?.[0];
    if (!opening) continue;
    const closing = [...opening].reverse().join("");
    const at = words.indexOf(closing, link.to - line.from);
    if (at < 0) continue;
    words = blanked(blanked(words, at, closing.length), link.from - line.from - opening.length, opening.length);
  }
  return words;
}

function blanked(text: string, at: number, length: number): string {
  return text.slice(0, at) + " ".repeat(length) + text.slice(at + length);
}

function isMention(link: WrittenLink, between: string): boolean {
  return endsInReference(between) || (!link.web && DAILY_NOTE.test(linkpathOf(link.link)));
}

/** A label's words where the text before the first link ends with a colon; null for any other text. */
function labelOf(lead: Annotation): string | null {
  const match = /^([\s\S]*?)\s*[:：]\s*$/u.exec(plain(lead.remark ?? ""));
  const label = match?.[1]?.trim() ?? "";
  return label === "" ? null : label;
}

interface Placed {
  readonly link: WrittenLink;
  readonly mentions: WrittenLink[];
  /** Where the text about it ends. */
  to: number;
}

/** Each entry's link with the mentions behind it and the end of its text. */
function place(words: string, line: Range, links: readonly WrittenLink[]): readonly Placed[] {
  const placed: Placed[] = [];
  let end = line.from;
  for (const link of links) {
    const last = placed.at(-1);
    if (last && isMention(link, words.slice(end - line.from, link.from - line.from))) last.mentions.push(link);
    else {
      if (last) last.to = link.from;
      placed.push({ link, mentions: [], to: line.to });
    }
    end = link.to;
  }
  return placed;
}

/** The title shown for a link, and the stars and flags at the ends of its alias. */
function titleOf(link: WrittenLink, text: string): { readonly title: string; readonly annotation: Annotation } {
  if (link.alias === null) return { title: link.web ? link.link : nameOfLink(link.link), annotation: NO_ANNOTATION };
  const at = text.slice(link.from, link.to).indexOf(link.alias);
  return readTitle(link.alias, link.from + Math.max(at, 0));
}

/** Builds an entry of a link, the text about it, and what applies to its whole line. */
export function draftEntry(
  text: string,
  link: WrittenLink,
  about: Annotation,
  line: { readonly label: string | null; readonly task: string | null; readonly mentions: readonly WrittenLink[] },
): EntryDraft {
  const { title, annotation } = titleOf(link, text);
  return {
    link,
    title,
    ...line,
    rating: annotation.rating ?? about.rating,
    key: annotation.key || about.key,
    hot: annotation.hot || about.hot,
    length: about.length,
    status: about.status,
    remark: about.remark,
    details: [],
    children: [],
  };
}

function readEntries(text: string, words: string, line: Range, links: readonly WrittenLink[], task: string | null): LineReading {
  const span = (from: number, to: number): Span => ({ text: words.slice(from - line.from, to - line.from), base: from });
  const placed = place(words, line, links);
  const first = placed[0];
  if (!first) return NOTHING;
  const lead = span(line.from, first.link.from);
  const label = labelOf(readAnnotation([lead]));
  const entries = placed.map((one) => {
    const after = span(one.link.to, one.to);
    const about = readAnnotation(one === first ? [label === null ? lead : withoutLabel(lead), after] : [after]);
    return draftEntry(text, one.link, about, { label, task, mentions: one.mentions });
  });
  return { entries, relations: [], unused: [], label };
}

/** The flags before a label still count; its words are no remark. */
function withoutLabel(lead: Span): Span {
  return { text: lead.text.replace(/(⭐|★|☆|🔥|\uFE0F)|[^]/gu, (char, flag) => (flag === undefined ? " ".repeat(char.length) : char)), base: lead.base };
}

/** Reads one line that has these links. A line without links that can be used yields no entries. */
export function readLine(text: string, line: Range, links: readonly WrittenLink[], task: string | null = null): LineReading {
  const usable = links.filter((link) => unusable(link) === null);
  const unused = links.flatMap((link) => {
    const why = unusable(link);
    return why === null ? [] : [{ link, why }];
  });
  const first = usable[0];
  if (!first) return { ...NOTHING, unused };
  const kind = relationOfLead(text.slice(line.from, first.from));
  if (kind) return { ...NOTHING, unused, relations: usable.map((link) => ({ kind, link })) };
  return { ...readEntries(text, withoutEmphasis(text, line, usable), line, usable, task), unused };
}
