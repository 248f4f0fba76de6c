// The workspace: the tree of splits, tabs and leaves, what is active in it, and the events that tell of changes.
import type { Extension } from "@codemirror/state";
import type { Constructor, PaneType, Side, SplitDirection, WorkspaceWindowInitData } from "obsidian";
import type { App } from "../app";
import { debounce } from "../events/debounce";
import { Events } from "../events/events";
import { Platform } from "../platform";
import type { TFile } from "../vault";
import type { Menu } from "../ui/menu";
import { ActiveLeaf } from "./active-leaf";
import { buildChrome } from "./chrome";
import { registerCoreCommands } from "./core-commands";
import { registerCoreViews } from "./core-views";
import type { MarkdownFileInfo } from "./editor-fields";
import { type WorkspaceItem, type WorkspaceParent, WorkspaceParent as Parent } from "./item";
import { WorkspaceFloating, type WorkspaceWindow } from "./floating";
import { WorkspaceLeaf, type OpenViewState } from "./leaf";
import { LayoutStore } from "./layout-store";
import { isLayout } from "./layout-types";
import { LeafPlaces } from "./leaf-places";
import { fillLinkMenu } from "./link-menu";
import { LinkOpener } from "./link-opener";
import { MarkdownView } from "./markdown-view";
import { onceSoon } from "./once-soon";
import { WorkspaceRibbon } from "./ribbon";
import { WorkspaceSidedock } from "./sidedock";
import { WorkspaceRoot, type WorkspaceSplit } from "./split";
import { StatusBar } from "./status-bar";
import type { WorkspaceTabs } from "./tabs";
import type { View } from "./view";
import { ViewRegistry } from "./view-registry";

const SAVE_MS = 1000;

export class Workspace extends Events {
  readonly containerEl: HTMLElement = createDiv("workspace");
  readonly rootSplit: WorkspaceRoot;
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly floatingSplit: WorkspaceFloating;
  readonly leftRibbon: WorkspaceRibbon;
  readonly statusBar = new StatusBar();
  readonly viewRegistry = new ViewRegistry();
  layoutReady = false;
  /** Extensions that plugins gave to every Markdown editor, in order. */
  readonly editorExtensions: Extension[] = [];
  private readonly active = new ActiveLeaf(this);
  private readonly places = new LeafPlaces(this);
  private readonly links = new LinkOpener(this);
  private readonly layout: LayoutStore;
  private readyCallbacks: (() => unknown)[] = [];

  constructor(readonly app: App) {
    super();
    this.rootSplit = new WorkspaceRoot(this);
    this.leftSplit = new WorkspaceSidedock(this, "left");
    this.rightSplit = new WorkspaceSidedock(this, "right");
    this.floatingSplit = new WorkspaceFloating(this);
    this.leftRibbon = new WorkspaceRibbon(
      () => this.leftSplit.toggle(),
      () => this.app.setting.open(),
    );
    this.layout = new LayoutStore(app, this);
    const { leftRibbon, leftSplit, rootSplit, rightSplit } = this;
    this.containerEl.append(...[leftRibbon, leftSplit, rootSplit, rightSplit].map((part) => part.containerEl));
    registerCoreViews(this.viewRegistry);
    this.viewRegistry.on("view-registered", (type) => this.rebuildViews(type));
    this.viewRegistry.on("view-unregistered", (type) => this.rebuildViews(type));
  }

  /** Saves the layout a moment later. */
  readonly requestSaveLayout = debounce(async () => {
    if (this.layoutReady) await this.layout.save();
  }, SAVE_MS);

  /** Puts the window's parts into an element; before the layout is loaded. Returns what takes its listeners away. */
  attach(parentEl: HTMLElement): () => void {
    registerCoreCommands(this.app);
    return buildChrome(this, parentEl);
  }

  /** Builds the saved layout or the first one. */
  async loadLayout(): Promise<void> {
    await this.layout.load();
  }

  /** Ends the start: runs what waits for the layout. Each callback fails on its own. */
  markLayoutReady(): void {
    this.layoutReady = true;
    for (const callback of this.readyCallbacks.splice(0)) this.runReady(callback);
    this.trigger("layout-ready");
    this.onLayoutChange();
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) this.runReady(callback);
    else this.readyCallbacks.push(callback);
  }

  get activeLeaf(): WorkspaceLeaf | null {
    return this.active.leaf;
  }

  /** The active leaf's view if it is a Markdown editor, else null. */
  get activeEditor(): MarkdownFileInfo | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view : null;
  }

  getActiveFile(): TFile | null {
    return this.active.file;
  }

  getActiveViewOfType<T extends View>(type: Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus?: boolean): void {
    leaf.parent?.selectTab(leaf);
    const isNew = leaf !== this.activeLeaf;
    this.active.set(leaf);
    if (isNew) this.drawTabs();
    const wantsFocus = typeof params === "boolean" ? focus === true : params.focus === true;
    if (wantsFocus) takeFocus(leaf);
    if (isNew) this.requestSaveLayout();
  }

  getLeaf(newLeaf?: PaneType | boolean, direction?: SplitDirection): WorkspaceLeaf {
    return this.places.getLeaf(newLeaf, direction);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  splitActiveLeaf(direction?: SplitDirection): WorkspaceLeaf {
    return this.getLeaf("split", direction);
  }

  createLeafBySplit(leaf: WorkspaceLeaf, direction?: SplitDirection, before?: boolean): WorkspaceLeaf {
    return this.places.beside(leaf, direction, before);
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    return this.places.inSplit(parent, index);
  }

  createLeafInTabs(tabs: WorkspaceTabs, index: number): WorkspaceLeaf {
    return this.places.inTabs(tabs, index);
  }

  /** A new leaf in a window of its own. Throws where there are no such windows. */
  openPopoutLeaf(data?: WorkspaceWindowInitData): WorkspaceLeaf {
    return this.places.inWindow(data);
  }

  moveLeafToPopout(leaf: WorkspaceLeaf, data?: WorkspaceWindowInitData): WorkspaceWindow {
    return this.places.moveToWindow(leaf, data);
  }

  /** A window without a leaf yet. */
  openWindow(data?: WorkspaceWindowInitData): WorkspaceWindow {
    if (!Platform.isDesktopApp) throw new Error("Pop-out windows are not supported on this device.");
    return this.floatingSplit.openWindow(data);
  }

  /** Closes all leaves of a part of the layout. */
  closeAllIn(part: WorkspaceParent): void {
    forEachLeaf(part, (leaf) => leaf.detach());
  }

  /** Makes the views of a part of the layout that have come into sight. */
  loadVisibleIn(part: WorkspaceParent): void {
    forEachLeaf(part, (leaf) => leaf.isVisible && void leaf.loadIfDeferred());
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.places.inSide("left", split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.places.inSide("right", split);
  }

  /** The sidebar's leaf of that type, made if there is none. It is revealed and made active unless told otherwise. */
  async ensureSideLeaf(
    type: string,
    side: Side,
    {
      active = true,
      split = false,
      reveal = true,
      state,
    }: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === "left" ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type).find((leaf) => leaf.getRoot() === dock);
    const leaf = known ?? this.places.inSide(side, split);
    if (!known || state) await leaf.setViewState({ type, ...(state && { state }) });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  /** Brings a leaf to the front and opens its sidebar, without making it active. */
  revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock) root.expand();
    leaf.parent?.selectTab(leaf);
    return leaf.loadIfDeferred();
  }

  openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openViewState?: OpenViewState,
  ): Promise<void> {
    return this.links.open(linktext, sourcePath, newLeaf, openViewState);
  }

  /** Adds what can be done with a link to a menu; true if it did. */
  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string, leaf?: WorkspaceLeaf): boolean {
    return fillLinkMenu(this, menu, linktext, sourcePath, leaf);
  }

  /** The leaf that was active last, in the part given, or else in the main area and the pop-out windows. */
  getMostRecentLeaf(root?: WorkspaceParent, fits: (leaf: WorkspaceLeaf) => boolean = () => true): WorkspaceLeaf | null {
    let recent: WorkspaceLeaf | null = null;
    for (const part of root ? [root] : [this.rootSplit, this.floatingSplit]) {
      forEachLeaf(part, (leaf) => {
        if (fits(leaf) && (!recent || leaf.activeTime > recent.activeTime)) recent = leaf;
      });
    }
    return recent;
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.group === group);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    forEachLeaf(this.rootSplit, callback);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const split of [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit])
      forEachLeaf(split, callback);
  }

  getLastOpenFiles(): string[] {
    return [...this.active.lastOpenFiles];
  }

  getLayout(): Record<string, unknown> {
    const active = this.activeLeaf?.id;
    const { rootSplit, leftSplit, rightSplit } = this;
    const floating = this.floatingSplit.serialize();
    const splits = {
      main: rootSplit.serialize(),
      left: leftSplit.serialize(),
      right: rightSplit.serialize(),
      ...(floating && { floating }),
    };
    return { ...splits, ...(active !== undefined && { active }), lastOpenFiles: this.getLastOpenFiles() };
  }

  /** A leaf has another view: if it is the active one, that view's keys are asked now. */
  onViewChange(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) this.active.giveKeys(leaf);
  }

  /** Replaces everything that is open. Throws if the value is no layout. */
  async changeLayout(workspace: unknown): Promise<void> {
    if (!isLayout(workspace)) throw new Error("Not a workspace layout");
    const old = this.allLeaves();
    this.active.set(null);
    for (const leaf of old) leaf.parent?.removeChild(leaf);
    for (const leaf of old) await leaf.view.close();
    await this.layout.restore(workspace);
  }

  /** Lets every editor take over extensions whose contents have changed. */
  updateOptions(): void {
    this.iterateAllLeaves(({ view }) => view instanceof MarkdownView && view.updateOptions());
  }

  /** Saves the layout now, and lets open views save their text; for the end of the app. */
  async saveAll(): Promise<void> {
    for (const { view } of this.allLeaves()) if (view instanceof MarkdownView) await view.save();
    this.requestSaveLayout.cancel();
    if (this.layoutReady) await this.layout.save();
  }

  /** Drops what waits to be saved: the app has ended. */
  end(): void {
    this.layoutReady = false;
    this.requestSaveLayout.cancel();
    this.iterateAllLeaves(({ view }) => view instanceof MarkdownView && view.requestSave.cancel());
  }

  /** Tells of a changed tree once the moment is over. */
  readonly onLayoutChange = onceSoon(() => {
    if (!this.layoutReady) return;
    for (const dock of [this.leftSplit, this.rightSplit]) dock.drawTitle();
    this.trigger("layout-change");
    this.requestSaveLayout();
  });

  readonly onResize = onceSoon(() => {
    this.iterateAllLeaves((leaf) => leaf.onResize());
    this.trigger("resize");
    if (this.layoutReady) this.requestSaveLayout();
  });

  /** Called by a leaf whose view or view state is another one now. */
  onLeafChange(): void {
    this.active.tell();
    this.onLayoutChange();
  }

  /** Called by a leaf before it goes: the main area never is without a tab. */
  onBeforeDetach(leaf: WorkspaceLeaf): void {
    const isLast = leaf.getRoot() === this.rootSplit && rootLeafCount(this.rootSplit) === 1;
    if (isLast && leaf.parent) this.places.inTabs(leaf.parent, 0);
  }

  onAfterDetach(): void {
    if (this.activeLeaf && this.activeLeaf.parent === null) this.active.set(this.getMostRecentLeaf());
    this.drawTabs();
  }

  private allLeaves(): WorkspaceLeaf[] {
    const leaves: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => leaves.push(leaf));
    return leaves;
  }

  private drawTabs(): void {
    for (const tabs of new Set(this.allLeaves().map((leaf) => leaf.parent))) tabs?.draw();
  }

  private rebuildViews(type: unknown): void {
    for (const leaf of this.allLeaves())
      if (leaf.view.getViewType() === type && !leaf.isDeferred) void leaf.rebuildView();
  }

  private runReady(callback: () => unknown): void {
    try {
      callback();
    } catch (error) {
      console.error(error);
    }
  }
}

function forEachLeaf(item: WorkspaceItem, callback: (leaf: WorkspaceLeaf) => unknown): void {
  if (item instanceof WorkspaceLeaf) callback(item);
  else if (item instanceof Parent) for (const child of [...item.children]) forEachLeaf(child, callback);
}

function rootLeafCount(root: WorkspaceRoot): number {
  let count = 0;
  forEachLeaf(root, () => count++);
  return count;
}

/** Anything outside of a leaf loses the keyboard, with the selection there; a note's editor takes it. */
function takeFocus({ view, containerEl }: WorkspaceLeaf): void {
  const { activeElement } = containerEl.doc;
  if (activeElement?.instanceOf(HTMLElement) && !containerEl.contains(activeElement)) {
    activeElement.blur();
    containerEl.win.getSelection()?.removeAllRanges();
  }
  if (view instanceof MarkdownView) view.editor.focus();
}
