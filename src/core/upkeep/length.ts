// Declared lengths that no longer fit.
import { lengthRewritten } from "../edit/length-style";
import { isLengthOff } from "../read/facts";
import { entriesOfRoadmap, type Entry } from "../roadmap/model";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";
import type { VaultFacts } from "./vault-facts";

function findingOf({ length, target, kind }: Entry, map: CheckedMap, vault: VaultFacts): Finding | null {
  const actual = length === null || kind === "missing" || kind === "web" ? null : vault.lengths.linesOf(target);
  if (length === null || actual === null || !isLengthOff(length, actual)) return null;
  const { range, value: declared } = length;
  const text = map.text.slice(range.from, range.to);
  const words = lengthRewritten(text, actual);
  return map.finding({
    kind: "length",
    class: words === null ? "choose" : "certain",
    line: map.lineAt(range.from),
    ...{ text, target, reason: { code: "length", declared, actual } },
    fixes: words === null ? [] : [fixOf(words.trim(), [map.edit(range, words)])],
  });
}

export function* findLengths(map: CheckedMap, vault: VaultFacts): Search {
  for (const entry of entriesOfRoadmap(map.roadmap)) yield findingOf(entry, map, vault);
}
