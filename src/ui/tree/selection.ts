// The rows that are selected, and where a range of them begins. It knows ids only; their order is the tree's.

export class Selection {
  private ids: ReadonlySet<string> = new Set();
  /** The ids that were selected before the range that is being drawn. */
  private base: ReadonlySet<string> = new Set();
  private from: string | null = null;

  /** The row a range begins at; null while there is none. */
  get anchor(): string | null {
    return this.from;
  }

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Selects nothing; a range would begin at this row. */
  startAt(id: string | null): void {
    this.from = id;
    this.set(new Set());
  }

  /** Adds a row, or takes it out; a range would begin at it. */
  flip(id: string): void {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.from = id;
    this.set(ids);
  }

  /** Selects a range in place of the last one that began at the same row. */
  extend(range: readonly string[]): void {
    this.ids = new Set([...this.base, ...range]);
  }

  private set(ids: ReadonlySet<string>): void {
    this.ids = ids;
    this.base = ids;
  }
}
