// The things this device remembers: which map was shown last, and for each map's view its level, which rows are folded
// otherwise, where it is scrolled to, what is filtered, and whether what is done is hidden. Kept apart from the map's
// text and from sync.
import { NO_FILTER, isFiltering, type Filter } from "../../core/roadmap/filter";
import { isState } from "../../core/base/state";
import { UNFOLDED, type Folding } from "../tree/expansion";
import { isLevel } from "../../core/roadmap/levels";
import type { Anchor } from "../tree/virtual-list";

const LAST = "moc-path-last-map";
const LEVELS = "moc-path-levels";
const FOLDS = "moc-path-folds";
const FILTERS = "moc-path-filters";
const PLACES = "moc-path-places";
const HIDING_DONE = "moc-path-hiding-done";

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
  constructor(private readonly memory: DeviceMemory) {}

  /** The map that was shown last; null where none was yet. */
  get lastMap(): string | null {
    const path = this.memory.load(LAST);
    return typeof path === "string" ? path : null;
  }

  saveLastMap(path: string): void {
    if (path !== this.lastMap) this.memory.save(LAST, path);
  }

  folding(path: string): Folding {
    const level = this.all(LEVELS)[path];
    const ids = this.all(FOLDS)[path];
    return {
      level: isLevel(level) ? level : UNFOLDED.level,
      byHand: new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []),
    };
  }

  saveFolding(path: string, { level, byHand }: Folding): void {
    this.save(LEVELS, path, level === UNFOLDED.level ? null : level);
    this.save(FOLDS, path, byHand.size === 0 ? null : [...byHand]);
  }

  /** The row at the top of a map's view; null for the very top. */
  place(path: string): Anchor | null {
    const value = this.all(PLACES)[path];
    return isRecord(value) && typeof value["id"] === "string"
      ? { id: value["id"], offset: numberIn(value["offset"]) }
      : null;
  }

  savePlace(path: string, place: Anchor | null): void {
    this.save(PLACES, path, place);
  }

  /** A map's filter; what is damaged of it is off. */
  filter(path: string): Filter {
    const value = this.all(FILTERS)[path];
    if (!isRecord(value)) return NO_FILTER;
    const { text, states, key, hot, rated, upTo, off, missing } = value;
    return {
      text: typeof text === "string" ? text : "",
      states: Array.isArray(states) ? states.filter(isState) : [],
      ...{
        key: key === true,
        hot: hot === true,
        rated: numberIn(rated),
        upTo: numberIn(upTo),
        off: off === true,
        missing: missing === true,
      },
    };
  }

  saveFilter(path: string, filter: Filter): void {
    this.save(FILTERS, path, isFiltering(filter) ? filter : null);
  }

  hidesDone(path: string): boolean {
    return this.all(HIDING_DONE)[path] === true;
  }

  saveHidesDone(path: string, hidesDone: boolean): void {
    this.save(HIDING_DONE, path, hidesDone ? true : null);
  }

  /** Rows of a map have other ids: what is remembered of them goes along. */
  follow(path: string, idNow: (id: string) => string): void {
    const { level, byHand } = this.folding(path);
    this.saveFolding(path, { level, byHand: new Set([...byHand].map(idNow)) });
    const place = this.place(path);
    if (place) this.savePlace(path, { ...place, id: idNow(place.id) });
  }

  /** A map has another path: what is remembered of it goes along. */
  renamed(path: string, oldPath: string): void {
    if (this.lastMap === oldPath) this.saveLastMap(path);
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
