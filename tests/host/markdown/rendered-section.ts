// One rendered block: its element, run through the post processors, and the children they gave it, which end with it.
import type { MarkdownPostProcessorContext, MarkdownSectionInformation } from "obsidian";
import type { App } from "../app";
import { Component } from "../events/component";
import { dress } from "./dress";
import { fillEmbeds } from "./embeds";
import { toHtml } from "./html";
import { postProcessors } from "./post-processors";

/** The things that all sections of one rendering have in common. */
export interface Rendering {
  readonly app: App;
  readonly docId: string;
  readonly sourcePath: string;
  /** The number of embeds around it. */
  readonly depth: number;
  /** The place of an element in the text now; null if the rendering does not know it, as outside a reading view. */
  sectionInfo(el: HTMLElement): MarkdownSectionInformation | null;
}

export class RenderedSection extends Component {
  readonly el: HTMLElement;
  /** Resolves when all post processors have ended. */
  processed: Promise<unknown> = Promise.resolve();

  constructor(
    readonly source: string,
    private readonly rendering: Rendering,
  ) {
    super();
    const contentEl = createDiv();
    contentEl.innerHTML = toHtml(source);
    dress(contentEl);
    this.el = createDiv(`el-${(contentEl.firstElementChild?.tagName ?? "p").toLowerCase()}`);
    this.el.append(...contentEl.childNodes);
    this.markUnresolved();
  }

  /** Runs the post processors, and fills embeds. The element is not in a page yet. */
  override onload(): void {
    const { app, docId, sourcePath } = this.rendering;
    const context: MarkdownPostProcessorContext = {
      docId,
      sourcePath,
      frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
      addChild: (child) => void this.addChild(child as unknown as Component),
      getSectionInfo: (el) => this.rendering.sectionInfo(el),
    };
    const running = postProcessors().map((process): unknown => process(this.el, context));
    this.processed = Promise.allSettled(running);
    void fillEmbeds(this.el, this.rendering, this);
  }

  private markUnresolved(): void {
    const { app, sourcePath } = this.rendering;
    for (const link of this.el.findAll("a.internal-link")) {
      const linkpath = (link.dataset["href"] ?? "").replace(/#.*$/su, "");
      link.toggleClass("is-unresolved", app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath) === null);
    }
  }
}
