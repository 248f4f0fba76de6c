// The lines of a note that edits change, each as it is and as it will be.
import { applyEdits } from "../edit/apply-edits";
import { linesIn } from "../edit/lines";
import type { TextEdit } from "../edit/text-edit";
import { firstAt } from "../base/range";
import { addToGroup } from "../base/group";

export interface ChangedLine {
  /** Counted from 0. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** All edits of that line. */
  readonly edits: readonly TextEdit[];
}

/** The changes of one note. */
export interface ChangedNote {
  readonly path: string;
  readonly lines: readonly ChangedLine[];
}

/** The changed lines of a text in its order; edits that begin on one line are one change of it. */
export function changedLines(text: string, edits: readonly TextEdit[]): readonly ChangedLine[] {
  const lines = linesIn(text);
  const byPlace = new Map<string, TextEdit[]>();
  for (const edit of edits) addToGroup(byPlace, `${edit.from} ${edit.to}`, edit);
  const changed = [...byPlace.values()].flatMap((some): readonly ChangedLine[] => {
    const [first] = some;
    if (!first) return [];
    const own = some.map((edit) => ({ ...edit, from: 0, to: first.to - first.from }));
    const after = applyEdits(first.expected, own).text;
    return [{ line: firstAt(lines, first.from), before: first.expected, after, edits: some }];
  });
  return changed.sort((a, b) => a.line - b.line);
}
