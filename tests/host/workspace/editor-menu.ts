// The menu of an editor: the app's own entries, and what plugins add to it.
import { Menu } from "../ui/menu";
import type { MarkdownView } from "./markdown-view";

/** Opens the menu on a right click into the text, unless something in the text has a menu of its own. */
export function openEditorMenus(view: MarkdownView, el: HTMLElement): void {
  el.addEventListener("contextmenu", (event) => {
    if (event.defaultPrevented) return;
    const menu = new Menu();
    const { editor } = view;
    menu.addItem((item) =>
      item
        .setSection("clipboard")
        .setTitle("Select all")
        .setIcon("lucide-text-select")
        .onClick(() => editor.setSelection({ line: 0, ch: 0 }, editor.offsetToPos(editor.getValue().length))),
    );
    view.app.workspace.trigger("editor-menu", menu, editor, view);
    menu.showAtMouseEvent(event);
  });
}
