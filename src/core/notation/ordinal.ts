// Numbers before a name that only count it: `11.02`, `(4)`, `①`, `a)`, `iv.`, `（一）`
import { withoutMarks } from "./words";

/** As long as such a number may be with the signs around it. In UTF-16 units. */
const LONGEST = 24;
const ORDINAL = new RegExp(
  [
    "^(?:[(（[［【#]?|第|no\\.?\\s*)",
    "(?:\\p{N}{1,3}(?:\\.\\p{N}{1,3})*\\uFE0F?\\u20E3?[.．)、）\\]］】]?|(?:[a-z\\p{Lo}]|[ivx]{2,5})[.)）]",
    "|[一二三四五六七八九十]{1,3}[.．)、）\\]］】])",
    "\\s*[:：]?\\s*[-–—]?$",
  ].join(""),
  "iu",
);

/** True if words are nothing but a number, or a letter that stands for one. A year is more. */
export function isOrdinal(words: string): boolean {
  return words.length <= LONGEST && ORDINAL.test(withoutMarks(words).trim());
}
