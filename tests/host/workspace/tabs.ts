// A group of tabs: a row of headers, and under it the leaf whose header was chosen.
import { setIcon } from "../ui/icons";
import { Menu } from "../ui/menu";
import { newId, WorkspaceParent, type WorkspaceItem } from "./item";
import type { WorkspaceLeaf } from "./leaf";
import type { TabsLayout } from "./layout-types";
import type { WorkspaceSplit } from "./split";
import type { Workspace } from "./workspace";

export class WorkspaceTabs extends WorkspaceParent {
  declare parent: WorkspaceSplit | null;
  declare children: WorkspaceLeaf[];
  /** Index of the leaf in front. */
  currentTab = 0;
  private readonly headersEl: HTMLElement;
  private readonly contentEl: HTMLElement;

  constructor(workspace: Workspace, id: string = newId()) {
    super(workspace, id, "workspace-tabs mod-top");
    this.children = [];
    const rowEl = this.containerEl.createDiv("workspace-tab-header-container");
    this.headersEl = rowEl.createDiv("workspace-tab-header-container-inner");
    this.addRowButtons(rowEl);
    this.contentEl = this.containerEl.createDiv("workspace-tab-container");
  }

  get currentLeaf(): WorkspaceLeaf | null {
    return this.children[this.currentTab] ?? null;
  }

  insertChild(index: number, leaf: WorkspaceLeaf): void {
    const next = this.children[index];
    this.children.splice(index, 0, leaf);
    leaf.parent = this;
    if (next) {
      next.containerEl.before(leaf.containerEl);
      next.tabHeader.el.before(leaf.tabHeader.el);
    } else {
      this.contentEl.append(leaf.containerEl);
      this.headersEl.append(leaf.tabHeader.el);
    }
    if (this.children.length > 1 && index <= this.currentTab) this.currentTab++;
    this.draw();
    this.workspace.onLayoutChange();
  }

  removeChild(item: WorkspaceItem): void {
    const index = this.children.findIndex((leaf) => leaf === item);
    const [leaf] = this.children.splice(index, 1);
    if (!leaf) return;
    leaf.parent = null;
    leaf.containerEl.detach();
    leaf.tabHeader.el.detach();
    if (index < this.currentTab || this.currentTab >= this.children.length)
      this.currentTab = Math.max(0, this.currentTab - 1);
    if (this.children.length === 0) this.parent?.removeChild(this);
    else this.draw();
    this.workspace.onLayoutChange();
  }

  /** Brings a leaf to the front of its group, without making it active. */
  selectTab(leaf: WorkspaceLeaf): void {
    const index = this.children.indexOf(leaf);
    if (index < 0 || index === this.currentTab) return;
    this.currentTab = index;
    this.draw();
    leaf.onResize();
    this.workspace.onLayoutChange();
  }

  /** Shows which leaf is in front and which one is active. */
  draw(): void {
    for (const [index, leaf] of this.children.entries()) {
      const isCurrent = index === this.currentTab;
      leaf.containerEl.toggle(isCurrent);
      leaf.tabHeader.mark(isCurrent, leaf === this.workspace.activeLeaf);
    }
    if (this.currentLeaf?.isVisible) void this.currentLeaf.loadIfDeferred();
  }

  serialize(): TabsLayout {
    const children = this.children.map((leaf) => leaf.serialize());
    return { id: this.id, type: "tabs", children, ...(this.currentTab > 0 && { currentTab: this.currentTab }) };
  }

  private addRowButtons(rowEl: HTMLElement): void {
    const newTabEl = addButton(rowEl.createDiv("workspace-tab-header-new-tab"), "lucide-plus", "New tab");
    newTabEl.addEventListener("click", () => this.openNewTab());
    rowEl.createDiv("workspace-tab-header-spacer");
    const listEl = addButton(rowEl.createDiv("workspace-tab-header-tab-list"), "lucide-chevron-down", "Tab list");
    listEl.addEventListener("click", (event) => this.listMenu().showAtMouseEvent(event));
    const toggleEl = addButton(
      rowEl.createDiv("sidebar-toggle-button mod-right"),
      "lucide-panel-right",
      "Toggle right sidebar",
    );
    toggleEl.addEventListener("click", () => this.workspace.rightSplit.toggle());
  }

  private openNewTab(): void {
    const leaf = this.workspace.createLeafInTabs(this, this.children.length);
    this.workspace.setActiveLeaf(leaf, { focus: true });
  }

  private listMenu(): Menu {
    const menu = new Menu();
    for (const leaf of this.children) {
      menu.addItem((item) =>
        item
          .setTitle(leaf.getDisplayText())
          .setChecked(leaf === this.currentLeaf)
          .onClick(() => this.workspace.setActiveLeaf(leaf, { focus: true })),
      );
    }
    return menu;
  }
}

function addButton(parentEl: HTMLElement, icon: string, label: string): HTMLElement {
  const el = parentEl.createSpan({ cls: "clickable-icon", attr: { "aria-label": label } });
  setIcon(el, icon);
  return el;
}
