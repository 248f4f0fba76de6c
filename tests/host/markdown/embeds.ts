// Embedded notes: the text of another note inside a rendered block, with that note's path as its source.
import type { Component } from "../events/component";
import { renderInto } from "./renderer";
import type { Rendering } from "./rendered-section";

/** Notes that embed each other end somewhere. */
const DEEPEST = 5;

/** Fills the embeds of notes in an element. Others stay as they are. */
export async function fillEmbeds(
  el: HTMLElement,
  { app, sourcePath, depth }: Rendering,
  owner: Component,
): Promise<void> {
  if (depth >= DEEPEST) return;
  for (const embed of el.findAll(".internal-embed")) {
    const linkpath = (embed.getAttribute("src") ?? "").replace(/#.*$/su, "");
    const file = app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath);
    if (file?.extension !== "md") continue;
    const text = await app.vault.cachedRead(file);
    embed.addClasses(["markdown-embed", "inline-embed", "is-loaded"]);
    const contentEl = embed.createDiv("markdown-embed-content").createDiv("markdown-preview-view markdown-rendered");
    renderInto(contentEl, text, { app, sourcePath: file.path, depth: depth + 1 }, owner);
  }
}
