// Views of a text file: read when opened, saved a moment after editing, brought up to date when someone else writes the
// file.
import type { TAbstractFile, TFile } from "../vault";
import { debounce } from "../events";
import { EditableFileView } from "./file-view";
import { changeBetween, rebase } from "./text-change";

const SAVE_MS = 2000;

export abstract class TextFileView extends EditableFileView {
  /**
   * The text as it was read or saved last, with plain line ends as the editor has them: they alone are no reason to
   * save.
   */
  data = "";
  /** The number of saves that are under way. */
  private saves = 0;
  /** Saves two seconds from now, unless asked again before. */
  readonly requestSave = debounce(() => void this.save(), SAVE_MS, true);

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): Promise<void> | void {
    void super.onload();
    this.registerEvent(this.app.vault.on("modify", (file: TAbstractFile) => void this.onModify(file)));
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.read(file);
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    this.requestSave.cancel();
    await this.save(true);
    this.data = "";
  }

  /** Writes the text if it differs from the file; `clear` empties the view afterwards. */
  async save(clear = false): Promise<void> {
    const text = this.getViewData();
    if (this.file && text !== this.data) {
      this.data = text;
      this.saves++;
      await this.app.vault.modify(this.file, text).finally(() => this.saves--);
    }
    if (clear) this.clear();
  }

  /**
   * Someone wrote the file: edits of this view that are not saved yet are kept where both do not touch the same part.
   */
  private async onModify(file: TAbstractFile): Promise<void> {
    // The text this view writes itself is no news, and by the time it were read there may be more in the view.
    if (!this.file || file !== this.file || this.saves > 0) return;
    const before = this.data;
    const text = await this.read(this.file);
    if (this.data !== before) return;
    const theirs = changeBetween(this.data, text);
    if (!theirs) return;
    const mine = changeBetween(this.data, this.getViewData());
    const change = mine ? rebase(theirs, mine) : theirs;
    this.data = text;
    if (!change) return;
    const current = this.getViewData();
    this.setViewData(current.slice(0, change.from) + change.insert + current.slice(change.to), false);
  }

  private async read(file: TFile): Promise<string> {
    return (await this.app.vault.cachedRead(file)).replace(/\r\n?/g, "\n");
  }
}
