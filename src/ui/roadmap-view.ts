// The sidebar: shows one map's roadmap and follows the note in front of the reader.
// It writes nothing; what it shows changes because the index or the journal said so.
import { ItemView, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { entriesOfRoadmap, type Roadmap } from "../core/model";
import type { NextUp } from "../core/next";
import { entryTest, filtered, isFiltering, NO_FILTER, wordsOf, type Filter } from "../core/filter";
import type { Context } from "./context";
import { drawEmptyState } from "./empty-state";
import { Figures } from "./figures";
import { Gestures } from "./gestures";
import { drawHeader, type HeaderActions } from "./header";
import { mapChoices, mapMenu, progressOfMap } from "./map-choices";
import { nextOn, overviewOf } from "./overview";
import { flatten, foldableIds, type Row, type RowSources } from "./rows";
import { MovedNotesModal } from "./moved-notes-modal";
import { offeredBy, SearchBar } from "./search-bar";
import { Tree } from "./tree";

export const ROADMAP_VIEW = "moc-path-roadmap";

/** The elements of an open view. */
interface Parts {
  readonly headerEl: HTMLElement;
  readonly searchBar: SearchBar;
  readonly tree: Tree;
  readonly emptyEl: HTMLElement;
}

export class RoadmapView extends ItemView {
  override navigation = false;
  override icon = "route";
  /** The Page preview that is shown for a row; null for none. */
  hoverPopover: HoverPopover | null = null;
  private readonly figures: Figures;
  /** The map that is shown; null for none. */
  mapPath: string | null = null;
  private readonly gestures: Gestures;
  /** Maps gone through on the way to this one, for Back. */
  private trail: readonly string[] = [];
  private folds: ReadonlySet<string> = new Set();
  private filter: Filter = NO_FILTER;
  /** Rows folded since the filter was set: while it is on, everything is unfolded at first. */
  private filterFolds: ReadonlySet<string> = new Set();
  private parts: Parts | null = null;
  private isDrawPlanned = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly context: Context,
  ) {
    super(leaf);
    this.figures = new Figures(context.words);
    this.gestures = new Gestures(context, this);
  }

  override getViewType(): string {
    return ROADMAP_VIEW;
  }

  override getDisplayText(): string {
    return this.context.words.roadmap;
  }

  override getState(): Record<string, unknown> {
    return { map: this.mapPath };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const map: unknown = typeof state === "object" && state !== null && "map" in state ? state.map : null;
    if (typeof map === "string") this.showMap(map, []);
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl, context } = this;
    contentEl.empty();
    contentEl.addClass("moc-path-view");
    const headerEl = contentEl.createDiv("moc-path-header");
    const searchBar = new SearchBar(contentEl.createDiv("moc-path-search"), context.words, this.searchActions);
    const tree = new Tree(contentEl, context.words, this.figures, this.gestures);
    const emptyEl = contentEl.createDiv("moc-path-empty-host");
    this.parts = { headerEl, searchBar, tree, emptyEl };
    this.register(() => tree.destroy());
    this.register(context.index.onChange(() => this.planDraw()));
    this.register(context.progress.onChange(() => this.planDraw()));
    this.register(context.movedNotes.onChange(() => this.planDraw()));
    this.register(context.navigation.onActiveChange(() => this.follow()));
    this.register(context.navigation.onRename((path, oldPath) => this.renamed(path, oldPath)));
    this.follow();
  }

  protected override async onClose(): Promise<void> {
    this.parts = null;
    this.contentEl.empty();
  }

  override onResize(): void {
    this.planDraw();
  }

  /** Shows a map's roadmap. `trail` are the maps that Back leads to. */
  showMap(path: string, trail: readonly string[]): void {
    this.trail = trail;
    if (path !== this.mapPath) this.chooseMap(path);
    this.draw();
  }

  /** A map in front of the reader is shown; a note that the map lists is revealed. */
  private follow(): void {
    this.adoptActiveMap();
    this.draw();
    this.revealActive();
  }

  /** Brings the entry of the note in front of the reader into view, if the map lists it. */
  private revealActive(): void {
    const path = this.context.navigation.activePath();
    if (path !== null) this.parts?.tree.reveal((row) => row.kind === "entry" && row.entry.path === path);
  }

  private adoptActiveMap(): void {
    const path = this.context.navigation.activePath();
    if (path === null || path === this.mapPath || !this.context.index.isMap(path)) return;
    this.trail = [];
    this.chooseMap(path);
  }

  private chooseMap(path: string): void {
    this.mapPath = path;
    this.folds = this.context.viewMemory.folds(path);
    this.filter = this.context.viewMemory.filter(path);
    this.filterFolds = new Set();
    void this.app.workspace.requestSaveLayout();
  }

  /** The map that is shown, or one on the way to it, has another path. */
  private renamed(path: string, oldPath: string): void {
    this.trail = this.trail.map((one) => (one === oldPath ? path : one));
    if (this.mapPath !== oldPath) return;
    this.mapPath = path;
    void this.app.workspace.requestSaveLayout();
    this.planDraw();
  }

  /** Many changes within a frame are drawn once. */
  private planDraw(): void {
    if (this.isDrawPlanned) return;
    this.isDrawPlanned = true;
    this.contentEl.win.requestAnimationFrame(() => {
      this.isDrawPlanned = false;
      this.draw();
    });
  }

  private draw(): void {
    if (!this.parts) return;
    // Until the index knew it, the map in front of the reader was a note like any other.
    if (this.mapPath === null) this.adoptActiveMap();
    const roadmap = this.mapPath === null ? null : this.context.index.roadmap(this.mapPath);
    this.parts.headerEl.toggle(roadmap !== null);
    this.parts.searchBar.setShown(roadmap !== null);
    if (roadmap) this.drawRoadmap(roadmap, this.parts);
    else this.drawNone(this.parts);
  }

  private drawRoadmap(roadmap: Roadmap, parts: Parts): void {
    const { context, figures } = this;
    const model = { ...overviewOf(context, roadmap), canGoBack: this.trail.length > 0, isAllCollapsed: this.isAllCollapsed(roadmap) };
    drawHeader(parts.headerEl, model, this.headerActions, context.words, figures);
    parts.searchBar.show(this.filter, offeredBy(entriesOfRoadmap(roadmap), context.totals.linesOf));
    this.drawRows(flatten(this.narrowed(roadmap), this.rowSources()), parts);
  }

  /** What is left of a roadmap by the filter that is on. */
  private narrowed(roadmap: Roadmap): Roadmap {
    if (!isFiltering(this.filter)) return roadmap;
    return filtered(roadmap, entryTest(this.filter, this.rowSources()));
  }

  private drawRows(rows: readonly Row[], { tree, emptyEl }: Parts): void {
    const { words } = this.context;
    tree.setShown(rows.length > 0);
    tree.setRows(rows);
    emptyEl.empty();
    if (rows.length > 0) return;
    const clear = { text: words.clearFilter, act: () => this.setFilter(NO_FILTER) };
    if (isFiltering(this.filter)) drawEmptyState(emptyEl, words.noMatch, [], () => undefined, this.figures, clear);
    else drawEmptyState(emptyEl, words.emptyMap, [], () => undefined, this.figures);
  }

  /** What to go on with on this map; null where nothing is left, or no map is shown. */
  get next(): NextUp | null {
    const roadmap = this.mapPath === null ? null : this.context.index.roadmap(this.mapPath);
    return roadmap && nextOn(this.context, roadmap);
  }

  /** Opens what to go on with. */
  openNext(): void {
    this.gestures.openNext(null);
  }

  private drawNone({ tree, emptyEl }: Parts): void {
    const { index, words } = this.context;
    tree.setShown(false);
    tree.setRows([]);
    emptyEl.empty();
    const choices = mapChoices(this.context);
    if (choices.length > 0) drawEmptyState(emptyEl, words.noneChosen, choices, (path) => this.showMap(path, []), this.figures);
    else if (index.isComplete) drawEmptyState(emptyEl, words.noMaps, [], () => undefined, this.figures);
    else emptyEl.createDiv({ cls: "moc-path-indexing", text: words.indexing });
  }

  private rowSources(): RowSources {
    const { totals, progress, index, navigation } = this.context;
    return {
      stateOf: (target) => progress.state(target),
      linesOf: totals.linesOf,
      tallyOfDivision: (division) => totals.tallyOfDivision(division),
      progressOfMap: (path) => progressOfMap(this.context, path),
      isMap: (path) => index.isMap(path),
      isFolded: (id) => (isFiltering(this.filter) ? this.filterFolds : this.folds).has(id),
      words: wordsOf(this.filter.text),
      activePath: navigation.activePath(),
    };
  }

  private setFolds(folds: ReadonlySet<string>): void {
    this.folds = folds;
    if (this.mapPath !== null) this.context.viewMemory.saveFolds(this.mapPath, folds);
    this.draw();
  }

  fold(id: string, isFolded: boolean): void {
    const isNarrowed = isFiltering(this.filter);
    const folds = new Set(isNarrowed ? this.filterFolds : this.folds);
    if (isFolded) folds.add(id);
    else folds.delete(id);
    if (!isNarrowed) return this.setFolds(folds);
    this.filterFolds = folds;
    this.draw();
  }

  /** The keyboard goes to the search. */
  search(): void {
    this.parts?.searchBar.focus();
  }

  private setFilter(filter: Filter): void {
    this.filter = filter;
    this.filterFolds = new Set();
    if (this.mapPath !== null) this.context.viewMemory.saveFilter(this.mapPath, filter);
    this.draw();
  }

  private isAllCollapsed(roadmap: Roadmap): boolean {
    return roadmap.chapters.length > 0 && [...foldableIds(roadmap.chapters)].every((id) => this.folds.has(id));
  }

  private toggleAll(): void {
    const roadmap = this.mapPath === null ? null : this.context.index.roadmap(this.mapPath);
    if (roadmap) this.setFolds(this.isAllCollapsed(roadmap) ? new Set() : new Set(foldableIds(roadmap.chapters)));
  }

  /** Shows another map, from which Back leads here. */
  goTo(path: string): void {
    if (path !== this.mapPath) this.showMap(path, this.mapPath === null ? this.trail : [...this.trail, this.mapPath]);
  }

  private readonly searchActions = {
    change: (filter: Filter) => this.setFilter(filter),
    leave: () => this.parts?.tree.focus(),
  };

  private readonly headerActions: HeaderActions = {
    switchMap: (event) => void mapMenu(this.context, this.figures, this.mapPath, (path) => this.showMap(path, [])).showAtMouseEvent(event),
    goBack: () => {
      const last = this.trail.at(-1);
      if (last !== undefined) this.showMap(last, this.trail.slice(0, -1));
    },
    toggleAll: () => this.toggleAll(),
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
