// Compares notes that vanished with those of the vault. Only notes that share something rare are paired; what they
// share beyond that is added afterwards. So it takes no longer, and no more memory, where thousands of notes are of one
// template.
import type { Seen } from "./resemblance";
import { resemblanceOf, SoughtTraits, type Bearer, type Resemblance, type Sought } from "./sought-traits";

/** A vanished note with the one that it seems to be now. */
export interface Match {
  readonly from: string;
  readonly to: string;
  readonly resemblance: Resemblance;
  /** The number of headings that the vanished note had, its title among them. */
  readonly headings: number;
}

/** The outcome of comparing one vanished note. */
export interface Compared {
  readonly sought: Sought;
  /** The new notes like it, best first. */
  readonly matches: readonly Match[];
  /** The bits of what is most like it among notes that were there before. */
  readonly lookalike: number;
}

/** The match with the most bits for a place, and the bits of the next one. */
interface Podium {
  readonly first: Match;
  readonly second: number;
}

export class Comparison {
  private readonly traits = new SoughtTraits();
  private readonly podiums = new Map<string, Podium>();
  /** New notes that have any trait of a vanished one, by path. */
  readonly newNotes = new Map<string, Bearer>();

  constructor(private readonly breathe: () => Promise<void>) {}

  /** Bits that the best of all notes reaches by chance. */
  get chance(): number {
    return this.traits.chance;
  }

  /**
   * Compares with what is new, which vanished notes can be, and with what was there before, which only says what is
   * rare and what is mere likeness.
   */
  async compare(
    vanished: readonly Seen[],
    fresh: Iterable<Seen>,
    others: Iterable<Seen>,
  ): Promise<readonly Compared[]> {
    const sought: Sought[] = [];
    for (const gone of vanished) {
      await this.breathe();
      sought.push(this.traits.seek(gone));
    }
    for (const note of fresh) {
      await this.breathe();
      const bearer = this.traits.learn(note, true);
      if (bearer) this.newNotes.set(note.path, bearer);
    }
    if (this.newNotes.size === 0) return [];
    for (const note of others) {
      await this.breathe();
      this.traits.learn(note, false);
    }
    const compared: Compared[] = [];
    for (const gone of sought) {
      await this.breathe();
      compared.push(this.compareOne(gone));
    }
    return compared;
  }

  match(sought: Sought, bearer: Bearer): Match {
    return {
      from: sought.seen.path,
      to: bearer.seen.path,
      resemblance: resemblanceOf(sought, bearer, this.traits),
      headings: sought.traits.filter(({ kind }) => kind === "heading").length,
    };
  }

  /** The most bits of any other new note for the one that vanished, and of any other that vanished for this place. */
  rivalOf(match: Match, { sought, matches }: Compared): number {
    const others = matches.find(({ to }) => to !== match.to)?.resemblance.bits ?? 0;
    const place = this.newNotes.get(match.to)?.traits ?? [];
    // Those that share only what is common were not compared: nobody knows of more than this about them.
    const unseen = Math.max(
      this.traits.commonBitsOf(sought.traits.map(({ id }) => id)),
      this.traits.commonBitsOf(place),
    );
    return Math.max(others, this.claimOn(match), unseen);
  }

  /** The most bits of any other vanished note for the place of a match. */
  claimOn({ from, to }: Match): number {
    const podium = this.podiums.get(to);
    if (!podium) return 0;
    return podium.first.from === from ? podium.second : podium.first.resemblance.bits;
  }

  private compareOne(sought: Sought): Compared {
    const bearers = new Set(sought.traits.flatMap(({ id }) => this.traits.bearersOf(id) ?? []));
    const matches: Match[] = [];
    let lookalike = 0;
    for (const bearer of bearers) {
      const match = this.match(sought, bearer);
      if (bearer.isNew) matches.push(match);
      else lookalike = Math.max(lookalike, match.resemblance.bits);
    }
    for (const match of matches) this.enter(match);
    return { sought, matches: matches.sort((a, b) => b.resemblance.bits - a.resemblance.bits), lookalike };
  }

  private enter(match: Match): void {
    const { bits } = match.resemblance;
    const podium = this.podiums.get(match.to);
    if (!podium) this.podiums.set(match.to, { first: match, second: 0 });
    else if (bits > podium.first.resemblance.bits)
      this.podiums.set(match.to, { first: match, second: podium.first.resemblance.bits });
    else if (bits > podium.second) this.podiums.set(match.to, { first: podium.first, second: bits });
  }
}
