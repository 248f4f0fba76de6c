// Searches among what is new in the vault for what vanished, and decides what may be taken unasked.
import type { Match } from "./comparison";
import { findMovedFiles } from "./file-finder";
import { findMoved, type Findings } from "./finder";
import { isNote } from "./fingerprint";
import type { KnownNotes } from "./known-notes";
import { LostParts, type NoteParts } from "./lost-parts";
import type { Move, Progress } from "./progress";
import { findReplaced } from "./replaced-notes";
import type { Seen } from "./resemblance";
import type { Survey, VaultContents } from "./survey";

const NO_FINDINGS: Findings = { certain: [], doubtful: [] };

export class VaultSearch {
  constructor(
    private readonly vault: VaultContents & NoteParts,
    private readonly progress: Progress,
    private readonly known: KnownNotes,
    private readonly survey: Survey,
  ) {}

  /** What the notes and files are that are new. */
  async search(): Promise<Findings> {
    const { survey } = this;
    const [notes, files] = [await this.searchNotes(), this.searchFiles()];
    const isAllowed = (match: Match): boolean => !this.known.isRejected(match);
    const certain = [...notes.certain, ...files.certain].filter(isAllowed);
    const taken = new Set(certain.map(({ to }) => to));
    const replaced = await this.searchReplaced([...survey.fresh].filter((path) => !taken.has(path)));
    const doubtful = [...notes.doubtful, ...files.doubtful, ...replaced].filter(isAllowed);
    // More gone than come: a sync that is still under way, or half a vault. What looks certain then is only offered.
    return survey.justGone > survey.fresh.size
      ? { certain: [], doubtful: [...certain, ...doubtful] }
      : { certain, doubtful };
  }

  private async searchNotes(): Promise<Findings> {
    const gone = [...this.survey.gone.values()].filter(({ path }) => isNote(path));
    const fresh = [...this.survey.seen(this.survey.fresh, true)];
    if (gone.length === 0 || fresh.length === 0) return NO_FINDINGS;
    return findMoved(gone, fresh, this.others(this.survey.fresh), () => this.vault.breathe());
  }

  private searchFiles(): Findings {
    const gone = [...this.survey.gone.values()].filter(({ path }) => !isNote(path));
    return gone.length === 0 ? NO_FINDINGS : findMovedFiles(gone, [...this.survey.seen(this.survey.fresh, false)]);
  }

  private async searchReplaced(freshPaths: readonly string[]): Promise<readonly Match[]> {
    const { survey, vault } = this;
    const replaced = [...survey.replaced.values()];
    const candidates = [...survey.seen([...freshPaths, ...survey.replaced.keys()], true)];
    if (replaced.length === 0 || candidates.length < 2) return [];
    return findReplaced(replaced, candidates, this.others(new Set(candidates.map(({ path }) => path))), () =>
      vault.breathe(),
    );
  }

  /** The notes of the vault but for some. */
  private *others(without: ReadonlySet<string>): Iterable<Seen> {
    for (const path of this.vault.files()) if (!without.has(path)) yield* this.survey.seen([path], true);
  }

  /** What marked headings seem to be that are not in their notes any more. */
  async lostParts(): Promise<readonly Move[]> {
    const { heads } = this.progress;
    const parts = new LostParts(heads, this.vault, this.survey.seen(this.survey.fresh, true));
    const moves: Move[] = [];
    for (const [target, mark] of heads) {
      await this.vault.breathe();
      const move = parts.find(target, mark);
      if (move && !this.known.isRejected(move)) moves.push(move);
    }
    return moves;
  }
}
