// Finds marked notes again that were moved while the app was closed, or by someone else while it ran. Certain matches
// are taken; doubtful ones wait for the reader. Only notes that this device itself saw at the old place are looked for.
import { Listeners } from "../core/base/listeners";
import { someOf, type Log } from "../core/base/log";
import type { Match } from "./comparison";
import type { Findings } from "./finder";
import { KnownNotes, type Rename } from "./known-notes";
import type { NoteParts } from "./lost-parts";
import { noteOf } from "../core/read/links";
import type { DeviceStorage } from "./ports";
import type { Move } from "./moving";
import type { Progress } from "./progress";
import { partsOf, thoseThatNeed, withChains } from "./replaced-notes";
import type { SecondLook } from "./second-look";
import { Survey, type VaultContents } from "./survey";
import { VaultSearch } from "./vault-search";

/** A move that may have happened: of a note, with what speaks for it, or of a heading in a note. */
export type Offer = Match | (Move & { readonly resemblance: null });

/** The vault, as far as the search needs it. */
export interface VaultSnapshot extends VaultContents, NoteParts {
  readonly device: DeviceStorage;
  /** Runs `task` once after `delay` milliseconds; returns what cancels it. */
  later(task: () => void, delay: number): () => void;
  now(): number;
}

/** Changes made by renames are saved once for all that come within this many milliseconds. */
const SAVE_DELAY = 1000;
/** So many moves are journalled in one go. */
const BATCH = 50;

export class MovedNotes {
  private readonly known: KnownNotes;
  private readonly survey: Survey;
  private readonly searches: VaultSearch;
  private readonly secondLook: SecondLook;
  private readonly listeners = new Listeners<[found: readonly Move[]]>((error, found) =>
    this.log(`What follows moved notes failed at ${someOf(found.map(({ to }) => to))}.`, error),
  );
  private readonly finders = new Listeners<[count: number]>((error, count) =>
    this.log(`What tells of ${count} moved notes failed.`, error),
  );
  /** Paths at which something happened since the last look; null before the first. */
  private changed: Set<string> | null = null;
  /** Renames that are not journalled yet, and what does that. */
  private renames: Rename[] = [];
  private renaming: Promise<void> | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;
  private endWait: (() => void) | null = null;
  /** The matches that the search took as certain or the reader confirmed, since the app was started. */
  taken: readonly Offer[] = [];
  /** Those of them that were taken at once, since each made room for another. */
  private readonly takenAtOnce: (readonly Offer[])[] = [];
  /** The matches that wait for the reader's word. */
  offers: readonly Offer[] = [];
  /** Offers for notes, which stand until another search. */
  private noteOffers: readonly Match[] = [];

  constructor(
    private readonly vault: VaultSnapshot,
    private readonly progress: Progress,
    private readonly log: Log,
  ) {
    this.known = new KnownNotes(vault.device);
    this.survey = new Survey(vault, progress, this.known);
    this.searches = new VaultSearch(vault, progress, this.known, this.survey);
    this.secondLook = progress.secondLook(vault);
    progress.onChange((targets) => this.happened([...targets].map(noteOf)));
  }

  /** Calls back with the moves that were found (none: only what is offered changed); returns what ends that. */
  onChange(listener: (found: readonly Move[]) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Calls back with how many notes a search has found, once for all of them; returns what ends that. */
  onFound(listener: (count: number) => void): () => void {
    return this.finders.add(listener);
  }

  /** Marked notes that vanished and that nothing was found or offered for. */
  get missing(): readonly string[] {
    const offered = new Set(this.offers.map(({ from }) => from));
    return [...this.survey.gone.keys()].filter((path) => !offered.has(path) && this.progress.holds(path));
  }

  /** Marked notes that are not there and that this device has never seen. */
  get unseen(): readonly string[] {
    return [...this.survey.unseen];
  }

  /**
   * True if all that is there can be remembered at once: it never was on this device,
   * and nothing that was marked here is gone.
   */
  get isUntouched(): boolean {
    const isHere = (target: string): boolean => this.vault.isThere(noteOf(target));
    return (
      !this.known.hasLooked &&
      [...this.progress.heads].every(([at, mark]) => !this.progress.journals.isOwn(mark) || isHere(at))
    );
  }

  /** Notes came, went or changed at these paths: the next look is for them. */
  happened(paths: Iterable<string>): void {
    for (const path of this.changed ? paths : []) this.changed?.add(path);
  }

  /**
   * A note was renamed in the app. If nothing in it is marked yet, that is kept
   * in case a mark from elsewhere comes late.
   */
  renamed(from: string, to: string): Promise<void> {
    this.happened([from, to]);
    this.renames.push({ from, to, at: this.vault.now(), id: this.progress.journals.nextId() });
    this.renaming ??= this.followRenames();
    return this.renaming;
  }

  /** Renames that come in one breath, as those of a folder do, are journalled in one go. */
  private async followRenames(): Promise<void> {
    try {
      await this.progress.journals.load();
      while (this.renames.length > 0) {
        if (this.renames.length > BATCH) await this.vault.breathe();
        const batch = this.renames.splice(0, independent(this.renames));
        for (const rename of batch) this.known.renamed(rename, this.progress.holds(rename.from));
        await this.progress.moved(batch, batch[0]?.at);
      }
    } finally {
      this.renaming = null;
      this.saveSoon();
    }
  }

  /** Marks came from elsewhere: they follow what was renamed here before they arrived. */
  async follow(targets: ReadonlySet<string>): Promise<void> {
    for (const path of new Set([...targets].map(noteOf))) {
      const rename = !this.vault.isThere(path) && this.progress.holds(path) ? this.known.renameFrom(path) : null;
      if (rename) await this.progress.renamedBefore(rename);
      if (rename) await this.secondLook.answer();
    }
  }

  /** All is quiet in the vault: looks for what has vanished, takes what is certain, and remembers what is there. */
  look(): Promise<void> {
    const looking = this.looking.then(() => this.lookNow());
    this.looking = looking.catch(() => undefined);
    return looking;
  }

  /** Ends a search under way. */
  stop(): void {
    this.isStopped = true;
    this.listeners.clear();
    this.finders.clear();
    if (this.endWait) void this.save();
  }

  /** The reader says that these are the same, and with them those that they move together with. */
  async confirm(matches: readonly Offer[]): Promise<void> {
    const all = withChains(matches, this.offers);
    const [from, to] = [new Set(all.map((match) => match.from)), new Set(all.map((match) => match.to))];
    await this.take(all);
    this.withdraw((offer) => from.has(offer.from) || to.has(offer.to));
    this.listeners.tell([]);
  }

  /**
   * The reader says that these are two notes; one that was taken goes back to where it stood, with those that it had
   * made room for.
   */
  async reject(match: Offer): Promise<void> {
    this.known.reject(match);
    const isTaken = this.taken.includes(match);
    const atOnce = this.takenAtOnce.find((all) => all.includes(match)) ?? [match];
    const over = new Set(thoseThatNeed(match, isTaken ? atOnce : this.offers));
    this.withdraw((offer) => over.has(offer) || this.known.isRejected(offer));
    this.taken = this.taken.filter((one) => !over.has(one));
    for (const one of isTaken ? over : []) {
      await this.vault.breathe();
      this.progress.moving.notMoved(one);
    }
    this.listeners.tell(isTaken ? [...over].map(({ from, to }) => ({ from: to, to: from })) : []);
  }

  private async lookNow(): Promise<void> {
    const { changed } = this;
    if (changed?.size === 0) return;
    this.changed = new Set();
    try {
      await this.progress.journals.load();
      await this.lookAt(changed);
    } catch (error) {
      this.changed = null;
      throw error;
    }
  }

  private async lookAt(paths: ReadonlySet<string> | null): Promise<void> {
    const { survey } = this;
    const back = await this.secondLook.look((path) => this.known.paths.has(path));
    const { certain, doubtful } = (await survey.look(paths)) ? await this.searches.search() : this.standing();
    const parts = (await this.searches.lostParts()).map((move): Offer => ({ ...move, resemblance: null }));
    if (this.isStopped) return;
    await this.take(certain);
    for (const { from } of certain) survey.gone.delete(from);
    this.noteOffers = doubtful;
    this.offers = [...doubtful, ...parts];
    survey.keepLooks(new Set(doubtful.map(({ from }) => from)));
    await survey.remember(paths, this.offered());
    await this.save();
    this.listeners.tell(back);
    if (certain.length > 0) this.finders.tell(certain.length);
  }

  /** The matches offered already, for when no search has to be made. */
  private standing(): Findings {
    return { certain: [], doubtful: this.noteOffers };
  }

  /** Journals moves, in slices; those that make room for each other at once, so that none meets another's marks. */
  private async take(matches: readonly Offer[]): Promise<void> {
    const { linked, others } = partsOf(matches);
    if (linked.length > 0) this.takenAtOnce.push(linked);
    await this.progress.moved(linked);
    await this.inBatches(others, (batch) => this.progress.moved(batch));
    this.taken = [...this.taken, ...matches];
    await this.inBatches(matches, (batch) => this.listeners.tell(batch));
  }

  private async inBatches(
    moves: readonly Move[],
    act: (batch: readonly Move[]) => void | Promise<void>,
  ): Promise<void> {
    for (let from = 0; from < moves.length; from += BATCH) {
      await this.vault.breathe();
      await act(moves.slice(from, from + BATCH));
    }
  }

  private withdraw(isOver: (offer: Offer) => boolean): void {
    this.offers = this.offers.filter((offer) => !isOver(offer));
    this.noteOffers = this.noteOffers.filter((offer) => !isOver(offer));
    this.survey.settle(this.offered());
    this.saveSoon();
  }

  /** The new paths that are offered. */
  private offered(): ReadonlySet<string> {
    return new Set(this.offers.map(({ to }) => to).filter((path) => this.survey.fresh.has(path)));
  }

  private saveSoon(): void {
    this.endWait ??= this.vault.later(() => void this.save(), SAVE_DELAY);
  }

  private async save(): Promise<void> {
    this.endWait?.();
    this.endWait = null;
    await this.known.save(() => this.vault.breathe());
  }
}

/**
 * The number of renames, from the first on, that can be journalled at once: none is
 * of a note that another of them has moved.
 */
function independent(renames: readonly Rename[]): number {
  const paths = new Set<string>();
  for (const [at, { from, to }] of renames.entries()) {
    if (at === BATCH || paths.has(from)) return at;
    paths.add(from).add(to);
  }
  return renames.length;
}
