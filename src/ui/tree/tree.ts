// The tree as an element: draws rows, and says which rows a gesture meant.
import { Platform } from "obsidian";
import type { Context } from "../../actions/context";
import { Cursor } from "./cursor";
import type { Figures } from "../widgets/figures";
import { LongPress } from "../widgets/long-press";
import { onMiddleClick } from "../widgets/middle-button";
import { RELATION } from "../widgets/relations";
import { PART } from "../widgets/row-parts";
import { tellMore } from "./row-tooltip";
import { RowView } from "./row-view";
import { sizeOf, type DivisionRow, type Row, type Shares } from "./rows";
import { isFoldable, isOnlyFolded, type TreeActions } from "./tree-actions";
import { TreeKeyboard } from "./tree-keyboard";
import { VirtualList, type Anchor } from "../widgets/virtual-list";

export class Tree {
  private readonly el: HTMLElement;
  readonly list: VirtualList<Row>;
  private readonly cursor: Cursor;
  private readonly keyboard: TreeKeyboard;
  /** True if the tree is shown at all. */
  private isOn = true;
  /** True if the pointer was used last, and not the keyboard. */
  private isPointed = false;
  /** The rows of which it is logged that they could not be drawn. */
  private readonly logged = new Set<string>();

  constructor(
    parent: HTMLElement,
    /** The element that names the tree. */
    titleId: string,
    private readonly context: Pick<Context, "words" | "log">,
    figures: Figures,
    private readonly actions: TreeActions,
    sharesOf: (row: DivisionRow) => Shares,
    /** Called when it is scrolled, by whomever. */
    private readonly scrolled: () => void,
  ) {
    this.el = parent.createDiv({
      cls: "moc-path-tree",
      attr: { role: "tree", tabindex: "0", "aria-labelledby": titleId, "aria-multiselectable": "true" },
    });
    this.list = new VirtualList(
      this.el,
      {
        create: (rowParent) =>
          new RowView(rowParent, context.words, figures, sharesOf, (row, error) => this.logFailure(row, error)),
        sizeOf,
      },
      (el, row) => this.showCursor(el, row),
    );
    this.cursor = new Cursor(this.list, () => this.cursorChanged());
    this.keyboard = new TreeKeyboard(this.list, this.cursor, this.actions, (row) => this.openMenu(row));
    this.listen();
  }

  private listen(): void {
    this.el.addEventListener("scroll", () => this.onScroll(), { passive: true });
    this.el.addEventListener("click", (event) => this.onClick(event));
    onMiddleClick(this.el, (event) => this.onClick(event));
    // Engines do not agree on how a menu that was asked for by the keyboard looks.
    this.el.addEventListener("pointerdown", () => (this.isPointed = true));
    this.el.addEventListener("keydown", () => (this.isPointed = false));
    this.el.addEventListener("contextmenu", (event) => this.onMenu(event));
    this.el.addEventListener("mouseover", (event) => this.onHover(event));
    this.el.addEventListener("mouseout", (event) => this.onLeave(event));
    this.el.addEventListener("dragstart", (event) => this.onDrag(event));
    if (Platform.isMobile) new LongPress(this.el);
    this.el.addEventListener("keydown", (event) => this.answers(event));
    this.el.addEventListener("focus", () => this.onFocus());
  }

  /**
   * Other rows of the same map: what is in view stays there, but for what was searched for, which is seen from its
   * first row.
   */
  setRows(rows: readonly Row[], isSearched: boolean): void {
    const isUsed = this.hasFocus && this.list.isInView(this.cursor.index);
    this.showNesting(rows);
    this.cursor.rowsChanged(this.list.setRows(rows, isSearched));
    // Who looks elsewhere does not look for the keyboard's row.
    if (isUsed && !isSearched) this.list.keep(this.cursor.index);
  }

  /**
   * Rows of another map, which comes into view at `place`, with null from the first row; the keyboard will be on the
   * row with the id `rowId`, if any.
   */
  startWith(rows: readonly Row[], place: Anchor | null, rowId: string | null): void {
    this.showNesting(rows);
    this.cursor.startAt(rowId ?? (this.hasFocus ? (rows[0]?.id ?? null) : null));
    const before = this.list.rows;
    this.list.startWith(rows, place);
    this.cursor.rowsChanged(before);
  }

  /** Entries above all chapters, too, may have rows below them, and with that carets. */
  private showNesting(rows: readonly Row[]): void {
    this.el.toggleClass(
      "mod-nested",
      rows.some((row) => row.depth === 0 && row.kind === "entry" && row.expanded !== null),
    );
  }

  /** The place the tree is scrolled to; null for the very top. */
  get place(): Anchor | null {
    return this.list.remembered;
  }

  /** The identity of the row that has the keyboard; null for none. */
  get rowId(): string | null {
    return this.cursor.rowId;
  }

  get hasFocus(): boolean {
    return this.el.doc.activeElement === this.el;
  }

  /**
   * Does what a key asks for, and keeps it from doing anything else; also while there are no rows. False if it asks for
   * nothing.
   */
  answers(event: KeyboardEvent): boolean {
    // A menu has only arrows, Enter and Escape to itself: what else is typed then is not meant for the tree.
    const isTaken = this.el.doc.body.querySelector(":scope > .menu") !== null || this.keyboard.answers(event);
    if (isTaken) event.preventDefault();
    return isTaken;
  }

  /** Takes the keyboard, on the row it had or the first. What is selected stays so. */
  focus(): void {
    this.el.focus();
    if (this.cursor.row) this.list.reveal(this.cursor.index);
    else this.cursor.moveTo(0);
  }

  /** Takes the keyboard from the search: on the first row that was found, or of all if nothing was looked for. */
  enter(): void {
    const { rows } = this.list;
    const isFound = (row: Row): boolean =>
      ("matches" in row && row.matches.flat().length > 0) || (row.kind === "entry" && row.remarkMatches.length > 0);
    const found = rows.findIndex(isFound);
    if (found >= 0) this.cursor.moveTo(found);
    this.focus();
  }

  /** Takes the keyboard back after a menu, unless something else has it by now. */
  regainFocus(): void {
    if (this.el.doc.activeElement === this.el.doc.body) this.el.focus({ preventScroll: true });
  }

  setShown(isShown: boolean): void {
    if (isShown === this.isOn) return;
    this.isOn = isShown;
    this.el.toggle(isShown);
    if (isShown) this.list.resized();
  }

  /** Scrolls just so far that the first row that fits is in view. */
  reveal(fits: (row: Row) => boolean): void {
    for (let index = 0; index < this.list.rows.length; index++) {
      const row = this.list.row(index);
      if (row && fits(row)) {
        this.list.reveal(index);
        return;
      }
    }
  }

  /** Logs a row that cannot be drawn, once however often it is tried. */
  private logFailure(row: Row, error: unknown): void {
    if (this.logged.has(row.id)) return;
    this.logged.add(row.id);
    const name = row.kind === "entry" ? (row.entry.path ?? row.entry.title) : row.id;
    this.context.log(`The row of ${name} could not be drawn.`, error);
  }

  private onScroll(): void {
    this.list.scrolled();
    this.nameCursor();
    this.scrolled();
  }

  private onClick(event: MouseEvent): void {
    const row = this.list.rowAt(event.target);
    if (!row) return;
    const isState = event.button === 0 && row.kind === "entry" && closest(event.target, `.${PART.state}`) !== null;
    if (isState) this.clickState(row, event);
    else if (event.button === 0 && event.shiftKey) this.cursor.extendTo(row);
    else if (event.button === 0 && this.isSelecting(row, event)) this.cursor.flip(row);
    else this.click(row, event);
  }

  /** A finger has no modifiers: once something is selected, it selects. */
  private isSelecting(row: Row, { altKey, ctrlKey, metaKey }: MouseEvent): boolean {
    return Platform.isMobile ? this.cursor.isSelecting && row.kind === "entry" : altKey && !ctrlKey && !metaKey;
  }

  private clickState(row: Row, event: MouseEvent): void {
    this.cursor.put(row, true);
    this.actions.cycle(row, [row], event);
  }

  private click(row: Row, event: MouseEvent): void {
    this.cursor.put(row);
    const link = closest(event.target, `.${RELATION}`)?.dataset["link"];
    if (link !== undefined) this.actions.openRelation(row, link, event);
    else if (isOnlyFolded(row, event) || (isFoldable(row) && closest(event.target, `.${PART.chevron}`)))
      this.actions.host.shown.toggle(row.id);
    else this.actions.open(row, event);
  }

  private onHover(event: MouseEvent): void {
    const el = closest(event.target, ".moc-path-row");
    const row = this.list.rowAt(event.target);
    const isNew = el !== null && !el.contains(event.relatedTarget as Node | null);
    if (!row || !isNew) return;
    tellMore(row, el);
    this.actions.hover(row, el, event);
  }

  private onLeave(event: MouseEvent): void {
    const el = closest(event.target, ".moc-path-row");
    if (el && !el.contains(event.relatedTarget as Node | null)) this.actions.host.letGo();
  }

  private onDrag(event: DragEvent): void {
    const row = this.list.rowAt(event.target);
    if (row) this.actions.drag(this.cursor.meant(row), event);
  }

  /** By the pointer the menu opens on the row under it, by the keyboard on the row that has it. */
  private onMenu(event: MouseEvent): void {
    const pointed = this.list.rowAt(event.target);
    const row = this.isPointed ? pointed : (pointed ?? this.cursor.row);
    if (!row) return;
    event.preventDefault();
    if (pointed) this.cursor.put(row, true);
    if (pointed) this.menuAt(row, event.clientX, event.clientY);
    else this.openMenu(row);
  }

  /** Opens the menu of a row at its own place. */
  private openMenu(row: Row): void {
    const { left, bottom, height } = (this.list.elementOf(row.id) ?? this.el).getBoundingClientRect();
    this.menuAt(row, left + height, bottom);
  }

  private menuAt(row: Row, x: number, y: number): void {
    const selection = {
      isOn: this.cursor.isSelected(row),
      flip: () => this.cursor.flip(row),
      clear: () => void this.cursor.clear(),
    };
    this.actions.menu(row, this.cursor.meant(row), { x, y, doc: this.el.doc, selection });
  }

  /** The keyboard finds its row again, or the first; the mouse must not move what it is about to click. */
  private onFocus(): void {
    if (this.el.matches(":focus-visible") && !this.cursor.row) this.cursor.moveTo(0);
    else if (this.el.matches(":focus-visible")) this.list.reveal(this.cursor.index);
  }

  private cursorChanged(): void {
    this.list.eachShown((el, row) => this.showCursor(el, row));
    this.nameCursor();
  }

  /** Says which element has the keyboard; that comes and goes while the tree is scrolled. */
  private nameCursor(): void {
    const { rowId } = this.cursor;
    this.el.setAttr("aria-activedescendant", (rowId !== null && this.list.elementOf(rowId)?.id) || null);
  }

  private showCursor(el: HTMLElement, row: Row): void {
    const isSelected = this.cursor.isSelected(row);
    el.toggleClass("has-focus", this.cursor.isOn(row));
    el.toggleClass("is-selected", isSelected);
    el.setAttr("aria-selected", row.kind === "entry" ? String(isSelected) : null);
  }
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target !== null && "closest" in target ? (target as Element).closest<HTMLElement>(selector) : null;
}
