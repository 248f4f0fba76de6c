// The heights of a list's rows, and where each begins, when not all are of one height.
import { firstIndex } from "../../core/base/range";

/** Of a row, where the style sheet says none. In pixels. */
const USUAL_HEIGHT = 26;

/**
 * The measures of a list and its rows in the style sheet, in pixels: heights by size, the space above the first row,
 * and that together with the space below the last.
 */
export interface RowStyles {
  readonly heights: ReadonlyMap<string, number>;
  readonly above: number;
  readonly around: number;
}

/** The styles of rows of these sizes. Touch and themes change them. */
export function stylesOf(scrollEl: HTMLElement, sizes: Iterable<string>): RowStyles {
  const style = scrollEl.win.getComputedStyle(scrollEl);
  const pixels = (length: string): number => parseFloat(length) || 0;
  const heightOf = (size: string): number =>
    pixels(style.getPropertyValue(`--moc-path-${size}-height`)) || USUAL_HEIGHT;
  const above = pixels(style.paddingTop);
  return {
    heights: new Map([...sizes].map((size) => [size, heightOf(size)])),
    above,
    around: above + pixels(style.paddingBottom),
  };
}

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

  /** The offset at which a row begins; for all behind the last one, the offset at which that ends. */
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
