// The empty list that all share who have nothing: of the many objects of a map most lists are empty.

/** Cut from a list of objects, so that to the engine it is one: it keeps those and lists that were always empty apart, and code that meets both is slower. */
export const NONE: readonly never[] = [{} as never].slice(1);

/** A list with one more at its end: the list itself, which must be the caller's own, unless it is the one that all the empty ones share. */
export function withLast<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}
