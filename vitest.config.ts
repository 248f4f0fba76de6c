// Three test projects: `pure` runs in Node what keeps no state, `unit` the rest of it (files that need a page ask for
// happy-dom themselves), `e2e` drives the built plugin in Chromium. All see the stand-in app as the module `obsidian`.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const host = fileURLToPath(new URL("./tests/host/obsidian.ts", import.meta.url));
const resolve = { alias: { obsidian: host } };
const limits = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 };
const PURE = ["tests/{core,index,progress,actions}/**/*.test.ts"];

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          ...limits,
          name: "pure",
          include: PURE,
          // These layers have no singletons: their files share modules, which takes half the time. A file that leaned
          // on the one before it would fail as their order changes from run to run.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
          sequence: { shuffle: { files: true } },
        },
      },
      {
        resolve,
        test: { ...limits, name: "unit", include: ["tests/**/*.test.ts"], exclude: ["tests/e2e/**", ...PURE] },
      },
      {
        resolve,
        test: {
          ...limits,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          // What the files of a worker share is its browser and the page's bundle.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
