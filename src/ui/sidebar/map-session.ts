// The state of a view: the map it shows, the maps gone through on the way to it, and the state of each map's view,
// which is remembered. How it looks is drawn elsewhere.
import type { Filter } from "../../core/roadmap/filter";
import { toggled, type Folding } from "../../core/roadmap/folding";
import type { Level } from "../../core/roadmap/levels";
import type { Entry, Roadmap } from "../../core/roadmap/model";
import { wordsOf } from "../../core/roadmap/search";
import { FIRST_VIEW, foldingOf, visible, withFilter, withFolding, type ViewState } from "../../core/roadmap/view-state";
import type { Context } from "../../actions/context";
import { progressOfMap } from "../../actions/map-choices";
import { flatten } from "../tree/flatten";
import { revealing, unfolding } from "../tree/reveal";
import type { Row, RowSources } from "../tree/rows";
import type { Anchor } from "../tree/virtual-list";
import { MapHistory } from "./map-history";
import type { ViewMemory } from "./view-memory";

export class MapSession {
  private readonly history = new MapHistory();
  private comings = 0;
  /** By the path of a map, the row that had the keyboard when another map came to be shown. */
  private readonly rowsLeft = new Map<string, string>();
  private view: ViewState = FIRST_VIEW;

  /**
   * `changed` is called when something else is to be drawn, `leaving` before another map is shown, `moved` when that,
   * or another path of this one, is to be kept over a restart.
   */
  constructor(
    private readonly context: Context,
    private readonly memory: ViewMemory,
    private readonly changed: () => void,
    private readonly leaving: () => void,
    private readonly moved: () => void,
  ) {}

  /** The map that is shown; null for none. */
  get path(): string | null {
    return this.history.path;
  }

  /** Null while no map is shown, or the one that is to be shown is not known. */
  get roadmap(): Roadmap | null {
    return this.path === null ? null : this.context.index.roadmap(this.path);
  }

  /** The number of times that another map came to be shown; a map that is renamed is no other. */
  get changes(): number {
    return this.comings;
  }

  /** The place this map was last scrolled to; null for the top. */
  get place(): Anchor | null {
    return this.path === null ? null : this.memory.place(this.path);
  }

  /** The row of this map that had the keyboard last, while it was shown here; null for none. */
  get row(): string | null {
    return (this.path === null ? null : this.rowsLeft.get(this.path)) ?? null;
  }

  saveRow(row: string | null): void {
    if (this.path !== null && row !== null) this.rowsLeft.set(this.path, row);
  }

  savePlace(place: Anchor | null): void {
    if (this.path !== null) this.memory.savePlace(this.path, place);
  }

  get filter(): Filter {
    return this.view.filter;
  }

  /** True if what is done is left out. */
  get hidesDone(): boolean {
    return this.view.hidesDone;
  }

  get folding(): Folding {
    return foldingOf(this.view);
  }

  get canGoBack(): boolean {
    return this.history.last !== null;
  }

  /** Shows a map, from which Back leads nowhere. */
  show(path: string): void {
    this.go(path, () => this.history.start(path));
  }

  /** Shows another map, from which Back leads here. */
  goTo(path: string): void {
    if (path !== this.path) this.go(path, () => this.history.push(path));
  }

  goBack(): void {
    const { last } = this.history;
    if (last !== null) this.go(last, () => this.history.back());
  }

  private go(path: string, go: () => void): void {
    const isOther = path !== this.path;
    if (isOther) this.leaving();
    go();
    if (isOther) this.recall(path);
    this.changed();
  }

  private recall(path: string): void {
    this.comings++;
    this.memory.saveLastMap(path);
    this.view = this.memory.view(path);
    this.moved();
  }

  /** The map that is shown, or one on the way to it, may have another path. */
  renamed(path: string, oldPath: string): void {
    const row = this.rowsLeft.get(oldPath);
    if (row !== undefined) this.rowsLeft.set(path, row);
    if (this.history.renamed(path, oldPath)) this.moved();
  }

  setFilter(filter: Filter): void {
    this.set(withFilter(this.view, filter));
  }

  setHidesDone(hidesDone: boolean): void {
    this.set({ ...this.view, hidesDone });
  }

  /** Folds a row, or unfolds it. */
  toggle(id: string): void {
    this.set(withFolding(this.view, toggled(this.folding, id)));
  }

  /** Shows everything down to a level, and nothing below it. */
  setLevel(level: Level): void {
    this.set(withFolding(this.view, { level, byHand: new Set() }));
  }

  /** Makes sure that the first entry that fits has a row: what hides it is unfolded, cleared or shown. */
  uncover(fits: (entry: Entry) => boolean): void {
    const { roadmap } = this;
    if (roadmap) this.set(revealing(fits, roadmap, this.view, this.rowSources()));
  }

  /** Unfolds what hides the first entry that fits; one that is filtered out stays so. */
  unfold(fits: (entry: Entry) => boolean): void {
    const { roadmap } = this;
    const view = roadmap ? unfolding(fits, roadmap, this.view, this.rowSources()) : this.view;
    if (view !== this.view) this.set(view);
  }

  private set(view: ViewState): void {
    if (this.path !== null) this.memory.saveView(this.path, view, this.view);
    this.view = view;
    this.changed();
  }

  /** The rows of the roadmap that are neither folded away nor filtered out. */
  rows(roadmap: Roadmap): readonly Row[] {
    const sources = this.rowSources();
    return flatten(visible(roadmap, this.view, sources), sources);
  }

  /** True if remarks have a line of their own, here and on every map. */
  get showsRemarks(): boolean {
    return this.context.settings.current.remarks;
  }

  /** The actual length of a target in lines; null where it is not known, or the reader does not care. */
  linesOf(target: string): number | null {
    const { settings, totals } = this.context;
    return settings.current.lengths ? totals.linesOf(target) : null;
  }

  private rowSources(): RowSources {
    const { totals, progress, index, navigation } = this.context;
    return {
      stateOf: (target) => progress.state(target),
      linesOf: (target) => this.linesOf(target),
      tallyOfDivision: (division) => totals.tallyOfDivision(division),
      progressOfMap: (path) => progressOfMap(this.context, path),
      isMap: (path) => index.isMap(path),
      folding: this.folding,
      showsRemarks: this.showsRemarks,
      words: wordsOf(this.filter.text),
      activePath: navigation.activePath(),
    };
  }
}
