// The windows that apps run in. A new one costs a process of the browser and seconds, so an app that ends leaves its
// window to the next.
import { chromium, type Browser, type Page } from "playwright-core";
import { browserPath } from "../../tools/setup.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface WindowShape {
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  readonly isTouched: boolean;
  /** Pixels of a screenshot for each CSS pixel. */
  readonly scale: number;
}

export class Windows {
  private readonly free: { readonly kind: string; readonly page: Page }[] = [];
  private readonly kinds = new WeakMap<Page, string>();

  private constructor(private readonly browser: Browser) {}

  /** Launches a browser, which ends by `close` or with the process. */
  static async open(): Promise<Windows> {
    return new Windows(await chromium.launch({ executablePath: browserPath(), args: FLAGS }));
  }

  /** True if the browser is still there. */
  get isOpen(): boolean {
    return this.browser.isConnected();
  }

  /** An empty window in a context of its own: one that was given back, or a new one. */
  async take(shape: WindowShape): Promise<Page> {
    const kind = `${shape.isTouched} ${shape.scale}`;
    const at = this.free.findIndex((one) => one.kind === kind);
    const page = this.free.splice(at, at < 0 ? 0 : 1)[0]?.page ?? (await this.make(shape));
    this.kinds.set(page, kind);
    await page.setViewportSize({ width: shape.width, height: shape.height });
    await page.emulateMedia({ colorScheme: shape.theme, reducedMotion: null });
    return page;
  }

  /** A new window in a context of its own, which ends where it is given back. */
  async make({ width, height, theme, isTouched, scale }: WindowShape): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      isMobile: isTouched,
      hasTouch: isTouched,
      deviceScaleFactor: scale,
    });
    return context.newPage();
  }

  /** Takes back the window of an app that ran at `address`. One that was closed or made to end with its app ends. */
  async giveBack(page: Page, address: string): Promise<void> {
    const [kind, context] = [this.kinds.get(page), page.context()];
    page.removeAllListeners();
    if (kind === undefined || page.isClosed()) return context.close();
    for (const other of context.pages()) if (other !== page) await other.close();
    await context.clearPermissions();
    await clearStorage(page, address);
    this.free.push({ kind, page });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Ends the app of a window, by another page of its origin, and empties what it stored on this device. */
export async function clearStorage(page: Page, address: string): Promise<void> {
  await page.goto(new URL("empty.html", address).href);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

let shared: Promise<Windows> | null = null;

/** The windows of this process; those of another browser if the last has crashed. */
export async function sharedWindows(): Promise<Windows> {
  shared ??= Windows.open();
  const windows = await shared;
  if (windows.isOpen) return windows;
  shared = null;
  return sharedWindows();
}
