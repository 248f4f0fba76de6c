// Two test projects: `unit` runs in Node (files that need a page ask for happy-dom themselves),
// `e2e` drives the built plugin in Chromium. Both see the stand-in app as the module `obsidian`.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const host = fileURLToPath(new URL("./tests/host/obsidian.ts", import.meta.url));
const alias = { obsidian: host };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What the files of a worker share is its browser and the page's bundle.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
