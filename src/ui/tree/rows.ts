// The rows of a tree: what is drawn of each, and what of the map it stands for.
import type { FilterSources } from "../../core/roadmap/filter";
import type { Division, Entry } from "../../core/roadmap/model";
import type { Range } from "../../core/base/range";
import type { State } from "../../core/base/state";
import type { StateOf, Tally } from "../../core/roadmap/tally";
import type { Topic } from "../../core/read/written";
import type { FindingsByRow } from "../../core/upkeep/by-row";
import type { Finding } from "../../core/upkeep/finding";
import type { Folding } from "../../core/roadmap/folding";
import type { MeasuredRelation } from "../../actions/relations";

/** A dot of a strip: a target's state, or that it is what comes next. */
export type Dot = State | "next";

/** The next entry: its identity, and those of the divisions that it stands in; null for nothing. */
export interface AheadIds {
  readonly entry: string | null;
  readonly target: string | null;
  readonly divisions: ReadonlySet<string>;
}

/** A map with those below it. */
export interface MapAccount {
  /** When something in it was read last, in milliseconds since 1970; null for never. */
  readonly lastRead: number | null;
  /** The number of notes to study. */
  readonly notes: number;
}

/** The sources that the rows depend on beyond the roadmap. */
export interface RowSources extends FilterSources {
  /** The progress of another map, from 0 to 1; null if the path is no map or has nothing to count. */
  progressOfMap(path: string): number | null;
  isMap(path: string): boolean;
  /** The account that rows give of a map on the home of all maps; null elsewhere. */
  readonly accountOf: ((path: string) => MapAccount) | null;
  readonly folding: Folding;
  /** True if remarks have a line of their own. */
  readonly showsRemarks: boolean;
  /** The words searched for, folded; none while nothing is. */
  readonly words: readonly string[];
  /** The note in front of the reader; null where there is none. */
  readonly activePath: string | null;
  readonly ahead: AheadIds;
  /** The findings that entries and topics bear a mark for. */
  readonly findings: FindingsByRow;
}

interface RowBase {
  /** Identity that survives edits above it. */
  readonly id: string;
  /** 0 for chapters and for the entries of the preface. */
  readonly depth: number;
}

/** A row with rows below it that can be folded away. */
interface Foldable {
  /** Null where there is nothing to fold. */
  readonly expanded: boolean | null;
}

export interface DivisionRow extends RowBase, Foldable {
  readonly kind: "division";
  readonly division: Division;
  /** All of it, hidden or not: what is counted. */
  readonly counted: Division;
  /** The target that comes next on the map, in it or not; null for none. */
  readonly next: string | null;
  /**
   * The progress of the map its heading links to, from 0 to 1; null where it links to none or there is nothing to
   * count.
   */
  readonly mapProgress: number | null;
  /** True if it is folded over the note in front of the reader. */
  readonly isActive: boolean;
  /** True if what comes next stands in it. */
  readonly isCurrent: boolean;
  /**
   * The kind of place its heading's link leads to: another map, or elsewhere in this one; null for none and for notes.
   */
  readonly leadsTo: "map" | "jump" | null;
  /** The ranges of its title that hold the words searched for. */
  readonly matches: readonly Range[];
}

/** The sources that the counts of divisions depend on. */
export interface ShareSources {
  readonly stateOf: StateOf;
  readonly tallyOfDivision: (division: Division) => Tally;
}

/** The progress of a division. */
export interface Shares {
  readonly tally: Tally;
  /** Its targets in order, at most twelve; null where a bar tells it better. */
  readonly strip: readonly Dot[] | null;
}

/**
 * The row of a division with what is counted only where it is in view: counting all divisions of 11,000 entries anew
 * would take a quarter of the 50 ms in which an edit is to be painted.
 */
export interface CountedDivisionRow extends DivisionRow, Shares {}

export interface EntryRow extends RowBase, Foldable {
  readonly kind: "entry";
  readonly target: string;
  readonly entry: Entry;
  readonly state: State;
  /** The label shown before the title; null where its group's row shows it. */
  readonly label: string | null;
  /** The progress of the map it leads to, from 0 to 1; null for other kinds, or where there is nothing to count. */
  readonly mapProgress: number | null;
  /** The account of the map it leads to; null where rows give none. */
  readonly account: MapAccount | null;
  readonly isActive: boolean;
  /** True if it is what comes next. */
  readonly isNext: boolean;
  /** The actual length in lines; null where it is not known. */
  readonly lines: number | null;
  /** The findings about it. */
  readonly findings: readonly Finding[];
  /** The ranges of its title that hold the words searched for. */
  readonly matches: readonly Range[];
  /**
   * The text shown below the title: its remark, if that is asked for or its note is open, or what it was found by; null
   * for nothing.
   */
  readonly remark: string | null;
  readonly remarkMatches: readonly Range[];
}

export interface GroupRow extends RowBase, Foldable {
  readonly kind: "group";
  readonly label: string;
  /** The entries that it is the label of. */
  readonly entries: readonly Entry[];
  /** The ranges of the label that hold the words searched for. */
  readonly matches: readonly Range[];
}

export interface TopicsRow extends RowBase, Foldable {
  readonly kind: "topics";
  readonly topics: readonly Topic[];
}

export interface TopicRow extends RowBase {
  readonly kind: "topic";
  readonly topic: Topic;
  /** The findings about it. */
  readonly findings: readonly Finding[];
  /** The ranges of its title that hold the words searched for. */
  readonly matches: readonly Range[];
}

/** Links of a division that Obsidian itself cannot follow: said once, with no place of their own. */
export interface CutRow extends RowBase {
  readonly kind: "cut";
  readonly links: readonly string[];
  /** The line of the first, counted from 0. */
  readonly line: number;
}

/** Notes that are the map's to list, and are in no map. */
export interface UnlistedRow extends RowBase {
  readonly kind: "unlisted";
  readonly count: number;
}

/** A division's relations, on one line. */
export interface RelationsRow extends RowBase {
  readonly kind: "relations";
  readonly relations: readonly MeasuredRelation[];
  /** The ranges of each of their titles that hold the words searched for. */
  readonly matches: readonly (readonly Range[])[];
}

/** A row as it is drawn. */
export type DrawnRow = Exclude<Row, DivisionRow> | CountedDivisionRow;

export type Row = DivisionRow | EntryRow | GroupRow | TopicsRow | TopicRow | CutRow | RelationsRow | UnlistedRow;

/** The size of a row: with a second line, with space above it, or as most are. */
export function sizeOf(row: Row): "tall" | "chapter" | "row" | "end" {
  if (row.kind === "entry" && row.remark !== null) return "tall";
  if (row.kind === "unlisted") return "end";
  return row.kind === "division" && row.depth === 0 ? "chapter" : "row";
}
