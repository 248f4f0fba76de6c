// The places of a note as plain data: sections with reasons in words, and the line as it would be written there.
import type { ReportedPlace } from "../core/upkeep/report";
import type { MapTexts } from "../index/map-texts";
import type { PlaceFinder } from "../index/place-finder";
import type { Words } from "../i18n/words";
import { reasonText } from "./place-words";

/** Finds the places of notes. */
export class PlaceProposals {
  constructor(
    private readonly finder: PlaceFinder,
    private readonly maps: Pick<MapTexts, "read">,
    private readonly words: Words,
  ) {}

  /** The best first, at most three; a map that changes just now is left out. Null if there is no such note. */
  async of(note: string): Promise<ReportedPlace[] | null> {
    if (!this.finder.facts(note)) return null;
    const corpus = this.finder.corpus();
    const found = this.finder.places(note, corpus).map(async (proposal): Promise<ReportedPlace[]> => {
      const { map, titles } = proposal.section;
      const text = await this.maps.read(map);
      const place = text && this.finder.openPlace(note, proposal.section, text, corpus);
      if (!place) return [];
      const { after, line } = this.finder.insertion(place, note);
      const reasons = proposal.reasons.map((reason) => reasonText(this.words, reason));
      const score = Math.round(proposal.score * 1000) / 1000;
      return [{ note, map, section: [...titles], after, score, reasons, preview: line }];
    });
    return (await Promise.all(found)).flat();
  }
}
