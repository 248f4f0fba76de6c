// The notes that are open to be read.
import { MarkdownView, type App } from "obsidian";

/** Renders them anew, for post processors that came later than they. */
export function renderAnew(app: App): void {
  for (const { view } of app.workspace.getLeavesOfType("markdown")) {
    if (view instanceof MarkdownView && view.getMode() === "preview") view.previewMode.rerender(true);
  }
}
