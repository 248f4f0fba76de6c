// The module `obsidian` as far as it exports rendered Markdown.
export { MarkdownPreviewView } from "./preview-view";
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from "./renderer";
