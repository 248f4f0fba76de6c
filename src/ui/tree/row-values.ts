// The rows of entries and divisions, as plain values: what they show is read once from the sources.
import { NONE } from "../../core/base/lists";
import { entriesOf, type Division, type Entry } from "../../core/roadmap/model";
import { plainRemark } from "../../core/notation/plain";
import type { Range } from "../../core/base/range";
import { matchesIn, matchesInProse, matchReason } from "../../core/roadmap/search";
import type { StateOf } from "../../core/roadmap/tally";
import type { DivisionRow, Dot, EntryRow, RowSources, Shares, ShareSources } from "./rows";

/** Up to this many targets a collapsed division shows a dot for each, above it a bar. */
const STRIP_LENGTH = 12;

/** The row of an entry; `label` is that before its title, if no row of its group shows it. */
export function entryRow(
  entry: Entry,
  depth: number,
  expanded: boolean | null,
  label: string | null,
  sources: RowSources,
): EntryRow {
  const { id, target, kind, path, title } = entry;
  const isActive = path !== null && path === sources.activePath;
  const remark = shownRemark(entry, sources, isActive);
  const lines = kind === "note" ? sources.linesOf(target) : null;
  return {
    kind: "entry",
    id,
    depth,
    target,
    entry,
    expanded,
    state: sources.stateOf(target),
    label: label === title ? null : label,
    mapProgress: kind === "map" && path !== null ? sources.progressOfMap(path) : null,
    account: sources.accountOf && sources.accountOf(path ?? ""),
    isActive,
    isNext: id === sources.ahead.entry,
    lines,
    findings: sources.findings.entries.get(id) ?? NONE,
    matches: matchesOf(title, sources),
    remark,
    remarkMatches: remark === null || sources.words.length === 0 ? NONE : matchesInProse(remark, sources.words),
  };
}

/** The text an entry was found by, else its remark if remarks are shown or its note is open; null for nothing. */
function shownRemark(entry: Entry, { words, showsRemarks }: RowSources, isActive: boolean): string | null {
  const reason = words.length === 0 ? null : matchReason(entry, words);
  if (reason !== null || !(showsRemarks || isActive)) return reason;
  return entry.remark === null ? null : plainRemark(entry.remark);
}

/** The row of a division; `counted` is all of it, hidden or not. */
export function divisionRow(
  division: Division,
  counted: Division,
  depth: number,
  expanded: boolean | null,
  leadsTo: DivisionRow["leadsTo"],
  sources: RowSources,
): DivisionRow {
  const { id, title, link } = division;
  const mapPath = leadsTo === "map" ? (link?.path ?? null) : null;
  return {
    kind: "division",
    id,
    depth,
    division,
    counted,
    next: sources.ahead.target,
    expanded,
    leadsTo,
    mapProgress: mapPath === null ? null : sources.progressOfMap(mapPath),
    isActive: expanded === false && lists(division, sources.activePath),
    isCurrent: sources.ahead.divisions.has(id),
    matches: matchesOf(title, sources),
  };
}

/** The progress of the division of a row. */
export function sharesOf({ counted, next }: DivisionRow, { tallyOfDivision, stateOf }: ShareSources): Shares {
  const tally = tallyOfDivision(counted);
  const isShort = tally.counted > 0 && tally.counted <= STRIP_LENGTH;
  return { tally, strip: isShort ? dotsOf(counted, next, stateOf) : null };
}

/** True if an entry of a division leads to the note at a path. */
function lists(division: Division, path: string | null): boolean {
  return path !== null && entriesOf(division).some((entry) => entry.path === path);
}

/** The ranges of a title that hold the words searched for. */
export function matchesOf(title: string, { words }: RowSources): readonly Range[] {
  return words.length === 0 ? NONE : matchesIn(title, words);
}

/** A division's counted targets in the order of the map, each once. */
function dotsOf(division: Division, next: string | null, stateOf: StateOf): readonly Dot[] {
  const seen = new Map<string, Dot>();
  for (const { kind, target } of entriesOf(division)) {
    if (kind === "map" || kind === "missing" || seen.has(target)) continue;
    const state = stateOf(target);
    seen.set(target, state === "todo" && target === next ? "next" : state);
  }
  return [...seen.values()];
}
