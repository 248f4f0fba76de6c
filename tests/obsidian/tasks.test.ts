// @vitest-environment happy-dom
// The built plugin and the tasks of maps: asked for once, then set with each mark, and never at the price of the mark.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp, type TestAppOptions } from "../host/test-app";
import { MarkdownView } from "../host/obsidian";

const MAP =
  "---\ntype: moc\n---\n# Bread\r\n\r\n- [ ] [[Flour]] 🌾\r\n- [ ] [[Water]] / [[Salt]]\r\n- [>] [[Yeast]]\r\n- [x] [[Rye]]\r\n";
const NOTES = {
  "Bread.md": MAP,
  "Start.md": "",
  "Flour.md": "",
  "Water.md": "",
  "Salt.md": "",
  "Yeast.md": "",
  "Rye.md": "",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 6000 });

async function start(options: TestAppOptions = {}): Promise<TestApp> {
  const test = await startTestApp(NOTES, { plugins: [builtPlugin()], ...options });
  open.push(test);
  await showRoadmapOf(test, "Bread");
  // The states that tasks declare are known once all maps are.
  await eventually(() => expect(states(test)[4]).toBe("done"));
  await test.app.workspace.openLinkText("Start", "");
  return test;
}

function shown({ containerEl }: TestApp): readonly HTMLElement[] {
  return containerEl.findAll(".moc-path-row.mod-entry").filter((row) => row.style.display !== "none");
}

const states = (test: TestApp): readonly string[] =>
  shown(test).map((row) => /is-(todo|doing|done|skipped)/u.exec(row.className)?.[1] ?? "");

function click(test: TestApp, index: number): void {
  shown(test)
    [index]?.querySelector(".moc-path-state")
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

function press(text: string): void {
  [...document.querySelectorAll<HTMLElement>(".modal button")].find((button) => button.textContent === text)?.click();
}

const question = (): Element | null => document.querySelector(".modal");
const map = (test: TestApp): string => test.backend.texts()["Bread.md"] ?? "";
const journal = (test: TestApp): string =>
  Object.entries(test.backend.texts()).find(([path]) => path.startsWith("MOC Path/"))?.[1] ?? "";

async function agree(test: TestApp, answer = "Mark tasks too"): Promise<void> {
  click(test, 0);
  await eventually(() => expect(question()).not.toBeNull());
  press(answer);
  await eventually(() => expect(states(test)[0]).toBe("doing"));
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("tasks of a map", () => {
  it("are set once the reader has agreed, and every byte around the box stays", async () => {
    const test = await start();
    await agree(test);
    expect(map(test)).toBe(MAP.replace("[ ] [[Flour]]", "[/] [[Flour]]"));
    for (const index of [1, 3]) click(test, index);
    await eventually(() => expect(states(test)).toEqual(["doing", "doing", "todo", "doing", "done"]));
    expect(question()).toBeNull();
    expect(map(test)).toBe(MAP.replace("[ ] [[Flour]]", "[/] [[Flour]]"));
    await eventually(() => expect(journal(test)).toContain('"marks":"/"'));
    test.app.commands.executeCommandById("moc-path:undo");
    test.app.commands.executeCommandById("moc-path:undo");
    test.app.commands.executeCommandById("moc-path:undo");
    await eventually(() => expect(map(test)).toBe(MAP));
    await eventually(() => expect(states(test)).toEqual(["todo", "todo", "todo", "todo", "done"]));
  });

  it("are left alone for good when the reader says so, and the answer outlives a restart", async () => {
    const first = await start();
    await agree(first, "Leave maps as they are");
    await first.app.close();
    open.splice(0);
    const test = await start({ from: first });
    await eventually(() => expect(states(test)[0]).toBe("doing"));
    click(test, 0);
    await eventually(() => expect(states(test)[0]).toBe("done"));
    expect([question(), map(test)]).toEqual([null, MAP]);
  });

  it("are not asked about twice in one session when the question is closed without an answer", async () => {
    const test = await start();
    click(test, 0);
    await eventually(() => expect(question()).not.toBeNull());
    document.querySelector<HTMLElement>(".modal-close-button")?.click();
    await eventually(() => expect(states(test)[0]).toBe("doing"));
    click(test, 0);
    await eventually(() => expect(states(test)[0]).toBe("done"));
    expect([question(), map(test)]).toEqual([null, MAP]);
  });

  it("are set in the editor that shows the map, whose own undo takes the box back and with it the state", async () => {
    const test = await start();
    await agree(test);
    await test.app.workspace.openLinkText("Bread", "", "tab");
    const view = test.app.workspace.getActiveViewOfType(MarkdownView);
    click(test, 0);
    await eventually(() => expect(view?.editor.getValue()).toContain("[x] [[Flour]]"));
    await eventually(() =>
      expect([states(test)[0], map(test)]).toEqual(["done", MAP.replaceAll("\r\n", "\n").replace("[ ]", "[x]")]),
    );
    view?.editor.undo();
    await eventually(() => expect(states(test)[0]).toBe("doing"));
  });

  it("that cannot be written cost no mark", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = await start();
    await agree(test);
    test.faults.fail("write", new Error("EROFS: read-only file system"), { path: /^Bread/u });
    click(test, 0);
    await eventually(() => expect(states(test)[0]).toBe("done"));
    await eventually(() => expect(journal(test)).toContain('"state":"done"'));
    expect(map(test)).toContain("[/] [[Flour]]");
  });

  it("that another program rewrites meanwhile are set where they stand now", async () => {
    const test = await start();
    await agree(test);
    test.faults.delay("write", 100, { path: /^Bread/u });
    click(test, 0);
    await test.outside.write("Bread.md", map(test).replace("# Bread", "# Bread\r\n\r\nA new line above."));
    await eventually(() => expect(states(test)[0]).toBe("done"));
    await eventually(() => expect(map(test)).toMatch(/A new line above\.[^]*\[x\] \[\[Flour\]\]/u));
  });
});
