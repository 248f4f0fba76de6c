// The keyboard in the tree: moves the cursor, and asks for what keys mean on the row that has it.
import type { Cursor } from "./cursor";
import type { RelationsRow, Row } from "./rows";
import { isFoldable, isOnlyFolded, type TreeActions } from "./tree-actions";
import { treeKey, type Move, type TreeKey } from "./tree-keys";
import type { VirtualList } from "../widgets/virtual-list";

export class TreeKeyboard {
  constructor(
    private readonly list: VirtualList<Row>,
    private readonly cursor: Cursor,
    private readonly actions: TreeActions,
    private readonly openMenu: (row: Row) => void,
  ) {}

  /** Does what a key asks for; false if it is not the tree's, or there is nothing to do. */
  answers(event: KeyboardEvent): boolean {
    const key = treeKey(event);
    return key !== null && this.answer(this.isRtl(event) ? mirrored(key) : key, event);
  }

  private isRtl({ target }: KeyboardEvent): boolean {
    return (
      target !== null &&
      "win" in target &&
      (target as HTMLElement).win.getComputedStyle(target as HTMLElement).direction === "rtl"
    );
  }

  private answer(key: TreeKey, event: KeyboardEvent): boolean {
    const { row } = this.cursor;
    const { host, undoing, opener } = this.actions;
    switch (key.kind) {
      case "move":
        this.cursor.moveTo(this.placeOf(key.to), key.isExtending);
        return this.list.rows.length > 0;
      case "all":
        this.cursor.selectAll();
        return this.list.rows.length > 0;
      case "clear":
        return this.cursor.clear() || host.clearFilter();
      case "undo":
        undoing.undo();
        return true;
      case "back":
        host.shown.goBack();
        return true;
      case "next":
        opener.openNext(event);
        return true;
      case "search":
        host.search();
        return true;
      case "help":
        host.showHelp();
        return true;
      default:
        if (row) this.answerOn(row, key, event);
        return row !== undefined;
    }
  }

  private answerOn(row: Row, key: TreeKey, event: KeyboardEvent): void {
    // Acting on a row makes it the reader's own, if it only stood for one that is hidden.
    this.cursor.stay();
    if (key.kind === "in") this.goIn(row);
    else if (key.kind === "out") this.goOut(row);
    else if (key.kind === "mark") this.actions.mark(this.cursor.meant(row), key.state);
    else if (key.kind === "rate") this.actions.rate(this.cursor.meant(row), key.value);
    else if (key.kind === "cycle" && row.kind === "entry") this.actions.cycle(row, this.cursor.meant(row), event);
    else if (isOnlyFolded(row, event) || (key.kind === "cycle" && isFoldable(row)))
      this.actions.host.shown.toggle(row.id);
    else if (key.kind === "open" && row.kind === "relations") this.followOf(row, event);
    else if (key.kind === "open") this.actions.open(row, event);
  }

  /** If there are several relations, a menu asks which. */
  private followOf(row: RelationsRow, event: KeyboardEvent): void {
    const [only, ...others] = row.relations;
    if (only && others.length === 0) this.actions.openRelation(row, only.link.link, event);
    else this.openMenu(row);
  }

  private goIn(row: Row): void {
    if (isFoldable(row) && !row.expanded) this.actions.host.shown.toggle(row.id);
    else if (isFoldable(row)) this.cursor.moveTo(this.cursor.index + 1);
  }

  private goOut(row: Row): void {
    if (isFoldable(row) && row.expanded) this.actions.host.shown.toggle(row.id);
    else this.cursor.moveTo(this.parentOf(this.cursor.index));
  }

  private placeOf(move: Move): number {
    const { index } = this.cursor;
    const { list } = this;
    return {
      up: index - 1,
      down: index + 1,
      pageUp: list.screenful(index, -1),
      pageDown: list.screenful(index, 1),
      first: 0,
      last: list.rows.length - 1,
    }[move];
  }

  private parentOf(index: number): number {
    const depth = this.list.row(index)?.depth ?? 0;
    for (let at = index - 1; at >= 0; at--) if ((this.list.row(at)?.depth ?? 0) < depth) return at;
    return index;
  }
}

/** If text runs from right to left, so does the tree. */
function mirrored(key: TreeKey): TreeKey {
  if (key.kind === "in") return { kind: "out" };
  return key.kind === "out" ? { kind: "in" } : key;
}
