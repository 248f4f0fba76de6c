// The place of each row of a tree among those of its level: a virtual tree has to say what the document does not hold.

/** A row's place among the rows of the same parent, counted from 1, and how many these are. */
interface Standing {
  readonly place: number;
  readonly of: number;
}

/** The standing of every row, asked for by its index. */
export class Siblings {
  private readonly places: number[] = [];
  /** By row: the number of its parent's group of rows. */
  private readonly groups: number[] = [];
  private readonly sizes: number[] = [];

  constructor(rows: readonly { readonly depth: number }[]) {
    /** The group that is open at each depth. */
    const open: number[] = [];
    for (const { depth } of rows) {
      open.length = Math.min(open.length, depth + 1);
      const group = (open[depth] ??= this.sizes.length);
      const place = (this.sizes[group] ?? 0) + 1;
      this.sizes[group] = place;
      this.groups.push(group);
      this.places.push(place);
    }
  }

  of(index: number): Standing {
    return { place: this.places[index] ?? 1, of: this.sizes[this.groups[index] ?? -1] ?? 1 };
  }
}
