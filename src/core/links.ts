// The links of a map, as the cache names them and as the text spells web addresses,
// in document order and checked against the text.
import type { NoteCache, Pos, Reference } from "./cache";
import type { Range } from "./range";
import type { Unused, WrittenLink } from "./written";

const MEDIA = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|mp3|wav|m4a|ogg|3gp|flac|mp4|webm|ogv|mov|mkv)$/i;

/** Whether an embed of this link shows a picture, sound or film: never study of its own. */
export function isMedia(link: string): boolean {
  return MEDIA.test(linkpathOf(link));
}

/** The part of a link before its subpath. */
export function linkpathOf(link: string): string {
  const hash = link.indexOf("#");
  return hash < 0 ? link : link.slice(0, hash);
}

/** The part of a link from its first `#`; "" where there is none. */
export function subpathOf(link: string): string {
  const hash = link.indexOf("#");
  return hash < 0 ? "" : link.slice(hash);
}

/** The name a link without an alias goes by: the note's own name, and the heading where there is one. */
export function nameOfLink(link: string): string {
  const name = linkpathOf(link).split("/").at(-1)?.replace(/\.md$/i, "") ?? "";
  const parts = subpathOf(link).split("#").map((part) => part.replace(/^\^/, "")).filter((part) => part !== "");
  return [name, ...parts].filter((part) => part !== "").join(" > ");
}

function aliasOf(original: string): string | null {
  const wiki = /^!?\[\[[^|]+?\\?\|([\s\S]*)\]\]$/.exec(original);
  const markdown = wiki ? null : /^!?\[([\s\S]*)\]\([\s\S]*\)$/.exec(original);
  const alias = (wiki?.[1] ?? markdown?.[1] ?? "").trim();
  return alias === "" ? null : alias;
}

function toWritten(reference: Reference, position: Pos, embed: boolean): WrittenLink {
  return {
    link: reference.link,
    web: false,
    embed,
    alias: aliasOf(reference.original),
    line: position.start.line,
    from: position.start.offset,
    to: position.end.offset,
  };
}

/** The cache's links and embeds in document order. Those whose text is not where the cache says go to `stale`. */
export function readLinks(text: string, cache: NoteCache, stale: Unused[]): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  for (const [references, embed] of [[cache.links, false], [cache.embeds, true]] as const) {
    for (const reference of references ?? []) {
      const link = toWritten(reference, reference.position, embed);
      if (text.startsWith(reference.original, link.from)) links.push(link);
      else stale.push({ line: link.line, text: reference.original, why: "stale" });
    }
  }
  return links.sort((a, b) => a.from - b.from);
}

// Code and comments first, so that what is inside them is passed over; pictures (`![…](…)`) likewise.
const WEB =
  /(`+|%%)[\s\S]*?\1|<!--[\s\S]*?-->|(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|<(https?:\/\/[^\s<>]+)>|https?:\/\/[^\s<>()（）[\]【】「」，。；]+/gi;

function webLink(match: RegExpExecArray, range: Range, line: number): WrittenLink | null {
  const [whole, code, bang, alias, address, angled] = match;
  if (code !== undefined || whole.startsWith("<!--") || bang === "!") return null;
  if (address !== undefined && (alias ?? "").trim() === "") return null;
  const bare = whole.replace(/[.,;:!?'"*_~]+$/, "");
  const link = address ?? angled ?? bare;
  const from = range.from + match.index;
  const to = from + (address ?? angled ? whole.length : bare.length);
  return { link, web: true, embed: false, alias: alias?.trim() ?? null, line, from, to };
}

/** The web links written in a stretch of text that begins on `line`; none in code, comments and pictures. */
export function readWebLinks(text: string, range: Range, line: number): readonly WrittenLink[] {
  const stretch = text.slice(range.from, range.to);
  if (!/https?:/i.test(stretch)) return [];
  const links: WrittenLink[] = [];
  let [at, lines] = [0, line];
  for (const match of stretch.matchAll(WEB)) {
    lines += countLineEnds(stretch, at, match.index);
    at = match.index;
    const link = webLink(match, range, lines);
    if (link) links.push(link);
  }
  return links;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
