// Pairs things from before a change with those after it, pass by pass, from the surest sign that two are the same to
// the faintest. Each is in one pair at most; what is left over was removed, or added.
import { addToGroup } from "../base/group";

export class Pairing<T> {
  /** By what is there now, what it was before. */
  readonly pairs = new Map<T, T>();
  private readonly before: Set<T>;
  private readonly now: Set<T>;

  /** Both in the order of the map. */
  constructor(before: readonly T[], now: readonly T[]) {
    this.before = new Set(before);
    this.now = new Set(now);
  }

  /** Things from before that are in no pair. */
  get removed(): readonly T[] {
    return [...this.before];
  }

  /** Things of now that are in no pair. */
  get added(): readonly T[] {
    return [...this.now];
  }

  /** Pairs those that have the same key, in their order; those whose key is null with none. */
  byKey(keyOf: (one: T) => string | null): void {
    const waiting = grouped(this.before, keyOf);
    for (const one of waiting.size === 0 ? [] : this.now) {
      const key = keyOf(one);
      const old = key === null ? undefined : waiting.get(key)?.shift();
      if (old !== undefined) this.pair(old, one);
    }
  }

  /**
   * Pairs those that have the most in common of what no other has: a feature that several share on one side says
   * nothing.
   */
  byFeatures(featuresOf: (one: T) => readonly string[]): void {
    if (this.before.size === 0 || this.now.size === 0) return;
    const ofBefore = owners(this.before, featuresOf);
    const votes = new Map<T, Map<T, number>>();
    for (const [feature, one] of owners(this.now, featuresOf)) {
      const old = ofBefore.get(feature) ?? null;
      if (one === null || old === null) continue;
      const ofOne = votes.get(one) ?? new Map<T, number>();
      votes.set(one, ofOne.set(old, (ofOne.get(old) ?? 0) + 1));
    }
    const ranked = [...votes].flatMap(([one, ofOne]) => [...ofOne].map(([old, count]) => ({ one, old, count })));
    for (const { one, old } of ranked.sort((a, b) => b.count - a.count))
      if (this.now.has(one) && this.before.has(old)) this.pair(old, one);
  }

  private pair(old: T, one: T): void {
    this.pairs.set(one, old);
    this.before.delete(old);
    this.now.delete(one);
  }
}

function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string | null): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) addToGroup(groups, key, one);
  }
  return groups;
}

/** By feature, the only one that has it; null where several do. */
function owners<T>(all: Iterable<T>, featuresOf: (one: T) => readonly string[]): ReadonlyMap<string, T | null> {
  const owner = new Map<string, T | null>();
  for (const one of all)
    for (const feature of new Set(featuresOf(one))) owner.set(feature, owner.has(feature) ? null : one);
  return owner;
}
