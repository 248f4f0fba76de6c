// Edits of notes that a reader asks for: each batch is one action that can be undone, however many notes it is about.
import { isDone, type TextEdit } from "../core/edit/text-edit";
import type { EditOutcome, NoteEditing } from "../index/ports";
import type { Words } from "../i18n/words";
import type { EditLabel } from "../progress/kept-action";
import type { Progress } from "../progress/progress";
import type { Notifier } from "./notifier";
import { leftEdits, type Undoing } from "./undoing";

/** Edits that are one action. Those of one note were made from one text of it. */
export interface WantedEdits {
  readonly edits: readonly TextEdit[];
  /** Says of an undo what it turns. */
  readonly label: EditLabel;
  /** Says what those edits did that could be done; without it "name: before → after" does. */
  readonly message?: (done: readonly TextEdit[]) => string;
}

/** The results of edits, with all that had been decided. */
interface DoneEdits<Wanted> {
  readonly wanted: Wanted;
  readonly outcome: EditOutcome;
}

export class EditActions {
  constructor(
    private readonly notes: Pick<NoteEditing, "edit">,
    private readonly progress: Pick<Progress, "inTurn" | "history">,
    private readonly undoing: Pick<Undoing, "offerUndo">,
    private readonly words: Words,
    private readonly notifier: Notifier,
    private readonly now: () => number,
  ) {}

  /**
   * Does edits as one step of the history, when all actions asked for before are done: only then `decide` says which,
   * by what those have left; null for none, which is the result then, too. Nothing is said here: for callers whose
   * change is seen at once. Rejects once the plugin is off.
   */
  apply<Wanted extends WantedEdits>(decide: () => Promise<Wanted | null>): Promise<DoneEdits<Wanted> | null> {
    const { history } = this.progress;
    return this.progress.inTurn(async () => {
      const wanted = await decide();
      if (!wanted) return null;
      const outcome = await this.notes.edit(wanted.edits);
      if (outcome.inverse.length > 0) history.addEdits({ at: this.now(), label: wanted.label, edits: outcome.inverse });
      return { wanted, outcome };
    });
  }

  /**
   * The same, answered with a notice that has Undo at hand, and with the names of the notes that were left alone, or
   * could not be written. Null, with nothing said, if `decide` says null.
   */
  async applyAndTell(decide: () => Promise<WantedEdits | null>): Promise<EditOutcome | null> {
    const done = await this.apply(decide);
    if (!done) return null;
    const { edits, label, message } = done.wanted;
    const { results, inverse, failures } = done.outcome;
    const skipped = edits.filter((_, at) => ["moved", "missing"].includes(results[at] ?? ""));
    const left = leftEdits({ skipped: [...new Set(skipped.map(({ path }) => path))], failures }, this.words);
    const written = edits.filter((_, at) => isDone(results[at]));
    const said = message?.(written) ?? this.words.turned(label.name, label.before, label.after);
    if (inverse.length > 0) this.undoing.offerUndo([said, ...left].join("\n"));
    else this.notifier.tell(left.length > 0 ? left.join("\n") : this.words.nothingToChange);
    return done.outcome;
  }
}
