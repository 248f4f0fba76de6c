// Making elements: `createEl` and its kin, on nodes and as globals.
import { define } from "./define";

type Globals = Window & typeof globalThis;
type Options = DomElementInfo | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const SVG = "http://www.w3.org/2000/svg";

function addClasses(el: Element, cls: string | readonly string[] | undefined): void {
  const list = typeof cls === "string" ? cls.split(" ") : (cls ?? []);
  for (const name of list) if (name !== "") el.classList.add(name);
}

/** Null takes an attribute away. */
export function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

function setAttributes(el: Element, attr: Attributes | undefined): void {
  for (const [name, value] of Object.entries(attr ?? {})) setAttribute(el, name, value);
}

function place(el: Element, parent: Node | undefined, prepend: boolean | undefined): void {
  if (!parent) return;
  if (prepend) parent.insertBefore(el, parent.firstChild);
  else parent.appendChild(el);
}

function fill(el: HTMLElement, info: DomElementInfo): void {
  addClasses(el, info.cls);
  if (info.text !== undefined) el.setText(info.text);
  setAttributes(el, info.attr);
  for (const name of ["title", "value", "type", "placeholder", "href"] as const) {
    const value = info[name];
    if (value === undefined) continue;
    if (name === "value" && "value" in el) el.value = value;
    else el.setAttribute(name, value);
  }
}

function make(
  doc: Document,
  parent: Node | undefined,
  tag: string,
  options: Options,
  callback?: (el: HTMLElement) => void,
): HTMLElement {
  const info: DomElementInfo = typeof options === "string" ? { cls: options } : (options ?? {});
  const el = doc.createElement(tag);
  fill(el, info);
  callback?.(el);
  place(el, info.parent ?? parent, info.prepend);
  return el;
}

function makeSvg(
  doc: Document,
  parent: Node | undefined,
  tag: string,
  options: SvgElementInfo | string | undefined,
  callback?: (el: SVGElement) => void,
): SVGElement {
  const info: SvgElementInfo = typeof options === "string" ? { cls: options } : (options ?? {});
  const el: SVGElement = doc.createElementNS(SVG, tag as "g");
  addClasses(el, info.cls);
  setAttributes(el, info.attr);
  callback?.(el);
  place(el, info.parent ?? parent, info.prepend);
  return el;
}

/** Adds the makers to nodes, whose children they make, and to the window, where what they make has no parent. */
export function defineCreation(win: Globals): void {
  const docOf = (node: Node): Document => node.ownerDocument ?? (node as Document);
  define(win.Node.prototype, {
    createEl(this: Node, tag: string, options?: Options, callback?: (el: HTMLElement) => void) {
      return make(docOf(this), this, tag, options, callback);
    },
    createDiv(this: Node, options?: Options, callback?: (el: HTMLElement) => void) {
      return make(docOf(this), this, "div", options, callback);
    },
    createSpan(this: Node, options?: Options, callback?: (el: HTMLElement) => void) {
      return make(docOf(this), this, "span", options, callback);
    },
    createSvg(this: Node, tag: string, options?: SvgElementInfo | string, callback?: (el: SVGElement) => void) {
      return makeSvg(docOf(this), this, tag, options, callback);
    },
  });
  define(win, {
    createEl: (tag: string, options?: Options, callback?: (el: HTMLElement) => void) =>
      make(win.document, undefined, tag, options, callback),
    createDiv: (options?: Options, callback?: (el: HTMLElement) => void) =>
      make(win.document, undefined, "div", options, callback),
    createSpan: (options?: Options, callback?: (el: HTMLElement) => void) =>
      make(win.document, undefined, "span", options, callback),
    createSvg: (tag: string, options?: SvgElementInfo | string, callback?: (el: SVGElement) => void) =>
      makeSvg(win.document, undefined, tag, options, callback),
    createFragment(callback?: (el: DocumentFragment) => void): DocumentFragment {
      const fragment = win.document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
  });
}
