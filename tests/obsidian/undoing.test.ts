// @vitest-environment happy-dom
// The built plugin's undo and redo: what the reader is told, what can be done about it, and the row that is shown.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp, type TestAppOptions } from "../host/test-app";

const MAP = "## Bread\r\n\r\n- [[Flour]] ★★\r\n- [[Water]]\r\n";
const NOTES = { "Bread MOC.md": MAP, "Start.md": "", "Flour.md": "", "Water.md": "" };

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

async function start(options: TestAppOptions = {}): Promise<TestApp> {
  const test = await startTestApp(NOTES, { plugins: [builtPlugin()], ...options });
  open.push(test);
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(titles(test)).toEqual(["Bread", "Flour", "Water"]));
  await test.app.workspace.openLinkText("Start", "");
  return test;
}

const rows = ({ containerEl }: TestApp): readonly HTMLElement[] =>
  containerEl.findAll(".moc-path-row:not(.mod-unlisted)").filter((el) => el.style.display !== "none");
const titles = (test: TestApp): readonly (string | null)[] =>
  rows(test).map((el) => el.find(".moc-path-title").textContent);
const map = (test: TestApp): string => test.backend.texts()["Bread MOC.md"] ?? "";
const notices = (): readonly HTMLElement[] => document.body.findAll(".notice");
const said = (): readonly string[] => notices().map((el) => el.textContent ?? "");
const run = (test: TestApp, id: string): void => void test.app.commands.executeCommandById(`moc-path:${id}`);
const pressButton = (text: string): void =>
  notices()
    .map((el) => el.find("button"))
    .find((button) => button?.textContent === text)
    ?.click();

function press(test: TestApp, ...keys: readonly string[]): void {
  const treeEl = test.containerEl.find(".moc-path-tree");
  treeEl.focus();
  for (const key of keys) treeEl.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the undo of a mark", () => {
  it("says what it turned into what, has redo at hand, and tells screen readers", async () => {
    const test = await start();
    press(test, "Home", "ArrowDown", "d");
    await eventually(() => expect(rows(test)[1]?.className).toContain("is-done"));
    press(test, "u");
    await eventually(() => expect(said()).toContain("Flour: done → to doRedo"));
    expect(test.containerEl.find(".moc-path-live").textContent).toBe("Flour: done → to do");
    pressButton("Redo");
    await eventually(() => expect(said()).toContain("Flour: to do → doneUndo"));
    expect(said().join()).not.toContain("Flour: done → to do");
    expect(rows(test)[1]?.className).toContain("is-done");
  });

  it("of several notes counts them, and offers nothing once something else was done", async () => {
    const test = await start();
    press(test, "Home", "d");
    await eventually(() => expect(rows(test)[2]?.className).toContain("is-done"));
    press(test, "u");
    await eventually(() => expect(said()).toContain("2 notes: done → to doRedo"));
    press(test, "ArrowDown", "i");
    await eventually(() => expect(said().join()).not.toContain("Redo"));
  });

  it("shows the row, unfolding what hides it", async () => {
    const test = await start();
    press(test, "Home", "ArrowDown", "ArrowDown", "d");
    await eventually(() => expect(rows(test)[2]?.className).toContain("is-done"));
    press(test, "Home", "ArrowLeft");
    await eventually(() => expect(titles(test)).toEqual(["Bread"]));
    run(test, "undo");
    await eventually(() => expect(titles(test)).toEqual(["Bread", "Flour", "Water"]));
  });
});

describe("the undo of a rating", () => {
  it("is there after a restart, and restores every byte", async () => {
    const first = await start();
    press(first, "Home", "ArrowDown", "4");
    await eventually(() => expect(map(first)).toBe(MAP.replace("★★", "★★★★")));
    lookAway();
    const test = await start({ from: first });
    run(test, "undo");
    await eventually(() => expect(map(test)).toBe(MAP));
    await eventually(() => expect(said()).toContain("Flour: 4 of 5 stars → 2 of 5 starsRedo"));
    run(test, "redo");
    await eventually(() => expect(map(test)).toBe(MAP.replace("★★", "★★★★")));
  });

  it("asked for while it is still being written takes back just that, and not what was done before", async () => {
    const test = await start();
    press(test, "Home", "ArrowDown", "d");
    await eventually(() => expect(rows(test)[1]?.className).toContain("is-done"));
    const release = test.faults.hold("write", { path: /MOC\.md$/u });
    press(test, "4", "u");
    release();
    await eventually(() => expect(said()).toContain("Flour: 4 of 5 stars → 2 of 5 starsRedo"));
    expect(map(test)).toBe(MAP);
    expect(rows(test)[1]?.className).toContain("is-done");
  });

  it("that is being written is not taken back by a button that offers to undo something else", async () => {
    const test = await start();
    press(test, "Home", "d");
    await eventually(() => expect(said().join()).toContain("2 notes marked"));
    const release = test.faults.hold("write", { path: /MOC\.md$/u });
    press(test, "ArrowDown", "4");
    pressButton("Undo");
    release();
    await eventually(() => expect(said()).toContain("2 notes: done → to do"));
    expect(map(test)).toBe(MAP.replace("★★", "★★★★"));
  });

  it("leaves a line alone that says something else by now, and names its map", async () => {
    const test = await start();
    press(test, "Home", "ArrowDown", "4");
    await eventually(() => expect(map(test)).toContain("★★★★"));
    const changed = map(test).replace("[[Flour]]", "[[Flour]] by hand");
    await test.outside.write("Bread MOC.md", changed);
    run(test, "undo");
    await eventually(() => expect(said().join()).toContain("something else is written now: Bread MOC"));
    expect(map(test)).toBe(changed);
  });
});
