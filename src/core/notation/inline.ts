// Inline Markdown as Obsidian reads it, split into tokens: the one place that knows code, escapes, links, addresses,
// HTML, comments, formulas and the marks of emphasis. Whatever is no token is plain text.
import { NONE } from "../base/lists";
import type { Range } from "../base/range";
import { ESCAPABLE } from "./char-classes";

/** A token, as offsets in the text. */
export interface Token extends Range {
  readonly kind: TokenKind;
  /** The code, formula, escaped sign or author's words in it, which a reader sees; empty where nothing is seen. */
  readonly innerFrom: number;
  readonly innerTo: number;
  /** Between the brackets behind the words of a link, as written; "" for any other token. */
  readonly destination: string;
}

/** `break` is a backslash at a line's end; `mark` one to three marks of emphasis, which may prove to be mere signs. */
export type TokenKind =
  | "code"
  | "escape"
  | "break"
  | "wikilink"
  | "link"
  | "reference"
  | "footnote"
  | "address"
  | "tag"
  | "comment"
  | "math"
  | "mark";

/** Everything that a token may begin with. */
const OPENER = /[`\\[<$*_]|![[]|%%|~~|==|https?:\/\//gi;
const MARK = /\*{1,3}|_{1,3}|~~|==/y;
const LINE_END = /\\[^\S\n]*(?=\n|$)/y;
const WIKILINK = /!?\[\[([^[\]]*)\]\]/y;
/** The place that a link leads to, with brackets in pairs, and the title behind it. */
const DESTINATION = /\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/y;
const FOOTNOTE = /\[\^[^[\]\s]+\]/y;
const NAME = /\[([^[\]]*)\]/y;
const ANGLED = /<(https?:\/\/[^\s<>]+)>/iy;
/** An attribute's value may hold `>` where it is quoted. */
const TAG = /<\/?[a-z][a-z\d-]*(?:\s(?:"[^"<]*"|'[^'<]*'|[^<>"'])*)?\/?>/iy;
const LOOSE_TAG = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?>/iy;
/** A dollar before a space, or behind one or before a figure, is money. */
const MATH = /\$(?:[^\s$]|[^\s$][^$\n]*[^\s$])\$(?!\d)/y;
/** Parentheses belong to an address where they are balanced; signs at its end do not. */
const ADDRESS = /https?:\/\/(?:[^\s<>()（）[\]［］【】〔〕「」『』《》〈〉“”‘’，。；、！？：]|\([^\s()（）]*\))+/iy;
const SCHEME = /https?:\/\//iy;
const ADDRESS_END = ".,;:!?'\"*_~";

function matchFrom(text: string, at: number): RegExpExecArray | null {
  OPENER.lastIndex = at;
  return OPENER.exec(text);
}

/** The match of a sticky pattern at an offset; null where it does not fit there. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A token of which a reader sees what stands between two offsets; nothing where these are not given. */
function toToken(
  kind: TokenKind,
  from: number,
  to: number,
  innerFrom = to,
  innerTo = innerFrom,
  destination = "",
): Token {
  return { kind, from, to, innerFrom, innerTo, destination };
}

const NO_SIGNS: ReadonlySet<string> = new Set();

/** Finds where code ends; which runs of ticks close none any more is remembered, so that a text is read once. */
class CodeEnds {
  private missing: ReadonlySet<string> = NO_SIGNS;

  constructor(private readonly text: string) {}

  /** The offset of the run of as many ticks that closes the code behind `ticks`; null where there is none. */
  closing(ticks: string, at: number): number | null {
    if (this.missing.has(ticks)) return null;
    for (let end = this.text.indexOf(ticks, at + ticks.length); end >= 0;) {
      const run = runAt(this.text, end);
      if (run === ticks) return end;
      end = this.text.indexOf(ticks, end + run.length);
    }
    this.missing = new Set([...this.missing, ticks]);
    return null;
  }
}

/** The run of ticks at an offset. */
function runAt(text: string, at: number): string {
  let end = at;
  while (text.charAt(end) === "`") end++;
  return text.slice(at, end);
}

/** Splits one text, from the first character to the last. */
class Tokenizer {
  private readonly tokens: Token[] = [];
  private readonly codeEnds: CodeEnds;
  /** Closers of comments that are not to be found from here on: each is sought only once in vain. */
  private missing: ReadonlySet<string> = NO_SIGNS;
  /** The offsets of closing brackets by those of their opening ones; null until the first is met. */
  private pairs: ReadonlyMap<number, number> | null = null;

  constructor(
    private readonly text: string,
    /** True for the name of a link that is defined elsewhere in the note. */
    private readonly isDefined: (name: string) => boolean,
  ) {
    this.codeEnds = new CodeEnds(text);
  }

  read(): readonly Token[] {
    const { text } = this;
    let at = 0;
    for (let match = matchFrom(text, at); match; match = matchFrom(text, at)) {
      const { 0: opener, index } = match;
      const token = this.tokenAt(index, opener);
      if (token) this.tokens.push(token);
      at = token?.to ?? index + (opener === "`" ? runAt(text, index).length : 1);
    }
    return this.tokens;
  }

  private tokenAt(at: number, opener: string): Token | null {
    switch (opener) {
      case "`":
        return this.code(at);
      case "\\":
        return this.escape(at);
      case "[":
      case "![":
        return this.bracket(at);
      case "<":
        return this.angle(at);
      case "$":
        return this.math(at);
      case "%%":
        return this.comment(at, "%%", "%%");
      default:
        return opener.length > 3 ? this.address(at) : this.mark(at);
    }
  }

  /** Code ends at the next run of as many ticks as it begins with; one space beside ticks on both ends is no part. */
  private code(at: number): Token | null {
    const { text } = this;
    const ticks = runAt(text, at);
    const close = this.codeEnds.closing(ticks, at);
    if (close === null) return null;
    const [from, to] = [at + ticks.length, close];
    const padding = to - from > 2 && text.charAt(from) === " " && text.charAt(to - 1) === " " ? 1 : 0;
    return toToken("code", at, close + ticks.length, from + padding, to - padding);
  }

  private escape(at: number): Token | null {
    const end = matchAt(LINE_END, this.text, at);
    if (end) return toToken("break", at, at + end[0].length);
    return ESCAPABLE.test(this.text.charAt(at + 1)) ? toToken("escape", at, at + 2, at + 1, at + 2) : null;
  }

  private mark(at: number): Token | null {
    const mark = matchAt(MARK, this.text, at);
    return mark && toToken("mark", at, at + mark[0].length);
  }

  private math(at: number): Token | null {
    const math = matchAt(MATH, this.text, at);
    return math && toToken("math", at, at + math[0].length, at, at + math[0].length);
  }

  private address(at: number): Token | null {
    const address = matchAt(ADDRESS, this.text, at)?.[0] ?? "";
    let length = address.length;
    while (length > 0 && ADDRESS_END.includes(address.charAt(length - 1))) length--;
    const to = at + length;
    return length <= (matchAt(SCHEME, this.text, at)?.[0].length ?? 0) ? null : toToken("address", at, to, at, to);
  }

  /** A comment; one opened by `%%` may end with its block. */
  private comment(at: number, opener: string, closer: string): Token | null {
    const end = this.missing.has(closer) ? -1 : this.text.indexOf(closer, at + opener.length);
    if (end >= 0) return toToken("comment", at, end + closer.length);
    this.missing = new Set([...this.missing, closer]);
    return closer === "%%" ? toToken("comment", at, this.text.length) : null;
  }

  private angle(at: number): Token | null {
    if (this.text.startsWith("<!--", at)) return this.comment(at, "<!--", "-->");
    const angled = matchAt(ANGLED, this.text, at);
    if (angled) return toToken("address", at, at + angled[0].length, at + 1, at + angled[0].length - 1);
    const tag = matchAt(TAG, this.text, at) ?? matchAt(LOOSE_TAG, this.text, at);
    return tag && toToken("tag", at, at + tag[0].length);
  }

  /** A link, an embed or a footnote. */
  private bracket(at: number): Token | null {
    const { text } = this;
    const open = text.charAt(at) === "!" ? at + 1 : at;
    const wiki = matchAt(WIKILINK, text, at);
    if (wiki) return wikilink(wiki);
    const footnote = open === at ? matchAt(FOOTNOTE, text, at) : null;
    if (footnote) return toToken("footnote", at, at + footnote[0].length);
    this.pairs ??= bracketPairs(text, at);
    const close = this.pairs.get(open);
    if (close === undefined) return null;
    const destination = matchAt(DESTINATION, text, close + 1);
    if (destination) return toToken("link", at, close + 1 + destination[0].length, open + 1, close, destination[1]);
    return this.reference(at, open + 1, close);
  }

  /** Words in brackets whose name, in brackets behind them or they themselves, is defined. */
  private reference(at: number, from: number, to: number): Token | null {
    const name = matchAt(NAME, this.text, to + 1);
    const next = this.text.charAt(to + 1);
    if (!name && (next === "[" || next === ":")) return null;
    const id = name?.[1] || this.text.slice(from, to);
    if (!this.isDefined(id)) return null;
    return toToken("reference", at, to + 1 + (name?.[0].length ?? 0), from, to, id);
  }
}

function wikilink({ 0: whole, 1: words = "", index }: RegExpExecArray): Token {
  const to = index + whole.length;
  const pipe = words.indexOf("|");
  return toToken("wikilink", index, to, to - 2 - words.length + pipe + 1, to - 2);
}

/** Brackets, and what they pass over: escaped signs and code, which pair nothing. */
const BRACKET = /\\[[\]`\\]|`+|[[\]]/g;

/** The closing bracket of each opening one that has one, from an offset on. */
function bracketPairs(text: string, start: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const codeEnds = new CodeEnds(text);
  BRACKET.lastIndex = start;
  for (let match = BRACKET.exec(text); match; match = BRACKET.exec(text)) {
    const { 0: sign, index } = match;
    const from = sign === "]" ? open.pop() : undefined;
    if (from !== undefined) pairs.set(from, index);
    if (sign === "[") open.push(index);
    const close = sign.startsWith("`") ? codeEnds.closing(sign, index) : null;
    if (close !== null) BRACKET.lastIndex = close + sign.length;
  }
  return pairs;
}

function isNever(): boolean {
  return false;
}

/**
 * The tokens of a text, in order; they do not overlap, and what is within one is not split again.
 * `isDefined` says which names of links are defined elsewhere in the note.
 */
export function tokensOf(text: string, isDefined: (name: string) => boolean = isNever): readonly Token[] {
  return matchFrom(text, 0) ? new Tokenizer(text, isDefined).read() : NONE;
}
