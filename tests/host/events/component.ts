// Things with a life: what is registered with them ends when they do.
import { reportUncaught, type EventRef } from "./events";

type Handler = (this: HTMLElement, event: never) => unknown;

export class Component {
  private isLoaded = false;
  private readonly children: Component[] = [];
  private readonly cleanups: (() => unknown)[] = [];

  /**
   * Loads this, then its children: at once, or when an asynchronous `onload` has finished. Rejects if one of them
   * fails.
   */
  async load(): Promise<void> {
    if (this.isLoaded) return;
    this.isLoaded = true;
    const loading = this.onload();
    if (loading) await loading;
    await Promise.all(this.children.map((child) => child.load()));
  }

  onload(): Promise<void> | void {
    // For subclasses.
  }

  /**
   * Unloads the children, undoes what was registered, each last first; then `onunload`. One that fails is reported and
   * stops none.
   */
  unload(): void {
    if (!this.isLoaded) return;
    this.isLoaded = false;
    for (const child of this.children.splice(0).reverse()) child.unload();
    for (const cleanup of this.cleanups.splice(0).reverse()) attempt(cleanup);
    attempt(() => this.onunload());
  }

  onunload(): void {
    // For subclasses.
  }

  addChild<T extends Component>(component: T): T {
    this.children.push(component);
    if (this.isLoaded) component.load().catch(reportUncaught);
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    const at = this.children.indexOf(component);
    if (at >= 0) this.children.splice(at, 1);
    component.unload();
    return component;
  }

  register(cb: () => unknown): void {
    this.cleanups.push(cb);
  }

  registerEvent(eventRef: EventRef): void {
    this.register(() => eventRef.e.offref(eventRef));
  }

  registerDomEvent(
    el: Window | Document | HTMLElement,
    type: string,
    callback: Handler,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    el.addEventListener(type, listener, options);
    this.register(() => el.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}

function attempt(task: () => unknown): void {
  try {
    task();
  } catch (error) {
    reportUncaught(error);
  }
}
