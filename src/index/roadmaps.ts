// Every roadmap that can be shown, by its path: of a map, or of what no note holds, all maps together and folders.
import { Listeners } from "../core/base/listeners";
import type { Log } from "../core/base/log";
import { allMapsOf } from "../core/roadmap/all-maps";
import { folderMapOf, isStudied } from "../core/roadmap/folder-map";
import type { MapOrders } from "../core/roadmap/map-order";
import { entriesOfRoadmap, type Roadmap } from "../core/roadmap/model";
import { folderOf } from "../core/base/paths";
import { ALL_MAPS, isFolderPath } from "../core/roadmap/unwritten";
import { isOther } from "../core/upkeep/unlisted";
import type { VaultFollower } from "./ports";
import type { RoadmapIndex } from "./roadmap-index";

type Maps = Pick<RoadmapIndex, "maps" | "roadmap" | "lastRoadmap" | "isComplete" | "unreadable" | "isMap" | "onChange">;

/** The order in which things stand beside each other, and the files that are shown. */
export interface RoadmapSources extends MapOrders {
  /** The title of all maps together. */
  readonly title: string;
  /** The vault paths of all files that may be listed. */
  files(): readonly string[];
  readonly log: Log;
}

export class Roadmaps implements Partial<VaultFollower> {
  /** All maps as they were last, and the maps that they were made of. */
  private all: { readonly of: readonly Roadmap[]; readonly roadmap: Roadmap } | null = null;
  /** Folders that were asked for, until something in them is another. */
  private readonly folders = new Map<string, Roadmap | null>();
  /** All folders that were ever asked for. */
  private readonly asked = new Set<string>();
  /** The folders that can be read as maps, until a file comes or goes, or a map is another. */
  private free: readonly string[] | null = null;
  private readonly listeners = new Listeners<[]>((error) => this.sources.log("What follows folders failed.", error));

  constructor(
    private readonly index: Maps,
    readonly sources: RoadmapSources,
  ) {
    // Another note may be a map now.
    index.onChange(({ list }) => {
      this.free = null;
      if (list) this.folders.clear();
    });
  }

  /** The roadmap at a path as of now; null if there is none, or not all maps are known yet. */
  at(path: string): Roadmap | null {
    if (path === ALL_MAPS) return this.allMaps();
    return isFolderPath(path) ? this.folderMap(path) : this.index.roadmap(path);
  }

  /** The same as it was known last, which costs nothing. */
  lastAt(path: string): Roadmap | null {
    if (path === ALL_MAPS) return this.all?.roadmap ?? null;
    return isFolderPath(path) ? (this.folders.get(path) ?? null) : this.index.lastRoadmap(path);
  }

  /** Calls back when a folder is asked for first, or something in it has come or gone; returns what ends that. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  created(path: string): void {
    this.free = null;
    const changed = [...this.folders.keys()].filter((folder) => path.startsWith(folder));
    for (const folder of changed) this.folders.delete(folder);
    if (changed.length > 0) this.listeners.tell();
  }

  removed(path: string): void {
    this.created(path);
  }

  renamed(path: string, oldPath: string): void {
    this.created(oldPath);
    this.created(path);
  }

  /** To be called when other files may be listed than before. */
  filesChanged(): void {
    this.free = null;
    this.folders.clear();
    this.listeners.tell();
  }

  /**
   * The folders that can be read as maps, by their paths with a slash at the end: those with two files to read or more
   * that hold no map, and of which no map lists anything.
   */
  freeFolders(): readonly string[] {
    this.free ??= this.findFreeFolders();
    return this.free;
  }

  /** The roadmaps of folders that list a file, of those that the reader has come to see. */
  foldersListing(file: string): readonly Roadmap[] {
    const above = [...this.asked].filter((folder) => file.startsWith(folder));
    const roadmaps = above.flatMap((folder) => this.folderMap(folder) ?? []);
    return roadmaps.filter((roadmap) => entriesOfRoadmap(roadmap).some(({ path }) => path === file));
  }

  private findFreeFolders(): readonly string[] {
    const { index, sources } = this;
    const taken = new Set<string>();
    for (const map of index.maps()) {
      addFolders(taken, map);
      const roadmap = index.lastRoadmap(map);
      for (const { path } of roadmap ? entriesOfRoadmap(roadmap) : []) if (path !== null) addFolders(taken, path);
    }
    const counts = new Map<string, number>();
    for (const file of sources.files()) {
      const folder = isStudied(file) ? folderOf(file) : "";
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const all = new Map<string, number>();
    for (const folder of counts.keys()) if (isOther(`${folder}/`)) counts.delete(folder);
    for (const [folder, count] of counts)
      for (let at = folder; at !== ""; at = folderOf(at)) all.set(at, (all.get(at) ?? 0) + count);
    return [...all].flatMap(([folder, count]) => (count > 1 && !taken.has(folder) ? [`${folder}/`] : []));
  }

  private folderMap(path: string): Roadmap | null {
    const known = this.folders.get(path);
    if (known !== undefined) return known;
    const isNew = !this.asked.has(path);
    this.asked.add(path);
    const files = this.sources.files().filter((file) => file.startsWith(path) && !isOther(file));
    const { compare } = this.sources;
    const roadmap = folderMapOf(path, files, { compare, isMap: this.index.isMap });
    this.folders.set(path, roadmap);
    // Its files are listed from now on.
    if (isNew) this.listeners.tell();
    return roadmap;
  }

  /** Made anew only when one of the maps is another. No map is bound for it: there may be a thousand. */
  private allMaps(): Roadmap | null {
    const { index, sources } = this;
    const known = index.maps().map((path) => index.lastRoadmap(path));
    const of = known.filter((roadmap) => roadmap !== null);
    const isWhole = index.isComplete && of.length + index.unreadable().length >= known.length;
    if (of.length === 0 || (this.all === null && !isWhole)) return null;
    if (this.all === null || !isSameList(this.all.of, of))
      this.all = { of, roadmap: allMapsOf(sources.sorted(of), sources.title) };
    return this.all.roadmap;
  }
}

/** Adds the folder of a file, and those above it. */
function addFolders(folders: Set<string>, path: string): void {
  for (let at = folderOf(path); at !== "" && !folders.has(at); at = folderOf(at)) folders.add(at);
}

function isSameList(one: readonly Roadmap[], other: readonly Roadmap[]): boolean {
  return one.length === other.length && one.every((roadmap, index) => roadmap === other[index]);
}
