// The characters that an edit of whole lines changes, once it is known where those lines are.
import { addToGroup } from "../base/group";
import type { Range } from "../base/range";
import { linesIn, linesOf, type TextLine } from "./lines";
import type { TextEdit } from "./text-edit";

/** Lines counted from 0, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** A stretch of the text, and the words that take its place. */
export interface Change extends Range {
  readonly words: string;
  /** At one offset: 0 for new lines before a line, 1 for what changes within one, 2 for lines behind one. */
  readonly order: 0 | 1 | 2;
  /** The lines whose words are changed or go, end exclusive; new lines stand between two: both are the same. */
  readonly lines: Range;
  /** True if whole lines come, go or are replaced by more or fewer. */
  readonly isWhole: boolean;
}

/** The lines that an edit expects, the first one at `at`. */
export function wholeLines({ expected }: TextEdit, at: number): LineSpan {
  return { first: at, last: at + linesOf(expected).length - 1 };
}

/** The changes that an edit makes to a text whose lines it expects from line `at` on; none where nothing differs. */
export function changesOf(edit: TextEdit, at: number, lines: readonly TextLine[]): readonly Change[] {
  const [before, after] = [linesIn(edit.expected), linesIn(edit.insert)];
  const own = lines.slice(at, at + before.length + 1);
  if (endsOf(before) !== endsOf(after)) return [wholeLineChange(edit, before, after, at, own)];
  return after.flatMap(({ words }, index) => {
    const line = own[index];
    return line === undefined || line.words === words ? [] : [within(line, words, at + index)];
  });
}

/** The stretch of a line that differs from its new words. */
function within({ from, words: before }: TextLine, after: string, line: number): Change {
  const shorter = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < shorter && before[start] === after[start]) start++;
  if (isHigh(before.charCodeAt(start - 1))) start--;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (isLow(before.charCodeAt(before.length - end))) end--;
  return {
    from: from + start,
    to: from + before.length - end,
    words: after.slice(start, after.length - end),
    order: 1,
    lines: { from: line, to: line + 1 },
    isWhole: false,
  };
}

/** The first half of a character of two code units, which no change may part. */
function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** The lines of an edit, and how many of them stay at the beginning and at the end. */
interface Splice {
  readonly before: readonly TextLine[];
  readonly after: readonly TextLine[];
  readonly head: number;
  readonly tail: number;
  readonly order: Change["order"];
}

/** Lines that come, go, or are replaced by more or fewer; the same ones before and behind them stay. */
function wholeLineChange(
  edit: TextEdit,
  before: readonly TextLine[],
  after: readonly TextLine[],
  at: number,
  own: readonly TextLine[],
): Change {
  const least = splice(before, after, ...sameAround(before, after));
  // Line ends of several kinds: only the whole is exact.
  const { head, tail, order } = isExact(edit, least) ? least : splice(before, after, 0, 0);
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const words = spanned(after, head, newEnd, order);
  const text = edit.insert.slice(words.from, words.to);
  const hasOtherEnds = endsOf(before) !== endsOf(own.slice(0, before.length));
  return {
    ...spanned(own, head, oldEnd, order),
    words: hasOtherEnds ? text.replace(/\r?\n/g, endsOf(own.slice(0, 2))) : text,
    order,
    lines: { from: at + head, to: at + oldEnd },
    isWhole: true,
  };
}

function splice(before: readonly TextLine[], after: readonly TextLine[], head: number, tail: number): Splice {
  const isReplaced = head + tail < before.length && head + tail < after.length;
  return { before, after, head, tail, order: isReplaced ? 1 : head > 0 ? 2 : 0 };
}

function sameAround(before: readonly TextLine[], after: readonly TextLine[]): readonly [head: number, tail: number] {
  const shorter = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < shorter && before[head]?.words === after[head]?.words) head++;
  while (tail < shorter - head && before.at(-1 - tail)?.words === after.at(-1 - tail)?.words) tail++;
  return [head, tail];
}

/** True if the lines that stay have the line ends that the edit wants. */
function isExact({ expected, insert }: TextEdit, { before, after, head, tail, order }: Splice): boolean {
  const old = spanned(before, head, before.length - tail, order);
  const now = spanned(after, head, after.length - tail, order);
  return expected.slice(0, old.from) === insert.slice(0, now.from) && expected.slice(old.to) === insert.slice(now.to);
}

/**
 * The offsets of some lines: lines that come or go take with them the line end before them, or, where no line before
 * them stays, the one behind them.
 */
function spanned(lines: readonly TextLine[], first: number, end: number, order: Change["order"]): Range {
  const from = order === 2 ? lines[first - 1]?.to : lines[first]?.from;
  const to = order === 0 ? lines[end]?.from : lines[end - 1]?.to;
  return { from: from ?? 0, to: to ?? 0 };
}

/** The line ends between lines, one after another. */
function endsOf(lines: readonly TextLine[]): string {
  return lines
    .slice(0, -1)
    .map(({ end }) => end)
    .join("");
}

/** Changes that can all be made to one text; each is compared only with those of the lines around it. */
export class ChangeList {
  readonly all: Change[] = [];
  private readonly byLine = new Map<number, Change[]>();

  /** True if the change is among them. */
  has(change: Change): boolean {
    return this.near(change).some((other) => isSameChange(change, other));
  }

  /** True if the change cannot be made beside them. */
  collides(change: Change): boolean {
    return this.near(change).some((other) => collide(change, other));
  }

  add(change: Change): void {
    this.all.push(change);
    for (const line of linesAround(change)) addToGroup(this.byLine, line, change);
  }

  private near(change: Change): readonly Change[] {
    return linesAround(change).flatMap((line) => this.byLine.get(line) ?? []);
  }
}

function linesAround({ lines: { from, to } }: Change): readonly number[] {
  return Array.from({ length: to - from + 2 }, (_, index) => from - 1 + index);
}

/** Orders changes; at one offset, new lines before a line come first and those behind it last. */
export function inTextOrder(a: Change, b: Change): number {
  return a.from - b.from || a.order - b.order || a.to - b.to;
}

function isSameChange(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.words === other.words && one.order === other.order;
}

/**
 * True if two changes cannot both be made: they share characters, both add to one place of a line, or one of them takes
 * lines away that the other changes.
 */
function collide(one: Change, other: Change): boolean {
  const [first, second] = inTextOrder(one, other) < 0 ? [one, other] : [other, one];
  if (first.to > second.from) return true;
  if (one.isWhole || other.isWhole) return overlap(one.lines, other.lines);
  return one.from === one.to && other.from === other.to && one.from === other.from;
}

function overlap(one: Range, other: Range): boolean {
  return one.from < other.to && other.from < one.to;
}
