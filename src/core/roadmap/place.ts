// The place where a map lists a note: the divisions it stands in, and the entries before and after it.
import { allEntries, entriesOfRoadmap, type Division, type Entry, type Roadmap } from "./model";

export interface Place {
  readonly entry: Entry;
  /** From the chapter down; none in the preface. */
  readonly divisions: readonly Division[];
}

/** The place where a division or one of its sections has an entry that fits; null if none has. */
function placeIn(division: Division, fits: (entry: Entry) => boolean, above: readonly Division[]): Place | null {
  const divisions = [...above, division];
  const entry = allEntries(division.entries).find(fits);
  if (entry) return { entry, divisions };
  for (const section of division.sections) {
    const place = placeIn(section, fits, divisions);
    if (place) return place;
  }
  return null;
}

/** The first place in a map with an entry that fits; null if there is none. */
export function placeOf(roadmap: Roadmap, fits: (entry: Entry) => boolean): Place | null {
  const entry = allEntries(roadmap.entries).find(fits);
  if (entry) return { entry, divisions: [] };
  for (const chapter of roadmap.chapters) {
    const place = placeIn(chapter, fits, []);
    if (place) return place;
  }
  return null;
}

/**
 * The place of a note or file in a map: its first entry, and the nearest other notes and files in the order of the map;
 * null at its ends.
 */
export interface NotePlace extends Place {
  readonly roadmap: Roadmap;
  readonly previous: Entry | null;
  readonly next: Entry | null;
}

/** Null if the map does not list the note. */
export function placeOfNote(roadmap: Roadmap, path: string): NotePlace | null {
  const entries = entriesOfRoadmap(roadmap).filter(({ kind }) => kind === "note" || kind === "file");
  const at = entries.findIndex((entry) => entry.path === path);
  const place = at < 0 ? null : placeOf(roadmap, (entry) => entry === entries[at]);
  const isOther = (one: Entry): boolean => one.path !== path;
  return (
    place && {
      ...place,
      roadmap,
      previous: entries.slice(0, at).findLast(isOther) ?? null,
      next: entries.slice(at + 1).find(isOther) ?? null,
    }
  );
}
