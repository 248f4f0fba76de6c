// The marks of the map in an editor: brought by effects, carried through every change of the text.
import { StateEffect, StateField, type EditorState } from "@codemirror/state";
import { editorInfoField } from "obsidian";
import type { MapMark } from "../core/roadmap/map-marks";
import { NOWHERE, placeMarks, type PlacedMarks } from "./placing";
import type { MarkPort } from "./port";

/** The marks of one editor. */
interface EditorMarks {
  /** The note in the editor; null for none. */
  readonly path: string | null;
  /** The marks of the map as they were read last; none in a note that is no map. */
  readonly read: readonly MapMark[];
  /** Those that have a place in the text now. */
  readonly placed: PlacedMarks;
}

const NO_MARKS: readonly MapMark[] = [];

/** The marks are to be placed anew: the map changed, or the text has come to rest. */
export const placeAnew = StateEffect.define<null>();

/** The looks of marks may have changed, but not where they stand. */
export const drawAnew = StateEffect.define<null>();

/** The note in an editor; null for none. */
export function pathIn(state: EditorState): string | null {
  return state.field(editorInfoField, false)?.file?.path ?? null;
}

function read(state: EditorState, port: MarkPort, before: PlacedMarks): EditorMarks {
  const path = pathIn(state);
  const marks = (path === null ? null : port.marks(path)) ?? NO_MARKS;
  return { path, read: marks, placed: placeMarks(state.doc, marks, before) };
}

/** True if marks that were read have no place in the text. */
export function isPartial({ read: all, placed }: EditorMarks): boolean {
  return placed.size < all.length;
}

export type MarkField = StateField<EditorMarks>;

/** A field that keeps the marks of the note in its editor. */
export function markField(port: MarkPort): MarkField {
  return StateField.define<EditorMarks>({
    create: (state) => read(state, port, NOWHERE),
    update(value, { state, changes, docChanged, effects }) {
      if (pathIn(state) !== value.path) return read(state, port, NOWHERE);
      const placed = docChanged ? value.placed.map(changes) : value.placed;
      if (effects.some((effect) => effect.is(placeAnew))) return read(state, port, placed);
      return docChanged && value.read.length > 0 ? { ...value, placed } : value;
    },
  });
}
