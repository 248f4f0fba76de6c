// The marks in the text of a map: the state of an entry before its link, the progress of a division behind its heading.
// Anyone who draws a mark asks first if the text at hand still bears it out.
import { decoded } from "../base/decode";
import { divisionsOf, entriesOfRoadmap, type Division, type Entry, type Roadmap } from "./model";
import type { Range } from "../base/range";
import type { WrittenLink } from "../read/written";

/** The place of an entry: the range of its link. */
export interface EntryMark extends Range {
  readonly kind: "entry";
  readonly line: number;
  readonly entry: Entry;
}

/** The place of a division: the range of the `##` that begins its heading. */
export interface DivisionMark extends Range {
  readonly kind: "division";
  readonly line: number;
  readonly division: Division;
}

export type MapMark = EntryMark | DivisionMark;

/** The marks of a map in the order of its text. Offsets and lines are those of the text it was parsed from. */
export function marksOf(roadmap: Roadmap): readonly MapMark[] {
  const marks: MapMark[] = [];
  for (const entry of entriesOfRoadmap(roadmap)) {
    const { from, to, line } = entry.link;
    marks.push({ kind: "entry", from, to, line, entry });
  }
  for (const division of divisionsOf(roadmap.chapters)) {
    const { from, line, level } = division;
    marks.push({ kind: "division", from, to: from + level, line, division });
  }
  return marks.sort((a, b) => a.from - b.from);
}

/** Identity that survives edits above the mark. */
export function idOf(mark: MapMark): string {
  return mark.kind === "entry" ? mark.entry.id : mark.division.id;
}

/** True if a text is what a mark stands for: its link as written, or the line of its heading with the line below it. */
export function bearsOut(text: string, mark: MapMark): boolean {
  return mark.kind === "entry" ? isLink(text, mark.entry.link) : isHeading(text, mark.division);
}

/** True if a text is a link as it was read. */
export function isLink(text: string, { link, web, embed, alias }: WrittenLink): boolean {
  if (web)
    return (
      text === link ||
      text === `<${link}>` ||
      isMarkdownLink(text, link) ||
      (alias !== null && isByReference(text, alias))
    );
  const words = embed ? text.slice(1) : text;
  return text.startsWith("!") === embed && (isWikilink(words, link) || isMarkdownLink(words, link));
}

/** `[words]` or `[words][id]`. */
function isByReference(text: string, alias: string): boolean {
  return text.startsWith(`[${alias}]`) && /^(?:\[[^[\]]*\])?$/.test(text.slice(alias.length + 2));
}

function isWikilink(text: string, link: string): boolean {
  if (!text.startsWith("[[") || !text.endsWith("]]")) return false;
  const inner = text.startsWith(link, 2) ? text.slice(2) : text.slice(2).trimStart();
  return inner.startsWith(link) && /^\s*(?:\]\]|\\?\|)/.test(inner.slice(link.length));
}

function isMarkdownLink(text: string, link: string): boolean {
  return text.startsWith("[") && text.endsWith(")") && decoded(text, decodeURI).includes(link);
}

/** True if a text begins with a heading of a division's level that says its title. */
function isHeading(text: string, { level, title }: Division): boolean {
  const [line = "", below = ""] = text.split("\n");
  const hashes = /^ {0,3}(#*)/.exec(line)?.[1]?.length ?? 0;
  const underline = level === 1 ? /^=+\s*$/ : level === 2 ? /^-+\s*$/ : null;
  if (hashes !== level && (hashes > 0 || underline?.test(below) !== true)) return false;
  return line.includes(title) || holdsLetters(line, title);
}

/**
 * True if the letters and digits of a title stand in a line in their order;
 * marks, flags and brackets may stand between.
 */
function holdsLetters(line: string, title: string): boolean {
  let at = 0;
  for (const [letter] of title.matchAll(/[\p{L}\p{N}]/gu)) {
    at = line.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}
