// The layout in the vault's config folder: written a moment after a change, built again at the start.
import type { App } from "../app";
import { EMPTY_VIEW } from "./empty-view";
import { FILE_EXPLORER_VIEW } from "./file-explorer";
import { WorkspaceLeaf } from "./leaf";
import {
  isLayout,
  type LeafLayout,
  type SplitLayout,
  type TabsLayout,
  type WindowLayout,
  type WorkspaceLayout,
} from "./layout-types";
import { WorkspaceSplit } from "./split";
import { WorkspaceTabs } from "./tabs";
import type { Workspace } from "./workspace";

/** A leaf that has its place but not its view yet. */
interface Pending {
  readonly leaf: WorkspaceLeaf;
  readonly layout: LeafLayout;
}

export class LayoutStore {
  private written = "";

  constructor(
    private readonly app: App,
    private readonly workspace: Workspace,
  ) {}

  get path(): string {
    return `${this.app.vault.configDir}/workspace.json`;
  }

  async save(): Promise<void> {
    const text = JSON.stringify(this.workspace.getLayout(), null, 2);
    if (text === this.written) return;
    this.written = text;
    await this.app.vault.adapter.write(this.path, text);
  }

  /** Builds the saved layout, or the first one if there is none that can be read. */
  async load(): Promise<void> {
    const layout = await this.read();
    if (layout) await this.restore(layout);
    else await this.buildFirst();
  }

  async restore(layout: WorkspaceLayout): Promise<void> {
    const { rootSplit, leftSplit, rightSplit } = this.workspace;
    const windows = (layout.floating?.children ?? []).flatMap((saved) => this.fillWindow(saved));
    const pending = [
      ...this.fill(rootSplit, layout.main),
      ...windows,
      ...this.fill(leftSplit, layout.left),
      ...this.fill(rightSplit, layout.right),
    ];
    if (rootSplit.children.length === 0) this.workspace.createLeafInParent(rootSplit, 0);
    for (const [dock, { width, collapsed }] of [
      [leftSplit, layout.left],
      [rightSplit, layout.right],
    ] as const) {
      if (width !== undefined) dock.setSize(width);
      if (collapsed) dock.collapse();
      else dock.expand();
    }
    for (const { leaf, layout: saved } of pending) await this.show(leaf, saved);
    const active = pending.find(({ leaf }) => leaf.id === layout.active)?.leaf ?? this.workspace.getMostRecentLeaf();
    if (active) this.workspace.setActiveLeaf(active, { focus: true });
  }

  private async show(leaf: WorkspaceLeaf, { state, pinned }: LeafLayout): Promise<void> {
    try {
      if (pinned) leaf.setPinned(true);
      if (leaf.isVisible) await leaf.setViewState({ type: state.type, state: state.state });
      else await leaf.defer(state);
    } catch (error) {
      console.error(`Failed to restore view "${state.type}"`, error);
    }
  }

  /** If the browser lets no window be opened, its tabs come into the main area. */
  private fillWindow(saved: WindowLayout): readonly Pending[] {
    const { rootSplit, floatingSplit } = this.workspace;
    const { x, y, width, height } = saved;
    try {
      return this.fill(floatingSplit.openWindow({ x, y, size: { width, height } }, saved.id), saved);
    } catch (error) {
      console.warn("A window could not be opened again", error);
      return this.fill(rootSplit, saved);
    }
  }

  private fill(split: WorkspaceSplit, { children }: Pick<SplitLayout, "children">): readonly Pending[] {
    return children.flatMap((child) => {
      if (child.type === "tabs") return this.fillTabs(split, child);
      const inner = new WorkspaceSplit(this.workspace, child.direction, child.id);
      split.insertChild(split.children.length, inner);
      return this.fill(inner, child);
    });
  }

  private fillTabs(split: WorkspaceSplit, { id, children, currentTab = 0 }: TabsLayout): readonly Pending[] {
    if (children.length === 0) return [];
    const tabs = new WorkspaceTabs(this.workspace, id);
    split.insertChild(split.children.length, tabs);
    const pending = children.map((layout) => {
      const leaf = new WorkspaceLeaf(this.workspace, layout.id);
      tabs.insertChild(tabs.children.length, leaf);
      return { leaf, layout };
    });
    const current = tabs.children[currentTab];
    if (current) tabs.selectTab(current);
    return pending;
  }

  private async buildFirst(): Promise<void> {
    const { workspace } = this;
    const leaf = workspace.createLeafInParent(workspace.rootSplit, 0);
    await leaf.setViewState({ type: EMPTY_VIEW });
    await workspace.getLeftLeaf(false).setViewState({ type: FILE_EXPLORER_VIEW });
    workspace.leftSplit.expand();
    workspace.setActiveLeaf(leaf);
  }

  private async read(): Promise<WorkspaceLayout | null> {
    if (!(await this.app.vault.adapter.exists(this.path))) return null;
    try {
      const value: unknown = JSON.parse(await this.app.vault.adapter.read(this.path));
      return isLayout(value) ? value : null;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
