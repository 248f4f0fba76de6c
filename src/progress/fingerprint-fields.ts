// A note's fingerprint as a line says it: as little as possible, since most lines repeat what the one before said.
// Only a line with `headings` says all; one without says what differs from the device's event before on that note.
import { isWebAddress } from "../core/read/links";
import { basenameOf } from "../core/base/paths";
import { sameValue } from "../core/base/equal";
import { noteOf } from "../core/read/links";
import type { Fingerprint } from "./fingerprint";

export type Fields = Readonly<Record<string, unknown>>;

/** A fingerprint as a line gives it: whole, or what it says of one that an event before has. */
export interface ReadFingerprint {
  readonly note: Fingerprint | null;
  readonly inherited?: Partial<Fingerprint>;
}

/**
 * The part of a fingerprint that is written: undefined for nothing, if it is the one `before`, or if it is none and the
 * target is no note. Every fingerprint differs from an undefined `before`.
 */
export function fingerprintFields(
  note: Fingerprint | null,
  before: Fingerprint | null | undefined,
  target: string,
): Fields | null | undefined {
  if (note === null) return before === null || isWebAddress(target) ? undefined : null;
  if (!before) return wholeFields(note, target);
  if (sameValue(note, before)) return undefined;
  return sameValue({ ...note, lines: null }, { ...before, lines: null })
    ? { lines: note.lines }
    : wholeFields(note, target);
}

/** All of a fingerprint but what can be told from the rest. */
function wholeFields(note: Fingerprint, target: string): Fields {
  const { basename, title, ids, headings, lines, ...more } = note;
  return {
    ...(basename === basenameOf(noteOf(target)) ? {} : { basename }),
    ...(title === (headings[0] ?? null) ? {} : { title }),
    ...(Object.keys(ids).length === 0 ? {} : { ids }),
    headings,
    ...(lines === null ? {} : { lines }),
    ...more,
  };
}

/** Reads what a line says. A fingerprint is a help, not a condition: one that cannot be read is as good as none. */
export function readFingerprint(value: unknown, target: string): ReadFingerprint {
  if (value === undefined) return isWebAddress(target) ? { note: null } : { note: null, inherited: {} };
  if (typeof value !== "object" || value === null) return { note: null };
  const fields = value as Fields;
  const lines = typeof fields["lines"] === "number" ? fields["lines"] : null;
  if (!("headings" in fields) && !("basename" in fields)) return { note: null, inherited: { lines } };
  const { basename = basenameOf(noteOf(target)), title, headings: found } = fields;
  if (typeof basename !== "string") return { note: null };
  const headings = isStrings(found) ? found : [];
  const named = title === undefined ? (headings[0] ?? null) : title;
  return {
    note: { basename, title: typeof named === "string" ? named : null, ids: idsIn(fields["ids"]), headings, lines },
  };
}

function idsIn(value: unknown): Readonly<Record<string, string>> {
  const pairs = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(pairs.flatMap(([key, id]) => (typeof id === "string" ? [[key, id] as const] : [])));
}

export function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
