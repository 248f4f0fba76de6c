// A fenced block `moc-path`: a map's progress in any note, kept true while that note is read.
import { MarkdownRenderChild } from "obsidian";
import { readBlockOptions, type BlockOptions, type BlockProblem } from "../../core/roadmap/block-options";
import type { Entry, Roadmap } from "../../core/roadmap/model";
import { isFolderPath } from "../../core/roadmap/unwritten";
import { visible } from "../../core/roadmap/view-state";
import { linkpathOf } from "../../core/read/links";
import { findingsByRow } from "../../core/upkeep/by-row";
import type { Context } from "../../actions/context";
import { drawBlock } from "./draw-block";
import { DrawingFence } from "../widgets/drawing-fence";
import type { NoteMarks } from "./note-marks";
import { oncePerFrame } from "../widgets/once-per-frame";

export class PathBlock extends MarkdownRenderChild {
  private readonly options: BlockOptions;
  private readonly problems: readonly BlockProblem[];
  private readonly fence = new DrawingFence(this.containerEl, this.context, () => this.draw());
  private isOver = false;
  /** The nodes that show the map now. */
  private drawn: readonly ChildNode[] = [];
  private readonly planDraw = oncePerFrame(this.containerEl, () => this.draw());

  constructor(
    containerEl: HTMLElement,
    private readonly source: string,
    /** The note that it stands in: a rename draws nothing anew. */
    private path: string,
    private readonly context: Context,
    private readonly marks: NoteMarks,
  ) {
    super(containerEl);
    const { options, problems } = readBlockOptions(source);
    this.options = options;
    this.problems = problems;
  }

  override onload(): void {
    this.containerEl.addClass("moc-path-block");
    this.register(this.context.navigation.onRename((path, oldPath) => this.renamed(path, oldPath)));
    this.register(this.context.index.onChange(() => this.planDraw()));
    this.register(this.context.roadmaps.onChange(() => this.planDraw()));
    this.register(this.context.progress.onChange((targets) => void (targets.size > 0 && this.planDraw())));
    // Only a filter makes use of lengths and findings.
    const { upTo, fixable } = this.options.filter;
    if (upTo > 0) this.register(this.context.totals.onLengthChange(() => this.planDraw()));
    if (fixable) this.register(this.context.findings.onChange(() => this.planDraw()));
    this.draw();
  }

  /** Shows what was written again, as where the plugin is off. */
  override onunload(): void {
    this.isOver = true;
    this.containerEl.empty();
    this.containerEl.createEl("pre").createEl("code", { text: this.source });
  }

  private renamed(path: string, oldPath: string): void {
    if (this.path !== oldPath) return;
    this.path = path;
    this.planDraw();
  }

  private draw(): void {
    // A drawing may have been planned when the block went.
    if (this.isOver) return;
    this.fence.run(() => {
      // Drawn apart, so that an error leaves the last drawing where it is.
      const freshEl = createDiv();
      this.drawInto(freshEl);
      const focused = this.links().find((el) => el.isActiveElement());
      const text = focused?.textContent ?? "";
      const place = focused ? this.linksOf(text).indexOf(focused) : -1;
      for (const node of this.drawn) node.parentNode?.removeChild(node);
      this.drawn = Array.from(freshEl.childNodes);
      this.containerEl.prepend(...this.drawn);
      // Who was on a link by the keyboard goes on from there.
      if (place >= 0) this.linksOf(text)[place]?.focus();
    });
  }

  private links(): readonly HTMLElement[] {
    return this.containerEl.findAll("a");
  }

  private linksOf(text: string): readonly HTMLElement[] {
    return this.links().filter((el) => el.textContent === text);
  }

  private drawInto(el: HTMLElement): void {
    const { options, problems, context } = this;
    const { words, index, roadmaps } = context;
    for (const { option, value, allowed } of problems) {
      const list = allowed.join(", ");
      say(el, option === null ? words.unknownOption(value, list) : words.wrongValue(option, value, list));
    }
    if (problems.length > 0) return;
    const path = this.mapPath();
    const roadmap = path === null ? null : roadmaps.at(path);
    if (roadmap) drawBlock(el, { roadmap, kept: this.visible(roadmap), options }, context, this.marks);
    else say(el, index.isComplete ? words.noSuchMap(options.map ?? this.path) : words.indexing);
  }

  private mapPath(): string | null {
    const { map } = this.options;
    if (map !== null && isFolderPath(map)) return map;
    return map === null ? this.path : this.context.navigation.pathOf(linkpathOf(map), this.path);
  }

  private visible(roadmap: Roadmap): Roadmap {
    const { filter } = this.options;
    const { totals, progress, findings } = this.context;
    const found = findingsByRow(roadmap, filter.fixable ? findings.of(roadmap.path) : []);
    const sources = {
      stateOf: (target: string) => progress.state(target),
      linesOf: totals.linesOf,
      isFixable: ({ id }: Entry) => found.entries.has(id),
    };
    return visible(roadmap, { filter, hidesDone: false }, sources).roadmap;
  }
}

function say(el: HTMLElement, text: string): void {
  el.createDiv({ cls: "moc-path-block-problem", text });
}
