// The levels down to which a roadmap can be shown, and which of them differ on a map.
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "./model";

/** The depth down to which everything is shown: chapters alone, every heading, or every entry. */
export const LEVELS = ["chapter", "section", "entry"] as const;

export type Level = (typeof LEVELS)[number];

export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}

/** The number of rows a map has at each level. */
export function levelCounts(roadmap: Roadmap): Readonly<Record<Level, number>> {
  const chapter = roadmap.chapters.length;
  return { chapter, section: divisionsOf(roadmap.chapters).length - chapter, entry: entriesOfRoadmap(roadmap).length };
}

/** The levels that differ on a map: none without chapters, no sections where there are none. */
export function levelsOf({ chapters }: Roadmap): readonly Level[] {
  if (chapters.length === 0) return [];
  return chapters.some(({ sections }) => sections.length > 0) ? LEVELS : LEVELS.filter((level) => level !== "section");
}
