// The editor extension: marks in every open editor of a map, which can be switched off at once.
import type { Extension, StateEffect } from "@codemirror/state";
import { logException, ViewPlugin, type EditorView } from "@codemirror/view";
import { drawAnew, markField, pathIn, placeAnew } from "./map-field";
import { MarkView } from "./mark-view";
import type { MarkPort } from "./port";

export class MapEditors {
  /** For `registerEditorExtension`; Obsidian must be told by `updateOptions` when its contents have changed. */
  readonly extension: Extension[] = [];
  private readonly views = new Set<EditorView>();
  private readonly marks: Extension;

  constructor(port: MarkPort) {
    const field = markField(port);
    const drawing = { port, field, views: this.views };
    this.marks = [
      field,
      ViewPlugin.define((view) => new MarkView(view, drawing), {
        decorations: (marks) => marks.decorations,
        eventHandlers: {
          // Pressing the button must not move the cursor.
          mousedown: function (event) {
            return this.handle(event, () => undefined);
          },
          click: function (event) {
            return this.handle(event, (mark, path) => port.click(mark, path, event));
          },
          contextmenu: function (event) {
            return this.handle(event, (mark, path) => port.menu(mark, path, event));
          },
        },
      }),
    ];
  }

  /** Shows marks or none; false if that is so already. */
  setShown(isShown: boolean): boolean {
    if (isShown === this.extension.length > 0) return false;
    this.extension.splice(0, this.extension.length, ...(isShown ? [this.marks] : []));
    return true;
  }

  /** These maps changed: their marks are placed anew; other editors only draw theirs anew. */
  mapsChanged(paths: ReadonlySet<string>): void {
    this.tellAll(({ state }) => {
      const path = pathIn(state);
      return path !== null && paths.has(path) ? placeAnew.of(null) : drawAnew.of(null);
    });
  }

  /** The looks of marks may have changed. */
  progressChanged(): void {
    this.tellAll(() => drawAnew.of(null));
  }

  /** An error of another extension in one editor leaves all others as they should be. */
  private tellAll(effectFor: (view: EditorView) => StateEffect<null>): void {
    for (const view of this.views)
      try {
        view.dispatch({ effects: effectFor(view) });
      } catch (error) {
        logException(view.state, error, "MOC Path");
      }
  }
}
