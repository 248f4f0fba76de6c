// A section made for a note: title and level proposed from the sections beside it, its numbering continued.
import type { TextEdit } from "../edit/text-edit";
import { basenameOf, folderOf } from "../base/paths";
import { titleOfMap } from "../read/detect";
import { divisionsOf, type Division, type Roadmap } from "../roadmap/model";
import { areTight, firstItem, lastWords, linesEdit, type LinkAnswers, type OpenSection } from "./insertion";
import type { NewNote } from "./link-form";
import { continuedNumber, numberedAfter } from "./numbering";
import { lineEnding } from "./section-rows";

/** The sections that a new one comes behind: those beside the one that fits best. */
function siblingsOf(roadmap: Roadmap, division: Division | null): readonly Division[] {
  const parent = divisionsOf(roadmap.chapters).find(({ sections }) => division !== null && sections.includes(division));
  return parent ? parent.sections : roadmap.chapters;
}

/** The title proposed: the number continued, and the note's folder, if no heading has that name yet, else its title. */
export function newSectionTitle({ map: { roadmap }, section }: OpenSection, note: NewNote): string {
  const number = continuedNumber(siblingsOf(roadmap, section.division).at(-1)?.title ?? "");
  const folder = basenameOf(folderOf(note.path));
  const headings = divisionsOf(roadmap.chapters).map(({ title }) => title.toLowerCase());
  const isKnown =
    folder === "" ||
    folderOf(note.path) === folderOf(roadmap.path) ||
    headings.some((title) => title.includes(folder.toLowerCase()));
  return number + (isKnown ? (note.title ?? titleOfMap(note.path, null)) : folder);
}

/** A section that is to be made, with its first entries. */
export interface NewSection {
  readonly edit: TextEdit;
  /** The line that it comes behind, counted from 0. */
  readonly after: number;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The new section with notes as its first entries, behind the last of the sections beside `open`. */
export function insertSection(
  open: OpenSection,
  title: string,
  notes: readonly NewNote[],
  answers: LinkAnswers,
): NewSection {
  const { of, map, section } = open;
  const last = siblingsOf(map.roadmap, section.division).at(-1);
  const [from, end] = last ? [last.line, lineEnding(of, last.to)] : [0, of.lines.length];
  const after = lastWords(of, from, end);
  const heading = `${"#".repeat(last?.level ?? 2)} ${title.replace(/\s+/g, " ").trim()}`;
  const items = notes.map((note) => firstItem(open, note, answers).line);
  const numbered = items.reduce<readonly string[]>((all, line) => [...all, numberedAfter(line, all.at(-1) ?? "")], []);
  const isAtEnd = after + 1 >= of.lines.length || (of.lines[after + 1] ?? "").trim() === "";
  const gap = areTight(open) ? [] : [""];
  const lines = [of.lines[after] ?? "", "", heading, ...gap, ...numbered, ...(isAtEnd ? [] : [""])];
  return { edit: linesEdit(map.roadmap.path, of, after, after, lines), after, heading, lines: numbered };
}
