// Lists of which most stay empty: these share one, for a list of its own for each would be a fifth of what a map keeps.

/** The empty list. Frozen, so that nothing can be added to what others share. */
export const NONE: never[] = [];
Object.freeze(NONE);

/** A list with one more at its end: the list itself, or a new one in place of one that is empty. */
export function withOne<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}
