// All that has an identity in a roadmap, in the order of the map, each with the division that it stands in.
import { divisionName } from "./ids";
import { allEntries, type Division, type Entry, type Roadmap } from "./model";

/**
 * A division or an entry, and the division that it stands in; null for chapters, and for the entries of the preface.
 */
export interface Placed<T> {
  readonly one: T;
  readonly parent: Division | null;
  /** The titles on the way to its parent. */
  readonly way: string;
}

/** All that has an identity, in the order of the map. */
export class Listing {
  readonly divisions: Placed<Division>[] = [];
  readonly entries: Placed<Entry>[] = [];

  constructor({ entries, chapters }: Roadmap) {
    this.add(entries, chapters, null, "");
  }

  private add(entries: readonly Entry[], divisions: readonly Division[], parent: Division | null, way: string): void {
    for (const one of allEntries(entries)) this.entries.push({ one, parent, way });
    for (const one of divisions) {
      this.divisions.push({ one, parent, way });
      this.add(one.entries, one.sections, one, divisionName(way, one.title));
    }
  }
}
