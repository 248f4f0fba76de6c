// Rates entries for a reader: in the map's own text, which is said, with undo at hand.
import { FuzzySuggestModal, Notice, type App } from "obsidian";
import type { Entry } from "../core/model";
import { ratingEdits } from "../core/rating-edits";
import type { RoadmapIndex } from "../index/roadmap-index";
import type { MapEdits } from "../index/map-edits";
import type { Words } from "../i18n/words";

const USUAL_SCALE = 5;

export class Ratings {
  constructor(
    private readonly app: App,
    private readonly index: Pick<RoadmapIndex, "roadmap">,
    private readonly edits: MapEdits,
    private readonly words: Words,
  ) {}

  /** Asks for the rating of a map's entries, and writes it. */
  choose(map: string, entries: readonly Entry[]): void {
    const scale = Math.min(...entries.map(({ rating }) => rating?.of ?? USUAL_SCALE));
    new RatingChoice(this.app, this.words, scale, (value) => this.rate(map, entries, value)).open();
  }

  /** Gives a map's entries a rating, or with 0 takes theirs away, as one action. */
  rate(map: string, entries: readonly Entry[], value: number): void {
    this.write(map, entries, value).catch((error: unknown) => new Notice(this.words.cannotRate(error instanceof Error ? error.message : String(error))));
  }

  private async write(map: string, entries: readonly Entry[], value: number): Promise<void> {
    const [roadmap, text] = [this.index.roadmap(map), await this.edits.read(map)];
    if (!roadmap || text === null) return;
    const { edits, refused } = ratingEdits(roadmap, entries, text, value);
    const results = edits.length > 0 ? await this.edits.apply(map, edits) : [];
    const isMoved = results.some((result) => result === "moved" || result === "missing");
    const [why] = isMoved ? ["stale" as const] : refused;
    if (why !== undefined) new Notice(this.words.notRated[why]);
  }
}

class RatingChoice extends FuzzySuggestModal<number> {
  constructor(
    app: App,
    private readonly words: Words,
    private readonly scale: number,
    private readonly choose: (value: number) => void,
  ) {
    super(app);
    this.setPlaceholder(words.rate);
  }

  override getItems(): number[] {
    return [...Array(this.scale + 1).keys()].reverse();
  }

  override getItemText(value: number): string {
    return value === 0 ? this.words.noRating : `${"★".repeat(value)} ${value}`;
  }

  override onChooseItem(value: number): void {
    this.choose(value);
  }
}
