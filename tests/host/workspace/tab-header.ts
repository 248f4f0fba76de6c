// The handle of a leaf in the row of tabs: icon, title, pin, close button.
import { setIcon } from "../ui/icons";

export interface TabHeaderActions {
  select(): void;
  close(): void;
  menu(event: MouseEvent): void;
}

export class TabHeader {
  readonly el: HTMLElement;
  private readonly iconEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private readonly pinEl: HTMLElement;

  constructor(actions: TabHeaderActions) {
    this.el = createDiv({ cls: "workspace-tab-header tappable", attr: { draggable: "true" } });
    const innerEl = this.el.createDiv("workspace-tab-header-inner");
    this.iconEl = innerEl.createDiv("workspace-tab-header-inner-icon");
    this.titleEl = innerEl.createDiv("workspace-tab-header-inner-title");
    this.pinEl = innerEl
      .createDiv("workspace-tab-header-status-container")
      .createDiv("workspace-tab-header-status-icon mod-pinned");
    setIcon(this.pinEl, "lucide-pin");
    const closeEl = innerEl.createDiv("workspace-tab-header-inner-close-button");
    setIcon(closeEl, "lucide-x");
    closeEl.addEventListener("click", (event) => {
      event.stopPropagation();
      actions.close();
    });
    this.el.addEventListener("click", () => actions.select());
    this.el.addEventListener("auxclick", (event) => event.button === 1 && actions.close());
    this.el.addEventListener("contextmenu", (event) => actions.menu(event));
  }

  draw(view: {
    readonly type: string;
    readonly icon: string;
    readonly title: string;
    readonly isPinned: boolean;
  }): void {
    this.el.setAttribute("aria-label", view.title);
    this.el.dataset.type = view.type;
    setIcon(this.iconEl, view.icon);
    this.titleEl.setText(view.title);
    this.pinEl.toggle(view.isPinned);
  }

  /** `isCurrent`: in front in its group; `isActive`: the leaf that has the focus of the whole workspace. */
  mark(isCurrent: boolean, isActive: boolean): void {
    this.el.toggleClass("is-active", isCurrent);
    this.el.toggleClass("mod-active", isActive);
  }
}
