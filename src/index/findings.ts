// The findings about each map, kept up to date: only maps that changed, and those that point at what changed, are
// checked again, one after another in slices. Nothing is checked before `start`.
import { NONE } from "../core/base/lists";
import { folderOf } from "../core/base/paths";
import { Listeners } from "../core/base/listeners";
import { someOf } from "../core/base/log";
import { topicsOfRoadmap } from "../core/roadmap/model";
import type { CheckedMap } from "../core/upkeep/checked-map";
import type { Finding } from "../core/upkeep/finding";
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FindingPorts } from "./finding-ports";
import { checkedMap, findingsOfMap } from "./map-check";
import { linksOf, MapLinks } from "./map-links";
import { MapOwners } from "./map-owners";
import { UpkeepNotes } from "./upkeep-notes";
import { vaultFacts } from "./upkeep-vault";

/** After files came or went, so many milliseconds are waited for more before maps are checked for what these change. */
const PAUSE = 500;

interface Sorted {
  readonly told: readonly Finding[];
  readonly ignored: readonly Finding[];
}

export class Findings {
  private readonly found = new Map<string, readonly Finding[]>();
  /** The same by whether it is ignored, as far as that was asked for. */
  private readonly sorted = new Map<string, Sorted>();
  private readonly dirty = new Set<string>();
  /** Maps whose links have to be followed before anything is checked. */
  private readonly rewritten = new Set<string>();
  private readonly notes: UpkeepNotes;
  private readonly links = new MapLinks();
  private readonly owners: MapOwners;
  private readonly vault: VaultFacts;
  private isStarted = false;
  /** All that happens while notes are looked at for the first time: it is followed once they are. */
  private meanwhile: (() => void)[] | null = null;
  private isStopped = false;
  private isWorking = false;
  private cancelPause: (() => void) | null = null;
  private waiting: (() => void)[] = [];
  private readonly ends: (() => void)[] = [];
  private readonly listeners = new Listeners<[maps: ReadonlySet<string>]>((error, maps) =>
    this.ports.log(`What follows the findings failed at ${someOf(maps)}.`, error),
  );

  constructor(private readonly ports: FindingPorts) {
    const { source, index } = ports;
    this.notes = new UpkeepNotes(source);
    this.owners = new MapOwners(index, () => this.notes.folderPaths());
    this.vault = vaultFacts(ports, this.notes, this.links, this.owners);
  }

  /**
   * All that is found about a map and not ignored, the same array until that is something else; none for what is no
   * map, or is not checked yet.
   */
  of(map: string): readonly Finding[] {
    return this.sortedOf(map).told;
  }

  /** All that is found about a map and ignored, as `of` gives the rest. */
  ignoredOf(map: string): readonly Finding[] {
    return this.sortedOf(map).ignored;
  }

  /** All that is found and not ignored, in the order of the paths of maps. */
  all(): readonly Finding[] {
    return [...this.found.keys()].sort().flatMap((map) => this.of(map));
  }

  /** The answer about a map as it is written now, and the vault around it; null where it cannot be read. */
  async ask<T>(map: string, ask: (map: CheckedMap, vault: VaultFacts) => T): Promise<T | null> {
    const checked = await checkedMap(map, this.ports);
    return checked && ask(checked, this.vault);
  }

  /** Calls back with the maps about which something else is found now; returns what ends that. */
  onChange(listener: (maps: ReadonlySet<string>) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Looks at all notes, then checks all maps, in slices; resolves when all are checked. Never rejects. */
  async start(): Promise<void> {
    const { index, source, pace } = this.ports;
    await index.whenSettled();
    const meanwhile: (() => void)[] = (this.meanwhile = []);
    for (const path of source.files()) {
      await pace.breathe();
      if (this.isStopped) return;
      this.attempt(path, () => this.notes.add(path));
    }
    this.ends.push(index.onChange(({ maps, list }) => this.mapsChanged(maps, list)));
    this.isStarted = true;
    this.meanwhile = null;
    for (const follow of meanwhile) follow();
    this.checkAll();
    await this.whenSettled();
  }

  /** Checks every map again. */
  checkAll(): void {
    if (!this.isStarted) return;
    this.mapsChanged(new Set([...this.ports.index.maps(), ...this.found.keys()]), true);
  }

  /** Resolves once nothing is left to be checked; what waits until all is quiet is looked at now. */
  whenSettled(): Promise<void> {
    this.finishPause();
    return this.isSettled ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private get isSettled(): boolean {
    return this.isStopped || (this.isStarted && !this.isWorking && this.dirty.size + this.rewritten.size === 0);
  }

  /** Ends all work, for good. */
  stop(): void {
    this.isStopped = true;
    this.cancelPause?.();
    for (const end of this.ends) end();
    this.listeners.clear();
    this.goOn();
  }

  /** A note has another text. */
  changed(path: string): void {
    this.follow(path, () => {
      const before = this.owning(path);
      if (this.notes.add(path)) this.namesChanged(path);
      this.touch([...this.naming(path), ...before, ...this.owning(path)]);
    });
  }

  /** A note or file came into being. */
  created(path: string): void {
    this.follow(path, () => {
      if (!this.notes.hasFolder(folderOf(path))) this.owners.foldersChanged();
      this.changed(path);
    });
  }

  /** A note or file is gone. */
  removed(path: string): void {
    this.follow(path, () => {
      const before = this.owning(path);
      this.notes.remove(path);
      this.namesChanged(path);
      this.touch([...this.naming(path), ...before]);
    });
  }

  /** A note or file has another path. */
  renamed(path: string, oldPath: string): void {
    this.removed(oldPath);
    this.created(path);
  }

  /** Follows what happened to a path, now or once all notes have been looked at. */
  private follow(path: string, follow: () => void): void {
    if (this.isStarted) follow();
    else this.meanwhile?.push(() => this.attempt(path, follow));
  }

  private attempt(path: string, look: () => void): void {
    try {
      look();
    } catch (error) {
      this.notLookedAt(path, error);
    }
  }

  private notLookedAt(path: string, error: unknown): void {
    this.ports.log(`${path} could not be looked at for what is found about maps.`, error);
  }

  /** The maps that name a note: in what is read of them, whatever path it had, or anywhere else. */
  private naming(path: string): readonly string[] {
    return [...this.ports.index.mapsNaming(path), ...this.links.mapsNaming(path)];
  }

  /** The maps that are to list a note, or a note that it embeds: what is in a listed note is not to be listed. */
  private owning(path: string): readonly string[] {
    const notes = [path, ...this.notes.embedsOf(path)];
    const owners = notes.flatMap((note) => this.owners.ownerOf(folderOf(note)) ?? NONE);
    return [...owners, ...notes.flatMap((note) => this.notes.upsOf(note))];
  }

  /**
   * Links that name a path may lead elsewhere now. Links that lead nowhere, and topics, may be called like other files:
   * that is looked at once all is quiet.
   */
  private namesChanged(path: string): void {
    for (const map of this.links.mapsNaming(path)) this.rewritten.add(map);
    this.cancelPause?.();
    this.cancelPause = this.ports.pace.later(() => this.finishPause(), PAUSE);
  }

  private sortedOf(map: string): Sorted {
    const known = this.sorted.get(map);
    if (known) return known;
    const [told, ignored]: [Finding[], Finding[]] = [[], []];
    for (const one of this.allOf(map)) (this.ports.ignoring.isIgnored(one) ? ignored : told).push(one);
    this.sorted.set(map, { told, ignored });
    return { told, ignored };
  }

  private allOf(map: string): readonly Finding[] {
    return this.found.get(map) ?? NONE;
  }

  /** Other findings than before are ignored. */
  ignoredChanged(): void {
    this.sorted.clear();
    this.tell(new Set(this.found.keys()));
  }

  private finishPause(): void {
    if (!this.cancelPause) return;
    this.cancelPause();
    this.cancelPause = null;
    this.touch(this.ports.index.maps().filter((map) => this.asksForNames(map)));
  }

  private asksForNames(map: string): boolean {
    const roadmap = this.ports.index.lastRoadmap(map);
    return (
      this.allOf(map).some(({ kind }) => kind === "broken" || kind === "cut") ||
      (roadmap !== null && topicsOfRoadmap(roadmap).length > 0)
    );
  }

  private mapsChanged(maps: ReadonlySet<string>, isListChanged: boolean): void {
    if (isListChanged) this.owners.forget();
    for (const map of maps) this.rewritten.add(map);
    const others = [...maps].flatMap((map) => [...this.inCycleWith(map), ...this.owners.changed(map)]);
    this.touch([...maps, ...others]);
  }

  /** The maps that were found to be below themselves by way of this one. */
  private inCycleWith(map: string): readonly string[] {
    const ways = this.allOf(map).flatMap(({ reason }) => (reason.code === "cycle" ? reason.maps : NONE));
    return ways.filter((one) => one !== map);
  }

  private touch(maps: Iterable<string>): void {
    for (const map of maps) if (this.ports.index.isMap(map) || this.found.has(map)) this.dirty.add(map);
    this.goOn();
  }

  /** Works off what is to be checked; where nothing is, those who wait for that hear of it. */
  private goOn(): void {
    if (this.isSettled) for (const resolve of this.waiting.splice(0)) resolve();
    else void this.work();
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    const different = new Set<string>();
    // Findings are only told of beside what changed: that is not to wait for them.
    await this.ports.pace.painted();
    for (let map = await this.next(); map !== null; map = await this.next()) {
      if (await this.check(map)) different.add(map);
      if (this.ports.pace.isSpent()) this.tell(different);
    }
    this.isWorking = false;
    this.tell(different);
    this.goOn();
  }

  private tell(different: Set<string>): void {
    if (different.size === 0 || this.isStopped) return;
    this.listeners.tell(new Set(different));
    different.clear();
  }

  /** The next map to check, once the links of all that changed are followed; null where none is left. */
  private async next(): Promise<string | null> {
    for (const map of this.rewritten) {
      this.rewritten.delete(map);
      await this.followLinks(map).catch((error: unknown) => this.notLookedAt(map, error));
      await this.ports.pace.breathe();
    }
    await this.ports.pace.breathe();
    const [map = null] = this.dirty;
    if (map !== null) this.dirty.delete(map);
    return this.isStopped ? null : map;
  }

  private async followLinks(map: string): Promise<void> {
    const { source, index, pace } = this.ports;
    const roadmap = index.isMap(map) ? index.roadmap(map) : null;
    const change = this.links.set(map, roadmap && (await linksOf(roadmap, source, pace)));
    const asked = change.names.flatMap((name) => this.notes.names.named(name));
    this.touch([...change.maps, ...[...change.paths, ...asked].flatMap((path) => this.owning(path))]);
  }

  /** Checks a map; true if that found something else than before. */
  private async check(map: string): Promise<boolean> {
    try {
      const isOver = (): boolean => this.isStopped || this.dirty.has(map);
      const found = await findingsOfMap(map, this.ports, this.vault, this.allOf(map), isOver);
      if (found === null || found === this.allOf(map) || this.isStopped) return false;
      if (this.ports.index.isMap(map)) this.found.set(map, found);
      else this.found.delete(map);
      this.sorted.delete(map);
      for (const one of this.inCycleWith(map)) this.dirty.add(one);
      return true;
    } catch (error) {
      this.ports.log(`${map} could not be checked.`, error);
      return false;
    }
  }
}
