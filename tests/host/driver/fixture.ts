// The app for a test file: launched once, closed at the end, and every test fails that let the page report an error.
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchObsidian, type LaunchOptions, type ObsidianApp } from "./obsidian";

/** Call it in a `describe`; the result is there from the first test on. */
export function useObsidian(options: LaunchOptions = {}): { readonly current: ObsidianApp } {
  let app: ObsidianApp | null = null;
  beforeAll(async () => {
    app = await launchObsidian(options);
  });
  afterEach(() => app?.assertNoErrors());
  afterAll(() => app?.close());
  return {
    get current() {
      if (!app) throw new Error("The app is launched before the first test, not earlier.");
      return app;
    },
  };
}
