// Edits of notes that a reader asks for: each batch is one action that can be undone, however many notes it is about.
import type { TextEdit } from "../core/edit/text-edit";
import type { EditOutcome, NoteEditing } from "../index/ports";
import type { Words } from "../i18n/words";
import type { ActionHistory } from "../progress/action-history";
import type { EditLabel } from "../progress/kept-action";
import type { Notifier } from "./notifier";
import { leftEdits, type Undoing } from "./undoing";

export class EditActions {
  constructor(
    private readonly notes: Pick<NoteEditing, "edit">,
    private readonly history: Pick<ActionHistory, "addEdits">,
    private readonly undoing: Pick<Undoing, "offerUndo">,
    private readonly words: Words,
    private readonly notifier: Notifier,
    private readonly now: () => number,
  ) {}

  /**
   * Does edits, those of one note made from one text of it, as one step of the history; `label` is what an undo will
   * say of it. Nothing is said here: for callers whose change is seen at once. Rejects once the plugin is off.
   */
  async apply(edits: readonly TextEdit[], label: EditLabel): Promise<EditOutcome> {
    const outcome = await this.notes.edit(edits);
    if (outcome.inverse.length > 0) this.history.addEdits({ at: this.now(), label, edits: outcome.inverse });
    return outcome;
  }

  /**
   * The same, answered with a notice: `message`, or else "name: before → after", with Undo at hand; and the names of
   * the notes that were left alone, or could not be written.
   */
  async applyAndTell(edits: readonly TextEdit[], label: EditLabel, message?: string): Promise<EditOutcome> {
    const outcome = await this.apply(edits, label);
    const skipped = edits.filter((_, at) => ["moved", "missing"].includes(outcome.results[at] ?? ""));
    const left = leftEdits(
      { skipped: [...new Set(skipped.map(({ path }) => path))], failures: outcome.failures },
      this.words,
    );
    const done = message ?? this.words.turned(label.name, label.before, label.after);
    if (outcome.inverse.length > 0) this.undoing.offerUndo([done, ...left].join("\n"));
    else this.notifier.tell(left.length > 0 ? left.join("\n") : this.words.nothingToChange);
    return outcome;
  }
}
