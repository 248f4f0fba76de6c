// The blocks of a note that reading view renders one by one.
import { parseMetadata } from "../metadata/parse";

/** A block with its source and its lines, counted from 0, both inclusive. */
export interface Section {
  readonly source: string;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** Blocks that reading view does not show among the text. */
const UNSEEN: ReadonlySet<string> = new Set(["yaml", "comment", "footnoteDefinition", "text", "element"]);

export function sectionsOf(text: string): readonly Section[] {
  const seen = (parseMetadata(text).sections ?? []).filter(({ type }) => !UNSEEN.has(type));
  return seen.map(({ position: { start, end } }) => ({
    source: text.slice(start.offset, end.offset).replaceAll("\r\n", "\n"),
    lineStart: start.line,
    lineEnd: end.line,
  }));
}
