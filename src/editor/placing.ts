// The places of marks in an editor's text, which may be older or newer than the text they were read from,
// and has one character for a line end where the file may have two.
import { RangeSet, RangeValue, type Text } from "@codemirror/state";
import { bearsOut, idOf, type MapMark } from "../core/roadmap/map-marks";

/** A mark in the text. Its range follows every change, and is gone when what it stands for is. */
class PlacedMark extends RangeValue {
  // Text typed directly before or behind a link is no part of it.
  override startSide = 1;
  override endSide = -1;

  constructor(readonly mark: MapMark) {
    super();
  }

  override eq(other: PlacedMark): boolean {
    return this.mark === other.mark;
  }
}

export type PlacedMarks = RangeSet<PlacedMark>;

export const NOWHERE: PlacedMarks = RangeSet.of<PlacedMark>([]);

/** True if the text at an offset is what the mark stands for. */
export function standsAt(doc: Text, from: number, mark: MapMark): boolean {
  if (from < 0 || from > doc.length) return false;
  const line = doc.lineAt(from);
  const below = line.number < doc.lines ? doc.line(line.number + 1).to : line.to;
  const to = Math.min(mark.kind === "entry" ? from + mark.to - mark.from : below, doc.length);
  return standsIn(doc.sliceString(line.from, to), from - line.from, mark);
}

/** The same in a text that begins with a line. */
function standsIn(text: string, from: number, mark: MapMark): boolean {
  if (from < 0) return false;
  if (mark.kind === "entry") return bearsOut(text.slice(from, from + mark.to - mark.from), mark);
  const indent = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return indent.trim() === "" && bearsOut(text.slice(from, endOfLineBelow(text, from)), mark);
}

/** The offset where the line below that of an offset ends; the end of the text if there is none. */
function endOfLineBelow(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  const below = end < 0 ? -1 : text.indexOf("\n", end + 1);
  return below < 0 ? text.length : below;
}

/**
 * The two ways to a mark's offset in the editor from that in its file:
 * the same, or less one for each line end of two characters before it.
 */
const LINE_ENDS: readonly ((mark: MapMark) => number)[] = [({ from }) => from, ({ from, line }) => from - line];

/**
 * The marks that stand where they were read; line ends are taken to be of one kind throughout, that with which more do.
 */
function atOwnOffsets(doc: Text, marks: readonly MapMark[]): ReadonlyMap<MapMark, number> {
  let best: ReadonlyMap<MapMark, number> = new Map();
  // One string is much faster to look into thousands of times than the tree of lines that the editor keeps.
  const text = doc.toString();
  for (const offsetOf of LINE_ENDS) {
    const standing = new Map<MapMark, number>();
    for (const mark of marks) if (standsIn(text, offsetOf(mark), mark)) standing.set(mark, offsetOf(mark));
    if (standing.size > best.size) best = standing;
    if (best.size === marks.length) break;
  }
  return best;
}

/** The offsets of marks by their ids. */
function offsetsOf(placed: PlacedMarks): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const cursor = placed.iter(); cursor.value; cursor.next()) offsets.set(idOf(cursor.value.mark), cursor.from);
  return offsets;
}

/**
 * Places marks in a text: each where it was read, if the text there bears it out; else where `before` has the mark of
 * the same id, which has followed all edits since. A mark that stands at neither place is left out.
 */
export function placeMarks(doc: Text, marks: readonly MapMark[], before: PlacedMarks): PlacedMarks {
  const offsets = new Map(atOwnOffsets(doc, marks));
  if (offsets.size < marks.length) addKnown(doc, marks, offsets, offsetsOf(before));
  // Of a heading that closes the text less may be left than was read.
  const ranges = [...offsets].map(([mark, from]) =>
    new PlacedMark(mark).range(from, Math.min(from + mark.to - mark.from, doc.length)),
  );
  return RangeSet.of(ranges, true);
}

/** Adds the marks that have no offset yet, where they are known to stand by their ids. */
function addKnown(
  doc: Text,
  marks: readonly MapMark[],
  offsets: Map<MapMark, number>,
  known: ReadonlyMap<string, number>,
): void {
  const taken = new Set(offsets.values());
  for (const mark of marks) {
    const from = known.get(idOf(mark));
    if (offsets.has(mark) || from === undefined || taken.has(from) || !standsAt(doc, from, mark)) continue;
    taken.add(from);
    offsets.set(mark, from);
  }
}
