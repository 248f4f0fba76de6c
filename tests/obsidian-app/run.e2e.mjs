// Runs the shared specs in the real app. `npm run test:obsidian` has bundled them beside this file's packages.
import { browser } from "@wdio/globals";
import { obsidianPage } from "wdio-obsidian-service";
import { SPECS } from "./node_modules/.cache/shared-specs.mjs";

const app = {
  executeObsidian: (fn, ...args) => browser.executeObsidian(fn, ...args),
  executeObsidianCommand: (id) => browser.executeObsidianCommand(id),
  obsidianPage,
};

describe("in the real app", () => {
  for (const { name, run } of SPECS) it(name, () => run(app));
});
