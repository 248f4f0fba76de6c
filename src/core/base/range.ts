// A stretch of a note's text, as UTF-16 offsets, end exclusive.

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A range that begins on `line`, counted from 0. */
export interface LineRange extends Range {
  readonly line: number;
}

/** The lines of a text from the first to the last of a range that begins with a line; without their line ends. */
export function linesWithin(text: string, { from: start, to: end, line: first }: LineRange): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = start;
  for (let line = first; from <= end; line++) {
    const at = text.indexOf("\n", from);
    const to = at < 0 || at > end ? end : at;
    lines.push({ from, to: to > from && text[to - 1] === "\r" ? to - 1 : to, line });
    from = to + 1;
  }
  return lines;
}

/**
 * Text of a note from the offset `base` on, in which what does not count may be blanked one for one,
 * so that offsets hold.
 */
export interface Stretch {
  readonly text: string;
  readonly base: number;
}

/** The words of a stretch between two offsets of its note. */
export function textBetween({ text, base }: Stretch, from: number, to: number): string {
  return text.slice(from - base, to - base);
}

/**
 * The text of a stretch, with what some ranges of the note (ordered by `from`) cover of it blanked one for one,
 * so that offsets hold.
 */
export function blanked(words: string, base: number, ranges: readonly Range[]): string {
  let left = "";
  let end = 0;
  for (const range of ranges) {
    const [from, to] = [Math.max(range.from - base, end), Math.min(range.to - base, words.length)];
    if (from >= to) continue;
    left += words.slice(end, from) + " ".repeat(to - from);
    end = to;
  }
  return end === 0 ? words : left + words.slice(end);
}

/** A text with one of its stretches replaced by a sign, one for one. */
export function filled(text: string, { from, to }: Range, sign: string): string {
  return text.slice(0, from) + sign.repeat(to - from) + text.slice(to);
}

/** The place of a match in the text in which it was found. */
export function placeOf({ 0: found, index }: RegExpExecArray): Range {
  return { from: index, to: index + found.length };
}

/** The items ordered by `from`; they themselves if they are. */
export function inOrder<T extends Range>(items: readonly T[]): readonly T[] {
  const isOrdered = items.every((item, index) => index === 0 || item.from >= (items[index - 1]?.from ?? 0));
  return isOrdered ? items : [...items].sort((a, b) => a.from - b.from);
}

/** The first of `count` indices that is no longer before something, found by halving; `count` where all are. */
export function firstIndex(count: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first item at or after `offset`, in items ordered by `from`. */
export function firstAt(items: readonly Range[], offset: number): number {
  return firstIndex(items.length, (index) => (items[index]?.from ?? offset) < offset);
}

/** True if something begins inside one of these ranges, which are ordered and do not overlap. */
export function isInside(one: Range, ranges: readonly Range[]): boolean {
  const before = ranges[firstAt(ranges, one.from + 1) - 1];
  return before !== undefined && one.from < before.to;
}
