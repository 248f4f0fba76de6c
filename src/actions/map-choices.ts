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

/** The order of maps beside each other: those nearest the root first; numbers in names count as numbers. */
export function mapOrder(locale: string): (one: MapChoice, other: MapChoice) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const depthOf = (path: string): number => path.split("/").length;
  return (a, b) => depthOf(a.path) - depthOf(b.path) || compare(a.title, b.title) || compare(a.path, b.path);
}

/** The maps of the vault, in their order. */
export function mapChoices({ index, words }: Pick<Context, "index" | "words">): readonly MapChoice[] {
  const choices = index.maps().map((path) => ({ path, title: index.titleOfMap(path) ?? path }));
  return choices.sort(mapOrder(words.locale));
}
