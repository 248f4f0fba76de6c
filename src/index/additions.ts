// The edits that add notes to a map, each to the place that was chosen for it: made from one text, to be done together.
import { composedEdits } from "../core/edit/composed-edits";
import type { TextEdit } from "../core/edit/text-edit";
import type { MapText } from "../core/upkeep/insertion";
import { mapAfter, mapAfterSection } from "../core/upkeep/map-after";
import type { MapSection } from "../core/upkeep/map-sections";
import type { Corpus } from "../core/upkeep/place-corpus";
import type { OpenPlace, PlaceFinder } from "./place-finder";

/** The place where a note is to be listed. */
export interface ChosenPlace {
  readonly section: MapSection;
  /** The id of the entry that it comes behind, null before all; undefined: behind the one most like it. */
  readonly behind: string | null | undefined;
  /** The title of a section that is made for it, behind those beside `section`; null for none. */
  readonly newTitle: string | null;
}

export interface PlacedNote {
  /** The vault path of the note. */
  readonly path: string;
  readonly place: ChosenPlace;
}

/** The slot that was chosen in a section; the one most like the note where that is gone, or nothing was chosen. */
export function chosenSlot({ open, slot }: OpenPlace, behind: string | null | undefined): number | null {
  const chosen = open.slots.findIndex((one) => behind !== undefined && (one.behind?.id ?? null) === behind);
  return chosen < 0 ? slot : chosen;
}

export class Additions {
  /** The paths of the notes that each edit adds, in the order in which the edits were made. */
  private readonly notesOf = new Map<TextEdit, readonly string[]>();
  /** By the id of an entry, "" before all of a section, the entry that was added behind it. */
  private readonly behind = new Map<string, string>();
  private now: MapText;

  constructor(
    private readonly finder: PlaceFinder,
    private readonly map: MapText,
    private readonly corpus: Corpus,
  ) {
    this.now = map;
  }

  /**
   * Adds notes to sections that there are, then those that sections are made for. The edit that adds each, by its path;
   * none for those whose section is not there any more.
   */
  add(notes: readonly PlacedNote[]): ReadonlyMap<string, TextEdit> {
    for (const note of notes) if (note.place.newTitle === null) this.addOne(note);
    const made = new Map<string, PlacedNote[]>();
    for (const note of notes) {
      const { newTitle, section } = note.place;
      const key = JSON.stringify([section.division?.id, newTitle]);
      if (newTitle !== null) made.set(key, [...(made.get(key) ?? []), note]);
    }
    for (const some of made.values()) this.addSection(some);
    const composed = composedEdits(this.map.text, [...this.notesOf.keys()]);
    return new Map(
      composed.flatMap(({ edit, of }) =>
        of.flatMap((one) => (this.notesOf.get(one) ?? []).map((path) => [path, edit] as const)),
      ),
    );
  }

  private addOne({ path, place: { section, behind } }: PlacedNote): void {
    const place = this.finder.openPlace(path, section, this.now, this.corpus);
    if (!place) return;
    const { open } = place;
    const slot = this.behindOthers(open, chosenSlot(place, behind));
    const done = this.finder.insertion({ open, slot }, path);
    this.notesOf.set(done.edit, [path]);
    this.now = mapAfter(open, done, path);
    const above = slot === null ? null : (open.slots[slot]?.behind?.id ?? null);
    this.behind.set(above ?? keyOfTop(open), `new ${path}`);
  }

  /** Of notes that come to one place, each comes behind the one before it. */
  private behindOthers({ slots, ...open }: OpenPlace["open"], slot: number | null): number | null {
    let at = slot;
    for (let seen = 0; at !== null && seen <= slots.length; seen++) {
      const id = this.behind.get(slots[at]?.behind?.id ?? keyOfTop(open));
      const next = slots.findIndex(({ behind }) => id !== undefined && behind?.id === id);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  private addSection(notes: readonly PlacedNote[]): void {
    const [first] = notes;
    const paths = notes.map(({ path }) => path);
    const place = first && this.finder.openPlace(first.path, first.place.section, this.now, this.corpus);
    if (!place) return;
    const done = this.finder.newSection(place, first.place.newTitle ?? "", paths);
    this.notesOf.set(done.edit, paths);
    this.now = mapAfterSection(place.open, done);
  }
}

function keyOfTop({ section }: Pick<OpenPlace["open"], "section">): string {
  return `top of ${section.division?.id ?? ""}`;
}
