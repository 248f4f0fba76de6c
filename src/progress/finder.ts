// Finds notes that vanished among those that are new: certain, doubtful, or none.
// A wrong match invents progress, so it takes far more to be certain than to be offered.
import { sameValue } from "../core/base/equal";
import { addToGroup } from "../core/base/group";
import { Comparison, type Compared, type Match } from "./comparison";
import { FolderMoves } from "./folder-moves";
import type { Seen } from "./resemblance";
import type { Bearer } from "./sought-traits";

export interface Findings {
  readonly certain: readonly Match[];
  /** Best first for each vanished note, and only a few. */
  readonly doubtful: readonly Match[];
}

/** Bits that a certain match has beyond what chance yields among all pairs of notes. */
const CERTAIN_BITS = 4;
/** The share of headings that a certain match has in common. */
const CERTAIN_HEADINGS = 0.4;
/** A match that is offered has this many bits beyond what chance yields for one note. */
const OFFER_BITS = 4;
const OFFER_HEADINGS = 0.2;
const MOST_OFFERS = 3;
/** Of two notes that may have gone the same way, one has to be ahead by so many bits. */
const CLEAR_BITS = 2;

/**
 * Finds vanished notes among those that are new; `others` are all others of the vault. Done in slices: `breathe`
 * resolves when the app has had a chance to do other work.
 */
export async function findMoved(
  vanished: readonly Seen[],
  fresh: Iterable<Seen>,
  others: Iterable<Seen>,
  breathe: () => Promise<void>,
): Promise<Findings> {
  const comparison = new Comparison(breathe);
  const compared = await comparison.compare(vanished, fresh, others);
  const judge = new Judge(comparison);
  const byContent: Match[] = [];
  for (const one of compared) {
    await breathe();
    const [best] = one.matches;
    if (best && judge.isCertain(best, one)) byContent.push(best);
  }
  const byFolder = await withTheirFolders(compared, byContent, judge, breathe);
  return findingsOf(compared, [...byContent, ...byFolder], judge);
}

function findingsOf(compared: readonly Compared[], certain: readonly Match[], judge: Judge): Findings {
  const [found, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
  const open = compared.filter(({ sought }) => !found.has(sought.seen.path));
  const doubtful = open.flatMap(({ matches }) =>
    matches.filter((match) => !taken.has(match.to) && judge.isOffer(match)).slice(0, MOST_OFFERS),
  );
  return { certain, doubtful };
}

class Judge {
  constructor(readonly comparison: Comparison) {}

  isOffer({ resemblance: { bits, headings, shared } }: Match): boolean {
    const { chance } = this.comparison;
    // A name that no other note has is worth a question by itself, unless what the note contains is not there.
    if (shared.name > 0 && bits >= chance && headings >= OFFER_HEADINGS) return true;
    return bits >= chance + OFFER_BITS && (headings >= OFFER_HEADINGS || shared.name > 0);
  }

  isCertain(match: Match, compared: Compared): boolean {
    const { bits, headings, isContradicted } = match.resemblance;
    const { chance } = this.comparison;
    return (
      !isContradicted &&
      headings >= CERTAIN_HEADINGS &&
      bits >= 2 * chance + CERTAIN_BITS &&
      this.lead(match, compared) >= chance + OFFER_BITS
    );
  }

  /** True if a note differs from the one that vanished in nothing but its folder, and no other is like it. */
  isUnchanged(match: Match, compared: Compared): boolean {
    const now = this.comparison.newNotes.get(match.to)?.seen.note;
    return this.isOffer(match) && sameValue(now, compared.sought.seen.note) && this.lead(match, compared) >= OFFER_BITS;
  }

  /** The bits that a match has beyond what is most like it otherwise. */
  private lead(match: Match, compared: Compared): number {
    return match.resemblance.bits - Math.max(this.comparison.rivalOf(match, compared), compared.lookalike);
  }
}

/**
 * Notes of the same name where others of their folder certainly went, or under their own path in other letters, are
 * certain too.
 */
async function withTheirFolders(
  compared: readonly Compared[],
  certain: readonly Match[],
  judge: Judge,
  breathe: () => Promise<void>,
): Promise<readonly Match[]> {
  const { comparison } = judge;
  const [found, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
  const folders = new FolderMoves();
  for (const one of compared) {
    await breathe();
    const [best] = one.matches;
    if (best && (found.has(best.from) || judge.isUnchanged(best, one))) folders.add(best);
  }
  const places = await placesOf(comparison.newNotes, breathe);
  const claims = new Map<string, Match[]>();
  for (const one of compared) {
    await breathe();
    const { path } = one.sought.seen;
    if (found.has(path)) continue;
    const expected = new Set([path, ...folders.pathsFor(path)].map(folded));
    const bearers = [...expected].flatMap((place) => places.get(place) ?? []);
    const matches = bearers
      .filter(({ seen }) => !taken.has(seen.path))
      .map((bearer) => comparison.match(one.sought, bearer));
    const claim = clearest(matches);
    if (claim && isCredible(claim, one, comparison)) addToGroup(claims, claim.to, claim);
  }
  return [...claims.values()].flatMap((rivals) => clearest(rivals) ?? []);
}

/** New notes by their paths, upper and lower case aside. */
async function placesOf(
  newNotes: ReadonlyMap<string, Bearer>,
  breathe: () => Promise<void>,
): Promise<ReadonlyMap<string, Bearer>> {
  const places = new Map<string, Bearer>();
  for (const [path, bearer] of newNotes) {
    await breathe();
    places.set(folded(path), bearer);
  }
  return places;
}

/** The one of several matches that is ahead of all others; null where none is. */
function clearest(matches: readonly Match[]): Match | null {
  const [best, next] = [...matches].sort((a, b) => b.resemblance.bits - a.resemblance.bits);
  return best && (!next || best.resemblance.bits - next.resemblance.bits >= CLEAR_BITS) ? best : null;
}

/**
 * True if nothing speaks against a note being where its folder went: no other id, no other
 * content, no note elsewhere that is more like it.
 */
function isCredible(match: Match, { matches }: Compared, comparison: Comparison): boolean {
  const { bits, headings, isContradicted } = match.resemblance;
  // At its own path in other letters no folder speaks for it: a new note of the same template may have been made there.
  if (folded(match.to) === folded(match.from) && headings < CERTAIN_HEADINGS) return false;
  if (headings === 0 && !isToldByName(match, comparison)) return false;
  const elsewhere = matches.find(({ to }) => to !== match.to)?.resemblance.bits ?? 0;
  return !isContradicted && Math.max(elsewhere, comparison.claimOn(match)) < bits + comparison.chance;
}

/** True if a note without its headings is told by its name alone: nothing else is there, nor has it other headings. */
function isToldByName(match: Match, comparison: Comparison): boolean {
  const now = comparison.newNotes.get(match.to)?.seen.note.headings ?? [];
  const { nameBits } = match.resemblance;
  return now.length === 0 && nameBits >= comparison.chance - 1 && comparison.claimOn(match) < nameBits;
}

/** A path as a file system sees it that does not tell upper from lower case. */
function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
