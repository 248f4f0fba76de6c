// The rating that a note gives itself, as its property `rating` says it.
import { rewritten, type Style } from "../edit/rating-style";
import { halfWidth } from "../notation/length";
import { findStarCodes, findStars, readFigure, readLoneStar, type Rating, type RatingMatch } from "../notation/rating";

export interface NoteRating {
  readonly value: number;
  /** The scale: of a bare number that of the map, or ten for what is above that. */
  readonly of: number;
  readonly written: string;
  /** The run of stars or the fraction in it; null for a bare number. */
  readonly match: RatingMatch | null;
}

const TEN = 10;
const NUMBER = /^\d+(?:\.\d+)?$/;

function ofNumber(value: number, written: string, scale: number): NoteRating | null {
  const of = value <= scale ? scale : TEN;
  return value > 0 && value <= of ? { value, of, written, match: null } : null;
}

/** Null for what is no rating, such as a list; `scale` is that of the map. */
export function ratingOfProperty(property: unknown, scale: number): NoteRating | null {
  if (typeof property === "number") return ofNumber(property, String(property), scale);
  if (typeof property !== "string") return null;
  const written = property.trim();
  const half = halfWidth(written);
  if (NUMBER.test(half)) return ofNumber(Number(half), written, scale);
  const match = findStars(written) ?? findStarCodes(written) ?? readLoneStar(written) ?? readFigure(written);
  return match && match.value > 0 ? { value: match.value, of: match.of, written, match } : null;
}

/** The words of a note's rating so that they say what a map does, on their own scale; null where they cannot. */
export function withRating({ of, written, match }: NoteRating, rating: Rating, style: Style): string | null {
  const value = (rating.value / rating.of) * of;
  const isWhole = Number.isInteger(value);
  if (match === null) return isWhole || Number.isInteger(value * 2) ? String(value) : null;
  if (!isWhole || value < 1) return null;
  const run = { ...match, label: null, range: match };
  const words = rewritten(written.slice(match.from, match.to), run, value, style);
  return written.slice(0, match.from) + words + written.slice(match.to);
}
