// Rendering Markdown into an element: what `MarkdownRenderer.render` does, and what embeds and previews are made of.
import type { MarkdownPostProcessor, MarkdownPostProcessorContext } from "obsidian";
import type { App } from "../app";
import { Component } from "../events/component";
import { unguarded } from "../strict/guard";
import { newId } from "../workspace/item";
import { registerPostProcessor, rendersLanguage, unregisterPostProcessor } from "./post-processors";
import { RenderedSection, type Rendering } from "./rendered-section";
import { sectionsOf } from "./sections";

/** A child of a rendering; it ends when its element is taken away. */
export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** Renders a text block by block. Where a block stands in a file is not known then. */
export function renderInto(
  el: HTMLElement,
  text: string,
  rendering: Pick<Rendering, "app" | "sourcePath" | "depth">,
  owner: Component,
): void {
  const whole = { ...rendering, docId: newId(), sectionInfo: () => null };
  for (const { source } of sectionsOf(text)) {
    const section = new RenderedSection(source, whole);
    el.append(section.el);
    owner.addChild(section);
  }
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
  static render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    renderInto(el, markdown, { app: unguarded(app), sourcePath, depth: 0 }, component);
    return Promise.resolve();
  }

  static renderMarkdown(): never {
    throw new Error("MarkdownRenderer.renderMarkdown is deprecated: use MarkdownRenderer.render.");
  }
}

type BlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => unknown;

export class MarkdownPreviewRenderer {
  static registerPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): void {
    registerPostProcessor(postProcessor, sortOrder);
  }

  static unregisterPostProcessor(postProcessor: MarkdownPostProcessor): void {
    unregisterPostProcessor(postProcessor);
  }

  /** A post processor that hands fenced blocks of a language to `handler`, each with an empty element in its place. */
  static createCodeBlockPostProcessor(language: string, handler: BlockHandler): MarkdownPostProcessor {
    return rendersLanguage((el, ctx) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const blockEl = createDiv(`block-language-${language}`);
        const source = (code.textContent ?? "").replace(/\n$/, "");
        code.parentElement?.replaceWith(blockEl);
        void handler(source, blockEl, ctx);
      }
    }, language);
  }
}
