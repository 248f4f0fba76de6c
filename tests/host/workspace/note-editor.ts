// Makes the CodeMirror editor of a Markdown view, with everything the app itself puts into it.
import { history, historyKeymap, defaultKeymap, indentWithTab } from "@codemirror/commands";
import { search } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap } from "@codemirror/view";
import { concealedSyntax } from "./concealed-syntax";
import {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  setLivePreview,
  type MarkdownFileInfo,
} from "./editor-fields";
import { livePreviewBlocks } from "./live-preview";
import { markdownLines } from "./markdown-lines";
import { markdownSyntax } from "./markdown-syntax";

export interface NoteEditorOwner extends MarkdownFileInfo {
  /** The user or a plugin changed the text. */
  onEdit(): void;
  /** Extensions of plugins, in the order of registration. */
  pluginExtensions(): readonly Extension[];
}

export class NoteEditor {
  readonly cm: EditorView;
  private readonly plugins = new Compartment();
  private isLoading = false;
  isLivePreview = false;

  constructor(
    parentEl: HTMLElement,
    private readonly owner: NoteEditorOwner,
  ) {
    this.cm = new EditorView({ parent: parentEl });
    this.load("");
  }

  /** Starts anew with a text: cursor at the start, nothing to undo. */
  load(text: string): void {
    this.cm.setState(EditorState.create({ doc: text, extensions: this.extensions() }));
  }

  /** Changes the text without telling the owner. */
  quietly(change: { from: number; to: number; insert: string }): void {
    this.isLoading = true;
    this.cm.dispatch({ changes: change });
    this.isLoading = false;
  }

  /** Takes over extensions that plugins have added, changed or taken away. */
  updateOptions(): void {
    this.cm.dispatch({ effects: this.plugins.reconfigure([...this.owner.pluginExtensions()]) });
  }

  /** Tells extensions that Live Preview is on or off. */
  setLivePreview(isOn: boolean): void {
    this.isLivePreview = isOn;
    this.cm.dispatch({ effects: setLivePreview.of(isOn) });
  }

  destroy(): void {
    this.cm.destroy();
  }

  /** The facts that extensions are told of an editor of this note. */
  private fields(view: () => EditorView): Extension {
    return [
      editorInfoField.init(() => this.owner),
      editorEditorField.init(view),
      editorLivePreviewField.init(() => this.isLivePreview),
    ];
  }

  /** The editor of a table's cell. */
  private cellEditor(parent: HTMLElement, doc: string): EditorView {
    const view = new EditorView({ parent });
    view.setState(
      EditorState.create({
        doc,
        extensions: [
          this.fields(() => view),
          keymap.of(defaultKeymap),
          markdownSyntax(),
          ...this.owner.pluginExtensions(),
        ],
      }),
    );
    return view;
  }

  private extensions(): Extension {
    return [
      this.fields(() => this.cm),
      history(),
      drawSelection(),
      dropCursor(),
      search({ top: true }),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ spellcheck: "false", autocorrect: "off" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.isLoading) this.owner.onEdit();
      }),
      markdownSyntax(),
      markdownLines,
      concealedSyntax,
      livePreviewBlocks({
        app: this.owner.app,
        path: () => this.owner.file?.path ?? null,
        cellEditor: (parentEl, text) => this.cellEditor(parentEl, text),
      }),
      this.plugins.of([...this.owner.pluginExtensions()]),
    ];
  }
}
