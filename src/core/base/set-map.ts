// Sets of values by a key; a key without values is not kept.

export class SetMap<K, V> {
  private readonly sets = new Map<K, Set<V>>();
  /** The same to look at. */
  readonly byKey: ReadonlyMap<K, ReadonlySet<V>> = this.sets;
  private readonly none: ReadonlySet<V> = new Set();

  /** The values of a key, none where it has none. */
  get(key: K): ReadonlySet<V> {
    return this.sets.get(key) ?? this.none;
  }

  add(key: K, value: V): void {
    const values = this.sets.get(key);
    if (values) values.add(value);
    else this.sets.set(key, new Set([value]));
  }

  delete(key: K, value: V): void {
    const values = this.sets.get(key);
    values?.delete(value);
    if (values?.size === 0) this.sets.delete(key);
  }
}
