// The state of a view: the map it shows, the maps gone through on the way to it, and what of it is folded away and
// filtered. It is remembered for each map; how it looks is drawn elsewhere.
import { filtered, isFiltering, NO_FILTER, withoutDone, type Filter } from "../../core/roadmap/filter";
import { divisionsOf, type Division, type Entry, type Roadmap } from "../../core/roadmap/model";
import { placeOf } from "../../core/roadmap/place";
import { renamedDivisions, renamedId } from "../../core/roadmap/renamed";
import { wordsOf } from "../../core/roadmap/search";
import type { Context } from "../../actions/context";
import { progressOfMap } from "../../actions/map-choices";
import { toggled, UNFOLDED, type Folding } from "../tree/expansion";
import { type Level } from "../../core/roadmap/levels";
import { flatten } from "../tree/flatten";
import { same, type IdNow } from "../tree/row-fallback";
import type { Row, RowSources } from "../tree/rows";
import { unfoldedFor } from "../tree/reveal";
import type { Anchor } from "../tree/virtual-list";
import type { ViewMemory } from "./view-memory";

export class MapSession {
  private shownPath: string | null = null;
  private comings = 0;
  /** Maps gone through on the way to this one, for Back. */
  private trail: readonly string[] = [];
  /** By the path of a map, the row that had the keyboard when another map came to be shown. */
  private readonly rowsLeft = new Map<string, string>();
  private shownFilter: Filter = NO_FILTER;
  private isHidingDone = false;
  private lastingFolding = UNFOLDED;
  /** The folding done since the filter was set: while it is on, everything is unfolded at first. */
  private filterFolding = UNFOLDED;
  /** The roadmap that rows were made of last; null for none of this map. */
  private followed: Roadmap | null = null;

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
    return this.shownPath;
  }

  /** Null while no map is shown, or the one that is to be shown is not known. */
  get roadmap(): Roadmap | null {
    return this.shownPath === null ? null : this.context.index.roadmap(this.shownPath);
  }

  /** The number of times that another map came to be shown; a map that is renamed is no other. */
  get changes(): number {
    return this.comings;
  }

  /** The place this map was last scrolled to; null for the top. */
  get place(): Anchor | null {
    return this.shownPath === null ? null : this.memory.place(this.shownPath);
  }

  /** The row of this map that had the keyboard last, while it was shown here; null for none. */
  get row(): string | null {
    return (this.shownPath === null ? null : this.rowsLeft.get(this.shownPath)) ?? null;
  }

  saveRow(row: string | null): void {
    if (this.shownPath !== null && row !== null) this.rowsLeft.set(this.shownPath, row);
  }

  savePlace(place: Anchor | null): void {
    if (this.shownPath !== null) this.memory.savePlace(this.shownPath, place);
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
    if (path !== this.shownPath) this.recall(path);
    this.changed();
  }

  private recall(path: string): void {
    this.leaving();
    this.comings++;
    this.shownPath = path;
    this.memory.saveLastMap(path);
    this.isHidingDone = this.memory.hidesDone(path);
    this.lastingFolding = this.memory.folding(path);
    this.shownFilter = this.memory.filter(path);
    this.filterFolding = UNFOLDED;
    this.followed = null;
    this.moved();
  }

  /** Shows another map, from which Back leads here. */
  goTo(path: string): void {
    if (path !== this.shownPath)
      this.show(path, this.shownPath === null ? this.trail : [...this.trail, this.shownPath]);
  }

  goBack(): void {
    const last = this.trail.at(-1);
    if (last !== undefined) this.show(last, this.trail.slice(0, -1));
  }

  /** The map that is shown, or one on the way to it, may have another path. */
  renamed(path: string, oldPath: string): void {
    this.trail = this.trail.map((one) => (one === oldPath ? path : one));
    const row = this.rowsLeft.get(oldPath);
    if (row !== undefined) this.rowsLeft.set(path, row);
    if (this.shownPath !== oldPath) return;
    this.shownPath = path;
    this.moved();
  }

  setFilter(filter: Filter): void {
    this.shownFilter = filter;
    this.filterFolding = UNFOLDED;
    if (this.shownPath !== null) this.memory.saveFilter(this.shownPath, filter);
    this.changed();
  }

  /** True if what is done is left out. */
  get hidesDone(): boolean {
    return this.isHidingDone;
  }

  setHidesDone(hidesDone: boolean): void {
    this.isHidingDone = hidesDone;
    if (this.shownPath !== null) this.memory.saveHidesDone(this.shownPath, hidesDone);
    this.changed();
  }

  /** True if remarks have a line of their own, here and on every map. */
  get showsRemarks(): boolean {
    return this.context.settings.current.remarks;
  }

  get folding(): Folding {
    return isFiltering(this.shownFilter) ? this.filterFolding : this.lastingFolding;
  }

  /** Folds a row, or unfolds it. */
  toggle(id: string): void {
    this.fold(toggled(this.folding, id));
  }

  /** Shows everything down to a level, and nothing below it. */
  setLevel(level: Level): void {
    this.fold({ level, byHand: new Set() });
  }

  /** Makes sure that the first entry that fits has a row: what hides it is unfolded, cleared or shown. */
  uncover(fits: (entry: Entry) => boolean): void {
    const { roadmap } = this;
    if (!roadmap || !placeOf(roadmap, fits)) return;
    if (!this.keeps(roadmap, fits)) {
      this.setFilter(NO_FILTER);
      this.setHidesDone(this.isHidingDone && this.keeps(roadmap, fits));
    }
    const sources = { ...this.rowSources(), folding: UNFOLDED };
    this.fold(unfoldedFor(fits, flatten(this.narrowed(roadmap, sources), sources), this.folding));
  }

  private keeps(roadmap: Roadmap, fits: (entry: Entry) => boolean): boolean {
    return placeOf(this.narrowed(roadmap, this.rowSources()), fits) !== null;
  }

  /**
   * Goes on with a roadmap that may be a changed one: what is folded away stays so under other headings. Tells which
   * ids rows have now.
   */
  follow(roadmap: Roadmap): IdNow {
    const renamed = this.followed && this.followed !== roadmap ? renamedDivisions(this.followed, roadmap) : null;
    this.followed = roadmap;
    if (!renamed || renamed.size === 0) return same;
    const idNow = (id: string): string => renamedId(id, renamed);
    const followFolding = ({ level, byHand }: Folding): Folding => ({ level, byHand: new Set([...byHand].map(idNow)) });
    this.lastingFolding = followFolding(this.lastingFolding);
    this.filterFolding = followFolding(this.filterFolding);
    if (this.row !== null) this.saveRow(idNow(this.row));
    if (this.shownPath !== null) this.memory.follow(this.shownPath, idNow);
    return idNow;
  }

  /** The rows of the roadmap that are neither folded away nor filtered out. */
  rows(roadmap: Roadmap): readonly Row[] {
    const isOnlyHidingDone = this.isHidingDone && !isFiltering(this.shownFilter);
    const sources = { ...this.rowSources(), ...(isOnlyHidingDone ? { wholeOf: wholesOf(roadmap) } : {}) };
    return flatten(this.narrowed(roadmap, sources), sources);
  }

  private narrowed(roadmap: Roadmap, sources: RowSources): Roadmap {
    const open = this.isHidingDone ? withoutDone(roadmap, (target) => sources.stateOf(target)) : roadmap;
    return isFiltering(this.shownFilter) ? filtered(open, this.shownFilter, sources) : open;
  }

  private fold(folding: Folding): void {
    if (isFiltering(this.shownFilter)) this.filterFolding = folding;
    else this.lastingFolding = folding;
    if (!isFiltering(this.shownFilter) && this.shownPath !== null) this.memory.saveFolding(this.shownPath, folding);
    this.changed();
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
      words: wordsOf(this.shownFilter.text),
      activePath: navigation.activePath(),
    };
  }
}

/**
 * Finds the division of a roadmap of which something was left out: what is hidden because it is done counts all the
 * same.
 */
function wholesOf({ chapters }: Roadmap): (division: Division) => Division {
  const wholes = new Map(divisionsOf(chapters).map((division) => [division.id, division]));
  return (division) => wholes.get(division.id) ?? division;
}
