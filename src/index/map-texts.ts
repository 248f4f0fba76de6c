// The start of every edit of a map: its text as it is now, and the roadmap that was read from just that text.
import { isLink } from "../core/roadmap/map-marks";
import { entriesOfRoadmap, type Roadmap } from "../core/roadmap/model";
import type { MapText } from "../core/upkeep/insertion";
import type { NoteEditing, Pace } from "./ports";
import type { RoadmapIndex } from "./roadmap-index";

/** In milliseconds: for so long a reader waits for an index that does not know what was written last. */
const PATIENCE = 5000;

export class MapTexts {
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly index: Pick<RoadmapIndex, "roadmap" | "onChange">,
    private readonly notes: Pick<NoteEditing, "read">,
    private readonly pace: Pick<Pace, "later">,
  ) {}

  /**
   * Waits for the index where the text is newer.
   * Null if the map is gone, or the index does not catch up within `patience` milliseconds.
   */
  async read(path: string, patience = PATIENCE): Promise<MapText | null> {
    do {
      const text = await this.notes.read(path);
      const roadmap = this.index.roadmap(path);
      if (!roadmap || text === null) return null;
      if (isReadFrom(roadmap, text)) return { roadmap, text };
    } while (await this.isReadAnew(path, patience));
    return null;
  }

  /** Whoever waits for the index gets null. */
  stop(): void {
    for (const giveUp of this.waiting) giveUp();
  }

  /** Resolves with true once the index has read a map anew; with false if it does not in time. */
  private isReadAnew(path: string, patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isAnew: boolean): void => {
        stopListening();
        stopWaiting();
        this.waiting.delete(giveUp);
        resolve(isAnew);
      };
      const giveUp = (): void => end(false);
      const stopListening = this.index.onChange(({ maps }) => maps.has(path) && end(true));
      const stopWaiting = this.pace.later(giveUp, patience);
      this.waiting.add(giveUp);
    });
  }
}

/** True if every entry stands in the text where the roadmap says. */
function isReadFrom(roadmap: Roadmap, text: string): boolean {
  for (const { link } of entriesOfRoadmap(roadmap)) if (!isLink(text.slice(link.from, link.to), link)) return false;
  return true;
}
