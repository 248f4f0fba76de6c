// Findings as plain data for scripts: the JSON of the command line and the API.
import { firstAt } from "../base/range";
import type { TextLine } from "../edit/lines";
import type { TextEdit } from "../edit/text-edit";
import type { Finding, FindingClass, FindingKind } from "./finding";

export interface ReportedEdit {
  readonly path: string;
  /** The line that `before` begins on, counted from 0. */
  readonly line: number;
  /** Whole lines, joined by `\n` where there are several. A line that goes stands beside one that stays. */
  readonly before: string;
  readonly after: string;
}

export interface ReportedFix {
  /** Names what comes of it: a path, a number, a rating. */
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedFinding {
  readonly kind: FindingKind;
  readonly class: FindingClass;
  readonly map: string;
  /** Counted from 0; null where no line is concerned. */
  readonly line: number | null;
  readonly text: string;
  /** A vault path, or the link as written where it leads nowhere; null where there is none. */
  readonly target: string | null;
  readonly reason: string;
  readonly fixes: readonly ReportedFix[];
}

/** A section of a map that a note could be added to. */
export interface ReportedPlace {
  readonly note: string;
  readonly map: string;
  /** Titles, from the chapter down; none for the entries before the first chapter. */
  readonly section: string[];
  /** The line that the new one would come behind; -1 at the very top. */
  readonly after: number;
  /** Comparable only for one note. */
  readonly score: number;
  /** In words of the interface. */
  readonly reasons: string[];
  /** The new line, or the line that the note would be added to. */
  readonly preview: string;
}

/** An edit by its lines; `lines` are those of its note, from whose text it was made. */
export function reportedEdit({ path, from, expected, insert }: TextEdit, lines: readonly TextLine[]): ReportedEdit {
  const unix = (words: string): string => words.replaceAll("\r\n", "\n");
  return { path, line: firstAt(lines, from), before: unix(expected), after: unix(insert) };
}

/** A finding with its reason in words, and its fixes. */
export function reportedFinding(
  { kind, class: sort, map, line, text, target }: Finding,
  reason: string,
  fixes: readonly ReportedFix[],
): ReportedFinding {
  return { kind, class: sort, map, line, text, target, reason, fixes };
}
