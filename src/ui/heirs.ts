// Which row stands for one that is gone: what has the keyboard, or is at the top of the view, must not be lost with it.

/** What is needed to know of a row. */
export interface Placed {
  readonly id: string;
  readonly depth: number;
  /** False for rows that hide others now. */
  readonly expanded?: boolean | null;
}

/** The row that stands for the one that was at `at`: itself, else the folded one that it is in now, else the next one that is still there, else the last; null for none. */
export function heirOf<T extends Placed>(before: readonly T[], at: number, now: readonly T[]): T | null {
  const row = before[at];
  if (!row) return null;
  const byId = new Map(now.map((one) => [one.id, one]));
  const folded = [row, ...ancestorsOf(before, at)].flatMap(({ id }) => byId.get(id) ?? []).find((one) => one.id === row.id || one.expanded === false);
  const next = before.slice(at + 1).find(({ id }) => byId.has(id));
  return folded ?? (next && byId.get(next.id)) ?? now.at(-1) ?? null;
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
