// List items as a reader sees them. In `- [x] 1. [[A]]` the cache has an item in an item on one line, which are one.
import type { ListItemCache } from "../base/cache";

/** An item, with the line of the item it is nested in (negative for none) and the mark of its task. */
export interface SeenItem {
  readonly cache: ListItemCache;
  readonly parent: number;
  /** Null where it is no task. */
  readonly task: string | null;
}

/**
 * The items in document order;
 * an item that holds nothing but another one on its own line gives that one its place and mark.
 */
export function seenItems(caches: readonly ListItemCache[]): readonly SeenItem[] {
  const items: SeenItem[] = [];
  for (const cache of caches) {
    const { line } = cache.position.start;
    const task = cache.task ?? null;
    const outer = cache.parent === line ? items.pop() : undefined;
    items.push({ cache, parent: outer?.parent ?? cache.parent, task: task ?? outer?.task ?? null });
  }
  return items;
}
