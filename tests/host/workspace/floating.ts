// Pop-out windows and what holds them: each is a part of the layout in a page of its own.
import type { WorkspaceWindowInitData } from "obsidian";
import { newId, WorkspaceParent, type WorkspaceItem } from "./item";
import type { FloatingLayout, WindowLayout } from "./layout-types";
import { furnishWindow } from "./window-page";
import { WorkspaceContainer } from "./split";
import type { Workspace } from "./workspace";

export type PageWindow = Window & typeof globalThis;

export class WorkspaceFloating extends WorkspaceParent {
  declare children: WorkspaceWindow[];

  constructor(workspace: Workspace) {
    super(workspace, newId(), "workspace-floating");
    this.children = [];
  }

  insertChild(index: number, item: WorkspaceWindow): void {
    this.children.splice(index, 0, item);
    item.parent = this;
    this.workspace.trigger("window-open", item, item.win);
  }

  removeChild(item: WorkspaceItem): void {
    const window = this.children.find((child) => child === item);
    if (!window) return;
    this.children = this.children.filter((child) => child !== window);
    window.parent = null;
    this.workspace.trigger("window-close", window, window.win);
    window.dispose();
    this.workspace.onLayoutChange();
  }

  /** Closes all pages without telling anybody: the app ends, and its layout stays as it is. */
  closeAll(): void {
    for (const window of this.children) window.dispose();
  }

  /** Null if there is no window. */
  serialize(): FloatingLayout | null {
    return this.children.length === 0
      ? null
      : { id: this.id, type: "floating", children: this.children.map((window) => window.serializeWindow()) };
  }

  /** Opens a blank page and makes it the app's own. Throws if the browser does not let it. */
  openWindow({ x, y, size }: WorkspaceWindowInitData = {}, id?: string): WorkspaceWindow {
    const { width = 600, height = 800 } = size ?? {};
    const place = [
      `width=${width}`,
      `height=${height}`,
      ...(x === undefined ? [] : [`left=${x}`]),
      ...(y === undefined ? [] : [`top=${y}`]),
    ];
    const win = window.open("about:blank", "_blank", ["popup", ...place].join(",")) as PageWindow | null;
    if (!win) throw new Error("The browser does not let the app open a window.");
    const opened = new WorkspaceWindow(this.workspace, win, id);
    this.insertChild(this.children.length, opened);
    return opened;
  }
}

export class WorkspaceWindow extends WorkspaceContainer {
  readonly doc: Document;
  private readonly strip: () => void;

  constructor(
    workspace: Workspace,
    readonly win: PageWindow,
    id?: string,
  ) {
    super(workspace, "vertical", id);
    this.doc = win.document;
    this.containerEl.addClass("mod-root");
    this.strip = furnishWindow(workspace, win, this.containerEl, () => this.onClosed());
  }

  /** Closes the page; what was in it has been taken out before. */
  dispose(): void {
    this.strip();
    if (!this.win.closed) this.win.close();
  }

  serializeWindow(): WindowLayout {
    const { screenX: x, screenY: y, innerWidth: width, innerHeight: height } = this.win;
    return { ...this.serialize(), type: "window", x, y, width, height };
  }

  /** The reader closed the page: what is in it closes too. */
  private onClosed(): void {
    this.workspace.closeAllIn(this);
  }
}
