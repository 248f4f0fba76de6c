// Entries of the roadmap before, found again in the same order: an edit leaves most links where they led.
import type { Entry } from "./model";
import type { WrittenLink } from "../read/written";

/** How many entries ahead are searched; what lies further off was cut out as a whole, and its links are resolved anew. */
const REACH = 64;

export class LinkReuse {
  private at = 0;

  /** `entries` are those of a roadmap whose links lead where they did. */
  constructor(private readonly entries: readonly Entry[]) {}

  /** The next entry with this link; null where none is near. */
  find({ link, web }: WrittenLink): Entry | null {
    const { entries, at } = this;
    for (let index = at; index < Math.min(at + REACH, entries.length); index++) {
      const entry = entries[index];
      if (entry?.link.link !== link || entry.link.web !== web) continue;
      this.at = index + 1;
      return entry;
    }
    return null;
  }
}
