// Rates entries for a reader: in the map's own text, which is said, with undo at hand.
import { Listeners } from "../core/base/listeners";
import { errorText, type Log } from "../core/base/log";
import { ratingEdits, type RatingRefusal } from "../core/edit/rating-edits";
import { USUAL_SCALE } from "../core/notation/rating";
import { entriesOfRoadmap, type Entry } from "../core/roadmap/model";
import type { MapTexts } from "../index/map-texts";
import type { EditLabel } from "../progress/kept-action";
import type { Words } from "../i18n/words";
import type { EditActions, WantedEdits } from "./edit-actions";
import type { Notifier } from "./notifier";

/** Entries of a map as they were, and the rating that they have now; 0 for none. */
export interface Rated {
  readonly map: string;
  readonly entries: readonly Entry[];
  readonly value: number;
}

/** The entries that a reader is asked to rate. */
export interface ToRate {
  /** The entry's title; of several how many they are. */
  readonly name: string;
  readonly scale: number;
  /** The rating that all of them have now, 0 for none; null where they differ. */
  readonly now: number | null;
}

interface WantedRatings extends WantedEdits {
  /** True if not all of the entries are there any more. */
  readonly isPart: boolean;
  readonly refusal: RatingRefusal | null;
}

export class Ratings {
  private readonly listeners = new Listeners<[rated: Rated]>((error, { map }) =>
    this.log(`What follows ratings failed at ${map}.`, error),
  );

  constructor(
    /** Asks the reader for a rating from 0, for none, up to a scale; `give` is called with it. */
    private readonly ask: (rated: ToRate, give: (value: number) => void) => void,
    private readonly maps: Pick<MapTexts, "read">,
    private readonly edits: Pick<EditActions, "apply">,
    private readonly words: Words,
    private readonly notifier: Notifier,
    private readonly log: Log,
  ) {}

  /** Asks for the rating of a map's entries, and writes it. */
  choose(map: string, entries: readonly Entry[]): void {
    const [first] = entries;
    if (!first) return;
    const scale = Math.min(...entries.map(({ rating }) => rating?.of ?? USUAL_SCALE));
    const [now, ...others] = new Set(entries.map(({ rating }) => rating?.value ?? 0));
    const name = entries.length === 1 ? first.title : this.words.entries(entries.length);
    this.ask({ name, scale, now: others.length === 0 ? (now ?? 0) : null }, (value) => this.rate(map, entries, value));
  }

  /** Gives a map's entries a rating, or with 0 takes theirs away, as one action. */
  rate(map: string, entries: readonly Entry[], value: number): void {
    this.refusal(map, new Set(entries.map(({ id }) => id)), value).then(
      (why) => {
        if (why === "part") this.notifier.tell(this.words.ratedInPart);
        else if (why !== null) this.notifier.tell(why === "stale" ? this.words.mapChanged : this.words.notRated[why]);
        else this.listeners.tell({ map, entries, value });
      },
      (error: unknown) => this.notifier.tell(this.words.cannotRate(errorText(error))),
    );
  }

  /** Calls back when all that a reader asked for is written; returns what ends that. */
  onRated(listener: (rated: Rated) => void): () => void {
    return this.listeners.add(listener);
  }

  /**
   * Writes what can be written, and says why something could not; `part` where only the rest could, null where all is
   * written.
   */
  private async refusal(map: string, ids: ReadonlySet<string>, value: number): Promise<RatingRefusal | "part" | null> {
    const done = await this.edits.apply(() => this.wanted(map, ids, value));
    if (!done) return "stale";
    const { results, failures } = done.outcome;
    const [reason] = failures.values();
    if (reason !== undefined) throw new Error(reason);
    const isStale = done.wanted.isPart || results.some((result) => result === "moved" || result === "missing");
    const why = isStale ? "stale" : done.wanted.refusal;
    return why !== null && results.includes("written") ? "part" : why;
  }

  /** The edits by the map's text as it is now; null if the map is gone. */
  private async wanted(map: string, ids: ReadonlySet<string>, value: number): Promise<WantedRatings | null> {
    const now = await this.maps.read(map);
    if (!now) return null;
    // Since they were shown, the map may have been read anew.
    const entries = entriesOfRoadmap(now.roadmap).filter(({ id }) => ids.has(id));
    const { edits, refused } = ratingEdits(now.roadmap, entries, now.text, value);
    const [refusal = null] = refused;
    return { edits, label: this.label(entries, value), isPart: entries.length < ids.size, refusal };
  }

  private label(entries: readonly Entry[], value: number): EditLabel {
    const { words } = this;
    const of = entries[0]?.rating?.of ?? USUAL_SCALE;
    const saying = (stars: number, scale: number): string =>
      stars === 0 ? words.rating.none.toLowerCase() : words.stars(String(stars), String(scale));
    const [before = "", ...others] = new Set(entries.map(({ rating }) => saying(rating?.value ?? 0, rating?.of ?? of)));
    const [first] = entries;
    return {
      name: first && entries.length === 1 ? first.title : words.entries(entries.length),
      before: others.length === 0 ? before : words.asBefore,
      after: saying(value, of),
      target: first?.target ?? null,
    };
  }
}
