// @vitest-environment happy-dom
// The built plugin while the app renames notes and rewrites the links to them: what happened is told first, and the
// texts change later, one by one.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { MocPathApi } from "../../src/api";
import { builtPlugin } from "../host/built-plugin";
import { MarkdownView } from "../host/obsidian";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const MAP = "Bread MOC.md";
const notes = {
  [MAP]: "# Bread\n\n## Basics\n\n- [[Flour]] ★★★\n- [[Water|the water]]\n- [[Dough MOC]]\n",
  "Dough MOC.md": "# Dough\n\n- [[Flour]]\n- [[Salt]]\n",
  "Flour.md": "# Flour\n\nOf wheat, rye and spelt, ground by stone.\n",
  "Water.md": "# Water\n",
  "Salt.md": "# Salt\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 6000 });

async function start(): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  test.app.fileManager.updatesLinks = true;
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(rows(test)).toEqual(["Flour todo", "the water todo", "Dough todo"]));
  return test;
}

function rowEls({ containerEl }: TestApp): HTMLElement[] {
  return containerEl.findAll(".moc-path-row.mod-entry").filter((row) => row.style.display !== "none");
}

const titleOf = (row: HTMLElement): string => row.find(".moc-path-title").getText();
const rows = (test: TestApp): readonly string[] =>
  rowEls(test).map((row) => `${titleOf(row)} ${/is-(todo|doing|done|skipped|moved)/u.exec(row.className)?.[1] ?? "?"}`);

function mark(test: TestApp, title: string): void {
  const row = rowEls(test).find((one) => titleOf(one) === title);
  row?.querySelector<HTMLElement>(".moc-path-state")?.click();
}

async function rename({ app }: TestApp, from: string, to: string): Promise<void> {
  const file = app.vault.getAbstractFileByPath(from);
  if (file) await app.fileManager.renameFile(file, to);
}

async function findingsOf({ app }: TestApp): Promise<readonly string[]> {
  const { api } = app.plugins.plugins["moc-path"] as unknown as { readonly api: MocPathApi };
  return (await api.findings(MAP)).map(({ kind }) => kind);
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a note that the app renames, with the links to it", () => {
  it("keeps its mark, its row and its place, and nothing is found wrong with its maps", async () => {
    const test = await start();
    mark(test, "Flour");
    await eventually(() => expect(rows(test)[0]).toBe("Flour doing"));
    await test.app.vault.createFolder("Flours");
    const before = await findingsOf(test);
    await rename(test, "Flour.md", "Flours/Meal.md");
    await eventually(() => expect(rows(test)).toEqual(["Meal doing", "the water todo", "Dough todo"]));
    expect(test.backend.texts()[MAP]).toContain("- [[Meal]] ★★★");
    expect(await findingsOf(test)).toEqual(before);
    await rename(test, "Flours/Meal.md", "Flour.md");
    await eventually(() => expect(rows(test)[0]).toBe("Flour doing"));
    test.app.commands.executeCommandById("moc-path:undo");
    await eventually(() => expect(rows(test)[0]).toBe("Flour todo"));
  });

  it("keeps it also while the index is seconds behind, and a mark set meanwhile is that of the note", async () => {
    const test = await start();
    mark(test, "Flour");
    await eventually(() => expect(rows(test)[0]).toBe("Flour doing"));
    const release = test.app.metadataCache.hold();
    await rename(test, "Flour.md", "Meal.md");
    expect(test.backend.texts()[MAP]).toContain("[[Meal]]");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rows(test)).toEqual(["Flour doing", "the water todo", "Dough todo"]);
    mark(test, "Flour");
    await eventually(() => expect(rows(test)[0]).toBe("Flour done"));
    release();
    await eventually(() => expect(rows(test)[0]).toBe("Meal done"));
    expect(Object.values(test.backend.texts()).join("")).toMatch(/"target":"Meal\.md","state":"done"/u);
  });

  it("is rewritten in a map that is being edited, whose unsaved words stay", async () => {
    const test = await start();
    const [leaf] = test.app.workspace.getLeavesOfType("markdown");
    const view = leaf?.view as MarkdownView;
    mark(test, "the water");
    await eventually(() => expect(rows(test)[1]).toBe("the water doing"));
    view.editor.replaceRange("## Typed\n\n- [[Salt]]\n", { line: view.editor.lastLine(), ch: 0 });
    await rename(test, "Water.md", "Spring.md");
    await eventually(() => expect(view.editor.getValue()).toContain("[[Spring|the water]]"));
    await view.save();
    await eventually(() => expect(rows(test)).toContain("Salt todo"));
    expect(rows(test)[1]).toBe("the water doing");
    expect(test.backend.texts()[MAP]).toContain("[[Spring|the water]]\n- [[Dough MOC]]\n## Typed\n\n- [[Salt]]\n");
  });
});

describe("a map that the app renames, with the links to it", () => {
  it("stays in the sidebar, and in the maps that lead to it", async () => {
    const test = await start();
    await rename(test, MAP, "Loaves MOC.md");
    await rename(test, "Dough MOC.md", "Paste MOC.md");
    await eventually(() => expect(rows(test)).toEqual(["Flour todo", "the water todo", "Dough todo"]));
    expect(test.backend.texts()["Loaves MOC.md"]).toContain("- [[Paste MOC]]");
    mark(test, "Flour");
    await eventually(() => expect(rows(test)[0]).toBe("Flour doing"));
  });
});
