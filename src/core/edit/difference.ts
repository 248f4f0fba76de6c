// The difference between two versions of a line, in whole words and numbers, so that a reader sees it at a glance.

/** A line in parts: `before + removed + behind` was, `before + inserted + behind` is. */
export interface Difference {
  readonly before: string;
  readonly removed: string;
  readonly inserted: string;
  readonly behind: string;
}

/** Figures and Latin letters, whose words are short; Chinese ones have no ends to be seen. */
const IN_WORD = /[0-9A-Za-z０-９À-ɏ-]/;
/** The later half of a sign of two code units. */
const LATER_HALF = /[\uDC00-\uDFFF]/;

function isInWord(text: string, at: number): boolean {
  return IN_WORD.test(text.charAt(at));
}

/** The number of code units that both begin with, ending where a word ends. */
function commonStart(old: string, now: string): number {
  const most = Math.min(old.length, now.length);
  let length = 0;
  while (length < most && old[length] === now[length]) length++;
  if (LATER_HALF.test(old.charAt(length)) || LATER_HALF.test(now.charAt(length))) length--;
  while (length > 0 && isInWord(old, length - 1) && (isInWord(old, length) || isInWord(now, length))) length--;
  return Math.max(0, length);
}

/** The number of code units behind `start` that both end with, beginning where a word begins. */
function commonEnd(old: string, now: string, start: number): number {
  const most = Math.min(old.length, now.length) - start;
  const at = (text: string, length: number): number => text.length - length;
  let length = 0;
  while (length < most && old[at(old, length + 1)] === now[at(now, length + 1)]) length++;
  if (LATER_HALF.test(old.charAt(at(old, length)))) length--;
  const isCut = (text: string): boolean => at(text, length) > start && isInWord(text, at(text, length) - 1);
  while (length > 0 && isInWord(old, at(old, length)) && (isCut(old) || isCut(now))) length--;
  return Math.max(0, length);
}

export function difference(old: string, now: string): Difference {
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  return {
    before: old.slice(0, start),
    removed: old.slice(start, old.length - end),
    inserted: now.slice(start, now.length - end),
    behind: old.slice(old.length - end),
  };
}
