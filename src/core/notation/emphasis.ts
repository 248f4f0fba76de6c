// Emphasis: what it holds; and where the marks of one that holds a link stand, so that none is left behind when the
// link is taken out.
import { textBetween, type Range, type Stretch } from "../base/range";
import { MARK, signsIn, WORDY } from "./char-classes";
import { tokensOf } from "./inline";

/** Words between two marks, as offsets in their text. */
export interface Emphasis extends Range {
  readonly sign: string;
  readonly innerFrom: number;
  readonly innerTo: number;
}

/** True if a mark can open emphasis: a single one before a space or behind a word is a mere sign. */
function canOpen({ from, to }: Range, text: string): boolean {
  return to - from > 1 || (text.charAt(to).trim() !== "" && !WORDY.test(text.charAt(from - 1)));
}

/** The emphasis in a text, each within its line; of one within another only the outer. */
export function emphasisIn(text: string): readonly Emphasis[] {
  const marks = tokensOf(text).filter(({ kind }) => kind === "mark");
  const found: Emphasis[] = [];
  for (let at = 0, open = marks[at]; open !== undefined; open = marks[++at]) {
    const sign = text.slice(open.from, open.to);
    const behind = canOpen(open, text)
      ? marks.findIndex(({ from, to }, index) => index > at && text.slice(from, to) === sign)
      : -1;
    const close = marks[behind];
    const held = close ? text.slice(open.to, close.from) : "";
    if (!close || held.trim() === "" || held.includes("\n")) continue;
    found.push({ sign, from: open.from, to: close.to, innerFrom: open.to, innerTo: close.from });
    at = behind;
  }
  return found;
}

interface Mark extends Range {
  readonly sign: string;
}

/** The marks in a part of a stretch; a sign within a word (`5*3`, `ring_attn`) or alone between spaces is none. */
function marksIn(stretch: Stretch, from: number, to: number): readonly Mark[] {
  const text = textBetween(stretch, from, to);
  return tokensOf(text).flatMap((token) => {
    if (token.kind !== "mark") return [];
    const [before, after] = [text.charAt(token.from - 1), text.charAt(token.to)];
    const sign = text.slice(token.from, token.to);
    const isAlone = (WORDY.test(before) && WORDY.test(after) && sign.length === 1) || (before === " " && after === " ");
    return isAlone ? [] : [{ sign, from: from + token.from, to: from + token.to }];
  });
}

/** The marks in a part of a stretch that no other in it closes. */
function unclosedIn(stretch: Stretch, from: number, to: number, closers: ReadonlySet<number> | null): readonly Mark[] {
  const open: Mark[] = [];
  for (const mark of marksIn(stretch, from, to)) {
    if (closers?.has(mark.from) === true) continue;
    const at = open.findIndex(({ sign }) => sign === mark.sign);
    if (at < 0) open.push(mark);
    else open.splice(at);
  }
  return open;
}

function closerOf(opener: Mark, stretch: Stretch, from: number, to: number): Mark | null {
  for (const mark of marksIn(stretch, from, to)) if (mark.sign === opener.sign) return mark;
  return null;
}

/** The marks of emphasis that hold links of a line; null where there are none. */
export function marksAround(
  links: readonly Range[],
  { stretch, from, to }: Range & { readonly stretch: Stretch },
): readonly Range[] | null {
  let marks: Range[] | null = null;
  let closers: Set<number> | null = null;
  let end = from;
  for (const link of links) {
    const hasMarks =
      link.from > end && (signsIn(stretch.text, end - stretch.base, link.from - stretch.base) & MARK) > 0;
    const openers = hasMarks ? unclosedIn(stretch, end, link.from, closers) : [];
    for (const opener of openers) {
      const closer = closerOf(opener, stretch, link.to, to);
      if (!closer) continue;
      (closers ??= new Set()).add(closer.from);
      (marks ??= []).push(opener, closer);
    }
    end = link.to;
  }
  return marks;
}
