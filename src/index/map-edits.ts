// Edits of maps that the reader asked for, and what takes them back while the app runs.
import type { EditResult, LineEdit } from "../core/edit/line-edit";
import type { NoteEditing } from "./map-texts";

interface Done {
  path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edits: readonly LineEdit[];
  /** How many things they changed: a line may hold several. */
  readonly count: number;
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

  /** Does edits as one action that changes `count` things, and says what became of each. Rejects if the map cannot be written. */
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

  /** Takes back the last edits, as far as their lines are as they left them, and resolves with how many things that were. Rejects if the map cannot be written. */
  undo(): Promise<number> {
    return this.move(this.undos, this.redos, ({ line, expected, text }) => ({ line, expected: text, text: expected }));
  }

  /** Does again what was taken back last; as far as the lines are as they were, and resolves with how many things that are. Rejects if the map cannot be written. */
  redo(): Promise<number> {
    return this.move(this.redos, this.undos, (edit) => edit);
  }

  /** A map has another path: what was done to it can still be taken back there. */
  renamed(path: string, oldPath: string): void {
    for (const done of [...this.undos, ...this.redos]) if (done.path === oldPath) done.path = path;
  }

  private async move(from: Done[], to: Done[], turn: (edit: LineEdit) => LineEdit): Promise<number> {
    const done = from.pop();
    if (!done) return 0;
    // At once, so that it can be turned again while it is still being written.
    to.push(done);
    const results = await this.notes.edit(done.path, done.edits.map(turn));
    const edits = done.edits.filter((_, index) => results[index] === "written");
    if (edits.length === done.edits.length) return done.count;
    to.splice(to.indexOf(done), 1, ...(edits.length > 0 ? [{ ...done, edits, count: edits.length }] : []));
    return edits.length;
  }
}
