// @vitest-environment happy-dom
// The commands of the built plugin: their ids, when each is offered, and menus that lead to the same.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApiOwner } from "../../src/api";
import { builtPlugin } from "../host/built-plugin";
import { getIcon, Menu } from "../host/obsidian";
import { startTestApp, type TestApp } from "../host/test-app";

/** Readers' hotkeys hang on these: ids are added, and never changed or taken away. */
const IDS = [
  "add-to-map",
  "back",
  "check-all",
  "check-map",
  "copy-json",
  "copy-markdown",
  "copy-uri",
  "cycle-state",
  "done-and-next",
  "export-progress",
  "find",
  "focus-roadmap",
  "import-progress",
  "insert-block",
  "level-chapter",
  "level-entry",
  "level-section",
  "mark-above-done",
  "mark-done",
  "mark-in-progress",
  "mark-section-done",
  "mark-skipped",
  "mark-to-do",
  "next-entry",
  "open-all-maps",
  "open-next",
  "open-roadmap",
  "previous-entry",
  "rate",
  "redo",
  "reveal-note",
  "review-moved-notes",
  "show-in-map",
  "show-keys",
  "show-next",
  "switch-map",
  "toggle-done",
  "toggle-remarks",
  "undo",
  "write-folder-map",
];

const notes = {
  "Bread MOC.md":
    "# Bread\n\n## Basics\n\n### First\n\n- [[Flour]]\n- [[Water]]\n\n## More\n\n- [[Salt]]\n- [[Sea MOC]]\n",
  "Sea MOC.md": "- [[Salt]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
  "Salt.md": "# Salt\n",
  "Alone.md": "# Alone\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(path: string, texts: Readonly<Record<string, string>> = notes): Promise<TestApp> {
  const test = await startTestApp(texts, { plugins: [builtPlugin()] });
  open.push(test);
  await (test.app.plugins.plugins["moc-path"] as unknown as ApiOwner).api.maps();
  await test.app.workspace.openLinkText(path, "");
  return test;
}

const run = (test: TestApp, id: string): boolean => test.app.commands.executeCommandById(`moc-path:${id}`);
const offered = ({ app }: TestApp): readonly string[] =>
  app.commands
    .listCommands()
    .flatMap(({ id }) => (id.startsWith("moc-path:") ? [id.slice("moc-path:".length)] : []))
    .sort();
const without = (...ids: readonly string[]): readonly string[] => IDS.filter((id) => !ids.includes(id));
const menuTitles = (): (string | null)[] =>
  [...document.querySelectorAll(".menu-item-title")].map((el) => el.textContent);

async function openRoadmap(test: TestApp): Promise<void> {
  run(test, "open-roadmap");
  await eventually(() => expect(test.containerEl.querySelector(".moc-path-row")).not.toBeNull());
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a command", () => {
  it("has an id that never changes, an icon, and a name in sentence case", async () => {
    const { app } = await start("Alone.md");
    const known = IDS.map((id) => app.commands.findCommand(`moc-path:${id}`));
    expect(IDS.filter((_, index) => known[index] === null)).toEqual([]);
    for (const command of known) {
      expect(getIcon(command?.icon ?? "")).not.toBeNull();
      expect(command?.name.replace(/JSON|Markdown/u, "")).toMatch(/^MOC Path: [A-Z][^A-Z]*$/u);
    }
  });

  it("that is not on the list there is not", async () => {
    const { app } = await start("Alone.md");
    const all = [...(app.commands as unknown as { commands: Map<string, unknown> }).commands.keys()];
    expect(
      all
        .filter((id) => id.startsWith("moc-path:"))
        .map((id) => id.slice("moc-path:".length))
        .sort(),
    ).toEqual(IDS);
  });
});

describe("commands are offered while they can act:", () => {
  it("in a vault without maps, only opening the roadmap", async () => {
    expect(offered(await start("Alone.md", { "Alone.md": "" }))).toEqual(["import-progress", "open-roadmap"]);
  });

  it("beside a note that no map lists, those for maps", async () => {
    expect(offered(await start("Alone.md"))).toEqual([
      "add-to-map",
      "check-all",
      "import-progress",
      "insert-block",
      "open-all-maps",
      "open-roadmap",
      "switch-map",
    ]);
  });

  it("in a note that a map lists, those for the note, and going on with the map", async () => {
    const test = await start("Water.md");
    await eventually(() => expect(offered(test)).toContain("mark-done"));
    expect(offered(test)).toEqual([
      ...[
        "add-to-map",
        "check-all",
        "cycle-state",
        "done-and-next",
        "import-progress",
        "insert-block",
        "mark-above-done",
        "mark-done",
        "mark-in-progress",
        "mark-section-done",
        "mark-skipped",
        "next-entry",
        "open-all-maps",
        "open-next",
        "open-roadmap",
      ],
      ...["previous-entry", "rate", "reveal-note", "show-in-map", "switch-map"],
    ]);
  });

  it("with a roadmap behind a collapsed sidebar after a start, those that bring it to the front", async () => {
    const first = await start("Bread MOC.md");
    first.app.commands.executeCommandById("moc-path:open-roadmap");
    await eventually(() => expect(offered(first)).toContain("focus-roadmap"));
    first.app.workspace.rightSplit.collapse();
    await first.app.workspace.saveAll();
    await first.app.close();
    const test = await startTestApp({}, { plugins: [builtPlugin()], from: first });
    open.push(test);
    await eventually(() => expect(test.app.workspace.getLeavesOfType("moc-path-roadmap")).toHaveLength(1));
    const [leaf] = test.app.workspace.getLeavesOfType("moc-path-roadmap");
    expect(leaf?.isDeferred).toBe(true);
    await eventually(() => expect(offered(test)).toEqual(expect.arrayContaining(["find", "focus-roadmap"])));
    test.app.commands.executeCommandById("moc-path:focus-roadmap");
    await eventually(() => expect([test.app.workspace.activeLeaf === leaf, leaf?.isDeferred]).toEqual([true, false]));
  });

  it("with an open roadmap, all but those for what has not happened", async () => {
    const test = await start("Bread MOC.md");
    await openRoadmap(test);
    await test.app.workspace.openLinkText("Water", "");
    await eventually(() =>
      expect(offered(test)).toEqual(
        without("back", "export-progress", "mark-to-do", "redo", "undo", "review-moved-notes", "write-folder-map"),
      ),
    );
    run(test, "mark-done");
    await eventually(() =>
      expect(offered(test)).toEqual(without("back", "mark-done", "redo", "review-moved-notes", "write-folder-map")),
    );
  });

  it("going on, only while something is left", async () => {
    const test = await start("Sea MOC.md");
    expect(run(test, "open-next")).toBe(true);
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Salt.md"));
    await test.app.workspace.openLinkText("Sea MOC", "");
    await openRoadmap(test);
    await test.app.workspace.openLinkText("Salt", "");
    run(test, "mark-done");
    await eventually(() => expect([run(test, "open-next"), run(test, "show-next")]).toEqual([false, false]));
  });
});

it("what is next is brought into view, whatever hides it", async () => {
  const test = await start("Bread MOC.md");
  await openRoadmap(test);
  run(test, "level-chapter");
  const titles = (): (string | null)[] =>
    test.containerEl
      .findAll(".moc-path-row.mod-entry")
      .filter((row) => row.style.display !== "none")
      .map((row) => row.find(".moc-path-title").textContent);
  await eventually(() => expect(titles()).toEqual([]));
  run(test, "show-next");
  await eventually(() => expect(titles()).toEqual(["Flour", "Water"]));
});

describe("menus", () => {
  const fileMenu = (test: TestApp, path: string): void => {
    const menu = new Menu();
    test.app.workspace.trigger("file-menu", menu, test.app.vault.getFileByPath(path), "file-explorer");
    menu.showAtPosition({ x: 0, y: 0 });
  };

  it("of a map open it in the roadmap", async () => {
    const test = await start("Alone.md");
    fileMenu(test, "Sea MOC.md");
    expect(menuTitles()).toEqual(["Roadmap", "Open roadmap"]);
    [...document.querySelectorAll<HTMLElement>(".menu-item")].at(-1)?.click();
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-map-name")?.textContent).toBe("Sea MOC"));
  });

  it("of the editor have what the note's own menu has", async () => {
    const test = await start("Flour.md");
    await eventually(() => expect(offered(test)).toContain("mark-done"));
    test.containerEl
      .find(".cm-content")
      .dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    expect(menuTitles()).toEqual(
      expect.arrayContaining([
        "Roadmap",
        "To do",
        "In progress",
        "Done",
        "Skipped",
        "Bread › Basics › First",
        "Next: Water",
      ]),
    );
  });
});
