// Links to a heading or block that their note does not have.
import { placeOfLink } from "../notation/link-parts";
import { linkpathOf, subpathOf } from "../read/links";
import { fixOf, type CheckedMap, type MapLink } from "./checked-map";
import type { Finding, Search } from "./finding";
import { nameKey } from "./names";
import type { OwnFacts } from "./note-facts";
import { comparedText, mostAlikeFirst, similarTexts } from "./similar-texts";
import type { VaultFacts } from "./vault-facts";

/** A heading as links name it: without special signs, with single spaces, whatever its case. */
function headingKey(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** True if a note has the headings that a subpath names, each below the one before. */
function hasHeadings(names: readonly string[], { headings, levels }: OwnFacts): boolean {
  let [from, to] = [0, headings.length];
  return names.every((name) => {
    const key = headingKey(name);
    const at = headings.findIndex((heading, index) => index >= from && index < to && headingKey(heading) === key);
    if (at < 0) return false;
    const level = levels[at] ?? 0;
    const end = levels.findIndex((other, index) => index > at && other <= level);
    [from, to] = [at + 1, end < 0 ? headings.length : end];
    return true;
  });
}

/** The part of a subpath that is missing in a note; null where it is there, or a footnote. */
function missingPart(subpath: string, facts: OwnFacts): { readonly isBlock: boolean; readonly name: string } | null {
  const names = subpath.split("#").filter((name) => name.trim() !== "");
  const last = names.at(-1)?.trim();
  if (last === undefined || /^\[\^.+\]$/.test(last)) return null;
  if (!last.startsWith("^")) return hasHeadings(names, facts) ? null : { isBlock: false, name: last };
  return facts.blocks.includes(last.slice(1).toLowerCase()) ? null : { isBlock: true, name: last.slice(1) };
}

/** A heading as it can stand in a link. */
function inLink(heading: string): string {
  return heading
    .replace(/[:#|^\\]|%%|\[\[|\]\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The link with another part of its note; null where it names none. */
export function withPart({ text, link }: MapLink, part: string): string | null {
  const place = placeOfLink(text);
  const written = place ? subpathOf(text.slice(place.from, place.to)) : "";
  if (!place || written === "") return null;
  const isPlain = place.isWiki || place.isAngled || (written === subpathOf(link) && !/[\s()<>]/.test(part));
  return `${text.slice(0, place.to - written.length)}#${isPlain ? part : encoded(part)}${text.slice(place.to)}`;
}

function encoded(part: string): string {
  return encodeURI(part).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** A heading or block that a link asks for, and that its note does not have. */
interface LostPart {
  /** The vault path of the note. */
  readonly path: string;
  readonly name: string;
  readonly isBlock: boolean;
  /** All headings, or all blocks, of the note. */
  readonly there: readonly string[];
}

function lostPart({ link }: MapLink, map: CheckedMap, vault: VaultFacts): LostPart | null {
  if (!link.includes("#")) return null;
  const path = vault.files.resolve(linkpathOf(link), map.path);
  const facts = path === null ? null : vault.notes.factsOf(path);
  const missing = facts && missingPart(subpathOf(link), facts);
  if (path === null || !missing) return null;
  return { path, ...missing, there: missing.isBlock ? facts.blocks : facts.headings };
}

/** Parts of a note as links name them, each once. */
function namesOf(parts: readonly string[], isBlock: boolean): readonly string[] {
  const names = isBlock ? parts.map((id) => `^${id}`) : parts.map(inLink);
  return [...new Set(names)].filter((name) => name !== "");
}

/** All that a link may ask for in its note instead, the likeliest first; none where it lacks nothing. */
export function otherParts(link: MapLink, map: CheckedMap, vault: VaultFacts): readonly string[] {
  const lost = lostPart(link, map, vault);
  if (!lost) return [];
  const compared = lost.there.map((name) => ({ ...comparedText(name), name }));
  const names = mostAlikeFirst(lost.name, compared).map(({ name }) => name);
  return namesOf(names, lost.isBlock);
}

function findingOf(link: MapLink, { path, name, isBlock, there }: LostPart, map: CheckedMap): Finding {
  const fixes = namesOf(similarTexts(name, there), isBlock).flatMap((part) => {
    const words = nameKey(part) === nameKey(name) ? null : withPart(link, part);
    return words === null ? [] : [fixOf(`#${part}`, [map.edit(link, words)])];
  });
  const { line, text } = link;
  const reason = { code: isBlock ? "noBlock" : "noHeading", part: name } as const;
  return map.finding({ kind: "part", class: "choose", line, text, target: path + subpathOf(link.link), reason, fixes });
}

export function* findParts(map: CheckedMap, vault: VaultFacts): Search {
  for (const link of map.links) {
    const lost = lostPart(link, map, vault);
    yield lost && findingOf(link, lost, map);
  }
}
