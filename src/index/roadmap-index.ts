// All that is known now: every map of the vault as a roadmap, kept true while notes change.
// A cache that can be thrown away at any moment; it tells what changed, at most once a frame.
// All that happens is queued at once and worked off in slices: ten thousand notes may come or go in one breath.
import { bindMap, type BoundMap } from "../core/roadmap/bind";
import type { NoteCache } from "../core/base/cache";
import type { DetectionRules } from "../core/read/detect";
import { sameValue } from "../core/base/equal";
import { Listeners } from "../core/base/listeners";
import { someOf, type Log } from "../core/base/log";
import type { LinkTargets } from "../core/roadmap/map-links";
import type { Roadmap } from "../core/roadmap/model";
import type { Binding } from "./binding";
import { LinkNames, nameOf } from "./link-names";
import type { IndexChange, MovedLinks, NoteSource, Pace } from "./ports";
import { PendingChange } from "./pending-change";
import { Retries } from "./retries";
import { takeSome } from "./slices";
import { UncertainNames } from "./uncertain-names";
import { UNREAD, WrittenMaps, type KnownMap, type MapEvents } from "./written-maps";

const NONE_MOVED: MovedLinks = { movedTo: () => null, formerPaths: () => [] };

export class RoadmapIndex {
  private readonly written: WrittenMaps;
  private readonly bindings = new Map<string, Binding>();
  private readonly names = new LinkNames();
  private readonly uncertain: UncertainNames;
  /** Maps whose links have to be followed anew. */
  private readonly dirty = new Set<string>();
  /** Maps whose links could not be followed at the last attempt. */
  private readonly unfollowed: Retries;
  private readonly listeners = new Listeners<[change: IndexChange]>((error, { maps }) =>
    this.log(`What follows the maps failed at ${someOf(maps)}.`, error),
  );
  private readonly boundListeners = new Listeners<[path: string, roadmap: Roadmap | null]>((error, path) =>
    this.log(`What follows each map failed at ${path}.`, error),
  );
  /** By the path of a map that was renamed, its roadmap at the path before, until it is bound at this one. */
  private readonly former = new Map<string, Roadmap>();
  private readonly pending = new PendingChange();
  private isFlushPlanned = false;
  private generation = 0;
  private isStopped = false;
  private waiting: (() => void)[] = [];
  /** True once every note that was there at the start has been looked at. */
  isComplete = false;
  /** Grows whenever a roadmap may be another than before. */
  revision = 0;

  constructor(
    private readonly source: NoteSource,
    private readonly pace: Pace,
    rules: DetectionRules,
    private readonly log: Log,
    /** Asked for at each use: they are read from journals, which need the index. */
    private readonly moved: () => MovedLinks = () => NONE_MOVED,
  ) {
    this.uncertain = new UncertainNames(source, moved);
    this.unfollowed = new Retries(pace, UNREAD, (path) => this.touch(path));
    this.written = new WrittenMaps(source, pace, rules, this.events, log);
  }

  /** Calls back after changes; returns what ends that. */
  onChange(listener: (change: IndexChange) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Calls back with a roadmap once bound, null once its map is gone, before that is told of; returns what ends it. */
  onBound(listener: (path: string, roadmap: Roadmap | null) => void): () => void {
    return this.boundListeners.add(listener);
  }

  /** Reads every map of the vault, in slices; never rejects. A later call overtakes; once stopped, nothing is read. */
  async build(): Promise<void> {
    if (this.isStopped) return;
    const generation = ++this.generation;
    const isOver = (): boolean => generation !== this.generation;
    for (const path of this.source.notes()) {
      await this.pace.breathe();
      if (isOver()) return;
      this.written.look(path);
    }
    await this.written.whenRead();
    while (!isOver() && !this.written.takeSome(this.isSpent)) await this.pace.breathe();
    if (isOver()) return;
    this.isComplete = true;
    this.listChanged();
  }

  /** Resolves once the index is complete, but for what cannot be read, and has told all; never if stopped before. */
  whenSettled(): Promise<void> {
    return this.isSettled ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private get isSettled(): boolean {
    return this.isComplete && !this.isFlushPlanned && !this.hasWork && this.written.isRead;
  }

  private get hasWork(): boolean {
    return !this.written.isUpToDate || this.uncertain.waiting.size > 0 || (this.isComplete && this.dirty.size > 0);
  }

  /** Other notes may be maps from now on: looks at all of them again, in slices, unless it has not begun to. */
  async setRules(rules: DetectionRules): Promise<void> {
    this.written.setRules(rules);
    if (this.generation > 0) await this.build();
  }

  /** Ends all work under way, for good. */
  stop(): void {
    this.isStopped = true;
    this.generation++;
    this.written.stop();
    this.unfollowed.stop();
    for (const told of [this.listeners, this.boundListeners]) told.clear();
  }

  /** Paths of all maps, in no particular order. */
  maps(): readonly string[] {
    return this.written.paths();
  }

  /** Paths of maps that could not be read or followed at the last attempt; what was known of them is kept. */
  unreadable(): readonly string[] {
    return [...new Set([...this.written.unreadable(), ...this.unfollowed.paths()])];
  }

  /** Tries at once to read what could not be read. */
  retry(): void {
    this.written.retry();
    this.unfollowed.now();
  }

  readonly isMap = (path: string): boolean => this.written.known.get(path) !== undefined;

  /** The maps that name a note or file of this name in a link: no others can lead to it. */
  mapsNaming(path: string): readonly string[] {
    const names = [path, ...this.moved().formerPaths(path)].map(nameOf);
    return [...new Set(names.flatMap((name) => [...this.names.mapsNaming(name)]))];
  }

  /** A map's roadmap as of now; null if the path is no map. */
  roadmap(path: string): Roadmap | null {
    this.written.take(path);
    if (this.dirty.has(path) || this.isUncertain(path)) this.settle(path);
    return this.bindings.get(path)?.roadmap ?? null;
  }

  /** A map's roadmap as it was bound last, which costs nothing; null if it never was. */
  lastRoadmap(path: string): Roadmap | null {
    return this.bindings.get(path)?.roadmap ?? null;
  }

  /** A map's title; null if the path is no map. */
  titleOfMap(path: string): string | null {
    return this.written.known.get(path)?.title ?? null;
  }

  /** A note has this text and cache now. Where these do not fit, they are read again a moment later. */
  changed(path: string, text: string, cache: NoteCache): void {
    this.written.changed(path, text, cache);
  }

  /** Notes of these paths were moved, or moved back: links to them may lead elsewhere. */
  movedAway(paths: readonly string[]): void {
    for (const path of paths) this.uncertain.doubt(path);
    this.planFlush();
  }

  /** A note or file came into being: links may lead to it now. */
  created(path: string): void {
    this.uncertain.doubtWithFolders(path);
    this.planFlush();
  }

  /** True if one of a map's links may lead elsewhere since they were followed. */
  private isUncertain(path: string): boolean {
    return this.uncertain.hasAny(this.names.namesIn(path), this.bindings.get(path)?.followedAt ?? 0);
  }

  /** A note or file is gone. */
  removed(path: string): void {
    this.created(path);
    this.written.removed(path);
  }

  /** A note or file has another path; its text and cache are what they were. */
  renamed(path: string, oldPath: string): void {
    this.created(oldPath);
    this.created(path);
    const roadmap = this.bindings.get(oldPath)?.roadmap ?? this.former.get(oldPath);
    if (roadmap) this.former.set(path, roadmap);
    this.written.renamed(path, oldPath);
  }

  private get events(): MapEvents {
    return {
      changed: (path, now, before) => this.mapChanged(path, now, before),
      unreadableChanged: () => this.listChanged(),
      queued: () => this.planFlush(),
    };
  }

  private mapChanged(path: string, now: KnownMap | null, before: KnownMap | null): void {
    if (now) {
      const old = this.bindings.get(path);
      // While another change waits, notes that only the text before it named may have come or gone unnoticed.
      const isFollowed = old?.isFollowed === true && !this.dirty.has(path) && !this.isUncertain(path);
      this.bindings.set(path, { roadmap: null, followedAt: 0, ...old, isFollowed, isRewritten: true });
      this.names.set(path, now.written);
    } else {
      this.bindings.delete(path);
      this.names.delete(path);
    }
    this.touch(path);
    if (before?.title === now?.title) return;
    this.uncertain.doubt(path);
    this.listChanged();
  }

  private listChanged(): void {
    this.pending.addList();
    this.planFlush();
  }

  private touch(path: string): void {
    this.dirty.add(path);
    // While maps are still being found, links to them would be followed over and over: only bind what is asked for.
    if (!this.isComplete) this.pending.add(path, null);
    this.planFlush();
  }

  private planFlush(): void {
    this.revision++;
    if (this.isFlushPlanned) return;
    this.isFlushPlanned = true;
    this.pace.soon(() => {
      this.isFlushPlanned = false;
      this.flush();
    });
  }

  /** Works off what has happened, as much as a slice allows, and tells what became different. */
  private flush(): void {
    if (this.isStopped) return;
    this.work();
    const change = this.pending.take();
    if (this.hasWork) this.planFlush();
    if (change) this.listeners.tell(change);
    if (this.isSettled) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private work(): void {
    if (!this.written.takeSome(this.isSpent)) return;
    if (!takeSome(this.uncertain.waiting, (name) => this.unfollow(name), this.isSpent)) return;
    if (this.isComplete) takeSome(this.dirty, (path) => this.settle(path), this.isSpent);
  }

  private readonly isSpent = (): boolean => this.pace.isSpent();

  /** Links that ask for this name may lead elsewhere. */
  private unfollow(name: string): void {
    this.uncertain.settle(name);
    for (const map of this.names.mapsNaming(name)) {
      const binding = this.bindings.get(map);
      if (binding) binding.isFollowed = false;
      this.touch(map);
    }
  }

  /** Follows a map's links anew. Where that fails, the last good roadmap stays, and it is tried again. */
  private settle(path: string): void {
    this.dirty.delete(path);
    try {
      const bound = this.rebind(path);
      if (this.unfollowed.forget(path)) this.listChanged();
      if (bound === "same") return;
      this.pending.add(path, bound?.change ?? null);
      this.boundListeners.tell(path, bound?.roadmap ?? null);
    } catch (error) {
      this.notFollowed(path, error);
    }
  }

  private notFollowed(path: string, why: unknown): void {
    const binding = this.bindings.get(path);
    if (binding) Object.assign(binding, { isFollowed: false, followedAt: this.uncertain.now });
    if (this.unfollowed.count(path) === 0) {
      this.log(`The links of ${path} could not be followed; it is tried again.`, why);
      this.listChanged();
    }
    this.unfollowed.plan(path);
  }

  /** Null for a map that is gone. */
  private rebind(path: string): BoundMap | "same" | null {
    const [map, binding] = [this.written.known.get(path), this.bindings.get(path)];
    if (!map || !binding) return null;
    const isFollowed = binding.isFollowed && !this.isUncertain(path);
    const targets: LinkTargets = { vault: this.source, moved: this.moved(), maps: this };
    const known = binding.roadmap ?? this.former.get(path) ?? null;
    const bound = bindMap(path, map.title, map.written, targets, known && { roadmap: known, isFollowed });
    // Of another text it is known already that it is another map.
    const isSame = !binding.isRewritten && known !== null && sameValue(known, bound.roadmap);
    this.former.delete(path);
    Object.assign(binding, { isFollowed: true, followedAt: this.uncertain.now, isRewritten: false });
    if (isSame) return "same";
    binding.roadmap = bound.roadmap;
    return bound;
  }
}
