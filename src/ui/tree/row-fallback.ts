// Finds the row that stands for one that is gone: the row that has the keyboard, or is at the top of the view, must not
// be lost with it.

/** The facts that are needed about a row. */
export interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly depth: number;
  /** The target an entry leads to. */
  readonly target?: string | undefined;
  /** False for rows that hide others now. */
  readonly expanded?: boolean | null | undefined;
}

/** Tells which id a row from before has now. */
export type IdNow = (id: string) => string;

/** Rows have the ids that they had. */
export const same: IdNow = (id) => id;

/** A row from before with the id that it has now, which of most nobody asks for. */
class Followed implements Placed {
  constructor(
    private readonly row: Placed,
    private readonly idNow: IdNow,
  ) {}

  get id(): string {
    return this.idNow(this.row.id);
  }

  get kind(): string {
    return this.row.kind;
  }

  get depth(): number {
    return this.row.depth;
  }

  get target(): string | undefined {
    return this.row.target;
  }

  get expanded(): boolean | null | undefined {
    return this.row.expanded;
  }
}

/** Rows from before, with the ids that they have now. */
export function under(idNow: IdNow, before: readonly Placed[]): readonly Placed[] {
  return idNow === same ? before : before.map((row) => new Followed(row, idNow));
}

/** The index of the row with an id, which is looked for around `near`; -1 where there is none. */
export function indexOfId(rows: readonly Placed[], id: string | null, near: number): number {
  return id === null ? -1 : indexAround(rows, near, (row) => row.id === id);
}

/** The place of a row now, or of one that stands for it, which is not the same. */
export interface Successor {
  /** -1 for none. */
  readonly index: number;
  readonly isSame: boolean;
}

/**
 * The place now of the row with an id, under another id too, or of the one that stands for it. It is looked for around
 * `near`.
 */
export function successorOf(
  id: string | null,
  before: readonly Placed[],
  now: readonly Placed[],
  near: number,
): Successor {
  const at = indexOfId(before, id, near);
  const row = before[at];
  const kept = row ? indexOfSame(now, row, at) : indexOfId(now, id, near);
  const index = row && kept < 0 ? indexOfTwin(now, row, at, before) : kept;
  return index < 0 ? { index: heirOf(before, at, now), isSame: false } : { index, isSame: true };
}

/** Tells under which id a row from before is there now; null where it is gone. For many rows. */
export function idsNow(before: readonly Placed[], now: readonly Placed[]): (id: string) => string | null {
  const ids = new Set(now.map(({ id }) => id));
  const targetById = new Map(before.map(({ id, target }) => [id, target]));
  const twins = new Map(
    now.filter(({ id, target }) => target !== undefined && !targetById.has(id)).map(({ id, target }) => [target, id]),
  );
  return (id) => {
    const target = targetById.get(id);
    return ids.has(id) ? id : ((target === undefined ? undefined : twins.get(target)) ?? null);
  };
}

/**
 * The index of the row that stands for the one that was at `at` and is gone: the folded one that it is in now, else the
 * one at its place, behind the nearest row above that is still there, else the last; -1 for none. An entry goes on to
 * the next one: a key that is pressed again must not mean a whole chapter.
 */
export function heirOf(before: readonly Placed[], at: number, now: readonly Placed[]): number {
  const gone = before[at];
  if (!gone) return -1;
  for (const ancestor of ancestorsOf(before, at)) {
    const index = indexOfSame(now, ancestor, at);
    if (now[index]?.expanded === false) return index;
  }
  const place = Math.min(indexAbove(now, before, at) + 1, now.length - 1);
  const next =
    gone.kind === "entry"
      ? now.slice(Math.max(place, 0)).findIndex(({ kind, expanded }) => kind === "entry" || expanded === false)
      : 0;
  return next > 0 ? place + next : place;
}

/** The index now of the nearest row above a place; -1 if none is there. */
function indexAbove(now: readonly Placed[], before: readonly Placed[], at: number): number {
  const nearest = before[at - 1];
  if (!nearest) return -1;
  const index = indexOfSame(now, nearest, at);
  if (index >= 0) return index;
  const indexById = new Map(now.map((row, place) => [row.id, place]));
  for (let above = at - 2; above >= 0; above--) {
    const place = indexById.get(before[above]?.id ?? "");
    if (place !== undefined) return place;
  }
  return -1;
}

/**
 * The index of the same row among others. What is at hand is compared first: of the many rows of a long map the ids are
 * dearer.
 */
function indexOfSame(rows: readonly Placed[], { id, kind, target }: Placed, near: number): number {
  return indexAround(rows, near, (row) => row.kind === kind && row.target === target && row.id === id);
}

/**
 * The index of an entry that has another id now, as when its chapter was renamed: it leads where it led, and was not
 * there before; -1 where it is gone.
 */
function indexOfTwin(rows: readonly Placed[], { target }: Placed, near: number, before: readonly Placed[]): number {
  if (target === undefined) return -1;
  return indexAround(rows, near, (row) => row.target === target && indexOfSame(before, row, near) < 0);
}

/** The index of the row nearest to a place that fits; -1 for none. */
function indexAround(rows: readonly Placed[], near: number, fits: (row: Placed) => boolean): number {
  const fitsAt = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && fits(row);
  };
  // A place further off than any row is as near as the last one.
  const from = Math.min(near, rows.length);
  for (let distance = 0; distance <= Math.max(from, rows.length - from); distance++) {
    if (fitsAt(from + distance)) return from + distance;
    if (distance <= from && fitsAt(from - distance)) return from - distance;
  }
  return -1;
}

/** The rows that a row is in, from the nearest outwards. */
export function ancestorsOf<T extends Placed>(rows: readonly T[], at: number): readonly T[] {
  const found: T[] = [];
  let depth = rows[at]?.depth ?? 0;
  for (let above = at - 1; above >= 0 && depth > 0; above--) {
    const row = rows[above];
    if (!row || row.depth >= depth) continue;
    found.push(row);
    depth = row.depth;
  }
  return found;
}
