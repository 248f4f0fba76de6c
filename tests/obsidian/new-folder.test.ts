// @vitest-environment happy-dom
// Folders that are made when something is to be written into them.
import type { App } from "obsidian";
import { expect, it } from "vitest";
import { OffSwitch } from "../../src/obsidian/off-switch";
import { ProgressFiles } from "../../src/obsidian/progress-files";
import { startTestApp } from "../host/test-app";

it("a folder that several files need at once is made once, and holds them all", async () => {
  const test = await startTestApp({});
  const files = new ProgressFiles(test.app as unknown as App, new OffSwitch(), () => "MOC Path");
  const names = ["Imported phone000 2026", "Imported tablet00 2026", "Imported laptop00 2026"];
  const paths = names.map((name) => `MOC Path/${name}.md`);
  expect(await Promise.all(names.map((name) => files.create(name, "md", name)))).toEqual(paths);
  expect(Object.keys(test.backend.texts()).sort()).toEqual(paths.sort());
  await test.app.close();
});
