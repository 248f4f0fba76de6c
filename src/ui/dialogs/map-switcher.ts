// Goes to any map of the vault by a few letters of its title, with the progress of each.
import { FuzzySuggestModal, type App, type FuzzyMatch } from "obsidian";
import type { Context } from "../../actions/context";
import { Figures } from "../widgets/figures";
import { mapChoices, type MapChoice } from "../../actions/map-choices";

export class MapSwitcher extends FuzzySuggestModal<MapChoice> {
  private readonly figures: Figures;

  constructor(
    app: App,
    private readonly context: Context,
    private readonly choose: (path: string) => void,
  ) {
    super(app);
    this.figures = new Figures(context.words);
    this.setPlaceholder(context.words.switchMap);
  }

  override getItems(): MapChoice[] {
    return [...mapChoices(this.context)];
  }

  override getItemText({ title, path }: MapChoice): string {
    return `${title} ${path}`;
  }

  override renderSuggestion({ item: { title, path, progress } }: FuzzyMatch<MapChoice>, el: HTMLElement): void {
    el.addClass("mod-complex");
    const contentEl = el.createDiv("suggestion-content");
    contentEl.createDiv({ cls: "suggestion-title", text: title, attr: { dir: "auto" } });
    contentEl.createDiv({ cls: "suggestion-note", text: path, attr: { dir: "auto" } });
    el.createDiv("suggestion-aux").createSpan({
      cls: "suggestion-flair moc-path-count",
      text: this.figures.percent(progress),
    });
  }

  override onChooseItem({ path }: MapChoice): void {
    this.choose(path);
  }
}
