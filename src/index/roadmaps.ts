// Every roadmap that can be shown, by its path: those of maps, and the one of all maps, which no note says.
import { allMapsOf } from "../core/roadmap/all-maps";
import type { Roadmap } from "../core/roadmap/model";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import type { RoadmapIndex } from "./roadmap-index";

/** A map by its path and title. */
type Named = Pick<Roadmap, "path" | "title">;

type Maps = Pick<RoadmapIndex, "maps" | "roadmap" | "lastRoadmap" | "isComplete" | "unreadable">;

export class Roadmaps {
  /** All maps as they were last, and the maps that they were made of. */
  private all: { readonly of: readonly Roadmap[]; readonly roadmap: Roadmap } | null = null;

  /** `sorted` puts maps in the order in which they stand beside each other. */
  constructor(
    private readonly index: Maps,
    private readonly title: string,
    readonly sorted: <T extends Named>(maps: readonly T[]) => T[],
  ) {}

  /** The roadmap at a path as of now; null if there is none, or not all maps are known yet. */
  at(path: string): Roadmap | null {
    return path === ALL_MAPS ? this.allMaps() : this.index.roadmap(path);
  }

  /** The same as it was known last, which costs nothing. */
  lastAt(path: string): Roadmap | null {
    return path === ALL_MAPS ? (this.all?.roadmap ?? null) : this.index.lastRoadmap(path);
  }

  /** Made anew only when one of the maps is another. No map is bound for it: there may be a thousand. */
  private allMaps(): Roadmap | null {
    const { index } = this;
    const known = index.maps().map((path) => index.lastRoadmap(path));
    const of = known.filter((roadmap) => roadmap !== null);
    const isWhole = index.isComplete && of.length + index.unreadable().length >= known.length;
    if (of.length === 0 || (this.all === null && !isWhole)) return null;
    if (this.all === null || !isSameList(this.all.of, of))
      this.all = { of, roadmap: allMapsOf(this.sorted(of), this.title) };
    return this.all.roadmap;
  }
}

function isSameList(one: readonly Roadmap[], other: readonly Roadmap[]): boolean {
  return one.length === other.length && one.every((roadmap, index) => roadmap === other[index]);
}
