// The parts of a note that its reader does not see: `%%` and HTML comments outside code.
// The cache reports some of the links in them all the same.
import type { Range } from "../base/range";
import { tokensOf } from "./inline";

/**
 * The comments in the text of one block, in order, as offsets from `base`. One opened by `%%` may end with its block.
 */
export function commentsIn(text: string, base: number): readonly Range[] {
  return tokensOf(text)
    .filter(({ kind }) => kind === "comment")
    .map(({ from, to }) => ({ from: base + from, to: base + to }));
}
