// @vitest-environment happy-dom
// Pop-out windows: leaves in a second page, and what the app tells of it.
import { afterEach, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../test-app";
import { WorkspaceWindow } from "./floating";
import type { WorkspaceLeaf } from "./leaf";

const opened: TestApp[] = [];

async function start(from?: TestApp): Promise<TestApp & { log: string[] }> {
  const test = await startTestApp({ "A.md": "a", "B.md": "b" }, from ? { from } : {});
  opened.push(test);
  const log: string[] = [];
  for (const name of ["window-open", "window-close"]) {
    test.app.workspace.on(
      name,
      (one: WorkspaceWindow, win: Window) => void log.push(`${name} ${one.win === win && one.doc === win.document}`),
    );
  }
  return { ...test, log };
}

async function open(leaf: WorkspaceLeaf, path: string): Promise<void> {
  await leaf.openFile(leaf.app.vault.getFileByPath(path)!);
}

const windowOf = (leaf: WorkspaceLeaf): WorkspaceWindow => {
  const container = leaf.getContainer();
  if (!(container instanceof WorkspaceWindow)) throw new Error("The leaf is in no window.");
  return container;
};

afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close();
  document.body.empty();
});

describe("a pop-out window", () => {
  test("opens with a new leaf, in a page that has the app's globals and classes", async () => {
    const { app, log } = await start();
    document.body.addClass("theme-dark");
    const leaf = app.workspace.openPopoutLeaf({ size: { width: 300, height: 200 } });
    await open(leaf, "A.md");
    const { win, doc } = windowOf(leaf);
    expect([win === window, leaf.view.containerEl.doc === doc, leaf.view.containerEl.win === win]).toEqual([
      false,
      true,
      true,
    ]);
    expect(doc.body.className).toContain("theme-dark is-popout-window");
    expect(doc.body.createDiv("x").instanceOf(HTMLElement)).toBe(true);
    expect(log).toEqual(["window-open true"]);
  });

  test("is another root than the main area, and its leaves are among all leaves", async () => {
    const { app } = await start();
    const leaf = app.workspace.getLeaf("window");
    await open(leaf, "B.md");
    expect([leaf.getRoot() === app.workspace.floatingSplit, leaf.getContainer() === app.workspace.rootSplit]).toEqual([
      true,
      false,
    ]);
    expect(app.workspace.getLeavesOfType("markdown")).toEqual([leaf]);
    expect([
      app.workspace.getMostRecentLeaf(),
      app.workspace.getMostRecentLeaf(app.workspace.rootSplit) === leaf,
    ]).toEqual([leaf, false]);
    expect(app.workspace.getActiveFile()?.path).toBe("B.md");
  });

  test("takes a leaf with its view; who waits for that is told of the new window", async () => {
    const { app } = await start();
    const leaf = app.workspace.getLeaf(false);
    await open(leaf, "A.md");
    const { view } = leaf;
    const told: Window[] = [];
    view.containerEl.onWindowMigrated((win) => void told.push(win));
    const window = app.workspace.moveLeafToPopout(leaf);
    expect([leaf.view === view, windowOf(leaf) === window, told]).toEqual([true, true, [window.win]]);
    expect(app.workspace.getMostRecentLeaf(app.workspace.rootSplit)?.view.getViewType()).toBe("empty");
  });

  test("goes with its last leaf, and its leaves go with it", async () => {
    const { app, log } = await start();
    const first = app.workspace.openPopoutLeaf();
    const { win } = windowOf(first);
    first.detach();
    expect([win.closed, log.at(-1)]).toEqual([true, "window-close true"]);
    const second = app.workspace.openPopoutLeaf();
    await open(second, "A.md");
    windowOf(second).win.dispatchEvent(new Event("pagehide"));
    expect([app.workspace.getLeavesOfType("markdown"), app.workspace.floatingSplit.children, log.length]).toEqual([
      [],
      [],
      4,
    ]);
  });

  test("opens again after a restart", async () => {
    const test = await start();
    await open(test.app.workspace.openPopoutLeaf(), "B.md");
    await test.app.workspace.saveAll();
    await test.app.close();
    const { app } = await start(test);
    const [leaf] = app.workspace.getLeavesOfType("markdown");
    expect([leaf && windowOf(leaf) instanceof WorkspaceWindow, leaf?.getDisplayText()]).toEqual([true, "B"]);
  });

  test("has the focus for those who ask, until it is closed", async () => {
    const { app } = await start();
    const leaf = app.workspace.openPopoutLeaf();
    const { win, doc } = windowOf(leaf);
    win.dispatchEvent(new Event("focus"));
    expect([activeWindow === win, activeDocument === doc]).toEqual([true, true]);
    leaf.detach();
    expect([activeWindow === window, activeDocument === document]).toEqual([true, true]);
  });
});
