// Views of a text file: read when opened, saved a moment after editing, brought up to date when someone else writes the
// file. What is harsh here is so in app.js, as read by those who rebuilt it (`views.md` of Corbomite, 1.12) and by
// reviews of 1.13.7.
import type { TAbstractFile, TFile } from "../vault";
import { debounce } from "../events";
import { Notice } from "../ui/notice";
import { EditableFileView } from "./file-view";
import { changeBetween, rebase } from "./text-change";

const SAVE_MS = 2000;

export abstract class TextFileView extends EditableFileView {
  /**
   * The text as it was read or saved last, with plain line ends as the editor has them: they alone are no reason to
   * save.
   */
  data = "";
  /** The same; null before anything was read, and after the view was emptied. */
  private lastSaved: string | null = null;
  private isSaving = false;
  private savesAgain = false;
  /** Saves two seconds from now, unless asked again before. */
  readonly requestSave = debounce(() => void this.save(), SAVE_MS, true);

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): Promise<void> | void {
    void super.onload();
    this.registerEvent(this.app.vault.on("modify", (file: TAbstractFile) => void this.onModify(file)));
  }

  /** While the file is read, `file` is it already, and the editor still holds the text of the one before. */
  override async onLoadFile(file: TFile): Promise<void> {
    this.data = plain(await this.app.vault.read(file));
    this.lastSaved = this.data;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }

  /**
   * Writes the text if it differs from the file; `clear` empties the view then. Resolves at once while a save is under
   * way, which is done again afterwards; resolves also where the text could not be written, which a notice tells.
   */
  async save(clear = false): Promise<void> {
    if (this.isSaving && !clear) this.savesAgain = true;
    const [text, before] = [this.getViewData(), this.lastSaved];
    if (!this.file || (this.isSaving && !clear) || before === null || text === before) return;
    this.data = clear ? "" : text;
    this.lastSaved = clear ? null : text;
    if (clear) this.clear();
    await this.write(this.file, text, before);
    if (!this.savesAgain || clear) return;
    this.savesAgain = false;
    await this.save();
  }

  private async write(file: TFile, text: string, before: string): Promise<void> {
    this.isSaving = true;
    try {
      await this.app.vault.modify(file, text);
    } catch (error) {
      this.lastSaved = before;
      new Notice(`Failed to save file "${file.path}". ${String(error)}`);
    } finally {
      this.isSaving = false;
    }
  }

  /**
   * Someone wrote the file: edits of this view that are not saved yet are kept where both do not touch the same part.
   */
  private async onModify(file: TAbstractFile): Promise<void> {
    // The text this view writes itself is no news, and by the time it were read there may be more in the view.
    if (!this.file || file !== this.file || this.isSaving) return;
    const before = this.lastSaved;
    const text = plain(await this.app.vault.cachedRead(this.file));
    if (before === null || this.lastSaved !== before || this.file !== file) return;
    const theirs = changeBetween(before, text);
    if (!theirs) return;
    const mine = changeBetween(before, this.getViewData());
    const change = mine ? rebase(theirs, mine) : theirs;
    this.data = this.lastSaved = text;
    if (!change) return;
    const current = this.getViewData();
    this.setViewData(current.slice(0, change.from) + change.insert + current.slice(change.to), false);
  }
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
