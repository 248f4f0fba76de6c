// One kind of edit for everything that writes into notes: a range, the text expected there, and what takes its place.
import type { Range } from "../base/range";

/**
 * An edit of one note, in UTF-16 code units of the text it was made from. `from` stands at a line's beginning and `to`
 * at a line's end (before `\n` or `\r\n`), so that an edit can be found again after lines above it were added or
 * removed; only the characters that differ between `expected` and `insert` are written.
 *
 * A new line is an edit of its neighbour: `expected` is that line, `insert` the same with a line end and the new line
 * behind it (or before it). The reverse takes a line away.
 */
export interface TextEdit extends Range {
  /** The vault path of the note. */
  readonly path: string;
  readonly expected: string;
  readonly insert: string;
}

/**
 * The outcome of an edit. `unchanged`: the text says so already. `moved`: the text expected is not there any more, or
 * in several places, or another edit of the batch changes the same characters: nothing was changed. `missing`: there is
 * no such note. `failed`: the note could not be read or written.
 */
export type EditResult = "written" | "unchanged" | "moved" | "missing" | "failed";

/** True if a note says now what an edit wanted it to say. */
export function isDone(result: EditResult | undefined): boolean {
  return result === "written" || result === "unchanged";
}
