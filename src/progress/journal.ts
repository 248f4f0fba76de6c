// The text of a journal note: its frame, the events in it, and lines added at its end.
// Whatever stands in it already is left as it is.
import { decodeEvent, encodeEvent, type JournalEvent, type LineProblem } from "./event";

/** A line that holds no whole event. */
export interface JournalProblem {
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  readonly why: LineProblem;
  /** The line itself, where a newer version of the plugin wrote it. */
  readonly text?: string;
}

export interface JournalReading {
  /** The device its frontmatter names; null where it names none. */
  readonly device: string | null;
  /** The year its frontmatter names; null where it names none. */
  readonly year: number | null;
  readonly events: readonly JournalEvent[];
  readonly problems: readonly JournalProblem[];
}

const FENCE = "```jsonl";
const EVENT_START = '{"v":';

function frontmatterOf(text: string): string {
  return /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
}

function field(frontmatter: string, key: string): string | null {
  const match = new RegExp(`^${key}:[ \\t]*["']?([^"'\\r\\n]*?)["']?[ \\t]*$`, "m").exec(frontmatter);
  return match?.[1] || null;
}

/** Where the object that begins at `from` ends, told by its braces; -1 if it does not end. */
function endOfObject(line: string, from: number): number {
  let [depth, isString] = [0, false];
  for (let at = from; at < line.length; at++) {
    const char = line[at];
    if (isString && char === "\\") at++;
    else if (char === '"') isString = !isString;
    else if (!isString && char === "{") depth++;
    else if (!isString && char === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

/** The events of a line that is no event as a whole: a cut one can have a whole one behind it. */
function eventsWithin(line: string): readonly JournalEvent[] {
  const events: JournalEvent[] = [];
  for (let at = line.indexOf(EVENT_START); at >= 0;) {
    const end = endOfObject(line, at);
    const event = end < 0 ? "damaged" : decodeEvent(line.slice(at, end));
    if (typeof event !== "string") events.push(event);
    at = line.indexOf(EVENT_START, typeof event === "string" ? at + 1 : end);
  }
  return events;
}

function isFrame(line: string, isPastFence: boolean): boolean {
  return line.trim() === "" || line.trim() === FENCE || (!isPastFence && !line.includes(EVENT_START));
}

/** Reads every whole event of a journal, whatever else has happened to it. */
export function readJournal(path: string, text: string): JournalReading {
  const events: JournalEvent[] = [];
  const problems: JournalProblem[] = [];
  let isPastFence = false;
  text.split(/\r?\n/).forEach((line, number) => {
    if (!isFrame(line, isPastFence)) {
      const event = decodeEvent(line);
      if (typeof event === "string")
        problems.push({ path, line: number, why: event, ...(event === "newer" ? { text: line } : {}) });
      events.push(...(event === "damaged" ? eventsWithin(line) : event === "newer" ? [] : [event]));
    }
    isPastFence ||= line.startsWith(FENCE);
  });
  const frontmatter = frontmatterOf(text);
  const year = Number(field(frontmatter, "moc-path-year"));
  return {
    device: field(frontmatter, "moc-path-journal"),
    year: Number.isInteger(year) && year > 0 ? year : null,
    events,
    problems,
  };
}

/** The text of a new journal; `deviceName` is for people. The fence is never closed, so that lines can be added at the end for ever. */
export function newJournal(device: string, year: number, events: readonly JournalEvent[], deviceName = ""): string {
  const frame = [
    "---",
    `moc-path-journal: "${device}"`,
    `moc-path-year: ${year}`,
    "moc-path: false",
    "publish: false",
    "---",
    ["# Reading progress", year, deviceName].join(" ").trimEnd(),
    "",
    "MOC Path keeps your reading progress here, one event a line. Each device writes its own file; please leave the lines as they are.",
    "",
    FENCE,
  ];
  return [...frame, ...events.map(encodeEvent), ""].join("\n");
}

/** The text with events added at its end; those it already holds are not added again. */
export function appendEvents(text: string, events: readonly JournalEvent[]): string {
  const missing = events.filter(({ id }) => !text.includes(`"id":${JSON.stringify(id)}`));
  if (missing.length === 0) return text;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const base = text === "" || text.endsWith("\n") ? text : text + end;
  const fence = text.includes(FENCE) ? "" : FENCE + end;
  return base + fence + missing.map((event) => encodeEvent(event) + end).join("");
}
