// The parts of a note that its reader does not see: `%%` and HTML comments outside code.
// The cache reports some of the links in them all the same.
import type { Range } from "../base/range";

const OPENER = /`+|%%|<!--/g;

/** Finds where a stretch opened by each kind of mark is closed, and remembers which kinds are closed no more. */
class Closers {
  private readonly missing = new Set<string>();

  constructor(private readonly text: string) {}

  /** The offset behind `closer`, from `from` on; null where there is none. */
  behind(closer: string, from: number): number | null {
    const at = this.missing.has(closer) ? -1 : this.text.indexOf(closer, from);
    if (at < 0) this.missing.add(closer);
    return at < 0 ? null : at + closer.length;
  }
}

/**
 * The comments in the text of one block, in order, as offsets from `base`. One opened by `%%` may end with its block.
 */
export function commentsIn(text: string, base: number): readonly Range[] {
  const comments: Range[] = [];
  const closers = new Closers(text);
  let end = 0;
  for (const { 0: opener, index } of text.matchAll(OPENER)) {
    if (index < end) continue;
    const isCode = opener.startsWith("`");
    const close =
      closers.behind(opener === "<!--" ? "-->" : opener, index + opener.length) ??
      (opener === "%%" ? text.length : null);
    if (close === null) continue;
    if (!isCode) comments.push({ from: base + index, to: base + close });
    end = close;
  }
  return comments;
}
