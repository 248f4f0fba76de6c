// All that is seen of a row, as plain values: rows that look alike need not be drawn anew, wherever in the map they
// stand.
import type { Length } from "../../core/notation/length";
import type { Rating } from "../../core/notation/rating";
import type { Finding } from "../../core/upkeep/finding";
import type { CountedDivisionRow, DrawnRow, EntryRow } from "./rows";

function lookOfRating(rating: Rating | null): unknown {
  return rating && [rating.value, rating.of, rating.hollow, rating.label];
}

function lookOfLength(length: Length | null): unknown {
  return length && [length.value, length.unit];
}

function lookOfFindings(findings: readonly Finding[]): unknown {
  return findings.map(({ kind, reason, fixes }) => [kind, reason, fixes.length]);
}

function lookOfEntry(row: EntryRow): unknown {
  const { title, kind, path, isMoved, key, status, remark, details, rating, length } = row.entry;
  const own = [
    row.state,
    row.label,
    row.mapProgress,
    row.account?.lastRead,
    row.account?.notes,
    row.isActive,
    row.isNext,
    row.lines,
    lookOfFindings(row.findings),
    row.matches,
    row.remark,
    row.remarkMatches,
  ];
  return [
    ...own,
    title,
    kind,
    isMoved && path,
    key,
    status,
    remark,
    details,
    lookOfRating(rating),
    lookOfLength(length),
  ];
}

function lookOfDivision({
  division,
  tally,
  strip,
  leadsTo,
  mapProgress,
  matches,
  isActive,
  isCurrent,
}: CountedDivisionRow): unknown {
  return [
    tally,
    strip,
    leadsTo,
    mapProgress,
    matches,
    isActive,
    isCurrent,
    division.title,
    division.key,
    lookOfRating(division.rating),
  ];
}

function lookInside(row: DrawnRow): unknown {
  switch (row.kind) {
    case "entry":
      return lookOfEntry(row);
    case "division":
      return lookOfDivision(row);
    case "group":
      return [row.label, row.matches];
    case "topics":
      return row.topics.length;
    case "topic":
      return [row.topic.title, lookOfFindings(row.findings), row.matches];
    case "relations":
      return [
        row.matches,
        row.relations.map(({ kind, title, path, link, progress }) => [kind, title, path, link.link, progress]),
      ];
    case "cut":
      return row.links;
    case "unlisted":
      return row.count;
  }
}

/** The values that two rows must have in common to look alike. */
export function lookOf(row: DrawnRow): unknown {
  return [row.kind, row.depth, "expanded" in row ? row.expanded : null, lookInside(row)];
}
