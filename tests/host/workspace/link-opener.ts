// Opens what a link leads to, scrolled to its heading or block; a note that does not exist is made, as Obsidian does.
import type { PaneType } from "obsidian";
import type { TFile } from "../vault";
import { FileView } from "./file-view";
import type { OpenViewState } from "./leaf";
import type { Workspace } from "./workspace";

export class LinkOpener {
  constructor(private readonly workspace: Workspace) {}

  async open(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openState: OpenViewState = {},
  ): Promise<void> {
    const linkpath = linktext.replace(/#.*$/su, "");
    const subpath = linktext.slice(linkpath.length);
    const file = this.find(linkpath, sourcePath) ?? (await this.create(linkpath));
    const eState = { ...openState.eState, ...(subpath && { subpath }), focus: openState.active !== false };
    const leaf = this.workspace.getLeaf(newLeaf ?? false);
    const isShown = leaf.view instanceof FileView && leaf.view.file === file && !openState.state;
    if (!isShown) return leaf.openFile(file, { ...openState, eState });
    this.workspace.setActiveLeaf(leaf, { focus: true });
    leaf.setEphemeralState(eState);
  }

  private find(linkpath: string, sourcePath: string): TFile | null {
    return this.workspace.app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath);
  }

  /** New notes go where the link says, from the vault's root, with their folders. */
  private async create(linkpath: string): Promise<TFile> {
    const { vault } = this.workspace.app;
    const path = /\.md$/iu.test(linkpath) ? linkpath : `${linkpath}.md`;
    const folders = path.split("/").slice(0, -1);
    for (const [index] of folders.entries()) {
      const folder = folders.slice(0, index + 1).join("/");
      if (!vault.getAbstractFileByPath(folder)) await vault.createFolder(folder);
    }
    return vault.create(path, "");
  }
}
