// Modal windows: a dimmed page, a box, and the keys of its scope while it is open.
import type { App } from "../app";
import { Scope } from "../events/scope";
import { setIcon } from "./icons";

export class Modal {
  readonly scope: Scope;
  readonly containerEl: HTMLElement = createDiv("modal-container mod-dim");
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private readonly closeCallbacks: (() => unknown)[] = [];
  private focusedBefore: Element | null = null;

  constructor(readonly app: App) {
    this.scope = new Scope(app.scope);
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
    const bgEl = this.containerEl.createDiv("modal-bg");
    bgEl.addEventListener("click", () => this.close());
    this.modalEl = this.containerEl.createDiv("modal");
    const closeEl = this.modalEl.createDiv("modal-close-button mod-raised clickable-icon");
    setIcon(closeEl, "lucide-x");
    closeEl.addEventListener("click", () => this.close());
    this.titleEl = this.modalEl.createDiv("modal-header").createDiv("modal-title");
    this.contentEl = this.modalEl.createDiv("modal-content");
  }

  get isOpen(): boolean {
    return this.containerEl.isConnected;
  }

  open(): void {
    if (this.isOpen) return;
    this.focusedBefore = activeDocument.activeElement;
    activeDocument.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    activeDocument.addEventListener("focusin", this.keepFocus);
    void this.onOpen();
  }

  close(): void {
    if (!this.isOpen) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.doc.removeEventListener("focusin", this.keepFocus);
    this.containerEl.detach();
    this.onClose();
    if (this.shouldRestoreSelection && this.focusedBefore?.instanceOf(HTMLElement)) this.focusedBefore.focus();
    for (const callback of this.closeCallbacks) callback();
  }

  /** Nothing below takes the focus while the window is open; another window or menu above it may. */
  private readonly keepFocus = ({ target }: FocusEvent): void => {
    const el = target as HTMLElement | null;
    const isAbove = el?.closest(".modal-container, .menu, .suggestion-container, .notice-container") != null;
    if (isAbove || this.modalEl.contains(el)) return;
    this.modalEl.tabIndex = -1;
    this.modalEl.focus();
  };

  onOpen(): Promise<void> | void {}

  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallbacks.push(callback);
    return this;
  }
}
