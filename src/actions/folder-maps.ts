// Maps written from folders: what one would say, and making it. Nothing is made before the reader has seen it.
import { basenameOf, folderOf } from "../core/base/paths";
import { excludedFoldersOf, isExcluded, isMap, rulesOf } from "../core/read/detect";
import { folderMapName, folderMapText } from "../core/upkeep/folder-map";
import { linkTo } from "../core/upkeep/link-form";
import { isOther, saysNo } from "../core/upkeep/unlisted";
import { MapOwners } from "../index/map-owners";
import type { PlaceFinder } from "../index/place-finder";
import type { FileSource } from "../index/ports";
import type { RoadmapIndex } from "../index/roadmap-index";
import type { ReaderSettings } from "../settings/reader-settings";

export class FolderMaps {
  constructor(
    private readonly index: Pick<RoadmapIndex, "maps" | "roadmap" | "isMap" | "isComplete" | "titleOfMap">,
    private readonly files: Pick<FileSource, "notes" | "resolve">,
    private readonly finder: Pick<PlaceFinder, "facts">,
    private readonly settings: Pick<ReaderSettings, "current">,
    /** Writes a new note. Rejects if there is one. */
    private readonly createNote: (path: string, text: string) => Promise<void>,
  ) {}

  /** True for a folder that has notes and no map of its own, once all maps are known; never for the vault itself. */
  canWrite(folder: string): boolean {
    const isIn = (path: string): boolean => folderOf(path) === folder;
    return (
      this.index.isComplete &&
      folder !== "" &&
      !this.index.maps().some(isIn) &&
      this.files.notes().some((path) => path.startsWith(`${folder}/`))
    );
  }

  /** The name for the map of a folder, as most maps are called. */
  nameFor(folder: string): string {
    return folderMapName(folder, this.index.maps());
  }

  /** The map of a folder as it would be written under a name. */
  textOf(folder: string, name: string): string {
    const owners = new MapOwners(this.index, () => []);
    const sourcePath = `${folder}/${name}.md`;
    const resolve = this.files.resolve.bind(this.files);
    const place = { sourcePath, isInTable: false, titleOf: () => null, resolve };
    const rules = rulesOf(this.settings.current);
    return folderMapText({
      folder,
      notes: this.notesIn(folder),
      mapOf: (one) => {
        const owner = owners.ownerOf(one);
        return owner !== null && folderOf(owner) === one ? owner : null;
      },
      linkTo: (path, words) => named(linkTo({ path, title: null, brief: null }, null, [], place), words),
      titleOf: (map) => this.index.titleOfMap(map) ?? basenameOf(map),
      up: owners.ownerOf(folderOf(folder)),
      needsType: !isMap(sourcePath, {}, rules),
    });
  }

  /** Makes the map; resolves with its path. Rejects, with nothing written, if there is a note of that name. */
  async create(folder: string, name: string, text: string): Promise<string> {
    const path = `${folder}/${name}.md`;
    await this.createNote(path, text);
    return path;
  }

  /** The notes below a folder that are to be listed, and the maps there. */
  private notesIn(folder: string): readonly string[] {
    const excluded = excludedFoldersOf(this.settings.current);
    const isToList = (path: string): boolean =>
      path.startsWith(`${folder}/`) && !isOther(path) && !isExcluded(path, excluded);
    const below = this.files.notes().filter(isToList);
    return below.filter((path) => this.index.isMap(path) || !saysNo(this.finder.facts(path) ?? { properties: {} }));
  }
}

/** A link that shows these words, where it does not by itself. */
function named(link: string, words: string): string {
  const linkpath = link.slice(2, -2);
  const plain = words.replace(/[[\]|]/g, "").trim();
  return linkpath === plain || plain === "" ? link : `[[${linkpath}|${plain}]]`;
}
