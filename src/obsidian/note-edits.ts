// Changing notes: through the editor that shows one, so that its own undo works, else atomically on disk.
import { MarkdownView, type App, type TFile } from "obsidian";
import { addToGroup } from "../core/base/group";
import { errorText } from "../core/base/log";
import { applyEdits, type EditedText } from "../core/edit/apply-edits";
import type { EditResult, TextEdit } from "../core/edit/text-edit";
import type { EditOutcome, NoteEditing } from "../index/ports";
import type { OffSwitch } from "./off-switch";
import { warn } from "./progress-ports";

type NoteOutcome = Pick<EditedText, "results" | "inverse">;

export class NoteEdits implements NoteEditing {
  private editing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly offSwitch: OffSwitch,
  ) {}

  async read(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(path);
    return file && this.app.vault.cachedRead(file);
  }

  /** One batch after another: each has to find what those before it have written. */
  async edit(edits: readonly TextEdit[]): Promise<EditOutcome> {
    this.offSwitch.check();
    const editing = this.editing.then(() => this.editAll(edits));
    this.editing = editing.catch(() => undefined);
    return editing;
  }

  private async editAll(edits: readonly TextEdit[]): Promise<EditOutcome> {
    const byPath = new Map<string, TextEdit[]>();
    for (const edit of edits) addToGroup(byPath, edit.path, edit);
    const results = new Map<TextEdit, EditResult>();
    const inverse: TextEdit[] = [];
    const failures = new Map<string, string>();
    for (const [path, own] of byPath) {
      const outcome = await this.editNote(path, own).catch((error: unknown): NoteOutcome => {
        failures.set(path, errorText(error));
        return { results: own.map(() => "failed"), inverse: [] };
      });
      own.forEach((edit, index) => results.set(edit, outcome.results[index] ?? "failed"));
      inverse.push(...outcome.inverse);
    }
    return { results: edits.map((edit) => results.get(edit) ?? "failed"), inverse, failures };
  }

  private async editNote(path: string, edits: readonly TextEdit[]): Promise<NoteOutcome> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return { results: edits.map(() => "missing"), inverse: [] };
    const view = this.viewOf(path);
    return view && (await this.isUpToDate(view, file)) ? editIn(view, edits) : this.editFile(file, edits);
  }

  /**
   * True if an editor says what the file does, once what was typed there is saved. One that is just opening the note
   * still holds another; one that cannot save, or is about to take over what sync brought, is behind as well.
   */
  private async isUpToDate(view: MarkdownView, file: TFile): Promise<boolean> {
    const isSame = async (): Promise<boolean> => {
      const text = await this.app.vault.read(file);
      return view.file === file && withPlainEnds(text.replace(BYTE_ORDER_MARK, "")) === view.editor.getValue();
    };
    if (await isSame()) return true;
    await save(view);
    return isSame();
  }

  private async editFile(file: TFile, edits: readonly TextEdit[]): Promise<NoteOutcome> {
    let edited: EditedText | null = null;
    await this.app.vault.process(file, (text) => {
      edited = applyToFile(text, edits);
      return edited.text;
    });
    return edited ?? { results: edits.map(() => "failed"), inverse: [] };
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

const BYTE_ORDER_MARK = "\uFEFF";

/** Obsidian takes a byte order mark away where it reads a note, and perhaps not where it changes the file. */
function applyToFile(text: string, edits: readonly TextEdit[]): EditedText {
  const edited = applyEdits(text, edits);
  if (!text.startsWith(BYTE_ORDER_MARK) || !edited.results.includes("moved")) return edited;
  const behind = applyEdits(text.slice(BYTE_ORDER_MARK.length), edits);
  return { ...behind, text: BYTE_ORDER_MARK + behind.text };
}

async function editIn(view: MarkdownView, edits: readonly TextEdit[]): Promise<NoteOutcome> {
  const { editor } = view;
  const edited = applyEdits(editor.getValue(), edits.map(asInEditor));
  if (edited.changes.length === 0) return edited;
  editor.transaction({
    changes: edited.changes.map(({ from, to, words }) => ({
      from: editor.offsetToPos(from),
      to: editor.offsetToPos(to),
      text: words,
    })),
  });
  // The index reads what is saved: without this it would follow only when the editor saves by itself, seconds later.
  // Anything that cannot be saved now, of which Obsidian itself tells, stays in the editor, where undo takes it back,
  // and is saved with all else that is typed there.
  await save(view);
  return edited;
}

function save(view: MarkdownView): Promise<void> {
  return view.save().catch((error: unknown) => warn("A note is not saved from its editor.", String(error)));
}

/** An editor knows one kind of line ends. */
function asInEditor(edit: TextEdit): TextEdit {
  return { ...edit, expected: withPlainEnds(edit.expected), insert: withPlainEnds(edit.insert) };
}

function withPlainEnds(text: string): string {
  return text.replace(/\r*\n/g, "\n");
}
