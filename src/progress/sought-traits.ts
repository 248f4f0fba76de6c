// The traits of the notes that are sought: how rare each is in the vault, and which notes there have it.
// Traits that many notes share name no note, so who has those is not kept.
import { isContradicted, traitsOf, type Seen, type Trait, type TraitKind } from "./resemblance";

/**
 * The traits that two notes share, weighed by rarity: a heading "Summary" says
 * nothing, "GRPO without a critic" nearly all.
 */
export interface Resemblance {
  /** The surprise, in bits, if two unrelated notes shared so much. */
  readonly bits: number;
  /** The part of it that is the name's. */
  readonly nameBits: number;
  /** The share of headings in common, by their rarity, from 0 to 1; 1 where there are none to have in common. */
  readonly headings: number;
  /** The number of shared traits of each kind. */
  readonly shared: Readonly<Record<TraitKind, number>>;
  /** True if something that names a note for good says that they are two. */
  readonly isContradicted: boolean;
}

/** A note of the vault that has traits which are sought. */
export interface Bearer {
  readonly seen: Seen;
  /** True if it can be a note that vanished; a note that was there before cannot. */
  readonly isNew: boolean;
  readonly traits: ReadonlySet<number>;
}

/** A note that is sought, with its traits. */
export interface Sought {
  readonly seen: Seen;
  readonly traits: readonly { readonly id: number; readonly kind: TraitKind }[];
}

/** A trait that more notes of the vault share is common. */
const MOST_BEARERS = 32;

export class SoughtTraits {
  private readonly ids = new Map<string, number>();
  private readonly counts: number[] = [];
  /** Who has each trait; null where that are too many. */
  private readonly bearers: (Bearer[] | null)[] = [];
  private notes = 0;

  /** Seeks a note that has vanished. All are sought before anything is learned. */
  seek(seen: Seen): Sought {
    return { seen, traits: traitsOf(seen.note).map((trait) => ({ id: this.idOf(trait), kind: trait.kind })) };
  }

  /** Learns from a note of the vault; null where it has no trait that is sought. */
  learn(seen: Seen, isNew: boolean): Bearer | null {
    this.notes++;
    const ids = traitsOf(seen.note).flatMap(({ text }) => this.ids.get(text) ?? []);
    if (ids.length === 0) return null;
    const bearer = { seen, isNew, traits: new Set(ids) };
    for (const id of ids) this.count(id, bearer);
    return bearer;
  }

  /** Bits that the best of all notes reaches by chance. */
  get chance(): number {
    return Math.log2(this.notes + 1);
  }

  /** The surprise, in bits, of meeting a trait in a note of the vault. */
  bitsOf(id: number): number {
    return this.chance - Math.log2(Math.max(this.counts[id] ?? 1, 1));
  }

  /** The notes that have a trait; null where it is common. */
  bearersOf(id: number): readonly Bearer[] | null {
    return this.bearers[id] ?? null;
  }

  /** The most bits that two notes can share without sharing anything rare. */
  commonBitsOf(ids: Iterable<number>): number {
    let bits = 0;
    for (const id of ids) if (this.bearers[id] === null) bits += this.bitsOf(id);
    return bits;
  }

  private idOf({ text }: Trait): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.counts.length);
    this.bearers.push([]);
    return this.counts.push(0) - 1;
  }

  private count(id: number, bearer: Bearer): void {
    const bearers = this.bearers[id];
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    if (!bearers) return;
    if (bearers.length < MOST_BEARERS) bearers.push(bearer);
    else this.bearers[id] = null;
  }
}

/** The traits that a sought note and one of the vault share, weighed by rarity. */
export function resemblanceOf({ seen, traits }: Sought, bearer: Bearer, sought: SoughtTraits): Resemblance {
  const shared = { name: 0, id: 0, heading: 0, lines: 0 };
  let [bits, nameBits, headingBits, allHeadingBits] = [0, 0, 0, 0];
  for (const { id, kind } of traits) {
    const worth = sought.bitsOf(id);
    if (kind === "heading") allHeadingBits += worth;
    if (!bearer.traits.has(id)) continue;
    shared[kind]++;
    bits += worth;
    if (kind === "name") nameBits += worth;
    if (kind === "heading") headingBits += worth;
  }
  return {
    bits,
    nameBits,
    headings: allHeadingBits === 0 ? 1 : headingBits / allHeadingBits,
    shared,
    isContradicted: isContradicted(seen.note, bearer.seen.note),
  };
}
