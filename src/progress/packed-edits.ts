// Edits of notes as short values: each path once, and of what an edit inserts only what differs from what it expects.
import { addToGroup } from "../core/base/group";
import type { TextEdit } from "../core/edit/text-edit";

/** From `start` on, `gone` characters of what is expected at `from` give way to `words`. */
type PackedEdit = readonly [from: number, expected: string, start: number, gone: number, words: string];
export type PackedNote = readonly [path: string, edits: readonly PackedEdit[]];

export function packEdits(edits: readonly TextEdit[]): readonly PackedNote[] {
  const notes = new Map<string, PackedEdit[]>();
  for (const edit of edits) addToGroup(notes, edit.path, packed(edit));
  return [...notes];
}

export function unpackEdits(notes: readonly PackedNote[]): readonly TextEdit[] {
  return notes.flatMap(([path, edits]) =>
    edits.map(([from, expected, start, gone, words]) => ({
      path,
      from,
      to: from + expected.length,
      expected,
      insert: expected.slice(0, start) + words + expected.slice(start + gone),
    })),
  );
}

/** True if a stored value holds edits; else it is damaged. */
export function arePackedNotes(value: unknown): value is readonly PackedNote[] {
  return Array.isArray(value) && value.every(isPackedNote);
}

function isPackedNote(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const fields: readonly unknown[] = value;
  const [path, edits] = fields;
  return typeof path === "string" && Array.isArray(edits) && edits.every(isPackedEdit);
}

function isPackedEdit(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const fields: readonly unknown[] = value;
  const [from, expected, start, gone, words] = fields;
  return [from, start, gone].every(Number.isSafeInteger) && typeof expected === "string" && typeof words === "string";
}

function packed({ from, expected, insert }: TextEdit): PackedEdit {
  const shorter = Math.min(expected.length, insert.length);
  let [start, end] = [0, 0];
  while (start < shorter && expected[start] === insert[start]) start++;
  while (end < shorter - start && expected.at(-1 - end) === insert.at(-1 - end)) end++;
  return [from, expected, start, expected.length - start - end, insert.slice(start, insert.length - end)];
}
