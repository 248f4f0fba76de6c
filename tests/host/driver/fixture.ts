// The app for a group of tests: started once, closed at the end, and every test fails that let the page report an
// error.
import { afterAll, afterEach, beforeAll } from "vitest";
import { startObsidian, type LaunchOptions, type ObsidianApp } from "./obsidian";
import { sharedWindows } from "./windows";

/** Call it in a `describe`; the result is there from the first test on. */
export function useObsidian(options: LaunchOptions = {}): { readonly current: ObsidianApp } {
  let app: ObsidianApp | null = null;
  beforeAll(async () => {
    app = await startObsidian(await sharedWindows(), options);
  });
  afterEach(() => app?.assertNoErrors());
  afterAll(() => app?.close());
  return {
    get current() {
      if (!app) throw new Error("The app is started before the first test, not earlier.");
      return app;
    },
  };
}
