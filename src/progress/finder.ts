// Which of the notes that are new are the ones that vanished: certain, doubtful, or none.
// A wrong match invents progress, so it takes far more to be certain than to be offered.
import type { Fingerprint } from "./fingerprint";
import { isContradicted, resemblanceOf, traitsOf, type Resemblance, type Trait } from "./resemblance";

/** A note at a vault path. */
export interface Seen {
  readonly path: string;
  readonly note: Fingerprint;
}

/** A vanished note with the one that it seems to be now. */
export interface Match {
  readonly from: string;
  readonly to: string;
  readonly resemblance: Resemblance;
  /** How many headings the vanished note had, its title among them. */
  readonly headings: number;
}

export interface Findings {
  readonly certain: readonly Match[];
  /** Best first for each vanished note, and only a few. */
  readonly doubtful: readonly Match[];
}

/** Bits that a certain match has beyond what chance yields among all pairs of notes. */
const CERTAIN_BITS = 4;
/** The share of headings that a certain match has in common. */
const CERTAIN_HEADINGS = 0.4;
/** No rival comes closer to a certain match than this share of its bits. */
const CERTAIN_RIVAL = 0.6;
/** What is offered has this many bits beyond what chance yields for one note. */
const OFFER_BITS = 4;
const OFFER_HEADINGS = 0.2;
const MOST_OFFERS = 3;

/** One search for notes that have vanished. First it is shown every note of the vault, to learn what is rare there. */
export class Finder {
  private readonly traits: ReadonlyMap<Seen, readonly Trait[]>;
  /** How many notes of the vault have each trait that is sought. */
  private readonly counts = new Map<string, number>();
  private notes = 0;

  constructor(vanished: readonly Seen[]) {
    this.traits = new Map(vanished.map((gone) => [gone, traitsOf(gone.note)]));
    for (const traits of this.traits.values()) for (const { text } of traits) this.counts.set(text, 0);
  }

  /** Learns from a note that is there now, whether new or not. */
  learn(note: Fingerprint): void {
    this.notes++;
    for (const { text } of traitsOf(note)) {
      const count = this.counts.get(text);
      if (count !== undefined) this.counts.set(text, count + 1);
    }
  }

  /** What the new notes are, as far as they are any of the vanished ones. */
  find(fresh: readonly Seen[]): Findings {
    const matches = this.matches(fresh).filter((match) => this.isOffer(match));
    const [bySource, byPlace] = [grouped(matches, ({ from }) => from), grouped(matches, ({ to }) => to)];
    const isAlone = (match: Match): boolean =>
      isUnrivalled(match, bySource.get(match.from)) && isUnrivalled(match, byPlace.get(match.to));
    const certain = matches.filter((match) => this.isCertain(match) && isAlone(match));
    const [settled, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
    const open = [...bySource].filter(([from]) => !settled.has(from));
    return {
      certain,
      doubtful: open.flatMap(([, offers]) => offers.filter(({ to }) => !taken.has(to)).slice(0, MOST_OFFERS)),
    };
  }

  private matches(fresh: readonly Seen[]): readonly Match[] {
    const bearers = this.bearersOf(fresh);
    return [...this.traits].flatMap(([gone, traits]) => {
      const shared = new Map<Seen, Trait[]>();
      for (const trait of traits) for (const found of bearers.get(trait.text) ?? []) listed(shared, found).push(trait);
      return [...shared].map(([found, common]) => this.match(gone, found, traits, common));
    });
  }

  /** The new notes that have a trait which is sought. */
  private bearersOf(fresh: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> {
    const bearers = new Map<string, Seen[]>();
    for (const found of fresh)
      for (const { text } of traitsOf(found.note)) if (this.counts.has(text)) listed(bearers, text).push(found);
    return bearers;
  }

  private match(gone: Seen, found: Seen, all: readonly Trait[], shared: readonly Trait[]): Match {
    const resemblance = {
      ...resemblanceOf(shared, all, (trait) => this.bitsOf(trait)),
      isContradicted: isContradicted(gone.note, found.note),
    };
    return {
      from: gone.path,
      to: found.path,
      resemblance,
      headings: all.filter(({ kind }) => kind === "heading").length,
    };
  }

  /** How surprising it is to meet a trait in a note of the vault. */
  private bitsOf({ text }: Trait): number {
    return this.chance - Math.log2(Math.max(this.counts.get(text) ?? 1, 1));
  }

  /** Bits that the best of all notes reaches by chance. */
  private get chance(): number {
    return Math.log2(this.notes + 1);
  }

  private isOffer({ resemblance: { bits, headings, shared } }: Match): boolean {
    return bits >= this.chance + OFFER_BITS && (headings >= OFFER_HEADINGS || shared.name > 0);
  }

  private isCertain({ resemblance }: Match): boolean {
    return (
      !resemblance.isContradicted &&
      resemblance.headings >= CERTAIN_HEADINGS &&
      resemblance.bits >= 2 * this.chance + CERTAIN_BITS
    );
  }
}

/** Whether a match stands out from all others for the same note, or for the same place. */
function isUnrivalled(match: Match, all: readonly Match[] = []): boolean {
  return all.every((rival) => rival === match || rival.resemblance.bits <= match.resemblance.bits * CERTAIN_RIVAL);
}

/** Matches by what `key` says, the best of each first. */
function grouped(matches: readonly Match[], key: (match: Match) => string): ReadonlyMap<string, readonly Match[]> {
  const groups = new Map<string, Match[]>();
  for (const match of matches) listed(groups, key(match)).push(match);
  for (const group of groups.values()) group.sort((a, b) => b.resemblance.bits - a.resemblance.bits);
  return groups;
}

/** The list under a key; an empty one is put there if need be. */
function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known) return known;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}
