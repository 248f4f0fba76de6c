// One line of a map (a list item, a paragraph's line, a cell): which of its links are entries,
// which are mentioned, which state a relation, and what is said about each.
import { NONE } from "../base/lists";
import { flagsIn, readAnnotation } from "../notation/annotation";
import { marksAround } from "../notation/emphasis";
import { WORDY } from "../notation/char-classes";
import { ARROW, lengthWithoutJoining } from "../notation/joiners";
import { isOrdinal } from "../notation/ordinal";
import { SPACE_CODE } from "../notation/plain";
import { EMOJI_END } from "../notation/remark";
import { draftEntry, isNameless, type EntryDraft } from "./entry-draft";
import { isMedia, leadsBeyondNotes } from "./links";
import { mentionsBehind } from "./mention";
import { blanked, inOrder, textBetween, type Range, type Stretch } from "../base/range";
import {
  endsInReference,
  isArrowLead,
  leadsOn,
  pointsOnly,
  withoutMarks,
  relationOfClause,
  relationOfLead,
} from "../notation/words";
import type { RelationKind } from "../notation/relation-words";
import type { UnusedReason, WrittenLink, WrittenRelation } from "./written";

export interface LineReading {
  readonly entries: readonly EntryDraft[];
  readonly relations: readonly WrittenRelation[];
  readonly unused: readonly { readonly link: WrittenLink; readonly why: UnusedReason }[];
}

/** A line to be read, and the links in it. */
export interface Line extends Range {
  /** The stretch in which its text is found; what does not count is blanked there. */
  readonly stretch: Stretch;
  readonly links: readonly WrittenLink[];
  /** The mark of its task item; null where it is no task. */
  readonly task: string | null;
  /** True if a sign at its beginning only decorates it. */
  readonly isDecorated?: boolean;
}

const LABEL_END = new RegExp(`\\s*(?:[:：]|${ARROW.source})[\\s*_=~]*$`, "u");
/** A label is some words before a colon or an arrow; what is longer is prose. In UTF-16 units. */
const LONGEST_LABEL = 200;

/** Why a link cannot be an entry anywhere; null where it can. */
function unusable(link: WrittenLink): UnusedReason | null {
  if (link.embed && isMedia(link.link)) return "media";
  return !link.web && link.link.startsWith("#") ? "jump" : null;
}

/** Why a link in a quote is no relation; null where it is one. */
function unquotable(link: WrittenLink): UnusedReason | null {
  return unusable(link) ?? (link.embed ? "elsewhere" : leadsBeyondNotes(link) ? "prose" : null);
}

/** The line's text with the marks of emphasis that holds links blanked. */
function withoutEmphasis(line: Line, links: readonly WrittenLink[]): Stretch {
  const marks = marksAround(links, line);
  if (marks === null) return line.stretch;
  return { text: blanked(textBetween(line.stretch, line.from, line.to), line.from, inOrder(marks)), base: line.from };
}

/** The words of a line between its links. */
export function withoutLinks({ stretch, from, to, links }: Line): string {
  return blanked(textBetween(stretch, from, to), from, links);
}

/** Bold words at the beginning of a line, perhaps behind an emoji and before a dash. */
const BOLD_LABEL =
  /^\s*(?:\p{Extended_Pictographic}\uFE0F?\s*)?(\*\*|__)[^*_\n]{1,40}[^*_\n\s.,:!?。，：！？]\1\s*([-–—|•·]*)\s*$/u;

/** True if a line begins with bold words that label its links: before a dash, or where it says no more. */
export function hasBoldLabel(stretch: Stretch, { from, to }: Range, links: readonly WrittenLink[]): boolean {
  const [first] = links;
  const before = first ? textBetween(stretch, from, first.from) : "";
  const sign = before.includes("**") || before.includes("__") ? BOLD_LABEL.exec(before)?.[2] : undefined;
  if (sign === undefined) return false;
  return sign !== "" || !WORDY.test(blanked(textBetween(stretch, from, to), from, links).slice(before.length));
}

/** A label's words where the text before the first link ends with a colon or an arrow; null for any other text. */
function labelOf({ text, base }: Stretch, isBold = false): string | null {
  const isLabel = isBold || (LABEL_END.test(text) && !EMOJI_END.test(text.trimEnd()));
  if (text.length > LONGEST_LABEL || !isLabel) return null;
  const label = withoutMarks(readAnnotation(text, base).remark ?? "")
    .replace(LABEL_END, "")
    .trim();
  return label === "" ? null : label;
}

/** True if words before a link only join or point: "and", "See:". */
function saysNothing(words: string): boolean {
  return lengthWithoutJoining(words) === 0 || (endsInReference(words) && LABEL_END.test(words) && pointsOnly(words));
}

/** The text before a line's first link; null where there is none but a number, or words that say nothing. */
function leadOf(stretch: Stretch, from: number, to: number): Stretch | null {
  const text = from === to ? "" : textBetween(stretch, from, to);
  const words = text.includes("&") || text.includes("<") ? text.replace(SPACE_CODE, "") : text;
  const isEmpty = words.trim() === "" || isOrdinal(text) || (WORDY.test(text) && saysNothing(text));
  return isEmpty ? null : { text, base: from };
}

const NO_COPIES: ReadonlySet<WrittenLink> = new Set();

/**
 * The links that lead to another form of what the one before them does: `[code](…)` behind `[[A]]`, or behind
 * `[[pdf]](…)` where words before that name it.
 */
function copiesIn(links: readonly WrittenLink[], stretch: Stretch, isNamed: boolean): ReadonlySet<WrittenLink> {
  if (links.length < 2 || !links.some(({ web }) => web)) return NO_COPIES;
  const copies = new Set<WrittenLink>();
  links.forEach((link, index) => {
    const before = links[index - 1];
    if (!before || link.alias === null || !isNameless(link)) return;
    const isBehind =
      (copies.has(before) || !isNameless(before)) && !WORDY.test(textBetween(stretch, before.to, link.from));
    if (isNamed || isBehind) copies.add(link);
  });
  return copies;
}

/** The text of a line with such links and what parts them blanked, of which nothing is said. */
function withoutCopies(
  stretch: Stretch,
  { from, to }: Range,
  links: readonly WrittenLink[],
  copies: ReadonlySet<WrittenLink>,
): Stretch {
  if (copies.size === 0) return stretch;
  const ranges = links.flatMap((link, index) => {
    const before = links[index - 1];
    return copies.has(link) ? [{ from: before && copies.has(before) ? before.to : link.from, to: link.to }] : [];
  });
  return { text: blanked(textBetween(stretch, from, to), from, ranges), base: from };
}

/**
 * The offset where the text behind a link ends that speaks about it:
 * with its line, or before the next entry's link and a word that only joins the two.
 */
function endOfText(link: WrittenLink, next: WrittenLink | undefined, line: Range, stretch: Stretch): number {
  return next ? link.to + lengthWithoutJoining(textBetween(stretch, link.to, next.from)) : line.to;
}

/**
 * Entries of the line's links, each with the mentions behind it and what is said up to the next. What stands before the
 * first link speaks about the first entry.
 */
function readEntries(line: Line, links: readonly WrittenLink[], first: WrittenLink): readonly EntryDraft[] {
  const { from, task, isDecorated } = line;
  const marked = withoutEmphasis(line, links);
  const lead = leadOf(marked, from, first.from);
  const isNamed = lead !== null && isNameless(first) && WORDY.test(lead.text);
  const copies = copiesIn(links, marked, isNamed);
  const stretch = withoutCopies(marked, line, links, copies);
  const label = lead && labelOf(lead, hasBoldLabel(marked, line, links));
  const entryOf = (link: WrittenLink, index: number, next: number, own: Stretch | null): EntryDraft => {
    const to = endOfText(links[next - 1] ?? link, links[next], line, stretch);
    const mentions = next === index + 1 ? NONE : links.slice(index + 1, next);
    return draftEntry(link, { label, task, lead: own, isDecorated, mentions, stretch, to });
  };
  let next = 1 + mentionsBehind(links, 0, stretch, copies);
  // Of a label that several links share, only flags and stars speak about the first.
  const isShared = lead !== null && label !== null && next < links.length;
  const entries = [entryOf(first, 0, next, isShared ? { ...lead, text: flagsIn(lead.text) } : lead)];
  for (let index = next, link = links[index]; link !== undefined; index = next, link = links[index]) {
    next += 1 + mentionsBehind(links, index, stretch, copies);
    entries.push(entryOf(link, index, next, null));
  }
  return entries;
}

/** The links of a line that cannot be used, each with the reason that `why` gives. */
function unusableOf(
  links: readonly WrittenLink[],
  why: (link: WrittenLink) => UnusedReason | null,
): LineReading["unused"] {
  let unused: LineReading["unused"][number][] | null = null;
  for (const link of links) {
    const reason = why(link);
    if (reason !== null) (unused ??= []).push({ link, why: reason });
  }
  return unused ?? NONE;
}

/** The kind of relation that a line states before its first link; null where it states none. */
function relationOf(line: Line, first: WrittenLink): RelationKind | null {
  return first.from === line.from ? null : relationOfLead(textBetween(line.stretch, line.from, first.from));
}

/**
 * The relations that a line's links are: the first of `kind`, each later one of what its own clause states,
 * else of the same as the one before.
 */
function relationsOf(
  { stretch, from, to }: Line,
  links: readonly WrittenLink[],
  kind: RelationKind,
): readonly WrittenRelation[] {
  if (links.length === 1 && links[0]) return [{ kind, link: links[0] }];
  const byArrow = isArrowLead(textBetween(stretch, from, links[0]?.from ?? from));
  let stated = kind;
  return links.map((link, index) => {
    const before = links[index - 1];
    if (before) stated = relationOfClause(textBetween(stretch, before.to, link.from), byArrow) ?? stated;
    // `← [[A]] | [[B]] →`: the arrow of the last may point away from it.
    const behind = byArrow && before && !links[index + 1] ? textBetween(stretch, link.to, to).trim() : "";
    return { kind: leadsOn(behind) ? "next" : stated, link };
  });
}

/** True if a line states a relation before its first link. */
export function statesRelation(line: Line): boolean {
  const first = line.links.find((link) => unusable(link) === null);
  return first !== undefined && relationOf(line, first) !== null;
}

/**
 * Reads a quoted line that holds no entries: its links to notes and maps are relations,
 * of the kind that the title above it names, else related. Web links are words.
 */
export function readQuotedLine(line: Line, kind: RelationKind | null): LineReading {
  const links = line.links.filter(({ web }) => !web);
  const unused = unusableOf(links, unquotable);
  const related = links.filter((link) => unquotable(link) === null);
  return { entries: [], unused, relations: relationsOf(line, related, kind ?? "related") };
}

/** Reads a line that states a relation. What leads to no note is no relation but an entry, by the line's label. */
function readRelated(
  line: Line,
  links: readonly WrittenLink[],
  first: WrittenLink,
  kind: RelationKind,
): Pick<LineReading, "entries" | "relations"> {
  if (!links.some(leadsBeyondNotes)) return { entries: [], relations: relationsOf(line, links, kind) };
  if (links.every(leadsBeyondNotes)) return { entries: readEntries(line, links, first), relations: [] };
  const label = labelOf({ text: textBetween(line.stretch, line.from, first.from), base: line.from });
  const { task, stretch } = line;
  const entries = links.flatMap((link, index) =>
    leadsBeyondNotes(link)
      ? [draftEntry(link, { label, task, lead: null, mentions: NONE, stretch, to: links[index + 1]?.from ?? line.to })]
      : [],
  );
  return { entries, relations: relationsOf(line, links, kind).filter(({ link }) => !leadsBeyondNotes(link)) };
}

/**
 * Reads one line. Without links that can be used it yields no entries;
 * where it may state no relation, all of them are entries.
 */
export function readLine(line: Line, mayRelate = true): LineReading {
  const unused = unusableOf(line.links, unusable);
  const links = unused.length === 0 ? line.links : line.links.filter((link) => unusable(link) === null);
  const first = links[0];
  if (!first) return { entries: NONE, relations: NONE, unused };
  const kind = mayRelate ? relationOf(line, first) : null;
  if (kind) {
    const { entries, relations } = readRelated(line, links, first, kind);
    return { entries, relations, unused };
  }
  return { entries: readEntries(line, links, first), relations: NONE, unused };
}
