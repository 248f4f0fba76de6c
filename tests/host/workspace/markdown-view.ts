// The view of a Markdown note: its editor, in source mode or as Live Preview, and its reading view.
import type { Extension } from "@codemirror/state";
import type { MarkdownSubView, MarkdownViewModeType, ViewStateResult } from "obsidian";
import { MarkdownPreviewView } from "../markdown/preview-view";
import type { TFile } from "../vault";
import { Editor } from "./editor";
import { openEditorMenus } from "./editor-menu";
import type { WorkspaceLeaf } from "./leaf";
import { followLinks } from "./link-clicks";
import { NoteEditor, type NoteEditorOwner } from "./note-editor";
import { lineOfSubpath } from "./subpath-line";
import { changeBetween } from "./text-change";
import { TextFileView } from "./text-file-view";

export const MARKDOWN_VIEW = "markdown";

export class MarkdownView extends TextFileView implements NoteEditorOwner {
  override icon = "lucide-file-text";
  readonly editor: Editor;
  readonly previewMode: MarkdownPreviewView;
  hoverPopover = null;
  private mode: MarkdownViewModeType = "source";
  private readonly sourceEl: HTMLElement;
  private readonly readingEl: HTMLElement;
  private readonly noteEditor: NoteEditor;
  private readonly inlineTitleEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.containerEl.dataset.mode = "source";
    this.sourceEl = this.contentEl.createDiv("markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width");
    this.readingEl = this.contentEl.createDiv("markdown-reading-view");
    this.readingEl.hide();
    this.noteEditor = new NoteEditor(this.sourceEl, this);
    this.previewMode = this.addChild(new MarkdownPreviewView(this.readingEl, this));
    this.editor = new Editor(this.noteEditor.cm);
    this.inlineTitleEl = createDiv("inline-title");
    this.noteEditor.cm.scrollDOM.prepend(this.inlineTitleEl);
    this.register(this.containerEl.onWindowMigrated((win) => this.noteEditor.cm.setRoot(win.document)));
    followLinks(this);
    openEditorMenus(this, this.sourceEl);
  }

  getViewType(): string {
    return MARKDOWN_VIEW;
  }

  getMode(): MarkdownViewModeType {
    return this.mode;
  }

  get currentMode(): MarkdownSubView {
    return this.mode === "preview" ? this.previewMode : this.sourceMode;
  }

  showSearch(_replace?: boolean): never {
    throw new Error("MarkdownView.showSearch is not implemented in the stand-in app");
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: !this.noteEditor.isLivePreview };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.inlineTitleEl.setText(this.file?.basename ?? "");
    const { mode, source }: ModeState = typeof state === "object" && state !== null ? state : {};
    if (typeof source === "boolean") this.setLivePreview(!source);
    if (mode === "source" || mode === "preview") this.setMode(mode);
  }

  /** Live Preview is told to extensions, shows blocks as widgets and hides the signs of Markdown. */
  private setLivePreview(isOn: boolean): void {
    this.noteEditor.setLivePreview(isOn);
    this.sourceEl.toggleClass("is-live-preview", isOn);
  }

  private setMode(mode: MarkdownViewModeType): void {
    const isChanged = mode !== this.mode;
    this.mode = mode;
    this.containerEl.dataset.mode = mode;
    this.sourceEl.toggle(mode === "source");
    this.readingEl.toggle(mode === "preview");
    if (mode === "preview") this.previewMode.set(this.getViewData(), false);
    else if (isChanged) this.noteEditor.cm.requestMeasure();
  }

  private readonly sourceMode: MarkdownSubView = {
    getScroll: () => this.editor.getScrollInfo().top,
    applyScroll: (scroll) => this.editor.scrollTo(null, scroll),
    get: () => this.getViewData(),
    set: (data, clear) => this.setViewData(data, clear),
  };

  override getEphemeralState(): Record<string, unknown> {
    return {
      cursor: { from: this.editor.getCursor("from"), to: this.editor.getCursor("to") },
      scroll: this.editor.getScrollInfo().top,
    };
  }

  /** Knows `line` (from 0), `subpath` (`#heading`, `#^block`), `cursor`, `scroll` and `focus`. */
  override setEphemeralState(state: unknown): void {
    if (typeof state !== "object" || state === null) return;
    const { line, subpath, cursor, scroll, focus }: EphemeralState = state;
    const wanted = typeof line === "number" ? line : typeof subpath === "string" ? this.lineOf(subpath) : null;
    if (wanted !== null) this.showLine(wanted);
    else if (cursor) this.editor.setSelection(cursor.from, cursor.to);
    if (wanted === null && typeof scroll === "number") this.editor.scrollTo(null, scroll);
    if (focus === true && this.mode === "source") this.editor.focus();
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    const change = changeBetween(this.editor.getValue(), data);
    if (clear) this.noteEditor.load(data);
    else if (change) this.noteEditor.quietly(change);
    if (this.mode === "preview") this.previewMode.set(data, clear);
  }

  clear(): void {
    this.noteEditor.load("");
    this.previewMode.clear();
  }

  onEdit(): void {
    if (!this.file) return;
    this.requestSave();
    this.app.workspace.trigger("quick-preview", this.file, this.getViewData());
    this.app.workspace.trigger("editor-change", this.editor, this);
  }

  pluginExtensions(): readonly Extension[] {
    return this.app.workspace.editorExtensions;
  }

  /** Takes over changed editor extensions. */
  updateOptions(): void {
    this.noteEditor.updateOptions();
  }

  override onResize(): void {
    this.noteEditor.cm.requestMeasure();
  }

  override async onRename(file: TFile): Promise<void> {
    this.inlineTitleEl.setText(file.basename);
    await super.onRename(file);
  }

  override async close(): Promise<void> {
    await super.close();
    this.noteEditor.destroy();
  }

  private lineOf(subpath: string): number | null {
    const cache = this.file && this.app.metadataCache.getFileCache(this.file);
    return cache ? lineOfSubpath(cache, subpath) : null;
  }

  private showLine(line: number): void {
    const pos = { line, ch: 0 };
    this.editor.setCursor(pos);
    this.editor.scrollIntoView({ from: pos, to: pos }, true);
  }
}

interface ModeState {
  readonly mode?: unknown;
  readonly source?: unknown;
}

interface EphemeralState {
  readonly line?: unknown;
  readonly subpath?: unknown;
  readonly cursor?: { readonly from: { line: number; ch: number }; readonly to: { line: number; ch: number } };
  readonly scroll?: unknown;
  readonly focus?: unknown;
}
