// What a cache lists, in document order. Obsidian lists things so; a cache that does not is sorted first.
import type { CacheItem, HeadingCache, NoteCache } from "../base/cache";
import { firstIndex } from "../base/range";

function startOf(item: CacheItem | undefined): number {
  return item?.position.start.offset ?? Infinity;
}

/** The items in document order; they themselves if they are. */
export function inDocumentOrder<T extends CacheItem>(items: readonly T[] = []): readonly T[] {
  const isOrdered = items.every((item, index) => index === 0 || startOf(items[index - 1]) <= startOf(item));
  return isOrdered ? items : [...items].sort((a, b) => startOf(a) - startOf(b));
}

function firstAt(items: readonly CacheItem[], offset: number): number {
  return firstIndex(items.length, (index) => startOf(items[index]) < offset);
}

/** Those of the items, which are in document order, that begin from one offset up to another. */
export function itemsWithin<T extends CacheItem>(items: readonly T[], from: number, to: number): readonly T[] {
  return items.slice(firstAt(items, from), firstAt(items, to));
}

/** The only H1, if it comes before every other heading and a deeper one follows; null else. Headings in quotes divide nothing, and are no sections. */
export function titleHeading(cache: NoteCache): HeadingCache | null {
  const starts = new Set((cache.sections ?? []).map(startOf));
  const [first, ...others] = inDocumentOrder(cache.headings).filter((heading) => starts.has(startOf(heading)));
  if (first?.level !== 1 || others.length === 0) return null;
  return others.some(({ level }) => level === 1) ? null : first;
}
