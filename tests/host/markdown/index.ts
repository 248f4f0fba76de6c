// What the module `obsidian` exports of rendered Markdown.
export { MarkdownPreviewView } from "./preview-view";
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from "./renderer";
