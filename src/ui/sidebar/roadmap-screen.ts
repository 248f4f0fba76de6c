// The elements of an open view: header, search, tree, and what stands in their place while there is nothing to show.
// It draws what is shown now; what to show is decided elsewhere.
import { debounce } from "obsidian";
import { isFiltering, NO_FILTER, type Filter } from "../../core/roadmap/filter";
import { entriesOfRoadmap, type Roadmap } from "../../core/roadmap/model";
import { Announcer } from "./announcer";
import type { Context } from "../../actions/context";
import { DrawingFence } from "../widgets/drawing-fence";
import { drawEmptyState } from "./empty-state";
import type { Figures } from "../widgets/figures";
import { levelCounts, levelsOf } from "../../core/roadmap/levels";
import { footOf } from "./foot-offer";
import { Header, type HeaderActions } from "./header";
import { LevelControl } from "./level-control";
import { ALL_MAPS, isWritten } from "../../core/roadmap/unwritten";
import { oncePerFrame } from "../widgets/once-per-frame";
import { SCROLLS_SIDEWAYS } from "../widgets/swipe";
import { FacetCounts } from "./facet-counts";
import { aheadOn, type Ahead } from "../../actions/ahead";
import { overviewOf } from "../../actions/overview";
import type { Rated } from "../../actions/ratings";
import type { DivisionRow, Row, Shares } from "../tree/rows";
import { offeredBy, type Offered } from "./filter-chips";
import { fitRelationsLine } from "./relations-line";
import { SearchBar } from "./search-bar";
import type { MapSession } from "./map-session";
import { drawUnreadableMaps } from "./trouble";
import { Roving } from "../widgets/roving";
import { Tree } from "../tree/tree";
import type { TreeActions } from "../tree/tree-actions";

/** Milliseconds without scrolling after which the place is kept. */
const REST = 300;

/** The requests a reader can make on the screen. */
interface ScreenActions {
  readonly header: HeaderActions;
  readonly tree: TreeActions;
  openExample(): void;
}

export class RoadmapScreen {
  readonly searchBar: SearchBar;
  private readonly offers: FacetCounts;
  private readonly levels: LevelControl;
  private readonly toolbarEl: HTMLElement;
  /** Buttons and chips beside the search, as one stop for the keyboard. */
  private readonly controls: Roving;
  private readonly sizes: ResizeObserver;
  /** The id of the map's title in the document, by which other elements are named. */
  private readonly titleId = `moc-path-title-${crypto.randomUUID().slice(0, 8)}`;
  readonly tree: Tree;
  private readonly headerEl: HTMLElement;
  private readonly emptyEl: HTMLElement;
  readonly footEl: HTMLElement;
  private readonly fence: DrawingFence;
  readonly announcer: Announcer;
  private readonly header: Header;
  private isDrawnSoon = false;
  private isOver = false;
  /** The map whose rows are in the tree, by its number among those that were shown; 0 for none. */
  private drawnMap = 0;
  /** The text that was searched for when rows were last drawn. */
  private drawnText = "";
  private hasRows = false;
  /** The number of entries, topics and relations that the filter leaves; null where nothing is filtered. */
  private found: number | null = null;
  private readonly scrolled = debounce(() => this.hasRows && this.shown.savePlace(this.tree.place), REST, true);
  /** Draws before the next frame, once for many changes. */
  readonly planDraw = oncePerFrame(this.el, () => this.draw());

  constructor(
    private readonly el: HTMLElement,
    private readonly context: Context,
    figures: Figures,
    private readonly shown: MapSession,
    private readonly actions: ScreenActions,
  ) {
    el.empty();
    el.addClass("moc-path-view");
    // A key that is held must not press what its first press has brought under the keyboard.
    el.addEventListener("keydown", (event) => event.repeat && isPressing(event) && event.preventDefault());
    this.fence = new DrawingFence(el, context, () => this.draw());
    this.headerEl = el.createDiv("moc-path-header");
    this.header = new Header(this.headerEl, actions.header, context.words, figures, this.titleId);
    const search = {
      change: (filter: Filter) => shown.setFilter(filter),
      leave: () => this.tree.focus(),
      enter: () => this.tree.enter(),
    };
    this.toolbarEl = el.createDiv("moc-path-search");
    const lineEl = this.toolbarEl.createDiv("moc-path-search-line");
    const parts = {
      fieldEl: lineEl.createDiv("moc-path-search-field"),
      buttonEl: lineEl.createEl("button", { cls: "clickable-icon moc-path-filter-button" }),
      chipsEl: this.toolbarEl.createDiv({ cls: "moc-path-chips", attr: SCROLLS_SIDEWAYS }),
      foundEl: this.toolbarEl.createDiv("moc-path-found"),
    };
    this.searchBar = new SearchBar(parts, context.words, figures, search);
    this.offers = new FacetCounts(
      (roadmap) => this.offeredBy(roadmap),
      () => shown.roadmap && this.showChips(shown.roadmap),
    );
    this.levels = new LevelControl(lineEl, context.words, figures, (level) => shown.setLevel(level));
    this.controls = new Roving(this.toolbarEl, this.titleId);
    const sharesOf = (row: DivisionRow): Shares => shown.sharesOf(row);
    this.tree = new Tree(el, this.titleId, context, figures, actions.tree, sharesOf, () => void this.scrolled());
    this.emptyEl = el.createDiv("moc-path-empty-host");
    this.emptyEl.addEventListener("keydown", (event) => this.tree.answers(event));
    this.footEl = footOf(el);
    this.announcer = new Announcer(el, context, figures);
    this.sizes = new ResizeObserver(() => fitRelationsLine(this.headerEl, figures));
    this.sizes.observe(this.headerEl);
  }

  /** Keeps where the map is scrolled to, if that is not kept yet. */
  savePlace(): void {
    this.scrolled.run();
  }

  /** Another map will be shown: where the reader is on this one is kept for when it is shown again. */
  leave(): void {
    this.savePlace();
    this.shown.saveRow(this.tree.rowId);
  }

  /** Ends all observation; the elements go with their parent. */
  destroy(): void {
    this.isOver = true;
    this.savePlace();
    this.offers.stop();
    this.sizes.disconnect();
    this.tree.list.destroy();
  }

  /** Draws changes that are told in one breath once, for the frame that comes next. */
  drawSoon(): void {
    if (this.isDrawnSoon) return;
    this.isDrawnSoon = true;
    void Promise.resolve().then(() => {
      this.isDrawnSoon = false;
      this.draw();
    });
  }

  /** A note has another length: of one that the map counts the header says so. */
  lengthChanged(path: string): void {
    const { roadmaps, totals } = this.context;
    // Told of each note of a burst: nothing is bound for it.
    const roadmap = this.shown.path === null ? null : roadmaps.lastAt(this.shown.path);
    if (roadmap && totals.counts(roadmap, path)) this.planDraw();
  }

  /**
   * Gives a key, that the app would take before any element hears of it, to what has the keyboard; false if that does
   * nothing.
   */
  takesKey(event: KeyboardEvent): boolean {
    if (this.toolbarEl.contains(this.el.doc.activeElement)) return this.searchBar.takesKey(event);
    const isTrees = this.tree.hasFocus || this.emptyEl.contains(this.el.doc.activeElement);
    return isTrees && this.tree.answers(event);
  }

  /** Tells a screen reader of targets that have another state. */
  announce(targets: ReadonlySet<string>): void {
    const { roadmap } = this.shown;
    if (roadmap) this.announcer.tell(roadmap, targets);
  }

  /** Tells a screen reader of entries that have another rating. */
  announceRated(rated: Rated): void {
    if (rated.map === this.shown.path) this.announcer.tellRated(rated);
  }

  draw(): void {
    // A drawing may have been planned when the view was closed.
    if (!this.isOver) this.fence.run(() => this.drawShown());
  }

  /** Draws the header alone: no row shows anything else than before. */
  drawOverview(): void {
    const { roadmap } = this.shown;
    if (roadmap && !this.fence.hasFailed) this.fence.run(() => this.drawHead(roadmap, aheadOn(this.context, roadmap)));
    else this.draw();
  }

  private drawShown(): void {
    const hadKeyboard = this.tree.hasFocus || this.emptyEl.contains(this.el.doc.activeElement);
    this.tree.list.look();
    this.savePlace();
    const { roadmap } = this.shown;
    this.headerEl.toggle(roadmap !== null);
    this.toolbarEl.toggle(roadmap !== null);
    if (roadmap) this.drawRoadmap(roadmap);
    else this.drawNone();
    // Who used the tree goes on with what stands in its place, and then with the tree again.
    if (hadKeyboard && !this.hasRows) this.emptyEl.querySelector("button")?.focus();
    else if (hadKeyboard && !this.tree.hasFocus) this.tree.focus();
  }

  private drawRoadmap(roadmap: Roadmap): void {
    const { shown } = this;
    const ahead = aheadOn(this.context, roadmap);
    const { rows, found } = shown.seen(roadmap, ahead);
    this.found = found;
    this.drawHead(roadmap, ahead);
    // An empty map has nothing to search.
    this.toolbarEl.toggle(rows.length > 0 || isFiltering(shown.filter) || shown.hidesDone);
    this.levels.show(shown.folding.level, levelsOf(roadmap), levelCounts(roadmap));
    this.showChips(roadmap);
    this.drawRows(rows);
  }

  private offeredBy(roadmap: Roadmap): Offered {
    const { skipped } = this.context.totals.tallyOfRoadmap(roadmap);
    const { totals } = this.context;
    const fixable = this.shown.upkeep.findingsOn(roadmap).entries.size;
    return offeredBy(entriesOfRoadmap(roadmap), skipped, (target) => totals.linesOf(target), fixable);
  }

  private showChips(roadmap: Roadmap): void {
    this.searchBar.show(this.shown.filter, this.offers.of(roadmap), this.found);
    this.controls.refresh();
  }

  private drawHead(roadmap: Roadmap, ahead: Ahead | null): void {
    const model = { ...overviewOf(this.context, roadmap, ahead), canGoBack: this.shown.canGoBack };
    if (!this.header.show(model)) return;
    // Observed anew, it is fitted once the frame is laid out: to measure it here would lay out all once more.
    this.sizes.unobserve(this.headerEl);
    this.sizes.observe(this.headerEl);
  }

  private drawRows(rows: readonly Row[]): void {
    this.showRows(rows);
    if (rows.length === 0) this.drawNoRows();
  }

  private drawNoRows(): void {
    const { words, navigation } = this.context;
    const { shown, emptyEl } = this;
    const { path } = shown;
    if (isFiltering(shown.filter))
      drawEmptyState(emptyEl, words.noMatch, { text: words.clearFilter, act: () => shown.setFilter(NO_FILTER) });
    else if (shown.hidesDone)
      drawEmptyState(emptyEl, words.allHidden, { text: words.showDone, act: () => shown.setHidesDone(false) });
    else if (path !== null && isWritten(path))
      drawEmptyState(emptyEl, words.emptyMap, {
        text: words.openMap,
        act: () => navigation.openLine(path, 0, false),
      });
  }

  private drawNone(): void {
    const { index, words } = this.context;
    this.showRows([]);
    const unreadable = index.unreadable();
    drawUnreadableMaps(this.emptyEl, unreadable, () => index.retry(), words);
    const { path } = this.shown;
    const [hasMaps, isNamed] = [index.maps().length > 0, path !== null && path !== ALL_MAPS];
    if (!index.isComplete || (hasMaps && !isNamed && unreadable.length === 0))
      this.emptyEl.createDiv({ cls: "moc-path-indexing", text: words.indexing });
    else if (hasMaps && isNamed)
      drawEmptyState(this.emptyEl, words.goneMap, { text: words.allMaps, act: () => this.shown.show(ALL_MAPS) });
    else if (unreadable.length === 0) this.drawFirstSteps();
  }

  private drawFirstSteps(): void {
    const { words, navigation, roadmaps } = this.context;
    const example = { text: words.example.open, act: () => this.actions.openExample() };
    const create = { text: words.createMap, act: () => navigation.openLink("MOC", "", false) };
    const folders = { text: words.readFolder, act: () => this.actions.header.switchMap() };
    drawEmptyState(
      this.emptyEl,
      words.noMaps,
      example,
      create,
      ...(roadmaps.freeFolders().length > 0 ? [folders] : []),
    );
  }

  private showRows(rows: readonly Row[]): void {
    const { changes, place, row, filter } = this.shown;
    this.tree.setShown(rows.length > 0);
    if (changes !== this.drawnMap) this.tree.startWith(rows, place, row ?? place?.id ?? null);
    else this.tree.setRows(rows, filter.text !== this.drawnText && filter.text !== "");
    [this.hasRows, this.drawnMap, this.drawnText] = [rows.length > 0, changes, filter.text];
    this.emptyEl.empty();
  }
}

/** True if a key presses the element that has the keyboard, and is not written into it. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return (key === "Enter" || key === " ") && !(target !== null && "value" in target && "selectionStart" in target);
}
