// The entry to go on with: on one map, or on all maps together.
import type { State } from "../core/base/state";
import { entriesOfRoadmap, type Division, type Roadmap } from "../core/roadmap/model";
import { nextUp, type NextUp } from "../core/roadmap/next";
import { placeOf } from "../core/roadmap/place";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import type { Context } from "./context";

/** The entry to go on with, the roadmap it stands on, and the divisions that it stands in, from the chapter down. */
export interface Ahead {
  readonly next: NextUp;
  readonly roadmap: Roadmap;
  readonly divisions: readonly Division[];
}

type Sources = Pick<Context, "progress" | "totals" | "index">;

/** The entry to go on with on a map; null if nothing is left. `done` is a target that is just being marked as done. */
export function nextOn(
  { progress, totals }: Pick<Sources, "progress" | "totals">,
  roadmap: Roadmap,
  done: string | null = null,
): NextUp | null {
  const stateOf = (target: string): State => (target === done ? "done" : progress.state(target));
  return nextUp(
    roadmap,
    stateOf,
    (target) => (target === done ? Infinity : progress.touchedAt(target)),
    (target) => target !== done && totals.mapsListing(target).length > 1,
  );
}

/** The entry to go on with, with its place; null if nothing is left. */
export function aheadOn(sources: Sources, roadmap: Roadmap): Ahead | null {
  if (roadmap.path === ALL_MAPS) return aheadOnAll(sources, roadmap);
  const next = nextOn(sources, roadmap);
  return next && { next, roadmap, divisions: placeOf(roadmap, (entry) => entry === next.entry)?.divisions ?? [] };
}

/**
 * On the map that was read last, of those with something left, or on the nearest above it; else on the first that has
 * anything.
 */
function aheadOnAll(sources: Sources, all: Roadmap): Ahead | null {
  const maps = entriesOfRoadmap(all).flatMap(({ path }) => (path === null ? [] : (sources.index.roadmap(path) ?? [])));
  const lastRead = new Map(maps.map((roadmap) => [roadmap, sources.totals.lastReadOfAll(roadmap) ?? -Infinity]));
  const at = (roadmap: Roadmap): number => lastRead.get(roadmap) ?? -Infinity;
  // Maps below another come behind it: of a map and those above it the sort leaves it the first.
  const read = maps.filter((roadmap) => at(roadmap) > -Infinity).reverse();
  for (const roadmap of [...read.sort((one, other) => at(other) - at(one)), ...maps]) {
    const ahead = aheadOn(sources, roadmap);
    if (ahead) return ahead;
  }
  return null;
}
