// The remark that a new entry gets where its siblings have one: joined, and ended, as theirs are.
import { commonestOf } from "./commonest";
import type { SectionRow, TextLines } from "./section-rows";

/** So many of five siblings have a remark where a new entry gets one. */
const ENOUGH = 4 / 5;
const LONGEST = 120;
const JOINER = /^[*_=]*(\s*(?:[—–\-:：·→]+\s*|[（(]))/u;
const STOP = /[.。]$/u;
const SPACE_JOINER = " — ";

/** Says for a row what follows its last link. */
function behindLink({ text, lines, starts }: TextLines, { line, entries }: SectionRow): string {
  const to = entries.at(-1)?.link.to ?? 0;
  return text.slice(to, (starts[line] ?? 0) + (lines[line] ?? "").length);
}

/** True if four of five rows have a remark. */
export function haveRemarks(rows: readonly SectionRow[]): boolean {
  const count = rows.filter(({ entries }) => entries.some(({ remark }) => remark !== null)).length;
  return count > 0 && count >= ENOUGH * rows.length;
}

/** One line, ended as the remarks of siblings are; null where it is too long for a remark. */
export function remarkLike(brief: string, rows: readonly SectionRow[]): string | null {
  const words = brief.replace(/\s+/g, " ").trim();
  const remarks = rows.flatMap(({ entries }) => entries.flatMap(({ remark }) => remark ?? []));
  const haveStops = remarks.filter((remark) => STOP.test(remark)).length * 2 > remarks.length;
  return words === "" || words.length > LONGEST ? null : haveStops ? words : words.replace(STOP, "");
}

/** The text behind the link: the joiner that most siblings have, and the remark. */
export function remarkBehind(of: TextLines, rows: readonly SectionRow[], brief: string): string {
  const remark = haveRemarks(rows) ? remarkLike(brief, rows) : null;
  if (remark === null) return "";
  const joiners = rows.flatMap((row) => JOINER.exec(behindLink(of, row))?.[1] ?? []);
  const joiner = commonestOf(joiners) ?? SPACE_JOINER;
  const close = joiner.endsWith("（") ? "）" : joiner.endsWith("(") ? ")" : "";
  return joiner + remark + close;
}
