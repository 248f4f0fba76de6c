// Context menus: rows in sections, shown at a point, driven by mouse or keyboard.
import type { MenuPositionDef } from "obsidian";
import { Component } from "../events/component";
import { keymapOf } from "../events/keymap";
import { Scope } from "../events/scope";
import { Platform } from "../platform";
import { MenuItem, MenuSeparator } from "./menu-item";

const EDGE = 4;

const menusOfEvents = new WeakMap<Event, Menu>();
let shownMenu: Menu | null = null;

/**
 * The setting "Native menus", which is on where it is not set on a Mac: menus are the system's then, and no part of
 * the page.
 */
export const nativeMenus = {
  isOn: false,

  /** The titles of the menu that the system shows; null for none. */
  titles: (): readonly string[] | null => shownMenu?.nativeTitles ?? null,

  /** The reader takes a row of it: it goes, and a moment later the row acts. */
  choose: (title: string): void => shownMenu?.chooseNatively(title),
};

/** There is one menu at a time. */
function takePlace(menu: Menu): void {
  shownMenu?.hide();
  shownMenu = menu;
}

export class Menu extends Component {
  readonly dom: HTMLElement = createDiv("menu");
  private readonly scrollEl = this.dom.createDiv("menu-scroll");
  private readonly rows: (MenuItem | MenuSeparator)[] = [];
  /** There is one, as in the app: who asks last is called. */
  private hideCallback: (() => unknown) | null = null;
  private order: readonly MenuItem[] = [];
  private selected = -1;
  private parentEl: HTMLElement | null = null;
  private isShown = false;
  private usesNative: boolean | null = null;
  private readonly scope = this.makeScope();

  setNoIcon(): this {
    this.dom.addClass("mod-no-icon");
    return this;
  }

  setUseNativeMenu(useNativeMenu: boolean): this {
    this.usesNative = useNativeMenu;
    return this;
  }

  /** The titles of the rows that the system shows; null where it shows none. */
  get nativeTitles(): readonly string[] | null {
    return this.isNative ? this.items().map(({ titleEl }) => titleEl.textContent) : null;
  }

  chooseNatively(title: string): void {
    const item = this.items().find(({ titleEl }) => titleEl.textContent === title);
    if (!item?.isSelectable) throw new Error(`The menu has no row "${title}" that can be chosen.`);
    this.hide();
    window.setTimeout(() => item.run(new MouseEvent("click")));
  }

  private items(): readonly MenuItem[] {
    return this.rows.filter((row) => row instanceof MenuItem);
  }

  private get isNative(): boolean {
    return Platform.isDesktopApp && (this.usesNative ?? nativeMenus.isOn);
  }

  addItem(cb: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.rows.push(item);
    cb(item);
    return this;
  }

  addSeparator(): this {
    this.rows.push(new MenuSeparator());
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.parentEl = el;
    return this;
  }

  showAtMouseEvent(evt: MouseEvent): this {
    evt.preventDefault();
    const doc = (evt.target as Node | null)?.ownerDocument;
    return this.showAtPosition({ x: evt.clientX, y: evt.clientY }, doc ?? document);
  }

  showAtPosition(position: MenuPositionDef, doc: Document = document): this {
    if (this.isShown || this.rows.length === 0) return this;
    takePlace(this);
    this.isShown = true;
    if (this.isNative) return this;
    this.draw();
    doc.body.append(this.dom);
    this.place(position, doc);
    this.listen(doc);
    this.parentEl?.addClass("has-active-menu");
    void this.load();
    return this;
  }

  hide(): this {
    if (!this.isShown) return this;
    this.isShown = false;
    if (shownMenu === this) shownMenu = null;
    this.dom.detach();
    this.parentEl?.removeClass("has-active-menu");
    this.unload();
    this.hideCallback?.();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallback = callback;
  }

  /** The menu that every handler of one event fills together; shown when they are through. */
  static forEvent(evt: PointerEvent | MouseEvent): Menu {
    const known = menusOfEvents.get(evt);
    if (known) return known;
    const menu = new Menu();
    menusOfEvents.set(evt, menu);
    evt.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(evt));
    return menu;
  }

  /** Rows grouped by section, sections in order of first use and rows without one last, lines between them. */
  private draw(): void {
    this.scrollEl.empty();
    const sections = groupBySection(this.rows);
    for (const rows of sections.values()) {
      if (this.scrollEl.childElementCount > 0) this.scrollEl.createDiv("menu-separator");
      const groupEl = this.scrollEl.createDiv("menu-group");
      for (const row of rows) groupEl.append(row.dom);
    }
    this.order = [...sections.values()].flat().filter((row) => row instanceof MenuItem);
    if (this.order.every((item) => item.iconEl.childElementCount === 0)) this.setNoIcon();
    for (const [index, item] of this.order.entries()) this.bind(item, index);
  }

  private bind(item: MenuItem, index: number): void {
    item.dom.addEventListener("mouseenter", () => this.select(item.isSelectable ? index : -1));
    item.dom.addEventListener("click", (event) => {
      event.stopPropagation();
      this.choose(item, event);
    });
  }

  private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (!item.isSelectable) return;
    this.hide();
    item.run(event);
  }

  private select(index: number): void {
    this.order[this.selected]?.dom.removeClass("selected");
    this.selected = index;
    this.order[index]?.dom.addClass("selected");
  }

  private listen(doc: Document): void {
    const outside = (event: MouseEvent): void => {
      if (!this.dom.contains(event.target as Node | null)) this.hide();
    };
    const keymap = keymapOf(doc.defaultView ?? window);
    keymap?.pushScope(this.scope);
    this.register(() => keymap?.popScope(this.scope));
    this.registerDomEvent(doc, "mousedown", outside, true);
    this.registerDomEvent(doc.defaultView ?? window, "blur", () => this.hide());
  }

  /** Arrows, Enter and Escape are the menu's; all other keys go on to whatever has the keyboard. */
  private makeScope(): Scope {
    const scope = new Scope();
    const take = (key: string, act: (event: KeyboardEvent) => void): void =>
      void scope.register([], key, (event) => {
        act(event);
        return false;
      });
    take("ArrowDown", () => this.move(1));
    take("ArrowUp", () => this.move(-1));
    take("Enter", (event) => {
      const item = this.order[this.selected];
      if (item) this.choose(item, event);
    });
    take("Escape", () => this.hide());
    return scope;
  }

  /** The next row in a direction that can be chosen; from an end to the other. */
  private move(step: 1 | -1): void {
    const count = this.order.length;
    const start = this.selected < 0 && step < 0 ? count : this.selected;
    for (let i = 1; i <= count; i++) {
      const index = (start + step * i + count * 2) % count;
      if (this.order[index]?.isSelectable) return this.select(index);
    }
  }

  private place({ x, y, width, left, overlap }: MenuPositionDef, doc: Document): void {
    const size = this.dom.getBoundingClientRect();
    const view = doc.defaultView ?? window;
    const goesLeft = left === true || x + size.width > view.innerWidth - EDGE;
    const beside = width !== undefined && !overlap ? width : 0;
    const wantedX = goesLeft ? x - size.width : x + (left === undefined ? 0 : beside);
    const goesUp = y + size.height > view.innerHeight - EDGE;
    this.dom.style.left = `${Math.max(EDGE, wantedX)}px`;
    this.dom.style.top = `${Math.max(EDGE, goesUp ? view.innerHeight - size.height - EDGE : y)}px`;
  }
}

function groupBySection<T extends { section: string }>(rows: readonly T[]): Map<string, T[]> {
  const sections = new Map<string, T[]>();
  for (const row of rows) sections.set(row.section, [...(sections.get(row.section) ?? []), row]);
  // Rows without a section come last.
  const without = sections.get("");
  if (sections.delete("") && without) sections.set("", without);
  return sections;
}
