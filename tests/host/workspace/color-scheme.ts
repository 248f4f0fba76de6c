// Light or dark: the class on the body, and telling the workspace that colours have changed.
import type { Workspace } from "./workspace";

export type ColorScheme = "light" | "dark";

export function setTheme(workspace: Workspace, scheme: ColorScheme): void {
  document.body.toggleClass("theme-light", scheme === "light");
  document.body.toggleClass("theme-dark", scheme === "dark");
  workspace.trigger("css-change");
}

export function toggleTheme(workspace: Workspace): void {
  setTheme(workspace, document.body.hasClass("theme-dark") ? "light" : "dark");
}
