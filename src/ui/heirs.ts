// Which row stands for one that is gone: what has the keyboard, or is at the top of the view, must not be lost with it.

/** What is needed to know of a row. */
export interface Placed {
  readonly id: string;
  readonly depth: number;
  /** False for rows that hide others now. */
  readonly expanded?: boolean | null;
}

/** The row that stands for the one that was at `at` and is gone: the folded one that it is in now, else the next one that is still there, else the last; null for none. */
export function heirOf<T extends Placed>(before: readonly T[], at: number, now: readonly T[]): T | null {
  if (!before[at]) return null;
  for (const ancestor of ancestorsOf(before, at)) {
    const still = stillIn(now, ancestor, at);
    if (still?.expanded === false) return still;
  }
  return nextIn(now, before, at) ?? now.at(-1) ?? null;
}

/** So many rows are looked for one by one before all are gathered. */
const FEW = 20;

/** The first row behind a place that is still there. */
function nextIn<T extends Placed>(now: readonly T[], before: readonly T[], at: number): T | null {
  for (const row of before.slice(at + 1, at + 1 + FEW)) {
    const still = stillIn(now, row, at);
    if (still) return still;
  }
  const byId = new Map(now.map((one) => [one.id, one]));
  const next = before.slice(at + 1 + FEW).find(({ id }) => byId.has(id));
  return (next && byId.get(next.id)) ?? null;
}

/** The same row among others, looked for around a place. Depths are compared first: of the many rows of a long map the ids are dearer. */
function stillIn<T extends Placed>(rows: readonly T[], row: T | undefined, near: number): T | null {
  const isSame = (one: T | undefined): one is T => one !== undefined && one.depth === row?.depth && one.id === row.id;
  for (let distance = 0; distance < Math.max(near + 1, rows.length - near); distance++) {
    const [above, below] = [rows[near - distance], rows[near + distance]];
    if (isSame(below)) return below;
    if (isSame(above)) return above;
  }
  return null;
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
