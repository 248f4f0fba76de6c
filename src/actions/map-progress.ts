// The progress of a map, and when it was read last, with the maps below it.
import { openOf, progressOf } from "../core/roadmap/tally";
import { isWritten } from "../core/roadmap/unwritten";
import type { Context } from "./context";

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

/** The number of notes to study on a map with those below it, and when one of them was read last; null for never. */
export function accountOfMap(
  { roadmaps, totals }: Pick<Context, "roadmaps" | "totals">,
  path: string,
): { readonly notes: number; readonly lastRead: number | null } {
  const roadmap = roadmaps.at(path);
  if (!roadmap) return { notes: 0, lastRead: null };
  return { notes: openOf(totals.totalOfRoadmap(roadmap)), lastRead: totals.lastReadOfAll(roadmap) };
}
