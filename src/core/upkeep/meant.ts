// All that a link which leads nowhere may have meant, the likeliest first.
import { decoded } from "../base/decode";
import { retargeted } from "../edit/link-edits";
import { placeOfLink } from "../notation/link-parts";
import { basenameOf, folderOf } from "../base/paths";
import { linkpathOf } from "../read/links";
import { foldersMeant } from "../base/paths";
import type { CheckedMap } from "./checked-map";
import type { FindingClass, Reason } from "./finding";
import { nameKey } from "./names";
import type { VaultFacts } from "./vault-facts";

interface Meant {
  readonly class: FindingClass;
  readonly reason: Reason;
  /** Vault paths; none where nothing is called so. */
  readonly targets: readonly string[];
  /** The vault path that the link led to, as far as that is known; "" where it is not. */
  readonly from: string;
}

/** More than this are no choice. */
const MOST = 8;

/** True if a link leads to no file, and to no folder either. */
export function leadsNowhere(link: string, { path }: CheckedMap, vault: VaultFacts): boolean {
  const linkpath = linkpathOf(link);
  return (
    linkpath.trim() !== "" &&
    vault.files.resolve(linkpath, path) === null &&
    !foldersMeant(linkpath, path).some((folder) => vault.files.isFolder(folder))
  );
}

/** The note meant by a link that leads nowhere; hardly what another link of its line leads to. */
export function meantBy(link: string, line: number, map: CheckedMap, vault: VaultFacts): Meant {
  const linkpath = linkpathOf(link);
  const move = vault.moves.moveOf(linkpath, map.path);
  if (move) return { class: "certain", reason: { code: "moved", to: move.to }, targets: [move.to], from: move.from };
  const named = othersOf(vault.notes.names.named(linkpath), linkpath, map);
  // If the map tells two notes of that name apart, the one that is left need not be the one that is missing.
  const isNamedTwice = map.namesAnother(linkpath);
  const similar = named.length === 0 || isNamedTwice ? similarTo(linkpath, line, map, vault) : [];
  const from = rootedPath(linkpath, vault);
  const choice = { class: "choose", targets: [...named, ...similar].slice(0, MOST), from } as const;
  const [only] = named;
  if (named.length > 1) return { ...choice, reason: { code: "severalNamed", count: named.length } };
  if (only !== undefined && isNamedTwice) return { ...choice, reason: { code: "namedTwice", to: only } };
  if (only !== undefined) return { ...choice, class: "certain", reason: { code: "named", to: only } };
  const [likeliest] = similar;
  if (likeliest !== undefined)
    return { ...choice, reason: { code: "similar", name: basenameOf(likeliest), count: similar.length } };
  return { ...choice, class: "idea", reason: { code: "toWrite", count: vault.links.timesWanted(linkpath) } };
}

/** Notes that are called almost so, or have the name as an alias. */
function similarTo(linkpath: string, line: number, map: CheckedMap, vault: VaultFacts): readonly string[] {
  const beside = new Set(map.linksOn(line).map(({ link }) => vault.files.resolve(linkpathOf(link), map.path)));
  const alike = new Set([...vault.notes.names.aliased(basenameOf(linkpath)), ...vault.notes.names.similar(linkpath)]);
  return othersOf(
    [...alike].filter((path) => !beside.has(path)),
    linkpath,
    map,
  );
}

/** All but the map itself: those in the folder that the link names first. */
function othersOf(paths: readonly string[], linkpath: string, map: CheckedMap): readonly string[] {
  return nearestFirst(
    paths.filter((path) => path !== map.path),
    linkpath,
    map.path,
  );
}

/** A linkpath that begins with a folder of the vault's root is a whole path; of others that is not known. */
function rootedPath(linkpath: string, vault: VaultFacts): string {
  const [first = ""] = linkpath.split("/");
  return first !== linkpath && vault.files.isFolder(first) ? linkpath : "";
}

/** Those in the folder that the link names come first, then those in the folder of the map and below. */
function nearestFirst(paths: readonly string[], linkpath: string, mapPath: string): readonly string[] {
  const [wanted, own] = [nameKey(folderOf(linkpath)), folderOf(mapPath)];
  const farOf = (path: string): number => {
    const folder = folderOf(path);
    if (wanted !== "" && `/${nameKey(folder)}`.endsWith(`/${wanted}`)) return 0;
    return folder === own ? 1 : own === "" || folder.startsWith(`${own}/`) ? 2 : 3;
  };
  return [...paths].sort((a, b) => farOf(a) - farOf(b) || a.length - b.length || (a < b ? -1 : 1));
}

/** Signs that would end a link, or split it. */
const NOT_IN_WIKILINK = /[[\]|#^]|%%/;

/**
 * The words of a link so that it leads to another note, its path form, alias and subpath as they were; null where
 * that note cannot be linked to in this way.
 */
export function ledTo(text: string, to: string, from: string, map: CheckedMap, vault: VaultFacts): string | null {
  const isWiki = placeOfLink(text)?.isWiki === true;
  if (isWiki ? NOT_IN_WIKILINK.test(to) : to.includes("#")) return null;
  const resolve = (linkpath: string): string | null => vault.files.resolve(linkpath, map.path);
  const words = retargeted(text, { from, to, sourcePath: map.path, resolve });
  return words !== null && resolve(pathIn(words)) === to ? words : null;
}

/** The linkpath of a link as written. */
function pathIn(link: string): string {
  const place = placeOfLink(link);
  const path = place ? linkpathOf(link.slice(place.from, place.to)).trimEnd() : "";
  return place?.isWiki === true ? path : decoded(path, decodeURIComponent);
}
