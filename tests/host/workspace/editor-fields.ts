// The state fields by which editor extensions learn where they are: which file, which editor view, Live Preview or not.
import { StateEffect, StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { App } from "../app";
import type { TFile } from "../vault";
import type { Editor } from "./editor";

/** As in the API, with the host's own classes. */
export interface MarkdownFileInfo {
  readonly app: App;
  readonly file: TFile | null;
  readonly editor?: Editor;
  hoverPopover: null;
}

/** A field that is set when the editor is made, and is missing in a state made otherwise. */
function givenField<T>(name: string): StateField<T> {
  return StateField.define<T>({
    create: () => {
      throw new Error(`${name} is only there in an editor of the app`);
    },
    update: (value) => value,
  });
}

export const editorInfoField = givenField<MarkdownFileInfo>("editorInfoField");
export const editorEditorField = givenField<EditorView>("editorEditorField");

/** Turns Live Preview on or off in one editor. */
export const setLivePreview = StateEffect.define<boolean>();

export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update: (value, { effects }) => effects.find((effect) => effect.is(setLivePreview))?.value ?? value,
});
