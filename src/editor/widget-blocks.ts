// The lines that Live Preview replaces by editors of their own: tables and callouts. Found in the text alone,
// since the names in Obsidian's syntax tree are not documented.
import type { Line, Text } from "@codemirror/state";

const CALLOUT = /^\s*(?:>\s*)+\[!/;
const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** A block longer than this is looked at from here on only. */
const MOST_LINES_ABOVE = 500;

function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}

/** The number of the first line of the block a line stands in. */
function blockStart(doc: Text, number: number): number {
  const least = Math.max(1, number - MOST_LINES_ABOVE);
  let first = number;
  while (first > least && !isBlank(doc.line(first - 1))) first--;
  return first;
}

function opensTable(doc: Text, line: Line): boolean {
  if (!line.text.includes("|") || line.number === doc.lines) return false;
  const below = doc.line(line.number + 1).text;
  return below.includes("-") && below.includes("|") && DELIMITERS.test(below);
}

/** The numbers of the lines between two offsets that stand in a table or callout. */
export function widgetLines(doc: Text, from: number, to: number): ReadonlySet<number> {
  const inside = new Set<number>();
  const last = doc.lineAt(to).number;
  let isInside = false;
  for (let number = blockStart(doc, doc.lineAt(from).number); number <= last; number++) {
    const line = doc.line(number);
    isInside = !isBlank(line) && (isInside || CALLOUT.test(line.text) || opensTable(doc, line));
    if (isInside) inside.add(number);
  }
  return inside;
}
