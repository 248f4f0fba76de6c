// Marked notes at whose path quite another one is: a stub was left there, or two notes changed places. Where they seem
// to be is only offered: the note that is there may as well have been written anew.
import type { Match } from "./comparison";
import { findMoved } from "./finder";
import type { Move } from "./moving";
import type { Seen } from "./resemblance";

/** The share of headings, by their rarity, that has to be elsewhere. */
const LEAST_HEADINGS = 0.4;
/** The same where a note was before, of which nobody knows what it was: nearly all. */
const LEAST_HEADINGS_KNOWN = 0.8;

/**
 * Finds notes among `candidates`: those that are new, and those at the paths of the others that were replaced; and
 * among notes that were there and bear no marks, one of which may have changed places with it.
 */
export async function findReplaced(
  replaced: readonly Seen[],
  candidates: readonly Seen[],
  unmarked: readonly Seen[],
  others: Iterable<Seen>,
  breathe: () => Promise<void>,
): Promise<readonly Match[]> {
  const { certain, doubtful } = await findMoved(replaced, [...candidates, ...unmarked], others, breathe);
  const places = new Set(candidates.map(({ path }) => path));
  const matches = [...certain, ...doubtful].filter(
    ({ from, to, resemblance: { headings } }) =>
      from !== to && headings >= (places.has(to) ? LEAST_HEADINGS : LEAST_HEADINGS_KNOWN),
  );
  const sources = new Set(replaced.map(({ path }) => path));
  const counterpartOf = counterparts(matches);
  // A note that went where another one was without that coming in exchange would mix the marks of both.
  return matches.filter((match) => !sources.has(match.to) || counterpartOf(match) !== undefined);
}

/** The same moves with those that give the places in exchange. */
export function withCounterparts<T extends Move>(matches: readonly T[], all: readonly T[]): readonly T[] {
  const counterpartOf = counterparts(all);
  return [...new Set(matches.flatMap((match) => [match, counterpartOf(match) ?? match]))];
}

/** Moves apart into those that change places and all others. */
export function partsOf<T extends Move>(
  moves: readonly T[],
): { readonly swaps: readonly T[]; readonly others: readonly T[] } {
  const counterpartOf = counterparts(moves);
  const isSwap = (move: T): boolean => counterpartOf(move) !== undefined;
  return { swaps: moves.filter(isSwap), others: moves.filter((move) => !isSwap(move)) };
}

/** For a move the one that leads the other way, if there is one. */
function counterparts<T extends Move>(moves: readonly T[]): (move: Move) => T | undefined {
  const byPlaces = new Map(moves.map((move) => [`${move.from}\n${move.to}`, move]));
  return ({ from, to }) => byPlaces.get(`${to}\n${from}`);
}
