// The vault around a map as upkeep asks about it, answered by what the index knows.
import type { VaultFacts } from "../core/upkeep/vault-facts";
import type { FindingPorts } from "./finding-ports";
import type { MapLinks } from "./map-links";
import type { MapOwners } from "./map-owners";
import type { UpkeepNotes } from "./upkeep-notes";

/**
 * Those that no map lists of the notes that are a map's: of its folders, unless they name another one, or naming it.
 */
function unlistedOf(map: string, { notes, links, owners, maps }: Around): readonly string[] {
  // A link that has only lost its way to the note is a finding of its own.
  const isOpen = (path: string): boolean =>
    /\.md$/i.test(path) && !links.isListed(path) && links.timesWanted(path) === 0;
  const naming = notes.namersOf(map).filter((path) => isOpen(path) && firstMap(path, notes, maps) === map);
  const inFolders = owners
    .foldersOf(map)
    .flatMap((folder) => [...notes.filesIn(folder)])
    .filter((path) => isOpen(path) && (firstMap(path, notes, maps) ?? map) === map);
  return [...new Set([...naming, ...inFolders])].sort();
}

/** The map that a note names as the one above it; null where it names none. */
function firstMap(path: string, notes: UpkeepNotes, maps: Around["maps"]): string | null {
  return notes.upsOf(path).find((one) => maps.isMap(one)) ?? null;
}

interface Around {
  readonly notes: UpkeepNotes;
  readonly links: MapLinks;
  readonly owners: MapOwners;
  readonly maps: { isMap(path: string): boolean };
}

export function vaultFacts(
  ports: Pick<FindingPorts, "source" | "index" | "lengths" | "moves" | "isExcluded">,
  notes: UpkeepNotes,
  links: MapLinks,
  owners: MapOwners,
): VaultFacts {
  const { source, index, lengths, moves, isExcluded } = ports;
  return {
    ...{ files: source, notes, links, lengths, moves, isExcluded },
    roadmap: (path) => (index.isMap(path) ? index.roadmap(path) : null),
    unlistedOf: (map) => unlistedOf(map, { notes, links, owners, maps: index }),
  };
}
