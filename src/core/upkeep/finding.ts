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

export interface Fix {
  /** Names what comes of it: a path, a number, a rating. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

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
  /** For reports; the interface says it in its own words. */
  readonly reason: string;
  readonly fixes: readonly Fix[];
}
