// The maps a reader can go to, with the progress of each.
import { basenameOf } from "../core/base/paths";
import { progressOf } from "../core/roadmap/tally";
import { isWritten } from "../core/roadmap/unwritten";
import type { RoadmapSources } from "../index/roadmaps";
import type { Context } from "./context";

/** A map to choose. */
export interface MapChoice {
  readonly path: string;
  readonly title: string;
}

/** The progress of a map with those below it, from 0 to 1; null if the path is no map or there is nothing to count. */
export function progressOfMap({ roadmaps, totals }: Pick<Context, "roadmaps" | "totals">, path: string): number | null {
  const roadmap = roadmaps.at(path);
  return roadmap && progressOf(totals.totalOfRoadmap(roadmap));
}

/** The same as far as it is known: no map is bound for it, since many are asked for. */
export function knownProgressOfMap(
  { roadmaps, index, totals }: Pick<Context, "roadmaps" | "index" | "totals">,
  path: string,
): number | null {
  const roadmap = isWritten(path) ? index.lastRoadmap(path) : roadmaps.at(path);
  return roadmap && progressOf(totals.totalOfRoadmap(roadmap));
}

/** When a map, or one below it, was read last, in milliseconds since 1970; null for never. */
export function lastReadOf({ roadmaps, totals }: Pick<Context, "roadmaps" | "totals">, path: string): number | null {
  const roadmap = roadmaps.at(path);
  return roadmap && totals.lastReadOfAll(roadmap);
}

/** The orders in which maps, and files in folders, stand beside each other; numbers in names count as numbers. */
export function ordersOf(locale: string): Pick<RoadmapSources, "sorted" | "compare"> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return {
    compare,
    // Those nearest the root first, then by title.
    sorted: (maps) =>
      maps
        .map((map) => ({ map, depth: map.path.split("/").length }))
        .sort(
          ({ map: one, depth }, { map: other, depth: otherDepth }) =>
            depth - otherDepth || compare(one.title, other.title) || compare(one.path, other.path),
        )
        .map(({ map }) => map),
  };
}

/** The maps of the vault, in their order. */
export function mapChoices({ index, roadmaps }: Pick<Context, "index" | "roadmaps">): readonly MapChoice[] {
  const choices = index.maps().map((path) => ({ path, title: index.titleOfMap(path) ?? path }));
  return roadmaps.sources.sorted(choices);
}

/** The folders that can be read as maps, in their order. */
export function folderChoices({ roadmaps }: Pick<Context, "roadmaps">): readonly MapChoice[] {
  return roadmaps.sources.sorted(
    roadmaps.freeFolders().map((path) => ({ path, title: basenameOf(path.slice(0, -1)) })),
  );
}
