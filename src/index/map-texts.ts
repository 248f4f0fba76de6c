// The start of every edit of a map: its text as it is now, and the roadmap that was read from just that text.
import { isLink } from "../core/roadmap/map-marks";
import { entriesOfRoadmap, type Roadmap } from "../core/roadmap/model";
import type { NoteEditing } from "./ports";
import type { RoadmapIndex } from "./roadmap-index";

export interface MapText {
  readonly roadmap: Roadmap;
  readonly text: string;
}

/** The most checks for whether the index has read what was written last. */
const MOST_LOOKS = 20;

export class MapTexts {
  constructor(
    private readonly index: Pick<RoadmapIndex, "roadmap">,
    private readonly notes: Pick<NoteEditing, "read" | "pause">,
  ) {}

  /**
   * Waits for the index where the text is newer.
   * Null if the map is gone, or the index does not catch up within a second.
   */
  async read(path: string): Promise<MapText | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const text = await this.notes.read(path);
      const roadmap = this.index.roadmap(path);
      if (!roadmap || text === null) return null;
      if (isReadFrom(roadmap, text)) return { roadmap, text };
      await this.notes.pause();
    }
    return null;
  }
}

/** True if every entry stands in the text where the roadmap says. */
function isReadFrom(roadmap: Roadmap, text: string): boolean {
  for (const { link } of entriesOfRoadmap(roadmap)) if (!isLink(text.slice(link.from, link.to), link)) return false;
  return true;
}
