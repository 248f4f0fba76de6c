// A finding: one thing about a map that upkeep reports, and the edits that mend it.
import type { TextEdit } from "../edit/text-edit";

/** `certain` has one right fix, `choose` several or one that needs an eye; an `idea` is never called a problem. */
export type FindingClass = "certain" | "choose" | "idea";

export type FindingKind =
  | "broken"
  | "cut"
  | "length"
  | "part"
  | "rating"
  | "duplicate"
  | "topic"
  | "deprecated"
  | "unlisted"
  | "empty"
  | "cycle";

/** Another value for a property of a note whose text is not known yet: `propertyEdit` makes the edit of it. */
export interface PropertyChange {
  /** The vault path of the note. */
  readonly path: string;
  readonly name: string;
  /** The value as Obsidian has read it: the change is made only where that is what stands there. */
  readonly before: string;
  readonly after: string;
}

export interface Fix {
  /** Names what comes of it: a path, a number, a rating. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Null for most, which change the map alone. */
  readonly property: PropertyChange | null;
}

/** Why something was found, with the figures and names that a sentence about it needs. */
export type Reason =
  /** The link leads nowhere: its note was moved, as the journal knows; one note bears its name; several do. */
  | { readonly code: "moved" | "named"; readonly to: string }
  /** One note bears its name; so does another link of the map, which has another path. */
  | { readonly code: "namedTwice"; readonly to: string }
  | { readonly code: "severalNamed"; readonly count: number }
  /** Notes are called almost so; the name of the likeliest. */
  | { readonly code: "similar"; readonly name: string; readonly count: number }
  /** Nothing is called so; so many links of maps ask for it. */
  | { readonly code: "toWrite"; readonly count: number }
  | { readonly code: "cut" }
  /** Even with its pipe escaped the link leads nowhere. */
  | { readonly code: "cutToNothing" }
  | { readonly code: "length"; readonly declared: number; readonly actual: number }
  | { readonly code: "noHeading" | "noBlock"; readonly part: string }
  /** As written in the map, and in the note. */
  | { readonly code: "rating"; readonly map: string; readonly note: string }
  /** Lines counted from 0. */
  | { readonly code: "duplicate"; readonly lines: readonly number[] }
  | { readonly code: "topic"; readonly to: string }
  /** The property that says so, and its value; the path of the successor, null where none is named. */
  | { readonly code: "deprecated"; readonly said: string; readonly successor: string | null }
  /** The note's folder, null where it lies elsewhere and names the map; the property that says it is outdated. */
  | { readonly code: "unlisted"; readonly folder: string | null; readonly said: string | null }
  | { readonly code: "empty" }
  /** The maps on the way down from the map to itself, by their paths. */
  | { readonly code: "cycle"; readonly maps: readonly string[] };

export interface Finding {
  readonly kind: FindingKind;
  readonly class: FindingClass;
  /** The vault path of the map. */
  readonly map: string;
  /** Counted from 0; null where no line of the map is concerned, as with a note that is in no map. */
  readonly line: number | null;
  /** The part of the map that is concerned, as written; "" where there is none. */
  readonly text: string;
  /** The target concerned: a vault path, or the link as written where it leads nowhere; null where there is none. */
  readonly target: string | null;
  readonly reason: Reason;
  readonly fixes: readonly Fix[];
  /** True if the map holds the markers of an unsettled merge: then nothing is mended, and `fixes` is empty. */
  readonly isInConflict: boolean;
}

/** A step for each thing that is looked at, with what is found about it: between two of them other work can be done. */
export type Search = Generator<Finding | null>;
