// Which rows are folded away: those below the level that is set, except where the reader has folded or unfolded by hand since.
import { divisionsOf, entriesOfRoadmap, type Division, type Roadmap } from "../core/model";

/** How far down everything is shown: chapters alone, every heading, or every entry. */
export const LEVELS = ["chapter", "section", "entry"] as const;

export type Level = (typeof LEVELS)[number];

export interface Folding {
  readonly level: Level;
  /** The ids of rows that are not as the level has them. */
  readonly byHand: ReadonlySet<string>;
}

export const UNFOLDED: Folding = { level: "entry", byHand: new Set() };

export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}

/** Whether a division is folded. To show every heading, those that have headings below them must not be. */
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

/** How many rows a map has at each level. */
export function levelCounts(roadmap: Roadmap): Readonly<Record<Level, number>> {
  const chapter = roadmap.chapters.length;
  return { chapter, section: divisionsOf(roadmap.chapters).length - chapter, entry: entriesOfRoadmap(roadmap).length };
}

/** The levels that differ on a map: none without chapters, no sections where there are none. */
export function levelsOf({ chapters }: Roadmap): readonly Level[] {
  if (chapters.length === 0) return [];
  return chapters.some(({ sections }) => sections.length > 0) ? LEVELS : LEVELS.filter((level) => level !== "section");
}
