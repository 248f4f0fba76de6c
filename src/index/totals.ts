// Counts over the index: the targets of divisions and maps, and of the maps below a map.
// Computed when asked for; kept only as long as a roadmap they belong to.
import { Listeners } from "../core/base/listeners";
import type { Log } from "../core/base/log";
import { isBelow, linkedPaths } from "../core/roadmap/below";
import { linkpathOf } from "../core/read/links";
import { entriesOf, entriesOfRoadmap, type Division, type Roadmap } from "../core/roadmap/model";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import {
  lineTallyOf,
  tallyOf,
  targetsOf,
  unionOf,
  type LineTally,
  type StateOf,
  type Tally,
  type TargetSet,
} from "../core/roadmap/tally";
import type { RoadmapIndex } from "./roadmap-index";

export class Totals {
  private readonly ofDivision = new WeakMap<Division, TargetSet>();
  private readonly ofRoadmap = new WeakMap<Roadmap, TargetSet>();
  /** Tallies, until a state changes. */
  private tallies = new WeakMap<TargetSet, Tally>();
  /** Tallies of lines, until a state or a length changes. */
  private lines = new WeakMap<TargetSet, LineTally>();
  /** By the path of its map, the targets that were found last. */
  private readonly last = new Map<string, TargetSet>();
  private readonly linkedFrom = new WeakMap<Roadmap, ReadonlySet<string>>();
  private readonly listeners = new Listeners<[path: string]>((error, path) =>
    this.log(`What follows lengths failed at ${path}.`, error),
  );

  constructor(
    private readonly index: Pick<RoadmapIndex, "roadmap" | "isMap" | "mapsNaming">,
    private readonly stateOf: StateOf,
    private readonly log: Log,
    /** The actual length of a target in lines; null where it is not known. */
    readonly linesOf: (target: string) => number | null = () => null,
  ) {}

  tallyOfDivision(division: Division): Tally {
    return this.tally(kept(this.ofDivision, division, () => targetsOf(entriesOf(division))));
  }

  tallyOfRoadmap(roadmap: Roadmap): Tally {
    return this.tally(this.targetsOfRoadmap(roadmap));
  }

  /** Some target has another state. */
  statesChanged(): void {
    this.tallies = new WeakMap();
    this.lines = new WeakMap();
  }

  /** True if a roadmap counts the note at a path, as a whole. */
  counts(roadmap: Roadmap, path: string): boolean {
    return this.targetsOfRoadmap(roadmap).counted.has(path);
  }

  /** A note may have another length. */
  lengthChanged(path: string): void {
    // Maps are counted nowhere, and change most of all.
    if (!this.index.isMap(path)) this.lines = new WeakMap();
    this.listeners.tell(path);
  }

  /** Calls back with the path of each note that may have another length; returns what ends that. */
  onLengthChange(listener: (path: string) => void): () => void {
    return this.listeners.add(listener);
  }

  private tally(targets: TargetSet): Tally {
    return kept(this.tallies, targets, () => tallyOf(targets, this.stateOf));
  }

  /** The tally of lines of its targets that are read, as far as their lengths are known. */
  linesOfRoadmap(roadmap: Roadmap): LineTally {
    const targets = this.targetsOfRoadmap(roadmap);
    const known = this.lines.get(targets);
    if (known) return known;
    const lines = lineTallyOf(targets, this.stateOf, this.linesOf);
    // A length that is not known yet is told of by nobody.
    if (lines.isWhole) this.lines.set(targets, lines);
    return lines;
  }

  /** The tally of a map together with those of the maps below it; a target in several of them counts once. */
  totalOfRoadmap(roadmap: Roadmap): Tally {
    const below = [...this.withBelow(roadmap)].map((one) => this.targetsOfRoadmap(one));
    return this.tally(unionOf(below));
  }

  /** The maps that count this note, part of a note or file, by their paths. */
  mapsListing(target: string): readonly string[] {
    const lists = (map: string): boolean => {
      const roadmap = this.index.roadmap(map);
      return roadmap !== null && this.targetsOfRoadmap(roadmap).counted.has(target);
    };
    return this.index.mapsNaming(linkpathOf(target)).filter(lists).sort();
  }

  private targetsOfRoadmap(roadmap: Roadmap): TargetSet {
    return kept(this.ofRoadmap, roadmap, () => {
      const now = targetsOf(entriesOfRoadmap(roadmap));
      const before = this.last.get(roadmap.path);
      const targets = before && isSameSet(before, now) ? before : now;
      this.last.set(roadmap.path, targets);
      return targets;
    });
  }

  /** The roadmap and all below it, each once. */
  private withBelow(roadmap: Roadmap): ReadonlySet<Roadmap> {
    const found = new Set([roadmap]);
    // A set being iterated also yields what is added meanwhile, so this walks the whole tree and stops at cycles.
    for (const upper of found) for (const lower of this.directlyBelow(upper)) found.add(lower);
    return found;
  }

  private directlyBelow(upper: Roadmap): readonly Roadmap[] {
    const paths = kept(this.linkedFrom, upper, () => linkedPaths(upper));
    const linked = [...paths].flatMap((path) => (this.index.isMap(path) ? (this.index.roadmap(path) ?? []) : []));
    return upper.path === ALL_MAPS ? linked : linked.filter((lower) => isBelow(lower, upper.path));
  }
}

function kept<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/**
 * True if two sets hold the same, as those before and after most edits do:
 * what was counted and added up still holds then.
 */
function isSameSet(before: TargetSet, now: TargetSet): boolean {
  const holds = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.size === other.size && [...one].every((target) => other.has(target));
  return holds(before.counted, now.counted) && holds(before.missing, now.missing);
}
