// The looks of a wikilink whose alias begins at an unescaped pipe: in a table that pipe ends the cell.
import { matchesIn } from "../base/matches";

const CUT_LINK = /!?\[\[[^[\]|\\\n]*\|[^[\]\n]*\]\]/g;

/** The links in the text of a table that its pipes cut. */
export function cutLinksIn(text: string): readonly RegExpExecArray[] {
  return matchesIn(text, CUT_LINK);
}
