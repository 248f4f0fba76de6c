// The places where new leaves go: beside another, into a tab, into a sidebar, or back into one that may be led
// elsewhere.
import type { PaneType, Side, SplitDirection, WorkspaceWindowInitData } from "obsidian";
import { tellMigrated } from "../dom/migration";
import type { WorkspaceWindow } from "./floating";
import { WorkspaceLeaf } from "./leaf";
import type { WorkspaceSplit } from "./split";
import { WorkspaceTabs } from "./tabs";
import type { Workspace } from "./workspace";

export class LeafPlaces {
  constructor(private readonly workspace: Workspace) {}

  getLeaf(newLeaf: PaneType | boolean = false, direction: SplitDirection = "vertical"): WorkspaceLeaf {
    if (newLeaf === "window") return this.inWindow();
    if (newLeaf === "split") return this.splitActive(direction);
    return newLeaf === false ? this.navigable() : this.newTab();
  }

  inTabs(tabs: WorkspaceTabs, index: number): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.workspace);
    tabs.insertChild(index, leaf);
    return leaf;
  }

  /** A new group of tabs with one leaf in it. */
  inSplit(split: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this.workspace);
    const leaf = this.inTabs(tabs, 0);
    split.insertChild(index, tabs);
    return leaf;
  }

  beside(leaf: WorkspaceLeaf, direction: SplitDirection = "vertical", before = false): WorkspaceLeaf {
    const tabs = leaf.parent;
    const split = tabs?.parent;
    if (!tabs || !split) throw new Error("A leaf that is in no layout cannot be split");
    const target = split.direction === direction ? split : split.wrap(tabs, direction);
    return this.inSplit(target, target.children.indexOf(tabs) + (before ? 0 : 1));
  }

  /** A new leaf in a sidebar, in its first group or, with `split`, in a group of its own below. */
  inSide(side: Side, split: boolean): WorkspaceLeaf {
    const dock = side === "left" ? this.workspace.leftSplit : this.workspace.rightSplit;
    const tabs = firstTabs(dock);
    return tabs && !split ? this.inTabs(tabs, tabs.children.length) : this.inSplit(dock, dock.children.length);
  }

  /** A new leaf in a window of its own. */
  inWindow(data?: WorkspaceWindowInitData): WorkspaceLeaf {
    return this.inSplit(this.workspace.openWindow(data), 0);
  }

  /** Takes a leaf out of where it is and puts it into a window of its own. */
  moveToWindow(leaf: WorkspaceLeaf, data?: WorkspaceWindowInitData): WorkspaceWindow {
    const window = this.workspace.openWindow(data);
    const tabs = new WorkspaceTabs(this.workspace);
    window.insertChild(0, tabs);
    this.workspace.onBeforeDetach(leaf);
    leaf.parent?.removeChild(leaf);
    tabs.insertChild(0, leaf);
    tellMigrated();
    return window;
  }

  private splitActive(direction: SplitDirection): WorkspaceLeaf {
    return this.beside(this.recent(), direction);
  }

  private navigable(): WorkspaceLeaf {
    const { activeLeaf, rootSplit, floatingSplit } = this.workspace;
    if (activeLeaf?.canNavigate && [rootSplit, floatingSplit].some((part) => activeLeaf.getRoot() === part))
      return activeLeaf;
    const recent = this.recent();
    return recent.canNavigate ? recent : this.newTab();
  }

  private newTab(): WorkspaceLeaf {
    const { parent } = this.recent();
    if (!parent) throw new Error("The main area has no group of tabs");
    return this.inTabs(parent, parent.currentTab + 1);
  }

  /** A static pane, even one in a window of its own, is not where notes are opened. */
  private recent(): WorkspaceLeaf {
    return (
      this.workspace.getMostRecentLeaf(undefined, ({ view }) => view.navigation) ??
      this.inSplit(this.workspace.rootSplit, 0)
    );
  }
}

function firstTabs(split: WorkspaceSplit): WorkspaceTabs | null {
  for (const child of split.children) {
    const tabs = child instanceof WorkspaceTabs ? child : firstTabs(child);
    if (tabs) return tabs;
  }
  return null;
}
