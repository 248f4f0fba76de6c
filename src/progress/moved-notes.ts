// Finds marked notes again that were moved while the app was closed, or by someone else while it ran. What is certain is
// taken; what is doubtful waits for the reader. Only what this device itself saw at the old place is looked for.
import { Listeners } from "../core/base/listeners";
import { someOf, type Log } from "../core/base/log";
import { Finder, type Findings, type Match, type Seen } from "./finder";
import type { Fingerprint } from "./fingerprint";
import { lostParts, type NoteParts } from "./lost-parts";
import { noteOf } from "./moves";
import type { DeviceStorage } from "./ports";
import type { Move, Progress } from "./progress";
import { likeness } from "./resemblance";
import { Sightings } from "./sightings";

/** A note that is at least this much like what its mark says of it will be found by that. */
const STILL_KNOWN = 0.8;

/** What may have moved where: a note, with what speaks for it, or a heading in a note. */
export type Offer = Match | (Move & { readonly resemblance: null });

/** What the search needs from the vault. */
export interface VaultSight extends NoteParts {
  readonly device: DeviceStorage;
  /** The vault paths of all notes. */
  notes(): readonly string[];
  /** The fingerprint of the note at a path; null if no note is there. */
  fingerprint(path: string): Fingerprint | null;
  /** Notes that matter though they may not be marked: the maps, whose views are remembered. */
  watched(): readonly string[];
  /** Resolves when the app has had a chance to do other work. */
  breathe(): Promise<void>;
  now(): number;
}

export class MovedNotes {
  private readonly sightings: Sightings;
  private readonly listeners = new Listeners<[found: readonly Move[]]>((error, found) =>
    this.log(`What follows moved notes failed at ${someOf(found.map(({ to }) => to))}.`, error),
  );
  private generation = 0;
  /** What the search took as certain or the reader confirmed, since the app was started. */
  taken: readonly Offer[] = [];
  /** What waits for the reader's word. */
  offers: readonly Offer[] = [];

  constructor(
    private readonly sight: VaultSight,
    private readonly progress: Progress,
    private readonly log: Log,
  ) {
    this.sightings = new Sightings(sight.device);
  }

  /** Calls back with the moves that were found (none: only what is offered changed); returns what ends that. */
  onChange(listener: (found: readonly Move[]) => void): () => void {
    return this.listeners.add(listener);
  }

  /** A note was renamed in the app. Where nothing in it is marked yet, that is kept in case a mark from elsewhere comes late. */
  async renamed(from: string, to: string): Promise<void> {
    await this.progress.load();
    if (!this.progress.holds(from)) this.sightings.renamed({ from, to, at: this.sight.now() });
    await this.progress.moved([{ from, to }]);
  }

  /** Marks came from elsewhere: they follow what was renamed here before they arrived. */
  async follow(targets: ReadonlySet<string>): Promise<void> {
    for (const path of new Set([...targets].map(noteOf))) {
      const rename =
        this.sight.fingerprint(path) === null && this.progress.holds(path) ? this.sightings.renameFrom(path) : null;
      if (rename) await this.progress.moved([rename], rename.at);
    }
  }

  /** All is quiet in the vault: looks for what has vanished, takes what is certain, and remembers what is there. */
  async look(): Promise<void> {
    const generation = ++this.generation;
    await this.progress.load();
    const there = this.sight.notes();
    const gone = this.gone(new Set(there));
    const fresh =
      gone.length === 0 ? [] : there.filter((path) => !this.sightings.has(path)).flatMap((path) => this.seen(path));
    const findings = await this.search(gone, fresh, there);
    if (generation !== this.generation) return;
    await this.take(findings.certain);
    this.offers = [...findings.doubtful, ...this.lostParts()];
    this.remember(there, gone);
    this.listeners.tell(findings.certain);
  }

  /** Ends a search under way. */
  stop(): void {
    this.generation++;
    this.listeners.clear();
  }

  /** The reader says that these are the same. */
  async confirm(matches: readonly Offer[]): Promise<void> {
    await this.take(matches);
    const [from, to] = [new Set(matches.map((match) => match.from)), new Set(matches.map((match) => match.to))];
    this.offers = this.offers.filter((offer) => !from.has(offer.from) && !to.has(offer.to));
    this.listeners.tell(matches);
  }

  /** The reader says that these are two notes; one that was taken goes back to where it stood. */
  async reject(match: Offer): Promise<void> {
    this.sightings.reject(match.from, match.to);
    this.offers = this.offers.filter((offer) => offer !== match);
    const back = this.taken.some((one) => one === match) ? [{ from: match.to, to: match.from }] : [];
    this.taken = this.taken.filter((one) => one !== match);
    await this.progress.moved(back);
    this.listeners.tell(back);
  }

  /** Notes that matter, that this device saw, and that are gone. */
  private gone(there: ReadonlySet<string>): readonly Seen[] {
    const marked = this.progress.markedNotes();
    const paths = [...new Set([...marked.keys(), ...this.sightings.looked()])].filter(
      (path) => !there.has(path) && this.sightings.has(path),
    );
    return paths.flatMap((path) => {
      const note = this.sightings.lookOf(path) ?? marked.get(path) ?? null;
      return note ? [{ path, note }] : [];
    });
  }

  private seen(path: string): readonly Seen[] {
    const note = this.sight.fingerprint(path);
    return note ? [{ path, note }] : [];
  }

  private async search(gone: readonly Seen[], fresh: readonly Seen[], there: readonly string[]): Promise<Findings> {
    if (gone.length === 0 || fresh.length === 0) return { certain: [], doubtful: [] };
    const finder = new Finder(gone);
    for (const path of there) {
      await this.sight.breathe();
      for (const { note } of this.seen(path)) finder.learn(note);
    }
    const { certain, doubtful } = finder.find(fresh);
    const isAllowed = ({ from, to }: Match): boolean => !this.sightings.isRejected(from, to);
    // More gone than come: a sync that is still under way, or half a vault. What looks certain then is only offered.
    return gone.length > fresh.length
      ? { certain: [], doubtful: [...certain, ...doubtful].filter(isAllowed) }
      : { certain: certain.filter(isAllowed), doubtful: doubtful.filter(isAllowed) };
  }

  private lostParts(): readonly Offer[] {
    const lost = lostParts(this.progress.heads, this.sight).filter(
      ({ from, to }) => !this.sightings.isRejected(from, to),
    );
    return lost.map((move) => ({ ...move, resemblance: null }));
  }

  private async take(matches: readonly Offer[]): Promise<void> {
    await this.progress.moved(matches);
    this.taken = [...this.taken, ...matches];
  }

  /** What is offered stays new, and what is gone stays seen, until that is settled. */
  private remember(there: readonly string[], gone: readonly Seen[]): void {
    const [offered, found] = [new Set(this.offers.map(({ to }) => to)), new Set(this.taken.map(({ from }) => from))];
    const open = gone.filter(({ path }) => !found.has(path));
    const looks = [...open.filter(({ path }) => this.sightings.lookOf(path)), ...this.changedLooks()].map(
      ({ path, note }) => [path, note] as const,
    );
    this.sightings.settle(
      [...there.filter((path) => !offered.has(path)), ...open.map(({ path }) => path)],
      Object.fromEntries(looks),
    );
  }

  /** Notes that matter, marked or not, and would not be known any more by what their marks say of them. */
  private changedLooks(): readonly Seen[] {
    const marked = this.progress.markedNotes();
    const paths = new Set([...marked.keys(), ...this.sight.watched()]);
    return [...paths]
      .flatMap((path) => this.seen(path))
      .filter(({ path, note }) => {
        const look = marked.get(path);
        return !look || likeness(look, note) < STILL_KNOWN;
      });
  }
}
