// Lists: each item is a line; nesting makes children, groups and details.
import type { ListItemCache } from "./cache";
import type { ContentDraft, Reading } from "./content";
import { readLength } from "./length";
import { readLine, type EntryDraft, type LineReading } from "./line";
import type { Range } from "./range";
import type { WrittenLink } from "./written";
import { plain } from "./words";

/** Nesting below this depth is shown at this depth, so that no map can exhaust the stack of who walks it. */
const DEEPEST = 32;
const MARKER = /^\s*(?:[-*+]|\d+[.)])\s+/;
const CHECKBOX = /^\[(.)\]\s+/u;
/** A child bullet such as `**Size:** 1,400+ lines` that only states the length of the entry above it. */
const FIELD = /^[^:：]{1,20}[:：]\s*([^:：]+?)(?:\s*\([^()]*\))?$/u;

interface Item extends Range {
  readonly line: number;
  readonly parent: number;
  readonly task: string | null;
  readonly links: readonly WrittenLink[];
  readonly reading: LineReading;
}

/** Where items nested below this one belong. */
interface Place {
  readonly depth: number;
  readonly owner: EntryDraft | null;
  readonly group: string | null;
}

function readItem(cache: ListItemCache, reading: Reading): Item {
  const { start, end } = cache.position;
  const source = reading.text.slice(start.offset, end.offset);
  const marker = MARKER.exec(source)?.[0].length ?? 0;
  const box = cache.task === undefined ? 0 : (CHECKBOX.exec(source.slice(marker))?.[0].length ?? 0);
  const range = { from: start.offset + marker + box, to: end.offset };
  const links = reading.linksIn(range, start.line);
  const task = cache.task ?? null;
  return { ...range, line: start.line, parent: cache.parent, task, links, reading: readLine(reading.text, range, links, task) };
}

/** The lines of items that have entries somewhere below them. */
function linesAboveEntries(items: readonly Item[]): ReadonlySet<number> {
  const above = new Set<number>();
  for (const item of [...items].reverse()) {
    if (item.parent >= 0 && (item.reading.entries.length > 0 || above.has(item.line))) above.add(item.parent);
  }
  return above;
}

function ownText(item: Item, text: string): string {
  return plain(text.slice(item.from, item.to)).replace(/\s+/g, " ").trim();
}

/** Gives a length field to the entry above it, everything else to its details. */
function detail(owner: EntryDraft, item: Item, text: string): void {
  const words = ownText(item, text);
  const field = owner.length === null ? FIELD.exec(words)?.[1] : undefined;
  const length = field === undefined ? null : readLength(field);
  const at = field === undefined ? -1 : text.slice(item.from, item.to).indexOf(field);
  if (length === null || field === undefined || at < 0) owner.details.push(words);
  else owner.length = { value: length.value, unit: length.unit, range: { from: item.from + at, to: item.from + at + field.length } };
}

function file(item: Item, place: Place, isGroup: boolean, reading: Reading, content: ContentDraft): Place {
  reading.accept(item.reading, item.links, content, place.owner, place.group);
  const last = (place.owner?.children ?? content.entries).at(-1);
  const depth = place.depth + 1;
  if (item.reading.entries.length > 0) return depth > DEEPEST ? place : { depth, owner: last ?? place.owner, group: null };
  if (isGroup) return { ...place, depth, group: ownText(item, reading.text).replace(/\s*[:：]$/u, "") };
  if (item.links.length > 0) return { ...place, depth };
  if (place.owner) detail(place.owner, item, reading.text);
  else content.name(ownText(item, reading.text), item.line);
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
    const isGroup = item.reading.entries.length === 0 && item.links.length === 0 && groups.has(item.line);
    places.set(item.line, file(item, place, isGroup, reading, content));
  }
}
