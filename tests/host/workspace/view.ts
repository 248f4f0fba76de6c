// The content of a leaf: what every view is, and the kind with a header and a content element.
import type { ViewStateResult } from "obsidian";
import type { App } from "../app";
import { Component } from "../events/component";
import type { Scope } from "../events/scope";
import { setIcon } from "../ui/icons";
import { Menu } from "../ui/menu";
import { setTooltip } from "../ui/tooltip";
import type { WorkspaceLeaf } from "./leaf";
import { addLeafItems } from "./leaf-menu";

export abstract class View extends Component {
  app: App;
  icon = "lucide-file";
  /** True if the leaf can be led elsewhere; a static pane such as the file explorer cannot. */
  navigation = false;
  readonly containerEl: HTMLElement;
  /** Keys that are in force while the view has the focus. */
  scope: Scope | null = null;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
    this.containerEl = createDiv("workspace-leaf-content");
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected onClose(): Promise<void> {
    return Promise.resolve();
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {}

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {}

  onPaneMenu(_menu: Menu, _source: string): void {}

  /** Called by the leaf: puts the view into it and lets it draw itself. */
  async open(parentEl: HTMLElement): Promise<void> {
    this.containerEl.dataset.type = this.getViewType();
    parentEl.append(this.containerEl);
    await this.load();
    await this.onOpen();
  }

  /** Called by the leaf: lets the view put away its things and takes it out. */
  async close(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.detach();
  }
}

export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;
  readonly headerEl: HTMLElement;
  protected readonly titleParentEl: HTMLElement;
  protected readonly titleEl: HTMLElement;
  private readonly backEl: HTMLElement;
  private readonly forwardEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv("view-header");
    const buttonsEl = this.headerEl.createDiv("view-header-left").createDiv("view-header-nav-buttons");
    this.backEl = iconButton(buttonsEl, "lucide-arrow-left", "Navigate back", () => void leaf.history.back());
    this.forwardEl = iconButton(buttonsEl, "lucide-arrow-right", "Navigate forward", () => void leaf.history.forward());
    const titleEl = this.headerEl.createDiv("view-header-title-container mod-at-start mod-fade");
    this.titleParentEl = titleEl.createDiv("view-header-title-parent");
    this.titleEl = titleEl.createDiv("view-header-title");
    this.actionsEl = this.headerEl.createDiv("view-actions");
    iconButton(this.actionsEl, "lucide-ellipsis-vertical", "More options", (event) =>
      this.showMoreOptions(event),
    ).addClass("view-action");
    this.contentEl = this.containerEl.createDiv("view-content");
  }

  /** Adds a button to the header, left of those already there. */
  addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = iconButton(this.actionsEl, icon, title, callback);
    el.addClass("view-action");
    this.actionsEl.prepend(el);
    return el;
  }

  /** Brings title and navigation buttons up to date; called by the leaf whenever its state has changed. */
  updateHeader(): void {
    this.titleEl.setText(this.getDisplayText());
    setDisabled(this.backEl, !this.leaf.history.canGoBack);
    setDisabled(this.forwardEl, !this.leaf.history.canGoForward);
  }

  private showMoreOptions(event: MouseEvent): void {
    const menu = new Menu();
    this.onPaneMenu(menu, "more-options");
    addLeafItems(menu, this.leaf);
    menu.showAtMouseEvent(event);
  }
}

function iconButton(
  parentEl: HTMLElement,
  icon: string,
  title: string,
  callback: (event: MouseEvent) => unknown,
): HTMLElement {
  const el = parentEl.createEl("button", "clickable-icon");
  setIcon(el, icon);
  setTooltip(el, title);
  el.addEventListener("click", (event) => void callback(event));
  return el;
}

function setDisabled(el: HTMLElement, isDisabled: boolean): void {
  el.setAttribute("aria-disabled", String(isDisabled));
}
