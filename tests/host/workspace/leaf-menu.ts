// The part that the menus of a tab and of its view have in common.
import type { Menu } from "../ui/menu";
import type { WorkspaceLeaf } from "./leaf";

/** Adds the entries about the leaf, after those that plugins add about its file. */
export function addLeafItems(menu: Menu, leaf: WorkspaceLeaf): void {
  const file = "file" in leaf.view ? leaf.view.file : null;
  if (file) leaf.workspace.trigger("file-menu", menu, file, "more-options", leaf);
  menu.addItem((item) =>
    item
      .setSection("pane")
      .setTitle(leaf.pinned ? "Unpin" : "Pin")
      .setIcon("lucide-pin")
      .onClick(() => leaf.togglePinned()),
  );
  menu.addItem((item) =>
    item
      .setSection("close")
      .setTitle("Close")
      .setIcon("lucide-x")
      .onClick(() => leaf.detach()),
  );
}
