// Ratings in the map that differ from the one that the note gives itself.
import { rewritten } from "../edit/rating-style";
import type { Rating } from "../notation/rating";
import { entriesOfRoadmap, type Entry } from "../roadmap/model";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Fix, Search } from "./finding";
import { ratingOfProperty, withRating, type NoteRating } from "./note-rating";
import type { VaultFacts } from "./vault-facts";

const PROPERTY = "rating";

function isSame(map: Rating, note: NoteRating): boolean {
  return Math.abs(map.value / map.of - note.value / note.of) < 1e-6;
}

/** The map's run, as the note says it. */
function inMap(rating: Rating, note: NoteRating, text: string, map: CheckedMap): Fix | null {
  const value = (note.value / note.of) * rating.of;
  if (!Number.isInteger(value) || value < 1) return null;
  const words = rewritten(text, rating, value, map.ratingStyle);
  return words === text ? null : fixOf(words, [map.edit(rating.range, words)]);
}

/** The note's property, as the map says it. */
function inNote(rating: Rating, note: NoteRating, path: string, map: CheckedMap): Fix | null {
  const after = withRating(note, rating, map.ratingStyle);
  if (after === null || after === note.written) return null;
  return {
    title: `${PROPERTY}: ${after}`,
    edits: [],
    property: { path, name: PROPERTY, before: note.written, after },
  };
}

function findingOf({ rating, path, link, target }: Entry, map: CheckedMap, vault: VaultFacts): Finding | null {
  // A rating that has a name of its own, as of how hard a note is, says something else.
  if (rating === null || rating.label !== null || path === null || path !== target) return null;
  const note = ratingOfProperty(vault.notes.factsOf(path)?.properties[PROPERTY], rating.of);
  if (note === null || isSame(rating, note)) return null;
  const text = map.text.slice(rating.range.from, rating.range.to);
  const fixes = [inMap(rating, note, text, map), inNote(rating, note, path, map)].filter((fix) => fix !== null);
  const reason = { code: "rating" as const, map: text, note: note.written };
  const line = map.lineAt(rating.range.from);
  return map.finding({ kind: "rating", class: "choose", line, text: link.text, target, reason, fixes });
}

export function* findRatings(map: CheckedMap, vault: VaultFacts): Search {
  for (const entry of entriesOfRoadmap(map.roadmap)) yield findingOf(entry, map, vault);
}
