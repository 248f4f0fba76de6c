// The maps a reader can go to, with the progress of each.
import { progressOf } from "../core/roadmap/tally";
import { ALL_MAPS } from "../core/roadmap/unwritten";
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
  const roadmap = path === ALL_MAPS ? roadmaps.at(path) : index.lastRoadmap(path);
  return roadmap && progressOf(totals.totalOfRoadmap(roadmap));
}

/** When a map, or one below it, was read last, in milliseconds since 1970; null for never. */
export function lastReadOf({ roadmaps, totals }: Pick<Context, "roadmaps" | "totals">, path: string): number | null {
  const roadmap = roadmaps.at(path);
  return roadmap && totals.lastReadOfAll(roadmap);
}

/** Puts maps in the order in which they stand beside each other: those nearest the root first, then by title. */
export function mapSorter(locale: string): <T extends MapChoice>(maps: readonly T[]) => T[] {
  // Numbers in names count as numbers: lc2 stands before lc10.
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (maps) =>
    maps
      .map((map) => ({ map, depth: map.path.split("/").length }))
      .sort(
        ({ map: one, depth }, { map: other, depth: otherDepth }) =>
          depth - otherDepth || compare(one.title, other.title) || compare(one.path, other.path),
      )
      .map(({ map }) => map);
}

/** The maps of the vault, in their order. */
export function mapChoices({ index, roadmaps }: Pick<Context, "index" | "roadmaps">): readonly MapChoice[] {
  const choices = index.maps().map((path) => ({ path, title: index.titleOfMap(path) ?? path }));
  return roadmaps.sorted(choices);
}
