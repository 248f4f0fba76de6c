// Progress as files for elsewhere: JSON that holds everything, CSV for tables, a Markdown checklist for people.
import { addToGroup } from "../core/base/group";
import { folderOf } from "../core/read/detect";
import { linkpathOf, subpathOf } from "../core/read/links";
import { markOfState, type State } from "../core/base/state";
import { encodeEvent, type JournalEvent } from "./event";

/** What an export's JSON names itself by, with its version. */
export const EXPORT_KEY = "moc-path-export";
export const EXPORT_VERSION = 1;

export interface MarkedTarget {
  readonly target: string;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Exported {
  readonly events: Iterable<JournalEvent>;
  readonly marks: readonly MarkedTarget[];
}

/** What an export is written as; each is its file's extension. */
export const FORMATS = ["json", "csv", "md"] as const;
export type Format = (typeof FORMATS)[number];

/** The text of an export. */
export function exportOf(format: Format, { events, marks }: Exported): string {
  return { json: () => jsonOf(events), csv: () => csvOf(marks), md: () => checklistOf(marks) }[format]();
}

function jsonOf(events: Iterable<JournalEvent>): string {
  return `{"${EXPORT_KEY}":${EXPORT_VERSION},"events":[\n${[...events].map(encodeEvent).join(",\n")}\n]}\n`;
}

function csvOf(marks: readonly MarkedTarget[]): string {
  const rows = marks.map(({ target, state, at }) => [target, state, new Date(at).toISOString()]);
  return [["target", "state", "at"], ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Folder by folder; what is to do again is left out. */
function checklistOf(marks: readonly MarkedTarget[]): string {
  const folders = new Map<string, string[]>();
  for (const { target, state } of marks.filter((mark) => mark.state !== "todo")) {
    const folder = isWebAddress(target) ? "" : folderOf(linkpathOf(target));
    addToGroup(folders, folder, `- [${markOfState(state)}] ${linkTo(target)}`);
  }
  const groups = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, lines]) => [...(folder === "" ? [] : [`## ${folder}`]), lines.join("\n")].join("\n\n"));
  return `---\nmoc-path: false\n---\n${groups.join("\n\n")}\n`;
}

function linkTo(target: string): string {
  return isWebAddress(target) ? `<${target}>` : `[[${linkpathOf(target).replace(/\.md$/i, "")}${subpathOf(target)}]]`;
}

export function isWebAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}
