// The web addresses written in a map, which the cache does not name: bare, in angle or square brackets,
// or by reference to a definition; none in code, HTML and pictures. Comments are left to who asks.
import type { NoteCache } from "../base/cache";
import { firstAt, type Range } from "../base/range";
import type { WrittenLink } from "./written";

// Anything that hides a link comes first, so that it is passed over: code and HTML tags; pictures (`![…](…)`) likewise.
const CODE = /(?<code>`{1,8})[^]*?\k<code>/;
const BRACKETED =
  /(?<bang>!?)\[(?<alias>(?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?(?<address>https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;
const ANGLED = /<(?<angled>https?:\/\/[^\s<>]+)>|<\/?[a-z][^<>]*>/;
const BY_REFERENCE = /\[(?<words>(?:(?!:\/\/)[^[\]])*)\](?:\[(?<id>[^[\]]*)\])?(?![[(:])/;
// Parentheses belong to an address where they are balanced.
const BARE = /https?:\/\/(?:[^\s<>()（）[\]［］【】〔〕「」『』《》〈〉“”‘’，。；、！？：]|\([^\s()（）]*\))+/;

function either(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), "gi");
}

const WEB = either(CODE, BRACKETED, ANGLED, BARE);
const WEB_OR_REFERENCE = either(CODE, BRACKETED, ANGLED, BY_REFERENCE, BARE);
const ADDRESS = /https?:\/\//gi;

/** Names of definitions are compared without case and with their white space collapsed. */
function nameOfDefinition(id: string): string {
  return id.trim().replace(/\s+/g, " ").toLowerCase();
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Finds the web links of one note. */
export class WebLinks {
  private readonly definitions: ReadonlyMap<string, string>;
  /** The places where an address begins, anywhere in the note: most stretches hold none and need no closer look. */
  private readonly addresses: readonly Range[];

  constructor(
    private readonly text: string,
    cache: NoteCache,
  ) {
    const web = (cache.referenceLinks ?? []).filter(({ link }) => /^https?:\/\//i.test(link));
    this.definitions = new Map(web.map(({ id, link }) => [nameOfDefinition(id), link]));
    this.addresses = text.includes("://")
      ? [...text.matchAll(ADDRESS)].map(({ index }) => ({ from: index, to: index }))
      : [];
  }

  /** The web links in a stretch of text that begins on `line`, in document order. */
  in(from: number, to: number, line: number): readonly WrittenLink[] {
    if (!this.mayBeIn(from, to)) return [];
    const hasReferences = this.definitions.size > 0;
    const stretch = this.text.slice(from, to);
    const links: WrittenLink[] = [];
    let [at, lines] = [0, line];
    for (const match of stretch.matchAll(hasReferences ? WEB_OR_REFERENCE : WEB)) {
      lines += countLineEnds(stretch, at, match.index);
      at = match.index;
      const link = this.toLink(match, from + match.index, lines);
      if (link) links.push(link);
    }
    return links;
  }

  /** True if a stretch needs a closer look. */
  mayBeIn(from: number, to: number): boolean {
    if (this.definitions.size > 0) return true;
    if (this.addresses.length === 0) return false;
    const next = this.addresses[firstAt(this.addresses, from)];
    return next !== undefined && next.from < to;
  }

  private toLink(match: RegExpExecArray, from: number, line: number): WrittenLink | null {
    const { code, bang, alias, address, angled, words, id } = match.groups ?? {};
    const whole = match[0];
    if (code !== undefined || bang === "!") return null;
    const known = words === undefined ? undefined : this.definitions.get(nameOfDefinition(id || words));
    const name = (alias ?? words)?.trim().replace(/\s+/g, " ").replaceAll("\\|", "|");
    const isBare = address === undefined && angled === undefined && words === undefined;
    const bare = isBare && !whole.startsWith("<") ? whole.replace(/[.,;:!?'"*_~]+$/, "") : undefined;
    const link = address ?? angled ?? known ?? bare;
    if (link === undefined || name === "") return null;
    const text = bare ?? whole;
    return { link, web: true, embed: false, alias: name ?? null, line, from, to: from + text.length, text };
  }
}
