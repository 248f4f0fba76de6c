// Changing notes: through the editor that shows one, so that its own undo works, else atomically on disk.
import { MarkdownView, type App, type EditorChange } from "obsidian";
import { editLines, editText, linesOf, type EditResult, type LineEdit } from "../core/edit/line-edit";
import type { NoteEditing } from "../index/map-texts";
import { warn } from "./progress-ports";

/** In milliseconds. */
const PAUSE = 50;

export class NoteEdits implements NoteEditing {
  private editing: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly app: App) {}

  async read(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(path);
    return file && this.app.vault.cachedRead(file);
  }

  /** One after another: each has to find what those before it have written. Rejects once the plugin is off. */
  edit(path: string, edits: readonly LineEdit[]): Promise<readonly EditResult[]> {
    if (this.isStopped) return Promise.reject(new Error("MOC Path is off"));
    const editing = this.editing.then(() => this.editNow(path, edits));
    this.editing = editing.catch(() => undefined);
    return editing;
  }

  /** Edits nothing more than what was asked for before. */
  stop(): void {
    this.isStopped = true;
  }

  private async editNow(path: string, edits: readonly LineEdit[]): Promise<readonly EditResult[]> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return edits.map(() => "missing");
    const view = this.viewOf(path);
    if (view) return editIn(view, edits);
    let results: readonly EditResult[] = [];
    await this.app.vault.process(file, (text) => {
      const edited = editText(text, edits);
      ({ results } = edited);
      return edited.text;
    });
    return results;
  }

  pause(): Promise<void> {
    return new Promise((resolve) => window.setTimeout(resolve, PAUSE));
  }

  /** A pane in which the note is being edited; null if there is none. */
  private viewOf(path: string): MarkdownView | null {
    const views = this.app.workspace.getLeavesOfType("markdown").map(({ view }) => view);
    return (
      views.find(
        (view): view is MarkdownView =>
          view instanceof MarkdownView && view.file?.path === path && view.getMode() === "source",
      ) ?? null
    );
  }
}

async function editIn(view: MarkdownView, edits: readonly LineEdit[]): Promise<readonly EditResult[]> {
  const before = linesOf(view.editor.getValue());
  const after = [...before];
  const results = editLines(after, edits);
  const changes = before.flatMap((text, line) =>
    text === after[line] ? [] : [changeOf(line, text, after[line] ?? "")],
  );
  if (changes.length === 0) return results;
  view.editor.transaction({ changes });
  // The index reads what is saved: without this it would follow only when the editor saves by itself, seconds later.
  // Anything that cannot be saved now stays in the editor, where undo takes it back, and is
  // saved with all else that is typed there.
  await view
    .save()
    .catch((error: unknown) => warn("A map that was changed in its editor is not saved.", String(error)));
  return results;
}

/** The difference between two versions of a line, so that cursors and marks around it stay. */
function changeOf(line: number, before: string, after: string): EditorChange {
  const shorter = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < shorter && before[start] === after[start]) start++;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    from: { line, ch: start },
    to: { line, ch: before.length - end },
    text: after.slice(start, after.length - end),
  };
}
