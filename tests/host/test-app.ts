// An app over a vault in memory, for tests in happy-dom.
import { App, type AppOptions } from "./app";
import { installDom } from "./dom/install";
import { MemoryStore } from "./local-storage";
import * as obsidian from "./obsidian";
import type { InstalledPlugin } from "./plugins/plugins";
import { MemoryBackend } from "./vault";

export interface TestAppOptions extends Pick<AppOptions, "indexing" | "layoutGate"> {
  readonly plugins?: readonly InstalledPlugin[];
  /** A vault and a device's storage from an earlier app: what a restart finds. */
  readonly from?: TestApp;
}

export interface TestApp {
  readonly app: App;
  readonly backend: MemoryBackend;
  readonly storage: MemoryStore;
  /** Where the window's parts are. */
  readonly containerEl: HTMLElement;
}

/** An app with these notes by path, not started yet. */
export function makeTestApp(notes: Readonly<Record<string, string>>, options: TestAppOptions = {}): TestApp {
  installDom(window);
  const { plugins = [], from, ...appOptions } = options;
  const backend = from?.backend ?? new MemoryBackend(notes);
  const storage = from?.storage ?? new MemoryStore();
  const app = new App({ backend, storage, ...appOptions });
  app.plugins.provide(obsidian);
  for (const plugin of plugins) app.plugins.install(plugin);
  return { app, backend, storage, containerEl: document.body.createDiv() };
}

/** A started app with these notes by path. */
export async function startTestApp(notes: Readonly<Record<string, string>>, options: TestAppOptions = {}): Promise<TestApp> {
  const test = makeTestApp(notes, options);
  await test.app.boot(test.containerEl);
  return test;
}
