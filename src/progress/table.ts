// Progress as a table for spreadsheets: a row for each target, with its state and when it was marked.
import { csv2json } from "csv42";
import { isState } from "../core/base/state";
import type { MarkedTarget, WantedState } from "./transfer";

/** The characters that spreadsheets put between cells, by the habits of countries. */
const DELIMITERS = [",", ";", "\t"];

/** As CSV with commas. */
export function tableOf(marks: readonly MarkedTarget[]): string {
  const rows = marks.map(({ target, state, at }) => [target, state, new Date(at).toISOString()]);
  return [["target", "state", "at"], ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of a table whose first row names the columns `target` and `state`; none for any other text. */
export function readTable(text: string): readonly WantedState[] {
  // Excel says so in a line of its own what stands between cells.
  const bare = text.replace(/^sep=.\r?\n/i, "");
  for (const delimiter of DELIMITERS) {
    const [header = [], ...rows] = rowsOf(bare, delimiter);
    const names = header.map((name) => name.trim().toLowerCase());
    const [target, state] = [names.indexOf("target"), names.indexOf("state")];
    if (target >= 0 && state >= 0) return rows.flatMap((row) => wanted(row[target] ?? "", row[state] ?? ""));
  }
  return [];
}

/** Cells by rows; none where a quoted cell does not end. */
function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    const options = { header: false, nested: false, delimiter, parseValue: (value: string): string => value };
    return csv2json<Record<string, string>>(text, options).map((row) => Object.values(row));
  } catch {
    return [];
  }
}

function wanted(target: string, written: string): readonly WantedState[] {
  const [link, state] = [target.trim(), written.trim().toLowerCase()];
  return link !== "" && isState(state) ? [{ link, state }] : [];
}
