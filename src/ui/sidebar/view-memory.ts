// The things this device remembers: which map was shown last, and for each map's view its level, which rows are folded
// otherwise, where it is scrolled to, what is filtered, and whether what is done is hidden. Kept apart from the map's
// text and from sync. Of rows it knows the ids while the plugin runs; the device keeps them by names that hold longer.
import { debounce } from "obsidian";
import { UNFOLDED, type Folding } from "../../core/roadmap/folding";
import { NO_FILTER, isFiltering, type Filter } from "../../core/roadmap/filter";
import { isState } from "../../core/base/state";
import { isLevel } from "../../core/roadmap/levels";
import type { Roadmap } from "../../core/roadmap/model";
import { rowNames } from "../../core/roadmap/row-names";
import { FIRST_VIEW, type ViewState } from "../../core/roadmap/view-state";
import type { IndexChange } from "../../index/ports";
import type { Anchor } from "../widgets/virtual-list";

const LAST = "moc-path-last-map";
const LEVELS = "moc-path-levels";
const FOLDS = "moc-path-folds";
const FILTERS = "moc-path-filters";
const PLACES = "moc-path-places";
const HIDING_DONE = "moc-path-hiding-done";

/** After an edit of a map, so many milliseconds pass until rows are kept by their new names. */
const REST = 300;

/** The rows of a map that are remembered, by their ids. */
interface KeptRows {
  /** Those that are not as the level has them. */
  readonly byHand: ReadonlySet<string>;
  /** The one at the top of the view; null for the very top. */
  readonly place: Anchor | null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function numberIn(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** Storage of this device that outlives a restart. */
export interface DeviceMemory {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

export class ViewMemory {
  /** By the path of its map. What was read from the device before is by ids: a map's first ids are its names. */
  private readonly rows = new Map<string, KeptRows>();
  /** Maps whose rows may have other names than those kept. */
  private readonly stale = new Set<string>();
  private readonly keepSoon = debounce(() => this.keepStale(), REST, true);

  constructor(
    private readonly memory: DeviceMemory,
    /** A map's roadmap as it was read last; null if it is no map. */
    private readonly roadmapOf: (path: string) => Roadmap | null,
  ) {}

  /** The map that was shown last; null where none was yet. */
  get lastMap(): string | null {
    const path = this.memory.load(LAST);
    return typeof path === "string" ? path : null;
  }

  saveLastMap(path: string): void {
    if (path !== this.lastMap) this.memory.save(LAST, path);
  }

  /** The state in which a map was left. */
  view(path: string): ViewState {
    const level = this.all(LEVELS)[path];
    const lasting: Folding = { level: isLevel(level) ? level : UNFOLDED.level, byHand: this.rowsOf(path).byHand };
    return { ...FIRST_VIEW, filter: this.filter(path), hidesDone: this.all(HIDING_DONE)[path] === true, lasting };
  }

  /** Keeps what is different now. */
  saveView(path: string, now: ViewState, before: ViewState): void {
    const { filter, hidesDone, lasting } = now;
    if (filter !== before.filter) this.save(FILTERS, path, isFiltering(filter) ? filter : null);
    if (hidesDone !== before.hidesDone) this.save(HIDING_DONE, path, hidesDone ? true : null);
    if (lasting === before.lasting) return;
    this.save(LEVELS, path, lasting.level === UNFOLDED.level ? null : lasting.level);
    this.rows.set(path, { ...this.rowsOf(path), byHand: lasting.byHand });
    this.keepRows(path);
  }

  /** The row at the top of a map's view; null for the very top. */
  place(path: string): Anchor | null {
    return this.rowsOf(path).place;
  }

  savePlace(path: string, place: Anchor | null): void {
    this.rows.set(path, { ...this.rowsOf(path), place });
    this.keepRows(path);
  }

  private rowsOf(path: string): KeptRows {
    const known = this.rows.get(path);
    if (known) return known;
    const [ids, place] = [this.all(FOLDS)[path], this.all(PLACES)[path]];
    const rows: KeptRows = {
      byHand: new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []),
      place:
        isRecord(place) && typeof place["id"] === "string"
          ? { id: place["id"], offset: numberIn(place["offset"]) }
          : null,
    };
    this.rows.set(path, rows);
    return rows;
  }

  /** Keeps the rows of a map on the device, by their names. */
  private keepRows(path: string): void {
    this.stale.delete(path);
    const { byHand, place } = this.rowsOf(path);
    const roadmap = this.roadmapOf(path);
    const nameOf = roadmap && byHand.size + (place ? 1 : 0) > 0 ? rowNames(roadmap) : (id: string) => id;
    this.save(FOLDS, path, byHand.size === 0 ? null : [...byHand].map(nameOf));
    this.save(PLACES, path, place && { ...place, id: nameOf(place.id) });
  }

  /** Maps have changed: their rows may have other names now. */
  mapsChanged({ maps, identities }: IndexChange): void {
    // Of a map that is gone nothing has an id any more: if it comes back, its rows are known by their names.
    for (const path of maps) if (!this.roadmapOf(path)) this.rows.delete(path);
    for (const path of identities.keys()) {
      const { byHand, place } = this.rowsOf(path);
      if (byHand.size > 0 || place !== null) this.stale.add(path);
    }
    if (this.stale.size > 0) this.keepSoon();
  }

  /** Keeps at once what is still to be kept. */
  finish(): void {
    this.keepSoon.cancel();
    this.keepStale();
  }

  private keepStale(): void {
    for (const path of this.stale) this.keepRows(path);
  }

  /** A map's filter; what is damaged of it is off. */
  private filter(path: string): Filter {
    const value = this.all(FILTERS)[path];
    if (!isRecord(value)) return NO_FILTER;
    const { text, states, key, hot, rated, upTo, fixable, missing } = value;
    return {
      text: typeof text === "string" ? text : "",
      states: Array.isArray(states) ? states.filter(isState) : [],
      ...{
        key: key === true,
        hot: hot === true,
        rated: numberIn(rated),
        upTo: numberIn(upTo),
        fixable: fixable === true,
        missing: missing === true,
      },
    };
  }

  /** A map has another path: what is remembered of it goes along. */
  renamed(path: string, oldPath: string): void {
    if (this.lastMap === oldPath) this.saveLastMap(path);
    const rows = this.rows.get(oldPath);
    this.rows.delete(oldPath);
    if (rows) this.rows.set(path, rows);
    else this.rows.delete(path);
    if (this.stale.delete(oldPath)) this.stale.add(path);
    for (const key of [LEVELS, FOLDS, PLACES, FILTERS, HIDING_DONE]) {
      const value = this.all(key)[oldPath];
      if (value === undefined) continue;
      this.save(key, oldPath, null);
      this.save(key, path, value);
    }
  }

  private save(key: string, path: string, value: unknown): void {
    const { [path]: _, ...others } = this.all(key);
    this.memory.save(key, value === null ? others : { ...others, [path]: value });
  }

  private all(key: string): Readonly<Record<string, unknown>> {
    const value = this.memory.load(key);
    return isRecord(value) ? value : {};
  }
}
