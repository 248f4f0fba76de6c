// The places of a note on the maps that list it, and what can be done from there.
import { placeOfNote, type NotePlace } from "../core/roadmap/place";
import type { Roadmap } from "../core/roadmap/model";
import type { Context } from "./context";
import { Marking } from "./marking";
import { trailText } from "./titles";

/** The roadmaps that list a note or file: of maps, then of folders. */
export function roadmapsListing(
  { index, totals, roadmaps }: Pick<Context, "index" | "totals" | "roadmaps">,
  path: string,
): readonly Roadmap[] {
  const maps = totals.mapsListing(path).flatMap((map) => index.roadmap(map) ?? []);
  return [...maps, ...roadmaps.foldersListing(path)];
}

/** Knows where notes stand, and from which map the reader came last. */
export class Places {
  private lastMap: string | null = null;
  readonly marking: Marking;

  constructor(private readonly context: Context) {
    this.marking = new Marking(context);
  }

  /** The reader has come to another note. */
  visit(): void {
    const path = this.context.navigation.activePath();
    if (path !== null && this.context.index.isMap(path)) this.lastMap = path;
  }

  /**
   * The places of the note in front of the reader, that on the map they came from first; none for maps and unlisted
   * notes.
   */
  active(): readonly NotePlace[] {
    const path = this.context.navigation.activePath();
    return path === null ? [] : this.of(path);
  }

  of(path: string): readonly NotePlace[] {
    if (this.context.index.isMap(path)) return [];
    const places = roadmapsListing(this.context, path).flatMap((roadmap) => placeOfNote(roadmap, path) ?? []);
    return places.sort((a, b) => Number(b.roadmap.path === this.lastMap) - Number(a.roadmap.path === this.lastMap));
  }

  /** The way to an entry in words: map › chapter › section. */
  trailOf({ roadmap, divisions }: NotePlace): string {
    return trailText(roadmap.title, ...divisions.map(({ title }) => title));
  }

  /** The same in little room: the map and what is nearest to the entry. */
  shortTrailOf({ roadmap, divisions }: NotePlace): string {
    const named = divisions.filter(({ title }) => title !== "");
    return trailText(roadmap.title, named.length > 1 ? "…" : "", named.at(-1)?.title ?? "");
  }

  /** Opens the entry before or after a place, if there is one. */
  step({ roadmap, previous, next }: NotePlace, to: "previous" | "next"): void {
    const entry = to === "next" ? next : previous;
    if (entry) this.context.navigation.openLink(entry.link.link, roadmap.path, false);
  }
}
