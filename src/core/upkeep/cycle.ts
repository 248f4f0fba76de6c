// Maps that are below themselves: each names the next one, and the last one the first.
import { linkedPaths, isBelow } from "../roadmap/below";
import { entriesOfRoadmap, type Roadmap } from "../roadmap/model";
import type { CheckedMap } from "./checked-map";
import type { Search } from "./finding";
import type { VaultFacts } from "./vault-facts";

function mapsBelow(upper: Roadmap, vault: VaultFacts): readonly Roadmap[] {
  const linked = [...linkedPaths(upper)].flatMap((path) => vault.roadmap(path) ?? []);
  return linked.filter((lower) => isBelow(lower, upper.path));
}

/** The shortest way down from a map to itself, by paths; null where there is none. */
function* wayBack(top: Roadmap, vault: VaultFacts): Generator<null, readonly string[] | null> {
  const above = new Map<string, string>();
  const found = [top];
  for (const upper of found) {
    for (const lower of mapsBelow(upper, vault)) {
      if (lower.path === top.path) return wayTo(upper.path, above);
      if (above.has(lower.path)) continue;
      above.set(lower.path, upper.path);
      found.push(lower);
    }
    yield null;
  }
  return null;
}

function wayTo(path: string, above: ReadonlyMap<string, string>): readonly string[] {
  const way = [path];
  for (let one = above.get(path); one !== undefined; one = above.get(one)) way.unshift(one);
  return way;
}

export function* findCycles(map: CheckedMap, vault: VaultFacts): Search {
  const maps = yield* wayBack(map.roadmap, vault);
  if (!maps) return;
  const next = maps[1] ?? map.path;
  const link = entriesOfRoadmap(map.roadmap).find(({ path }) => path === next)?.link;
  yield map.finding({
    kind: "cycle",
    class: "idea",
    line: link?.line ?? null,
    text: link?.text ?? "",
    ...{ target: next, reason: { code: "cycle", maps }, fixes: [] },
  });
}
