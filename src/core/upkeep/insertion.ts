// Writes a new entry into a section: beside which row, in which shape, as a checked edit that keeps all around it.
import type { TextEdit } from "../edit/text-edit";
import type { Entry, Roadmap } from "../roadmap/model";
import { commonestOf } from "./commonest";
import { examplesAmong, linkTo, type LinkPlace, type NewNote } from "./link-form";
import { sectionsOf, type MapSection } from "./map-sections";
import { areCounted, numberedAfter, renumbered } from "./numbering";
import { rowLike } from "./row-form";
import {
  indentOf,
  ITEM,
  linesOfContent,
  rowsOf,
  textLines,
  textsBetween,
  type SectionRow,
  type TextLines,
} from "./section-rows";

/** A map's text, and the roadmap that was read from just that text. */
export interface MapText {
  readonly roadmap: Roadmap;
  readonly text: string;
}

/** The vault's answers about links and notes. */
export type LinkAnswers = Pick<LinkPlace, "resolve" | "titleOf">;

/** A place in a section that a new entry can take: before all rows, behind a row, or behind a link within one. */
export interface Slot {
  readonly row: SectionRow;
  /** The entry that it comes behind; null before all rows. */
  readonly behind: Entry | null;
}

export interface Insertion {
  readonly edit: TextEdit;
  /**
   * The line that the new one comes behind, counted from 0; of an entry within a line that line. -1 at the very top.
   */
  readonly after: number;
  /** The new line; of an entry within a line that whole line. */
  readonly line: string;
  /** The link in it. */
  readonly link: string;
  /** Of an entry within a line, what was added to that, and behind how many characters of it; null else. */
  readonly within: { readonly column: number; readonly added: string } | null;
}

/** A section with its lines, ready to be written into. */
export interface OpenSection {
  readonly map: MapText;
  readonly section: MapSection;
  readonly of: TextLines;
  readonly content: { readonly from: number; readonly to: number };
  readonly rows: readonly SectionRow[];
  /** In order; none in a section without entries. */
  readonly slots: readonly Slot[];
}

export function openSection(map: MapText, section: MapSection): OpenSection {
  const of = textLines(map.text);
  const content = linesOfContent(of, section, map.roadmap.chapters);
  const rows = rowsOf(of, section, content);
  const [first] = rows;
  const behind = rows.flatMap((row): readonly Slot[] =>
    row.isGroup ? row.entries.map((entry) => ({ row, behind: entry })) : [{ row, behind: row.entries[0] ?? null }],
  );
  return { map, section, of, content, rows, slots: first ? [{ row: first, behind: null }, ...behind] : [] };
}

function lineEndAt({ text, lines, starts }: TextLines, line: number): string {
  const end = (starts[line] ?? 0) + (lines[line] ?? "").length;
  const own = /^\r?\n/.exec(text.slice(end, end + 2))?.[0];
  return own ?? /\r?\n/.exec(text)?.[0] ?? "\n";
}

/** An edit of whole lines, from one to another: `after` takes their place. */
export function linesEdit(path: string, of: TextLines, from: number, to: number, after: readonly string[]): TextEdit {
  const { text, lines, starts } = of;
  const [start, end] = [starts[from] ?? 0, (starts[to] ?? 0) + (lines[to] ?? "").length];
  return { path, from: start, to: end, expected: text.slice(start, end), insert: after.join(lineEndAt(of, from)) };
}

/** The rows that a new one beside `row` takes after: of its kind, and of its depth where that has several. */
function siblingsOf({ of, rows }: OpenSection, row: SectionRow): readonly SectionRow[] {
  const indent = (one: SectionRow): number => indentOf(of.lines[one.line] ?? "");
  const alike = rows.filter((one) => one.kind === row.kind && !one.isGroup);
  const beside = alike.filter((one) => one === row || indent(one) === indent(row));
  return beside.includes(row) ? beside : [row];
}

/** The entry whose link is the example: of the row beside, else of the section, else of the map. */
function exampleFor(row: SectionRow | null, { section, map }: OpenSection): Entry | null {
  const [ofRow, ofSection] = [examplesAmong(row?.entries ?? []), examplesAmong(section.entries)];
  return (
    ofRow[0] ?? ofSection[0] ?? examplesAmong(sectionsOf(map.roadmap).flatMap(({ entries }) => entries)).at(-1) ?? null
  );
}

function linkBeside(open: OpenSection, row: SectionRow, note: NewNote, answers: LinkAnswers): string {
  const siblings = examplesAmong(open.section.entries);
  const place = { ...answers, sourcePath: open.map.roadmap.path, isInTable: row.kind === "cells" };
  return linkTo(note, exampleFor(row, open), siblings, place);
}

/** Adds a link within a line, behind another. */
function withinLine(open: OpenSection, { row, behind }: Slot, note: NewNote, answers: LinkAnswers): Insertion {
  const { of, map } = open;
  const at = row.entries.findIndex((entry) => entry === behind);
  const between = textsBetween(of, row.entries);
  const link = linkBeside(open, row, note, answers);
  const separator = between[at] ?? between[at - 1] ?? ", ";
  const [line, start] = [of.lines[row.line] ?? "", of.starts[row.line] ?? 0];
  const cut = at < 0 ? (row.entries[0]?.link.from ?? start) - start : (behind?.link.to ?? start) - start;
  const added = at < 0 ? link + (between[0] ?? ", ") : separator + link;
  const written = line.slice(0, cut) + added + line.slice(cut);
  const edit = linesEdit(map.roadmap.path, of, row.line, row.line, [written]);
  return { edit, after: row.line, line: written, link, within: { column: cut, added } };
}

/** True if the rows of the section stand apart, each with a blank line below it. */
function areApart({ of, rows }: OpenSection, kind: SectionRow["kind"]): boolean {
  const alike = rows.filter((row) => row.kind === kind);
  const gaps = alike.slice(1).map(({ line }) => (of.lines[line - 1] ?? "").trim() === "");
  return gaps.length > 0 && gaps.filter((isBlank) => isBlank).length * 2 > gaps.length;
}

/** The new entry at a place of a section. */
export function insertAt(open: OpenSection, slot: Slot, note: NewNote, answers: LinkAnswers): Insertion {
  const { of, map, content } = open;
  const { row, behind } = slot;
  if (row.isGroup) return withinLine(open, slot, note, answers);
  const siblings = siblingsOf(open, row);
  const link = linkBeside(open, row, note, answers);
  const plain = rowLike({ of, beside: row, siblings, link, brief: note.brief });
  const above = of.lines[row.line] ?? "";
  const gap = row.kind !== "cells" && areApart(open, row.kind) ? [""] : [];
  const isTable = row.kind === "cells";
  const isCounted = isTable || areCounted(siblings.map((one) => of.lines[one.line] ?? ""));
  const numberOn = (from: number, line: string): readonly string[] =>
    isCounted ? renumbered(of.lines.slice(from, content.to), line, isTable) : [];
  if (behind === null) {
    const below = numberOn(row.line, plain);
    const rest = below.length > 0 ? below : [above];
    const edit = linesEdit(map.roadmap.path, of, row.line, row.line + rest.length - 1, [plain, ...gap, ...rest]);
    return { edit, after: row.line - 1, line: plain, link, within: null };
  }
  const line = isTable || !isCounted ? plain : numberedAfter(plain, above);
  const below = numberOn(row.last + 1, line);
  const kept = of.lines[row.last] ?? "";
  const edit = linesEdit(map.roadmap.path, of, row.last, row.last + below.length, [kept, ...gap, line, ...below]);
  return { edit, after: row.last, line, link, within: null };
}

/** The last of some lines that says something, rules and comments apart; the first if none does. */
export function lastWords({ lines }: TextLines, from: number, to: number): number {
  const isNothing = /^\s*(?:>?\s*|---+|\*\*\*+|___+|%%.*%%|<!--.*-->)\s*$/;
  let last = to - 1;
  while (last > from && isNothing.test(lines[last] ?? "")) last--;
  return Math.max(last, 0);
}

/** The bullet that most items of a map have. */
function usualBullet(open: OpenSection): string {
  const entries = sectionsOf(open.map.roadmap).flatMap((section) => section.entries);
  const markers = entries.flatMap(({ link }) => ITEM.exec(open.of.lines[link.line] ?? "")?.[2] ?? []);
  const marker = commonestOf(markers) ?? "-";
  return /\d/.test(marker) ? `1${marker.slice(-1)}` : marker;
}

/** The link to a note in the form of those of the whole map. */
function linkInMap(open: OpenSection, note: NewNote, answers: LinkAnswers): string {
  const all = sectionsOf(open.map.roadmap).flatMap(({ entries }) => entries);
  const place = { ...answers, sourcePath: open.map.roadmap.path, isInTable: false };
  return linkTo(note, exampleFor(null, open), examplesAmong(all), place);
}

/** The link of an item that begins a list of its own, and its line, both in the map's form. */
export function firstItem(open: OpenSection, note: NewNote, answers: LinkAnswers): Pick<Insertion, "line" | "link"> {
  const link = linkInMap(open, note, answers);
  return { line: `${usualBullet(open)} ${link}`, link };
}

/** The first entry of a section that has none: below its heading, or all that is said there. */
export function insertFirst(open: OpenSection, note: NewNote, answers: LinkAnswers): Insertion {
  const { of, map } = open;
  const after = lastWords(of, open.content.from, open.content.to);
  const above = of.lines[after] ?? "";
  const item = ITEM.exec(above);
  const { link, line: own } = firstItem(open, note, answers);
  const plain = item ? `${item[1] ?? ""}${item[2] ?? "-"}${item[3] ?? " "}${link}` : own;
  const line = item ? numberedAfter(plain, above) : plain;
  const isBelowTight = item !== null || (after === open.section.division?.line && areTight(open));
  const isAtEnd = after + 1 >= of.lines.length || (of.lines[after + 1] ?? "").trim() === "";
  const lines = [above, ...(isBelowTight ? [] : [""]), line, ...(isAtEnd ? [] : [""])];
  return { edit: linesEdit(map.roadmap.path, of, after, after, lines), after, line, link, within: null };
}

/** True if most headings of the map that entries follow have no blank line below them. */
export function areTight({ of, map }: OpenSection): boolean {
  const headed = sectionsOf(map.roadmap).filter(({ division, entries }) => division && entries.length > 0);
  const tight = headed.filter(({ division }) => (of.lines[(division?.line ?? 0) + 1] ?? "").trim() !== "");
  return tight.length * 2 > headed.length;
}
