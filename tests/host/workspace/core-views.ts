// The view types that are there before any plugin.
import { FILE_EXPLORER_VIEW, FileExplorerView } from "./file-explorer";
import { MARKDOWN_VIEW, MarkdownView } from "./markdown-view";
import type { ViewRegistry } from "./view-registry";

export function registerCoreViews(registry: ViewRegistry): void {
  registry.registerView(MARKDOWN_VIEW, (leaf) => new MarkdownView(leaf));
  registry.registerView(FILE_EXPLORER_VIEW, (leaf) => new FileExplorerView(leaf));
  registry.registerExtensions(["md"], MARKDOWN_VIEW);
}
