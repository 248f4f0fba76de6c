// One line of a journal: what it says and how it is written. Journals outlive every version of the plugin,
// so fields are only ever added, and a line of a newer version is left alone.
import { isState, type State } from "../core/base/state";
import type { Fingerprint } from "./fingerprint";
import { fingerprintFields, isStrings, readFingerprint, type Fields, type ReadFingerprint } from "./fingerprint-fields";

/** The newest version of a line that is understood; a line bears the oldest that can be trusted with it. */
const VERSION = 2;
/** Readers of version 1 would take along all marks where a move is about some. */
const VERSION_OF_ALL = 1;

/** The identity of an event, and its time. */
export interface Stamp {
  /** Device, session and counter, joined by dots: unique, and the same in every copy of the line. */
  readonly id: string;
  /** Wall time of the device, milliseconds since 1970. */
  readonly at: number;
}

interface EventBase extends Stamp {
  /** A vault path with its subpath, or a web address. */
  readonly target: string;
  /** The fingerprint of the note at that time; null for web addresses and notes that were not there. */
  readonly note: Fingerprint | null;
  /** The part of `note` that the line itself says, if it leaves the rest to the event before; absent if it says all. */
  readonly inherited?: Partial<Fingerprint>;
  /** Fields of a later version, kept for whoever writes the event again; absent where there are none. */
  readonly rest?: Fields;
  /**
   * The last move away from the target that the device knew: it is not about the note that went then, nor one before.
   */
  readonly since?: string;
}

/** The reader gave a target a state. */
export interface MarkEvent extends EventBase {
  readonly kind: "mark";
  readonly state: State;
  /** The event that held until then, as far as the device knew; null if none did. */
  readonly over: string | null;
  /**
   * The task marks that the event left or found where maps list the target, in order (`" x"`);
   * empty if no map lists it as a task.
   */
  readonly marks: string;
}

/** The note at `from` was moved to `target`; marks on it go along. */
export interface MoveEvent extends EventBase {
  readonly kind: "move";
  readonly from: string;
  /**
   * The events that go along, if somebody has judged them one by one: marks on `from` and moves to it. If `target` is
   * `from`, they stay. If it is absent, all that came before go along.
   */
  readonly only?: readonly string[];
}

export type JournalEvent = MarkEvent | MoveEvent;

/** Why a line is no event: it is damaged, or a later version of the plugin wrote it. */
export type LineProblem = "damaged" | "newer";

/** The id of the device an event comes from. */
export function deviceOf(event: Pick<Stamp, "id">): string {
  return event.id.split(".")[0] ?? "";
}

/** The year of an event, in UTC. */
export function yearOf(event: JournalEvent): number {
  return new Date(event.at).getUTCFullYear();
}

/** The month whose journal an event belongs to, as `2026-02`, in UTC. */
export function monthOf(event: JournalEvent): string {
  return new Date(event.at).toISOString().slice(0, 7);
}

/** The session of the device an event comes from. */
export function sessionOf(event: JournalEvent): string {
  return event.id.split(".")[1] ?? "";
}

/**
 * The place of an event in all that its device did: the session, which no other device shares, and its number there.
 */
export function placeInSession({ id }: Pick<Stamp, "id">): { readonly session: string; readonly count: number } {
  const dot = id.lastIndexOf(".");
  return { session: id.slice(0, dot), count: Number(id.slice(dot + 1)) };
}

/** True if an event came before another: as their session counts if they share one, else by the clocks. */
export function isBefore(a: Stamp, b: Stamp): boolean {
  const [one, other] = [placeInSession(a), placeInSession(b)];
  return one.session === other.session ? one.count < other.count : isLater(b, a);
}

/** True if the first event is the later one: by wall time, else by the larger device; the id settles the rest. */
export function isLater(a: Stamp, b: Stamp): boolean {
  if (a.at !== b.at) return a.at > b.at;
  const [left, right] = [deviceOf(a), deviceOf(b)];
  if (left !== right) return left > right;
  const [one, other] = [placeInSession(a).count, placeInSession(b).count];
  return one !== other ? one > other : a.id > b.id;
}

/** One line of JSON that says all of an event, without a line end. */
export function encodeEvent(event: JournalEvent): string {
  return encodeAfter(event, undefined);
}

/**
 * The same, but what a reader knows already is left out: `before` is the fingerprint
 * of the device's event before on that note.
 */
export function encodeAfter(event: JournalEvent, before: Fingerprint | null | undefined): string {
  const { id, at, target, since } = event;
  const what =
    event.kind === "mark"
      ? { state: event.state, ...written(event.over, event), ...(event.marks === "" ? {} : { marks: event.marks }) }
      : { from: event.from, ...(event.only && { only: event.only }) };
  const note = fingerprintFields(event.note, before, target);
  const v = event.kind === "move" && event.only ? VERSION : VERSION_OF_ALL;
  const told = { v, id, at: new Date(at).toISOString(), target, ...what, ...(since && { since }) };
  const fields = { ...told, ...event.rest };
  return JSON.stringify(note === undefined ? fields : { ...fields, note });
}

/**
 * `over` as it is written: within one session the order is known without it, and if it is of the
 * same device, the device is not said again.
 */
function written(over: string | null, event: JournalEvent): { readonly over?: string } {
  const { session } = placeInSession(event);
  if (over === null || over.startsWith(`${session}.`)) return {};
  const device = `${deviceOf(event)}.`;
  return { over: over.startsWith(device) ? over.slice(device.length) : over };
}

function readOver(over: unknown, id: string): string | null {
  if (typeof over !== "string") return null;
  return over.split(".").length === 2 ? `${id.slice(0, id.indexOf("."))}.${over}` : over;
}

const KNOWN_FIELDS = new Set(["v", "id", "at", "target", "state", "over", "marks", "from", "since", "only", "note"]);

function parse(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** The fields that a later version has added to a line. */
function restOf(fields: Fields): { readonly rest?: Fields } {
  const added = Object.entries(fields).filter(([key]) => !KNOWN_FIELDS.has(key));
  return added.length === 0 ? {} : { rest: Object.fromEntries(added) };
}

function decodeFields(fields: Fields): JournalEvent | null {
  const { id, target, state, over, marks, from, since, only } = fields;
  const at = typeof fields["at"] === "string" ? Date.parse(fields["at"]) : NaN;
  if (typeof id !== "string" || id.split(".").length !== 3 || typeof target !== "string" || !Number.isFinite(at))
    return null;
  const note: ReadFingerprint = readFingerprint(fields["note"], target);
  const base = { id, at, target, ...note, ...(typeof since === "string" && { since }), ...restOf(fields) };
  if (isState(state))
    return {
      kind: "mark",
      ...base,
      state,
      over: readOver(over, id),
      marks: typeof marks === "string" ? marks : "",
    };
  if (typeof from !== "string" || (only !== undefined && !isStrings(only))) return null;
  return { kind: "move", ...base, from, ...(only && { only }) };
}

/** Reads one line; says why where it is no event. */
export function decodeEvent(line: string): JournalEvent | LineProblem {
  const fields = parse(line);
  if (!fields) return "damaged";
  const version = fields["v"];
  if (typeof version === "number" && version > VERSION) return "newer";
  return (typeof version === "number" && version >= VERSION_OF_ALL ? decodeFields(fields) : null) ?? "damaged";
}
