// The tree's cursor: the row that has the keyboard, and the entries that are selected with it.
import type { Placed } from "../widgets/row-fallback";
import { Selection } from "./selection";
import type { EntryRow, Row } from "./rows";
import type { VirtualList } from "../widgets/virtual-list";

function isSelectable(row: Row | undefined): row is EntryRow {
  return row?.kind === "entry";
}

export class Cursor {
  private id: string | null = null;
  /** The row that the reader put it on, to which it returns when that is shown again. */
  private home: string | null = null;
  private readonly selection = new Selection();

  /** `changed` is called when another row has the keyboard, or others are selected. */
  constructor(
    private readonly list: VirtualList<Row>,
    private readonly changed: () => void,
  ) {}

  /** The place of the row that has the keyboard; -1 for none. */
  get index(): number {
    return this.list.indexOf(this.id);
  }

  get row(): Row | undefined {
    return this.list.row(this.index);
  }

  /** The identity of the row that has the keyboard, be it there or not. */
  get rowId(): string | null {
    return this.id;
  }

  isOn(row: Row): boolean {
    return row.id === this.id;
  }

  /** True if anything that is shown is selected. */
  get isSelecting(): boolean {
    return this.selection.size > 0 && this.list.rows.some((row) => this.isSelected(row));
  }

  isSelected(row: Row): boolean {
    return this.selection.has(row.id);
  }

  /**
   * The rows that a gesture on a row means: all shown that are selected, if it is one of them, or a heading that a
   * range ends on.
   */
  meant(row: Row): readonly Row[] {
    const isOfRange = this.isOn(row) && !isSelectable(row) && this.isSelecting;
    return isOfRange || this.isSelected(row) ? this.list.rows.filter((one) => this.isSelected(one)) : [row];
  }

  /** The row that has the keyboard is the reader's own from now on. */
  stay(): void {
    this.list.stay();
    this.settle(this.id);
  }

  /** Puts the cursor on a row, as a click does; the selection stays if the row is part of it and `keeps` says so. */
  put(row: Row, keeps = false): void {
    this.list.stay();
    this.settle(row.id);
    if (!keeps || !this.selection.has(row.id)) this.selection.startAt(row.id);
    this.changed();
  }

  /** Brings the nearest row to a place into view, with the keyboard on it; `extends` selects what lies between. */
  moveTo(index: number, isExtending = false): void {
    const at = Math.min(Math.max(index, 0), this.list.rows.length - 1);
    const row = this.list.row(at);
    if (!row) return;
    // First in view: what has the keyboard is named by its element.
    this.list.reveal(at);
    if (isExtending) this.extendTo(row);
    else this.put(row);
  }

  /** Selects an entry too, or no longer. */
  flip(row: Row): void {
    this.list.stay();
    this.settle(row.id);
    if (isSelectable(row)) this.selection.flip(row.id);
    this.changed();
  }

  /** Selects the entries from where the last selection began to a row. */
  extendTo(row: Row): void {
    const at = this.list.indexOf(row.id);
    // The row that it began at may be hidden now.
    if (this.list.indexOf(this.selection.anchor) < 0) this.selection.startAt(this.row?.id ?? row.id);
    const anchor = this.list.indexOf(this.selection.anchor);
    this.list.stay();
    this.settle(row.id);
    this.selection.extend(this.between(Math.min(anchor, at), Math.max(anchor, at)).map(({ id }) => id));
    this.changed();
  }

  selectAll(): void {
    const first = this.list.row(0)?.id ?? null;
    // Keys mean what is selected only from a row that has the keyboard.
    if (!this.row) this.settle(first);
    this.selection.startAt(first);
    this.selection.extend(this.between(0, this.list.rows.length - 1).map(({ id }) => id));
    this.changed();
  }

  /** Selects nothing; false if nothing that is shown was selected. */
  clear(): boolean {
    if (!this.isSelecting) return false;
    this.selection.startAt(this.id);
    this.changed();
    return true;
  }

  /** Goes to a row without a word, as for another map; null for none. Nothing is selected then. */
  startAt(id: string | null): void {
    this.settle(id);
    this.selection.startAt(id);
  }

  /**
   * The list has other rows: what is selected stays so until it is shown again, and the keyboard goes on from where it
   * was. `before` are the rows of before.
   */
  rowsChanged(before: readonly Placed[]): void {
    const home = this.list.successorOf(this.home, before);
    if (home.isSame) this.id = this.home;
    else {
      const { index } = this.home === this.id ? home : this.list.successorOf(this.id, before);
      this.id = this.list.row(index)?.id ?? this.id;
    }
    this.changed();
  }

  private settle(id: string | null): void {
    this.id = id;
    this.home = id;
  }

  private between(from: number, to: number): readonly EntryRow[] {
    return Array.from({ length: to - from + 1 }, (_, offset) => this.list.row(from + offset)).filter(isSelectable);
  }
}
