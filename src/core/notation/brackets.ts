// Brackets and quotes that lost their counterpart, as where a link stood between the two.

const CLOSER_OF: ReadonlyMap<string, string> = new Map(
  ["()", "（）", "[]", "［］", "【】", "《》", "〈〉", "「」", "『』", "“”"].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
const CLOSERS: ReadonlySet<string> = new Set(CLOSER_OF.values());
const BRACKET_OR_QUOTE = /[()（）[\]［］【】《》〈〉「」『』“”"]/;
/** A closing bracket behind these is none: `a) first`, `2) second`, `:-)`. */
const NO_CLOSER = /(?:^|\s)(?:\w{1,2}|[:;]-?)$/;

/** The places of brackets without a counterpart. One of another kind is a counterpart too: `[0, 1)`. */
function tornIn(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const torn = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (CLOSER_OF.has(char)) open.push(at);
    else if (CLOSERS.has(char) && open.pop() === undefined && !NO_CLOSER.test(text.slice(Math.max(0, at - 4), at)))
      torn.add(at);
  }
  for (const at of open) torn.add(at);
  return torn;
}

/** Without the quote at an end that has no counterpart. */
function withoutTornQuote(text: string): string {
  const words = text.trim();
  if (words.split('"').length % 2 === 1) return text;
  return words.startsWith('"') ? words.slice(1) : words.replace(/([^\d])"$|^"$/, "$1");
}

/** A text without brackets and quotes that have no counterpart in it. */
export function withoutTorn(text: string): string {
  if (!BRACKET_OR_QUOTE.test(text)) return text;
  const torn = tornIn(text);
  return withoutTornQuote(
    torn.size === 0
      ? text
      : text
          .split("")
          .filter((_, at) => !torn.has(at))
          .join(""),
  );
}
