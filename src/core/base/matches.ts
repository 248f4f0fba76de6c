// The matches of a pattern in a text, and what takes their place. `String.matchAll` copies the pattern at each call,
// and `String.replace` with a function calls out of compiled code even where nothing fits: both cost more than it
// takes to search the short texts of a map.
import { NONE } from "./lists";

/** The match behind another one. */
function next(pattern: RegExp, text: string, before: RegExpExecArray): RegExpExecArray | null {
  if (before[0] === "") pattern.lastIndex++;
  return pattern.exec(text);
}

/** All matches of a pattern with the flag `g`, in order. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (!first) return NONE;
  const matches = [first];
  for (let match = next(pattern, text, first); match; match = next(pattern, text, match)) matches.push(match);
  return matches;
}

/** A text with each match of a pattern with the flag `g` replaced by what is made of it. */
export function replaced(text: string, pattern: RegExp, make: (match: RegExpExecArray) => string): string {
  let [left, at] = ["", 0];
  for (const match of matchesIn(text, pattern)) {
    left += text.slice(at, match.index) + make(match);
    at = match.index + match[0].length;
  }
  return at === 0 ? text : left + text.slice(at);
}
