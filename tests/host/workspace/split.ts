// Splits: rows or columns of tab groups and further splits; the main area is one.
import type { SplitDirection } from "obsidian";
import { newId, WorkspaceParent, type WorkspaceItem } from "./item";
import { addResizeHandle } from "./resize-handle";
import type { SplitLayout, TabsLayout } from "./layout-types";
import type { WorkspaceTabs } from "./tabs";
import type { Workspace } from "./workspace";

export class WorkspaceSplit extends WorkspaceParent {
  declare children: (WorkspaceSplit | WorkspaceTabs)[];

  /** `vertical` puts the children side by side, `horizontal` above each other. */
  constructor(
    workspace: Workspace,
    readonly direction: SplitDirection,
    id: string = newId(),
  ) {
    super(workspace, id, `workspace-split mod-${direction}`);
    this.children = [];
  }

  /** The element that the children's go into. */
  protected get childrenEl(): HTMLElement {
    return this.containerEl;
  }

  insertChild(index: number, item: WorkspaceSplit | WorkspaceTabs): void {
    const next = this.children[index];
    this.children.splice(index, 0, item);
    item.parent = this;
    if (next) next.containerEl.before(item.containerEl);
    else this.childrenEl.append(item.containerEl);
    if (!item.containerEl.querySelector(":scope > .workspace-leaf-resize-handle")) this.addHandle(item);
    this.workspace.onLayoutChange();
  }

  removeChild(item: WorkspaceItem): void {
    this.children = this.children.filter((child) => child !== item);
    item.parent = null;
    item.containerEl.detach();
    if (this.children.length === 0) this.parent?.removeChild(this);
    this.workspace.onLayoutChange();
  }

  /** Puts a new split in the place of a child, with the child in it. */
  wrap(child: WorkspaceTabs, direction: SplitDirection): WorkspaceSplit {
    const split = new WorkspaceSplit(this.workspace, direction);
    const index = this.children.indexOf(child);
    this.children.splice(index, 1);
    child.containerEl.detach();
    this.insertChild(index, split);
    split.insertChild(0, child);
    return split;
  }

  serialize(): SplitLayout {
    const children = this.children.map((child): SplitLayout | TabsLayout => child.serialize());
    return { id: this.id, type: "split", children, direction: this.direction };
  }

  private addHandle(item: WorkspaceItem): void {
    const handleEl = addResizeHandle(
      item.containerEl,
      (event) => this.resize(item, event),
      () => this.workspace.onResize(),
    );
    item.containerEl.prepend(handleEl);
  }

  private resize(item: WorkspaceItem, event: PointerEvent): void {
    const all = this.containerEl.getBoundingClientRect();
    const own = item.containerEl.getBoundingClientRect();
    const isRow = this.direction === "vertical";
    const share = isRow ? (event.clientX - own.left) / all.width : (event.clientY - own.top) / all.height;
    item.containerEl.style.flexGrow = String(Math.max(5, Math.round(share * 100)));
  }
}

/** A split that is a whole window's content. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract win: Window;
  abstract doc: Document;

  override getContainer(): WorkspaceContainer {
    return this;
  }
}

export class WorkspaceRoot extends WorkspaceContainer {
  readonly win: Window = window;
  readonly doc: Document = document;

  constructor(workspace: Workspace) {
    super(workspace, "vertical");
    this.containerEl.addClass("mod-root");
  }
}
