// The elements of a sidebar on tablets and phones: a drawer, with its tab's content and below it what chooses the tab.
import type { Side } from "obsidian";

export interface DrawerParts {
  /** The tabs go there. */
  readonly contentEl: HTMLElement;
  /** The name of the tab in front. */
  readonly titleEl: HTMLElement;
}

/** Makes a sidebar's element a drawer. */
export function buildDrawer(containerEl: HTMLElement, side: Side): DrawerParts {
  containerEl.className = `workspace-drawer mod-${side}`;
  const innerEl = containerEl.createDiv("workspace-drawer-inner");
  const tabEl = innerEl.createDiv("workspace-drawer-tab-container").createDiv("workspace-drawer-active-tab-container");
  innerEl.createDiv("workspace-drawer-header");
  const contentEl = tabEl.createDiv("workspace-drawer-active-tab-content");
  const optionsEl = tabEl.createDiv("workspace-drawer-tab-options");
  const titleEl = optionsEl
    .createDiv({ cls: "workspace-tab-header workspace-drawer-tab-select", attr: { "data-ignore-swipe": "true" } })
    .createDiv("workspace-tab-header-inner")
    .createDiv("workspace-tab-header-inner-title");
  return { contentEl, titleEl };
}
