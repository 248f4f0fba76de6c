// The lines around a new entry as they will be, in plain words, so that a reader sees where it comes to stand.
import type { TextEdit } from "../edit/text-edit";
import { plainOf } from "../notation/plain";
import { isDelimiter } from "../read/table-rows";
import { partsOfRow } from "./row-form";
import { ITEM, textLines } from "./section-rows";

export interface PreviewLine {
  readonly kind: "heading" | "item" | "cells" | "line";
  /** The bullet or number of an item; "" else. */
  readonly marker: string;
  /** The depth of an item below the least deep one that is shown, in columns. */
  readonly indent: number;
  readonly text: string;
  /** True if it is added; of an entry within a line that whole line. */
  readonly isNew: boolean;
}

/** An edit that adds lines, and those lines; it comes behind the line `after`, or changes that. */
interface Addition {
  readonly edit: TextEdit;
  readonly after: number;
  readonly lines: readonly string[];
}

/** So many lines are shown above what is new, and below it. */
const AROUND = 3;
const SILENT = /^[\s>]*(?:-{3,}|\*{3,}|_{3,}|%%.*%%|<!--.*-->)?\s*$/;
const HEADING = /^#{1,6}\s+/;
const QUOTES = /^\s*(?:>\s?)*/;

/** A link that shows its path is known by its note's name. */
const PATH_IN_LINK = /(\[\[)[^\]|#[]*\/(?=[^\]|#/[]+[\]#])/g;

function shown(written: string, isNew: boolean): PreviewLine {
  const line = written.replace(PATH_IN_LINK, "$1");
  const item = ITEM.exec(line);
  if (item) {
    const [whole, before = "", sign = ""] = item;
    const marker = /\d/.test(sign) ? sign : "•";
    const indent = before.replace(/>/g, "").replace(/\t/g, "    ").length;
    return { kind: "item", marker, indent, text: plainOf(line.slice(whole.length)), isNew };
  }
  const words = line.replace(QUOTES, "");
  const plain = { marker: "", indent: 0, isNew };
  if (HEADING.test(words)) return { ...plain, kind: "heading", text: plainOf(words.replace(HEADING, "")) };
  if (!words.trimStart().startsWith("|")) return { ...plain, kind: "line", text: plainOf(words) };
  const cells = partsOfRow(words).map(plainOf);
  return { ...plain, kind: "cells", text: cells.filter((cell) => cell !== "").join(" · ") };
}

/** The nearest lines in one direction that say something, up to a heading or the end. */
function around(lines: readonly string[], from: number, step: 1 | -1): readonly string[] {
  const found: string[] = [];
  for (let at = from; at >= 0 && at < lines.length && found.length < AROUND; at += step) {
    const line = lines[at] ?? "";
    if (HEADING.test(line)) break;
    if (!SILENT.test(line) && !isDelimiter(line.replace(QUOTES, ""))) found.push(line);
  }
  return step > 0 ? found : found.reverse();
}

/** The lines added to a text, with the lines next to it in its section. */
export function previewOf(text: string, { edit, after, lines: added }: Addition): readonly PreviewLine[] {
  const { lines } = textLines(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  const first = Math.max(lines.indexOf(added[0] ?? "", Math.max(after, 0)), 0);
  const last = Math.max(lines.indexOf(added.at(-1) ?? "", first), first);
  const all = [
    ...around(lines, first - 1, -1).map((line) => shown(line, false)),
    ...added.map((line) => shown(line, true)),
    ...around(lines, last + 1, 1).map((line) => shown(line, false)),
  ];
  const least = Math.min(...all.flatMap(({ kind, indent }) => (kind === "item" ? [indent] : [])));
  return all.map((line) => (line.kind === "item" ? { ...line, indent: line.indent - least } : line));
}
