// The window around the workspace: containers, status bar, tooltips, keys, and watching its size.
import { Platform } from "../platform";
import { installTooltips } from "../ui/tooltip";
import { followSwipes } from "./drawer-swipe";
import { registerEscape, registerHotkeys } from "./hotkeys";
import { followFocus } from "./window-page";
import type { Workspace } from "./workspace";

/** Builds the window's parts into an element; returns what takes them and their listeners away. */
export function buildChrome(workspace: Workspace, parentEl: HTMLElement): () => void {
  const appEl = parentEl.createDiv("app-container");
  const mainEl = appEl.createDiv("horizontal-main-container");
  mainEl.append(workspace.containerEl);
  if (!Platform.isMobile) appEl.append(workspace.statusBar.containerEl);
  addVaultName(workspace);
  const removeTooltips = installTooltips(parentEl.ownerDocument);
  registerHotkeys(workspace.app);
  registerEscape(workspace.app);
  const unfollow = followFocus(window);
  const stopKeys = workspace.app.keymap.listen(parentEl.win);
  const { leftSplit: left, rightSplit: right } = workspace;
  const stopSwipes = Platform.isMobile ? followSwipes(parentEl.ownerDocument, { left, right }) : () => undefined;
  if (Platform.isPhone) appEl.createDiv("mobile-navbar");
  const resize = (): void => workspace.onResize();
  window.addEventListener("resize", resize);
  return () => {
    window.removeEventListener("resize", resize);
    removeTooltips();
    stopKeys();
    stopSwipes();
    unfollow();
    workspace.floatingSplit.closeAll();
    appEl.remove();
  };
}

function addVaultName(workspace: Workspace): void {
  const profileEl = workspace.leftSplit.containerEl.createDiv("workspace-sidedock-vault-profile");
  profileEl.createDiv({ cls: "workspace-drawer-vault-name", text: workspace.app.vault.getName() });
}
