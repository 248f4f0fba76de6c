// The rows of a tree, of which the document holds only those in view and a few around them, whatever their number.
// Rows are keyed: a row that stays keeps its element, and with it hover, focus and transitions.
import { indexOfId, successorOf, type Placed, type Successor } from "./row-fallback";
import { RowElements, type RowRenderer } from "./row-elements";
import { RowOffsets, stylesOf, type RowStyles } from "./row-offsets";
import { Siblings } from "./siblings";

/** A place to scroll to: a row, and how many pixels of it are above the view. */
export interface Anchor {
  readonly id: string;
  readonly offset: number;
}

/** Free below a row that is brought into view from below, so that the next one is seen, too. In pixels. */
const ROOM_BELOW = 32;

/** Half of a sign, which ids of elements cannot have. */
const HALF_SIGN = /\p{Surrogate}/gu;

/** Rows kept in the document above and below those in view. */
const MARGIN = 10;

export class VirtualList<T extends Placed> {
  /** All rows, from top to bottom. */
  rows: readonly T[] = [];
  private readonly elements: RowElements<T>;
  private readonly sizerEl: HTMLElement;
  private readonly sizes: ResizeObserver;
  private readonly idPrefix = `moc-path-row-${crypto.randomUUID().slice(0, 8)}-`;
  private siblings = new Siblings([]);
  private styles: RowStyles = { heights: new Map(), above: 0, around: 0 };
  private offsets = new RowOffsets([]);
  /** By element, its row's place as said last: most stay where they are, and saying it anew is a third of drawing. */
  private readonly said = new WeakMap<Element, string>();
  /** The row that was at the top of the view when it was drawn last. */
  private drawnAt = 0;
  /**
   * The place where the reader was before that went, was too far down or had no size, and the offset of the view since
   * then; null while the reader is there.
   */
  private home: { readonly anchor: Anchor; readonly top: number } | null = null;
  /** The offset and the height of the view when it was last looked at. In pixels. */
  private view = { top: 0, height: 0 };

  /**
   * `scrollEl` scrolls; the list fills it. The caller tells of scrolling. `dress` adds to an element what is no part of
   * its row.
   */
  constructor(
    private readonly scrollEl: HTMLElement,
    private readonly renderer: RowRenderer<T>,
    private readonly dress: (el: HTMLElement, row: T) => void,
  ) {
    this.sizerEl = scrollEl.createDiv({ cls: "moc-path-sizer", attr: { role: "none" } });
    this.elements = new RowElements(this.sizerEl, renderer);
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(scrollEl);
  }

  /** Ends all observation; the elements go with their parent. */
  destroy(): void {
    this.sizes.disconnect();
  }

  /**
   * Looks at the view and its styles. Whoever is to replace rows, and changes the document, calls it before: afterwards
   * all would have to be laid out for it at once.
   */
  look(): void {
    this.seeView();
    this.styles = stylesOf(this.scrollEl, this.styles.heights.keys());
  }

  private seeView(): void {
    const { scrollTop, clientHeight } = this.scrollEl;
    // A hidden view does not say how far it is scrolled; and as long as rows that are gone have not been taken away, it
    // says too far.
    this.view = {
      top: clientHeight === 0 ? this.view.top : Math.min(scrollTop, this.furthestAt(clientHeight)),
      height: clientHeight,
    };
  }

  row(index: number): T | undefined {
    return this.rows[index];
  }

  /** The row that an event in the list is about; null for none. */
  rowAt(target: EventTarget | null): T | null {
    const el = target !== null && "closest" in target ? (target as Element).closest("[role=treeitem]") : null;
    return this.elements.rowOf(el);
  }

  /** The place of a row; -1 if there is no such row. */
  indexOf(id: string | null): number {
    return indexOfId(this.rows, id, this.drawnAt);
  }

  /** The place now of a row, or of the one that stands for it, that was among `before`. */
  successorOf(id: string | null, before: readonly Placed[]): Successor {
    return successorOf(id, before, this.rows, this.drawnAt);
  }

  /** The element that shows a row now; null while it is out of view. */
  elementOf(id: string): HTMLElement | null {
    return this.elements.of(id);
  }

  /** Calls with each row that has an element now. */
  eachShown(act: (el: HTMLElement, row: T) => void): void {
    this.elements.each(act);
  }

  /**
   * Replaces the rows; the reader stays where they are, or were before rows went, as soon as that is shown again. What
   * was searched for is seen from its first row. Returns the rows of before.
   */
  setRows(rows: readonly T[], isSearched: boolean): readonly Placed[] {
    const [here, wanted, before] = [this.anchor(), this.remembered, this.rows];
    this.take(rows);
    if (isSearched) {
      this.scrollTo(0);
      this.home = wanted && { anchor: wanted, top: this.view.top };
    } else this.stand(wanted, here, before);
    this.draw();
    return before;
  }

  /** Shows rows of something else at `place`, with null from the first. */
  startWith(rows: readonly T[], place: Anchor | null): void {
    this.take(rows);
    if (place) this.stand(place, null, []);
    else this.scrollTo(0);
    this.draw();
  }

  private take(rows: readonly T[]): void {
    this.rows = rows;
    this.siblings = new Siblings(rows);
    this.place();
    this.home = null;
    // With less to scroll the view is scrolled back.
    this.view = { ...this.view, top: Math.min(this.view.top, this.furthestAt(this.view.height)) };
  }

  /** True if the reader, who was elsewhere before rows went, has not scrolled since. */
  private get isAway(): boolean {
    return this.home !== null && (this.rows.length === 0 || this.view.height === 0 || this.home.top === this.view.top);
  }

  /**
   * Brings the row that is wanted to where it stood. Where it is gone, the one that is here stays, or what stands for
   * it; it is returned to when it is there again.
   */
  private stand(wanted: Anchor | null, here: Anchor | null, before: readonly Placed[]): void {
    if (wanted === null) return;
    const { index, isSame } = this.successorOf(wanted.id, before);
    if (isSame && this.scrollTo(this.offsets.top(index) + wanted.offset)) return;
    if (!isSame && here && here.id !== wanted.id) this.stand(here, null, before);
    else if (!isSame && index >= 0) this.scrollTo(this.offsets.top(index));
    this.home = { anchor: wanted, top: this.view.top };
  }

  /** The view has another size, and with it perhaps its rows. */
  resized(): void {
    const wasHidden = this.view.height === 0;
    if (this.areHeightsOther()) this.place();
    this.seeView();
    const { home } = this;
    if (home && wasHidden && this.view.height > 0) {
      this.home = null;
      this.stand(home.anchor, null, this.rows);
    }
    this.draw();
  }

  /** The view was scrolled: rows are drawn well before they come into it, and not anew for each line. */
  scrolled(): void {
    this.seeView();
    if (Math.abs(this.offsets.at(this.view.top) - this.drawnAt) > MARGIN / 2) this.draw();
  }

  /** Draws what is in view. */
  draw(): void {
    const { top, height } = this.view;
    this.drawnAt = this.offsets.at(top);
    const first = Math.max(0, this.drawnAt - MARGIN);
    const wanted = this.rows.slice(first, this.offsets.at(top + height) + MARGIN);
    this.elements.release(new Set(wanted.map((row) => row.id)));
    wanted.reduce<Element | null>((above, row, offset) => this.show(row, first + offset, above), null);
  }

  /** Scrolls just so far that a row is in view; not at all if it is. */
  reveal(index: number): void {
    const [top, bottom] = [this.offsets.top(index), this.offsets.top(index + 1)];
    this.seeView();
    const { view } = this;
    const end = bottom + this.styles.above;
    const room = Math.min(ROOM_BELOW, Math.max(view.height - (bottom - top), 0) / 2);
    if (top < view.top) this.scrollTo(top);
    else if (end > view.top + view.height) this.scrollTo(end + room - view.height);
    this.draw();
  }

  /**
   * Brings a row that other rows have pushed out of the view back into it; where the reader was before is remembered
   * all the same.
   */
  keep(index: number): void {
    if (this.isInView(index)) return;
    const [first] = this.rows;
    const anchor = this.home?.anchor ?? this.anchor() ?? (first ? { id: first.id, offset: 0 } : null);
    this.reveal(index);
    this.home = anchor && { anchor, top: this.view.top };
  }

  /** The reader means to be where they are. */
  stay(): void {
    this.home = null;
  }

  /** True if a row is in view as a whole. */
  isInView(index: number): boolean {
    const { top, height } = this.view;
    return (
      index >= 0 && this.offsets.top(index) >= top && this.offsets.top(index + 1) + this.styles.above <= top + height
    );
  }

  /** The place of the row a screenful below another, or above it; the next at least. */
  screenful(index: number, direction: 1 | -1): number {
    const to = this.offsets.at(this.offsets.top(index) + direction * this.scrollEl.clientHeight);
    return direction > 0 ? Math.max(to, index + 1) : Math.min(to, index - 1);
  }

  /** The place where the reader is, or was before rows went. */
  get remembered(): Anchor | null {
    return this.isAway ? (this.home?.anchor ?? null) : this.anchor();
  }

  /** The place where the view is, or is to be once there is something to see; null for the very top. */
  anchor(): Anchor | null {
    if (this.home && (this.rows.length === 0 || this.view.height === 0)) return this.home.anchor;
    const { top } = this.view;
    const index = this.offsets.at(top);
    const row = top === 0 ? undefined : this.rows[index];
    return row ? { id: row.id, offset: top - this.offsets.top(index) } : null;
  }

  /** The furthest that a view of this height can be scrolled. */
  private furthestAt(height: number): number {
    return Math.max(this.offsets.total + this.styles.around - height, 0);
  }

  /** False where the view cannot be scrolled so far. */
  private scrollTo(top: number): boolean {
    const to = Math.min(top, this.furthestAt(this.view.height));
    if (Math.abs(this.view.top - to) >= 1) {
      this.scrollEl.scrollTop = to;
      this.seeView();
    }
    return Math.abs(this.view.top - top) < 1;
  }

  /** Gives each row its place. */
  private place(): void {
    const sizes = this.rows.map((row) => this.renderer.sizeOf(row));
    const known = this.styles.heights;
    if (sizes.some((size) => !known.has(size)))
      this.styles = stylesOf(this.scrollEl, new Set([...known.keys(), ...sizes]));
    this.offsets = new RowOffsets(sizes.map((size) => this.styles.heights.get(size) ?? 0));
    this.sizerEl.setCssProps({ "--moc-path-rows-height": `${this.offsets.total}px` });
  }

  private areHeightsOther(): boolean {
    const before = this.styles.heights;
    this.styles = stylesOf(this.scrollEl, before.keys());
    return [...this.styles.heights].some(([size, height]) => height !== before.get(size));
  }

  /** Shows a row below another, also in the document; returns its element. */
  private show(row: T, index: number, above: Element | null): Element {
    const el = this.elements.show(row, above);
    const { place, of } = this.siblings.of(index);
    const id = this.idPrefix + encodeURIComponent(row.id.replace(HALF_SIGN, ""));
    const top = `${this.offsets.top(index)}px`;
    const said = `${id} ${place} ${of} ${top}`;
    this.dress(el, row);
    if (this.said.get(el) === said && el.id === id) return el;
    this.said.set(el, said);
    el.setAttrs({ id, "aria-posinset": String(place), "aria-setsize": String(of) });
    el.setCssProps({ "--moc-path-top": top });
    return el;
  }
}
