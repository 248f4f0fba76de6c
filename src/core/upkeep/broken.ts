// Links that lead nowhere.
import { linkpathOf } from "../read/links";
import { fixOf, type CheckedMap, type MapLink } from "./checked-map";
import type { Finding, Fix, Search } from "./finding";
import { leadsNowhere, ledTo, meantBy } from "./meant";
import type { VaultFacts } from "./vault-facts";

function findingOf(link: MapLink, map: CheckedMap, vault: VaultFacts): Finding {
  const meant = meantBy(link.link, link.line, map, vault);
  const fixes = meant.targets.flatMap((to): readonly Fix[] => {
    const words = ledTo(link.text, to, meant.from, map, vault);
    return words === null ? [] : [fixOf(to, [map.edit(link, words)])];
  });
  const { line, text } = link;
  // A link that cannot be written is not certain.
  const isOne = meant.class !== "certain" || fixes.length === 1;
  return map.finding({
    kind: "broken",
    class: isOne ? meant.class : "choose",
    ...{ line, text, target: linkpathOf(link.link), reason: meant.reason, fixes },
  });
}

/** Notes still to be written come last, those that most links ask for first. */
function rankOf({ class: sort, reason }: Finding): number {
  if (sort !== "idea") return Infinity;
  return reason.code === "toWrite" ? reason.count : 0;
}

export function* findBroken(map: CheckedMap, vault: VaultFacts): Search {
  const found: Finding[] = [];
  for (const link of map.links) {
    if (leadsNowhere(link.link, map, vault)) found.push(findingOf(link, map, vault));
    yield null;
  }
  yield* found.sort((a, b) => {
    const [one, other] = [rankOf(a), rankOf(b)];
    return one === other ? 0 : other - one;
  });
}
