// What a file says about progress: an export of ours with all its events, or a table or checklist that anybody may have written.
import { addToGroup } from "../core/base/group";
import { isState, stateOfMark, type State } from "../core/base/state";
import { decodeEvent, deviceOf, encodeEvent, monthOf, yearOf, type JournalEvent } from "./event";
import { EXPORT_KEY, EXPORT_VERSION } from "./export";
import { newJournal } from "./journal";

/** A state for a link as it is written: a path, a linkpath, either with a subpath, or a web address. */
export interface WantedState {
  readonly link: string;
  readonly state: State;
}

export type Imported =
  | {
      readonly kind: "events";
      readonly events: readonly JournalEvent[];
      /** How many could not be read. */ readonly damaged: number;
    }
  | { readonly kind: "states"; readonly states: readonly WantedState[] };

/** Reads a file; null if it says nothing about progress. */
export function readImport(text: string): Imported | null {
  const bare = text.replace(/^\uFEFF/, "");
  return readJson(bare) ?? readStates(readTable(bare)) ?? readStates(readChecklist(bare));
}

function readStates(states: readonly WantedState[]): Imported | null {
  return states.length === 0 ? null : { kind: "states", states };
}

function readJson(text: string): Imported | null {
  try {
    const { [EXPORT_KEY]: version, events } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (version !== EXPORT_VERSION || !Array.isArray(events)) return null;
    const read = events.map((event) => decodeEvent(JSON.stringify(event)));
    const whole = read.flatMap((event) => (typeof event === "string" ? [] : [event]));
    return { kind: "events", events: whole, damaged: read.length - whole.length };
  } catch {
    return null;
  }
}

const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;

/** The rows of a table whose first row names the columns `target` and `state`; none for any other text. */
function readTable(text: string): readonly WantedState[] {
  const [header = [], ...rows] = rowsOf(text);
  const [target, state] = ["target", "state"].map((name) => header.indexOf(name));
  if (target === undefined || state === undefined || target < 0 || state < 0) return [];
  return rows.flatMap((row) => wanted(row[target] ?? "", row[state] ?? ""));
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const { 1: cell = "", 2: end, index } of text.matchAll(CELL)) {
    if (index === text.length && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows;
}

const TASK =
  /^[\s>]*(?:[-*+]|\d+[.)])\s+\[(.)\]\s+(?:\[\[([^\]|]+)[^\]]*\]\]|<(https?:[^>]+)>|\[[^\]]*\]\(<?([^)>]+)>?\))/gmu;

function readChecklist(text: string): readonly WantedState[] {
  return [...text.matchAll(TASK)].flatMap(([, mark = "", wiki, web, target]) =>
    wanted(wiki ?? web ?? decoded(target ?? ""), stateOfMark(mark) ?? ""),
  );
}

function decoded(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

function wanted(link: string, state: string): readonly WantedState[] {
  return link.trim() !== "" && isState(state) ? [{ link: link.trim(), state }] : [];
}

/**
 * Journals that hold events of elsewhere under the devices and years they come from, as copies that a sync tool leaves would: an event's identity stays its own,
 * and no device's own file is touched.
 */
export function journalsOf(events: readonly JournalEvent[]): ReadonlyMap<string, string> {
  const groups = new Map<string, JournalEvent[]>();
  for (const event of events) addToGroup(groups, `Imported ${deviceOf(event)} ${yearOf(event)}`, event);
  return new Map(
    [...groups].map(([name, [first, ...more]]) => [
      name,
      first ? newJournal(deviceOf(first), monthOf(first), [first, ...more].map(encodeEvent)) : "",
    ]),
  );
}
