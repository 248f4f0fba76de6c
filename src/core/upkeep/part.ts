// Links to a heading or block that their note does not have.
import { placeOfLink } from "../notation/link-parts";
import { linkpathOf, subpathOf } from "../read/links";
import { fixOf, type CheckedMap, type MapLink } from "./checked-map";
import type { Finding, Search } from "./finding";
import { nameKey } from "./names";
import type { OwnFacts } from "./note-facts";
import { comparedText, mostAlikeFirst, similarTexts, type ComparedText } from "./similar-texts";
import type { VaultFacts } from "./vault-facts";

/** A heading as links name it: without special signs, with single spaces, whatever its case. */
function headingKey(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** The parts of notes as they are compared with links: made once, as hundreds of links may lead to a long note. */
class ComparedParts {
  private readonly keys = new Map<OwnFacts, readonly string[]>();
  private readonly texts = new Map<readonly string[], readonly ComparedText[]>();

  keysOf(facts: OwnFacts): readonly string[] {
    const keys = this.keys.get(facts) ?? facts.headings.map(headingKey);
    this.keys.set(facts, keys);
    return keys;
  }

  /** `parts` are all headings, or all blocks, of a note. */
  textsOf(parts: readonly string[]): readonly ComparedText[] {
    const texts = this.texts.get(parts) ?? parts.map(comparedText);
    this.texts.set(parts, texts);
    return texts;
  }
}

/** True if a note, its headings by their `keys`, has those that a subpath names, each below the one before. */
function hasHeadings(names: readonly string[], keys: readonly string[], { levels }: OwnFacts): boolean {
  let [from, to] = [0, keys.length];
  return names.every((name) => {
    const at = keys.indexOf(headingKey(name), from);
    if (at < 0 || at >= to) return false;
    const level = levels[at] ?? 0;
    const end = levels.findIndex((other, index) => index > at && other <= level);
    [from, to] = [at + 1, end < 0 ? keys.length : end];
    return true;
  });
}

/** The part of a subpath that is missing in a note; null where it is there, or a footnote. */
function missingPart(
  subpath: string,
  facts: OwnFacts,
  compared: ComparedParts,
): { readonly isBlock: boolean; readonly name: string } | null {
  const names = subpath.split("#").filter((name) => name.trim() !== "");
  const last = names.at(-1)?.trim();
  if (last === undefined || /^\[\^.+\]$/.test(last)) return null;
  if (!last.startsWith("^"))
    return hasHeadings(names, compared.keysOf(facts), facts) ? null : { isBlock: false, name: last };
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

function lostPart({ link }: MapLink, map: CheckedMap, vault: VaultFacts, compared: ComparedParts): LostPart | null {
  if (!link.includes("#")) return null;
  const path = vault.files.resolve(linkpathOf(link), map.path);
  const facts = path === null ? null : vault.notes.factsOf(path);
  const missing = facts && missingPart(subpathOf(link), facts, compared);
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
  const compared = new ComparedParts();
  const lost = lostPart(link, map, vault, compared);
  if (!lost) return [];
  const names = mostAlikeFirst([lost.name], compared.textsOf(lost.there)).map(({ text }) => text);
  return namesOf(names, lost.isBlock);
}

function findingOf(
  link: MapLink,
  { path, name, isBlock, there }: LostPart,
  map: CheckedMap,
  compared: ComparedParts,
): Finding {
  const fixes = namesOf(similarTexts(name, compared.textsOf(there)), isBlock).flatMap((part) => {
    const words = nameKey(part) === nameKey(name) ? null : withPart(link, part);
    return words === null ? [] : [fixOf(`#${part}`, [map.edit(link, words)])];
  });
  const { line, text } = link;
  const reason = { code: isBlock ? "noBlock" : "noHeading", part: name } as const;
  return map.finding({ kind: "part", class: "choose", line, text, target: path + subpathOf(link.link), reason, fixes });
}

export function* findParts(map: CheckedMap, vault: VaultFacts): Search {
  const compared = new ComparedParts();
  for (const link of map.links) {
    const lost = lostPart(link, map, vault, compared);
    yield lost && findingOf(link, lost, map, compared);
  }
}
