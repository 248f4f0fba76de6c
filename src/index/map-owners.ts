// The map whose notes are in a folder: the nearest one above them, and among several there the one made for it.
import { addToGroup } from "../core/base/group";
import { basenameOf, folderOf } from "../core/base/paths";
import { isMarkerName } from "../core/read/detect";
import { entriesOfRoadmap } from "../core/roadmap/model";
import type { RoadmapIndex } from "./roadmap-index";

export class MapOwners {
  private owners: ReadonlyMap<string, string> | null = null;
  private readonly ofFolder = new Map<string, string | null>();
  private folders: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    private readonly index: Pick<RoadmapIndex, "maps" | "roadmap">,
    private readonly folderPaths: () => Iterable<string>,
  ) {}

  /** Other folders hold files than before: whose they are stays as it was. */
  foldersChanged(): void {
    this.folders = null;
  }

  /** Maps came or went. */
  forget(): void {
    this.owners = null;
    this.folders = null;
    this.ofFolder.clear();
  }

  /** The map that a folder's notes are to be in; null where there is none above. */
  ownerOf(folder: string): string | null {
    const known = this.ofFolder.get(folder);
    if (known !== undefined) return known;
    this.owners ??= this.byFolder();
    const own = this.owners.get(folder) ?? (folder === "" ? null : this.ownerOf(folderOf(folder)));
    this.ofFolder.set(folder, own);
    return own;
  }

  /** The folders whose notes are a map's. */
  foldersOf(map: string): readonly string[] {
    this.folders ??= this.byOwner();
    return this.folders.get(map) ?? [];
  }

  private byOwner(): ReadonlyMap<string, readonly string[]> {
    const folders = new Map<string, string[]>();
    for (const folder of this.folderPaths()) {
      const owner = this.ownerOf(folder);
      if (owner !== null) addToGroup(folders, owner, folder);
    }
    return folders;
  }

  private byFolder(): ReadonlyMap<string, string> {
    const owners = new Map<string, string>();
    for (const map of this.index.maps()) {
      const other = owners.get(folderOf(map));
      if (other === undefined || this.isBefore(map, other)) owners.set(folderOf(map), map);
    }
    return owners;
  }

  private isBefore(map: string, other: string): boolean {
    const [one, two] = [isMarkerName(basenameOf(map)), isMarkerName(basenameOf(other))];
    if (one !== two) return one;
    const more = this.sizeOf(map) - this.sizeOf(other);
    return more === 0 ? map < other : more > 0;
  }

  private sizeOf(map: string): number {
    const roadmap = this.index.roadmap(map);
    return roadmap ? entriesOfRoadmap(roadmap).length : 0;
  }
}
