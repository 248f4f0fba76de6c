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

/**
 * From both ends at once: what was inserted somewhere in a text has moved all that stands behind, and what was changed
 * at its top, as long as it was, nothing.
 */
function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  const last = a.length - 1;
  for (let first = 0; first <= last - first; first++)
    for (const at of [last - first, first]) if (!sameValue(a[at], b[at])) return false;
  return true;
}

function sameMembers(a: Plain, b: Plain): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}
