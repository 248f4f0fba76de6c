// The links that the cache names, in document order and checked against the text. Web addresses are web-links.ts.
import type { CacheItem, NoteCache, Reference } from "../base/cache";
import { basenameOf } from "../base/paths";
import { titleOfMap } from "./detect";
import { WEB_PLACE, wordsOfLink } from "../notation/link-parts";
import { plainOf } from "../notation/plain";
import { inOrder } from "../base/range";
import type { Unused, WrittenLink } from "./written";

const MEDIA: ReadonlySet<string> = new Set(
  "png jpg jpeg gif svg webp bmp avif mp3 wav m4a ogg 3gp flac mp4 webm ogv mov mkv".split(" "),
);

const OTHER_FILE: ReadonlySet<string> = new Set(
  "pdf canvas base epub csv tsv doc docx xls xlsx ppt pptx odt zip txt json htm html".split(" "),
);

const DOT = ".".charCodeAt(0);
const LONGEST_EXTENSION = Math.max(...[...MEDIA, ...OTHER_FILE].map(({ length }) => length));

/** The extension that a link names, in lower case; "" where it names none, or a longer one than any of those above. */
function extensionOf(link: string): string {
  const path = linkpathOf(link);
  for (let length = 0; length <= LONGEST_EXTENSION; length++) {
    const from = path.length - length;
    if (path.charCodeAt(from - 1) === DOT) return path.slice(from).toLowerCase();
  }
  return "";
}

/** True if an embed of this link shows a picture, sound or film: never study of its own. */
export function isMedia(link: string): boolean {
  return MEDIA.has(extensionOf(link));
}

/** True if a link can lead neither to a note nor to a map: to a file by its name, or to a web address. */
export function leadsBeyondNotes({ link, web }: WrittenLink): boolean {
  if (web) return true;
  const extension = extensionOf(link);
  return MEDIA.has(extension) || OTHER_FILE.has(extension);
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

/**
 * The note or file of a target, which is its path with a subpath; any address stays what it is. Folders and notes can
 * have the sign of a subpath in their names: a link cannot name `C#/Types.md`, but a path does.
 */
export function noteOf(target: string): string {
  const hash = target.indexOf("#");
  if (hash <= 0 || /^[a-z][a-z\d+.-]*:/i.test(target)) return target;
  const end = /\.md(?=#|$)/i.exec(target);
  return target.slice(0, end ? end.index + end[0].length : hash);
}

/**
 * A link to write into a note: a wikilink with the full path, which holds wherever it is put,
 * and with the title where that says more; of a web address a Markdown link.
 */
export function linkTextOf({
  path,
  title,
  link,
}: {
  readonly path: string | null;
  readonly title: string;
  readonly link: WrittenLink;
}): string {
  const words = title.replace(/[[\]|]/g, "");
  if (link.web) return `[${words}](${link.link})`;
  const linkpath = path === null ? linkpathOf(link.link) : path.replace(/\.md$/i, "");
  const target = `${linkpath}${subpathOf(link.link)}`;
  return words === target ? `[[${target}]]` : `[[${target}|${words}]]`;
}

/**
 * The name a link without an alias goes by: the note's own, or of a mere `_MOC` its folder's,
 * and the heading where there is one.
 */
export function nameOfLink(link: string, name = titleOfMap(linkpathOf(link), null)): string {
  const parts = subpathOf(link)
    .split("#")
    .map((part) => part.replace(/^\^/, ""));
  return [name, ...parts]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" > ");
}

/**
 * The name that a link goes by: the author's words for it, else the name it has of itself; a web address is its own.
 */
export function titleOfLink({ alias, web, link }: WrittenLink): string {
  return (alias !== null && plainOf(alias)) || (web ? link : nameOfLink(link));
}

const PICTURES = /^(?:\s*!\[[^\]]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))+\s*$/;

/** True if a link shows nothing but pictures: a badge, or a still of a film. */
export function isPicture({ alias }: WrittenLink): boolean {
  return alias !== null && PICTURES.test(alias);
}

/** The author's words in a link as written; null where there are none, or only the name of its file once more. */
function aliasOf(original: string, link: string): string | null {
  const alias = wordsOfLink(original);
  if (alias === "" || (alias.endsWith(".md") && basenameOf(alias) === basenameOf(linkpathOf(link)))) return null;
  return alias.includes("\n") ? alias.replace(/\s+/g, " ") : alias;
}

function toLink({ link, original, position }: Reference & CacheItem, embed: boolean): WrittenLink {
  const { line, offset } = position.start;
  return {
    link,
    web: false,
    embed,
    alias: aliasOf(original, link),
    line,
    from: offset,
    to: offset + original.length,
    text: original,
  };
}

const ADDRESS_BEHIND = new RegExp(`\\(\\s*(${WEB_PLACE})\\s*\\)`, "y");

/** `[[pdf]](https://…)` as the web link that it is meant to be; null for any other link. */
function bracketed(
  { link, original, position: { start, end } }: Reference & CacheItem,
  text: string,
): WrittenLink | null {
  if (text.charAt(end.offset) !== "(" || !original.startsWith("[[") || original.includes("|")) return null;
  ADDRESS_BEHIND.lastIndex = end.offset;
  const address = ADDRESS_BEHIND.exec(text)?.[1];
  if (address === undefined) return null;
  const whole = { from: start.offset, to: ADDRESS_BEHIND.lastIndex };
  return {
    link: address,
    web: true,
    embed: false,
    alias: link,
    line: start.line,
    ...whole,
    text: text.slice(whole.from, whole.to),
  };
}

/** Adds the references whose text is where the cache says; the others go to `stale`. */
function addTo(
  links: WrittenLink[],
  references: readonly (Reference & CacheItem)[],
  embed: boolean,
  text: string,
  stale: Unused[],
): void {
  for (const reference of references) {
    const { original, position } = reference;
    if (text.startsWith(original, position.start.offset))
      links.push(bracketed(reference, text) ?? toLink(reference, embed));
    else stale.push({ line: position.start.line, text: original, why: "stale" });
  }
}

/** The cache's links and embeds in document order. Those whose text is not where the cache says go to `stale`. */
export function readLinks(text: string, cache: NoteCache, stale: Unused[]): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  addTo(links, cache.links ?? [], false, text, stale);
  addTo(links, cache.embeds ?? [], true, text, stale);
  return inOrder(links);
}

/** True if a target, or a link as it is written, is a web address. */
export function isWebAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}
