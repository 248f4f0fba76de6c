// Links that a reader leads elsewhere by hand: all that there is to choose from, the likeliest first, and the edit.
import type { TextEdit } from "../edit/text-edit";
import { wordsOfLink } from "../notation/link-parts";
import { linkpathOf } from "../read/links";
import type { CheckedMap, MapLink } from "./checked-map";
import { ledTo, leadsNowhere, meantBy } from "./meant";
import { otherParts, withPart } from "./part";
import type { VaultFacts } from "./vault-facts";

/** A link of a map, as it is written on a line, counted from 0. */
export interface LostLink {
  readonly map: string;
  readonly line: number;
  readonly text: string;
}

export interface Elsewhere {
  /** To another note by its vault path, or to another part of the same note by its name behind the `#`. */
  readonly kind: "note" | "part";
  readonly choices: readonly string[];
}

/** One of the choices. */
export interface ChosenLead {
  readonly kind: Elsewhere["kind"];
  readonly choice: string;
}

/** The link where it stands by now. */
function linkIn({ links }: CheckedMap, { text, line }: LostLink): MapLink | null {
  const alike = links.filter((one) => one.text === text);
  return alike.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0] ?? null;
}

/**
 * All that a link may be led to; `gone` where the map has no such link any more, or it lacks nothing, `conflict` where
 * the map holds the markers of an unsettled merge.
 */
export function elsewhereFor(lost: LostLink, map: CheckedMap, vault: VaultFacts): Elsewhere | "gone" | "conflict" {
  if (map.isInConflict) return "conflict";
  const link = linkIn(map, lost);
  if (!link) return "gone";
  if (leadsNowhere(link.link, map, vault)) {
    const notes = vault.notes.names.mostLike(linkpathOf(link.link), wordsOfLink(link.text));
    return { kind: "note", choices: notes.filter((path) => path !== map.path) };
  }
  const choices = otherParts(link, map, vault);
  return choices.length === 0 ? "gone" : { kind: "part", choices };
}

/** The edit by which a link leads to a choice; null where it lacks nothing any more, or cannot lead there. */
export function ledElsewhere(
  lost: LostLink,
  { kind, choice }: ChosenLead,
  map: CheckedMap,
  vault: VaultFacts,
): TextEdit | null {
  const link = map.isInConflict ? null : linkIn(map, lost);
  const words = link && (kind === "note" ? toNote(link, choice, map, vault) : toPart(link, choice, map, vault));
  return link && words !== null ? map.edit(link, words) : null;
}

function toNote({ link, line, text }: MapLink, path: string, map: CheckedMap, vault: VaultFacts): string | null {
  return leadsNowhere(link, map, vault) ? ledTo(text, path, meantBy(link, line, map, vault).from, map, vault) : null;
}

function toPart(link: MapLink, part: string, map: CheckedMap, vault: VaultFacts): string | null {
  return otherParts(link, map, vault).includes(part) ? withPart(link, part) : null;
}
