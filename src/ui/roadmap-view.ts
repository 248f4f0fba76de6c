// The sidebar: shows one map's roadmap and follows the note in front of the reader.
// It writes nothing; what it shows changes because the index or the journal said so.
import { ItemView, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Filter } from "../core/filter";
import type { NextUp } from "../core/next";
import type { Context } from "./context";
import { Figures } from "./figures";
import { levelsOf, type Level } from "./folding";
import { Gestures } from "./gestures";
import type { HeaderActions } from "./header";
import { mapMenu } from "./map-choices";
import { MovedNotesModal } from "./moved-notes-modal";
import { nextOn } from "./overview";
import { RoadmapScreen } from "./roadmap-screen";
import { ShownMap } from "./shown-map";

export const ROADMAP_VIEW = "moc-path-roadmap";

export class RoadmapView extends ItemView {
  override navigation = false;
  override icon = "route";
  /** The Page preview that is shown for a row; null for none. */
  hoverPopover: HoverPopover | null = null;
  private readonly figures: Figures;
  private readonly gestures: Gestures;
  private readonly shown: ShownMap;
  /** Null while the view is not open. */
  private screen: RoadmapScreen | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly context: Context,
  ) {
    super(leaf);
    this.figures = new Figures(context.words);
    this.gestures = new Gestures(context, this);
    this.shown = new ShownMap(context, () => void this.app.workspace.requestSaveLayout());
  }

  override getViewType(): string {
    return ROADMAP_VIEW;
  }

  override getDisplayText(): string {
    return this.context.words.roadmap;
  }

  override getState(): Record<string, unknown> {
    return { map: this.shown.path };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const map: unknown = typeof state === "object" && state !== null && "map" in state ? state.map : null;
    if (typeof map === "string") this.showMap(map);
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl, context, figures, shown } = this;
    const screen = new RoadmapScreen(contentEl, context, figures, shown, {
      header: this.headerActions,
      tree: this.gestures,
      setFilter: (filter) => this.setFilter(filter),
      setLevel: (level) => this.setLevel(level),
      chooseMap: (path) => this.showMap(path),
    });
    this.screen = screen;
    this.register(() => screen.destroy());
    this.register(context.index.onChange(() => this.indexChanged()));
    this.register(context.progress.onChange(() => screen.planDraw()));
    this.register(context.movedNotes.onChange(() => screen.planDraw()));
    this.register(context.navigation.onActiveChange(() => this.follow()));
    this.register(context.navigation.onRename((path, oldPath) => this.renamed(path, oldPath)));
    this.follow();
  }

  protected override async onClose(): Promise<void> {
    this.screen = null;
    this.contentEl.empty();
  }

  override onResize(): void {
    this.screen?.planDraw();
  }

  /** The map that is shown; null for none. */
  get mapPath(): string | null {
    return this.shown.path;
  }

  /** What to go on with on this map; null where nothing is left, or no map is shown. */
  get next(): NextUp | null {
    const { roadmap } = this.shown;
    return roadmap && nextOn(this.context, roadmap);
  }

  /** Opens what to go on with. */
  openNext(): void {
    this.gestures.openNext(null);
  }

  /** Shows a map's roadmap, from which Back leads nowhere. */
  showMap(path: string): void {
    this.shown.show(path);
    this.screen?.draw();
  }

  /** Shows another map, from which Back leads here. */
  goTo(path: string): void {
    this.shown.goTo(path);
    this.screen?.draw();
  }

  toggle(id: string): void {
    this.shown.toggle(id);
    this.screen?.draw();
  }

  /** Shows everything down to a level, and nothing below it. */
  setLevel(level: Level): void {
    this.shown.setLevel(level);
    this.screen?.draw();
  }

  /** The levels to choose from; none while no map is shown. */
  get levels(): readonly Level[] {
    const { roadmap } = this.shown;
    return roadmap ? levelsOf(roadmap) : [];
  }

  /** The keyboard goes to the search. */
  search(): void {
    this.screen?.searchBar.focus();
  }

  regainFocus(): void {
    this.screen?.tree.regainFocus();
  }

  private setFilter(filter: Filter): void {
    this.shown.setFilter(filter);
    this.screen?.draw();
  }

  /** A map in front of the reader is shown; a note that the map lists is revealed. */
  private follow(): void {
    this.adoptActiveMap();
    this.screen?.draw();
    this.revealActive();
  }

  private adoptActiveMap(): void {
    const path = this.context.navigation.activePath();
    if (path !== null && path !== this.shown.path && this.context.index.isMap(path)) this.shown.show(path);
  }

  /** Brings the entry of the note in front of the reader into view, if the map lists it. */
  private revealActive(): void {
    const path = this.context.navigation.activePath();
    if (path !== null) this.screen?.tree.reveal((row) => row.kind === "entry" && row.entry.path === path);
  }

  private indexChanged(): void {
    // Until the index knew it, the map in front of the reader was a note like any other.
    if (this.shown.path === null) this.adoptActiveMap();
    this.screen?.planDraw();
  }

  private renamed(path: string, oldPath: string): void {
    this.shown.renamed(path, oldPath);
    this.screen?.planDraw();
  }

  private readonly headerActions: HeaderActions = {
    switchMap: (event) => void mapMenu(this.context, this.figures, this.shown.path, (path) => this.showMap(path)).showAtMouseEvent(event),
    goBack: () => {
      this.shown.goBack();
      this.screen?.draw();
    },
    openNext: (event) => this.gestures.openNext(event),
    showMap: (path) => {
      this.goTo(path);
      this.revealActive();
    },
    openRelation: (relation, event) => this.gestures.followRelation(relation, event),
    retrySaving: () => void this.context.progress.flush(),
    reviewMoved: () => new MovedNotesModal(this.app, this.context.movedNotes, this.context.words).open(),
  };
}
