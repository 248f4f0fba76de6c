// The entries that every menu on a link has.
import type { PaneType } from "obsidian";
import type { Menu } from "../ui/menu";
import type { WorkspaceLeaf } from "./leaf";
import type { Workspace } from "./workspace";

/** Adds the ways to open a link; for a link to an existing file also what plugins add to its menu. */
export function fillLinkMenu(
  workspace: Workspace,
  menu: Menu,
  linktext: string,
  sourcePath: string,
  leaf?: WorkspaceLeaf,
): boolean {
  const add = (title: string, icon: string, pane: PaneType | boolean): void => {
    menu.addItem((item) =>
      item
        .setSection("open")
        .setTitle(title)
        .setIcon(icon)
        .onClick(() => void workspace.openLinkText(linktext, sourcePath, pane)),
    );
  };
  add("Open link", "lucide-file", false);
  add("Open in new tab", "lucide-file-plus", "tab");
  add("Open to the right", "lucide-separator-vertical", "split");
  const path = linktext.replace(/#.*$/su, "");
  const file = workspace.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  if (file) workspace.trigger("file-menu", menu, file, "link-context-menu", leaf);
  return true;
}
