// The map whose notes are in a folder: the nearest one above them, and among several there the one made for it, or that
// lists most of it.
import { NONE } from "../core/base/lists";
import { addToGroup } from "../core/base/group";
import { sameValue } from "../core/base/equal";
import { basenameOf, folderOf } from "../core/base/paths";
import { isMarkerName } from "../core/read/detect";
import { entriesOfRoadmap } from "../core/roadmap/model";
import type { RoadmapIndex } from "./roadmap-index";

/** The notes and maps that a map lists. */
interface Listed {
  /** By folder, how many lie in it or below. */
  readonly byFolder: ReadonlyMap<string, number>;
  /** The number of maps that lie beside it. */
  readonly besideIt: number;
}

export class MapOwners {
  /** By folder, the maps that lie in it and compete for it: those called by a mere marker where there are some. */
  private rivals: ReadonlyMap<string, readonly string[]> | null = null;
  private readonly listed = new Map<string, Listed>();
  private readonly ofFolder = new Map<string, string | null>();
  private folders: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    private readonly index: Pick<RoadmapIndex, "maps" | "roadmap" | "isMap">,
    private readonly folderPaths: () => Iterable<string>,
  ) {}

  /** Other folders hold files than before: whose they are stays as it was. */
  foldersChanged(): void {
    this.folders = null;
  }

  /** Maps came or went. */
  forget(): void {
    this.rivals = null;
    this.folders = null;
    this.listed.clear();
    this.ofFolder.clear();
  }

  /** A map may list other notes than before; returns the maps whose folders are others by that. */
  changed(map: string): readonly string[] {
    const before = this.listed.get(map);
    if (!before) return NONE;
    this.listed.delete(map);
    if (sameValue([...before.byFolder], [...this.listedBy(map).byFolder])) return NONE;
    const owners = [...this.ofFolder];
    this.ofFolder.clear();
    this.folders = null;
    const others = owners.filter(([folder, owner]) => this.ownerOf(folder) !== owner);
    return others.flatMap(([folder, owner]) => [owner, this.ownerOf(folder)].filter((one) => one !== null));
  }

  /** The map that a folder's notes are to be in; null where there is none above. */
  ownerOf(folder: string): string | null {
    const known = this.ofFolder.get(folder);
    if (known !== undefined) return known;
    const owner = this.findOwner(folder);
    this.ofFolder.set(folder, owner);
    return owner;
  }

  /** The folders whose notes are a map's. */
  foldersOf(map: string): readonly string[] {
    this.folders ??= this.byOwner();
    return this.folders.get(map) ?? NONE;
  }

  private byOwner(): ReadonlyMap<string, readonly string[]> {
    const folders = new Map<string, string[]>();
    for (const folder of this.folderPaths()) {
      const owner = this.ownerOf(folder);
      if (owner !== null) addToGroup(folders, owner, folder);
    }
    return folders;
  }

  private findOwner(folder: string): string | null {
    this.rivals ??= this.rivalsByFolder();
    const own = this.rivals.get(folder);
    if (own) return first(own, (one, other) => this.isBefore(one, other, folder));
    if (folder === "") return null;
    const listing = this.rivalsAbove(folder).filter((map) => this.countIn(map, folder) > 0);
    // A folder of which none of several lists anything has the owner of the folder above.
    return (
      first(listing, (one, other) => this.countIn(one, folder) > this.countIn(other, folder)) ?? this.ownerAbove(folder)
    );
  }

  private ownerAbove(folder: string): string | null {
    return this.ownerOf(folderOf(folder));
  }

  /** The maps that compete for a folder without one; none where there is no choice. */
  private rivalsAbove(folder: string): readonly string[] {
    let above = folderOf(folder);
    while (above !== "" && !this.rivals?.has(above)) above = folderOf(above);
    const maps = this.rivals?.get(above) ?? NONE;
    return maps.length > 1 ? maps : NONE;
  }

  private rivalsByFolder(): ReadonlyMap<string, readonly string[]> {
    const maps = new Map<string, string[]>();
    for (const map of [...this.index.maps()].sort()) addToGroup(maps, folderOf(map), map);
    const isMarker = (map: string): boolean => isMarkerName(basenameOf(map));
    return new Map([...maps].map(([folder, all]) => [folder, all.some(isMarker) ? all.filter(isMarker) : all]));
  }

  /** Of the maps in a folder that comes first which lists several others; then that which lists most of the folder. */
  private isBefore(one: string, other: string, folder: string): boolean {
    const maps = this.listedBy(one).besideIt - this.listedBy(other).besideIt;
    if (maps !== 0) return maps > 0;
    return this.countIn(one, folder) > this.countIn(other, folder);
  }

  private countIn(map: string, folder: string): number {
    return this.listedBy(map).byFolder.get(folder) ?? 0;
  }

  private listedBy(map: string): Listed {
    const known = this.listed.get(map) ?? this.look(map);
    this.listed.set(map, known);
    return known;
  }

  private look(map: string): Listed {
    const roadmap = this.index.roadmap(map);
    const paths = new Set(roadmap ? entriesOfRoadmap(roadmap).flatMap(({ path }) => path ?? NONE) : NONE);
    const byFolder = new Map<string, number>();
    for (const path of paths)
      for (let at: string | null = folderOf(path); at !== null; at = at === "" ? null : folderOf(at))
        byFolder.set(at, (byFolder.get(at) ?? 0) + 1);
    const beside = [...paths].filter((path) => folderOf(path) === folderOf(map) && this.index.isMap(path));
    return { byFolder, besideIt: beside.length > 1 ? beside.length : 0 };
  }
}

/** The one that comes before all others, of several alike the first given; null where there are none. */
function first(maps: readonly string[], isBefore: (one: string, other: string) => boolean): string | null {
  const [head = null, ...others] = maps;
  return others.reduce((best, one) => (best === null || isBefore(one, best) ? one : best), head);
}
