// Lists: each item is a line; nesting makes children, groups and details.
import { STATUS_SIGNS } from "../notation/annotation";
import type { ListItemCache } from "../base/cache";
import type { ContentDraft, Reading } from "./content";
import { takeTrail } from "./crumbs";
import { addStated, type EntryDraft, type Stated } from "./entry-draft";
import { codeIn, indentOf } from "./item-code";
import { ownText, readField, stateOf, wordsOf } from "./field";
import { seenItems, type SeenItem } from "./items";
import { ARROW } from "../notation/joiners";
import { labelOfParagraph } from "./prose";
import { labelPath } from "./label-path";
import { readLine, type Line, type LineReading } from "./line";
import { blanked, isInside, textBetween, type Stretch } from "../base/range";

/** Nesting below this depth is shown at this depth, so that no map can exhaust the stack of who walks it. */
const DEEPEST = 32;
const MARKER = /[^\S\n]*(?:[-*+]|\d+[.)])(?!\S)[^\S\n]*/y;
/** The box of a task is part of its words. In columns. */
const BOX = "[x] ".length;
const CHECKBOX = /\[.\][^\S\n]+/uy;
const QUOTE_MARKS = /\n(?:[^\S\n]*>)+/g;
const GROUP_END = new RegExp(`\\s*(?:[:：]|${ARROW.source})$`, "u");
interface Item {
  /** Its first line in the note, counted from 0. */
  readonly number: number;
  readonly words: Line;
  readonly reading: LineReading;
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
   */
  readonly fielded: Stated | null;
}

/** The offset where a pattern that fits at `from` ends; `from` where it does not fit. */
function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/**
 * The offset where the words of an item begin:
 * behind its bullet, and of a task behind its box and a number there (`- [/] 1. words`).
 */
function wordsFrom(text: string, from: number, isTask: boolean): number {
  const words = behind(MARKER, text, from);
  return isTask ? behind(MARKER, text, behind(CHECKBOX, text, words)) : words;
}

/** The text of an item of several lines, without the marks of a quote around it or in it. */
function withoutQuoteMarks(visible: Stretch, from: number, to: number): Stretch {
  const text = textBetween(visible, from, to);
  return text.includes(">")
    ? { text: text.replace(QUOTE_MARKS, (marks) => `\n${" ".repeat(marks.length - 1)}`), base: from }
    : visible;
}

function toLine({ position: { start, end }, task }: ListItemCache, reading: Reading): Line {
  const from = Math.min(wordsFrom(reading.text, start.offset, task !== undefined), end.offset);
  const item = {
    from,
    to: end.offset,
    stretch: reading.visible,
    links: reading.take(from, end.offset, start.line),
    task: task ?? null,
  };
  return end.line === start.line ? item : withoutLiterals(item, start.col + from - start.offset, reading);
}

/**
 * An item of several lines without the marks of a quote and the blocks of code in it;
 * its words begin at column `indent`.
 */
function withoutLiterals(item: Line, indent: number, reading: Reading): Line {
  const { from, to, links } = item;
  const stretch = withoutQuoteMarks(item.stretch, from, to);
  const text = textBetween(stretch, from, to);
  const code = codeIn(text, from, item.task === null ? indent : indent - BOX);
  if (code.length === 0) return { ...item, stretch };
  return {
    ...item,
    stretch: { text: blanked(text, from, code), base: from },
    links: links.filter((link) => !link.web || reading.hasLinkAt(link.from) || !isInside(link, code)),
  };
}

/** A line behind which a label stands that Markdown joins to it. */
interface Labelled {
  readonly line: Line;
  /** Null where it has none. */
  readonly labelBehind: string | null;
}

/** Parts a label for what follows, written less deep than the words of an item (from column `indent`), from these. */
function withoutLabelBehind(line: Line, indent: number): Labelled {
  const { stretch, from, to, links } = line;
  const text = textBetween(stretch, from, to);
  const last = text.lastIndexOf("\n") + 1;
  const isApart = last > 0 && indentOf(text.slice(last)) < indent && links.every((link) => link.to <= from + last);
  const label = isApart ? labelOfParagraph(text.slice(last)) : null;
  return { line: label ? { ...line, to: from + last } : line, labelBehind: label && label.words };
}

/** The lines of items that have entries somewhere below them. */
function linesAboveEntries(items: readonly Item[]): ReadonlySet<number> {
  const above = new Set<number>();
  for (const { number, parent, reading } of items.toReversed()) {
    if (parent >= 0 && (reading.entries.length > 0 || above.has(number))) above.add(parent);
  }
  return above;
}

/** The name of a group; null where its words are none. */
function groupName(item: Line): string | null {
  const written = wordsOf(item).trim();
  const bold = written.startsWith("**") ? labelOfParagraph(written) : null;
  return bold?.words ?? (ownText(item).replace(GROUP_END, "") || null);
}

/** Gives a field to the entry above it, everything else to its details. */
function detail(owner: EntryDraft, item: Line): void {
  const words = ownText(item);
  const field = readField(words, item);
  if (field) addStated(owner, field);
  else if (words !== "") owner.details.push(words);
}

/** Files an item by its place; returns the place of what is nested in it. */
function file(
  { number, words, reading: read }: Item,
  place: Place,
  isGroup: boolean,
  reading: Reading,
  content: ContentDraft,
): Place {
  reading.accept(read, content, place.owner, place.group);
  const depth = place.depth + 1;
  if (read.entries.length > 0)
    return depth > DEEPEST ? place : { depth, owner: read.entries.at(-1) ?? place.owner, group: null, fielded: null };
  if (isGroup) return { ...place, depth, group: labelPath(place.group, groupName(words)) };
  if (words.links.length > 0) return { ...place, depth };
  if (place.owner) detail(place.owner, words);
  else if (place.fielded && stateOf(place.fielded, words)) return { ...place, depth };
  else content.name(ownText(words), wordsOf(words), number);
  return { ...place, depth };
}

const FIRST_EMOJI = /^[\s*_]*(\p{Extended_Pictographic})/u;

/** True if every line begins with an emoji, of which some cannot be a status: then all are decoration. */
function areDecorated(lines: readonly Line[]): boolean {
  const signs = lines.map((line) => FIRST_EMOJI.exec(wordsOf(line))?.[1]);
  return signs.every((sign) => sign !== undefined) && signs.some((sign) => !STATUS_SIGNS.includes(sign ?? ""));
}

function readItem({ cache, parent }: SeenItem, line: Line, isDecorated: boolean): Item {
  const words = isDecorated ? { ...line, isDecorated } : line;
  return { number: cache.position.start.line, parent, words, reading: readLine(words) };
}

interface SeenLine extends Labelled {
  readonly item: SeenItem;
}

/** The items of a list as lines. */
function linesOf(caches: readonly ListItemCache[], reading: Reading): readonly SeenLine[] {
  const items = seenItems(caches);
  return items.map((item, index) => {
    const line = { ...toLine(item.cache, reading), task: item.task };
    const { start, end } = item.cache.position;
    const isLast = index === items.length - 1 || start.line === end.line;
    const indent = start.col + line.from - start.offset;
    return { item, ...(isLast ? { line, labelBehind: null } : withoutLabelBehind(line, indent)) };
  });
}

/** Files the items of a list one after another, each where those belong that are nested in the item above it. */
class ListFiler {
  private readonly places = new Map<number, Place>();
  private root: Place;

  constructor(
    private readonly reading: Reading,
    private readonly content: ContentDraft,
    /** The lines of items that have entries somewhere below them. */
    private readonly groups: ReadonlySet<number>,
  ) {
    this.root = { depth: 0, owner: null, group: content.groupLabel, fielded: content.ofHeading };
  }

  file(item: Item): void {
    const { number, parent, words } = item;
    const { places, groups } = this;
    const isLinkless = words.links.length === 0 && item.reading.entries.length === 0;
    const place = places.get(parent) ?? this.root;
    const [isGroup, isField] = [isLinkless && groups.has(number), isLinkless && readField(ownText(words), words)];
    places.set(number, file(item, place, isGroup, this.reading, this.content));
    const behind = item.reading.entries.at(-1);
    if (behind && words.task === null) places.set(parent, { ...place, fielded: behind });
    else if (!isField) places.set(parent, { ...place, fielded: null });
  }

  /** Items that follow, unless they are nested, have another label. */
  label(words: string): void {
    this.root = { depth: 0, owner: null, group: labelPath(this.content.outerLabel, words), fielded: null };
    for (const number of this.places.keys()) if (number < 0) this.places.delete(number);
  }
}

/** Reads the list items that a section holds, in document order. */
export function readList(caches: readonly ListItemCache[], reading: Reading, content: ContentDraft): void {
  const seen = linesOf(caches, reading);
  const [only] = seen;
  if (only && seen.length === 1 && takeTrail(only.line, reading, content)) return;
  const isDecorated = areDecorated(seen.map(({ line }) => line));
  const items = seen.map(({ item, line }) => readItem(item, line, isDecorated));
  const filer = new ListFiler(reading, content, linesAboveEntries(items));
  items.forEach((item, index) => {
    filer.file(item);
    const label = seen[index]?.labelBehind ?? null;
    if (label !== null) filer.label(label);
  });
}
