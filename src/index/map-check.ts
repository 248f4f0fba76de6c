// The check of one map, as it is written now, kind after kind of findings with time for other work between them.
import { CheckedMap } from "../core/upkeep/checked-map";
import type { Finding } from "../core/upkeep/finding";
import { findingsByKind } from "../core/upkeep/kinds";
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FindingPorts } from "./finding-ports";

/** All that is found about a map, nothing about what is none; null where it is over, or the map changes just now. */
export async function findingsOfMap(
  map: string,
  { source, texts, pace, index }: Pick<FindingPorts, "source" | "texts" | "pace" | "index">,
  vault: VaultFacts,
  isOver: () => boolean,
): Promise<readonly Finding[] | null> {
  if (!index.isMap(map)) return [];
  const now = await texts.read(map);
  const cache = source.cacheOf(map);
  // If text and index are of two versions for long, the index tells of the map again once it has caught up.
  if (!now || !cache) return null;
  const checked = new CheckedMap(now.roadmap, now.text, cache);
  const found: Finding[] = [];
  for (const some of findingsByKind(checked, vault)) {
    found.push(...some);
    await pace.breathe();
    if (isOver()) return null;
  }
  return found;
}
