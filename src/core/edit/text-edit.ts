// One kind of edit for everything that writes into notes: a range, the text expected there, and what takes its place.
import type { Range } from "../base/range";

/**
 * An edit of one note, in UTF-16 code units of the text it was made from. `from` stands at a line's beginning and `to` at
 * a line's end, so that an edit can be found again after lines above it were added or removed; only the characters
 * that differ between `expected` and `insert` are written.
 */
export interface TextEdit extends Range {
  /** The vault path of the note. */
  readonly path: string;
  readonly expected: string;
  readonly insert: string;
}
