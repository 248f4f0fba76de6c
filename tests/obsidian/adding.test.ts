// @vitest-environment happy-dom
// The built plugin when something is wrong while a note is added to a map: nothing is lost, and nothing is half done.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { MarkdownView } from "../host/obsidian";
import { startTestApp, type TestApp } from "../host/test-app";

const MAP = "# Kitchen\r\n\r\n## Grain\r\n\r\n- [[Wheat]]\r\n- [[Barley]]\r\n\r\n## Tea\r\n\r\n- [[Oolong]]\r\n";
const NOTES = {
  "Map MOC.md": MAP,
  "Wheat.md": "",
  "Barley.md": "",
  "Oolong.md": "",
  "Rye.md": "[[Wheat]] [[Barley]]",
  "Oats.md": "[[Wheat]]",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

async function start(notes: Readonly<Record<string, string>> = NOTES, path = "Rye.md"): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  await test.app.workspace.openLinkText(path, "");
  await eventually(() => expect(test.app.commands.executeCommandById("moc-path:add-to-map")).toBe(true));
  return test;
}

const modals = (): readonly HTMLElement[] => document.body.findAll(".modal.moc-path-add");
const dialog = (): HTMLElement => modals().at(-1)!;
const map = (test: TestApp): string => test.backend.texts()["Map MOC.md"] ?? "";
const said = (): string => dialog().find(".moc-path-add-said").textContent ?? "";
const added = (): readonly (string | null)[] =>
  dialog()
    .findAll(".moc-path-add-line.is-new .moc-path-add-text")
    .map((el) => el.textContent);
const notices = (): string =>
  document.body
    .findAll(".notice")
    .map((el) => el.textContent)
    .join();
const button = (text: string): HTMLButtonElement =>
  dialog()
    .findAll("button")
    .find((el) => el.textContent === text) as HTMLButtonElement;
const option = (choice: object): HTMLElement => dialog().find(`[data-option='${JSON.stringify(choice)}']`);
const undo = (test: TestApp): void => void test.app.commands.executeCommandById("moc-path:undo");

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a note that is added to a map", () => {
  it("has the section chosen beforehand that fits far better than any other, and keeps every byte around it", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    button("Add").click();
    await eventually(() => expect(map(test)).toBe(MAP.replace("[[Barley]]\r\n", "[[Barley]]\r\n- [[Rye]]\r\n")));
    await eventually(() => expect(notices()).toContain("Added to Kitchen › GrainUndo"));
    undo(test);
    await eventually(() => expect(map(test)).toBe(MAP));
    expect(modals()).toEqual([]);
  });

  it("stays in its dialog where the map cannot be written, and is added at the next try", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    test.faults.fail("write", new Error("EACCES: read-only"), { path: /^Map MOC/u });
    button("Add").click();
    await eventually(() =>
      expect(notices()).toContain("Could not be written: Map MOC. Try again. (EACCES: read-only)"),
    );
    await eventually(() => expect(said()).toBe("Nothing was written. This is how it will be now."));
    expect([map(test), added()]).toEqual([MAP, ["Rye"]]);
    test.faults.clear();
    await eventually(() => expect(button("Add").disabled).toBe(false));
    button("Add").click();
    await eventually(() => expect(map(test)).toContain("- [[Rye]]\r\n"));
    await eventually(() => expect(modals()).toEqual([]));
  });

  it("is not written where the map is no longer what was shown, as when sync brings another", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    const file = test.app.vault.getFileByPath("Map MOC.md")!;
    const other = MAP.replace("- [[Barley]]", "- [[Oats]]");
    // In one breath with the change, before anybody has heard of it.
    const written = test.app.vault.modify(file, other);
    button("Add").click();
    await written;
    await eventually(() => expect(said()).toBe("Nothing was written. This is how it will be now."));
    expect(notices()).toContain("Left alone where something else is written now: Map MOC");
    expect(map(test)).toBe(other);
    await test.app.vault.modify(file, "# Kitchen\r\n\r\n## Tea\r\n\r\n- [[Oolong]]\r\n");
    await eventually(() => expect(said()).toBe("“Grain” is not there any more. These are the places now."));
    expect(button("Add").disabled).toBe(true);
  });

  it("waits for a map that the index has not caught up with, and says so", { timeout: 20_000 }, async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    const release = test.app.metadataCache.hold();
    await test.app.vault.modify(test.app.vault.getFileByPath("Map MOC.md")!, `Kitchen work.\r\n\r\n${MAP}`);
    option({ kind: "new" }).click();
    const late = "“Kitchen” has just changed and is still being read: what will be written is shown in a moment.";
    await eventually(() => expect(said()).toBe(late));
    expect([button("Add").disabled, added()]).toEqual([true, []]);
    release();
    await eventually(() => expect(said()).toBe("The map has changed. This is how it will be now."));
    expect([button("Add").disabled, added()]).toEqual([false, ["Rye", "Rye"]]);
  });

  it("goes where it was sent last, though Enter comes before that is shown", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    option({ kind: "new" }).click();
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true });
    option({ kind: "new" }).dispatchEvent(enter);
    await eventually(() => expect(map(test)).toContain("## Rye\r\n\r\n- [[Rye]]\r\n"));
    expect(map(test).match(/\[\[Rye\]\]/g)).toHaveLength(1);
  });

  it("is not sent elsewhere where the section is gone that a new one was to stand beside", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    option({ kind: "new" }).click();
    await eventually(() => expect(added()).toEqual(["Rye", "Rye"]));
    const file = test.app.vault.getFileByPath("Map MOC.md")!;
    await test.app.vault.modify(file, "# Kitchen\r\n\r\n## Tea\r\n\r\n- [[Oolong]]\r\n");
    await eventually(() => expect(said()).toBe("“Grain” is not there any more. These are the places now."));
    expect([button("Add").disabled, added()]).toEqual([true, []]);
  });

  it("keeps the section that was chosen, though others fit better since", async () => {
    const others = Object.fromEntries(["One", "Two", "Three", "Four"].map((name) => [`${name}.md`, ""]));
    const text = (more: string): string =>
      `# Kitchen\n\n## A\n\n- [[One]]\n\n## B\n\n- [[Two]]\n\n## C\n\n- [[Three]]\n${more}`;
    const links = "[[One]] [[Two]] [[Three]] [[Four]]";
    const test = await start({ ...others, "Map MOC.md": text(""), "Rye.md": links });
    const names = (): readonly (string | undefined)[] =>
      dialog()
        .findAll(".moc-path-add-option .moc-path-add-name span:first-child")
        .map((el) => el.textContent ?? undefined);
    await eventually(() => expect(names().slice(0, 3)).toHaveLength(3));
    const last = names()[2]!;
    dialog().findAll(".moc-path-add-option")[2]!.find("input").click();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    const file = test.app.vault.getFileByPath("Map MOC.md")!;
    await test.app.vault.modify(file, text("\n## Rye\n\n- [[Four]]\n"));
    await eventually(() => expect(names()).toContain("Rye"));
    await eventually(() => expect(names().slice(3)).toContain(last));
    expect([said(), added(), button("Add").disabled]).toEqual(["", ["Rye"], false]);
  });

  it("is not written into an unsettled merge", async () => {
    const conflict = MAP.replace("## Tea", "<<<<<<< mine\r\n- [[Oats]]\r\n=======\r\n>>>>>>> theirs\r\n\r\n## Tea");
    const test = await start({ ...NOTES, "Map MOC.md": conflict });
    await eventually(() => expect(said()).toContain("“Kitchen” has an unresolved merge conflict"));
    expect([added(), button("Add").disabled, map(test)]).toEqual([[], true, conflict]);
  });

  it("comes into an editor with unsaved words, which stay, and goes again by one undo", async () => {
    const test = await start();
    await eventually(() => expect(added()).toEqual(["Rye"]));
    await test.app.workspace.openLinkText("Map MOC", "");
    const { editor } = test.app.workspace.getActiveViewOfType(MarkdownView)!;
    editor.replaceRange("typed\n", { line: 2, ch: 0 });
    button("Add").click();
    const typed = MAP.replace(/\r/g, "").replace("## Grain", "typed\n## Grain");
    await eventually(() => expect(editor.getValue()).toBe(typed.replace("[[Barley]]\n", "[[Barley]]\n- [[Rye]]\n")));
    undo(test);
    await eventually(() => expect(editor.getValue()).toBe(typed));
  });

  it("is offered by command only where there is a note, and a map to add it to", async () => {
    const test = await start();
    const run = (): boolean => test.app.commands.executeCommandById("moc-path:add-to-map");
    await test.app.workspace.openLinkText("Map MOC", "");
    expect(run()).toBe(false);
    const other = await startTestApp({ "Rye.md": "" }, { plugins: [builtPlugin()] });
    open.push(other);
    await other.app.workspace.openLinkText("Rye", "");
    expect(other.app.commands.executeCommandById("moc-path:add-to-map")).toBe(false);
  });
});

describe("several notes that are added to maps", () => {
  const NEXT = "# More\n\n## Seed\n\n- [[Flax]]\n";
  const MORE = { ...NOTES, "More MOC.md": NEXT, "Flax.md": "", "Chia.md": "[[Flax]]", "Mint.md": "[[Oolong]]" };

  async function openList(paths: readonly string[]): Promise<TestApp> {
    const test = await startTestApp(MORE, { plugins: [builtPlugin()] });
    open.push(test);
    await eventually(() => expect(test.app.commands.executeCommandById("moc-path:switch-map")).toBe(true));
    document.body.find(".modal-bg, .prompt")?.dispatchEvent(new MouseEvent("click"));
    const { Menu } = await import("../host/obsidian");
    const menu = new Menu();
    const files = paths.map((path) => test.app.vault.getFileByPath(path));
    test.app.workspace.trigger("files-menu", menu, files, "file-explorer-context-menu");
    menu.showAtPosition({ x: 0, y: 0 });
    document.body
      .findAll(".menu-item")
      .find((el) => el.textContent === "Add 3 notes to maps…")
      ?.click();
    await eventually(() =>
      expect(
        dialog()
          .findAll(".moc-path-add-place")
          .map((el) => el.textContent)
          .join(),
      ).not.toContain("Looking"),
    );
    return test;
  }

  it("stay in the list only where they were left out, though others came into the same map", async () => {
    const test = await openList(["Rye.md", "Oats.md", "Mint.md"]);
    for (const el of dialog().findAll(".moc-path-add-row input:not(:checked)")) el.click();
    await test.app.workspace.openLinkText("Map MOC", "");
    const { editor } = test.app.workspace.getActiveViewOfType(MarkdownView)!;
    editor.replaceRange("x", { line: editor.getValue().split("\n").indexOf("- [[Oolong]]"), ch: 12 });
    const listed = (): readonly (string | null)[] =>
      dialog()
        .findAll(".moc-path-add-row .moc-path-add-name")
        .map((el) => el.textContent);
    button("Add 3 notes").click();
    await eventually(() => expect(notices()).toContain("Left alone where something else is written now: Map MOC"));
    await eventually(() => expect(listed()).toEqual(["Mint"]));
    expect(editor.getValue()).toContain("[[Rye]]");
    expect(editor.getValue()).toContain("[[Oats]]");
  });

  it("are one step over all their maps; a map that cannot be written keeps its notes in the list", async () => {
    const test = await openList(["Rye.md", "Oats.md", "Chia.md"]);
    const boxes = dialog().findAll(".moc-path-add-row input") as readonly HTMLElement[] as readonly HTMLInputElement[];
    // Nothing but what fits far better than anything else is agreed to beforehand.
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, false]);
    boxes[2]?.click();
    test.faults.fail("write", new Error("EACCES"), { path: /^More/u });
    button("Add 3 notes").click();
    await eventually(() => expect(map(test)).toContain("- [[Barley]]\r\n"));
    await eventually(() => expect(notices()).toContain("Could not be written: More MOC"));
    expect(map(test)).toContain("[[Rye]]");
    expect(map(test)).toContain("[[Oats]]");
    await eventually(() =>
      expect(
        dialog()
          .findAll(".moc-path-add-row")
          .map((el) => el.find(".moc-path-add-name").textContent),
      ).toEqual(["Chia"]),
    );
    test.faults.clear();
    await eventually(() => expect(button("Add 1 note").disabled).toBe(false));
    button("Add 1 note").click();
    await eventually(() =>
      expect(test.backend.texts()["More MOC.md"]).toBe("# More\n\n## Seed\n\n- [[Flax]]\n- [[Chia]]\n"),
    );
    undo(test);
    await eventually(() => expect(test.backend.texts()["More MOC.md"]).toBe(NEXT));
    undo(test);
    await eventually(() => expect(map(test)).toBe(MAP));
  });
});
