// A leaf: the place where one view is shown. It opens views, leads them elsewhere and remembers where it has been.
import type { OpenViewState as ApiOpenViewState, ViewState as ApiViewState, ViewStateResult } from "obsidian";
import type { App } from "../app";
import type { TFile } from "../vault";
import { Menu } from "../ui/menu";
import { DeferredView } from "./deferred-view";
import { EmptyView, EMPTY_VIEW } from "./empty-view";
import { FileView } from "./file-view";
import { newId, WorkspaceItem } from "./item";
import { addLeafItems } from "./leaf-menu";
import { LeafHistory, type HistoryEntry, type HistoryOwner } from "./leaf-history";
import type { LeafLayout } from "./layout-types";
import { WorkspaceSidedock } from "./sidedock";
import { TabHeader } from "./tab-header";
import type { WorkspaceTabs } from "./tabs";
import { UnknownView } from "./unknown-view";
import { ItemView, type View } from "./view";
import type { Workspace } from "./workspace";

/** As in the API, with the host's own leaf. */
export type ViewState = Omit<ApiViewState, "group"> & { group?: WorkspaceLeaf };
export type OpenViewState = Omit<ApiOpenViewState, "group"> & { group?: WorkspaceLeaf };

export class WorkspaceLeaf extends WorkspaceItem implements HistoryOwner {
  declare parent: WorkspaceTabs | null;
  readonly app: App;
  view: View;
  hoverPopover = null;
  /** When it was last active, in milliseconds; 0 if never. */
  activeTime = 0;
  pinned = false;
  private isWorking = false;
  group: string | null = null;
  readonly tabHeader: TabHeader;
  readonly history = new LeafHistory(this);
  private loading: Promise<void> | null = null;

  constructor(workspace: Workspace, id: string = newId()) {
    super(workspace, id, "workspace-leaf");
    this.app = workspace.app;
    this.tabHeader = new TabHeader({
      select: () => this.workspace.setActiveLeaf(this, { focus: true }),
      close: () => this.detach(),
      menu: (event) => this.showTabMenu(event),
    });
    this.containerEl.addEventListener("focusin", () => this.workspace.setActiveLeaf(this));
    this.containerEl.addEventListener("mousedown", () => this.workspace.setActiveLeaf(this));
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  /** True if the view is still to be made: since the start nobody has looked at it. */
  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  loadIfDeferred(): Promise<void> {
    if (this.isDeferred) this.loading ??= this.setViewState(this.getViewState()).finally(() => (this.loading = null));
    return this.loading ?? Promise.resolve();
  }

  /** In front of its tabs, and not in a sidebar that is closed. */
  get isVisible(): boolean {
    const root = this.getRoot();
    return this.parent?.currentLeaf === this && !(root instanceof WorkspaceSidedock && root.collapsed);
  }

  /** Keeps a view's place until it is looked at. */
  async defer(saved: LeafLayout["state"]): Promise<void> {
    await this.open(new DeferredView(this, saved));
  }

  /** True if the leaf may be led to another file. */
  get canNavigate(): boolean {
    return !this.pinned && this.view.navigation;
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.workspace.viewRegistry.typeOf(file.extension) ?? file.extension;
    const state = { ...openState.state, file: file.path };
    await this.setViewState(
      { type, state, active: openState.active ?? true, ...(openState.group && { group: openState.group }) },
      openState.eState,
    );
  }

  /** Replaces the view. */
  async open(view: View): Promise<View> {
    await this.view.close();
    this.view = view;
    this.workspace.onViewChange(this);
    try {
      await view.open(this.containerEl);
    } catch (error) {
      console.error(`Failed to open view "${view.getViewType()}"`, error);
    }
    this.updateHeader();
    return view;
  }

  getViewState(): ViewState {
    const { type, state } = this.unknownState() ?? { type: this.view.getViewType(), state: this.view.getState() };
    return { type, state, ...(this.pinned && { pinned: true }) };
  }

  /**
   * Shows the view of that type in that state; a type that nobody registered shows a placeholder and is kept. While it
   * is at that, nothing comes of another call.
   */
  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    await this.changeState(viewState, eState).finally(() => (this.isWorking = false));
  }

  private async changeState(viewState: ViewState, eState: unknown): Promise<void> {
    const before = this.isDeferred ? null : this.currentEntry();
    const result: ViewStateResult = { history: false };
    const isOther = this.view.getViewType() !== viewState.type || this.view instanceof UnknownView || this.isDeferred;
    if (isOther) await this.open(this.createView(viewState));
    await this.view.setState(viewState.state ?? {}, result);
    if (this.lacksFile(viewState)) await this.open(new EmptyView(this));
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    if (viewState.group) this.setGroupMember(viewState.group);
    if (before && before.state.type !== EMPTY_VIEW && (result.history || (isOther && this.view.navigation)))
      this.history.record(before);
    this.afterChange();
    if (viewState.active) this.workspace.setActiveLeaf(this, { focus: true });
    if (eState !== undefined) this.view.setEphemeralState(eState);
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (pinned === this.pinned) return;
    this.pinned = pinned;
    this.updateHeader();
    this.trigger("pinned-change", pinned);
    this.workspace.requestSaveLayout();
  }

  setGroupMember(other: WorkspaceLeaf): void {
    if (other.group === null) other.setGroup(newId());
    if (other.group !== null) this.setGroup(other.group);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger("group-change", group);
  }

  detach(): void {
    if (this.parent === null) return;
    this.workspace.onBeforeDetach(this);
    this.parent.removeChild(this);
    void this.view.close();
    this.workspace.onAfterDetach();
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  currentEntry(): HistoryEntry {
    return { state: this.getViewState(), eState: this.getEphemeralState() };
  }

  async restoreEntry({ state, eState }: HistoryEntry): Promise<void> {
    if (this.view.getViewType() !== state.type) await this.open(this.createView(state));
    await this.view.setState(state.state ?? {}, { history: false });
    this.afterChange();
    this.view.setEphemeralState(eState);
  }

  /** Makes the view anew in the same state, because its type has come or gone. */
  async rebuildView(): Promise<void> {
    const { state, eState } = this.currentEntry();
    await this.open(this.createView(state));
    await this.view.setState(state.state ?? {}, { history: false });
    this.view.setEphemeralState(eState);
    this.afterChange();
  }

  /** Brings the tab's and the view's header up to date. */
  updateHeader(): void {
    const { type } = this.getViewState();
    this.tabHeader.draw({ type, icon: this.getIcon(), title: this.getDisplayText(), isPinned: this.pinned });
    if (this.view instanceof ItemView) this.view.updateHeader();
  }

  serialize(): LeafLayout {
    const { type, state = {} } = this.getViewState();
    const view = { type, state, icon: this.getIcon(), title: this.getDisplayText() };
    return { id: this.id, type: "leaf", state: view, ...(this.pinned && { pinned: true }) };
  }

  private showTabMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.view.onPaneMenu(menu, "tab-header");
    addLeafItems(menu, this);
    menu.showAtMouseEvent(event);
  }

  private createView(viewState: ViewState): View {
    const create = this.workspace.viewRegistry.creatorOf(viewState.type);
    if (create) return create(this);
    return viewState.type === EMPTY_VIEW ? new EmptyView(this) : new UnknownView(this, viewState.type);
  }

  /** A view of a file that is gone gives way to an empty tab. */
  private lacksFile({ state }: ViewState): boolean {
    return (
      this.view instanceof FileView && this.view.file === null && !this.view.allowNoFile && state?.file !== undefined
    );
  }

  private unknownState(): { type: string; state: Record<string, unknown> } | null {
    return this.view instanceof UnknownView ? { type: this.view.wantedType, state: this.view.getState() } : null;
  }

  private afterChange(): void {
    this.updateHeader();
    this.workspace.onLeafChange();
  }
}
