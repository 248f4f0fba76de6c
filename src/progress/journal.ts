// The text of a journal note: its frame, the events in it, and lines added at its end.
// Whatever stands in it already is left as it is.
import { isPlainYaml } from "./plain-yaml";
import { decodeEvent, type JournalEvent, type LineProblem } from "./event";

/**
 * Why nothing is added to a file: its frontmatter does not name the device any more, or says more than what every
 * reader of YAML understands alike (`unclear`).
 */
export type FileProblem = "damaged" | "unclear";

/** A line that holds no whole event, or a file that is no sound journal any more. */
export interface JournalProblem {
  readonly path: string;
  /** Counted from 0; null for the file itself. */
  readonly line: number | null;
  readonly why: LineProblem | FileProblem;
}

export interface JournalReading {
  /** The device its frontmatter names; null where it names none. */
  readonly device: string | null;
  /** The month it is for, as `2026-02`; null where its frontmatter names none, as in files of the first version. */
  readonly month: string | null;
  readonly events: readonly JournalEvent[];
  readonly problems: readonly JournalProblem[];
  /** Lines of a later version, as they are. */
  readonly newer: readonly string[];
}

/** A line to be added, with the id of its event. */
export interface JournalLine {
  readonly id: string;
  readonly text: string;
}

const DEVICE_KEY = "moc-path-journal";
const MONTH_KEY = "moc-path-month";
const FENCE = "```jsonl";
const EVENT_START = '{"v":';
/**
 * The name of a file of ours: a device's own or an imported one, of a month or a
 * year, or what a sync tool made of that name.
 */
const OWN_NAME = /(?:^|\/)(?:Progress|Imported) (?:[^/]* )?[a-z0-9]{8} \d{4}[^/]*\.md$/;
const HEADING = "Reading progress";
const EXPLANATION = "MOC Path keeps your reading progress here, one event a line.";

function frontmatterOf(text: string): string {
  return /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
}

function field(frontmatter: string, key: string): string | null {
  const match = new RegExp(`^${key}:[ \\t]*["']?([^"'\\r\\n]*?)["']?[ \\t]*$`, "m").exec(frontmatter);
  return match?.[1] || null;
}

/** The end of the object that begins at `from`, told by its braces; -1 if it does not end. */
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
  const newer: string[] = [];
  let isPastFence = false;
  text.split(/\r?\n/).forEach((line, number) => {
    if (!isFrame(line, isPastFence)) {
      const event = decodeEvent(line);
      if (typeof event === "string") problems.push({ path, line: number, why: event });
      if (event === "newer") newer.push(line);
      else events.push(...(event === "damaged" ? eventsWithin(line) : [event]));
    }
    isPastFence ||= line.startsWith(FENCE);
  });
  const frontmatter = frontmatterOf(text);
  const month = field(frontmatter, MONTH_KEY);
  const isMonth = month !== null && /^\d{4}-\d{2}$/.test(month);
  return { device: field(frontmatter, DEVICE_KEY), month: isMonth ? month : null, events, problems, newer };
}

/** True if a note's name says that it is, or was, a journal. */
export function isJournalName(path: string): boolean {
  return OWN_NAME.test(path);
}

/** True if a note with these headings may be a journal, whatever its name and frontmatter say now. */
export function hasJournalHeading(headings: readonly { readonly heading: string }[]): boolean {
  return headings.some(({ heading }) => heading.startsWith(HEADING));
}

/**
 * True if a note is a journal by its text: one that may have lost its frontmatter or its name, but not
 * both of them and the words of its frame.
 */
export function isJournalText(path: string, text: string): boolean {
  if (!text.includes(EVENT_START)) return /^\uFEFF?---\r?\n(?:(?!---)[^\n]*\n)*?moc-path-journal:/.test(text);
  return isJournalName(path) || text.includes(`${DEVICE_KEY}:`) || text.includes(EXPLANATION);
}

/** True if Obsidian will know a text as the journal of a device, so that lines can be added to it. */
export function isSound(text: string, device: string): boolean {
  return problemOf(text, device) === null;
}

/** Why it is not certain that Obsidian will; null if it is. */
export function problemOf(text: string, device: string): FileProblem | null {
  const lines = frontmatterOf(text).split(/\r?\n/);
  const own = [device, `"${device}"`, `'${device}'`].map((value) => `${DEVICE_KEY}: ${value}`);
  if (!lines.some((line) => own.includes(line.trimEnd())) || text.includes("\0")) return "damaged";
  return isPlainYaml(lines) ? null : "unclear";
}

/**
 * The text of a new journal of a month; `deviceName` is for people. The fence is never closed, so
 * that lines can be added at the end for ever.
 */
export function newJournal(device: string, month: string, lines: readonly string[], deviceName = ""): string {
  const frame = [
    "---",
    `${DEVICE_KEY}: "${device}"`,
    `${MONTH_KEY}: "${month}"`,
    "moc-path: false",
    "publish: false",
    "---",
    [`# ${HEADING}`, month, deviceName].join(" ").trimEnd(),
    "",
    `${EXPLANATION} Please leave the lines as they are.`,
    "",
    FENCE,
  ];
  return [...frame, ...lines, ""].join("\n");
}

/** Those lines, or ids of them, whose events a text does not hold. */
export function missingIn<Line extends Pick<JournalLine, "id">>(text: string, lines: readonly Line[]): readonly Line[] {
  const held = new Set(readJournal("", text).events.map(({ id }) => id));
  return lines.filter(({ id }) => !held.has(id));
}

/**
 * The text with lines added at its end; events it already holds are not added again, and a
 * fence that somebody closed is opened anew.
 */
export function appendLines(text: string, lines: readonly JournalLine[]): string {
  const missing = missingIn(text, lines);
  if (missing.length === 0) return text;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const base = text === "" || text.endsWith("\n") ? text : text + end;
  const fence = isInFence(text) ? "" : FENCE + end;
  return base + fence + missing.map((line) => line.text + end).join("");
}

/**
 * True if lines added to a text stand in a fence: outside of one, an event would give the note links, tags and edges.
 * A fence that is opened within another does no harm, so only one of ours counts, and only if no other is in doubt.
 */
function isInFence(text: string): boolean {
  let [open, isOurs]: [string | null, boolean] = [null, false];
  for (const [line, sign = "", words = ""] of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^`\r\n]*)\r?$/gm)) {
    const isEnd = words.trim() === "";
    if (line.trimEnd() === FENCE) isOurs = true;
    else if (isEnd && sign.startsWith("```")) isOurs = false;
    if (open === null) open = sign;
    else if (sign.startsWith(open) && isEnd) open = null;
  }
  return open !== null && isOurs;
}
