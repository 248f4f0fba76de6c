// The command that writes a progress block of a map into the note that is being edited.
import { MarkdownView, type Plugin } from "obsidian";
import type { Context } from "../actions/context";
import { MapSwitcher } from "../ui/dialogs/map-switcher";
import { addCommand } from "./command";

/** The block of a map, which is named as a link so that renaming it is followed. */
function blockOf(path: string): string {
  return `\`\`\`moc-path\nmap: [[${path.replace(/\.md$/, "")}]]\nshow: bar, chapters, next\n\`\`\`\n`;
}

export function addBlockCommand(plugin: Plugin, context: Context): void {
  const { words, index } = context;
  addCommand(
    plugin,
    "insert-block",
    words.insertBlock,
    "square-chart-gantt",
    () => (index.maps().length > 0 ? plugin.app.workspace.getActiveViewOfType(MarkdownView) : null),
    ({ editor }) =>
      new MapSwitcher(plugin.app, context, (path) => {
        const { line, ch } = editor.getCursor();
        // A block begins a line of its own.
        editor.replaceSelection(ch === 0 ? blockOf(path) : `\n${blockOf(path)}`);
        editor.setCursor(line + (ch === 0 ? 4 : 5), 0);
      }).open(),
  );
}
