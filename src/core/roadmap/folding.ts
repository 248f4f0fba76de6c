// The rows that are folded away: those below the level that is set, except where the reader has folded or unfolded by
// hand since.
import type { Level } from "../../core/roadmap/levels";
import type { Division } from "../../core/roadmap/model";

export interface Folding {
  readonly level: Level;
  /** The ids of rows that are not as the level has them. */
  readonly byHand: ReadonlySet<string>;
}

export const UNFOLDED: Folding = { level: "entry", byHand: new Set() };

/** True if a division is folded. To show every heading, those that have headings below them must not be. */
export function isDivisionFolded(
  { level, byHand }: Folding,
  { id, sections }: Pick<Division, "id" | "sections">,
): boolean {
  const atFirst = level === "chapter" || (level === "section" && sections.length === 0);
  return atFirst !== byHand.has(id);
}

/** The folding with one row the other way round. */
export function toggled({ level, byHand }: Folding, id: string): Folding {
  const ids = new Set(byHand);
  if (!ids.delete(id)) ids.add(id);
  return { level, byHand: ids };
}
