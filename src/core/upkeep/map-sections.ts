// The sections of a map that a note can be added to, each with the notes that it lists.
import { allEntries, type Division, type Entry, type Roadmap } from "../roadmap/model";

export interface MapSection {
  /** The vault path of its map. */
  readonly map: string;
  readonly mapTitle: string;
  /** Null for the preface. */
  readonly division: Division | null;
  /** From the chapter down to itself; none for the preface. */
  readonly titles: readonly string[];
  /** In the order of the map, nested ones included. */
  readonly entries: readonly Entry[];
  /** The vault paths of the notes and maps among them. */
  readonly notes: ReadonlySet<string>;
}

function toSection(roadmap: Roadmap, division: Division | null, titles: readonly string[]): MapSection {
  const entries = allEntries(division ? division.entries : roadmap.entries);
  const paths = entries.flatMap(({ kind, path }) => (path !== null && (kind === "note" || kind === "map") ? path : []));
  return { map: roadmap.path, mapTitle: roadmap.title, division, titles, entries, notes: new Set(paths) };
}

/** The preface if it lists something, and every division that lists something or has no sections below it. */
export function sectionsOf(roadmap: Roadmap): readonly MapSection[] {
  const found = roadmap.entries.length > 0 ? [toSection(roadmap, null, [])] : [];
  const add = (divisions: readonly Division[], above: readonly string[]): void => {
    for (const division of divisions) {
      const titles = [...above, division.title];
      if (division.entries.length > 0 || division.sections.length === 0)
        found.push(toSection(roadmap, division, titles));
      add(division.sections, titles);
    }
  };
  add(roadmap.chapters, []);
  return found;
}
