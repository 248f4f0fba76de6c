// Reads what a file says about progress: an export of ours with all its events, or a table or checklist that
// anybody may have written. Nothing in it is believed: ids become names of files, and events that replace
// each other in a circle would leave none.
import { addToGroup } from "../core/base/group";
import { readChecklist } from "./checklist";
import { decodeEvent, deviceOf, encodeEvent, monthOf, yearOf, type JournalEvent } from "./event";
import { EXPORT_KEY, EXPORT_VERSION } from "./export";
import { newJournal } from "./journal";
import { readTable } from "./table";
import type { WantedState } from "./transfer";

/** A journal line of a newer version of the plugin, and the journal it belongs to. */
export interface NewerLine {
  readonly device: string;
  readonly year: number;
  readonly line: string;
}

export interface ImportedEvents {
  readonly kind: "events";
  readonly events: readonly JournalEvent[];
  readonly newer: readonly NewerLine[];
  /** The number of those that could not be read. */
  readonly damaged: number;
}

export interface ImportedStates {
  readonly kind: "states";
  readonly states: readonly WantedState[];
  /** The items a checklist lists without a tick: they say nothing, unless the reader takes them for "to do". */
  readonly unticked: readonly WantedState[];
  /** True if links are paths of a vault, and not followed from the note they stand in. */
  readonly hasPaths: boolean;
}

export type Imported = ImportedEvents | ImportedStates;

/** Reads a file; null if it says nothing about progress. */
export function readImport(text: string): Imported | null {
  const bare = text.replace(/^\uFEFF/, "");
  const events = readJson(bare);
  if (events) return events;
  const table = readTable(bare);
  if (table.length > 0) return { kind: "states", states: table, unticked: [], hasPaths: true };
  const { states, hasPaths } = readChecklist(bare);
  const unticked = states.filter(({ state }) => state === "todo");
  const ticked = states.filter(({ state }) => state !== "todo");
  return states.length === 0 ? null : { kind: "states", states: ticked, unticked, hasPaths };
}

/** Device, session and counter: nothing that a path or a property could be made of. */
const ID = /^[\w-]{1,40}\.[\w-]{1,40}\.\d{1,15}$/;

function readJson(text: string): ImportedEvents | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { [EXPORT_KEY]: version, events } = value as Readonly<Record<string, unknown>>;
  if (version !== EXPORT_VERSION || !Array.isArray(events)) return null;
  const read = events.map(readEvent);
  // Of several events of one id the first counts, as in a journal.
  const known = new Map<string, JournalEvent>();
  for (const one of read) if (one?.event && !known.has(one.event.id)) known.set(one.event.id, one.event);
  return {
    kind: "events",
    events: [...known.values()],
    newer: read.flatMap((one) => one?.newer ?? []),
    damaged: read.filter((one) => one === null).length,
  };
}

interface ReadEvent {
  readonly event?: JournalEvent;
  readonly newer?: NewerLine;
}

/** Null for what cannot be read. */
function readEvent(value: unknown): ReadEvent | null {
  const line = JSON.stringify(value);
  const event = decodeEvent(line);
  if (event === "newer") {
    const { id, at } = value as Readonly<Record<string, unknown>>;
    const year = typeof at === "string" ? new Date(at).getUTCFullYear() : NaN;
    if (typeof id !== "string" || !ID.test(id) || Number.isNaN(year)) return null;
    return { newer: { device: id.slice(0, id.indexOf(".")), year, line } };
  }
  return event === "damaged" || !ID.test(event.id) ? null : { event };
}

/**
 * Journals that hold events of elsewhere under the devices and years they come from, like the copies that a sync tool
 * leaves: an event's identity stays its own, and no device's own file is touched.
 */
export function journalsOf(
  events: readonly JournalEvent[],
  newer: readonly NewerLine[] = [],
): ReadonlyMap<string, string> {
  const journals = new Map<string, string>();
  const nameOf = (device: string, year: number): string => `Imported ${device} ${year}`;
  const groups = new Map<string, JournalEvent[]>();
  for (const event of events) addToGroup(groups, nameOf(deviceOf(event), yearOf(event)), event);
  for (const [name, ofName] of groups) {
    const [first] = ofName;
    if (first) journals.set(name, newJournal(deviceOf(first), monthOf(first), ofName.map(encodeEvent)));
  }
  for (const { device, year, line } of newer) {
    const name = nameOf(device, year);
    journals.set(name, `${journals.get(name) ?? newJournal(device, `${year}-01`, [])}${line}\n`);
  }
  return journals;
}
