// What a view shows: which map, the maps gone through on the way to it, and what of it is folded away and filtered.
// It is remembered for each map; how it looks is drawn elsewhere.
import { entryTest, filtered, isFiltering, NO_FILTER, wordsOf, type Filter } from "../core/filter";
import type { Roadmap } from "../core/model";
import type { Context } from "./context";
import { progressOfMap } from "./map-choices";
import { flatten, foldableIds, type Row, type RowSources } from "./rows";

export class ShownMap {
  private shownPath: string | null = null;
  /** Maps gone through on the way to this one, for Back. */
  private trail: readonly string[] = [];
  private shownFilter: Filter = NO_FILTER;
  private folds: ReadonlySet<string> = new Set();
  /** Rows folded since the filter was set: while it is on, everything is unfolded at first. */
  private filterFolds: ReadonlySet<string> = new Set();

  /** `moved` is called when another map, or another path of this one, is to be kept over a restart. */
  constructor(
    private readonly context: Context,
    private readonly moved: () => void,
  ) {}

  /** The map that is shown; null for none. */
  get path(): string | null {
    return this.shownPath;
  }

  /** Null while no map is shown, or the one that is to be shown is not known. */
  get roadmap(): Roadmap | null {
    return this.shownPath === null ? null : this.context.index.roadmap(this.shownPath);
  }

  get filter(): Filter {
    return this.shownFilter;
  }

  get canGoBack(): boolean {
    return this.trail.length > 0;
  }

  /** Shows a map. `trail` are the maps that Back leads to. */
  show(path: string, trail: readonly string[] = []): void {
    this.trail = trail;
    if (path === this.shownPath) return;
    this.shownPath = path;
    this.folds = this.context.viewMemory.folds(path);
    this.shownFilter = this.context.viewMemory.filter(path);
    this.filterFolds = new Set();
    this.moved();
  }

  /** Shows another map, from which Back leads here. */
  goTo(path: string): void {
    if (path !== this.shownPath) this.show(path, this.shownPath === null ? this.trail : [...this.trail, this.shownPath]);
  }

  goBack(): void {
    const last = this.trail.at(-1);
    if (last !== undefined) this.show(last, this.trail.slice(0, -1));
  }

  /** The map that is shown, or one on the way to it, may have another path. */
  renamed(path: string, oldPath: string): void {
    this.trail = this.trail.map((one) => (one === oldPath ? path : one));
    if (this.shownPath !== oldPath) return;
    this.shownPath = path;
    this.moved();
  }

  setFilter(filter: Filter): void {
    this.shownFilter = filter;
    this.filterFolds = new Set();
    if (this.shownPath !== null) this.context.viewMemory.saveFilter(this.shownPath, filter);
  }

  fold(id: string, isFolded: boolean): void {
    const folds = new Set(this.currentFolds);
    if (isFolded) folds.add(id);
    else folds.delete(id);
    if (isFiltering(this.shownFilter)) this.filterFolds = folds;
    else this.setFolds(folds);
  }

  isAllCollapsed(roadmap: Roadmap): boolean {
    return roadmap.chapters.length > 0 && [...foldableIds(roadmap.chapters)].every((id) => this.folds.has(id));
  }

  toggleAll(): void {
    const { roadmap } = this;
    if (roadmap) this.setFolds(new Set(this.isAllCollapsed(roadmap) ? [] : foldableIds(roadmap.chapters)));
  }

  /** The rows of the roadmap that are neither folded away nor filtered out. */
  rows(roadmap: Roadmap): readonly Row[] {
    const sources = this.rowSources();
    const isNarrowed = isFiltering(this.shownFilter);
    return flatten(isNarrowed ? filtered(roadmap, entryTest(this.shownFilter, sources)) : roadmap, sources);
  }

  private get currentFolds(): ReadonlySet<string> {
    return isFiltering(this.shownFilter) ? this.filterFolds : this.folds;
  }

  private setFolds(folds: ReadonlySet<string>): void {
    this.folds = folds;
    if (this.shownPath !== null) this.context.viewMemory.saveFolds(this.shownPath, folds);
  }

  private rowSources(): RowSources {
    const { totals, progress, index, navigation } = this.context;
    return {
      stateOf: (target) => progress.state(target),
      linesOf: totals.linesOf,
      tallyOfDivision: (division) => totals.tallyOfDivision(division),
      progressOfMap: (path) => progressOfMap(this.context, path),
      isMap: (path) => index.isMap(path),
      isFolded: (id) => this.currentFolds.has(id),
      words: wordsOf(this.shownFilter.text),
      activePath: navigation.activePath(),
    };
  }
}
