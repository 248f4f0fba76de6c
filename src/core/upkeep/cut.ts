// Links that a table's pipe has cut: with the pipe escaped, Obsidian can follow them.
import { cutLinksIn } from "../read/cut-link-pattern";
import { placeOfLink } from "../notation/link-parts";
import { linkpathOf } from "../read/links";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";
import { leadsNowhere, ledTo, meantBy } from "./meant";
import type { VaultFacts } from "./vault-facts";

/** The words of a cut link with its pipes escaped, and led to its note where that has one right place. */
function mended(
  text: string,
  link: string,
  line: number,
  map: CheckedMap,
  vault: VaultFacts,
): { words: string; isBroken: boolean } {
  const isBroken = leadsNowhere(link, map, vault);
  const meant = isBroken ? meantBy(link, line, map, vault) : null;
  const [to] = meant?.class === "certain" ? meant.targets : [];
  const led = meant && to !== undefined ? ledTo(text, to, meant.from, map, vault) : null;
  return { words: (led ?? text).replace(/\\?\|/g, "\\|"), isBroken: isBroken && led === null };
}

function findingOf(text: string, from: number, line: number, map: CheckedMap, vault: VaultFacts): Finding {
  const place = placeOfLink(text);
  const link = place ? text.slice(place.from, place.to) : text;
  const { words, isBroken } = mended(text, link, line, map, vault);
  const target = vault.files.resolve(linkpathOf(link), map.path) ?? linkpathOf(link);
  const reason = { code: isBroken ? ("cutToNothing" as const) : ("cut" as const) };
  const fixes = [fixOf(words, [map.edit({ from, to: from + text.length }, words)])];
  return map.finding({ kind: "cut", class: "certain", line, text, target, reason, fixes });
}

export function* findCut(map: CheckedMap, vault: VaultFacts): Search {
  const lines = new Set(map.roadmap.unused.flatMap(({ why, line }) => (why === "pipe" ? [line] : [])));
  for (const line of lines) {
    const start = map.lines[line]?.from ?? 0;
    const known = new Set(map.linksOn(line).map(({ from }) => from - start));
    const cut = cutLinksIn(map.wordsOf(line)).filter(({ index }) => !known.has(index));
    for (const { 0: text, index } of cut) yield findingOf(text, start + index, line, map, vault);
  }
}
