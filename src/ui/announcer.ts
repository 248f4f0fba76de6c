// Says to screen readers what a mark did: the entry's new state, and how far along the map is.
import { entriesOfRoadmap, type Roadmap } from "../core/model";
import type { Context } from "./context";
import type { Figures } from "./figures";

export class Announcer {
  private readonly el: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly context: Context,
    private readonly figures: Figures,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-live", attr: { role: "status", "aria-live": "polite" } });
  }

  /** Tells of targets that have another state, as far as the map lists them. */
  tell(roadmap: Roadmap, targets: ReadonlySet<string>): void {
    const { words, progress, totals } = this.context;
    const changed = new Map(entriesOfRoadmap(roadmap).filter(({ target }) => targets.has(target)).map((entry) => [entry.target, entry.title]));
    const [first] = changed;
    if (!first) return;
    const counts = this.figures.doneOfInWords(totals.tallyOfRoadmap(roadmap));
    const [target, title] = first;
    this.el.setText(changed.size === 1 ? `${title}, ${words.states[progress.state(target)]}, ${counts}` : counts);
  }
}
