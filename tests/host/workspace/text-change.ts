// The smallest single replacement that makes one text into another, and joining two such changes of the same text.

/** Replace `from`–`to` of the old text by `insert`. Offsets in UTF-16 code units. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Null if the texts are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < most - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** `theirs` as it applies after `mine`, both made to the same text; null where they touch the same part. */
export function rebase(theirs: TextChange, mine: TextChange): TextChange | null {
  if (theirs.to < mine.from) return theirs;
  if (theirs.from <= mine.to) return null;
  const shift = mine.insert.length - (mine.to - mine.from);
  return { ...theirs, from: theirs.from + shift, to: theirs.to + shift };
}
