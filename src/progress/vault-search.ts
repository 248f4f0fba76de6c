// Searches among what is new in the vault for what vanished, and decides what may be taken unasked.
import type { Match } from "./comparison";
import type { MarkEvent } from "./event";
import { findMovedFiles } from "./file-finder";
import { findMoved, type Findings } from "./finder";
import { isNote } from "./fingerprint";
import type { KnownNotes } from "./known-notes";
import { isLost, placeOfPart, type NoteParts } from "./lost-parts";
import type { Move } from "./moving";
import type { Progress } from "./progress";
import { findReplaced } from "./replaced-notes";
import { essenceOf, type Seen } from "./resemblance";
import type { Survey, VaultContents } from "./survey";

const NO_FINDINGS: Findings = { certain: [], doubtful: [] };

export class VaultSearch {
  constructor(
    private readonly vault: VaultContents & NoteParts,
    private readonly progress: Progress,
    private readonly known: KnownNotes,
    private readonly survey: Survey,
  ) {}

  /** Finds out what the new notes and files are. */
  async search(): Promise<Findings> {
    const { survey } = this;
    const [notes, files] = [await this.searchNotes(), await this.searchFiles()];
    const isAllowed = (match: Match): boolean => !this.known.isRejected(match);
    const certain = [...notes.certain, ...files.certain].filter(isAllowed);
    const replaced = await this.searchReplaced(certain, isAllowed);
    const doubtful = [...[...notes.doubtful, ...files.doubtful].filter(isAllowed), ...replaced];
    // More gone than come: a sync that is still under way, or half a vault. What looks certain then is only offered.
    return survey.justGone > survey.fresh.size
      ? { certain: [], doubtful: [...certain, ...doubtful] }
      : { certain, doubtful };
  }

  /** The likely new places of marked headings that are not in their notes any more. */
  async lostParts(): Promise<readonly Move[]> {
    const { heads } = this.progress;
    const lost: (readonly [target: string, mark: MarkEvent])[] = [];
    for (const [target, mark] of heads) {
      await this.vault.breathe();
      if (isLost(target, this.vault)) lost.push([target, mark]);
    }
    const names = lost.length === 0 ? new Map<string, string>() : await this.newNames();
    const moves = lost.flatMap(([target, mark]) => placeOfPart(target, mark, heads, this.vault, names) ?? []);
    return moves.filter((move) => !this.known.isRejected(move));
  }

  private async searchNotes(): Promise<Findings> {
    const { survey, vault } = this;
    const gone = [...survey.gone.values()].filter(({ path }) => isNote(path));
    if (gone.length === 0 || survey.fresh.size === 0) return NO_FINDINGS;
    return findMoved(gone, survey.newOnes(true), this.others(), () => vault.breathe());
  }

  private async searchFiles(): Promise<Findings> {
    const gone = [...this.survey.gone.values()].filter(({ path }) => !isNote(path));
    return gone.length === 0 ? NO_FINDINGS : findMovedFiles(gone, await this.all(this.survey.newOnes(false)));
  }

  private async searchReplaced(
    certain: readonly Match[],
    isAllowed: (match: Match) => boolean,
  ): Promise<readonly Match[]> {
    const { survey, vault } = this;
    const replaced = [...survey.replaced.values()];
    if (replaced.length === 0) return [];
    const [found, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
    const gone = [...survey.gone.values()].filter(({ path }) => isNote(path) && !found.has(path));
    const fresh = (await this.all(survey.newOnes(true))).filter(({ path }) => !taken.has(path));
    const exchanged = replaced.flatMap(({ path }) => survey.seen(path));
    const [marked, unmarked]: [Seen[], Seen[]] = [[], []];
    for (const note of await this.all(this.others())) (this.progress.holds(note.path) ? marked : unmarked).push(note);
    const candidates = { fresh, exchanged, unmarked };
    return findReplaced(replaced, gone, candidates, marked, isAllowed, () => vault.breathe());
  }

  /** The notes of the vault that are not new, but for those at whose path another one was. */
  private *others(): Iterable<Seen> {
    const { fresh, replaced } = this.survey;
    for (const path of this.vault.files())
      if (isNote(path) && !fresh.has(path) && !replaced.has(path)) yield* this.survey.seen(path);
  }

  /** The new notes by what they are called, as far as signs and case go. */
  private async newNames(): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const { path, note } of await this.all(this.survey.newOnes(true)))
      for (const name of [note.title, note.basename]) if (name !== null) names.set(essenceOf(name), path);
    return names;
  }

  private async all<T>(values: Iterable<T>): Promise<readonly T[]> {
    const all: T[] = [];
    for (const value of values) {
      await this.vault.breathe();
      all.push(value);
    }
    return all;
  }
}
