// Where a map lists a note: the divisions it stands in, and the entries before and after it.
import { allEntries, entriesOfRoadmap, type Division, type Entry, type Roadmap } from "./model";

export interface Place {
  readonly entry: Entry;
  /** From the chapter down; none in the preface. */
  readonly divisions: readonly Division[];
}

/** Where a division or one of its sections has an entry that fits; null if none has. */
function placeIn(division: Division, fits: (entry: Entry) => boolean, above: readonly Division[]): Place | null {
  const divisions = [...above, division];
  const entry = [...allEntries(division.entries)].find(fits);
  if (entry) return { entry, divisions };
  for (const section of division.sections) {
    const place = placeIn(section, fits, divisions);
    if (place) return place;
  }
  return null;
}

/** The first place in a map with an entry that fits; null if there is none. */
export function placeOf(roadmap: Roadmap, fits: (entry: Entry) => boolean): Place | null {
  const entry = [...allEntries(roadmap.entries)].find(fits);
  if (entry) return { entry, divisions: [] };
  for (const chapter of roadmap.chapters) {
    const place = placeIn(chapter, fits, []);
    if (place) return place;
  }
  return null;
}

/** The nearest entry behind a note, or before it, that leads to another note; null at the end of the map, and where the map does not list the note. */
export function neighbourOf(roadmap: Roadmap, path: string, direction: "before" | "behind"): Entry | null {
  const entries = [...entriesOfRoadmap(roadmap)].filter(({ kind }) => kind === "note" || kind === "file");
  const at = entries.findIndex((entry) => entry.path === path);
  if (at < 0) return null;
  const others = direction === "behind" ? entries.slice(at + 1) : entries.slice(0, at).reverse();
  return others.find((entry) => entry.path !== path) ?? null;
}
