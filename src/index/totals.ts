// Counts over the index: the targets of divisions and maps, and of the maps below a map.
// Computed when asked for; kept only as long as a roadmap they belong to.
import { Listeners } from "../core/base/listeners";
import type { Log } from "../core/base/log";
import type { State } from "../core/base/state";
import { isBelow, linkedPaths } from "../core/roadmap/below";
import { noteOf } from "../core/read/links";
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

/** So many changes of states are remembered one by one. */
const MOST_CHANGED = 1000;

/** All that is summed up of a set of targets, as of so many changes of states. */
interface Sums {
  /** The states of its targets, but of those to do. */
  readonly marked: Map<string, State>;
  readonly tally: Tally;
  readonly hasParts: boolean;
  seen: number;
  /** When one of its targets was read last, as of a revision of times; null while nobody has asked. */
  lastRead: { readonly at: number | null; readonly revision: number } | null;
}

/** The targets of a map and of those below it, as of a revision of the index. */
interface Union {
  readonly roadmap: Roadmap;
  readonly revision: number;
  /** The sets that they were put together from. */
  readonly of: readonly TargetSet[];
  readonly targets: TargetSet;
}

/** The times of marks. */
interface MarkTimes {
  /** When a target was marked last, in milliseconds since 1970; null for never. */
  touchedAt(target: string): number | null;
  /** Grows when times that were given may be others now. */
  readonly timesRevision: number;
}

export class Totals {
  private readonly ofDivision = new WeakMap<Division, TargetSet>();
  private readonly ofRoadmap = new WeakMap<Roadmap, TargetSet>();
  /** Sums, each until a state of its set changes. */
  private sums = new WeakMap<TargetSet, Sums>();
  /** The targets whose states changed since sums were kept. */
  private changed: string[] = [];
  /** By the path of a map, the targets of it and of those below it. */
  private readonly unions = new Map<string, Union>();
  /** Tallies of lines, until a state or a length changes. */
  private lines = new WeakMap<TargetSet, LineTally>();
  /** By the path of its map, the targets that were found last. */
  private readonly last = new Map<string, TargetSet>();
  private readonly listeners = new Listeners<[path: string]>((error, path) =>
    this.log(`What follows lengths failed at ${path}.`, error),
  );

  constructor(
    private readonly index: Pick<RoadmapIndex, "roadmap" | "isMap" | "mapsNaming" | "revision">,
    private readonly stateOf: StateOf,
    private readonly log: Log,
    /** The actual length of a target in lines; null where it is not known. */
    readonly linesOf: (target: string) => number | null = () => null,
    private readonly times: MarkTimes = { touchedAt: () => null, timesRevision: 0 },
  ) {}

  readonly tallyOfDivision = (division: Division): Tally =>
    this.tally(kept(this.ofDivision, division, () => targetsOf(entriesOf(division))));

  tallyOfRoadmap(roadmap: Roadmap): Tally {
    return this.tally(this.targetsOfRoadmap(roadmap));
  }

  /** A map is gone: what was found of it last is needed no more. */
  mapGone(path: string): void {
    this.unions.delete(path);
    this.last.delete(path);
  }

  /** These targets have other states. What is counted of others still holds: a mark concerns few of a thousand maps. */
  statesChanged(targets: ReadonlySet<string>): void {
    if (targets.size === 0) return;
    this.lines = new WeakMap();
    if (this.changed.length + targets.size <= MOST_CHANGED) this.changed.push(...targets);
    else [this.sums, this.changed] = [new WeakMap(), []];
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
    return this.sumsOf(targets).tally;
  }

  private sumsOf(targets: TargetSet): Sums {
    const { counted } = targets;
    const known = this.sums.get(targets);
    const seen = this.changed.length;
    if (known?.seen === seen) return known;
    // The mark of a note holds for its parts, too, of which nobody tells.
    const isNew = known === undefined || known.hasParts;
    const news = isNew ? [...counted] : this.changed.slice(known.seen).filter((target) => counted.has(target));
    if (known && news.length === 0) return Object.assign(known, { seen });
    const marked = known?.marked ?? new Map<string, State>();
    for (const target of news) setState(marked, target, this.stateOf(target));
    const sums: Sums = {
      marked,
      tally: tallyOf(targets, marked.values()),
      hasParts: known?.hasParts ?? news.some((target) => target.includes("#")),
      seen,
      lastRead: null,
    };
    this.sums.set(targets, sums);
    return sums;
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
    return this.tally(this.targetsWithBelow(roadmap));
  }

  /**
   * When something on a map or those below it was last marked as in progress or done, in milliseconds since 1970; null
   * for never.
   */
  lastReadOfAll(roadmap: Roadmap): number | null {
    const sums = this.sumsOf(this.targetsWithBelow(roadmap));
    const revision = this.times.timesRevision;
    // The revision before them: a time that does not last makes another one.
    if (sums.lastRead?.revision !== revision) sums.lastRead = { at: this.latestOf(sums.marked), revision };
    return sums.lastRead.at;
  }

  private latestOf(marked: ReadonlyMap<string, State>): number | null {
    let last: number | null = null;
    for (const [target, state] of marked) {
      const at = state === "skipped" ? null : this.times.touchedAt(target);
      if (at !== null && (last === null || at > last)) last = at;
    }
    return last;
  }

  private targetsWithBelow(roadmap: Roadmap): TargetSet {
    const known = this.unions.get(roadmap.path);
    const { revision } = this.index;
    if (known?.roadmap === roadmap && known.revision === revision) return known.targets;
    const of = [...this.withBelow(roadmap)].map((one) => this.targetsOfRoadmap(one));
    const isSame = known?.of.length === of.length && known.of.every((set, index) => set === of[index]);
    const targets = isSame ? known.targets : unionOf(of);
    this.unions.set(roadmap.path, { roadmap, revision, of, targets });
    return targets;
  }

  /** The maps that count this note, part of a note or file, by their paths. */
  mapsListing(target: string): readonly string[] {
    const lists = (map: string): boolean => {
      const roadmap = this.index.roadmap(map);
      return roadmap !== null && this.targetsOfRoadmap(roadmap).counted.has(target);
    };
    return this.index.mapsNaming(noteOf(target)).filter(lists).sort();
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
    if (roadmap.path === ALL_MAPS) return new Set([roadmap, ...this.linkedFrom(roadmap)]);
    const found = new Set([roadmap]);
    // A set being iterated also yields what is added meanwhile, so this walks the whole tree and stops at cycles.
    for (const upper of found) for (const lower of this.directlyBelow(upper)) found.add(lower);
    return found;
  }

  private directlyBelow(upper: Roadmap): readonly Roadmap[] {
    return this.linkedFrom(upper).filter((lower) => isBelow(lower, upper.path));
  }

  private linkedFrom(upper: Roadmap): readonly Roadmap[] {
    return [...linkedPaths(upper)].flatMap((path) => (this.index.isMap(path) ? (this.index.roadmap(path) ?? []) : []));
  }
}

function setState(marked: Map<string, State>, target: string, state: State): void {
  if (state === "todo") marked.delete(target);
  else marked.set(target, state);
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
