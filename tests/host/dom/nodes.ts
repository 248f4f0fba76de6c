// The app's additions to nodes, elements and fragments.
import { setAttribute } from "./create";
import { define } from "./define";

type Globals = Window & typeof globalThis;
type Attribute = string | number | boolean | null;

const nodes = {
  detach(this: ChildNode): void {
    this.remove();
  },
  empty(this: Node): void {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter<T extends Node>(this: Node, node: T, child: Node | null): T {
    return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
  },
  indexOf(this: Node, other: Node): number {
    return Array.from<Node>(this.childNodes).indexOf(other);
  },
  setChildrenInPlace(this: Node, children: Node[]): void {
    for (const child of Array.from(this.childNodes)) if (!children.includes(child)) child.remove();
    for (const child of children) this.appendChild(child);
  },
  appendText(this: Node, text: string): void {
    this.appendChild((this.ownerDocument ?? document).createTextNode(text));
  },
  /** True across windows as well: each has constructors of its own. */
  instanceOf(this: Node, type: { readonly name: string }): boolean {
    const local: unknown = Reflect.get(this.constructorWin, type.name);
    return (
      (typeof type === "function" && this instanceof (type as () => unknown)) ||
      (typeof local === "function" && this instanceof local)
    );
  },
  get doc(): Document {
    const node = this as unknown as Node;
    return node.ownerDocument ?? (node as Document);
  },
  get win(): Window {
    return (this as unknown as Node).ownerDocument?.defaultView ?? window;
  },
};

const elements = {
  getText(this: Element): string {
    return this.textContent ?? "";
  },
  setText(this: Element, text: string | DocumentFragment): void {
    if (typeof text === "string") this.textContent = text;
    else this.replaceChildren(text);
  },
  addClass(this: Element, ...classes: string[]): void {
    this.classList.add(...classes);
  },
  addClasses(this: Element, classes: string[]): void {
    this.classList.add(...classes);
  },
  removeClass(this: Element, ...classes: string[]): void {
    this.classList.remove(...classes);
  },
  removeClasses(this: Element, classes: string[]): void {
    this.classList.remove(...classes);
  },
  toggleClass(this: Element, classes: string | string[], value: boolean): void {
    for (const name of [classes].flat()) this.classList.toggle(name, value);
  },
  hasClass(this: Element, name: string): boolean {
    return this.classList.contains(name);
  },
  setAttr(this: Element, name: string, value: Attribute): void {
    setAttribute(this, name, value);
  },
  setAttrs(this: Element, values: Readonly<Record<string, Attribute>>): void {
    for (const [name, value] of Object.entries(values)) setAttribute(this, name, value);
  },
  getAttr(this: Element, name: string): string | null {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, last?: Element): Element | null {
    if (this.matches(selector)) return this;
    return this === last || !this.parentElement ? null : this.parentElement.matchParent(selector, last);
  },
  getCssPropertyValue(this: Element, property: string, pseudo?: string): string {
    return window.getComputedStyle(this, pseudo).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element): boolean {
    return this.ownerDocument.activeElement === this;
  },
  findAllSelf(this: Element, selector: string): Element[] {
    return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
  },
};

const finders = {
  find(this: ParentNode, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string): Element[] {
    return Array.from(this.querySelectorAll(selector));
  },
};

const styled = {
  setCssStyles(this: HTMLElement | SVGElement, styles: Partial<CSSStyleDeclaration>): void {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement | SVGElement, props: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};

const shown = {
  show(this: HTMLElement): void {
    this.style.display = "";
  },
  hide(this: HTMLElement): void {
    this.style.display = "none";
  },
  toggle(this: HTMLElement, isShown: boolean): void {
    this.style.display = isShown ? "" : "none";
  },
  toggleVisibility(this: HTMLElement, visible: boolean): void {
    this.style.visibility = visible ? "" : "hidden";
  },
  isShown(this: HTMLElement): boolean {
    return this.isConnected && this.offsetParent !== null;
  },
  get innerWidth(): number {
    const el = this as unknown as HTMLElement;
    return el.clientWidth - lengths(el, "paddingLeft", "paddingRight");
  },
  get innerHeight(): number {
    const el = this as unknown as HTMLElement;
    return el.clientHeight - lengths(el, "paddingTop", "paddingBottom");
  },
};

/** The sum of computed lengths, in CSS pixels. */
function lengths(
  el: HTMLElement,
  ...names: readonly ("paddingLeft" | "paddingRight" | "paddingTop" | "paddingBottom")[]
): number {
  const style = el.win.getComputedStyle(el);
  return names.reduce((sum, name) => sum + (Number.parseFloat(style[name]) || 0), 0);
}

/** Adds them to a window's prototypes. */
export function defineNodes(win: Globals): void {
  define(win.Node.prototype, nodes);
  // A node keeps the constructors of the window that made it, wherever it goes.
  define(win.Node.prototype, { constructorWin: win });
  define(win.Element.prototype, { ...elements, ...finders });
  define(win.DocumentFragment.prototype, finders);
  define(win.HTMLElement.prototype, styled);
  define(win.HTMLElement.prototype, shown);
  define(win.SVGElement.prototype, styled);
}
