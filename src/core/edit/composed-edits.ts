// Edits of one note that were made one after another, each from the text that those before it left, as edits of the
// first text: so they are checked and written together.
import type { TextEdit } from "./text-edit";

/** A stretch of the first text with what stands there now; `at` is where that begins in the text as it is now. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly insert: string;
  /** The edits that made it what it is. */
  readonly of: readonly TextEdit[];
}

/** An edit of the first text, and those that it does at once. */
export interface ComposedEdit {
  readonly edit: TextEdit;
  readonly of: readonly TextEdit[];
}

const endOf = ({ at, insert }: Part): number => at + insert.length;
const growthOf = ({ from, to, insert }: Part): number => insert.length - (to - from);

function replaced(text: string, from: number, to: number, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** The parts once one more edit of the text `now` is done: those that it touches are one part with it. */
function withEdit(parts: readonly Part[], edit: TextEdit, now: string): readonly Part[] {
  const { from, to, insert } = edit;
  const before = parts.filter((part) => endOf(part) < from);
  const behind = parts.filter(({ at }) => at > to);
  const touched = parts.filter((part) => !before.includes(part) && !behind.includes(part));
  const [start, end] = [
    Math.min(from, ...touched.map(({ at }) => at)),
    Math.max(to, ...touched.map((part) => endOf(part))),
  ];
  const grown = (some: readonly Part[]): number => some.reduce((sum, part) => sum + growthOf(part), 0);
  const shift = grown(before);
  const part = {
    from: start - shift,
    to: end - shift - grown(touched),
    at: start,
    insert: now.slice(start, from) + insert + now.slice(to, end),
    of: [...touched.flatMap(({ of }) => of), edit],
  };
  const longer = insert.length - (to - from);
  return [...before, part, ...behind.map((one) => ({ ...one, at: one.at + longer }))];
}

/** Edits of `text`, none touching another, that do what `edits` do in turn; in the order of the text. */
export function composedEdits(text: string, edits: readonly TextEdit[]): readonly ComposedEdit[] {
  let [now, parts]: [string, readonly Part[]] = [text, []];
  for (const edit of edits) {
    parts = withEdit(parts, edit, now);
    now = replaced(now, edit.from, edit.to, edit.insert);
  }
  const path = edits[0]?.path ?? "";
  return parts.map(({ from, to, insert, of }) => ({
    edit: { path, from, to, expected: text.slice(from, to), insert },
    of,
  }));
}
