// The outline JSON: a roadmap as plain data for scripts, the command line and other plugins.
// Its shape is a promise: lines count from 0, paths are vault paths, null is "none written" or "not resolved".
import type { Destination, Division, Entry, EntryKind, Relation, Roadmap } from "./model";
import type { State } from "../base/state";
import type { Tally } from "./tally";
import type { UnusedReason } from "../read/written";
import type { Length, LengthUnit } from "../notation/length";
import type { Rating } from "../notation/rating";
import type { RelationKind } from "../notation/relation-words";

export interface OutlineRelation {
  readonly kind: RelationKind;
  readonly link: string;
  readonly path: string | null;
  readonly title: string;
  readonly line: number;
}

export interface OutlineLink {
  readonly link: string;
  readonly path: string | null;
}

export interface OutlineEntry extends OutlineLink {
  readonly kind: EntryKind;
  readonly title: string;
  readonly label: string | null;
  readonly line: number;
  readonly rating: { readonly value: number; readonly of: number; readonly label: string | null } | null;
  readonly key: boolean;
  readonly hot: boolean;
  readonly length: { readonly value: number; readonly unit: LengthUnit } | null;
  readonly actualLines: number | null;
  readonly task: string | null;
  readonly status: string | null;
  readonly remark: string | null;
  /** Linkless bullets below it. */
  readonly details: readonly string[];
  readonly mentions: readonly OutlineLink[];
  readonly state: State;
  readonly children: readonly OutlineEntry[];
}

export interface OutlineDivision {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly key: boolean;
  readonly link: OutlineLink | null;
  readonly rating: OutlineEntry["rating"];
  readonly length: OutlineEntry["length"];
  readonly summary: string | null;
  readonly relations: readonly OutlineRelation[];
  readonly entries: readonly OutlineEntry[];
  readonly sections: readonly OutlineDivision[];
  readonly topics: readonly { readonly title: string; readonly line: number }[];
  readonly tally: Tally;
}

export interface Outline {
  readonly path: string;
  readonly title: string;
  readonly relations: readonly OutlineRelation[];
  readonly entries: readonly OutlineEntry[];
  /** Those before the first chapter. */
  readonly topics: OutlineDivision["topics"];
  readonly chapters: readonly OutlineDivision[];
  readonly tally: Tally;
  readonly total: Tally;
  readonly unused: readonly { readonly line: number; readonly text: string; readonly why: UnusedReason }[];
}

/** The facts that an outline gives beyond the roadmap itself. */
export interface OutlineFacts {
  readonly tally: Tally;
  readonly total: Tally;
  tallyOfDivision(division: Division): Tally;
  stateOf(target: string): State;
  /** The actual length of an entry's target in lines; null where it is not known or there is none. */
  actualLinesOf(entry: Entry): number | null;
}

function outlineLink({ link, path }: Destination): OutlineLink {
  return { link: link.link, path };
}

function outlineRelation({ kind, link, path, title }: Relation): OutlineRelation {
  return { kind, link: link.link, path, title, line: link.line };
}

function outlineRating(rating: Rating | null): OutlineEntry["rating"] {
  return rating && { value: rating.value, of: rating.of, label: rating.label };
}

function outlineLength(length: Length | null): OutlineEntry["length"] {
  return length && { value: length.value, unit: length.unit };
}

function outlineEntry(entry: Entry, facts: OutlineFacts): OutlineEntry {
  const { kind, link, path, title, label, key, hot, task, status, remark } = entry;
  return {
    kind,
    link: link.link,
    path,
    title,
    label,
    line: link.line,
    rating: outlineRating(entry.rating),
    key,
    hot,
    length: outlineLength(entry.length),
    actualLines: facts.actualLinesOf(entry),
    task,
    status,
    remark,
    details: [...entry.details],
    mentions: entry.mentions.map(outlineLink),
    state: facts.stateOf(entry.target),
    children: entry.children.map((child) => outlineEntry(child, facts)),
  };
}

function outlineDivision(division: Division, facts: OutlineFacts): OutlineDivision {
  const { title, level, line, key, summary, topics } = division;
  return {
    title,
    level,
    line,
    key,
    link: division.link && outlineLink(division.link),
    rating: outlineRating(division.rating),
    length: outlineLength(division.length),
    summary,
    relations: division.relations.map(outlineRelation),
    entries: division.entries.map((entry) => outlineEntry(entry, facts)),
    sections: division.sections.map((section) => outlineDivision(section, facts)),
    topics: topics.map((topic) => ({ ...topic })),
    tally: { ...facts.tallyOfDivision(division) },
  };
}

/** The outline of a roadmap, as plain data that shares nothing with it. */
export function outlineOf(roadmap: Roadmap, facts: OutlineFacts): Outline {
  const { path, title, relations, entries, topics, chapters, unused } = roadmap;
  return {
    path,
    title,
    relations: relations.map(outlineRelation),
    entries: entries.map((entry) => outlineEntry(entry, facts)),
    topics: topics.map((topic) => ({ ...topic })),
    chapters: chapters.map((chapter) => outlineDivision(chapter, facts)),
    tally: { ...facts.tally },
    total: { ...facts.total },
    unused: unused.map((one) => ({ ...one })),
  };
}
