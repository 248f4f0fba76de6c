// The list of findings, as a tree of maps and kinds, with one row that has the keyboard. What is drawn anew keeps it
// where it was, or gives it to the finding that took its place.
import { Platform, setTooltip } from "obsidian";
import type { Finding } from "../../core/upkeep/finding";
import type { Context } from "../../actions/context";
import { canLead } from "../../actions/link-mending";
import type { Figures } from "../widgets/figures";
import { LongPress } from "../widgets/long-press";
import { VirtualList } from "../widgets/virtual-list";
import { findingMenu, fixMenu, kindMenu, type FindingActions } from "./check-menus";
import { CheckRowView, FIX_BUTTON } from "./check-row-view";
import { checkRows, type CheckRow } from "./check-rows";
import type { MapGroup } from "./finding-groups";

export class CheckList {
  readonly el: HTMLElement;
  readonly virtualList: VirtualList<CheckRow>;
  /** The ids of rows that the reader has folded. */
  private readonly folded = new Set<string>();
  private groups: readonly MapGroup[] = [];
  private isIgnored = false;
  /** The row that has the keyboard; null for none yet. */
  private cursor: string | null = null;

  constructor(
    parent: HTMLElement,
    titleId: string,
    private readonly context: Pick<Context, "words" | "index" | "undoing">,
    figures: Figures,
    private readonly actions: FindingActions,
    private readonly isNew: (finding: Finding) => boolean,
  ) {
    this.el = parent.createDiv({
      cls: "moc-path-check-list",
      attr: { role: "tree", tabindex: "0", "aria-labelledby": titleId },
    });
    this.virtualList = new VirtualList<CheckRow>(
      this.el,
      {
        create: (rowParent) => new CheckRowView(rowParent, context, figures, () => this.isIgnored),
        sizeOf: ({ kind }) => `check-${kind}`,
      },
      (el, row) => el.toggleClass("has-focus", row.id === this.cursor),
    );
    this.listen();
  }

  private listen(): void {
    this.el.addEventListener("scroll", () => this.onScroll(), { passive: true });
    this.el.addEventListener("click", (event) => this.onClick(event));
    this.el.addEventListener("contextmenu", (event) => this.onMenu(event));
    this.el.addEventListener("mouseover", (event) => tellWhole(rowElOf(event)));
    this.el.addEventListener("keydown", (event) => this.answers(event));
    this.el.addEventListener("focus", () => this.el.matches(":focus-visible") && this.moveTo(this.at));
    if (Platform.isMobile) new LongPress(this.el);
  }

  /** Draws groups; `isIgnored` says that these are the ignored ones. */
  draw(groups: readonly MapGroup[], isIgnored: boolean): void {
    [this.groups, this.isIgnored] = [groups, isIgnored];
    this.virtualList.look();
    const rows = checkRows(groups, (id) => this.folded.has(id), this.isNew);
    const before = this.virtualList.setRows(rows, false);
    const { index } = this.virtualList.successorOf(this.cursor, before);
    this.cursor = this.virtualList.row(index)?.id ?? this.cursor;
    if (this.el.isActiveElement()) this.virtualList.keep(this.at);
    this.showCursor();
  }

  get isEmpty(): boolean {
    return this.groups.length === 0;
  }

  /** Does what a key asks for. */
  answers(event: KeyboardEvent): void {
    if (this.takesKey(event)) event.preventDefault();
  }

  /** The next drawing begins at the top of the list. */
  restart(): void {
    this.cursor = null;
    this.el.scrollTop = 0;
  }

  /** The keyboard goes to the row that had it last. */
  focus(): void {
    this.el.focus();
    this.moveTo(this.at);
  }

  /** The place of the row that has the keyboard; at first that of the first finding. */
  private get at(): number {
    const at = this.virtualList.indexOf(this.cursor);
    return at >= 0
      ? at
      : Math.max(
          0,
          this.virtualList.rows.findIndex(({ kind }) => kind === "finding"),
        );
  }

  private moveTo(index: number): void {
    const at = Math.min(Math.max(index, 0), this.virtualList.rows.length - 1);
    const row = this.virtualList.row(at);
    if (!row) return;
    this.virtualList.stay();
    this.virtualList.reveal(at);
    this.cursor = row.id;
    this.showCursor();
  }

  private onScroll(): void {
    this.virtualList.scrolled();
    this.showCursor();
  }

  private showCursor(): void {
    this.virtualList.eachShown((el, row) => el.toggleClass("has-focus", row.id === this.cursor));
    const id = this.cursor === null ? null : this.virtualList.elementOf(this.cursor)?.id;
    this.el.setAttr("aria-activedescendant", id ?? null);
  }

  private onClick(event: MouseEvent): void {
    const row = this.virtualList.rowAt(event.target);
    if (!row) return;
    this.moveTo(this.virtualList.indexOf(row.id));
    const buttonEl = (event.target as Element).closest(`.${FIX_BUTTON}`);
    // A button must not keep the keyboard: it goes with its row.
    if (buttonEl) this.el.focus({ preventScroll: true });
    if (buttonEl && row.kind === "kind") this.actions.together(row);
    else if (row.kind !== "finding") this.fold(row, row.expanded);
    else if (buttonEl) this.mend(row.finding, buttonEl);
    else this.actions.open(row.finding, event);
  }

  /** By the keyboard the menu opens at the row that has it. */
  private onMenu(event: MouseEvent): void {
    const pointed = this.virtualList.rowAt(event.target);
    const row = pointed ?? this.virtualList.row(this.at);
    if (!row || row.kind === "map") return;
    event.preventDefault();
    if (pointed) this.moveTo(this.virtualList.indexOf(pointed.id));
    const { words, index } = this.context;
    const menu =
      row.kind === "finding"
        ? findingMenu(row.finding, this.isIgnored, words, this.actions)
        : kindMenu(row, index.titleOfMap(row.map) ?? row.map, words, this.actions);
    if (row.kind === "kind" && this.isIgnored) return;
    if (pointed) menu.showAtMouseEvent(event);
    else menu.showAtPosition(below(this.virtualList.elementOf(row.id) ?? this.el), this.el.doc);
  }

  private fold(row: CheckRow, isFolded: boolean): void {
    if (isFolded) this.folded.add(row.id);
    else this.folded.delete(row.id);
    this.draw(this.groups, this.isIgnored);
  }

  /** Mends what is certain; for all else a menu at an element says what would come of it. */
  private mend(finding: Finding, el: Element): void {
    const [first] = finding.fixes;
    if (this.isIgnored) this.actions.unignore(finding);
    else if (finding.kind === "unlisted") this.actions.add([finding]);
    else if (first && finding.class === "certain") this.actions.fix(finding, first);
    else if (!first && canLead(finding)) this.actions.lead(finding);
    else if (first) fixMenu(finding, this.context.words, this.actions).showAtPosition(below(el), this.el.doc);
  }

  private takesKey(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const last = this.virtualList.rows.length - 1;
    const to = {
      ...{ ArrowDown: this.at + 1, ArrowUp: this.at - 1, Home: 0, End: last },
      ...{ PageDown: this.virtualList.screenful(this.at, 1), PageUp: this.virtualList.screenful(this.at, -1) },
    }[event.key];
    if (to !== undefined) this.moveTo(to);
    if (event.key.toLowerCase() === "u") {
      this.context.undoing.undo();
      return true;
    }
    const row = this.virtualList.row(this.at);
    return to !== undefined || (row !== undefined && this.pressedOn(row, event));
  }

  private pressedOn(row: CheckRow, event: KeyboardEvent): boolean {
    const [start, end] =
      this.el.win.getComputedStyle(this.el).direction === "rtl" ? ["Right", "Left"] : ["Left", "Right"];
    if (event.key === `Arrow${start}`) this.goOut(row);
    else if (event.key === `Arrow${end}` && row.kind !== "finding") this.goIn(row, row.expanded);
    else if (event.key === "Enter" && row.kind === "finding") this.actions.open(row.finding, event);
    else if ((event.key === "Enter" || event.key === " ") && row.kind !== "finding") this.fold(row, row.expanded);
    else if (event.key.toLowerCase() === "f" && row.kind === "finding")
      this.mend(row.finding, this.virtualList.elementOf(row.id) ?? this.el);
    else if (event.key.toLowerCase() === "f" && row.kind === "kind" && row.together.length > 0 && !this.isIgnored)
      this.actions.together(row);
    else return false;
    return true;
  }

  private goIn(row: CheckRow, isOpen: boolean): void {
    if (isOpen) this.moveTo(this.at + 1);
    else this.fold(row, false);
  }

  private goOut(row: CheckRow): void {
    if (row.kind !== "finding" && row.expanded) return this.fold(row, true);
    const above = this.virtualList.rows.slice(0, this.at).findLastIndex(({ depth }) => depth < row.depth);
    if (above >= 0) this.moveTo(above);
  }
}

function below(el: Element): { x: number; y: number } {
  const { left, bottom } = el.getBoundingClientRect();
  return { x: left, y: bottom };
}

function rowElOf({ target }: MouseEvent): HTMLElement | null {
  return (target as Element).closest<HTMLElement>(".moc-path-check-row");
}

/** Says on a tooltip what is cut in a row; that is worth measuring only once the pointer comes upon it. */
function tellWhole(el: HTMLElement | null): void {
  const lines = el?.findAll(".moc-path-finding-name, .moc-path-finding-reason") ?? [];
  const textEl = lines[0]?.parentElement;
  if (!textEl || textEl.hasAttribute("aria-label") || !lines.some((line) => line.scrollWidth > line.clientWidth))
    return;
  setTooltip(textEl, lines.map((line) => line.textContent).join("\n"), { placement: "left" });
}
