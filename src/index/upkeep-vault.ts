// The vault around a map as upkeep asks about it, answered by what the index knows.
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FindingPorts } from "./finding-ports";
import type { MapLinks } from "./map-links";
import type { MapOwners } from "./map-owners";
import type { UpkeepNotes } from "./upkeep-notes";

/**
 * Those that no map lists of the notes that are a map's: of its folders, unless they name another one, or naming it.
 */
function unlistedOf(map: string, { notes, links, owners, isMap }: Around): readonly string[] {
  const isOpen = (path: string): boolean => /\.md$/i.test(path) && !links.isListed(path);
  const naming = notes.namersOf(map).filter((path) => isOpen(path) && firstMap(path, notes, isMap) === map);
  const inFolders = owners
    .foldersOf(map)
    .flatMap((folder) => [...notes.filesIn(folder)])
    .filter((path) => isOpen(path) && (firstMap(path, notes, isMap) ?? map) === map);
  return [...new Set([...naming, ...inFolders])].sort();
}

/** The map that a note names as the one above it; null where it names none. */
function firstMap(path: string, notes: UpkeepNotes, isMap: (path: string) => boolean): string | null {
  return notes.upsOf(path).find(isMap) ?? null;
}

interface Around {
  readonly notes: UpkeepNotes;
  readonly links: MapLinks;
  readonly owners: MapOwners;
  readonly isMap: (path: string) => boolean;
}

export function vaultFacts(
  {
    source,
    index,
    linesOf,
    moveOf,
    isExcluded,
  }: Pick<FindingPorts, "source" | "index" | "linesOf" | "moveOf" | "isExcluded">,
  notes: UpkeepNotes,
  links: MapLinks,
  owners: MapOwners,
): VaultFacts {
  const isMap = (path: string): boolean => index.isMap(path);
  return {
    names: notes.names,
    factsOf: (path) => notes.factsOf(path),
    linesOf,
    resolve: (linkpath, sourcePath) => source.resolve(linkpath, sourcePath),
    isFolder: (path) => source.isFolder(path),
    moveOf,
    timesWanted: (linkpath) => links.timesWanted(linkpath),
    roadmap: (path) => (isMap(path) ? index.roadmap(path) : null),
    unlistedOf: (map) => unlistedOf(map, { notes, links, owners, isMap }),
    isListed: (path) => links.isListed(path),
    embeddersOf: (path) => notes.embeddersOf(path),
    isExcluded,
  };
}
