// The view of a Markdown note, in source mode.
import type { Extension } from "@codemirror/state";
import type { ViewStateResult } from "obsidian";
import type { TFile } from "../vault";
import { Editor } from "./editor";
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
  hoverPopover = null;
  private readonly noteEditor: NoteEditor;
  private readonly inlineTitleEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.containerEl.dataset.mode = "source";
    const sourceEl = this.contentEl.createDiv("markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width");
    this.noteEditor = new NoteEditor(sourceEl, this);
    this.editor = new Editor(this.noteEditor.cm);
    this.inlineTitleEl = createDiv("inline-title");
    this.noteEditor.cm.scrollDOM.prepend(this.inlineTitleEl);
    followLinks(this);
  }

  getViewType(): string {
    return MARKDOWN_VIEW;
  }

  getMode(): "source" {
    return "source";
  }

  get previewMode(): never {
    throw new Error("MarkdownView.previewMode is not implemented in the stand-in app");
  }

  get currentMode(): never {
    throw new Error("MarkdownView.currentMode is not implemented in the stand-in app");
  }

  showSearch(_replace?: boolean): never {
    throw new Error("MarkdownView.showSearch is not implemented in the stand-in app");
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: "source", source: true };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.inlineTitleEl.setText(this.file?.basename ?? "");
  }

  override getEphemeralState(): Record<string, unknown> {
    return { cursor: { from: this.editor.getCursor("from"), to: this.editor.getCursor("to") }, scroll: this.editor.getScrollInfo().top };
  }

  /** Knows `line` (from 0), `subpath` (`#heading`, `#^block`), `cursor`, `scroll` and `focus`. */
  override setEphemeralState(state: unknown): void {
    if (typeof state !== "object" || state === null) return;
    const { line, subpath, cursor, scroll, focus }: EphemeralState = state;
    const wanted = typeof line === "number" ? line : typeof subpath === "string" ? this.lineOf(subpath) : null;
    if (wanted !== null) this.showLine(wanted);
    else if (cursor) this.editor.setSelection(cursor.from, cursor.to);
    if (wanted === null && typeof scroll === "number") this.editor.scrollTo(null, scroll);
    if (focus === true) this.editor.focus();
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    if (clear) return this.noteEditor.load(data);
    const change = changeBetween(this.editor.getValue(), data);
    if (change) this.noteEditor.quietly(change);
  }

  clear(): void {
    this.noteEditor.load("");
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

interface EphemeralState {
  readonly line?: unknown;
  readonly subpath?: unknown;
  readonly cursor?: { readonly from: { line: number; ch: number }; readonly to: { line: number; ch: number } };
  readonly scroll?: unknown;
  readonly focus?: unknown;
}
