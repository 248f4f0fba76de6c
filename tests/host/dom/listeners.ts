// Delegated listeners and the little that the app adds to events.
import { missing } from "../strict/missing";
import { define } from "./define";
import { watchMigration } from "./migration";

type Globals = Window & typeof globalThis;
type Delegate = (this: EventTarget, event: Event, target: HTMLElement) => unknown;

interface Registered {
  readonly type: string;
  readonly selector: string;
  readonly callback: Delegate;
  readonly listener: EventListener;
}

/** The element that an event happened in, whatever window made it. */
export function closestOf(target: EventTarget | null, selector: string): HTMLElement | null {
  return target && "closest" in target ? (target as Element).closest<HTMLElement>(selector) : null;
}

const registered = new WeakMap<EventTarget, Registered[]>();

const delegation = {
  on(
    this: HTMLElement | Document,
    type: string,
    selector: string,
    callback: Delegate,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = (event: Event): void => {
      const target = closestOf(event.target, selector);
      if (target && this.contains(target)) callback.call(this, event, target);
    };
    registered.set(this, [...(registered.get(this) ?? []), { type, selector, callback, listener }]);
    this.addEventListener(type, listener, options);
  },
  off(
    this: HTMLElement | Document,
    type: string,
    selector: string,
    callback: Delegate,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const all = registered.get(this) ?? [];
    const fits = (one: Registered): boolean =>
      one.type === type && one.selector === selector && one.callback === callback;
    for (const one of all.filter(fits)) this.removeEventListener(type, one.listener, options);
    registered.set(
      this,
      all.filter((one) => !fits(one)),
    );
  },
};

const events = {
  /** Clicks of the main and of the middle button. */
  onClickEvent(
    this: HTMLElement,
    listener: (event: MouseEvent) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    this.addEventListener("click", listener, options);
    this.addEventListener("auxclick", listener, options);
  },
  trigger(this: HTMLElement, type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  },
  onNodeInserted: missing("HTMLElement.onNodeInserted"),
  onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
    return watchMigration(this, listener);
  },
};

const uiEvents = {
  get targetNode(): Node | null {
    return (this as unknown as UIEvent).target as Node | null;
  },
  get win(): Window {
    return (this as unknown as UIEvent).view ?? window;
  },
  get doc(): Document {
    return ((this as unknown as UIEvent).view ?? window).document;
  },
  /** True across windows as well: each has constructors of its own. */
  instanceOf(this: UIEvent, type: (new () => unknown) & { readonly name: string }): boolean {
    const local: unknown = Reflect.get(this.view ?? window, type.name);
    return this instanceof type || (typeof local === "function" && this instanceof local);
  },
};

/** Adds them to a window's prototypes. */
export function defineListeners(win: Globals): void {
  define(win.HTMLElement.prototype, { ...delegation, ...events });
  define(win.Document.prototype, delegation);
  define(win.UIEvent.prototype, uiEvents);
}
