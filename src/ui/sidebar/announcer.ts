// Says to screen readers what a mark or a rating did, and what the reader is answered: the entry's new state, and how
// far along the map is; the entry's new stars.
import { entriesOfRoadmap, type Roadmap } from "../../core/roadmap/model";
import type { Context } from "../../actions/context";
import type { Figures } from "../widgets/figures";
import type { Rated } from "../../actions/ratings";
import { USUAL_SCALE } from "../../core/notation/rating";

export class Announcer {
  private readonly el: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly context: Context,
    private readonly figures: Figures,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-live", attr: { role: "status", "aria-live": "polite" } });
  }

  say(message: string): void {
    // The same text as before would be no change, and would not be said again.
    this.el.setText(message === this.el.textContent ? `${message}\u00A0` : message);
  }

  /** Tells of targets that have another state, as far as the map lists them. */
  tell(roadmap: Roadmap, targets: ReadonlySet<string>): void {
    const { words, progress, totals } = this.context;
    const changed = new Map(
      entriesOfRoadmap(roadmap)
        .filter(({ target }) => targets.has(target))
        .map((entry) => [entry.target, entry.title]),
    );
    const [first] = changed;
    if (!first) return;
    const counts = this.figures.doneOfInWords(totals.tallyOfRoadmap(roadmap));
    const [target, title] = first;
    this.say(changed.size === 1 ? `${title}, ${words.states[progress.state(target)]}, ${counts}` : counts);
  }

  /** Tells of entries that have another rating. */
  tellRated({ entries, value }: Rated): void {
    const { words } = this.context;
    const [first] = entries;
    if (!first) return;
    const rating = { value, of: first.rating?.of ?? USUAL_SCALE, label: first.rating?.label ?? null };
    const stars = value === 0 ? words.rating.none : this.figures.rating(rating);
    this.say(`${entries.length === 1 ? first.title : words.entries(entries.length)}, ${stars}`);
  }
}
