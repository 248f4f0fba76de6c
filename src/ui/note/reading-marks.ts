// The marks of maps where they are read: reading view, embeds, previews. Each rendered block keeps its own true.
import { MarkdownRenderChild, type MarkdownPostProcessorContext } from "obsidian";
import type { MapMark } from "../../core/roadmap/map-marks";
import type { NoteMarks } from "./note-marks";
import { marksIn } from "./rendered-marks";

interface DrawnMark {
  readonly el: HTMLElement;
  readonly mark: MapMark;
  readonly look: string;
}

/** The blocks that are rendered now, by their elements. */
type Blocks = Map<HTMLElement, MarkedBlock>;

export class ReadingMarks {
  private readonly blocks: Blocks = new Map();
  /** Notes of which blocks have begun or ended. */
  private readonly rendered = new Set<string>();
  private isShown = false;

  constructor(private readonly marks: NoteMarks) {}

  /** For `registerMarkdownPostProcessor`. */
  readonly process = (el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    const block = new MarkedBlock(el, context, this.marks, this.blocks, () => this.isShown);
    context.addChild(block);
    this.renderedAnew(block.path);
    block.register(() => this.renderedAnew(block.path));
  };

  /**
   * The rendering may follow the text later than the index does. When it has, some blocks begin or end, and the others
   * stand in other lines.
   */
  private renderedAnew(path: string): void {
    if (this.rendered.size === 0) window.setTimeout(() => this.placeRendered(), 0);
    this.rendered.add(path);
  }

  private placeRendered(): void {
    const paths = new Set(this.rendered);
    this.rendered.clear();
    for (const block of this.blocks.values()) if (paths.has(block.path)) block.place();
  }

  /** Shows marks or none. */
  setShown(isShown: boolean): void {
    this.isShown = isShown;
    for (const block of this.blocks.values()) block.place();
  }

  /** Takes all marks away, with what listens to them. */
  stop(): void {
    for (const block of [...this.blocks.values()]) block.unload();
  }

  /** A note has another path: what is rendered of it stays, and is about the note at that path now. */
  renamed(path: string, oldPath: string): void {
    for (const block of this.blocks.values()) if (block.path === oldPath) block.moveTo(path);
  }

  /** These maps changed: their links may be others. */
  mapsChanged(paths: ReadonlySet<string>): void {
    for (const block of this.blocks.values()) {
      if (paths.has(block.path)) block.place();
      else block.refresh();
    }
  }

  /** The states and counts that marks show may have changed. */
  progressChanged(): void {
    for (const block of this.blocks.values()) block.refresh();
  }
}

class MarkedBlock extends MarkdownRenderChild {
  private wanted: ReadonlyMap<HTMLElement, MapMark> = new Map();
  private drawn = new Map<HTMLElement, DrawnMark>();
  /** The note whose text it is. */
  path = this.context.sourcePath;

  constructor(
    containerEl: HTMLElement,
    private readonly context: MarkdownPostProcessorContext,
    private readonly marks: NoteMarks,
    private readonly blocks: Blocks,
    private readonly isShown: () => boolean,
  ) {
    super(containerEl);
  }

  override onload(): void {
    // Obsidian may hand one block to its processors twice; the first to come keeps it.
    if (this.blocks.has(this.containerEl)) return;
    this.blocks.set(this.containerEl, this);
    this.registerDomEvent(this.containerEl, "click", (event) =>
      this.onEvent(event, (mark) => this.marks.click(mark, this.path, event)),
    );
    this.registerDomEvent(this.containerEl, "contextmenu", (event) =>
      this.onEvent(event, (mark) => this.marks.menu(mark, this.path, event)),
    );
    this.place();
  }

  override onunload(): void {
    if (this.blocks.get(this.containerEl) === this) this.blocks.delete(this.containerEl);
    this.wanted = new Map();
    this.refresh();
  }

  moveTo(path: string): void {
    this.path = path;
    this.place();
  }

  /** Finds anew which links and headings are marked. */
  place(): void {
    const shown = this.isShown() ? this.marks.links(this.path) : null;
    this.wanted = shown ? marksIn(this.containerEl, shown, this.context) : new Map();
    this.refresh();
  }

  /** Draws what looks different. */
  refresh(): void {
    const before = this.drawn;
    this.drawn = new Map();
    for (const [hostEl, mark] of this.wanted) {
      const known = before.get(hostEl);
      const look = this.marks.look(mark);
      if (look === null) continue;
      before.delete(hostEl);
      this.drawn.set(hostEl, known?.look === look ? { ...known, mark } : this.draw(hostEl, mark, look, known));
    }
    for (const { el } of before.values()) el.remove();
  }

  private draw(hostEl: HTMLElement, mark: MapMark, look: string, known: DrawnMark | undefined): DrawnMark {
    const el = this.marks.draw(mark);
    if (known) known.el.replaceWith(el);
    else if (mark.kind === "entry") hostEl.before(el);
    else hostEl.append(el);
    return { el, mark, look };
  }

  private onEvent(event: MouseEvent, act: (mark: MapMark) => void): void {
    const target = event.target as Node | null;
    const drawn = [...this.drawn.values()].find(({ el }) => el.contains(target));
    if (!drawn) return;
    event.preventDefault();
    event.stopPropagation();
    act(drawn.mark);
  }
}
