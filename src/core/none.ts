// The empty list that all share who have nothing: of the many objects of a map most lists are empty.

export const NONE: readonly never[] = [];

/** A list with one more at its end: the list itself, which must be the caller's own, unless it is the one that all the empty ones share. */
export function withLast<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}
