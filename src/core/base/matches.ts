// The matches of a pattern in a text. `String.matchAll` copies the pattern at each call, which costs more than most
// texts of a map take to search.

/** All matches of a pattern with the flag `g`, in order. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return matches;
}
