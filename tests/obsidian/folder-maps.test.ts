// @vitest-environment happy-dom
// The built plugin's maps of folders: shown before they are made, and never over a note that is there.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const NOTES = {
  "Home MOC.md": "# Home\n\n- [[Tea MOC]]\n",
  "Tea/Tea MOC.md": "# Tea\n\n- [[Oolong]]\n",
  "Tea/Oolong.md": "",
  "Bread/lc10.md": "",
  "Bread/lc2.md": "",
  "Bread/Note.md": "---\nmoc-path-listed: false\n---\n",
  "Bread/Templates/Loaf.md": "",
  "Bread/Dough/Mix.md": "",
  "Other/Mix.md": "",
  "Bread/Seeds/Seeds MOC.md": "# Seeds\n\n- [[Flax]]\n",
  "Bread/Seeds/Flax.md": "",
};
const WRITTEN =
  '---\nup: "[[Home MOC|Home]]"\n---\n\n# Bread\n\n- [[lc2]]\n- [[lc10]]\n\n' +
  "## Dough\n\n- [[Bread/Dough/Mix|Mix]]\n\n## [[Seeds MOC|Seeds]]\n";

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });
const run = (test: TestApp): boolean => test.app.commands.executeCommandById("moc-path:write-folder-map");
const dialog = (): HTMLElement | null => document.body.find(".modal.moc-path-folder-map");
const inputEl = (): HTMLInputElement => dialog()?.find("input") as HTMLInputElement;

async function start(path: string): Promise<TestApp> {
  const test = await startTestApp(NOTES, { plugins: [builtPlugin()] });
  open.push(test);
  await test.app.workspace.openLinkText(path, "");
  await eventually(() => expect(test.app.commands.executeCommandById("moc-path:next-entry")).toBeDefined());
  return test;
}

function name(text: string): void {
  inputEl().value = text;
  inputEl().dispatchEvent(new Event("input", { bubbles: true }));
}

const create = (): void =>
  dialog()
    ?.findAll("button")
    .find((el) => el.textContent === "Create and open")
    ?.click();

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a map of a folder", () => {
  it("is shown before it is made, and then is a map like any other", async () => {
    const test = await start("Bread/lc2.md");
    const inFolder = (): readonly string[] =>
      Object.keys(test.backend.texts()).filter((path) => path.startsWith("Bread/"));
    const before = inFolder();
    await eventually(() => expect(run(test)).toBe(true));
    await eventually(() => expect(dialog()?.find(".moc-path-folder-text").textContent).toBe(WRITTEN));
    expect([inputEl().value, dialog()?.find(".moc-path-folder-path").textContent]).toEqual([
      "Bread MOC",
      "Bread/Bread MOC.md",
    ]);
    expect(inFolder()).toEqual(before);
    create();
    await eventually(() => expect(test.backend.texts()["Bread/Bread MOC.md"]).toBe(WRITTEN));
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Bread/Bread MOC.md"));
    expect(dialog()).toBeNull();
    // The folder has one now.
    await eventually(() => expect(run(test)).toBe(false));
  });

  it("says by a property that it is a map where its name does not, and is never written over a note", async () => {
    const test = await start("Bread/lc2.md");
    await eventually(() => expect(run(test)).toBe(true));
    name("All / bread");
    expect(dialog()?.find(".moc-path-folder-path").textContent).toBe("Bread/All  bread.md");
    expect(dialog()?.find(".moc-path-folder-text").textContent).toBe(WRITTEN.replace("up:", "type: moc\nup:"));
    name("lc2");
    create();
    await eventually(() =>
      expect(
        document.body
          .findAll(".notice")
          .map((el) => el.textContent)
          .join(),
      ).toContain("Nothing was changed"),
    );
    expect(test.backend.texts()["Bread/lc2.md"]).toBe("");
    expect(dialog()).not.toBeNull();
    name("");
    expect(dialog()?.find(".mod-cta").hasAttribute("disabled")).toBe(true);
  });

  it("is offered by command and by a folder's menu, where there is no map yet", async () => {
    const { Menu } = await import("../host/obsidian");
    const test = await start("Tea/Oolong.md");
    await eventually(() => expect(test.app.commands.executeCommandById("moc-path:mark-done")).toBe(true));
    expect(run(test)).toBe(false);
    const titles = (folder: string): readonly (string | null)[] => {
      const menu = new Menu();
      test.app.workspace.trigger(
        "file-menu",
        menu,
        test.app.vault.getFolderByPath(folder),
        "file-explorer-context-menu",
      );
      menu.showAtPosition({ x: 0, y: 0 });
      return document.body.findAll(".menu-item-title").map((el) => el.textContent);
    };
    expect(titles("Tea")).toEqual([]);
    expect(titles("Bread")).toEqual(["Write a map of this folder…"]);
  });
});
