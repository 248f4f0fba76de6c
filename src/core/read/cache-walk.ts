// The items that a cache lists, in document order. Obsidian lists things so; a cache that does not is sorted first.
import type { CacheItem } from "../base/cache";
import { firstIndex, type Range } from "../base/range";

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

/** The place of an item of a cache. */
export function rangeOf({ position: { start, end } }: CacheItem): Range {
  return { from: start.offset, to: end.offset };
}
