// @vitest-environment happy-dom
// The built plugin where Obsidian's index is seconds behind the text: what is asked for meanwhile is done all the same.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const MAP = "Bread MOC.md";
const notes = {
  [MAP]: "# Bread\n\n## Grain\n\n- [ ] [[Flour]]\n- [ ] [[Wheat]]\n",
  "Start.md": "",
  "Flour.md": "",
  "Wheat.md": "",
  "Rye.md": "[[Wheat]] [[Flour]]",
  ".obsidian/plugins/moc-path/data.json": '{ "tasks": "always" }',
};
/** In milliseconds. */
const LAG = 1700;

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 9000 });

async function start(): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(rows(test)).toHaveLength(3));
  await test.app.workspace.openLinkText("Start", "");
  return test;
}

const rows = ({ containerEl }: TestApp): readonly HTMLElement[] =>
  containerEl.findAll(".moc-path-row:not(.mod-unlisted)").filter((el) => el.style.display !== "none");
const map = (test: TestApp): string => test.backend.texts()[MAP] ?? "";
const said = (): string =>
  document.body
    .findAll(".notice")
    .map((el) => el.textContent)
    .join();
/** The events that this device keeps until they are in its journal. */
const keptLines = ({ app }: TestApp): string => [app.loadLocalStorage("moc-path-unwritten")].flat().join();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function press(test: TestApp, ...keys: readonly string[]): void {
  const treeEl = test.containerEl.find(".moc-path-tree");
  treeEl.focus();
  for (const key of keys) treeEl.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

async function rewrite({ app }: TestApp, edit: (text: string) => string): Promise<void> {
  const file = app.vault.getFileByPath(MAP);
  if (file) await app.vault.process(file, edit);
}

/** The index stands still while something is done, and goes on after a while. */
async function lagging(test: TestApp, act: () => void | Promise<void>): Promise<void> {
  const release = test.app.metadataCache.hold();
  setTimeout(release, LAG);
  await act();
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("while the index is seconds behind", () => {
  it("one rating after another is written, and a mark behind them, and undone", async () => {
    const test = await start();
    await lagging(test, async () => {
      press(test, "Home", "ArrowDown", "4");
      await eventually(() => expect(map(test)).toContain("[[Flour]] ★★★★"));
      press(test, "ArrowDown", "3");
      await pause(LAG - 400);
      press(test, "ArrowUp", "i");
    });
    await eventually(() => expect(rows(test)[1]?.className).toContain("is-doing"));
    expect(said()).not.toContain("nothing was written");
    await eventually(() => expect(map(test)).toMatch(/\[\[Flour\]\] ★★★★.*\n.*\[\[Wheat\]\] ★★★/u));
    press(test, "u", "u", "u");
    await eventually(() => expect(map(test)).toBe(notes[MAP]));
  });

  it("every mark reaches its task", async () => {
    const test = await start();
    await lagging(test, async () => {
      press(test, "Home", "ArrowDown", "d");
      await eventually(() => expect(map(test)).toContain("- [x] [[Flour]]"));
      press(test, "ArrowDown", "d");
      await eventually(() => expect(rows(test)[2]?.className).toContain("is-done"));
    });
    await eventually(() => expect(map(test)).toContain("- [x] [[Flour]]\n- [x] [[Wheat]]"));
  });

  it("a mark is shown at once, and its task is written when the index is there, in the state marked last", async () => {
    const test = await start();
    const release = test.app.metadataCache.hold();
    await rewrite(test, (text) => text.replace("# Bread\n", "# Bread\n\nWords of mine.\n"));
    press(test, "Home", "ArrowDown", "d");
    await eventually(() => expect(rows(test)[1]?.className).toContain("is-done"));
    press(test, "i", "ArrowDown", "d");
    await eventually(() => expect(rows(test)[2]?.className).toContain("is-done"));
    press(test, "u");
    await eventually(() => expect(rows(test)[2]?.className).not.toContain("is-done"));
    expect(map(test)).toContain("- [ ] [[Flour]]\n- [ ] [[Wheat]]");
    release();
    await eventually(() => expect(map(test)).toContain("- [/] [[Flour]]\n- [ ] [[Wheat]]"));
    expect(rows(test)[1]?.className).toContain("is-doing");
    await eventually(() => expect(keptLines(test)).toContain('"marks":"/"'));
    // Once the task says so, the reader's own hand is the last word.
    await rewrite(test, (text) => text.replace("[/] [[Flour]]", "[ ] [[Flour]]"));
    await eventually(() => expect(rows(test)[1]?.className).not.toContain("is-doing"));
    press(test, "u");
    await eventually(() => expect(said()).toContain("Flour: in progress → to do"));
    expect(rows(test)[1]?.className).not.toContain("is-doing");
  });

  it("a note is added to the text as it is", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("Rye", "");
    await lagging(test, async () => {
      await rewrite(test, (text) => text.replace("# Bread\n", "# Bread\n\nWords of mine.\n"));
      await eventually(() => expect(test.app.commands.executeCommandById("moc-path:add-to-map")).toBe(true));
      await pause(LAG - 400);
      expect(document.body.find(".modal.moc-path-add").textContent).not.toContain("not there any more");
    });
    const added = (): HTMLElement | null => document.body.querySelector(".moc-path-add-line.is-new");
    await eventually(() => expect(added()).not.toBeNull());
    document.body
      .findAll(".modal.moc-path-add button")
      .find((el) => el.textContent === "Add")
      ?.click();
    await eventually(() => expect(map(test)).toContain("[[Rye]]"));
    expect(map(test)).toContain("# Bread\n\nWords of mine.\n");
  });
});
