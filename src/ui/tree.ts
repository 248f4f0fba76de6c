// The tree as an element: draws rows, keeps the keyboard's place, and says which row a gesture meant.
import type { State } from "../core/state";
import type { Words } from "../i18n/words";
import type { Figures } from "./figures";
import { PART, RowView } from "./row-view";
import type { Row } from "./rows";
import { VirtualList } from "./virtual-list";

/** What a gesture on a row asks for. */
export interface TreeActions {
  /** Fold or unfold. */
  toggle(row: Row): void;
  /** Click on the row, or Enter. */
  open(row: Row, event: MouseEvent | KeyboardEvent): void;
  /** Click on the state icon, or Space. */
  cycle(row: Row, event: MouseEvent | KeyboardEvent): void;
  mark(row: Row, state: State): void;
  undo(): void;
  openNext(event: KeyboardEvent): void;
  search(): void;
  /** The pointer came upon the row's element. */
  hover(row: Row, targetEl: HTMLElement, event: MouseEvent): void;
  drag(row: Row, event: DragEvent): void;
  menu(row: Row, event: MouseEvent): void;
  openRelation(row: Row, link: string, event: MouseEvent): void;
}

const KEY_STATES: ReadonlyMap<string, State> = new Map([
  ["d", "done"],
  ["i", "doing"],
  ["s", "skipped"],
  ["t", "todo"],
]);

function isFoldable(row: Row): row is Row & { readonly expanded: boolean } {
  return "expanded" in row && row.expanded !== null;
}

export class Tree {
  private readonly el: HTMLElement;
  private readonly list: VirtualList<Row>;
  private readonly idPrefix = `moc-path-row-${crypto.randomUUID().slice(0, 8)}-`;
  private readonly sizes: ResizeObserver;
  private focusedId: string | null = null;

  constructor(
    parent: HTMLElement,
    words: Words,
    figures: Figures,
    private readonly actions: TreeActions,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-tree", attr: { role: "tree", tabindex: "0", "aria-label": words.roadmap } });
    this.list = new VirtualList(this.el, { create: (rowParent) => new RowView(rowParent, this.idPrefix, words, figures) });
    this.el.addEventListener("scroll", () => this.list.draw(), { passive: true });
    this.el.addEventListener("click", (event) => this.onClick(event));
    this.el.addEventListener("auxclick", (event) => event.button === 1 && this.onClick(event));
    this.el.addEventListener("contextmenu", (event) => this.onMenu(event));
    this.el.addEventListener("mouseover", (event) => this.onHover(event));
    this.el.addEventListener("dragstart", (event) => this.onDrag(event));
    this.el.addEventListener("keydown", (event) => this.onKey(event));
    this.el.addEventListener("focus", () => this.onFocus());
    this.sizes = new ResizeObserver(() => this.list.draw());
    this.sizes.observe(this.el);
  }

  /** Ends all observation; the element itself goes with its parent. */
  destroy(): void {
    this.sizes.disconnect();
  }

  setRows(rows: readonly Row[]): void {
    this.list.setRows(rows);
    this.markFocus();
  }

  /** Takes the keyboard, on the row it had or the first. */
  focus(): void {
    this.el.focus();
    this.focusRow(Math.max(this.list.indexOf(this.focusedId), 0));
  }

  setShown(isShown: boolean): void {
    this.el.toggle(isShown);
    if (isShown) this.list.draw();
  }

  /** Scrolls just so far that the first row that fits is in view. */
  reveal(fits: (row: Row) => boolean): void {
    for (let index = 0; index < this.list.length; index++) {
      const row = this.list.row(index);
      if (row && fits(row)) {
        this.list.reveal(index);
        return;
      }
    }
  }

  private rowAt(target: EventTarget | null): Row | null {
    const el = target instanceof Node ? closest(target, ".moc-path-row") : null;
    const index = Number(el?.dataset["index"]);
    return Number.isInteger(index) ? (this.list.row(index) ?? null) : null;
  }

  private onClick(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (!row) return;
    this.focusedId = row.id;
    this.markFocus();
    const relationEl = closest(event.target, `.${PART.relation}`);
    const link = relationEl?.dataset["link"];
    if (link !== undefined) this.actions.openRelation(row, link, event);
    else if (closest(event.target, `.${PART.state}`) && row.kind === "entry") this.actions.cycle(row, event);
    else if (isFoldable(row) && (closest(event.target, `.${PART.chevron}`) || (row.kind !== "entry" && row.kind !== "division"))) {
      this.actions.toggle(row);
    } else this.actions.open(row, event);
  }

  private onHover(event: MouseEvent): void {
    const el = closest(event.target, ".moc-path-row");
    const row = this.rowAt(event.target);
    const isNew = el !== null && !el.contains(event.relatedTarget as Node | null);
    if (row && isNew) this.actions.hover(row, el, event);
  }

  private onDrag(event: DragEvent): void {
    const row = this.rowAt(event.target);
    if (row) this.actions.drag(row, event);
  }

  private onMenu(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (!row) return;
    event.preventDefault();
    this.focusedId = row.id;
    this.markFocus();
    this.actions.menu(row, event);
  }

  /** The keyboard finds its row again, or the first; the mouse must not move what it is about to click. */
  private onFocus(): void {
    if (this.el.matches(":focus-visible")) this.focusRow(Math.max(this.list.indexOf(this.focusedId), 0));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const index = this.list.indexOf(this.focusedId);
    const row = this.list.row(index);
    if (this.move(event.key, index, row) || this.ask(event)) event.preventDefault();
    else if (row && this.act(event, row)) event.preventDefault();
  }

  /** The keys that move through a tree; true if `key` is one. */
  private move(key: string, index: number, row: Row | undefined): boolean {
    switch (key) {
      case "ArrowDown":
        this.focusRow(index + 1);
        return true;
      case "ArrowUp":
        this.focusRow(index - 1);
        return true;
      case "Home":
        this.focusRow(0);
        return true;
      case "End":
        this.focusRow(this.list.length - 1);
        return true;
      case "ArrowRight":
        if (row && isFoldable(row) && !row.expanded) this.actions.toggle(row);
        else if (row && isFoldable(row)) this.focusRow(index + 1);
        return true;
      case "ArrowLeft":
        if (row && isFoldable(row) && row.expanded) this.actions.toggle(row);
        else this.focusRow(this.parentOf(index));
        return true;
      default:
        return false;
    }
  }

  /** The keys that need no row; true if this is one. */
  private ask(event: KeyboardEvent): boolean {
    if (event.key === "u") this.actions.undo();
    else if (event.key === "n") this.actions.openNext(event);
    else if (event.key === "/") this.actions.search();
    else return false;
    return true;
  }

  /** The keys that do something with a row; true if this is one. */
  private act(event: KeyboardEvent, row: Row): boolean {
    const state = KEY_STATES.get(event.key);
    if (state !== undefined) this.actions.mark(row, state);
    else if (event.key === " " && row.kind === "entry") this.actions.cycle(row, event);
    else if ((event.key === " " || event.key === "Enter") && isFoldable(row) && row.kind !== "entry") this.actions.toggle(row);
    else if (event.key === "Enter") this.actions.open(row, event);
    else return false;
    return true;
  }

  private parentOf(index: number): number {
    const depth = this.list.row(index)?.depth ?? 0;
    for (let at = index - 1; at >= 0; at--) if ((this.list.row(at)?.depth ?? 0) < depth) return at;
    return index;
  }

  private focusRow(index: number): void {
    const row = this.list.row(Math.min(Math.max(index, 0), this.list.length - 1));
    if (!row) return;
    this.focusedId = row.id;
    this.list.reveal(this.list.indexOf(row.id));
    this.markFocus();
  }

  private markFocus(): void {
    for (const el of this.el.findAll(".moc-path-row.has-focus")) el.removeClass("has-focus");
    const el = this.focusedId === null ? null : this.list.elementOf(this.focusedId);
    el?.addClass("has-focus");
    this.el.setAttr("aria-activedescendant", el?.id ?? null);
  }
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target !== null && "closest" in target ? (target as Element).closest<HTMLElement>(selector) : null;
}
