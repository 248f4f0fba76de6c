// One line of a journal: what it says and how it is written. Journals outlive every version of the plugin,
// so fields are only ever added, and a line of a newer version is left alone.
import { isState, type State } from "../core/base/state";
import type { Fingerprint } from "./fingerprint";

const VERSION = 1;

interface EventBase {
  /** Device, session and counter, joined by dots: unique, and the same in every copy of the line. */
  readonly id: string;
  /** Wall time of the device, milliseconds since 1970. */
  readonly at: number;
  /** A vault path with its subpath, or a web address. */
  readonly target: string;
  /** What identified the note at that time; null for web addresses and notes that were not there. */
  readonly note: Fingerprint | null;
  /** Fields that a later version of the plugin has added, as they are; they are written wherever the event is. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The reader gave a target a state. */
export interface MarkEvent extends EventBase {
  readonly kind: "mark";
  readonly state: State;
  /** The event that held until then, as far as the device knew; null if none did. */
  readonly over: string | null;
  /** The task marks that the event left or found where maps list the target, in order (`" x"`); empty where none does as a task. */
  readonly marks: string;
}

/** The note at `from` was moved to `target`; marks on it go along. */
export interface MoveEvent extends EventBase {
  readonly kind: "move";
  readonly from: string;
}

export type JournalEvent = MarkEvent | MoveEvent;

/** Why a line is no event: it is damaged, or a later version of the plugin wrote it. */
export type LineProblem = "damaged" | "newer";

/** The id of the device an event comes from. */
export function deviceOf(event: JournalEvent): string {
  return event.id.split(".")[0] ?? "";
}

/** The year whose journal an event belongs to. */
export function yearOf(event: JournalEvent): number {
  return new Date(event.at).getUTCFullYear();
}

/** The session of the device an event comes from. */
export function sessionOf(event: JournalEvent): string {
  return event.id.split(".")[1] ?? "";
}

/** Where an event stands in what its device did: the session, which no other device shares, and its number there. */
export function placeInSession({ id }: JournalEvent): { readonly session: string; readonly count: number } {
  const dot = id.lastIndexOf(".");
  return { session: id.slice(0, dot), count: Number(id.slice(dot + 1)) };
}

/** Whether an event is the later one: by wall time, else by the larger device; what is left is settled by the id. */
export function isLater(a: JournalEvent, b: JournalEvent): boolean {
  if (a.at !== b.at) return a.at > b.at;
  const [left, right] = [deviceOf(a), deviceOf(b)];
  if (left !== right) return left > right;
  const [one, other] = [placeInSession(a).count, placeInSession(b).count];
  return one !== other ? one > other : a.id > b.id;
}

/** One line of JSON, without a line end. */
export function encodeEvent(event: JournalEvent): string {
  const { id, at, target, note } = event;
  const what =
    event.kind === "mark"
      ? { state: event.state, over: event.over, ...(event.marks === "" ? {} : { marks: event.marks }) }
      : { from: event.from };
  return JSON.stringify({ v: VERSION, id, at: new Date(at).toISOString(), target, ...what, note, ...event.more });
}

type Fields = Readonly<Record<string, unknown>>;

function parse(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** A fingerprint is a help, not a condition: one that cannot be read is as good as none. */
function decodeNote(value: unknown): Fingerprint | null {
  if (typeof value !== "object" || value === null) return null;
  const { basename, title, ids, headings, lines } = value as Fields;
  if (typeof basename !== "string") return null;
  const pairs =
    typeof ids === "object" && ids !== null
      ? Object.entries(ids).flatMap(([key, id]) => (typeof id === "string" ? [[key, id] as const] : []))
      : [];
  return {
    basename,
    title: typeof title === "string" ? title : null,
    ids: Object.fromEntries(pairs),
    headings: isStrings(headings) ? headings : [],
    lines: typeof lines === "number" ? lines : null,
  };
}

const FIELDS: ReadonlySet<string> = new Set(["v", "id", "at", "target", "state", "over", "marks", "from", "note"]);

function unknownFields(fields: Fields): Pick<EventBase, "more"> {
  const more = Object.entries(fields).filter(([key]) => !FIELDS.has(key));
  return more.length === 0 ? {} : { more: Object.fromEntries(more) };
}

function decodeFields(fields: Fields): JournalEvent | null {
  const { id, target, state, over, marks, from } = fields;
  const at = typeof fields["at"] === "string" ? Date.parse(fields["at"]) : NaN;
  if (typeof id !== "string" || id.split(".").length !== 3 || typeof target !== "string" || !Number.isFinite(at))
    return null;
  const base = { id, at, target, note: decodeNote(fields["note"]), ...unknownFields(fields) };
  if (isState(state))
    return {
      kind: "mark",
      ...base,
      state,
      over: typeof over === "string" ? over : null,
      marks: typeof marks === "string" ? marks : "",
    };
  return typeof from === "string" ? { kind: "move", ...base, from } : null;
}

/** Reads one line; says why where it is no event. */
export function decodeEvent(line: string): JournalEvent | LineProblem {
  const fields = parse(line);
  if (!fields) return "damaged";
  const version = fields["v"];
  if (typeof version === "number" && version > VERSION) return "newer";
  return (version === VERSION ? decodeFields(fields) : null) ?? "damaged";
}
