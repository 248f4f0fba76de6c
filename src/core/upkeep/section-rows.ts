// The lines of a section that list notes, as a new one may be added among them: items, rows of tables, bare lines, and
// single links of a line that lists several.
import { firstIndex, type Range } from "../base/range";
import { isDelimiter } from "../read/table-rows";
import type { Entry } from "../roadmap/model";
import type { MapSection } from "./map-sections";

type RowKind = "item" | "cells" | "line";

export interface SectionRow {
  readonly kind: RowKind;
  /** Counted from 0. */
  readonly line: number;
  /** The last line that belongs to it: of an item with items nested in it, or of several lines. */
  readonly last: number;
  /** In the order of the line. */
  readonly entries: readonly Entry[];
  /** True if a new note is added within the line, behind one of its links. */
  readonly isGroup: boolean;
}

/** A text with the offsets of its lines. */
export interface TextLines {
  readonly text: string;
  /** Without line ends. */
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

export function textLines(text: string): TextLines {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  const lines = starts.map((from, index) => text.slice(from, (starts[index + 1] ?? text.length + 1) - 1));
  return { text, lines: lines.map((line) => line.replace(/\r$/, "")), starts };
}

/** The line that an offset stands on. */
export function lineAt({ starts }: TextLines, offset: number): number {
  return Math.max(firstIndex(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1, 0);
}

/** Signs of quotes and white space before the words of a line. */
const QUOTES = /^\s*(?:>[^\S\n]?)*/;
export const ITEM = /^((?:\s*>)*\s*)([-*+]|\d+[.)])([^\S\n]+)((?:\[.\][^\S\n]+)?)/u;
/** Whatever ends a paragraph or a list though it stands directly below. */
const BREAK = /^\s*(?:#{1,6}\s|```|~~~|---|\*\*\*|___|\|)/;
const SEPARATOR = /^[\s*_=]*[/·•,、，|&+;；→]?[\s*_=]*$/u;

function wordsOfLine(line: string): string {
  return line.replace(QUOTES, "");
}

function isBlankLine(line: string): boolean {
  return wordsOfLine(line).trim() === "";
}

/** The column in which the words of a line begin, signs of quotes included. */
export function indentOf(line: string): number {
  return line.length - line.replace(/^(?:\s*>)*\s*/, "").length;
}

function isTableRow(lines: readonly string[], line: number): boolean {
  let top = line;
  while (top > 0 && wordsOfLine(lines[top] ?? "").includes("|")) {
    if (isDelimiter(wordsOfLine(lines[top] ?? ""))) return top < line && (lines[top - 1] ?? "").includes("|");
    top--;
  }
  return false;
}

/** The last line of the item on a line, which ends before `end`. */
function lastOfItem(lines: readonly string[], line: number, end: number): number {
  const indent = indentOf(lines[line] ?? "");
  let last = line;
  for (let at = line + 1; at < end; at++) {
    const words = lines[at] ?? "";
    if (isBlankLine(words)) continue;
    const isDeeper = indentOf(words) > indent;
    const isLazy = at === last + 1 && !ITEM.test(words) && !BREAK.test(wordsOfLine(words));
    if (!isDeeper && !isLazy) break;
    last = at;
  }
  return last;
}

/** The text between each link of a line and the next. */
export function textsBetween({ text }: TextLines, entries: readonly Entry[]): readonly string[] {
  return entries.slice(1).map(({ link }, index) => text.slice(entries[index]?.link.to ?? link.from, link.from));
}

/** The lines that a section's own content begins on and ends before, its sections left out. */
export function linesOfContent(of: TextLines, { division }: MapSection, chapters: readonly Range[]): Range {
  const below = division ? division.sections : chapters;
  const from = division ? division.line : 0;
  return { from, to: Math.max(lineEnding(of, below[0]?.from ?? division?.to ?? of.text.length), from + 1) };
}

/** The first line that begins at an offset or behind it: lines before it are those of a stretch that ends there. */
export function lineEnding(of: TextLines, offset: number): number {
  return offset >= of.text.length ? of.lines.length : lineAt(of, offset);
}

/** The rows of a section, in order; `content` are the lines of its own content. */
export function rowsOf(of: TextLines, { division, entries }: MapSection, content: Range): readonly SectionRow[] {
  const { lines } = of;
  const numbers = [...new Set(entries.map(({ link }) => link.line))].filter((line) => line !== division?.line);
  return numbers
    .sort((a, b) => a - b)
    .map((line, _, all): SectionRow => {
      const words = lines[line] ?? "";
      const kind = isTableRow(lines, line) ? "cells" : ITEM.test(words) ? "item" : "line";
      const own = entries.filter(({ link }) => link.line === line).sort((a, b) => a.link.from - b.link.from);
      const last = kind === "item" ? lastOfItem(lines, line, content.to) : line;
      const isList = own.length > 1 && textsBetween(of, own).every((text) => SEPARATOR.test(text));
      const isGroup = isList && (own.length > 2 || all.length === 1 || own.some(({ label }) => label !== null));
      return { kind, line, last, entries: own, isGroup };
    });
}
