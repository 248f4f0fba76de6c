// Goes to any map of the vault by a few letters of its title, with the progress of each.
import { FuzzySuggestModal, type App, type FuzzyMatch } from "obsidian";
import type { Context } from "../../actions/context";
import { Figures } from "../widgets/figures";
import { knownProgressOfMap, mapChoices, type MapChoice } from "../../actions/map-choices";
import { ALL_MAPS } from "../../core/roadmap/unwritten";

export class MapSwitcher extends FuzzySuggestModal<MapChoice> {
  private readonly figures: Figures;
  /** Asked for again at each letter that is typed. */
  private readonly items: MapChoice[];

  /** `first` are choices that stand before the maps. */
  constructor(
    app: App,
    private readonly context: Context,
    private readonly choose: (path: string) => void,
    first: readonly MapChoice[] = [],
  ) {
    super(app);
    this.figures = new Figures(context.words);
    this.setPlaceholder(context.words.switchMap);
    this.items = [...first, ...mapChoices(context)];
  }

  /** With all maps together as the first choice. */
  static withAll(app: App, context: Context, choose: (path: string) => void): MapSwitcher {
    return new MapSwitcher(app, context, choose, [{ path: ALL_MAPS, title: context.words.allMaps }]);
  }

  override getItems(): MapChoice[] {
    return this.items;
  }

  override getItemText({ title, path }: MapChoice): string {
    return `${title} ${path}`;
  }

  override renderSuggestion({ item: { title, path } }: FuzzyMatch<MapChoice>, el: HTMLElement): void {
    const { words } = this.context;
    el.addClass("mod-complex");
    const contentEl = el.createDiv("suggestion-content");
    contentEl.createDiv({ cls: "suggestion-title", text: title, attr: { dir: "auto" } });
    const note = path === ALL_MAPS ? words.maps(this.context.index.maps().length) : path;
    contentEl.createDiv({ cls: "suggestion-note", text: note, attr: { dir: "auto" } });
    el.createDiv("suggestion-aux").createSpan({
      cls: "suggestion-flair moc-path-count",
      text: this.figures.percent(knownProgressOfMap(this.context, path)),
    });
  }

  override onChooseItem({ path }: MapChoice): void {
    this.choose(path);
  }
}
