// The places of a note as plain data: sections with reasons in words, and the line as it would be written there.
import type { MapTexts } from "../index/map-texts";
import type { PlaceFinder } from "../index/place-finder";
import type { Words } from "../i18n/words";
import { reasonText } from "./place-words";

export interface ProposedPlace {
  readonly note: string;
  readonly map: string;
  /** Titles, from the chapter down; none for the entries before the first chapter. */
  readonly section: string[];
  /** The line that the new one comes behind, counted from 0; -1 at the very top. */
  readonly after: number;
  /** Comparable only for one note. */
  readonly score: number;
  /** True for the first of all, where it fits twice as well as any other. */
  readonly confident: boolean;
  readonly reasons: string[];
  /** The new line, or the line that the note is added to. */
  readonly preview: string;
}

/** Finds the places of notes. */
export class PlaceProposals {
  constructor(
    private readonly finder: PlaceFinder,
    private readonly maps: Pick<MapTexts, "read">,
    private readonly words: Words,
  ) {}

  /** The best first, at most three; a map that changes just now is left out. Null if there is no such note. */
  async of(note: string): Promise<ProposedPlace[] | null> {
    if (!this.finder.facts(note)) return null;
    const corpus = this.finder.corpus();
    const found = this.finder.places(note, corpus).map(async (proposal): Promise<ProposedPlace[]> => {
      const { map, titles } = proposal.section;
      const text = await this.maps.read(map);
      const place = text && this.finder.openPlace(note, proposal.section, text, corpus);
      if (!place) return [];
      const { after, line } = this.finder.insertion(place, note);
      const reasons = proposal.reasons.map((reason) => reasonText(this.words, reason));
      const score = Math.round(proposal.score * 1000) / 1000;
      const { isConfident: confident } = proposal;
      return [{ note, map, section: [...titles], after, score, confident, reasons, preview: line }];
    });
    return (await Promise.all(found)).flat();
  }
}
