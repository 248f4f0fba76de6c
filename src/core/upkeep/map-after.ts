// A map as it is once an entry was added to it, without reading it anew: so that others can be added in the same step.
import { NO_ANNOTATION } from "../notation/annotation";
import { basenameOf } from "../base/paths";
import type { TextEdit } from "../edit/text-edit";
import type { Range } from "../base/range";
import type { Division, Entry, Roadmap } from "../roadmap/model";
import type { Insertion, MapText, OpenSection } from "./insertion";
import type { NewSection } from "./new-section";
import { lineAt, textLines, type TextLines } from "./section-rows";

/** The lines of a text before and after an insertion; `grown` new ones stand before the line `at`. */
interface Shift extends Pick<Insertion, "within"> {
  readonly before: TextLines;
  readonly after: TextLines;
  readonly at: number;
  readonly grown: number;
}

function lineAfter({ at, grown }: Shift, line: number): number {
  return line < at ? line : line + grown;
}

/** A line may have another number in it: what is behind that is told from the line's end. */
function columnAfter(old: string, now: string, column: number): number {
  let same = 0;
  while (same < column && old[same] === now[same]) same++;
  return same === column ? column : now.length - (old.length - column);
}

/** `isEnd` says that something ends there, which so stays before a link that is added at that very place. */
function offsetAfter(shift: Shift, offset: number, isEnd: boolean): number {
  const { before, after, at, within } = shift;
  if (offset >= before.text.length) return after.text.length;
  const line = lineAt(before, offset);
  const now = lineAfter(shift, line);
  const column = offset - (before.starts[line] ?? 0);
  const start = after.starts[now] ?? 0;
  if (within === null || line !== at - 1)
    return start + columnAfter(before.lines[line] ?? "", after.lines[now] ?? "", column);
  const isBefore = isEnd ? column <= within.column : column < within.column;
  return start + column + (isBefore ? 0 : within.added.length);
}

function rangeAfter(shift: Shift, { from, to }: Range): Range {
  return { from: offsetAfter(shift, from, false), to: offsetAfter(shift, to, true) };
}

function entryAfter(shift: Shift, entry: Entry): Entry {
  const { link, children } = entry;
  const line = lineAfter(shift, link.line);
  return {
    ...entry,
    link: { ...link, ...rangeAfter(shift, link), line },
    children: children.map((child) => entryAfter(shift, child)),
  };
}

function divisionAfter(shift: Shift, division: Division): Division {
  const { entries, sections, line } = division;
  return {
    ...division,
    ...rangeAfter(shift, division),
    line: lineAfter(shift, line),
    entries: entries.map((entry) => entryAfter(shift, entry)),
    sections: sections.map((section) => divisionAfter(shift, section)),
  };
}

function newEntry({ after, at }: Shift, { line, link, within }: Insertion, path: string): Entry {
  const number = within ? at - 1 : Math.max(after.lines.indexOf(line, at), at);
  const from = (after.starts[number] ?? 0) + Math.max((after.lines[number] ?? "").indexOf(link, within?.column), 0);
  const name = basenameOf(path);
  const range = { from, to: from + link.length, line: number };
  return {
    ...NO_ANNOTATION,
    id: `new ${path}`,
    kind: "note",
    path,
    target: path,
    isMoved: false,
    title: name,
    label: null,
    task: null,
    link: { ...range, link: name, web: false, embed: false, alias: null, text: link },
    ...{ mentions: [], details: [], children: [] },
  };
}

function withEntry(division: Division, id: string, entry: Entry): Division {
  if (division.id === id) return { ...division, entries: [...division.entries, entry] };
  return { ...division, sections: division.sections.map((section) => withEntry(section, id, entry)) };
}

function textAfter(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function shiftOf({ map: { text }, of }: OpenSection, { edit, after, within }: Omit<Insertion, "line" | "link">): Shift {
  const grown = edit.insert.split("\n").length - edit.expected.split("\n").length;
  return { before: of, after: textLines(textAfter(text, edit)), at: after + 1, grown, within };
}

function roadmapAfter(shift: Shift, roadmap: Roadmap): Roadmap {
  return {
    ...roadmap,
    entries: roadmap.entries.map((entry) => entryAfter(shift, entry)),
    chapters: roadmap.chapters.map((chapter) => divisionAfter(shift, chapter)),
  };
}

/** The map after an insertion into one of its sections; the entry for `path`, of the id `new PATH`, is among those. */
export function mapAfter(open: OpenSection, done: Insertion, path: string): MapText {
  const shift = shiftOf(open, done);
  const entry = newEntry(shift, done, path);
  const id = open.section.division?.id ?? null;
  const roadmap = roadmapAfter(shift, open.map.roadmap);
  const now =
    id === null
      ? { ...roadmap, entries: [...roadmap.entries, entry] }
      : { ...roadmap, chapters: roadmap.chapters.map((chapter) => withEntry(chapter, id, entry)) };
  return { roadmap: now, text: shift.after.text };
}

/** The map after a section was added to it, which then counts as part of the one before it. */
export function mapAfterSection(open: OpenSection, done: NewSection): MapText {
  const shift = shiftOf(open, { ...done, within: null });
  return { roadmap: roadmapAfter(shift, open.map.roadmap), text: shift.after.text };
}
