// Views of a file: which one is shown, its name in the header, and staying with it through rename and deletion.
import type { ViewStateResult } from "obsidian";
import { TFile, type TAbstractFile } from "../vault";
import { EMPTY_VIEW } from "./empty-view";
import { ItemView } from "./view";

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override getDisplayText(): string {
    return this.file?.basename ?? "No file";
  }

  override onload(): Promise<void> | void {
    this.registerEvent(
      this.app.vault.on(
        "rename",
        (file: TAbstractFile) => file instanceof TFile && file === this.file && void this.onRename(file),
      ),
    );
    this.registerEvent(
      this.app.vault.on("delete", (file: TAbstractFile) => file === this.file && void this.onDeleted()),
    );
  }

  override getState(): Record<string, unknown> {
    return this.file ? { file: this.file.path } : {};
  }

  /** Loads the file named by `state.file`; a path without a file leaves an empty tab. */
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path: unknown = typeof state === "object" && state !== null && "file" in state ? state.file : null;
    if (typeof path === "string" && path !== this.file?.path) await this.loadPath(path, result);
    await super.setState(state, result);
  }

  onLoadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onRename(_file: TFile): Promise<void> {
    this.leaf.updateHeader();
    this.app.workspace.requestSaveLayout();
    return Promise.resolve();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  override updateHeader(): void {
    super.updateHeader();
    this.titleParentEl.empty();
    for (const name of this.folderNames()) {
      this.titleParentEl.createSpan({ cls: "view-header-breadcrumb", text: name });
      this.titleParentEl.createSpan({ cls: "view-header-breadcrumb-separator", text: "/" });
    }
  }

  override async close(): Promise<void> {
    await this.unloadCurrent();
    await super.close();
  }

  private folderNames(): readonly string[] {
    return this.file?.path.split("/").slice(0, -1) ?? [];
  }

  private async loadPath(path: string, result: ViewStateResult): Promise<void> {
    const file = this.app.vault.getAbstractFileByPath(path);
    if (this.file) result.history = true;
    await this.unloadCurrent();
    if (!(file instanceof TFile)) return;
    this.file = file;
    await this.onLoadFile(file);
  }

  private async unloadCurrent(): Promise<void> {
    if (!this.file) return;
    await this.onUnloadFile(this.file);
    this.file = null;
  }

  private async onDeleted(): Promise<void> {
    this.file = null;
    await this.leaf.setViewState({ type: EMPTY_VIEW });
  }
}

/** Views of a file that can be changed in them. */
export abstract class EditableFileView extends FileView {}
