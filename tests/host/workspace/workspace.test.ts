// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { startTestApp, type TestApp } from "../test-app";
import type { Menu } from "../ui/menu";
import { FileExplorerView } from "./file-explorer";
import { ItemView } from "./view";
import { MarkdownView } from "./markdown-view";
import type { WorkspaceLeaf } from "./leaf";

class PaneView extends ItemView {
  state: unknown = null;

  getViewType(): string {
    return "pane";
  }

  getDisplayText(): string {
    return "Pane";
  }

  override getState(): Record<string, unknown> {
    return { map: this.state };
  }

  override setState(state: unknown): Promise<void> {
    this.state = typeof state === "object" && state !== null && "map" in state ? state.map : null;
    return Promise.resolve();
  }
}

const NOTES = { "A.md": "# A\n\ntext\n\n## Deep place\n", "B.md": "b", "folder/C.md": "c" };
const opened: TestApp[] = [];

async function start(from?: TestApp): Promise<TestApp> {
  const started = await startTestApp(NOTES, from ? { from } : {});
  opened.push(started);
  return started;
}

/** The app closes, and one with the same vault starts. */
async function restart(test: TestApp): Promise<TestApp> {
  await test.app.workspace.saveAll();
  await test.app.close();
  return start(test);
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

function rootTitles({ app }: TestApp): string[] {
  const titles: string[] = [];
  app.workspace.iterateRootLeaves((leaf) => titles.push(leaf.getDisplayText()));
  return titles;
}

async function openIn(leaf: WorkspaceLeaf, path: string): Promise<void> {
  const file = leaf.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  await leaf.openFile(file);
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of opened.splice(0)) await app.close();
  document.body.replaceChildren();
});

describe("a first start", () => {
  test("shows the file explorer on the left, one empty tab, and no right sidebar", async () => {
    const { app, containerEl } = await start();
    expect(app.workspace.getLeavesOfType("file-explorer")[0]?.view).toBeInstanceOf(FileExplorerView);
    expect(app.workspace.leftSplit.collapsed).toBe(false);
    expect(app.workspace.rightSplit.collapsed).toBe(true);
    expect(app.workspace.activeLeaf?.view.getViewType()).toBe("empty");
    expect(
      containerEl.querySelector(
        '.app-container > .horizontal-main-container > .workspace > .mod-root .workspace-leaf-content[data-type="empty"] > .view-content',
      ),
    ).not.toBeNull();
  });
});

describe("opening", () => {
  test("a link opens its note in the active tab and tells once which file is open now", async () => {
    const { app } = await start();
    const told: unknown[] = [];
    app.workspace.on("file-open", (file: { path: string } | null) => told.push(file?.path));
    await app.workspace.openLinkText("A", "");
    await settled();
    expect(told).toEqual(["A.md"]);
    expect(app.workspace.getActiveFile()?.path).toBe("A.md");
    expect(app.workspace.getActiveViewOfType(MarkdownView)?.editor.getLine(0)).toBe("# A");
  });

  test("a link to a heading puts the cursor there", async () => {
    const { app } = await start();
    await app.workspace.openLinkText("A#Deep place", "");
    expect(app.workspace.getActiveViewOfType(MarkdownView)?.editor.getCursor().line).toBe(4);
  });

  test("a link to a heading of the same note stays in its tab", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("A", "");
    await test.app.workspace.openLinkText("#Deep place", "A.md");
    expect(rootTitles(test)).toEqual(["A"]);
    expect(test.app.workspace.getActiveViewOfType(MarkdownView)?.editor.getCursor().line).toBe(4);
  });

  test("a link to a missing note makes it, with its folder", async () => {
    const { app } = await start();
    await app.workspace.openLinkText("new/Note#x", "A.md");
    expect(app.workspace.getActiveFile()?.path).toBe("new/Note.md");
  });

  test("a new tab goes beside the one in front, a split into a group of its own", async () => {
    const test = await start();
    const { workspace } = test.app;
    await workspace.openLinkText("A", "");
    await workspace.openLinkText("B", "", "tab");
    await workspace.openLinkText("C", "", "split");
    expect(rootTitles(test)).toEqual(["A", "B", "C"]);
    expect(workspace.rootSplit.children).toHaveLength(2);
  });

  test("a pinned tab is not led elsewhere", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("A", "");
    test.app.workspace.activeLeaf?.setPinned(true);
    await test.app.workspace.openLinkText("B", "");
    expect(rootTitles(test)).toEqual(["A", "B"]);
  });

  test("with a sidebar active, a link opens in the main area and the active file stays", async () => {
    const test = await start();
    const { workspace, vault } = test.app;
    await workspace.openLinkText("A", "");
    workspace.viewRegistry.registerView("pane", (leaf) => new PaneView(leaf));
    await workspace.ensureSideLeaf("pane", "right");
    expect(workspace.activeLeaf?.view.getViewType()).toBe("pane");
    expect(workspace.getActiveFile()).toBe(vault.getFileByPath("A.md"));
    await workspace.openLinkText("B", "");
    expect(rootTitles(test)).toEqual(["B"]);
  });

  test("a tab goes back to the note before", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("A", "");
    await test.app.workspace.openLinkText("B", "");
    await test.app.workspace.activeLeaf?.history.back();
    expect(rootTitles(test)).toEqual(["A"]);
    await test.app.workspace.activeLeaf?.history.forward();
    expect(rootTitles(test)).toEqual(["B"]);
  });
});

describe("closing", () => {
  test("the last tab of the main area leaves an empty one", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("A", "");
    test.app.workspace.activeLeaf?.detach();
    expect(rootTitles(test)).toEqual(["New tab"]);
    expect(test.app.workspace.activeLeaf?.view.getViewType()).toBe("empty");
  });

  test("a deleted note leaves an empty tab", async () => {
    const test = await start();
    await test.app.workspace.openLinkText("B", "");
    const file = test.app.workspace.getActiveFile();
    if (file) await test.app.vault.delete(file);
    await settled();
    expect(rootTitles(test)).toEqual(["New tab"]);
  });
});

describe("the layout", () => {
  test("is the same after a restart: tabs, the one in front, sidebars, view state", async () => {
    const first = await start();
    const { workspace } = first.app;
    workspace.viewRegistry.registerView("pane", (leaf) => new PaneView(leaf));
    await workspace.openLinkText("A", "");
    await workspace.openLinkText("C", "", "tab");
    await workspace.ensureSideLeaf("pane", "right", { state: { map: "A.md" }, active: false });
    workspace.rightSplit.setSize(420);
    const second = await restart(first);
    expect(rootTitles(second)).toEqual(["A", "C"]);
    expect(second.app.workspace.getActiveFile()?.path).toBe("folder/C.md");
    expect(second.app.workspace.rightSplit.containerEl.style.width).toBe("420px");
    expect(second.app.workspace.getLayout()).toMatchObject({
      right: { width: 420, children: [{ children: [{ state: { type: "pane", state: { map: "A.md" } } }] }] },
    });
  });

  test("keeps a view whose plugin is not loaded, and shows it again when the plugin is", async () => {
    const first = await start();
    first.app.workspace.viewRegistry.registerView("pane", (leaf) => new PaneView(leaf));
    await first.app.workspace.ensureSideLeaf("pane", "right", { state: { map: "B.md" } });
    const { app } = await restart(await restart(first));
    const [leaf] = app.workspace.getLeavesOfType("pane");
    expect(leaf?.getDisplayText()).toBe("Plugin no longer active");
    app.workspace.viewRegistry.registerView("pane", (one) => new PaneView(one));
    await settled();
    expect(leaf?.view).toBeInstanceOf(PaneView);
    expect(leaf?.view.getState()).toEqual({ map: "B.md" });
  });

  test("that cannot be read is replaced by the first one", async () => {
    const first = await start();
    await first.app.vault.adapter.write(".obsidian/workspace.json", "{ broken");
    await first.app.close();
    expect(rootTitles(await start(first))).toEqual(["New tab"]);
  });

  test("makes the views of tabs in the background only when they are looked at", async () => {
    const first = await start();
    await first.app.workspace.openLinkText("A", "");
    await first.app.workspace.openLinkText("B", "", "tab");
    await openIn(first.app.workspace.getRightLeaf(false), "folder/C.md");
    first.app.workspace.rightSplit.collapse();
    const { app } = await restart(first);
    const [a, b, c] = app.workspace.getLeavesOfType("markdown");
    expect(
      [a, b, c].map((leaf) => [leaf?.isDeferred, leaf?.view instanceof MarkdownView, leaf?.getDisplayText()]),
    ).toEqual([
      [true, false, "A"],
      [false, true, "B"],
      [true, false, "C"],
    ]);
    app.workspace.rightSplit.expand();
    await app.workspace.revealLeaf(a!);
    await settled();
    expect([a?.view, c?.view].every((view) => view instanceof MarkdownView)).toBe(true);
    expect([a?.isDeferred, a?.history.canGoBack]).toEqual([false, false]);
  });

  test("with a note that is gone shows an empty tab in its place when it is looked at", async () => {
    const first = await start();
    await first.app.workspace.openLinkText("A", "");
    await first.app.workspace.openLinkText("B", "", "tab");
    await first.app.workspace.saveAll();
    await first.app.vault.adapter.remove("A.md");
    await first.app.close();
    const second = await start(first);
    const [gone] = second.app.workspace.getLeavesOfType("markdown");
    await second.app.workspace.revealLeaf(gone!);
    expect(rootTitles(second)).toEqual(["New tab", "B"]);
  });
});

describe("events", () => {
  test("layout-change comes once for many changes of one moment", async () => {
    const { app } = await start();
    await settled();
    let count = 0;
    app.workspace.on("layout-change", () => count++);
    app.workspace.getLeaf("tab");
    app.workspace.getLeaf("tab");
    await settled();
    expect(count).toBe(1);
  });

  test("what waits for the layout runs when it is ready, and at once after that", async () => {
    const { app } = await start();
    let isRun = false;
    app.workspace.onLayoutReady(() => (isRun = true));
    expect(isRun).toBe(true);
  });

  test("a view that fails to open is reported and does not stop the workspace", async () => {
    const { app } = await start();
    const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
    app.workspace.viewRegistry.registerView("pane", (leaf) => {
      const view = new PaneView(leaf);
      Object.assign(view, { onOpen: () => Promise.reject(new Error("broken view")) });
      return view;
    });
    await app.workspace.ensureSideLeaf("pane", "right");
    expect(report).toHaveBeenCalledOnce();
    expect(app.workspace.getLeavesOfType("pane")).toHaveLength(1);
  });
});

describe("the Markdown view", () => {
  async function openNote(test: TestApp): Promise<MarkdownView> {
    await openIn(test.app.workspace.getLeaf(), "A.md");
    const view = test.app.workspace.getActiveViewOfType(MarkdownView);
    if (!view) throw new Error("no Markdown view");
    return view;
  }

  test("saves what was typed, and not more than that", async () => {
    const test = await start();
    const view = await openNote(test);
    view.editor.replaceRange("!", { line: 0, ch: 3 });
    await view.save();
    await view.save();
    expect(await test.app.vault.adapter.read("A.md")).toBe("# A!\n\ntext\n\n## Deep place\n");
    expect(test.app.vault.writeLog.filter(({ path }) => path === "A.md")).toHaveLength(1);
  });

  test("has its file before it has read it, and shows the text of the one before till then", async () => {
    const test = await start();
    const view = await openNote(test);
    const before = view.getViewData();
    const release = test.faults.hold("read", { path: /B/u });
    const opening = test.app.workspace.openLinkText("B", "");
    await settled();
    expect([view.file?.path, view.getViewData()]).toEqual(["B.md", before]);
    await view.save();
    release();
    await opening;
    expect(view.getViewData()).not.toBe(before);
    expect(await test.app.vault.adapter.read("A.md")).toBe(before);
  });

  test("does not wait for a save that is under way, and saves once more after it", async () => {
    const test = await start();
    const view = await openNote(test);
    const release = test.faults.hold("write", { path: /A/u, times: 1 });
    view.editor.replaceRange("one", { line: 0, ch: 0 });
    const saving = view.save();
    view.editor.replaceRange("two", { line: 0, ch: 0 });
    await view.save();
    expect(await test.app.vault.adapter.read("A.md")).not.toContain("one");
    release();
    await saving;
    expect(await test.app.vault.adapter.read("A.md")).toContain("twoone");
  });

  test("says by a notice alone that it could not save, and tries again when it is asked to", async () => {
    const test = await start();
    const view = await openNote(test);
    test.faults.fail("write", new Error("ENOSPC"), { times: 1 });
    view.editor.replaceRange("one", { line: 0, ch: 0 });
    await view.save();
    expect(document.querySelector(".notice")?.textContent).toContain("ENOSPC");
    expect(await test.app.vault.adapter.read("A.md")).not.toContain("one");
    await view.save();
    expect(await test.app.vault.adapter.read("A.md")).toContain("one");
  });

  test("takes over what others write, and keeps what was typed elsewhere in the note", async () => {
    const test = await start();
    const view = await openNote(test);
    view.editor.replaceRange("mine ", { line: 2, ch: 0 });
    const file = test.app.vault.getFileByPath("A.md");
    if (file) await test.app.vault.process(file, (text) => text.replace("Deep", "Deeper"));
    await settled();
    expect(view.getViewData()).toBe("# A\n\nmine text\n\n## Deeper place\n");
  });

  test("tells of edits and gives the unsaved text", async () => {
    const test = await start();
    const view = await openNote(test);
    const told: unknown[] = [];
    test.app.workspace.on("editor-change", (editor: { getValue(): string }) => told.push(editor.getValue()));
    view.editor.setValue("new");
    expect(told).toEqual(["new"]);
  });

  test("opens a menu to which plugins add, unless something in the text has its own", async () => {
    const test = await start();
    const view = await openNote(test);
    test.app.workspace.on("editor-menu", (menu: Menu, _: unknown, info: { file: { path: string } }) =>
      menu.addItem((item) => item.setTitle(info.file.path)),
    );
    const textEl = test.containerEl.find(".cm-content");
    const titles = (): (string | null)[] =>
      [...document.querySelectorAll(".menu-item-title")].map((el) => el.textContent);
    textEl.createSpan().addEventListener("contextmenu", (event) => event.preventDefault());
    textEl.lastElementChild?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    expect(titles()).toEqual([]);
    textEl.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    expect(titles()).toEqual(["Select all", view.file?.path]);
  });

  test("what it does not have throws with its name", async () => {
    const view = await openNote(await start());
    expect(() => view.showSearch()).toThrow("MarkdownView.showSearch");
  });
});
