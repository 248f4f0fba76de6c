// Reading view: a note rendered block by block. Blocks whose source is unchanged keep their elements.
import type { MarkdownSectionInformation } from "obsidian";
import type { App } from "../app";
import type { TFile } from "../vault";
import { newId } from "../workspace/item";
import { followRenderedLinks } from "./link-clicks";
import { RenderedSection } from "./rendered-section";
import { MarkdownRenderer } from "./renderer";
import { sectionsOf } from "./sections";

/** The parts that a reading view needs of the view it belongs to. */
export interface PreviewOwner {
  readonly app: App;
  readonly file: TFile | null;
}

export class MarkdownPreviewView extends MarkdownRenderer {
  readonly hoverPopover = null;
  private readonly sizerEl: HTMLElement;
  private readonly docId = newId();
  private text = "";
  private rendered: readonly RenderedSection[] = [];

  constructor(
    parentEl: HTMLElement,
    private readonly owner: PreviewOwner,
  ) {
    super(parentEl.createDiv("markdown-preview-view markdown-rendered is-readable-line-width"));
    this.sizerEl = this.containerEl.createDiv("markdown-preview-sizer markdown-preview-section");
    followRenderedLinks(this.containerEl, owner);
  }

  get app(): App {
    return this.owner.app;
  }

  get file(): TFile {
    if (!this.owner.file) throw new Error("No file is open.");
    return this.owner.file;
  }

  get(): string {
    return this.text;
  }

  set(data: string, clear: boolean): void {
    if (clear) this.clear();
    this.text = data;
    this.render();
  }

  clear(): void {
    this.text = "";
    this.drop(this.rendered);
    this.rendered = [];
  }

  /** Renders what changed, or with `full` everything. */
  rerender(full = false): void {
    if (full) this.drop(this.rendered);
    if (full) this.rendered = [];
    this.render();
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.containerEl.scrollTop = scroll;
  }

  private render(): void {
    const old = new Map<string, RenderedSection[]>();
    for (const section of this.rendered) old.set(section.source, [...(old.get(section.source) ?? []), section]);
    const rendering = {
      app: this.app,
      docId: this.docId,
      sourcePath: this.owner.file?.path ?? "",
      depth: 0,
      sectionInfo: (el: HTMLElement) => this.infoOf(el),
    };
    this.rendered = sectionsOf(this.text).map(
      ({ source }) => old.get(source)?.shift() ?? new RenderedSection(source, rendering),
    );
    this.drop([...old.values()].flat());
    this.sizerEl.append(...this.rendered.map(({ el }) => el));
    for (const section of this.rendered) if (!this.isKnown(section)) this.adopt(section);
  }

  private readonly known = new Set<RenderedSection>();

  private isKnown(section: RenderedSection): boolean {
    return this.known.has(section);
  }

  private adopt(section: RenderedSection): void {
    this.known.add(section);
    this.addChild(section);
  }

  private drop(sections: readonly RenderedSection[]): void {
    for (const section of sections) {
      this.known.delete(section);
      this.removeChild(section);
      section.el.remove();
    }
  }

  /** Lines are those of the text as it is now. */
  private infoOf(el: HTMLElement): MarkdownSectionInformation | null {
    const at = this.rendered.findIndex((section) => section.el.contains(el));
    const section = sectionsOf(this.text)[at];
    return section ? { text: this.text, lineStart: section.lineStart, lineEnd: section.lineEnd } : null;
  }
}
