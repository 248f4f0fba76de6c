// Tells if two values say the same, which decides if a change is worth an event.

type Plain = Readonly<Record<string, unknown>>;

/** Deep equality of plain data: arrays, plain objects and primitives. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return Array.isArray(a)
    ? Array.isArray(b) && sameItems(a, b)
    : !Array.isArray(b) && sameMembers(a as Plain, b as Plain);
}

/** From the last to the first: what was inserted somewhere in a text has moved all that stands behind. */
function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  return a.findLastIndex((item, index) => !sameValue(item, b[index])) < 0;
}

function sameMembers(a: Plain, b: Plain): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}
