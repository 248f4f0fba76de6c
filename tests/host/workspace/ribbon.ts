// The bar of icons at the left edge of the window.
import { setIcon } from "../ui/icons";
import { setTooltip } from "../ui/tooltip";

export class WorkspaceRibbon {
  readonly containerEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(toggleSidebar: () => void, openSettings: () => void) {
    this.containerEl = createDiv("workspace-ribbon side-dock-ribbon mod-left");
    const toggleEl = this.containerEl.createDiv("sidebar-toggle-button mod-left").createDiv("clickable-icon");
    setIcon(toggleEl, "lucide-panel-left");
    setTooltip(toggleEl, "Toggle left sidebar", { placement: "right" });
    toggleEl.addEventListener("click", toggleSidebar);
    this.actionsEl = this.containerEl.createDiv("side-dock-actions");
    const settingsEl = this.containerEl
      .createDiv("side-dock-settings")
      .createDiv("clickable-icon side-dock-ribbon-action");
    setIcon(settingsEl, "lucide-settings");
    setTooltip(settingsEl, "Open settings", { placement: "right" });
    settingsEl.addEventListener("click", openSettings);
  }

  /** Adds an icon and returns its element; taking the element away takes the icon away. */
  addRibbonItemButton(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = this.actionsEl.createDiv("clickable-icon side-dock-ribbon-action");
    setIcon(el, icon);
    setTooltip(el, title, { placement: "right" });
    el.addEventListener("click", (event) => void callback(event));
    return el;
  }
}
