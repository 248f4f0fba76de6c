// What is known now: every map of the vault as a roadmap, kept true while notes change.
// A cache that can be thrown away at any moment; it tells what changed, at most once a frame.
import { bindMap, type LinkTargets } from "../core/roadmap/bind";
import type { NoteCache } from "../core/base/cache";
import { basenameOf, isMap, titleOfMap, type DetectionRules } from "../core/read/detect";
import { sameValue } from "../core/base/equal";
import { linkpathOf } from "../core/read/links";
import { Listeners } from "../core/base/listeners";
import { someOf, type Log } from "../core/base/log";
import { parseMap } from "../core/read/parse";
import type { Roadmap } from "../core/roadmap/model";
import type { WrittenMap } from "../core/read/written";
import { linksOfMap } from "../core/read/written-links";
import type { IndexChange, NoteSource, Pace } from "./ports";

interface MapRecord {
  readonly written: WrittenMap;
  readonly title: string;
  /** The names its links ask for: only when a note of such a name comes or goes can a link lead elsewhere. */
  readonly names: () => ReadonlySet<string>;
  /** Null until bound for the first time. */
  roadmap: Roadmap | null;
  /** Whether its links lead where those of `roadmap` do: no note that they could lead to has come or gone since. */
  isFollowed: boolean;
  /** Whether `roadmap` says what was written before. */
  isRewritten: boolean;
}

export class RoadmapIndex {
  private readonly records = new Map<string, MapRecord>();
  private readonly dirty = new Set<string>();
  private readonly listeners = new Listeners<[change: IndexChange]>((error, { maps }) =>
    this.log(`What follows the maps failed at ${someOf(maps)}.`, error),
  );
  /** Maps whose roadmap became different since the last event. */
  private different = new Set<string>();
  private isListChanged = false;
  private isFlushPlanned = false;
  private generation = 0;
  private isStopped = false;
  private waiting: (() => void)[] = [];
  /** True once every note that was there at the start has been looked at. */
  isComplete = false;

  constructor(
    private readonly source: NoteSource,
    private readonly pace: Pace,
    private rules: DetectionRules,
    private readonly log: Log,
  ) {}

  /** Calls back after changes; returns what ends that. */
  onChange(listener: (change: IndexChange) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Reads every map of the vault, in slices. A later call overtakes an earlier one; once stopped, nothing is read. */
  async build(): Promise<void> {
    if (this.isStopped) return;
    const generation = ++this.generation;
    for (const path of this.source.notes()) {
      await this.pace.breathe();
      if (generation !== this.generation) return;
      await this.refresh(path, generation);
    }
    this.isComplete = true;
    this.isListChanged = true;
    this.planFlush();
  }

  /** Resolves once the index is complete and has told of all it knows; never, if it is stopped before. */
  whenSettled(): Promise<void> {
    return this.isSettled ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private get isSettled(): boolean {
    return this.isComplete && !this.isFlushPlanned && this.dirty.size === 0;
  }

  /** Other notes may be maps from now on: looks at all of them again, in slices, unless it has not begun to. */
  async setRules(rules: DetectionRules): Promise<void> {
    this.rules = rules;
    if (this.generation > 0) await this.build();
  }

  /** Ends all work under way, for good. */
  stop(): void {
    this.isStopped = true;
    this.generation++;
    this.listeners.clear();
  }

  /** Paths of all maps, in no particular order. */
  maps(): readonly string[] {
    return [...this.records.keys()];
  }

  isMap(path: string): boolean {
    return this.records.has(path);
  }

  /** The maps that name a note or file of this name in a link: no others can lead to it. */
  mapsNaming(path: string): readonly string[] {
    const name = nameOf(path);
    return [...this.records].flatMap(([map, { names }]) => (names().has(name) ? [map] : []));
  }

  /** A map's roadmap as of now; null if the path is no map. */
  roadmap(path: string): Roadmap | null {
    if (this.dirty.has(path)) this.settle(path);
    return this.records.get(path)?.roadmap ?? null;
  }

  /** A map's title; null if the path is no map. */
  titleOfMap(path: string): string | null {
    return this.records.get(path)?.title ?? null;
  }

  /** A note has this text and cache now. Caches that do not fit their text are ignored. */
  changed(path: string, text: string, cache: NoteCache): void {
    if (!isMap(path, cache, this.rules)) {
      this.drop(path);
      return;
    }
    const written = parseMap(text, cache);
    const before = this.records.get(path);
    if (before && written.unused.some(({ why }) => why === "stale")) return;
    const title = titleOfMap(path, written.title);
    if (before && before.title === title && sameValue(before.written, written)) return;
    // While another change waits, notes that only the text before it named may have come or gone unnoticed.
    const isFollowed = before?.isFollowed === true && !this.dirty.has(path);
    this.records.set(path, {
      written,
      title,
      names: once(() => namesOf(written)),
      roadmap: before?.roadmap ?? null,
      isFollowed,
      isRewritten: true,
    });
    this.touch(path);
    if (before?.title !== title) this.listChanged(path);
  }

  /** A note or file came into being: links may lead to it now. */
  created(path: string): void {
    this.touchLinkers(path);
  }

  /** A note or file is gone. */
  removed(path: string): void {
    this.drop(path);
    this.touchLinkers(path);
  }

  /** A note or file has another path; its text and cache are what they were. */
  async renamed(path: string, oldPath: string): Promise<void> {
    this.removed(oldPath);
    this.touchLinkers(path);
    await this.refresh(path, this.generation);
  }

  private async refresh(path: string, generation: number): Promise<void> {
    const cache = this.source.cacheOf(path);
    if (!cache) return;
    if (!isMap(path, cache, this.rules)) {
      this.drop(path);
      return;
    }
    const text = await this.source.read(path);
    if (generation === this.generation && this.source.cacheOf(path) === cache) this.changed(path, text, cache);
  }

  private drop(path: string): void {
    if (!this.records.delete(path)) return;
    this.touch(path);
    this.listChanged(path);
  }

  private listChanged(path: string): void {
    this.isListChanged = true;
    this.touchLinkers(path);
  }

  private touchLinkers(path: string): void {
    for (const map of this.mapsNaming(path)) {
      const record = this.records.get(map);
      if (record) record.isFollowed = false;
      this.touch(map);
    }
  }

  private touch(path: string): void {
    this.dirty.add(path);
    this.planFlush();
  }

  private planFlush(): void {
    if (this.isFlushPlanned) return;
    this.isFlushPlanned = true;
    this.pace.soon(() => {
      this.isFlushPlanned = false;
      this.flush();
    });
  }

  /** Binds what is dirty, as much as a slice allows, and tells what became different. */
  private flush(): void {
    // While maps are still being found, links to them would be followed again and again: only what is asked for is bound.
    if (!this.isComplete) for (const path of this.dirty) this.different.add(path);
    else this.settleSome();
    const change: IndexChange = { maps: this.different, list: this.isListChanged };
    this.different = new Set();
    this.isListChanged = false;
    if (change.maps.size > 0 || change.list) this.listeners.tell(change);
    if (this.isSettled) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private settleSome(): void {
    for (const path of this.dirty) {
      this.settle(path);
      if (this.pace.isSpent()) break;
    }
    if (this.dirty.size > 0) this.planFlush();
  }

  private settle(path: string): void {
    this.dirty.delete(path);
    if (this.rebind(path)) this.different.add(path);
  }

  /** Follows a map's links anew; false if that led to the same roadmap. */
  private rebind(path: string): boolean {
    const record = this.records.get(path);
    if (!record) return true;
    const roadmap = bindMap(
      path,
      record.title,
      record.written,
      this.targets,
      record.isFollowed ? record.roadmap : null,
    );
    // Asked for at once where it is new: later all maps would be asked in one breath.
    if (record.roadmap === null) record.names();
    // Of another text it is known already that it is another map.
    const isSame = !record.isRewritten && record.roadmap !== null && sameValue(record.roadmap, roadmap);
    record.isFollowed = true;
    record.isRewritten = false;
    if (!isSame) record.roadmap = roadmap;
    return !isSame;
  }

  private readonly targets: LinkTargets = {
    resolve: (linkpath, sourcePath) => this.source.resolve(linkpath, sourcePath),
    isMap: (path) => this.isMap(path),
    titleOfMap: (path) => this.titleOfMap(path),
  };
}

/** Calls a function when its result is first asked for, and not again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The name by which links ask for a path: its last part, without case and without `.md`. */
function nameOf(path: string): string {
  return basenameOf(path).toLowerCase();
}

function namesOf(written: WrittenMap): ReadonlySet<string> {
  const names = new Set<string>();
  for (const link of linksOfMap(written)) if (!link.web) names.add(nameOf(linkpathOf(link.link)));
  return names;
}
