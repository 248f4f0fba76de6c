// Brackets and quotes that lost their counterpart, as where a link stood between the two.

const OPENERS = "([（［【《〈「『“";
const BRACKET = /[()（）[\]［］【】《》〈〉「」『』“”]/g;
/** A closing bracket behind these is none: `a) first`, `2) second`, `:-)`. */
const NO_CLOSER = /(?:^|\s)(?:\w{1,2}|[:;]-?)$/;

/** The places of brackets without a counterpart. One of another kind is a counterpart too: `[0, 1)`. */
function tornIn(text: string): readonly number[] {
  const [open, torn]: [number[], number[]] = [[], []];
  BRACKET.lastIndex = 0;
  for (let match = BRACKET.exec(text); match; match = BRACKET.exec(text)) {
    const { 0: char, index: at } = match;
    if (OPENERS.includes(char)) open.push(at);
    else if (open.pop() === undefined && !NO_CLOSER.test(text.slice(Math.max(0, at - 4), at))) torn.push(at);
  }
  return open.length === 0 ? torn : [...torn, ...open];
}

/** Without the quote at an end that has no counterpart. */
function withoutTornQuote(text: string): string {
  const words = text.trim();
  if (words.split('"').length % 2 === 1) return text;
  return words.startsWith('"') ? words.slice(1) : words.replace(/([^\d])"$|^"$/, "$1");
}

/** A text without brackets and quotes that have no counterpart in it. */
export function withoutTorn(text: string): string {
  const places = tornIn(text);
  const torn = places.length === 0 ? null : new Set(places);
  const whole = torn === null ? text : text.replace(BRACKET, (char, at: number) => (torn.has(at) ? "" : char));
  return whole.includes('"') ? withoutTornQuote(whole) : whole;
}
