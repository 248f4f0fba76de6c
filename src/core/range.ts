// A stretch of a note's text, as UTF-16 offsets, end exclusive.

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The text a range names. */
export function slice(text: string, range: Range): string {
  return text.slice(range.from, range.to);
}

/** The text with what lies between two offsets, as far as it is in the text, blanked one for one. */
export function blanked(text: string, from: number, to: number): string {
  const start = Math.max(from, 0);
  const end = Math.min(to, text.length);
  return start < end ? text.slice(0, start) + " ".repeat(end - start) + text.slice(end) : text;
}

/** The items ordered by `from`; they themselves if they are. */
export function inOrder<T extends Range>(items: readonly T[]): readonly T[] {
  const isOrdered = items.every((item, index) => index === 0 || item.from >= (items[index - 1]?.from ?? 0));
  return isOrdered ? items : [...items].sort((a, b) => a.from - b.from);
}

/** The index of the first item at or after `offset`, in items ordered by `from`. */
export function firstAt(items: readonly Range[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && item.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that begin inside `range`, in items ordered by `from`. */
export function within<T extends Range>(items: readonly T[], range: Range): readonly T[] {
  return items.slice(firstAt(items, range.from), firstAt(items, range.to));
}
