// The elements of a virtual tree: each shows one row, and another one when that is out of view.

/** Draws rows; creates an element once and binds rows to it. */
export interface RowRenderer<T> {
  create(parent: HTMLElement): RowElement<T>;
  /** Its height is what the style sheet gives as `--moc-path-SIZE-height`, in pixels. */
  sizeOf(row: T): string;
}

export interface RowElement<T> {
  readonly el: HTMLElement;
  bind(row: T): void;
}

export class RowElements<T extends { readonly id: string }> {
  private readonly shown = new Map<string, { readonly element: RowElement<T>; readonly row: T }>();
  /** Elements that show no row now, hidden wherever they stood last. */
  private readonly spare = new Map<Element, RowElement<T>>();

  constructor(
    private readonly parentEl: HTMLElement,
    private readonly renderer: Pick<RowRenderer<T>, "create">,
  ) {}

  /** The element that shows a row now; null for none. */
  of(id: string): HTMLElement | null {
    return this.shown.get(id)?.element.el ?? null;
  }

  /** The row that an element shows now; null for none. */
  rowOf(el: Element | null): T | null {
    for (const { element, row } of this.shown.values()) if (element.el === el) return row;
    return null;
  }

  each(act: (el: HTMLElement, row: T) => void): void {
    for (const { element, row } of this.shown.values()) act(element.el, row);
  }

  /** Shows a row below another in the document, which is the order that screen readers go by; returns its element. */
  show(row: T, above: Element | null): HTMLElement {
    const known = this.shown.get(row.id)?.element;
    const element = known ?? this.takeSpare() ?? this.renderer.create(this.parentEl);
    this.shown.set(row.id, { element, row });
    element.bind(row);
    if (this.shownAbove(element.el) !== above) this.parentEl.insertAfter(element.el, above);
    return element.el;
  }

  /** Keeps the elements of these rows alone. */
  release(wanted: ReadonlySet<string>): void {
    for (const [id, { element }] of this.shown) {
      if (wanted.has(id)) continue;
      this.shown.delete(id);
      element.el.hide();
      element.el.removeAttribute("id");
      this.spare.set(element.el, element);
    }
  }

  /**
   * The nearest element before another that shows a row: spare ones in between are no reason to move a row that stays.
   */
  private shownAbove(el: Element): Element | null {
    let above = el.previousElementSibling;
    while (above && this.spare.has(above)) above = above.previousElementSibling;
    return above;
  }

  private takeSpare(): RowElement<T> | null {
    for (const [el, element] of this.spare) {
      this.spare.delete(el);
      element.el.show();
      return element;
    }
    return null;
  }
}
