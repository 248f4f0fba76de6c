// Launches the stand-in app in a real browser, and is all that an end-to-end test holds of it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import type { App } from "../app";
import type { Device } from "../platform";
import type { Plugin } from "../plugins/plugin";
import type { Concealing } from "../workspace/concealed-syntax";
import type { Faults } from "../vault";
import { serveDemo, type RunningServer } from "../server";
import { ObsidianPage, type PageContext, type PageWindow } from "./obsidian-page";
import { OutsideDisk } from "./outside";
import { PageWatch } from "./watch";
import { clearStorage, Windows } from "./windows";

const projectDir = fileURLToPath(new URL("../../..", import.meta.url));

export interface LaunchOptions {
  /** The folder that is copied; the demo vault if not given. */
  readonly vault?: string;
  readonly theme?: "light" | "dark";
  readonly lang?: string;
  /** Tablets and phones are touched, and have the app's layout for them. */
  readonly device?: Device;
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Pixels of a screenshot for each CSS pixel. */
  readonly scale?: number;
  /** Of the right sidebar, which is then open from the start. */
  readonly sidebarWidth?: number;
  /** The folder in which the layout is kept, by vault path. */
  readonly configDir?: string;
  /** A window that no other app has had or will have: for scripts that a window keeps, and to count what it holds. */
  readonly ownWindow?: boolean;
  /** The way Live Preview hides signs of Markdown that adjoin: one by one, or as one range. */
  readonly conceals?: Concealing;
  /** False starts the app without the plugin. */
  readonly plugin?: boolean;
  /**
   * The plugin's data as it was saved before. Unless it is given, the reader has said that tasks of maps are not
   * written.
   */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The things a function run by `executeObsidian` gets. */
export interface InPage {
  readonly app: App;
  readonly obsidian: Record<string, unknown>;
  /** Enabled plugins by id. */
  readonly plugins: Record<string, Plugin>;
  /** Makes the app's calls to the vault fail or wait. */
  readonly faults: Faults;
}

export class ObsidianApp implements PageContext {
  readonly obsidianPage = new ObsidianPage(this);
  readonly outside: OutsideDisk;
  private readonly context: BrowserContext;
  private readonly devices: ObsidianApp[] = [];
  private hasLeft = false;
  private currentPage: Page;

  private constructor(
    private readonly windows: Windows,
    page: Page,
    readonly server: RunningServer,
    private readonly options: LaunchOptions,
    private readonly watch: PageWatch,
  ) {
    this.currentPage = page;
    this.context = page.context();
    this.outside = new OutsideDisk(server.vaultDir);
    watch.follow(page);
  }

  /** Starts the app in a window with storage of its own. */
  static async start(
    windows: Windows,
    server: RunningServer,
    options: LaunchOptions,
    watch: PageWatch,
  ): Promise<ObsidianApp> {
    const { width = 1280, height = 800, theme = "dark", device = "desktop", scale = 1, ownWindow = false } = options;
    const shape = { width, height, theme, isTouched: device !== "desktop", scale };
    const page = await (ownWindow ? windows.make(shape) : windows.take(shape));
    const app = new ObsidianApp(windows, page, server, options, watch);
    await app.reloadApp();
    return app;
  }

  /** The app's window; another one after `kill` and `reopen`. */
  get page(): Page {
    return this.currentPage;
  }

  /** The copy of the vault on disk. */
  get vaultDir(): string {
    return this.server.vaultDir;
  }

  /** Runs a function in the page; it may use nothing from outside itself but its arguments, which must be JSON. */
  async executeObsidian<A extends readonly unknown[], R>(
    fn: (inPage: InPage, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    const given = args.map((arg) => `, ${JSON.stringify(arg) ?? "undefined"}`).join("");
    const result: unknown = await this.page.evaluate(
      `(${fn.toString()})({ app, obsidian, plugins: app.plugins.plugins, faults }${given})`,
    );
    return result as R;
  }

  /** Runs a command by its full id. Rejects if there is none or it cannot act now. */
  async executeObsidianCommand(id: string): Promise<void> {
    const isRun = await this.page.evaluate(
      (commandId) => (window as unknown as PageWindow).app.commands.executeCommandById(commandId),
      id,
    );
    if (!isRun) throw new Error(`Command ${id} could not be run`);
  }

  /** The reader looks away from the window and back: what waits for the reader to rest is done at once. */
  async lookAway(): Promise<void> {
    await this.page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
      Reflect.deleteProperty(document, "visibilityState");
    });
  }

  /** Clicks away what the app has told, as a reader does who wants what lies behind it; it would stay for seconds. */
  async dismissNotices(): Promise<void> {
    await this.page.evaluate(() => {
      for (const noticeEl of document.querySelectorAll<HTMLElement>(".notice")) noticeEl.click();
    });
  }

  /** Ends the app, saving its layout as the real one does, and starts it again. */
  async reloadApp(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as Partial<PageWindow>).app?.workspace.saveAll());
    await this.page.goto(`${this.server.url}?${queryOf(this.options)}`);
    await this.page.waitForFunction(() => "started" in window);
    await this.page.evaluate(() => (window as unknown as PageWindow).started);
  }

  /**
   * Ends the app; this device has nothing of it any more, and the vault is a fresh copy with the plugin's data as at
   * the start.
   */
  async resetVault(vault?: string): Promise<void> {
    await clearStorage(this.page, this.server.url);
    await this.server.resetVault(vault);
    await saveData(this.server.vaultDir, this.options);
    await this.reloadApp();
  }

  /**
   * Saves a picture of the window, or of a page it opened, under dist/screenshots, which git ignores; returns its path.
   */
  async screenshot(name: string, page = this.page): Promise<string> {
    const folder = join(projectDir, "dist", "screenshots");
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: "disabled" });
    return path;
  }

  /** Throws with everything bad that the page reported since it was asked last. */
  assertNoErrors(): void {
    const problems = this.watch.take();
    if (problems.length > 0) throw new Error(`The page reported:\n${problems.join("\n")}`);
  }

  /** For a test that provokes errors on purpose: returns and forgets them. */
  takeErrors(): readonly string[] {
    return this.watch.take();
  }

  /**
   * Another device at work on the same vault, with storage and a config folder of its own. It ends with this app, or by
   * `leave`.
   */
  async openDevice(options: LaunchOptions = {}): Promise<ObsidianApp> {
    const other = { configDir: ".obsidian-other", ...options };
    const device = await ObsidianApp.start(this.windows, this.server, other, this.watch);
    this.devices.push(device);
    return device;
  }

  /** Ends the app in the midst of what it does: nothing of the page runs any more, as in a crash or a loss of power. */
  async kill(): Promise<void> {
    this.page.removeAllListeners();
    const crash = this.page.waitForEvent("crash");
    void this.page.goto("chrome://crash").catch(() => undefined);
    await crash;
    await this.page.close();
  }

  /** Starts the app again after `kill`, with what the device had stored. */
  async reopen(): Promise<void> {
    this.currentPage = await this.context.newPage();
    this.watch.follow(this.currentPage);
    await this.reloadApp();
  }

  /** Ends the app, and leaves its window to others; server and other devices go on. */
  async leave(): Promise<void> {
    if (this.hasLeft) return;
    this.hasLeft = true;
    await this.windows.giveBack(this.page, this.server.url);
  }

  /** Ends the app and the other devices, and the server. */
  async close(): Promise<void> {
    for (const app of [this, ...this.devices]) await app.leave();
    await this.server.close();
  }
}

/** Starts the app in a window of a browser that may have others open. */
export async function startObsidian(windows: Windows, options: LaunchOptions = {}): Promise<ObsidianApp> {
  return ObsidianApp.start(windows, await serve(options), options, new PageWatch());
}

/** Starts the app in a browser of its own, which ends with it. */
export async function launchObsidian(options: LaunchOptions = {}): Promise<ObsidianApp> {
  const [windows, server] = [await Windows.open(), await serve(options)];
  const close = async (): Promise<void> => {
    await server.close();
    await windows.close();
  };
  return ObsidianApp.start(windows, { ...server, close }, options, new PageWatch());
}

async function serve(options: LaunchOptions): Promise<RunningServer> {
  const vault = options.vault ?? join(projectDir, "tests", "fixtures", "vault");
  const server = await serveDemo({ projectDir, vault });
  await saveData(server.vaultDir, options);
  return server;
}

async function saveData(
  vaultDir: string,
  { configDir = ".obsidian", data = { tasks: "never" } }: LaunchOptions,
): Promise<void> {
  const folder = join(vaultDir, configDir, "plugins", "moc-path");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "data.json"), JSON.stringify(data));
}

function queryOf({
  theme = "dark",
  lang = "en",
  device = "desktop",
  configDir = ".obsidian",
  conceals = "by token",
  sidebarWidth,
  plugin = true,
}: LaunchOptions): URLSearchParams {
  return new URLSearchParams({
    theme,
    lang,
    device,
    config: configDir,
    conceals,
    ...(sidebarWidth !== undefined && { width: String(sidebarWidth) }),
    ...(!plugin && { plugin: "off" }),
  });
}
