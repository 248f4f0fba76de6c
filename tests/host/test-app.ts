// An app over a vault in memory, for tests in happy-dom.
import { App, type AppOptions } from "./app";
import { installDom } from "./dom/install";
import { MemoryStore } from "./local-storage";
import * as obsidian from "./obsidian";
import type { InstalledPlugin } from "./plugins/plugins";
import { FaultyBackend, MacBackend, MemoryBackend, Outside, type Faults } from "./vault";

export interface TestAppOptions extends Pick<AppOptions, "indexing" | "layoutGate"> {
  readonly plugins?: readonly InstalledPlugin[];
  /** True if the disk lists names decomposed, as a Mac's may. */
  readonly isMac?: boolean;
  /**
   * A vault and a device's storage from an earlier app: what a restart finds. The earlier one no longer sees what
   * happens to the files.
   */
  readonly from?: TestApp;
  /** The app of another device that is running on the same vault; this one has storage of its own. */
  readonly beside?: TestApp;
}

export interface TestApp {
  readonly app: App;
  readonly backend: MemoryBackend;
  readonly storage: MemoryStore;
  /** Another program at work on the same files. */
  readonly outside: Outside;
  /** The faults in this app's calls to the vault. */
  readonly faults: Faults;
  /** The element that holds the window's parts. */
  readonly containerEl: HTMLElement;
}

/** An app with these notes by path, not started yet. */
export function makeTestApp(notes: Readonly<Record<string, string>>, options: TestAppOptions = {}): TestApp {
  installDom(window);
  const { plugins = [], isMac = false, from, beside, ...appOptions } = options;
  const backend = (from ?? beside)?.backend ?? new (isMac ? MacBackend : MemoryBackend)(notes);
  from?.app.vault.stopWatching();
  const storage = from?.storage ?? new MemoryStore();
  const faulty = new FaultyBackend(backend);
  const app = new App({ backend: faulty, storage, ...appOptions });
  app.plugins.provide(obsidian);
  for (const plugin of plugins) app.plugins.install(plugin);
  return {
    app,
    backend,
    storage,
    outside: new Outside(backend),
    faults: faulty.faults,
    containerEl: document.body.createDiv(),
  };
}

/** A started app with these notes by path. */
export async function startTestApp(
  notes: Readonly<Record<string, string>>,
  options: TestAppOptions = {},
): Promise<TestApp> {
  const test = makeTestApp(notes, options);
  await test.app.boot(test.containerEl);
  return test;
}

/** Opens a note, and the roadmap beside it. */
export async function showRoadmapOf({ app }: TestApp, linkpath: string): Promise<void> {
  await app.workspace.openLinkText(linkpath, "");
  app.commands.executeCommandById("moc-path:open-roadmap");
}

/** The reader looks away from the window and back: what waits for the reader to rest is done at once. */
export function lookAway(): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
  Reflect.deleteProperty(document, "visibilityState");
}
