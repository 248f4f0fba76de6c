// Weighs what two notes share: traits that half of the vault has say nothing, one rare heading nearly all.
import type { Fingerprint } from "./fingerprint";
import { contentsOf, likeness, traitsOf, type Trait } from "./resemblance";

/** A trait is rare if at most so many notes of the vault have it: the note itself, and one that may be it. */
const MOST_BEARERS = 2;
/** Many notes of a small vault are the only ones of their length: that alone says something from so many bits on. */
const TELLING_LENGTH = 6;

/**
 * The rarity of traits among the notes of a vault, as far as a few notes are concerned. First it is shown every note.
 */
export class Rarity {
  /** The number of notes that have each trait that is asked for. */
  private readonly counts: Map<string, number>;
  private notes = 0;

  constructor(concerned: readonly Fingerprint[]) {
    this.counts = new Map(concerned.flatMap(traitsOf).map(({ text }) => [text, 0]));
  }

  learn(note: Fingerprint): void {
    this.notes++;
    for (const { text } of traitsOf(note)) {
      const count = this.counts.get(text);
      if (count !== undefined) this.counts.set(text, count + 1);
    }
  }

  /**
   * The share of a note's contents that another has too, by rarity; 0 if none of that could tell the note from others.
   */
  likeness(note: Fingerprint, other: Fingerprint): number {
    const there = new Set(traitsOf(other).map(({ text }) => text));
    const isTold = contentsOf(note).some((trait) => there.has(trait.text) && this.isTelling(trait));
    return isTold ? likeness(note, other, (trait) => this.bitsOf(trait)) : 0;
  }

  private isTelling(trait: Trait): boolean {
    if ((this.counts.get(trait.text) ?? 0) > MOST_BEARERS) return false;
    return trait.kind !== "lines" || this.bitsOf(trait) >= TELLING_LENGTH;
  }

  /** The surprise, in bits, of meeting a trait in a note of the vault. */
  private bitsOf({ text }: Trait): number {
    return Math.log2((this.notes + 1) / Math.max(this.counts.get(text) ?? 0, 1));
  }
}
