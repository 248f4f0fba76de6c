// Actions that can be undone, of every kind, as values short enough to be kept.
import type { State } from "../core/base/state";
import type { TextEdit } from "../core/edit/text-edit";
import { noteOf } from "../core/read/links";
import { arePackedNotes, packEdits, unpackEdits, type PackedNote } from "./packed-edits";
import { packSteps, renameLast, unpackSteps, type PackedSteps, type Step } from "./packed-steps";

/** The marks that one click, key or command set. */
export interface MarkAction {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly steps: readonly Step[];
}

/** An edit of notes in words for the reader: "Flour: no rating → 4 of 5 stars". */
export interface EditLabel {
  /** Names what was changed. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The target that it was about, whose row is shown when it is undone; null for none. */
  readonly target: string | null;
}

/** Edits of one or several notes that the reader asked for at once. */
export interface EditAction {
  readonly at: number;
  readonly label: EditLabel;
  /** They take the action back, or, once that is done, do it again. */
  readonly edits: readonly TextEdit[];
}

export interface PackedMarks extends PackedSteps {
  readonly at: number;
}

export interface PackedEditAction extends EditLabel {
  readonly at: number;
  readonly notes: readonly PackedNote[];
}

/** An action as it is kept. */
export type KeptAction = PackedMarks | PackedEditAction;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isKept(value: unknown): value is KeptAction {
  if (!isFields(value) || typeof value["at"] !== "number") return false;
  const hasTexts = (...keys: readonly string[]): boolean => keys.every((key) => typeof value[key] === "string");
  const { notes, target } = value;
  const isMarks = hasTexts("first", "last", "before", "after");
  return (
    isMarks || (hasTexts("name", "before", "after") && (target === null || hasTexts("target")) && arePackedNotes(notes))
  );
}

/** True if an action edited notes; else it set marks. */
export function isEdits(action: KeptAction): action is PackedEditAction {
  return "notes" in action;
}

export function actionsIn(value: unknown, key: "undo" | "redo"): readonly KeptAction[] {
  const actions = isFields(value) ? value[key] : null;
  return Array.isArray(actions) ? actions.filter(isKept) : [];
}

/** The newest actions that take no more than so many characters together. */
export function newest(actions: readonly KeptAction[], room: number): readonly KeptAction[] {
  let [first, left] = [actions.length, room];
  for (; first > 0; first--) {
    left -= JSON.stringify(actions[first - 1]).length;
    if (left < 0) break;
  }
  return actions.slice(first);
}

/** The steps of marks; none where they are damaged. */
export function stepsOf(action: PackedMarks): readonly Step[] {
  return unpackSteps(action);
}

/** The edits that turn an action. */
export function editsOf({ notes }: PackedEditAction): readonly TextEdit[] {
  return unpackEdits(notes);
}

export function packedMarks({ at, steps }: MarkAction): PackedMarks {
  return { at, ...packSteps(steps) };
}

export function packedEdits({ at, label, edits }: EditAction): PackedEditAction {
  return { at, ...label, notes: packEdits(edits) };
}

/** Actions whose steps name the events that stand in for theirs now. */
export function renamed(actions: readonly KeptAction[], names: ReadonlyMap<string, string>): readonly KeptAction[] {
  if (names.size === 0) return actions;
  return actions.map((action) => (isEdits(action) ? action : { at: action.at, ...renameLast(action, names) }));
}

/** Marks with the states that were there before them, by the ids of their events, where those are known now. */
export function withBefore(action: PackedMarks, states: ReadonlyMap<string, State>): PackedMarks {
  const steps = stepsOf(action);
  if (!steps.some(({ first }) => states.has(first))) return action;
  return packedMarks({
    at: action.at,
    steps: steps.map((step) => ({ ...step, before: states.get(step.first) ?? step.before })),
  });
}

/** The action itself where it is not about the note. */
export function movedEdits(action: PackedEditAction, path: string, oldPath: string): PackedEditAction {
  const { target, notes } = action;
  const isTarget = target !== null && noteOf(target) === oldPath;
  if (!isTarget && notes.every(([note]) => note !== oldPath)) return action;
  return {
    ...action,
    target: isTarget ? path + target.slice(oldPath.length) : target,
    notes: notes.map(([note, edits]) => [note === oldPath ? path : note, edits]),
  };
}
