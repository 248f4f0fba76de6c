// Goes to any map of the vault by a few letters of its title, with the progress of each.
import { FuzzySuggestModal, setIcon, type App, type FuzzyMatch } from "obsidian";
import type { Context } from "../../actions/context";
import { Figures } from "../widgets/figures";
import { addSuggestion } from "../widgets/suggestion";
import { folderChoices, mapChoices, type MapChoice } from "../../actions/map-choices";
import { knownProgressOfMap } from "../../actions/map-progress";
import { ALL_MAPS, isFolderPath } from "../../core/roadmap/unwritten";

export class MapSwitcher extends FuzzySuggestModal<MapChoice> {
  private readonly figures: Figures;
  /** Asked for again at each letter that is typed. */
  private readonly items: MapChoice[];

  /** Offers maps alone; `isWhole` all that can be shown: all maps together before them, and folders behind them. */
  constructor(
    app: App,
    private readonly context: Context,
    private readonly choose: (path: string) => void,
    isWhole = false,
  ) {
    super(app);
    this.figures = new Figures(context.words);
    this.setPlaceholder(isWhole ? context.words.switchMap : context.words.insertBlock);
    const maps = mapChoices(context);
    const all = maps.length > 0 ? [{ path: ALL_MAPS, title: context.words.allMaps }] : [];
    this.items = isWhole ? [...all, ...maps, ...folderChoices(context)] : [...maps];
  }

  override getItems(): MapChoice[] {
    return this.items;
  }

  override getItemText({ title, path }: MapChoice): string {
    return `${title} ${path}`;
  }

  override renderSuggestion({ item: { title, path } }: FuzzyMatch<MapChoice>, el: HTMLElement): void {
    const { words } = this.context;
    addSuggestion(el, title, path === ALL_MAPS ? words.maps(this.context.index.maps().length) : path);
    const auxEl = el.createDiv("suggestion-aux");
    if (isFolderPath(path)) setIcon(auxEl.createSpan("suggestion-flair"), "folder");
    else
      auxEl.createSpan({
        cls: "suggestion-flair moc-path-count",
        text: this.figures.percent(knownProgressOfMap(this.context, path)),
      });
  }

  override onChooseItem({ path }: MapChoice): void {
    this.choose(path);
  }
}
