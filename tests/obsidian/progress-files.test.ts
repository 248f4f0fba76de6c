// @vitest-environment happy-dom
// The files that an import offers.
import type { App } from "obsidian";
import { expect, it } from "vitest";
import { OffSwitch } from "../../src/obsidian/off-switch";
import { ProgressFiles } from "../../src/obsidian/progress-files";
import { startTestApp } from "../host/test-app";

it("what may be an export is offered before the notes of the vault, and nothing that cannot be one", async () => {
  const test = await startTestApp({ "Old.json": "{}", "Table.csv": "", "Flour.md": "", "Picture.png": "" });
  const files = new ProgressFiles(test.app as unknown as App, new OffSwitch(), () => "MOC Path");
  await test.app.vault.create("Newest.md", "");
  const offered = files.candidates();
  expect(offered.slice(0, 2).toSorted()).toEqual(["Old.json", "Table.csv"]);
  expect(offered.slice(2).toSorted()).toEqual(["Flour.md", "Newest.md"]);
  await test.app.close();
});
