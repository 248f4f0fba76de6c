// Edits of maps that the reader asked for, and what takes them back while the app runs.
import type { EditResult, LineEdit } from "../core/edit/line-edit";
import type { NoteEditing } from "./map-texts";

interface Done {
  path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edits: readonly LineEdit[];
  /** The number of things they changed: a line may hold several. */
  readonly count: number;
}

/** The outcome of edits that were taken back or done again. */
export interface TurnedEdits {
  readonly path: string;
  /** The number of things that are as they were asked to be. */
  readonly count: number;
  /** True if some were left alone, since their lines say something else by now, or the map is gone. */
  readonly hasLeft: boolean;
}

export class MapEdits {
  private readonly undos: Done[] = [];
  private readonly redos: Done[] = [];

  constructor(
    private readonly notes: Pick<NoteEditing, "edit">,
    private readonly now: () => number,
  ) {}

  /** When the edits were done that undo would take back, in milliseconds since 1970; null where there are none. */
  get undoAt(): number | null {
    return this.undos.at(-1)?.at ?? null;
  }

  /** When the edits were done that redo would do again; null where there are none. */
  get redoAt(): number | null {
    return this.redos.at(-1)?.at ?? null;
  }

  /**
   * Does edits as one action that changes `count` things, and says what became of each.
   * Rejects if the map cannot be written.
   */
  async apply(path: string, edits: readonly LineEdit[], count: number): Promise<readonly EditResult[]> {
    const results = await this.notes.edit(path, edits);
    const written = edits.filter((_, index) => results[index] === "written");
    if (written.length > 0)
      this.undos.push({
        path,
        at: this.now(),
        edits: written,
        count: written.length < edits.length ? written.length : count,
      });
    this.redos.length = 0;
    return results;
  }

  /**
   * Takes back the last edits, as far as their lines are as they left them; resolves to null if there are none.
   * Rejects if the map cannot be written: then they can be taken back still.
   */
  undo(): Promise<TurnedEdits | null> {
    return this.move(this.undos, this.redos, ({ line, expected, text }) => ({ line, expected: text, text: expected }));
  }

  /**
   * Does again what was taken back last, as far as the lines are as they were; resolves to null if there is nothing.
   * Rejects if the map cannot be written: then it can be done again still.
   */
  redo(): Promise<TurnedEdits | null> {
    return this.move(this.redos, this.undos, (edit) => edit);
  }

  /** A map has another path: what was done to it can still be taken back there. */
  renamed(path: string, oldPath: string): void {
    for (const done of [...this.undos, ...this.redos]) if (done.path === oldPath) done.path = path;
  }

  private async move(from: Done[], to: Done[], turn: (edit: LineEdit) => LineEdit): Promise<TurnedEdits | null> {
    const done = from.pop();
    if (!done) return null;
    // At once, so that it can be turned again while it is still being written.
    to.push(done);
    const results = await this.notes.edit(done.path, done.edits.map(turn)).catch((error: unknown) => {
      this.giveBack(done, from, to);
      throw error;
    });
    const edits = done.edits.filter((_, index) => results[index] === "written" || results[index] === "unchanged");
    if (edits.length === done.edits.length) return { path: done.path, count: done.count, hasLeft: false };
    const at = to.indexOf(done);
    if (at >= 0) to.splice(at, 1, ...(edits.length > 0 ? [{ ...done, edits, count: edits.length }] : []));
    return { path: done.path, count: edits.length, hasLeft: true };
  }

  /** Edits that could not be turned are put back where they were, unless they have been turned again since. */
  private giveBack(done: Done, from: Done[], to: Done[]): void {
    const at = to.indexOf(done);
    if (at < 0) return;
    to.splice(at, 1);
    from.push(done);
    // Others may have come meanwhile: what was done last is undone first, and what was done first is redone first.
    this.undos.sort((a, b) => a.at - b.at);
    this.redos.sort((a, b) => b.at - a.at);
  }
}
