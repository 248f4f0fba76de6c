// Whether two plain values say the same: what decides if a change is worth an event.

type Plain = Readonly<Record<string, unknown>>;

/** Deep equality of plain data: arrays, plain objects and primitives. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return Array.isArray(a) ? Array.isArray(b) && sameItems(a, b) : !Array.isArray(b) && sameMembers(a as Plain, b as Plain);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
}

function sameMembers(a: Plain, b: Plain): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}
