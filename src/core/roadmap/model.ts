// A roadmap: a map's tree with every link followed. Immutable; a changed note makes a new one.
import type { Range } from "../base/range";
import type { Topic, Unused, WrittenEntry, WrittenLink } from "../read/written";
import type { Length } from "../notation/length";
import type { Rating } from "../notation/rating";
import type { RelationKind } from "../notation/relation-words";

/** The kind of thing that an entry points to. */
export type EntryKind = "note" | "map" | "file" | "web" | "missing";

/** A link with where it leads. */
export interface Destination {
  readonly link: WrittenLink;
  /** The vault path it resolves to; null if it resolves to nothing. */
  readonly path: string | null;
}

export interface Entry extends Omit<WrittenEntry, "children" | "mentions"> {
  /** Its identity as long as it is somewhere in the map, also in another division or with another link. */
  readonly id: string;
  readonly kind: EntryKind;
  /** The vault path it resolves to; null for web links and missing notes. */
  readonly path: string | null;
  /**
   * The thing that its state belongs to: a vault path with its subpath, or a web address;
   * of a missing note the linkpath.
   */
  readonly target: string;
  /** True if the link itself leads to nothing, since its note was moved: then `path` is where that is now. */
  readonly isMoved: boolean;
  readonly mentions: readonly Destination[];
  readonly children: readonly Entry[];
}

export interface Relation extends Destination {
  readonly kind: RelationKind;
  /** The author's words for it, else the title of the map it leads to, else its name. */
  readonly title: string;
}

export interface Division extends Range {
  /** Its identity as long as it is somewhere in the map, also under another title or at another level. */
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly key: boolean;
  readonly rating: Rating | null;
  readonly length: Length | null;
  readonly link: Destination | null;
  readonly summary: string | null;
  readonly relations: readonly Relation[];
  readonly entries: readonly Entry[];
  readonly topics: readonly Topic[];
  readonly sections: readonly Division[];
}

export interface Roadmap {
  readonly path: string;
  readonly title: string;
  readonly summary: string | null;
  readonly relations: readonly Relation[];
  /** The entries of the preface. */
  readonly entries: readonly Entry[];
  readonly topics: readonly Topic[];
  readonly chapters: readonly Division[];
  readonly unused: readonly Unused[];
}

function addEntries(entries: readonly Entry[], all: Entry[]): void {
  for (const entry of entries) {
    all.push(entry);
    if (entry.children.length > 0) addEntries(entry.children, all);
  }
}

function addDivision({ entries, sections }: Division, all: Entry[]): void {
  addEntries(entries, all);
  for (const section of sections) addDivision(section, all);
}

/** Every entry below, in the order of the map, nested ones included. */
export function allEntries(entries: readonly Entry[]): readonly Entry[] {
  const all: Entry[] = [];
  addEntries(entries, all);
  return all;
}

/** Every entry of a division and of its sections, in the order of the map. */
export function entriesOf(division: Division): readonly Entry[] {
  const all: Entry[] = [];
  addDivision(division, all);
  return all;
}

/** The entries found in a roadmap once: it never changes, and is asked for them at every drawing. */
const found = new WeakMap<Roadmap, readonly Entry[]>();

/** Every entry of a roadmap, in the order of the map. */
export function entriesOfRoadmap(roadmap: Roadmap): readonly Entry[] {
  const known = found.get(roadmap);
  if (known) return known;
  const all: Entry[] = [];
  addEntries(roadmap.entries, all);
  for (const chapter of roadmap.chapters) addDivision(chapter, all);
  found.set(roadmap, all);
  return all;
}

function addDivisions(divisions: readonly Division[], all: Division[]): void {
  for (const division of divisions) {
    all.push(division);
    if (division.sections.length > 0) addDivisions(division.sections, all);
  }
}

/** Every division of a roadmap, each before its sections. */
export function divisionsOf(divisions: readonly Division[]): readonly Division[] {
  const all: Division[] = [];
  addDivisions(divisions, all);
  return all;
}

/** The title of the heading that a line stands below; "" where there is none. */
export function headingAbove({ chapters }: Roadmap, line: number): string {
  return divisionsOf(chapters).findLast((division) => division.line <= line)?.title ?? "";
}

/** Every topic of a roadmap, in the order of the map. */
export function topicsOfRoadmap({ topics, chapters }: Roadmap): readonly Topic[] {
  return [...topics, ...divisionsOf(chapters).flatMap((division) => division.topics)];
}
