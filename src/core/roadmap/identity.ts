// The identity of divisions and entries: named when they are first seen, and carried from one reading of a map to the
// next, through other titles, other levels and other places. Found by what they say and hold, never by where they
// stand.
import { addToGroup } from "../base/group";
import { increasingPlaces } from "../base/increasing";
import { divisionName, entryName, numbered, Numbering } from "./ids";
import { isSameDivision, isSameEntry, pairDivisions, pairEntries } from "./likeness";
import { Listing, type Placed } from "./listing";
import type { Division, Entry, Roadmap } from "./model";
import type { Pairing } from "./pairing";

/** The effect of a changed map on its divisions and entries, by their ids. */
export interface IdentityChange {
  /** Still there, under another title. */
  readonly renamed: readonly string[];
  /** Still there, in another division, at another level, or in another order. */
  readonly moved: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

type Named = Division | Entry;
type Pair<T extends Named> = readonly [now: Placed<T>, before: Placed<T>];

/** Gives a thing its id; only to what nobody has seen yet. */
function name(one: { id: string }, id: string): void {
  one.id = id;
}

/** Calls with each division and entry of a roadmap, and its name by the titles on the way to it. */
export function eachName({ entries, chapters }: Roadmap, tell: (one: Named, name: string) => void): void {
  const numbering = new Numbering();
  /** `counts` says how often each target was met in the division. */
  const tellEntries = (some: readonly Entry[], parent: string, counts = new Map<string, number>()): void => {
    for (const one of some) {
      const nth = (counts.get(one.target) ?? 0) + 1;
      counts.set(one.target, nth);
      tell(one, numbered(entryName(parent, one.target), nth));
      tellEntries(one.children, parent, counts);
    }
  };
  const tellDivisions = (some: readonly Division[], parent: string): void => {
    for (const one of some) {
      const own = numbering.next(divisionName(parent, one.title));
      tell(one, own);
      tellEntries(one.entries, own);
      tellDivisions(one.sections, own);
    }
  };
  tellEntries(entries, "");
  tellDivisions(chapters, "");
}

/** Two lists of one kind: the same at both ends, mostly, and something else in the middle. */
class Comparison<T extends Named> {
  private start = 0;
  private end = 0;

  constructor(
    private readonly before: readonly Placed<T>[],
    private readonly now: readonly Placed<T>[],
    isSame: (a: Placed<T>, b: Placed<T>) => boolean,
  ) {
    const isSameAt = (at: number): boolean => {
      const [old, one] = [before.at(at), now.at(at)];
      return old !== undefined && one !== undefined && isSame(old, one);
    };
    const most = Math.min(before.length, now.length);
    while (this.start < most && isSameAt(this.start)) this.start++;
    while (this.end < most - this.start && isSameAt(-1 - this.end)) this.end++;
  }

  /** Those before and now that differ somewhere. */
  get middle(): readonly [before: readonly Placed<T>[], now: readonly Placed<T>[]] {
    const { before, now, start, end } = this;
    return [before.slice(start, before.length - end), now.slice(start, now.length - end)];
  }

  /** Calls with each pair at both ends. */
  eachSame(tell: (now: Placed<T>, before: Placed<T>) => void): void {
    const { before, now, start, end } = this;
    const tellAt = (at: number): void => {
      const [old, one] = [before.at(at), now.at(at)];
      if (old && one) tell(one, old);
    };
    for (let at = 0; at < start; at++) tellAt(at);
    for (let at = -end; at < 0; at++) tellAt(at);
  }
}

/** True if a thing stands in another division, or at another level. */
function standsElsewhere([now, before]: Pair<Named>): boolean {
  const levelOf = ({ one }: Placed<Named>): number | null => ("level" in one ? one.level : null);
  return now.parent?.id !== before.parent?.id || levelOf(now) !== levelOf(before);
}

/** Of pairs in the order of now, the fewest that must have been moved among those beside them. */
function outOfOrder<T extends Named>(pairs: readonly Pair<T>[], before: readonly Placed<T>[]): readonly Pair<T>[] {
  const indices = new Map(before.map((placed, index) => [placed, index]));
  const beside = new Map<string, Pair<T>[]>();
  for (const pair of pairs) if (!standsElsewhere(pair)) addToGroup(beside, pair[0].parent?.id ?? "", pair);
  return [...beside.values()].flatMap((group) => {
    const kept = increasingPlaces(group.map(([, old]) => indices.get(old) ?? -1));
    return group.filter((_, place) => !kept.has(place));
  });
}

/** Carries the identities of one kind, and tells what became of them. */
function carryKind<T extends Named>(
  comparison: Comparison<T>,
  pair: (before: readonly Placed<T>[], now: readonly Placed<T>[]) => Pairing<Placed<T>>,
  nameOf: (placed: Placed<T>) => string,
  taken: () => ReadonlySet<string>,
): IdentityChange {
  comparison.eachSame(({ one }, old) => name(one, old.one.id));
  const [before, now] = comparison.middle;
  const { pairs, removed, added } = pair(before, now);
  for (const [{ one }, old] of pairs) name(one, old.one.id);
  if (added.length > 0) {
    const numbering = new Numbering(taken());
    for (const placed of added) name(placed.one, numbering.next(nameOf(placed)));
  }
  const inOrder = now.flatMap((placed): readonly Pair<T>[] => {
    const old = pairs.get(placed);
    return old ? [[placed, old]] : [];
  });
  const moved = new Set<string>();
  const check = (one: Pair<T>): void => void (standsElsewhere(one) && moved.add(one[0].one.id));
  comparison.eachSame((...one) => check(one));
  inOrder.forEach(check);
  for (const [{ one }] of outOfOrder(inOrder, before)) moved.add(one.id);
  return {
    renamed: inOrder.flatMap(([{ one }, old]) => (one.title === old.one.title ? [] : [one.id])),
    moved: [...moved],
    removed: removed.map(({ one }) => one.id),
    added: added.map(({ one }) => one.id),
  };
}

/** Two changes of the same map as one. */
export function joined(first: IdentityChange, second: IdentityChange): IdentityChange {
  const without = (some: readonly string[], ...others: readonly (readonly string[])[]): readonly string[] => {
    const out = new Set(others.flat());
    return some.filter((id) => !out.has(id));
  };
  const all = (some: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...some, ...more])];
  return {
    renamed: without(all(first.renamed, second.renamed), first.added, second.removed),
    moved: without(all(first.moved, second.moved), first.added, second.removed),
    removed: all(without(first.removed, second.added), without(second.removed, first.added)),
    added: all(without(first.added, second.removed), without(second.added, first.removed)),
  };
}

/** Names all of a map that was not known before. */
export function nameAll(roadmap: Roadmap): void {
  eachName(roadmap, name);
}

/** Gives what stands in a roadmap the ids that it had in the one before, and what is new ids that nothing has. */
export function carryIdentity(before: Roadmap, now: Roadmap): IdentityChange {
  const [old, all] = [new Listing(before), new Listing(now)];
  const taken = (): ReadonlySet<string> => new Set([...all.divisions, ...all.entries].map(({ one }) => one.id));
  const ofDivisions = carryKind(
    new Comparison(old.divisions, all.divisions, isSameDivision),
    pairDivisions,
    ({ one, parent }) => divisionName(parent?.id ?? "", one.title),
    taken,
  );
  const ofEntries = carryKind(
    new Comparison(old.entries, all.entries, isSameEntry),
    pairEntries,
    ({ one, parent }) => entryName(parent?.id ?? "", one.target),
    taken,
  );
  return {
    renamed: [...ofDivisions.renamed, ...ofEntries.renamed],
    moved: [...ofDivisions.moved, ...ofEntries.moved],
    removed: [...ofDivisions.removed, ...ofEntries.removed],
    added: [...ofDivisions.added, ...ofEntries.added],
  };
}
