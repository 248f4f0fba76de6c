// Lists: each item is a line; nesting makes children, groups and details.
import { STATUS_SIGNS, type Annotation } from "../notation/annotation";
import { NONE, withOne } from "../base/lists";
import type { ListItemCache } from "../base/cache";
import type { ContentDraft } from "./content";
import type { Reading } from "./reading";
import { takeTrail } from "./crumbs";
import { addStated, type EntryDraft, type Stated } from "./entry-draft";
import { codeIn, indentOf } from "./item-code";
import { ownText, readField, withoutFields, wordsOf } from "./field";
import { seenItems, type SeenItem } from "./items";
import { ARROW } from "../notation/joiners";
import { labelOfParagraph } from "./prose";
import { labelPath } from "./group-label";
import { readLine, type Line, type LineReading } from "./line";
import { areProperties, withoutProperties } from "./note-properties";
import { blanked, isInside, textBetween, type Stretch } from "../base/range";

/** Nesting below this depth is shown at this depth, so that no map can exhaust the stack of who walks it. */
const DEEPEST = 32;
const MARKER = /[^\S\n]*(?:[-*+]|\d+[.)])(?!\S)[^\S\n]*/y;
/** The box of a task is part of its words. In columns. */
const BOX = "[x] ".length;
const CHECKBOX = /\[.\][^\S\n]+/uy;
/** The mark of a heading that stands in an item. */
const HEADING = /#{1,6}[^\S\n]+/y;
const QUOTE_MARKS = /\n(?:[^\S\n]*>)+/g;
const GROUP_END = new RegExp(`\\s*(?:[:：]|${ARROW.source})$`, "u");
interface Item {
  /** Its first line in the note, counted from 0. */
  readonly number: number;
  readonly words: Line;
  readonly reading: LineReading;
  /** The values that lines of its own say. */
  readonly fields: readonly Annotation[];
  /** The first line of the item it is nested in; negative where it is nested in none. */
  readonly parent: number;
}

/** The place where items nested below this one belong. */
interface Place {
  readonly depth: number;
  readonly owner: EntryDraft | null;
  readonly group: string | null;
  /**
   * The subject of bullets directly behind an entry, or first below a heading that is one; null where they have none.
   * It changes from item to item.
   */
  fielded: Stated | null;
}

/** The offset where a pattern that fits at `from` ends; `from` where it does not fit. */
function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/**
 * The offset where the words of an item begin:
 * behind its bullet, of a heading there behind its mark, and of a task behind its box and a number there
 * (`- [/] 1. words`).
 */
function wordsFrom(text: string, from: number, isTask: boolean): number {
  const words = behind(MARKER, text, from);
  return behind(HEADING, text, isTask ? behind(MARKER, text, behind(CHECKBOX, text, words)) : words);
}

/** The text of an item of several lines, without the marks of a quote around it or in it. */
function withoutQuoteMarks(visible: Stretch, from: number, to: number): Stretch {
  const text = textBetween(visible, from, to);
  return text.includes(">")
    ? { text: text.replace(QUOTE_MARKS, (marks) => `\n${" ".repeat(marks.length - 1)}`), base: from }
    : visible;
}

function toLine({ cache, task }: SeenItem, reading: Reading): Line {
  const { start, end } = cache.position;
  const isTask = cache.task !== undefined;
  const from = Math.min(wordsFrom(reading.text, start.offset, isTask), end.offset);
  const links = reading.take(from, end.offset, start.line);
  const item = { from, to: end.offset, stretch: reading.visible, links, task };
  if (end.line === start.line) return item;
  return withoutLiterals(item, start.col + from - start.offset - (isTask ? BOX : 0), reading);
}

/**
 * An item of several lines without the marks of a quote and the blocks of code in it;
 * `indent` is the column from which on these are indented.
 */
function withoutLiterals(item: Line, indent: number, reading: Reading): Line {
  const { from, to, links } = item;
  const stretch = withoutQuoteMarks(item.stretch, from, to);
  const text = textBetween(stretch, from, to);
  const code = codeIn(text, from, indent);
  if (code.length === 0) return { ...item, stretch };
  return {
    ...item,
    stretch: { text: blanked(text, from, code), base: from },
    links: links.filter((link) => !link.web || reading.hasLinkAt(link.from) || !isInside(link, code)),
  };
}

/** An item as a line, behind which a label may stand that Markdown joins to it. */
interface SeenLine {
  readonly item: SeenItem;
  readonly line: Line;
  /** Null where it has none. */
  readonly labelBehind: string | null;
}

/** Parts a label for what follows, written less deep than the words of an item, from these. */
function withoutLabelBehind(item: SeenItem, line: Line): SeenLine {
  const { stretch, from, to, links } = line;
  const { start } = item.cache.position;
  const text = textBetween(stretch, from, to);
  const last = text.lastIndexOf("\n") + 1;
  const indent = start.col + from - start.offset;
  const isApart = last > 0 && indentOf(text.slice(last)) < indent && links.every((link) => link.to <= from + last);
  const label = isApart ? labelOfParagraph(text.slice(last)) : null;
  return { item, line: label ? { ...line, to: from + last } : line, labelBehind: label && label.words };
}

/** The lines of items that have entries somewhere below them. */
function linesAboveEntries(items: readonly Item[]): ReadonlySet<number> {
  const above = new Set<number>();
  for (const { number, parent, reading } of items.toReversed()) {
    if (parent >= 0 && (reading.entries.length > 0 || above.has(number))) above.add(parent);
  }
  return above;
}

/** Anything longer is a sentence. In UTF-16 units. */
const LONGEST_GROUP = 80;
/** An inline field before its value. */
const FIELD = /^[\s*_]*[^:\n]{1,30}::/u;
const LAST_BRACKETS = /\s*[(（][^()（）]*[)）]$/u;
/** Bold words before a sentence that name what it is about. */
const BOLD_BEFORE = /^(\*\*|__)([^*_\n]{1,40}?)\s*(?:[:：.]\1|\1\s*[:：—–])/u;

/** The name of a group; null where its words are none, but a sentence. */
function groupName(item: Line): string | null {
  const written = wordsOf(item).trim();
  const bold = written.startsWith("**") ? labelOfParagraph(written) : null;
  const words = bold?.words ?? ownText(item).replace(GROUP_END, "");
  const bare = words.length <= LONGEST_GROUP ? words : words.replace(LAST_BRACKETS, "");
  return bare.length <= LONGEST_GROUP ? bare || null : (BOLD_BEFORE.exec(written)?.[2] ?? null);
}

/** The words of an item without a link, and what they state of the thing above them if they only do that. */
interface Linkless {
  readonly words: string;
  readonly field: Annotation | null;
}

/** Files words without a link: a field with its subject, else as a detail of the entry above, or as a name. */
function fileWords(
  { words, field }: Linkless,
  { number, words: line }: Item,
  place: Place,
  content: ContentDraft,
): void {
  const subject = place.owner ?? place.fielded;
  if (subject && field) addStated(subject, field);
  else if (!place.owner) content.name(words, wordsOf(line), number);
  else if (words !== "") place.owner.details = withOne(place.owner.details, words);
}

const FIRST_EMOJI = /^[\s*_]*(\p{Extended_Pictographic})/u;

/** True if every line begins with an emoji, of which some cannot be a status: then all are decoration. */
function areDecorated(lines: readonly SeenLine[]): boolean {
  let hasOther = false;
  for (const { line } of lines) {
    const sign = FIRST_EMOJI.exec(wordsOf(line))?.[1];
    if (sign === undefined) return false;
    hasOther ||= !STATUS_SIGNS.includes(sign);
  }
  return hasOther;
}

function readItem({ item, line }: SeenLine, isDecorated: boolean): Item {
  const { start, end } = item.cache.position;
  const isLong = end.line > start.line && line.links.length > 0;
  const own = isLong ? withoutFields(line) : { line, fields: NONE };
  const words = isDecorated ? { ...own.line, isDecorated } : own.line;
  return { number: start.line, parent: item.parent, words, reading: readLine(words), fields: own.fields };
}

/** The items of a list as lines. */
function linesOf(caches: readonly ListItemCache[], reading: Reading): readonly SeenLine[] {
  const items = seenItems(caches);
  return items.map((item, index) => {
    const line = toLine(item, reading);
    const { start, end } = item.cache.position;
    const isLast = index === items.length - 1 || start.line === end.line;
    return isLast ? { item, line, labelBehind: null } : withoutLabelBehind(item, line);
  });
}

/** Files the items of a list one after another, each where those belong that are nested in the item above it. */
class ListFiler {
  /** The place of what is nested in an item, by the item's line. */
  private readonly places = new Map<number, Place>();
  /** The label of items that are nested in none. */
  private group: string | null;
  private fielded: Stated | null;

  constructor(
    private readonly reading: Reading,
    private readonly content: ContentDraft,
    /** The lines of items that have entries somewhere below them. */
    private readonly groups: ReadonlySet<number>,
  ) {
    this.group = content.groupLabel;
    this.fielded = content.ofHeading;
  }

  file(item: Item): void {
    const { number, parent, words, reading, fields } = item;
    const place = this.placeIn(parent);
    for (const field of fields) for (const last of reading.entries.slice(-1)) addStated(last, field);
    // A field below an entry says something of that: `author:: [[A]]`.
    if (place.owner && FIELD.test(wordsOf(words))) place.owner.mentions = [...place.owner.mentions, ...words.links];
    else this.reading.accept(reading, this.content, place.owner, place.group);
    const behind = reading.entries.at(-1);
    const text = words.links.length > 0 || behind ? null : ownText(words);
    const field = text === null ? null : readField(text, words);
    const group = text !== null && this.groups.has(number) ? groupName(words) : null;
    if (text !== null && group === null) fileWords({ words: text, field }, item, place, this.content);
    this.places.set(number, placeBelow(item, place, group));
    if (behind && words.task === null) place.fielded = behind;
    else if (!field) place.fielded = null;
  }

  /** Items that follow, unless they are nested, have another label. */
  label(words: string): void {
    this.group = labelPath(this.content.outerLabel, words);
    this.fielded = null;
    for (const number of this.places.keys()) if (number < 0) this.places.delete(number);
  }

  /** The place of items that are nested in the one on a line, or for a negative number in none. */
  private placeIn(parent: number): Place {
    const known = this.places.get(parent);
    if (known) return known;
    const place = { depth: 0, owner: null, group: this.group, fielded: this.fielded };
    this.places.set(parent, place);
    return place;
  }
}

/** The place of what is nested in an item at some place. */
function placeBelow({ reading }: Item, { depth, owner, group, fielded }: Place, name: string | null): Place {
  const last = reading.entries.at(-1);
  if (last && depth < DEEPEST) return { depth: depth + 1, owner: last, group: null, fielded: null };
  return { depth: depth + (last ? 0 : 1), owner, group: labelPath(group, name), fielded };
}

/** The lines of a list but for properties of the note: of one that is all fields, some of which have no link. */
function withoutNoteProperties(seen: readonly SeenLine[], content: ContentDraft): readonly SeenLine[] {
  const lines = seen.map(({ line }) => line);
  if (content.trail?.isFirst !== true || !areProperties(lines)) return seen;
  const left = new Set(withoutProperties(lines, content));
  return seen.filter(({ line }) => left.has(line));
}

/** Reads the list items that a section holds, in document order. */
export function readList(caches: readonly ListItemCache[], reading: Reading, content: ContentDraft): void {
  const seen = withoutNoteProperties(linesOf(caches, reading), content);
  const [only] = seen;
  if (only && seen.length === 1 && takeTrail(only.line, reading, content)) return;
  const isDecorated = areDecorated(seen);
  const items = seen.map((line) => readItem(line, isDecorated));
  const filer = new ListFiler(reading, content, linesAboveEntries(items));
  items.forEach((item, index) => {
    filer.file(item);
    const label = seen[index]?.labelBehind ?? null;
    if (label !== null) filer.label(label);
  });
}
