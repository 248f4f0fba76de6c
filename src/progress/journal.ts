// The text of a journal note: its frame, the events in it, and lines added at its end.
// Whatever stands in it already is left as it is.
import { decodeEvent, encodeEvent, type JournalEvent, type LineProblem } from "./event";

/** A line that holds no whole event. */
export interface JournalProblem {
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  readonly why: LineProblem;
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
const BOUNDARY = /(?=\{"v":)/g;

function frontmatterOf(text: string): string {
  return /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
}

function field(frontmatter: string, key: string): string | null {
  const match = new RegExp(`^${key}:[ \\t]*["']?([^"'\\r\\n]*?)["']?[ \\t]*$`, "m").exec(frontmatter);
  return match?.[1] || null;
}

/** The pieces of a line that may each be an event: a cut line can have a whole one behind it. */
function piecesOf(line: string): readonly string[] {
  return decodeEvent(line) === "damaged" ? line.split(BOUNDARY).filter((piece) => piece.trim() !== "") : [line];
}

function isFrame(line: string, isPastFence: boolean): boolean {
  return line.trim() === "" || line.startsWith(FENCE) || (!isPastFence && !line.includes(EVENT_START));
}

/** Reads every whole event of a journal, whatever else has happened to it. */
export function readJournal(path: string, text: string): JournalReading {
  const events: JournalEvent[] = [];
  const problems: JournalProblem[] = [];
  let isPastFence = false;
  text.split(/\r?\n/).forEach((line, number) => {
    if (!isFrame(line, isPastFence)) {
      for (const piece of piecesOf(line)) {
        const event = decodeEvent(piece);
        if (typeof event === "string") problems.push({ path, line: number, why: event });
        else events.push(event);
      }
    }
    isPastFence ||= line.startsWith(FENCE);
  });
  const frontmatter = frontmatterOf(text);
  const year = Number(field(frontmatter, "moc-path-year"));
  return { device: field(frontmatter, "moc-path-journal"), year: Number.isInteger(year) && year > 0 ? year : null, events, problems };
}

/** The text of a new journal. The fence is never closed, so that lines can be added at the end for ever. */
export function newJournal(device: string, year: number, events: readonly JournalEvent[]): string {
  const frame = [
    "---",
    `moc-path-journal: "${device}"`,
    `moc-path-year: ${year}`,
    "moc-path: false",
    "publish: false",
    "---",
    `# Reading progress ${year}`,
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
