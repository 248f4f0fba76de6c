// A checked change of a note: one line, expected as it was read, and what takes its place.
// Lines are counted from 0 and have no line end.

export interface LineEdit {
  readonly line: number;
  readonly expected: string;
  readonly text: string;
}

/**
 * The outcome of an edit. `moved`: the line is not there any more as it was read, so nothing was changed.
 * `missing`: there is no such note.
 */
export type EditResult = "written" | "unchanged" | "moved" | "missing";

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

/**
 * The place now of the line that an edit expects: where it was read, else the only place where it is;
 * null where it is in none or in several.
 */
function whereIs({ line, expected }: LineEdit, lines: readonly string[]): number | null {
  if (lines[line] === expected) return line;
  const at = lines.indexOf(expected);
  return at < 0 || lines.includes(expected, at + 1) ? null : at;
}

/** Does edits to `lines`, one after another, and says what became of each. */
export function editLines(lines: string[], edits: readonly LineEdit[]): readonly EditResult[] {
  return edits.map((edit) => {
    const at = whereIs(edit, lines);
    if (at === null) return lines[edit.line] === edit.text ? "unchanged" : "moved";
    if (edit.text === edit.expected) return "unchanged";
    lines[at] = edit.text;
    return "written";
  });
}

/** A text with edits done to it: what is around them, line ends included, stays as it is. */
export function editText(
  text: string,
  edits: readonly LineEdit[],
): { readonly text: string; readonly results: readonly EditResult[] } {
  const [bare, ends] = [linesOf(text), text.match(/\r?\n/g) ?? []];
  const results = editLines(bare, edits);
  return { text: bare.map((line, index) => line + (ends[index] ?? "")).join(""), results };
}
