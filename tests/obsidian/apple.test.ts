// @vitest-environment happy-dom
// The built plugin on Apple's devices: the command key, menus of the system that are not in the page, and their names.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { setDevice } from "../host/platform";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";
import { nativeMenus } from "../host/ui/menu";

const notes = {
  "Bread MOC.md": "# Bread\n\n- [[Flour]]\n- [[Water]]\n",
  "Start.md": "",
  "Flour.md": "",
  "Water.md": "",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 6000 });

async function start(): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(rows(test)).toHaveLength(2));
  return test;
}

const rows = ({ containerEl }: TestApp): readonly HTMLElement[] =>
  containerEl.findAll(".moc-path-row.mod-entry").filter((el) => el.style.display !== "none");
const treeOf = ({ containerEl }: TestApp): HTMLElement => containerEl.find(".moc-path-tree");
const leaves = ({ app }: TestApp): number => app.workspace.getLeavesOfType("markdown").length;
const journals = ({ backend }: TestApp): string =>
  Object.keys(backend.texts())
    .filter((path) => path.startsWith("MOC Path/"))
    .join();

function send(el: HTMLElement | undefined, event: Event): void {
  el?.dispatchEvent(event);
}

function rightClick(test: TestApp, row: number): void {
  const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: 5, clientY: 5 });
  send(rows(test)[row]?.find(".moc-path-title"), event);
}

beforeEach(() => {
  setDevice("desktop", true);
  nativeMenus.isOn = true;
});

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  nativeMenus.isOn = false;
  setDevice("desktop");
  document.body.empty();
});

describe("on a Mac", () => {
  it("a row's menu is the system's: what is chosen there is done, and the keyboard is back in the tree", async () => {
    const test = await start();
    rightClick(test, 0);
    expect(document.querySelector(".menu")).toBeNull();
    expect(nativeMenus.titles()).toContain("Done");
    nativeMenus.choose("Done");
    await eventually(() => expect(rows(test)[0]?.className).toContain("is-done"));
    expect(document.activeElement).toBe(treeOf(test));
    treeOf(test).dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    treeOf(test).dispatchEvent(new KeyboardEvent("keydown", { key: "d", bubbles: true }));
    await eventually(() => expect(rows(test)[1]?.className).toContain("is-done"));
  });

  it("the command key opens in a tab, by click and by Enter; Ctrl does not", async () => {
    const test = await start();
    const before = leaves(test);
    const title = rows(test)[0]?.find(".moc-path-title");
    send(title, new MouseEvent("click", { bubbles: true, metaKey: true }));
    await eventually(() => expect(leaves(test)).toBe(before + 1));
    treeOf(test).focus();
    send(treeOf(test), new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, metaKey: true }));
    await eventually(() => expect(leaves(test)).toBe(before + 2));
    send(title, new MouseEvent("click", { bubbles: true, ctrlKey: true }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(leaves(test)).toBe(before + 2);
  });

  it("a circle in the map's text has the system's menu too", async () => {
    const test = await start();
    const mark = (): HTMLElement | null => test.containerEl.querySelector(".cm-content .moc-path-mark.mod-entry");
    await eventually(() => expect(mark()).not.toBeNull());
    send(mark() ?? undefined, new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    nativeMenus.choose("Skipped");
    await eventually(() => expect(rows(test)[0]?.className).toContain("is-skipped"));
  });

  it("its journals are a Mac's, and those of an iPhone an iPhone's", async () => {
    const test = await start();
    rows(test)[0]?.find(".moc-path-state").click();
    await eventually(() => expect(journals(test)).toContain("Progress Mac "));
    setDevice("phone", true);
    const phone = await start();
    rows(phone)[0]?.find(".moc-path-state").click();
    await eventually(() => expect(journals(phone)).toContain("Progress iPhone "));
  });
});
