// @vitest-environment happy-dom
// The things the reader is told when something fails, that they are true, and that
// nothing is written once the plugin is off.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const MAP = "## Bread\n\n- [[Flour]] ★★\n- [[Water]]\n";
const NOTES = {
  ...{ "Bread MOC.md": MAP, "Start.md": "", "Flour.md": "", "Water.md": "" },
  ...{ "Long MOC.md": "## Long\n\n- [[Water]] (9 lines)\n- [[Unwritten]]\n" },
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(): Promise<TestApp> {
  const test = await startTestApp(NOTES, { plugins: [builtPlugin()] });
  open.push(test);
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(rows(test)).toHaveLength(2));
  await test.app.workspace.openLinkText("Start", "");
  return test;
}

const rows = ({ containerEl }: TestApp): readonly HTMLElement[] =>
  containerEl.findAll(".moc-path-row.mod-entry").filter((el) => el.style.display !== "none");
const states = (test: TestApp): readonly (string | undefined)[] =>
  rows(test).map((el) => /is-(todo|doing|done|skipped)/u.exec(el.className)?.[1]);
const map = (test: TestApp): string => test.backend.texts()["Bread MOC.md"] ?? "";
const notices = (): readonly HTMLElement[] => document.body.findAll(".notice");
const said = (): string =>
  notices()
    .map((el) => el.textContent)
    .join("\n");
/** The last message for screen readers. */
const aloud = ({ containerEl }: TestApp): string | null => containerEl.find(".moc-path-live").textContent;
const run = (test: TestApp, id: string): void => void test.app.commands.executeCommandById(`moc-path:${id}`);

function press(test: TestApp, ...keys: readonly string[]): void {
  const treeEl = test.containerEl.find(".moc-path-tree");
  treeEl.focus();
  for (const key of keys) treeEl.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

async function choose(words: string): Promise<void> {
  const item = (): HTMLElement | undefined =>
    document.body.findAll(".suggestion-item").find((el) => el.textContent?.includes(words));
  await eventually(() => expect(item()).toBeDefined());
  item()?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the undo of a rating that fails", () => {
  it("says that nothing was undone, and can be tried again", async () => {
    const test = await start();
    press(test, "Home", "ArrowDown", "4");
    await eventually(() => expect(map(test) + said()).toContain("[[Flour]] ★★★★"));
    test.faults.fail("write", new Error("ENOSPC"), { path: /MOC\.md$/u });
    run(test, "undo");
    await eventually(() => expect(said()).toContain("Nothing was undone"));
    expect(said()).not.toContain("kept here");
    test.faults.clear();
    run(test, "undo");
    await eventually(() => expect(map(test)).toBe(MAP));
  });
});

describe("an export or import that fails", () => {
  it("says that nothing was exported, or imported", async () => {
    const test = await start();
    press(test, "Home", "d");
    await eventually(() => expect(states(test)[0]).toBe("done"));
    test.faults.fail("write", new Error("ENOSPC"), { path: /export.*json$/u });
    run(test, "export-progress");
    await choose("JSON");
    await eventually(() => expect(said()).toContain("Nothing was exported"));
    expect(aloud(test)).toContain("Nothing was exported");
    test.faults.clear();
    test.faults.fail("read", new Error("EACCES"), { path: /Flour/u });
    run(test, "import-progress");
    await choose("Flour");
    await eventually(() => expect(said()).toContain("Nothing was imported"));
    expect(aloud(test)).toContain("Nothing was imported");
    expect(said()).not.toContain("kept here");
  });
});

describe("a request that fails", () => {
  it("is answered where a note with lines to fix cannot be read", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("Long MOC", "");
    run(test, "check-map");
    const fixAllEl = (): HTMLElement | null => test.containerEl.find(".moc-path-check-all");
    await eventually(() => expect(fixAllEl()?.textContent).toContain("(1)"));
    const reading = vi.spyOn(test.app.vault, "cachedRead").mockRejectedValue(new Error("EACCES"));
    fixAllEl()?.click();
    await eventually(() => expect(said()).toContain("That could not be done: EACCES"));
    expect(document.body.find(".moc-path-fix-all")).toBeNull();
    reading.mockRestore();
    fixAllEl()?.click();
    await eventually(() => expect(document.body.find(".moc-path-fix-all")).not.toBeNull());
  });

  it("is answered where a note cannot be made that a link asks for", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("Long MOC", "");
    await eventually(() => expect(rows(test).at(-1)?.textContent).toContain("Unwritten"));
    test.faults.fail("write", new Error("ENOSPC"), { path: /^Unwritten/u });
    press(test, "End", "Enter");
    const createEl = (): HTMLElement | undefined => notices().find((el) => el.textContent.includes("Create note"));
    await eventually(() => expect(createEl()).toBeDefined());
    createEl()?.find("button").click();
    await eventually(() => expect(said()).toContain("Could not open Unwritten: ENOSPC"));
  });

  it("is answered where a setting cannot be saved", async () => {
    const test = await start();
    test.faults.fail("write", new Error("ENOSPC"), { path: /data\.json$/u });
    run(test, "toggle-remarks");
    await eventually(() => expect(said()).toContain("it could not be saved. (ENOSPC)"));
  });
});

describe("the plugin turned off", () => {
  it("takes the offer to undo along", async () => {
    const test = await start();
    const offers = (): readonly HTMLElement[] => notices().filter((el) => el.find("button")?.textContent === "Undo");
    press(test, "Home", "d");
    await eventually(() => expect(offers()).toHaveLength(1));
    await test.app.plugins.disablePlugin("moc-path");
    expect(offers()).toEqual([]);
  });

  it("writes no mark for whoever still holds its API, and no export for a dialog that is still open", async () => {
    const test = await start();
    const { api } = test.app.plugins.plugins["moc-path"] as unknown as {
      api: { mark(targets: readonly string[], state: string): Promise<unknown> };
    };
    press(test, "Home", "d");
    await eventually(() => expect(states(test)[0]).toBe("done"));
    run(test, "export-progress");
    await eventually(() => expect(document.body.findAll(".suggestion-item").length).toBeGreaterThan(0));
    await test.app.plugins.disablePlugin("moc-path");
    await eventually(() => expect(Object.keys(test.backend.texts()).join()).toContain("MOC Path/Progress"));
    const notes = (): readonly string[] =>
      Object.entries(test.backend.texts()).flatMap(([path, text]) => (path.startsWith(".") ? [] : [path, text]));
    const before = notes();
    await expect(api.mark(["Water.md"], "done")).rejects.toThrow("MOC Path is off");
    await choose("JSON");
    await eventually(() => expect(said()).toContain("Nothing was exported"));
    lookAway();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(notes()).toEqual(before);
  });
});
