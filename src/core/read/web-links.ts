// The web addresses written in a map, which the cache does not name: bare, in angle or square brackets,
// or by reference to a definition; none in code, HTML and pictures. Comments are left to who asks.
import { NONE } from "../base/lists";
import type { NoteCache } from "../base/cache";
import { matchesIn } from "../base/matches";
import { firstAt, type Range } from "../base/range";
import { tokensOf, type Token } from "../notation/inline";
import { WEB_PLACE } from "../notation/link-parts";
import type { WrittenLink } from "./written";

/** The address in the brackets behind a link's words. */
const DESTINATION = new RegExp(`^\\s*<?(${WEB_PLACE})>?(?:\\s+(?:"[^"]*"|'[^']*'))?\\s*$`, "i");
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
      ? matchesIn(text, ADDRESS).map(({ index }) => ({ from: index, to: index }))
      : [];
  }

  /** The web links in a stretch of text that begins on `line`, in document order. */
  in(from: number, to: number, line: number): readonly WrittenLink[] {
    if (!this.mayBeIn(from, to)) return NONE;
    const stretch = this.text.slice(from, to);
    const links: WrittenLink[] = [];
    let [at, lines] = [0, line];
    for (const token of tokensOf(stretch, (name) => this.definitions.has(nameOfDefinition(name)))) {
      lines += countLineEnds(stretch, at, token.from);
      at = token.from;
      const link = this.toLink(token, stretch, from, lines);
      if (link) links.push(link);
    }
    return links;
  }

  /** True if a stretch needs a closer look. */
  private mayBeIn(from: number, to: number): boolean {
    if (this.definitions.size > 0) return true;
    if (this.addresses.length === 0) return false;
    const next = this.addresses[firstAt(this.addresses, from)];
    return next !== undefined && next.from < to;
  }

  /** The address that a token leads to; null where it leads to none, and of a picture. */
  private addressOf({ kind, from, innerFrom, innerTo, destination }: Token, stretch: string): string | null {
    if (stretch.charAt(from) === "!") return null;
    if (kind === "address") return stretch.slice(innerFrom, innerTo);
    if (kind === "link") return DESTINATION.exec(destination)?.[1] ?? null;
    return kind === "reference" ? (this.definitions.get(nameOfDefinition(destination)) ?? null) : null;
  }

  /** The link that a token is in a stretch that begins at `base`; null for any other token. */
  private toLink(token: Token, stretch: string, base: number, line: number): WrittenLink | null {
    const link = this.addressOf(token, stretch);
    if (link === null) return null;
    const { kind, from, to, innerFrom, innerTo } = token;
    const words = stretch.slice(innerFrom, innerTo).trim().replace(/\s+/g, " ").replaceAll("\\|", "|");
    if (kind !== "address" && words === "") return null;
    const alias = kind === "address" ? null : words;
    return {
      link,
      web: true,
      embed: false,
      alias,
      line,
      from: base + from,
      to: base + to,
      text: stretch.slice(from, to),
    };
  }
}
