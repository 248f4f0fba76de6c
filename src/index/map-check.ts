// The check of one map, as it is written now, in slices with time for other work between them.
import { sameValue } from "../core/base/equal";
import { CheckedMap } from "../core/upkeep/checked-map";
import type { Finding } from "../core/upkeep/finding";
import { findAll } from "../core/upkeep/kinds";
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

/**
 * All that is found about a map, nothing about what is none; `before` itself where that is found again, and null where
 * it is over, or the map changes just now.
 */
export async function findingsOfMap(
  map: string,
  ports: Pick<FindingPorts, "source" | "texts" | "pace" | "index">,
  vault: VaultFacts,
  before: readonly Finding[],
  isOver: () => boolean,
): Promise<readonly Finding[] | null> {
  if (!ports.index.isMap(map)) return before.length === 0 ? before : [];
  const checked = await checkedMap(map, ports);
  if (!checked || isOver()) return null;
  const found: Finding[] = [];
  let isSame = true;
  for (const finding of findAll(checked, vault)) {
    // Compared one by one: of thousands that would take longer than a slice.
    if (finding) isSame = isSame && sameValue(before[found.length], finding);
    if (finding) found.push(finding);
    if (!ports.pace.isSpent()) continue;
    await ports.pace.breathe();
    if (isOver()) return null;
  }
  return isSame && found.length === before.length ? before : found;
}
