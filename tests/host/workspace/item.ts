// The base of every part of the layout: an element with an id and a place in the tree of splits, tabs and leaves.
import { Events } from "../events/events";
import type { WorkspaceContainer } from "./split";
import type { Workspace } from "./workspace";

/** Sixteen hexadecimal digits, as in the app's layout file. */
export function newId(): string {
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}

export abstract class WorkspaceItem extends Events {
  /** Null while it is in no layout, and for the roots: main area and sidebars. */
  parent: WorkspaceParent | null = null;
  readonly containerEl: HTMLElement;

  constructor(
    readonly workspace: Workspace,
    readonly id: string,
    cls: string,
  ) {
    super();
    this.containerEl = createDiv(cls);
  }

  /** The main area, the sidebar or the pop-out windows that this is in. */
  getRoot(): WorkspaceItem {
    return this.parent === null ? this : this.parent.getRoot();
  }

  /** The window that this is in; the sidebars are in the main one. */
  getContainer(): WorkspaceContainer {
    return this.parent === null ? this.workspace.rootSplit : this.parent.getContainer();
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {
  children: WorkspaceItem[] = [];

  abstract insertChild(index: number, item: WorkspaceItem): void;
  abstract removeChild(item: WorkspaceItem): void;
}
