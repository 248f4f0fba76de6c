// Notes that a map lists twice.
import { addToGroup } from "../base/group";
import type { TextEdit } from "../edit/text-edit";
import { entriesOfRoadmap, headingAbove, type Entry } from "../roadmap/model";
import { fixOf, type CheckedMap } from "./checked-map";
import type { Finding, Search } from "./finding";

const ITEM = /^[\s>]*(?:[-*+]|\d+[.)])\s/;
const ROW = /^[\s>]*\|/;
/** All that may stand between two links so that one of them can go with it. */
const SEPARATOR = /^\s*[/·,、，&+;；]\s*$/u;
/** Of more lines than these nobody chooses one; each would have to take all others away. */
const MOST = 12;
const ADDRESS = /https?:\/\//i;

/** True if a line goes on below, or holds something below it that would lose what it stands under. */
function hasMoreBelow({ children, details }: Entry, line: number, map: CheckedMap): boolean {
  if (children.length > 0 || details.length > 0) return true;
  const [own, below] = [map.wordsOf(line), map.wordsOf(line + 1)];
  if (ROW.test(own) || below.trim() === "") return false;
  return !ITEM.test(below) ? !/^[\s>]*(?:#|>|\||-{3,}|\*{3,})/.test(below) : indentOf(below) > indentOf(own);
}

function indentOf(line: string): number {
  return /^[\s>]*/.exec(line)?.[0].replace(/\t/g, "    ").length ?? 0;
}

/** The edit that takes an entry out of the map; null where what would be left is not sure. */
function without(entry: Entry, map: CheckedMap): TextEdit | null {
  const { link } = entry;
  const words = map.wordsOf(link.line);
  const others = map.linksOn(link.line).filter(({ from }) => from !== link.from);
  if (map.lineAt(link.to) !== link.line) return null;
  if (others.length > 0) return withoutLink(link, others, map);
  const isOwnLine = ITEM.test(words) || ROW.test(words);
  return isOwnLine && !ADDRESS.test(words) && !hasMoreBelow(entry, link.line, map) ? map.withoutLine(link.line) : null;
}

/** The edit that takes a link and one separator out of a line that has others. */
function withoutLink(
  link: Entry["link"],
  others: readonly { readonly from: number; readonly to: number }[],
  map: CheckedMap,
): TextEdit | null {
  const next = others.find(({ from }) => from >= link.to);
  if (next)
    return SEPARATOR.test(map.text.slice(link.to, next.from)) ? map.edit({ from: link.from, to: next.from }, "") : null;
  const before = others.findLast(({ to }) => to <= link.from);
  const end = map.lines[link.line]?.to ?? link.to;
  const behind = map.text.slice(link.to, end);
  const isLast = /^\s*(?:\|[^]*)?$/.test(behind);
  return before && isLast && SEPARATOR.test(map.text.slice(before.to, link.from))
    ? map.edit({ from: before.to, to: link.to }, "")
    : null;
}

/** The number of a line as editors count, and the heading that it stands below. */
function nameOfLine(line: number, { roadmap }: CheckedMap): string {
  const title = headingAbove(roadmap, line);
  return String(line + 1) + (title === "" ? "" : ` · ${title}`);
}

function findingOf(entries: readonly Entry[], map: CheckedMap): Finding {
  const lines = entries.map(({ link }) => link.line);
  const removals = entries.map((entry) => without(entry, map));
  const isApart = new Set(lines).size === lines.length;
  const fixes = (entries.length > MOST ? [] : entries).flatMap((_, kept) => {
    const edits = removals.filter((_, index) => index !== kept);
    const whole = edits.filter((edit) => edit !== null);
    return isApart && whole.length === edits.length ? [fixOf(nameOfLine(lines[kept] ?? 0, map), whole)] : [];
  });
  const [, second] = entries;
  return map.finding({
    kind: "duplicate",
    class: "choose",
    line: second?.link.line ?? null,
    text: second?.link.text ?? "",
    target: second?.target ?? null,
    reason: { code: "duplicate", lines },
    fixes,
  });
}

export function* findDuplicates(map: CheckedMap): Search {
  const groups = new Map<string, Entry[]>();
  for (const entry of entriesOfRoadmap(map.roadmap))
    if (entry.kind === "note" || entry.kind === "file") addToGroup(groups, entry.target, entry);
  for (const entries of groups.values()) yield entries.length > 1 ? findingOf(entries, map) : null;
}
