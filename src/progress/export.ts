// Progress as files for elsewhere: JSON that holds everything, CSV for tables, a Markdown checklist for people.
import { checklistOf } from "./checklist";
import { encodeEvent, type JournalEvent } from "./event";
import { tableOf } from "./table";
import type { MarkedTarget } from "./transfer";

/** The key by which an export's JSON names itself, with its version. */
export const EXPORT_KEY = "moc-path-export";
export const EXPORT_VERSION = 1;

export interface Exported {
  readonly events: Iterable<JournalEvent>;
  /** Journal lines of newer versions of the plugin, as they are. */
  readonly newer: readonly string[];
  readonly marks: readonly MarkedTarget[];
}

/** The formats of an export; each is also its file's extension. */
export const FORMATS = ["json", "csv", "md"] as const;
export type Format = (typeof FORMATS)[number];

/** The text of an export. */
export function exportOf(format: Format, exported: Exported): string {
  if (format === "json") return jsonOf(exported);
  return format === "csv" ? tableOf(exported.marks) : checklistOf(exported.marks);
}

function jsonOf({ events, newer }: Exported): string {
  const lines = [...[...events].map(encodeEvent), ...newer];
  return `{"${EXPORT_KEY}":${EXPORT_VERSION},"events":[\n${lines.join(",\n")}\n]}\n`;
}
