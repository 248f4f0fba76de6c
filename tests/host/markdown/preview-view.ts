// Reading view: a note rendered block by block, a moment after it was set. Blocks whose source is unchanged keep their
// elements. As measured in 1.14.2: a block is processed before it is in the page; one that is scrolled out of sight is
// taken out of the page and goes on; one far down in a long note is not rendered before it comes near; and what a block
// had before ends only after the processors of what takes its place.
import type { MarkdownSectionInformation } from "obsidian";
import type { App } from "../app";
import type { TFile } from "../vault";
import { newId } from "../workspace/item";
import { followRenderedLinks } from "./link-clicks";
import { RenderedSection } from "./rendered-section";
import { MarkdownRenderer } from "./renderer";
import { sectionsOf, type Section } from "./sections";

/** The parts that a reading view needs of the view it belongs to. */
export interface PreviewOwner {
  readonly app: App;
  readonly file: TFile | null;
}

/** A block at its place in the text that was rendered last. */
interface Placed {
  readonly place: Section;
  readonly section: RenderedSection;
  /** In pixels; a guess until it has been seen. */
  height: number;
}

/** The guess at a line's height, in pixels. */
const LINE = 24;

export class MarkdownPreviewView extends MarkdownRenderer {
  readonly hoverPopover = null;
  private readonly sizerEl: HTMLElement;
  private readonly pusherEl: HTMLElement;
  private readonly docId = newId();
  private text = "";
  private placed: readonly Placed[] = [];
  private readonly known = new Set<RenderedSection>();
  private timer = 0;
  /** Milliseconds from a text to its rendering: the worker that parses it may be busy. */
  delay = 0;

  constructor(
    parentEl: HTMLElement,
    private readonly owner: PreviewOwner,
  ) {
    super(parentEl.createDiv("markdown-preview-view markdown-rendered is-readable-line-width"));
    this.sizerEl = this.containerEl.createDiv("markdown-preview-sizer markdown-preview-section");
    this.pusherEl = this.sizerEl.createDiv("markdown-preview-pusher");
    this.containerEl.addEventListener("scroll", () => this.showNear());
    followRenderedLinks(this.containerEl, owner);
    this.register(() => window.clearTimeout(this.timer));
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
    this.renderSoon();
  }

  clear(): void {
    this.text = "";
    this.end(this.placed.map(({ section }) => section));
    this.placed = [];
  }

  /** Renders what changed, or with `full` everything. */
  rerender(full = false): void {
    if (full) this.end(this.placed.map(({ section }) => section));
    if (full) this.placed = [];
    this.renderSoon();
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.containerEl.scrollTop = scroll;
  }

  private renderSoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.render(), this.delay);
  }

  private render(): void {
    const old = new Map<string, Placed[]>();
    for (const one of this.placed) old.set(one.section.source, [...(old.get(one.section.source) ?? []), one]);
    const rendering = {
      app: this.app,
      docId: this.docId,
      sourcePath: this.owner.file?.path ?? "",
      depth: 0,
      sectionInfo: (el: HTMLElement) => this.infoOf(el),
    };
    this.placed = sectionsOf(this.text).map((place) => {
      const known = old.get(place.source)?.shift();
      const height = known?.height ?? (place.lineEnd - place.lineStart + 1) * LINE;
      return { place, height, section: known?.section ?? new RenderedSection(place.source, rendering) };
    });
    this.showNear();
    const gone = [...old.values()].flat().map(({ section }) => section);
    for (const { el } of gone) el.remove();
    void Promise.all(this.placed.map(({ section }) => section.processed)).then(() => this.end(gone));
  }

  /** Takes the blocks into the page that are not more than a screen away, and all others out of it. */
  private showNear(): void {
    const { clientHeight: screen, scrollTop } = this.containerEl;
    const total = this.placed.reduce((sum, { height }) => sum + height, 0);
    const top = Math.min(scrollTop, Math.max(total - screen, 0));
    let [end, before] = [0, 0];
    const near = this.placed.filter(({ height }) => {
      const start = end;
      end += height;
      // Without a layout all is seen.
      const isNear = screen === 0 || (end >= top - screen && start <= top + 2 * screen);
      if (!isNear && end < top) before = end;
      return isNear;
    });
    for (const { section } of near) this.adopt(section);
    this.pusherEl.style.height = `${before}px`;
    this.sizerEl.style.minHeight = screen === 0 ? "" : `${total}px`;
    const [shown, wanted] = [Array.from(this.sizerEl.children).slice(1), near.map(({ section }) => section.el)];
    for (const el of shown) if (!wanted.includes(el as HTMLElement)) el.remove();
    wanted.forEach((el, at) => {
      const there = this.sizerEl.children[at + 1] ?? null;
      if (there !== el) this.sizerEl.insertBefore(el, there);
    });
    if (screen > 0) this.measure(near);
  }

  /** Seen blocks take the room they have, margins too. */
  private measure(near: readonly Placed[]): void {
    near.forEach((one, at) => {
      const { offsetTop, offsetHeight } = one.section.el;
      one.height = (near[at + 1]?.section.el.offsetTop ?? offsetTop + offsetHeight) - offsetTop;
    });
  }

  private adopt(section: RenderedSection): void {
    if (this.known.has(section)) return;
    this.known.add(section);
    this.addChild(section);
  }

  private end(sections: readonly RenderedSection[]): void {
    for (const section of sections) {
      section.el.remove();
      if (this.known.delete(section)) this.removeChild(section);
    }
  }

  /**
   * The text is the one that was set last, the lines are those of the text that is rendered. Null for what is no part
   * of it any more.
   */
  private infoOf(el: HTMLElement): MarkdownSectionInformation | null {
    const found = this.placed.find(({ section }) => section.el.contains(el));
    return found ? { text: this.text, lineStart: found.place.lineStart, lineEnd: found.place.lineEnd } : null;
  }
}
