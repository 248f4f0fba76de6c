// Lists: each item is a line; nesting makes children, groups and details.
import { AnnotationDraft } from "./annotation";
import type { ListItemCache } from "./cache";
import type { ContentDraft, Reading } from "./content";
import type { EntryDraft } from "./entry-draft";
import { readLine, type Line, type LineReading } from "./line";
import type { Range } from "./range";
import { findRatingField } from "./rating";
import { plain } from "./words";
import type { Annotation } from "./written";

/** Nesting below this depth is shown at this depth, so that no map can exhaust the stack of who walks it. */
const DEEPEST = 32;
const MARKER = /(?:[-*+]|\d+[.)])(?!\S)[^\S\n]*/y;
const CHECKBOX = /\[.\][^\S\n]+/uy;
const QUOTE_MARKS = /\n(?:[^\S\n]*>)+/g;
/** A child bullet such as `**Size:** 1,400+ lines` that only states something about the entry above it. */
const FIELD = /^([^:：]{1,20}[:：]\s*)([^:：]+?)(?:\s*\([^()]*\))?$/u;

interface Item {
  /** The number of its line in the note, counted from 0, by which its children name it. */
  readonly number: number;
  readonly parent: number;
  readonly line: Line;
  readonly reading: LineReading;
}

/** Where items nested below this one belong. */
interface Place {
  readonly depth: number;
  readonly owner: EntryDraft | null;
  readonly group: string | null;
}

/** Where a pattern that fits at `from` ends; `from` where it does not fit. */
function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** An item's words, without the marks of a quote around the list. */
function wordsOf(range: Range, reading: Reading): string {
  const words = reading.visible(range);
  return words.includes("\n") ? words.replace(QUOTE_MARKS, (marks) => `\n${" ".repeat(marks.length - 1)}`) : words;
}

function readItem(cache: ListItemCache, reading: Reading): Item {
  const { start, end } = cache.position;
  const words = behind(MARKER, reading.text, start.offset);
  const from = Math.min(cache.task === undefined ? words : behind(CHECKBOX, reading.text, words), end.offset);
  const range = { from, to: end.offset };
  const line = { from, to: end.offset, words: wordsOf(range, reading), links: reading.take(range, start.line), task: cache.task ?? null };
  return { number: start.line, parent: cache.parent, line, reading: readLine(line) };
}

/** The lines of items that have entries somewhere below them. */
function linesAboveEntries(items: readonly Item[]): ReadonlySet<number> {
  const above = new Set<number>();
  for (const item of [...items].reverse()) {
    if (item.parent >= 0 && (item.reading.entries.length > 0 || above.has(item.number))) above.add(item.parent);
  }
  return above;
}

function ownText({ line }: Item): string {
  return plain(line.words).replace(/\s+/g, " ").trim();
}

/** What a bullet states that is only a field or a value; null for any other bullet. */
function readField(words: string, line: Line): Annotation | null {
  const [, name = "", value = words] = FIELD.exec(words) ?? [];
  const at = value === "" ? -1 : line.words.indexOf(value, name === "" ? 0 : line.words.search(/[:：]/u));
  if (at < 0) return null;
  const range = { from: line.from + at, to: line.from + at + value.length };
  const said = new AnnotationDraft().read(value, range.from);
  const inWords = said.rating === null ? findRatingField(name + value) : null;
  if (inWords) said.rating = { ...inWords, label: null, range };
  const isValue = said.remark === null && (said.rating ?? said.length ?? said.status) !== null;
  return isValue || inWords ? said : null;
}

/** Gives a field to the entry above it, everything else to its details. */
function detail(owner: EntryDraft, item: Item): void {
  const words = ownText(item);
  const field = readField(words, item.line);
  if (!field) {
    if (words !== "") owner.addDetail(words);
    return;
  }
  owner.state(field);
}

function file(item: Item, place: Place, isGroup: boolean, reading: Reading, content: ContentDraft): Place {
  reading.accept(item.reading, content, place.owner, place.group);
  const last = (place.owner?.children ?? content.entries).at(-1);
  const depth = place.depth + 1;
  if (item.reading.entries.length > 0) return depth > DEEPEST ? place : { depth, owner: last ?? place.owner, group: null };
  if (isGroup) return { ...place, depth, group: ownText(item).replace(/\s*[:：]$/u, "") };
  if (item.line.links.length > 0) return { ...place, depth };
  if (place.owner) detail(place.owner, item);
  else content.name(ownText(item), item.line.words, item.number);
  return { ...place, depth };
}

/** Reads the list items that a section holds, in document order. */
export function readList(caches: readonly ListItemCache[], reading: Reading, content: ContentDraft): void {
  const items = caches.map((cache) => readItem(cache, reading));
  const groups = linesAboveEntries(items);
  const root: Place = { depth: 0, owner: null, group: content.groupLabel };
  const places = new Map<number, Place>();
  for (const item of items) {
    const place = (item.parent < 0 ? undefined : places.get(item.parent)) ?? root;
    const isGroup = item.reading.entries.length === 0 && item.line.links.length === 0 && groups.has(item.number);
    places.set(item.number, file(item, place, isGroup, reading, content));
  }
}
