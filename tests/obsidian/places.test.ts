// @vitest-environment happy-dom
// The built plugin in a note that maps list: status bar, commands, file menu.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { Menu, Platform } from "../host/obsidian";
import { startTestApp, type TestApp } from "../host/test-app";

const notes = {
  "Bread MOC.md": "# Bread\n\n## Basics\n\n### First\n\n- [[Flour]]\n- [[Water]]\n\n## More\n\n- [[Salt]]\n",
  "Sea MOC.md": "---\ntitle: Sea\n---\n- [[Water]]\n- [[Salt]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
  "Salt.md": "# Salt\n",
  "Alone.md": "# Alone\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(path: string): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  await test.app.workspace.openLinkText(path, "");
  return test;
}

function status(test: TestApp): HTMLElement {
  const el = test.containerEl.querySelector<HTMLElement>(".moc-path-place");
  if (!el) throw new Error("There is no status.");
  return el;
}

const activePath = (test: TestApp): string | undefined => test.app.workspace.getActiveFile()?.path;
const run = (test: TestApp, id: string): boolean => test.app.commands.executeCommandById(`moc-path:${id}`);
const menuTitles = (): (string | null)[] =>
  [...document.querySelectorAll(".menu-item-title")].map((el) => el.textContent);

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a note that maps list", () => {
  it("says where it is, and nothing where no map lists it", async () => {
    const test = await start("Water.md");
    await eventually(() => expect(status(test).textContent).toBe("Bread › … › First"));
    expect(status(test).getAttribute("aria-label")).toBe("To do · Bread › Basics › First\nPrevious: Flour\nNext: Salt");
    await test.app.workspace.openLinkText("Alone", "");
    await eventually(() => expect(status(test).style.display).toBe("none"));
    await test.app.workspace.openLinkText("Bread MOC", "");
    await eventually(() => expect(status(test).style.display).toBe("none"));
  });

  it("stands first on the map the reader came from", async () => {
    const test = await start("Sea MOC.md");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-mark")).not.toBeNull());
    // The status bar follows with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await test.app.workspace.openLinkText("Water", "");
    await eventually(() => expect(status(test).textContent).toBe("Sea"));
  });

  it("is marked by the menu that a click on its place opens", async () => {
    const test = await start("Water.md");
    await eventually(() => expect(status(test).textContent).not.toBe(""));
    status(test).click();
    const item = (title: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>(".menu-item")].find((el) => el.textContent === title);
    expect(status(test).getAttribute("aria-label")).toContain("To do");
    item("In progress")?.click();
    await eventually(() => expect(status(test).getAttribute("aria-label")).toContain("In progress"));
    status(test).click();
    item("Mark note as done and open next")?.click();
    await eventually(() => expect(activePath(test)).not.toBe("Water.md"));
  });

  it("offers every map by menu, with the way on and back", async () => {
    const test = await start("Water.md");
    // Both maps are known only once the index has read them.
    await eventually(() => {
      for (const el of document.querySelectorAll(".menu")) el.remove();
      status(test).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
      expect(menuTitles()).toEqual([
        "To do",
        "In progress",
        "Done",
        "Skipped",
        "Mark note as done and open next",
        "Bread › Basics › First",
        "Previous: Flour",
        "Next: Salt",
        "Sea",
        "Next: Salt",
        "Add to a map…",
      ]);
    });
    [...document.querySelectorAll<HTMLElement>(".menu-item")].at(-2)?.click();
    await eventually(() => expect(activePath(test)).toBe("Salt.md"));
  });

  it("leads to the next and the previous entry by command, as far as there is one", async () => {
    const test = await start("Flour.md");
    await eventually(() => expect(run(test, "next-entry")).toBe(true));
    await eventually(() => expect(activePath(test)).toBe("Water.md"));
    expect(run(test, "previous-entry")).toBe(true);
    await eventually(() => expect(activePath(test)).toBe("Flour.md"));
    expect(run(test, "previous-entry")).toBe(false);
    await test.app.workspace.openLinkText("Alone", "");
    expect([run(test, "next-entry"), run(test, "previous-entry")]).toEqual([false, false]);
  });

  it("has a button in its head where there is no status bar", async () => {
    Platform.isMobile = true;
    const test = await start("Water.md").finally(() => (Platform.isMobile = false));
    const button = (): HTMLElement | null =>
      test.containerEl.querySelector(".view-action[aria-label*='Bread › Basics › First']");
    await eventually(() => expect(button()?.getAttribute("aria-label")).toBe("To do · Bread › Basics › First"));
    expect(test.containerEl.querySelector(".moc-path-place")).toBeNull();
    button()?.click();
    expect(menuTitles()).toContain("Next: Salt");
    [...document.querySelectorAll<HTMLElement>(".menu-item")][2]?.click();
    await eventually(() => expect(button()?.getAttribute("aria-label")).toBe("Done · Bread › Basics › First"));
    await test.app.workspace.openLinkText("Alone", "");
    expect(button()).toBeNull();
  });

  it("has a section of its own in the file menu", async () => {
    const test = await start("Flour.md");
    await eventually(() => expect(status(test).textContent).not.toBe(""));
    const fileMenu = (path: string): void => {
      const menu = new Menu();
      test.app.workspace.trigger("file-menu", menu, test.app.vault.getFileByPath(path), "file-explorer");
      menu.showAtPosition({ x: 0, y: 0 });
    };
    fileMenu("Alone.md");
    expect(menuTitles()).toEqual(["Add to a map…"]);
    fileMenu("Bread MOC.md");
    expect(menuTitles()).toEqual(["Roadmap", "Open roadmap"]);
    fileMenu("Flour.md");
    expect(menuTitles()).toEqual([
      "Roadmap",
      "To do",
      "In progress",
      "Done",
      "Skipped",
      "Mark note as done and open next",
      "Bread › Basics › First",
      "Next: Water",
      "Add to a map…",
    ]);
  });
});
