// Finds the row that stands for one that is gone: the row that has the keyboard, or is at the top of the view, must not
// be lost with it.

/** The facts that are needed about a row. */
export interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly depth: number;
  /** False for rows that hide others now. */
  readonly expanded?: boolean | null | undefined;
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

/** The place now of the row with an id, or of the one that stands for it. It is looked for around `near`. */
export function successorOf(
  id: string | null,
  before: readonly Placed[],
  now: readonly Placed[],
  near: number,
): Successor {
  const at = indexOfId(before, id, near);
  const index = indexOfId(now, id, at < 0 ? near : at);
  return index < 0 ? { index: heirOf(before, at, now), isSame: false } : { index, isSame: true };
}

/** Entries and findings: rows that something is done with, one after another. */
function isItem({ kind }: Placed): boolean {
  return kind === "entry" || kind === "finding";
}

/**
 * The index of the row that stands for the one that was at `at` and is gone: the folded one that it is in now, else the
 * one at its place, behind the nearest row above that is still there, else the last; -1 for none. An item goes on to
 * the next one: a key that is pressed again must not mean a whole chapter.
 */
export function heirOf(before: readonly Placed[], at: number, now: readonly Placed[]): number {
  const gone = before[at];
  if (!gone) return -1;
  for (const ancestor of ancestorsOf(before, at)) {
    const index = indexOfId(now, ancestor.id, at);
    if (now[index]?.expanded === false) return index;
  }
  const place = Math.min(indexAbove(now, before, at) + 1, now.length - 1);
  const next = isItem(gone)
    ? now.slice(Math.max(place, 0)).findIndex((row) => isItem(row) || row.expanded === false)
    : 0;
  return next > 0 ? place + next : place;
}

/** The index now of the nearest row above a place; -1 if none is there. */
function indexAbove(now: readonly Placed[], before: readonly Placed[], at: number): number {
  const nearest = before[at - 1];
  if (!nearest) return -1;
  const index = indexOfId(now, nearest.id, at);
  if (index >= 0) return index;
  const indexById = new Map(now.map((row, place) => [row.id, place]));
  for (let above = at - 2; above >= 0; above--) {
    const place = indexById.get(before[above]?.id ?? "");
    if (place !== undefined) return place;
  }
  return -1;
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
