// The writing of ratings: in the glyphs, scale and hollow style that a map's author uses.
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "../roadmap/model";
import { CODE, EMPTY, FULL, type Rating } from "../notation/rating";

/** A map's way of writing ratings. */
export interface Style {
  readonly glyph: string;
  /** The sign for a star that is not given; empty where the map leaves those out. */
  readonly hollow: string;
  readonly of: number;
}

const USUAL: Style = { glyph: "★", hollow: "☆", of: 5 };
const NUMBER = /[\d０-９]+(?:[.．,][\d０-９]+)?/u;

/** The style of a run of stars; null for a rating in figures. */
function styleOf(run: string, of: number): Style | null {
  if (NUMBER.test(run)) return null;
  const hollow = [...run].find((character) => EMPTY.includes(character)) ?? "";
  if (run.startsWith(CODE)) return { glyph: CODE, hollow, of };
  const [first = "", next = ""] = [...run];
  return first !== "" && FULL.includes(first) ? { glyph: next === "\uFE0F" ? first + next : first, hollow, of } : null;
}

/** The style in which most of a map's ratings are written. */
export function commonest(roadmap: Roadmap, text: string): Style {
  const rated = [...entriesOfRoadmap(roadmap), ...divisionsOf(roadmap.chapters)].flatMap(({ rating }) => rating ?? []);
  const styles = rated.flatMap(({ range, of }) => styleOf(text.slice(range.from, range.to), of) ?? []);
  const count = new Map<string, number>();
  const nameOf = ({ glyph, hollow, of }: Style): string => `${glyph} ${hollow} ${of}`;
  for (const style of styles) count.set(nameOf(style), (count.get(nameOf(style)) ?? 0) + 1);
  return styles.reduce(
    (best, style) => ((count.get(nameOf(style)) ?? 0) > (count.get(nameOf(best)) ?? 0) ? style : best),
    USUAL,
  );
}

/** A run of stars that is read as `value` of the style's scale. */
export function runOf({ glyph, hollow, of }: Style, value: number): string {
  // One star alone is a flag, and without hollow ones the scale is five: there they have to say it.
  const isPlain = hollow === "" && value > 1 && (of === USUAL.of || value === of);
  const rest = isPlain ? "" : (hollow || USUAL.hollow).repeat(of - value);
  return (rest !== "" && glyph === CODE ? USUAL.glyph : glyph).repeat(value) + rest;
}

/** A rating as written, with another value. */
export function rewritten(words: string, rating: Rating, value: number, usual: Style): string {
  const own = styleOf(words, rating.of);
  if (!own) return words.replace(NUMBER, String(value));
  // A full run does not say how its author writes the others.
  const isFull = rating.value === rating.of && usual.glyph === own.glyph;
  return runOf(isFull ? { ...own, hollow: usual.hollow } : own, value);
}
