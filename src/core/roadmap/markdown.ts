// A roadmap as Markdown to paste anywhere: its headings, and its entries as a checklist.
import type { Division, Entry, Roadmap } from "./model";
import { linkTextOf } from "../read/links";
import { markOfState } from "../base/state";
import type { StateOf } from "./tally";
import type { Rating } from "../notation/rating";

const DEEPEST_HEADING = 6;

/** More stars than these are no picture of a rating. */
const MOST_STARS = 6;

/** The rating in stars, a half as a sign of its own; in figures where it was written so and stars would not show it. */
function ratingOf({ value, of, hollow }: Rating): string {
  if (!Number.isInteger(value * 2) || of > MOST_STARS) return `rating: ${value}/${of}`;
  const full = Math.floor(value);
  return `${"★".repeat(full)}${value > full ? "½" : ""}${"☆".repeat(hollow)}`;
}

/** Maps and missing notes have no box, since they are not counted. */
function entryLines(entry: Entry, stateOf: StateOf, indent: string): readonly string[] {
  const { kind, target, label, key, rating, children } = entry;
  const box = kind === "map" || kind === "missing" ? null : `[${markOfState(stateOf(target))}]`;
  const parts = [
    "-",
    box,
    label === null ? null : `${label}:`,
    linkTextOf(entry),
    key ? "⭐" : null,
    rating && ratingOf(rating),
  ];
  const line = `${indent}${parts.filter((part) => part !== null).join(" ")}`;
  return [line, ...children.flatMap((child) => entryLines(child, stateOf, `${indent}\t`))];
}

function block(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function divisionBlocks(division: Division, stateOf: StateOf, depth: number): readonly string[] {
  return [
    `${"#".repeat(Math.min(depth, DEEPEST_HEADING))} ${division.title}`,
    ...block(division.entries.flatMap((entry) => entryLines(entry, stateOf, ""))),
    ...division.sections.flatMap((section) => divisionBlocks(section, stateOf, depth + 1)),
  ];
}

/** The roadmap with the reader's states as task marks. */
export function markdownOf(roadmap: Roadmap, stateOf: StateOf): string {
  const blocks = [
    `# ${roadmap.title}`,
    ...block(roadmap.entries.flatMap((entry) => entryLines(entry, stateOf, ""))),
    ...roadmap.chapters.flatMap((chapter) => divisionBlocks(chapter, stateOf, 2)),
  ];
  return `${blocks.join("\n\n")}\n`;
}
