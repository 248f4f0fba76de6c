// Where each row of a list begins, when not all are of one height.
import { firstIndex } from "../core/range";

export class RowOffsets {
  private readonly tops = [0];

  /** Heights in pixels, from the first row to the last. */
  constructor(heights: readonly number[]) {
    for (const height of heights) this.tops.push(this.total + height);
  }

  /** The height of all rows. */
  get total(): number {
    return this.top(this.tops.length - 1);
  }

  /** Where a row begins; where the last one ends for all behind it. */
  top(index: number): number {
    return this.tops[Math.min(index, this.tops.length - 1)] ?? 0;
  }

  /** The row at an offset; the first or last for offsets before or behind them. */
  at(offset: number): number {
    // The last one that begins no later.
    const last = this.tops.length - 2;
    return Math.max(firstIndex(last + 1, (index) => this.top(index) <= offset) - 1, 0);
  }
}
