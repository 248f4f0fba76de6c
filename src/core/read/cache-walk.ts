// What a cache lists of one kind, walked once from the first to the last, as all of a map is read.
// Obsidian lists things in document order; a cache that does not is sorted first.
import type { CacheItem, NoteCache } from "../base/cache";
import { firstIndex } from "../base/range";

/** Where something begins; behind everything where there is nothing. */
function startOf(item: CacheItem | undefined): number {
  return item === undefined ? Infinity : item.position.start.offset;
}

export class CacheWalk<T extends CacheItem> {
  private at = 0;
  /** False once one was met that begins before the one in front of it: what was found then is not to be believed. */
  isOrdered = true;

  constructor(private readonly items: readonly T[] = []) {}

  /** The one that begins at an offset; null where none does. Offsets are asked for in rising order. */
  startingAt(offset: number): T | null {
    this.passTo(offset);
    const item = this.items[this.at];
    return item !== undefined && startOf(item) === offset ? item : null;
  }

  /** Those that begin in a stretch. Stretches are asked for in rising order. */
  within(from: number, to: number): readonly T[] {
    this.passTo(from);
    const first = this.at;
    this.passTo(to);
    return this.items.slice(first, this.at);
  }

  private passTo(offset: number): void {
    const { items } = this;
    for (let item = items[this.at]; item !== undefined && startOf(item) < offset; item = items[this.at]) {
      this.at++;
      if (startOf(items[this.at]) < startOf(item)) this.isOrdered = false;
    }
  }
}

function inDocumentOrder<T extends CacheItem>(items: readonly T[] = []): T[] {
  return [...items].sort((a, b) => startOf(a) - startOf(b));
}

/** The same cache with all that is walked in document order. */
export function sorted(cache: NoteCache): NoteCache {
  const { sections, headings, listItems } = cache;
  return {
    ...cache,
    sections: inDocumentOrder(sections),
    headings: inDocumentOrder(headings),
    listItems: inDocumentOrder(listItems),
  };
}

/** The only H1, if it comes before every other heading and a deeper one follows; null else. Headings in quotes divide nothing, and are no sections. */
export function titleHeading({
  headings = [],
  sections = [],
}: NoteCache): NonNullable<NoteCache["headings"]>[number] | null {
  const first = headings.find((heading) => isSection(startOf(heading), sections));
  if (first?.level !== 1) return null;
  const isOther = (heading: CacheItem): boolean => heading !== first && isSection(startOf(heading), sections);
  const hasTwin = headings.some((heading) => heading.level === 1 && isOther(heading));
  return !hasTwin && headings.some(isOther) ? first : null;
}

/** Whether a section begins at an offset, in sections in document order. */
function isSection(offset: number, sections: readonly CacheItem[]): boolean {
  return startOf(sections[firstIndex(sections.length, (index) => startOf(sections[index]) < offset)]) === offset;
}
