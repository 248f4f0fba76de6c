// The state of a view: the map it shows, the maps gone through on the way to it, and the state of each map's view,
// which is remembered. How it looks is drawn elsewhere.
import type { State } from "../../core/base/state";
import { isFiltering, type Filter } from "../../core/roadmap/filter";
import { toggled, type Folding } from "../../core/roadmap/folding";
import type { Level } from "../../core/roadmap/levels";
import { divisionsOf, entriesOfRoadmap, topicsOfRoadmap, type Entry, type Roadmap } from "../../core/roadmap/model";
import { wordsOf } from "../../core/roadmap/search";
import { ALL_MAPS } from "../../core/roadmap/unwritten";
import { FIRST_VIEW, foldingOf, visible, withFilter, withFolding, type ViewState } from "../../core/roadmap/view-state";
import type { Context } from "../../actions/context";
import { accountOfMap, progressOfMap } from "../../actions/map-progress";
import { nextBehind, type Ahead } from "../../actions/ahead";
import { Upkeep } from "../../actions/upkeep";
import { flatten } from "../tree/flatten";
import { revealing, unfolding } from "../tree/reveal";
import { sharesOf } from "../tree/row-values";
import type { AheadIds, DivisionRow, Row, RowSources, Shares } from "../tree/rows";
import type { Anchor } from "../widgets/virtual-list";
import { MapHistory } from "./map-history";
import type { ViewMemory } from "./view-memory";

/** The number of entries that are left of a roadmap, and of what else was found by its words. */
function countOf(roadmap: Roadmap): number {
  const relations = divisionsOf(roadmap.chapters).flatMap((division) => division.relations);
  return entriesOfRoadmap(roadmap).length + topicsOfRoadmap(roadmap).length + relations.length;
}

const NOTHING_AHEAD: AheadIds = { entry: null, target: null, divisions: new Set() };

/** All of a map that is to be seen. */
interface SeenRows {
  readonly rows: readonly Row[];
  /** The number of entries, topics and relations that a filter leaves; null where nothing is filtered. */
  readonly found: number | null;
}

export class MapSession {
  private readonly history = new MapHistory();
  private comings = 0;
  /** By the path of a map, the row that had the keyboard when another map came to be shown. */
  private readonly rowsLeft = new Map<string, string>();
  private view: ViewState = FIRST_VIEW;
  /** The target of the row that stays although a filter would hide it; null for none. */
  private held: string | null = null;
  readonly upkeep: Upkeep;

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
  ) {
    this.upkeep = new Upkeep(context);
  }

  /** The map that is shown; null for none. */
  get path(): string | null {
    return this.history.path;
  }

  /** Null while no map is shown, or the one that is to be shown is not known. */
  get roadmap(): Roadmap | null {
    return this.path === null ? null : this.context.roadmaps.at(this.path);
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
    this.held = null;
    this.moved();
  }

  /** The map that is shown, or one on the way to it, may have another path. */
  renamed(path: string, oldPath: string): void {
    const row = this.rowsLeft.get(oldPath);
    if (row !== undefined) this.rowsLeft.set(path, row);
    if (this.history.renamed(path, oldPath)) this.moved();
  }

  setFilter(filter: Filter): void {
    this.held = null;
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
    if (roadmap) this.set(revealing(fits, roadmap, this.view, this.rowSources(roadmap)));
  }

  /** Unfolds what hides the first entry that fits; one that is filtered out stays so. */
  unfold(fits: (entry: Entry) => boolean): void {
    const { roadmap } = this;
    const view = roadmap ? unfolding(fits, roadmap, this.view, this.rowSources(roadmap)) : this.view;
    if (view !== this.view) this.set(view);
  }

  private set(view: ViewState): void {
    if (this.path !== null) this.memory.saveView(this.path, view, this.view);
    this.view = view;
    this.changed();
  }

  /** The rows of the roadmap that are neither folded away nor filtered out, and how many entries a filter leaves. */
  seen(roadmap: Roadmap, ahead: Ahead | null): SeenRows {
    const { held, filter } = this;
    const sources = this.rowSources(roadmap, ahead);
    // A row that is held fits, whatever its state is now.
    const stateOf = (target: string): State =>
      target === held ? (filter.states[0] ?? "todo") : sources.stateOf(target);
    const shown = visible(roadmap, this.view, { ...sources, stateOf });
    const rows = flatten(shown, sources);
    return {
      rows: isFiltering(filter) || rows.length === 0 ? rows : [...rows, ...this.unlistedRows()],
      found: isFiltering(filter) ? countOf(shown.roadmap) : null,
    };
  }

  /** The progress of the division of a row now. */
  sharesOf(row: DivisionRow): Shares {
    const { totals, progress } = this.context;
    return sharesOf(row, {
      tallyOfDivision: totals.tallyOfDivision,
      stateOf: (target) => progress.state(target),
    });
  }

  /** The notes that are the map's to list, and are in no map, as far as that is known. */
  get unlisted(): readonly string[] {
    const found = this.path === null ? [] : this.context.findings.of(this.path);
    return found.flatMap(({ kind, target }) => (kind === "unlisted" && target !== null ? [target] : []));
  }

  /** The line at the end of the tree; none if the reader does not want to be told of findings. */
  private unlistedRows(): readonly Row[] {
    const { length } = this.context.settings.current.findings ? this.unlisted : [];
    return length === 0 ? [] : [{ kind: "unlisted", id: "\n(unlisted)", depth: 0, count: length }];
  }

  /** A row that was clicked stays where it is, whatever its state is now, until it is let go. */
  hold(target: string): void {
    this.held = target;
  }

  letGo(): void {
    if (this.held === null) return;
    this.held = null;
    if (this.hidesDone || isFiltering(this.filter)) this.changed();
  }

  /** True if remarks have a line of their own, here and on every map. */
  get showsRemarks(): boolean {
    return this.context.settings.current.remarks;
  }

  /** The row that comes next, behind what is in progress; on the home of all maps, the map that it is on. */
  private idsAhead(ahead: Ahead | null): AheadIds {
    const { roadmap } = this;
    if (!ahead || !roadmap) return NOTHING_AHEAD;
    if (ahead.roadmap === roadmap) {
      const { entry, why } = ahead.next;
      const next = why === "doing" ? nextBehind(this.context, roadmap, entry.target) : entry;
      const divisions = new Set(ahead.divisions.map(({ id }) => id));
      return { entry: next?.id ?? null, target: next?.target ?? null, divisions };
    }
    const map = entriesOfRoadmap(roadmap).find(({ path }) => path === ahead.roadmap.path);
    return { ...NOTHING_AHEAD, entry: map?.id ?? null };
  }

  private rowSources(roadmap: Roadmap, ahead: Ahead | null = null): RowSources {
    const found = this.upkeep.findingsOn(roadmap);
    const { totals, progress, index, navigation } = this.context;
    return {
      stateOf: (target) => progress.state(target),
      linesOf: totals.linesOf,
      findings: found,
      isFixable: ({ id }) => found.entries.has(id),
      ahead: this.idsAhead(ahead),
      accountOf: this.path === ALL_MAPS ? (path) => accountOfMap(this.context, path) : null,
      progressOfMap: (path) => progressOfMap(this.context, path),
      isMap: index.isMap,
      folding: this.folding,
      showsRemarks: this.showsRemarks,
      words: wordsOf(this.filter.text),
      activePath: navigation.activePath(),
    };
  }
}
