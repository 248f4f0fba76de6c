// The entry to go on with: on one map, or on all maps together; from the note that is open, or from where one was.
import type { State } from "../core/base/state";
import { noteOf } from "../core/read/links";
import { entriesOfRoadmap, type Division, type Entry, type Roadmap } from "../core/roadmap/model";
import { behind, nextUp, type NextUp } from "../core/roadmap/next";
import { placeOf } from "../core/roadmap/place";
import type { StateOf } from "../core/roadmap/tally";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import type { Context } from "./context";

/** The entry to go on with, the roadmap it stands on, and the divisions that it stands in, from the chapter down. */
export interface Ahead {
  readonly next: NextUp;
  readonly roadmap: Roadmap;
  readonly divisions: readonly Division[];
}

type Sources = Pick<Context, "progress" | "totals" | "index">;
type Marks = Pick<Sources, "progress" | "totals">;

/** The entry to go on with on a map; null if nothing is left. */
export function nextOn(marks: Marks, roadmap: Roadmap): NextUp | null {
  return nextBy(marks, roadmap, (target) => marks.progress.state(target));
}

function nextBy({ progress, totals }: Marks, roadmap: Roadmap, stateOf: StateOf): NextUp | null {
  return nextUp(
    roadmap,
    stateOf,
    (target) => progress.touchedAt(target),
    (target) => totals.mapsListing(target).length > 1,
  );
}

/** The entry that comes on a map once a target is done: in its order, or else what is left elsewhere; null for none. */
export function nextBehind(marks: Marks, roadmap: Roadmap, target: string): Entry | null {
  const stateOf = (one: string): State =>
    one === target || noteOf(one) === target ? "done" : marks.progress.state(one);
  return behind(roadmap, target, stateOf) ?? nextBy(marks, roadmap, stateOf)?.entry ?? null;
}

/** The note or file in front of the reader as an entry of a map, if it is neither done nor skipped. */
export interface OpenEntry {
  readonly entry: Entry;
  readonly roadmap: Roadmap;
}

/** Of several entries that it has on the map, the one to go on with, else the first; null if it has none. */
export function openOn(
  { progress, navigation }: Pick<Context, "progress" | "navigation">,
  { roadmap, next }: Pick<Ahead, "roadmap" | "next">,
): OpenEntry | null {
  const path = navigation.activePath();
  if (path === null) return null;
  const isOpen = ({ kind, path: own, target }: Entry): boolean =>
    own === path && (kind === "note" || kind === "file") && ["todo", "doing"].includes(progress.state(target));
  const entry = [next.entry, ...entriesOfRoadmap(roadmap)].find(isOpen);
  return entry ? { entry, roadmap } : null;
}

/** The entry to go on with, with its place; null if nothing is left. */
export function aheadOn(sources: Sources, roadmap: Roadmap): Ahead | null {
  if (roadmap.path === ALL_MAPS) return aheadOnAll(sources, roadmap);
  const next = nextOn(sources, roadmap);
  return next && { next, roadmap, divisions: divisionsAbove(roadmap, next.entry) };
}

/** The divisions that an entry stands in, from the chapter down. */
export function divisionsAbove(roadmap: Roadmap, entry: Entry): readonly Division[] {
  return placeOf(roadmap, (one) => one === entry)?.divisions ?? [];
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
