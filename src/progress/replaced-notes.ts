// Marked notes at whose path quite another one is: a stub was left there, notes changed places, or each took the number
// of the next. Where they seem to be is only offered: the note that is there may as well have been written anew.
import { addToGroup } from "../core/base/group";
import type { Match } from "./comparison";
import { findMoved } from "./finder";
import type { Move } from "./moving";
import type { Seen } from "./resemblance";

/** The share of headings, by their rarity, that has to be elsewhere. */
const LEAST_HEADINGS = 0.4;
/** The same where a note was before, of which nobody knows what it was: nearly all. */
const LEAST_HEADINGS_KNOWN = 0.8;

/** The notes of the vault that may be one that is not at its path any more. */
export interface Candidates {
  readonly fresh: readonly Seen[];
  /** The notes that are now at the paths of those that were replaced. */
  readonly exchanged: readonly Seen[];
  /** Notes that were there and bear no marks, one of which may have changed places with it. */
  readonly unmarked: readonly Seen[];
}

/**
 * Finds the notes that were replaced, and those that are `gone` as far as they took the place of one that was. A note
 * that went where another one was is found only if that went on: it would mix the marks of both.
 */
export async function findReplaced(
  replaced: readonly Seen[],
  gone: readonly Seen[],
  { fresh, exchanged, unmarked }: Candidates,
  others: Iterable<Seen>,
  isAllowed: (match: Match) => boolean,
  breathe: () => Promise<void>,
): Promise<readonly Match[]> {
  const candidates = [...fresh, ...exchanged, ...unmarked];
  const { certain, doubtful } = await findMoved([...replaced, ...gone], candidates, others, breathe);
  const [sources, places] = [pathsOf(replaced), pathsOf([...fresh, ...exchanged])];
  const matches = [...certain, ...doubtful].filter(
    (match) =>
      match.from !== match.to &&
      (sources.has(match.from) || sources.has(match.to)) &&
      match.resemblance.headings >= (places.has(match.to) ? LEAST_HEADINGS : LEAST_HEADINGS_KNOWN) &&
      isAllowed(match),
  );
  const chainOf = chains(matches);
  const found: Match[] = [];
  for (const match of matches) {
    await breathe();
    const end = chainOf(match).at(-1)?.to ?? match.to;
    if (end === match.from || !sources.has(end)) found.push(match);
  }
  return found;
}

function pathsOf(notes: readonly Seen[]): ReadonlySet<string> {
  return new Set(notes.map(({ path }) => path));
}

/**
 * For a move all that have to be made at once with it, itself first: the note at its destination goes on, perhaps to
 * where a third one was, and so on, or back in a ring. Of several moves of one note the first counts.
 */
export function chains<T extends Move>(all: readonly T[]): (move: T) => readonly T[] {
  const firstFrom = firstByPlace(all);
  return (move) => {
    const chain = new Map([[move.from, move]]);
    for (let next = firstFrom.get(move.to); next && !chain.has(next.from); next = firstFrom.get(next.to))
      chain.set(next.from, next);
    return [...chain.values()];
  };
}

/**
 * Moves with all that have to be made at once with them; of two that are of one note, or to one place, only the first.
 */
export function withChains<T extends Move>(moves: readonly T[], all: readonly T[]): readonly T[] {
  const [chainOf, made] = [chains([...moves, ...all]), new Set<T>()];
  const [from, to] = [new Set<string>(), new Set<string>()];
  for (const move of moves) {
    const chain = chainOf(move).filter((one) => !made.has(one));
    if (chain.some((one) => from.has(one.from) || to.has(one.to))) continue;
    for (const one of chain) {
      made.add(one);
      from.add(one.from);
      to.add(one.to);
    }
  }
  return [...made];
}

/** The moves that cannot be made without one of them, and that itself. */
export function thoseThatNeed<T extends Move>(move: T, all: readonly T[]): readonly T[] {
  const [firstFrom, into] = [firstByPlace(all), new Map<string, T[]>()];
  for (const one of all) addToGroup(into, one.to, one);
  const needing = new Set([move]);
  for (const one of needing)
    if (firstFrom.get(one.from) === one) for (const other of into.get(one.from) ?? []) needing.add(other);
  return [...needing];
}

function firstByPlace<T extends Move>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...all].reverse().map((move) => [move.from, move]));
}

/** Moves apart into those that make room for each other and all others. */
export function partsOf<T extends Move>(
  moves: readonly T[],
): { readonly linked: readonly T[]; readonly others: readonly T[] } {
  const [from, to] = [new Set(moves.map((move) => move.from)), new Set(moves.map((move) => move.to))];
  const isLinked = (move: T): boolean => from.has(move.to) || to.has(move.from);
  return { linked: moves.filter(isLinked), others: moves.filter((move) => !isLinked(move)) };
}
