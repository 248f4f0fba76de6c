// The check of one map, as it is written now, kind after kind of findings with time for other work between them.
import { CheckedMap } from "../core/upkeep/checked-map";
import type { Finding } from "../core/upkeep/finding";
import { findingsByKind } from "../core/upkeep/kinds";
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FindingPorts } from "./finding-ports";

/** A map as it is written now; null where it is none, is gone, or changes just now. */
export async function checkedMap(
  map: string,
  { source, texts, index }: Pick<FindingPorts, "source" | "texts" | "index">,
): Promise<CheckedMap | null> {
  const now = index.isMap(map) ? await texts.read(map) : null;
  const cache = source.cacheOf(map);
  // If text and index are of two versions for long, the index tells of the map again once it has caught up.
  return now && cache && new CheckedMap(now.roadmap, now.text, cache);
}

/** All that is found about a map, nothing about what is none; null where it is over, or the map changes just now. */
export async function findingsOfMap(
  map: string,
  ports: Pick<FindingPorts, "source" | "texts" | "pace" | "index">,
  vault: VaultFacts,
  isOver: () => boolean,
): Promise<readonly Finding[] | null> {
  if (!ports.index.isMap(map)) return [];
  const checked = await checkedMap(map, ports);
  if (!checked) return null;
  const found: Finding[] = [];
  for (const some of findingsByKind(checked, vault)) {
    found.push(...some);
    await ports.pace.breathe();
    if (isOver()) return null;
  }
  return found;
}
