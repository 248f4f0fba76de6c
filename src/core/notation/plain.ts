// An author's line of Markdown as plain words: links by what they say, and no signs of emphasis.
import { WORDY } from "./char-classes";
import { tokensOf, type Token } from "./inline";

/** White space in HTML, by which lines are set in. */
export const SPACE_CODE = /&(?:nbsp|e[mn]sp|thinsp);|<br\s*\/?>/giu;

/** A mark of emphasis. */
interface Mark {
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The things a mark may do, by what stands around it: underscores within a word (`ring_attn_v2`) do nothing. */
function markOf({ from, to }: Token, text: string): Mark {
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  const sign = text.slice(from, to);
  const isUnderscore = sign.startsWith("_");
  return {
    sign,
    opens: after.trim() !== "" && !(isUnderscore && WORDY.test(before)),
    closes: before.trim() !== "" && !(isUnderscore && WORDY.test(after)),
  };
}

/** The tokens that are marks of emphasis by one sign, each of a pair. Two or more signs are always marks. */
function pairedMarks(tokens: readonly Token[], text: string): ReadonlySet<number> {
  const paired = new Set<number>();
  const open = new Map<string, number>();
  tokens.forEach((token, index) => {
    if (token.kind !== "mark") return;
    const { sign, opens, closes } = markOf(token, text);
    const opener = open.get(sign);
    if (sign.length > 1) paired.add(index);
    else if (closes && opener !== undefined) {
      paired.add(opener).add(index);
      open.delete(sign);
    } else if (opens) open.set(sign, index);
  });
  return paired;
}

/** The words that a token is for its reader. */
function wordsOf({ kind, from, to, innerFrom, innerTo }: Token, text: string): string {
  const inner = text.slice(innerFrom, innerTo);
  if (kind === "link" || kind === "wikilink") return withoutSigns(inner);
  return kind === "tag" || kind === "footnote" || kind === "comment" ? text.slice(from, to) : inner;
}

/** The text without signs, its white space as it is. */
export function withoutSigns(text: string): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return text;
  const paired = pairedMarks(tokens, text);
  let [left, at] = ["", 0];
  tokens.forEach((token, index) => {
    if (token.kind === "mark" && !paired.has(index)) return;
    left += text.slice(at, token.from) + wordsOf(token, text);
    at = token.to;
  });
  return left + text.slice(at);
}

export function plainOf(text: string): string {
  return withoutSigns(text).trim();
}

/** A remark as it is shown: brackets around the whole of it say nothing on a line of its own. */
export function plainRemark(remark: string): string {
  return plainOf(remark).replace(/^[（(]([^（()）]+)[)）]$/, "$1");
}

/** A text without HTML tags. */
export function withoutTags(text: string): string {
  let [left, at] = ["", 0];
  for (const { kind, from, to } of tokensOf(text)) {
    if (kind !== "tag") continue;
    left += text.slice(at, from);
    at = to;
  }
  return left + text.slice(at);
}
