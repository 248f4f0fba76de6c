// The lines of a map that change when the states of its tasks do.
import { lineEdit, linesIn, type TextLine } from "./lines";
import type { TextEdit } from "./text-edit";
import { isLink } from "../roadmap/map-marks";
import { entriesOfRoadmap, type Entry, type Roadmap } from "../roadmap/model";
import { markOfState, stateOfMark, type MarkMeanings, type State } from "../base/state";

/** The change of one task's mark. */
export interface TaskEdit {
  readonly target: string;
  /** The mark before, and the one that takes its place. */
  readonly mark: string;
  readonly newMark: string;
  readonly edit: TextEdit;
}

/** The state that a target's tasks are to say, and the marks that they have in the map as far as that is known. */
export interface Wanted {
  readonly state: State;
  readonly marks: string;
}

const ITEM = /^[\s>]*(?:[-*+]|\d+[.)])\s/;
/** An item's text up to its task mark, the mark, and what is behind it. */
const TASK = /^([\s>]*(?:[-*+]|\d+[.)])\s+\[)(.)(\]\s[^]*)$/u;

/** The line on which the item of an entry begins; -1 where there is none. */
function itemLine(entry: Entry, lines: readonly TextLine[]): number {
  let { line } = entry.link;
  while (line >= 0 && !ITEM.test(lines[line]?.words ?? "")) line--;
  return line;
}

function editOf(
  path: string,
  { target, task }: Entry,
  line: TextLine,
  { state, marks }: Wanted,
  meanings?: MarkMeanings,
): TaskEdit | null {
  const [, before = "", mark = "", behind = ""] = TASK.exec(line.words) ?? [];
  const known = stateOfMark(mark, meanings);
  if (known === null || known === state || (mark !== task && !marks.includes(mark))) return null;
  const newMark = markOfState(state);
  return { target, mark, newMark, edit: lineEdit(path, line, before + newMark + behind) };
}

/**
 * The edits that make the tasks of a map say the states of their targets. `text` is the map's,
 * as the roadmap was read from it but perhaps for other marks; entries that stand elsewhere are left alone,
 * and so are items with several entries, and marks that mean something else.
 */
export function taskEdits(
  roadmap: Roadmap,
  text: string,
  states: ReadonlyMap<string, Wanted>,
  meanings?: MarkMeanings,
): readonly TaskEdit[] {
  const lines = linesIn(text);
  const tasks = entriesOfRoadmap(roadmap)
    .filter(({ task }) => task !== null)
    .map((entry) => ({ entry, line: itemLine(entry, lines) }));
  const count = new Map<number, number>();
  for (const { line } of tasks) count.set(line, (count.get(line) ?? 0) + 1);
  return tasks.flatMap(({ entry, line }) => {
    const wanted = states.get(entry.target);
    const item = lines[line];
    const isWritable =
      item &&
      wanted !== undefined &&
      count.get(line) === 1 &&
      isLink(text.slice(entry.link.from, entry.link.to), entry.link);
    return (isWritable && editOf(roadmap.path, entry, item, wanted, meanings)) || [];
  });
}
