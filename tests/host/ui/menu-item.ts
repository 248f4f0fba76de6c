// One row of a menu, and the line between two.
import { setIcon } from "./icons";

export class MenuItem {
  readonly dom: HTMLElement;
  readonly iconEl: HTMLElement;
  readonly titleEl: HTMLElement;
  section = "";
  disabled = false;
  isLabel = false;
  checked: boolean | null = null;
  private checkIconEl: HTMLElement | null = null;
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor() {
    this.dom = createDiv({ cls: "menu-item tappable" });
    this.iconEl = this.dom.createDiv("menu-item-icon");
    this.titleEl = this.dom.createDiv("menu-item-title");
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.replaceChildren(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    this.checkIconEl?.remove();
    this.checkIconEl = null;
    if (checked) {
      this.checkIconEl = this.dom.createDiv("menu-item-icon mod-checked");
      setIcon(this.checkIconEl, "lucide-check");
    }
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass("is-disabled", disabled);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass("is-warning", isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass("is-label", isLabel);
    return this;
  }

  onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    this.dom.dataset.section = section;
    return this;
  }

  /** True if arrows stop here and Enter does something. */
  get isSelectable(): boolean {
    return !this.disabled && !this.isLabel;
  }

  /** Does what a click on the row does, once the menu is gone. */
  run(event: MouseEvent | KeyboardEvent): void {
    this.callback?.(event);
  }
}

export class MenuSeparator {
  readonly dom: HTMLElement = createDiv("menu-separator");
  section = "";
}
