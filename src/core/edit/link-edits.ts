// A link that is made to lead to another note: its words, its subpath and the way it writes paths stay.
import { decoded } from "../base/decode";
import { folderOf } from "../base/paths";
import { placeOfLink } from "../notation/link-parts";
import { linkpathOf } from "../read/links";

/** The place a link led to, and the one it is to lead to. */
export interface Retarget {
  /** The vault path of the note that it led to. */
  readonly from: string;
  readonly to: string;
  /** The note that the link is written in. */
  readonly sourcePath: string;
  /** The vault path that a linkpath leads to from there; null if to nothing. */
  readonly resolve: (linkpath: string) => string | null;
}

/** The link as it has to be written to lead to another note; null where a text is no link to a note. */
export function retargeted(original: string, retarget: Retarget): string | null {
  const place = placeOfLink(original);
  if (!place) return null;
  const { from, isWiki, isAngled } = place;
  const linkpath = linkpathOf(original.slice(from, place.to)).trimEnd();
  if (linkpath === "" && !isWiki) return null;
  const now = linkpathTo(isWiki ? linkpath : decoded(linkpath, decodeURIComponent), retarget);
  const written = isWiki || isAngled ? now : encoded(now, linkpath);
  return original.slice(0, from) + written + original.slice(from + linkpath.length);
}

/**
 * The path of a link in the form of the one that it had:
 * a mere name, relative, with some folders or with all, with extension or without.
 */
function linkpathTo(before: string, { from, to, sourcePath, resolve }: Retarget): string {
  const shorten = (path: string): string => (/\.md$/i.test(before) ? path : path.replace(/\.md$/i, ""));
  const [whole, relative] = [shorten(to), shorten(relativePath(sourcePath, to))];
  if (before.startsWith("/")) return `/${whole}`;
  if (/^\.\.?\//.test(before))
    return before.startsWith("./") && !relative.startsWith("../") ? `./${relative}` : relative;
  const folders = before.split("/").length - 1;
  // A mere name of a note at the root of the vault is its whole path, too.
  if (folders > 0 && shorten(from).toLowerCase() === before.toLowerCase()) return whole;
  const some = whole
    .split("/")
    .slice(-1 - folders)
    .join("/");
  return [some, relative].find((path) => !path.startsWith("../") && resolve(path) === to) ?? whole;
}

function relativePath(sourcePath: string, to: string): string {
  const [source, target] = [
    folderOf(sourcePath)
      .split("/")
      .filter((part) => part !== ""),
    to.split("/"),
  ];
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  return [...source.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}

/** Encoded as the path before: with every letter that is not of ASCII, or only what would end the link. */
function encoded(path: string, before: string): string {
  const hasAll = /%[89a-f]/i.test(before);
  return (hasAll ? encodeURI(path) : path.replace(/[%\s<>\\]/g, encodeURIComponent)).replace(/[()]/g, percent);
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
