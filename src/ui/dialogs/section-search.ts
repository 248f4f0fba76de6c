// Finds a section of any map by a few letters of its title or of what is above it.
import { FuzzySuggestModal, type App, type FuzzyMatch } from "obsidian";
import type { Context } from "../../actions/context";
import { trailText } from "../../actions/titles";
import type { MapSection } from "../../core/upkeep/map-sections";
import { addSuggestion } from "../widgets/suggestion";

export class SectionSearch extends FuzzySuggestModal<MapSection> {
  /** Asked for again at each letter that is typed. */
  private readonly items: MapSection[];

  constructor(
    app: App,
    context: Pick<Context, "adding" | "words">,
    private readonly choose: (section: MapSection) => void,
  ) {
    super(app);
    this.setPlaceholder(context.words.adding.search);
    this.items = [...context.adding.finder.sections()];
  }

  override getItems(): MapSection[] {
    return this.items;
  }

  override getItemText(section: MapSection): string {
    return trailText(section.mapTitle, ...section.titles);
  }

  override renderSuggestion({ item: { titles, mapTitle, map } }: FuzzyMatch<MapSection>, el: HTMLElement): void {
    const above = [mapTitle, ...titles.slice(0, -1)];
    addSuggestion(el, titles.at(-1) ?? mapTitle, titles.length === 0 ? map : above.join(" › "));
  }

  override onChooseItem(section: MapSection): void {
    this.choose(section);
  }
}
