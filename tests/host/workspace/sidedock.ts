// A sidebar: a split at the side of the window that collapses and keeps its width. On tablets and phones it is a
// drawer, which on a phone lies over the note.
import type { Side } from "obsidian";
import { Platform } from "../platform";
import { buildDrawer, type DrawerParts } from "./drawer";
import { addResizeHandle } from "./resize-handle";
import { WorkspaceSplit } from "./split";
import type { SplitLayout } from "./layout-types";
import { WorkspaceTabs } from "./tabs";
import type { Workspace } from "./workspace";

const DEFAULT_WIDTH = 300;
const LEAST_WIDTH = 200;

export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;
  private width = DEFAULT_WIDTH;
  private readonly drawer: DrawerParts | null;

  constructor(
    workspace: Workspace,
    readonly side: Side,
  ) {
    super(workspace, "horizontal");
    this.containerEl.addClasses(["mod-sidedock", `mod-${side}-split`]);
    this.drawer = Platform.isMobile ? buildDrawer(this.containerEl, side) : null;
    addResizeHandle(
      this.containerEl,
      (event) => this.drag(event),
      () => this.workspace.requestSaveLayout(),
    );
    this.draw();
  }

  protected override get childrenEl(): HTMLElement {
    return this.drawer?.contentEl ?? this.containerEl;
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  expand(): void {
    this.setCollapsed(false);
  }

  /** `width` in CSS pixels; a sidebar is never narrower than 200. */
  setSize(width: number): void {
    this.width = Math.max(LEAST_WIDTH, Math.round(width));
    this.draw();
    this.workspace.onResize();
  }

  override serialize(): SplitLayout {
    return { ...super.serialize(), width: this.width, ...(this.collapsed && { collapsed: true }) };
  }

  private setCollapsed(collapsed: boolean): void {
    if (collapsed === this.collapsed) return;
    this.collapsed = collapsed;
    this.draw();
    if (!collapsed) this.workspace.loadVisibleIn(this);
    this.workspace.onResize();
    this.workspace.onLayoutChange();
  }

  private drag(event: PointerEvent): void {
    const { left, right } = this.containerEl.getBoundingClientRect();
    this.setSize(this.side === "left" ? event.clientX - left : right - event.clientX);
  }

  /** Names the tab in front. */
  drawTitle(): void {
    const [tabs] = this.children;
    if (tabs instanceof WorkspaceTabs) this.drawer?.titleEl.setText(tabs.currentLeaf?.getDisplayText() ?? "");
  }

  private draw(): void {
    this.drawTitle();
    this.containerEl.toggleClass("is-sidedock-collapsed", this.collapsed);
    if (!Platform.isPhone) this.containerEl.style.width = this.collapsed ? "0px" : `${this.width}px`;
    this.workspace.containerEl.toggleClass(`is-${this.side}-sidedock-open`, !this.collapsed);
  }
}
