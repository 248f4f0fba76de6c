// @vitest-environment happy-dom
// The sidebar's words about a map and its offers for it, in the stand-in app.
import { afterEach, describe, expect, it } from "vitest";
import { builtPlugin } from "../../host/built-plugin";
import { startTestApp, type TestApp } from "../../host/test-app";

const MAP = `## 第二章 模型

- [[A]] ⭐ ★★★★
- [[B]] — of butter and flour

## Other

- [[C]]
- [[Unwritten]]
`;
const NOTES = { "A MOC.md": MAP, "A.md": "", "B.md": "", "C.md": "" };

const open: TestApp[] = [];

async function openMap(notes: Readonly<Record<string, string>> = NOTES): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  await test.app.workspace.openLinkText("A MOC", "");
  test.app.commands.executeCommandById("moc-path:open-roadmap");
  await expect.poll(() => test.containerEl.findAll(".moc-path-row").length).toBeGreaterThan(0);
  return test;
}

function rowOf({ containerEl }: TestApp, title: string): HTMLElement {
  const row = containerEl
    .findAll(".moc-path-row")
    .find((el) => el.id !== "" && el.find(".moc-path-title")?.textContent === title);
  if (!row) throw new Error(`No row is called ${title}.`);
  return row;
}

function click(el: HTMLElement | null, init: MouseEventInit = {}): void {
  el?.dispatchEvent(new MouseEvent("click", { bubbles: true, ...init }));
}

/** Clicks a row's state until it is this one. */
async function mark(test: TestApp, title: string, state: "doing" | "done" | "skipped"): Promise<void> {
  click(rowOf(test, title).find(".moc-path-state"), { altKey: state === "skipped" });
  await expect.poll(() => rowOf(test, title).className).toContain(`is-${state}`);
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

function search({ containerEl }: TestApp, text: string): void {
  const inputEl = containerEl.find(".moc-path-search input") as HTMLInputElement;
  inputEl.value = text;
  inputEl.dispatchEvent(new Event("input", { bubbles: true }));
}

const shownTitles = ({ containerEl }: TestApp): readonly string[] =>
  containerEl
    .findAll(".moc-path-row")
    .filter((el) => el.id !== "" && !el.hasClass("mod-unlisted"))
    .map((el) => el.find(".moc-path-title").textContent ?? "");

describe("a search", () => {
  it("finds chapters by their titles, with all that is in them, and marks the title", async () => {
    const test = await openMap();
    search(test, "第二章");
    await expect.poll(() => shownTitles(test)).toEqual(["第二章 模型", "A", "B"]);
    expect(rowOf(test, "第二章 模型").find(".moc-path-match").textContent).toBe("第二章");
  });

  it("counts topics that it finds, too", async () => {
    const test = await openMap({ ...NOTES, "A MOC.md": `${MAP}\n- Rye\n- Spelt\n` });
    search(test, "rye");
    await expect.poll(() => test.containerEl.find(".moc-path-found-count").textContent).toBe("1 shown");
    expect(test.containerEl.findAll(".moc-path-row.mod-topic").length).toBe(1);
  });

  it("shows remark or path of what was found by them, with the words marked", async () => {
    const test = await openMap();
    search(test, "butter");
    await expect.poll(() => shownTitles(test)).toEqual(["第二章 模型", "B"]);
    expect(rowOf(test, "B").find(".moc-path-remark").innerHTML).toContain('moc-path-match">butter</span>');
    search(test, "c.md");
    await expect.poll(() => rowOf(test, "C").find(".moc-path-remark").textContent).toBe("C.md");
  });
});

describe("what there is nothing of", () => {
  it("is said of a chapter with nothing to mark", async () => {
    const test = await openMap({ "A MOC.md": "## Later\n\n- [[Unwritten]]\n" });
    expect(test.containerEl.find(".moc-path-done-of").textContent).toBe("1 to write");
    const treeEl = test.containerEl.find(".moc-path-tree");
    treeEl.focus();
    for (const key of ["Home", "d"]) treeEl.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await expect.poll(() => document.body.find(".notice")?.textContent).toContain("Nothing to mark here");
  });

  it("has no search, chips or counts once a map was emptied", async () => {
    const test = await openMap();
    const file = test.app.vault.getFileByPath("A MOC.md");
    if (file) await test.app.vault.process(file, () => "");
    await expect
      .poll(() => test.containerEl.find(".moc-path-empty-title")?.textContent)
      .toBe("Nothing to study here yet");
    expect(test.containerEl.find(".moc-path-search").style.display).toBe("none");
    expect(test.containerEl.find(".moc-path-counts").textContent).toBe("");
  });
});

describe("the chip for what is skipped", () => {
  it("is there while something is skipped or it is on, and lists that", async () => {
    const test = await openMap();
    const chip = (): HTMLElement => test.containerEl.find(".moc-path-chip[data-chip='skipped']");
    expect(chip().style.display).toBe("none");
    await mark(test, "B", "skipped");
    await expect.poll(() => chip().style.display).toBe("");
    click(chip());
    await expect.poll(() => shownTitles(test)).toEqual(["第二章 模型", "B"]);
    test.app.commands.executeCommandById("moc-path:undo");
    await expect.poll(() => test.containerEl.find(".moc-path-empty-title").textContent).toBe("Nothing matches");
    expect(chip().style.display).toBe("");
    click(chip());
    await expect.poll(() => chip().style.display).toBe("none");
  });
});

describe("the notice on several marks", () => {
  const notices = (): readonly HTMLElement[] =>
    document.body.findAll(".notice").filter((el) => el.find("button")?.textContent === "Undo");
  const markAll = async (test: TestApp, title: string): Promise<void> => {
    rowOf(test, title).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true }));
    const item = document.body.findAll(".menu-item").find((el) => el.textContent?.includes("Mark all as done"));
    click(item ?? null);
    await expect.poll(() => notices().length).toBe(1);
  };

  it("undoes what it tells of", async () => {
    const test = await openMap();
    await markAll(test, "第二章 模型");
    expect(notices()[0]?.textContent).toBe("2 notes marked as done.Undo");
    click(notices()[0]?.find("button") ?? null);
    await expect.poll(() => rowOf(test, "A").className).toContain("is-todo");
    expect(notices()).toEqual([]);
  });

  it("goes as soon as that is undone, or something else was done since", async () => {
    const test = await openMap();
    await markAll(test, "第二章 模型");
    test.app.commands.executeCommandById("moc-path:undo");
    await expect.poll(notices).toEqual([]);
    await markAll(test, "第二章 模型");
    await mark(test, "C", "doing");
    await expect.poll(notices).toEqual([]);
  });
});

describe("the context menu", () => {
  const items = (): readonly HTMLElement[] => document.body.findAll(".menu-item");
  const texts = (): readonly (string | null)[] => items().map((el) => el.textContent);
  const choose = (text: string): void => click(items().find((el) => el.textContent === text) ?? null);
  const openMenu = (test: TestApp, title: string): void =>
    void rowOf(test, title).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true }));

  it("has every way to open, folds what has rows below it, and undoes, in Obsidian's own words and order", async () => {
    const test = await openMap({ ...NOTES, "A MOC.md": "## One\n\n- [[A]]\n  - [[B]]\n" });
    openMenu(test, "A");
    const open = ["Open note", "Open in new tab", "Open to the right", "Show in the map"];
    const states = ["To do", "In progress", "Done", "Skipped"];
    expect(texts()).toEqual([...open, ...states, "Rate…", "Mark everything above as done", "Select", "Collapse"]);
    choose("Collapse");
    await expect.poll(() => shownTitles(test)).toEqual(["One", "A"]);
    await mark(test, "A", "doing");
    openMenu(test, "One");
    expect(texts().slice(0, 3)).toEqual(["Show in the map", "Open in new tab", "Open to the right"]);
    expect(texts().slice(-2)).toEqual(["Collapse", "Undo last action"]);
    choose("Undo last action");
    await expect.poll(() => rowOf(test, "A").className).toContain("is-todo");
  });

  it("opens in a new tab, and selects", async () => {
    const test = await openMap();
    openMenu(test, "B");
    choose("Open in new tab");
    await expect.poll(() => test.app.workspace.getLeavesOfType("markdown").length).toBe(2);
    openMenu(test, "A");
    choose("Select");
    expect(rowOf(test, "A").getAttribute("aria-selected")).toBe("true");
    openMenu(test, "A");
    choose("Clear selection");
    expect(rowOf(test, "A").getAttribute("aria-selected")).toBe("false");
  });
});

describe("counts", () => {
  it("are of what is not skipped, in the header, in rows and in words, and name what they leave out", async () => {
    const test = await openMap();
    await mark(test, "A", "doing");
    await mark(test, "A", "done");
    await mark(test, "B", "skipped");
    const counts = (): HTMLElement => test.containerEl.find(".moc-path-done-of");
    await expect.poll(() => counts().textContent).toBe("1 of 2");
    expect(counts().getAttribute("aria-label")).toBe("1 skipped, 1 to write");
    expect(rowOf(test, "第二章 模型").getAttribute("aria-label")).toBe("第二章 模型, 1 of 1, 1 skipped");
    expect(rowOf(test, "第二章 模型").find(".moc-path-count").textContent).toBe("1/1");
    expect(test.containerEl.find(".moc-path-live").textContent).toBe("B, Skipped, 1 of 2");
  });
});

describe("the open note", () => {
  it("is marked by its chapter where that is folded", async () => {
    const test = await openMap();
    click(rowOf(test, "第二章 模型").find(".collapse-icon"));
    await expect.poll(() => shownTitles(test)).toEqual(["第二章 模型", "Other", "C", "Unwritten"]);
    await test.app.workspace.openLinkText("B", "");
    await expect.poll(() => rowOf(test, "第二章 模型").className).toContain("is-active");
    await test.app.workspace.openLinkText("C", "");
    await expect.poll(() => rowOf(test, "第二章 模型").className).not.toContain("is-active");
  });

  it("brings the map that lists it, or else the last one, when the roadmap is opened again", async () => {
    const test = await openMap({ ...NOTES, "B MOC.md": "- [[D]]", "D.md": "", "E.md": "" });
    const reopenedWith = async (note: string): Promise<string | null> => {
      test.app.workspace.detachLeavesOfType("moc-path-roadmap");
      await test.app.workspace.openLinkText(note, "");
      test.app.commands.executeCommandById("moc-path:open-roadmap");
      await expect.poll(() => test.containerEl.find(".moc-path-map-name")?.textContent ?? "").not.toBe("");
      return test.containerEl.find(".moc-path-map-name").textContent;
    };
    expect(await reopenedWith("C")).toBe("A MOC");
    expect(await reopenedWith("E")).toBe("A MOC");
    expect(await reopenedWith("D")).toBe("B MOC");
  });
});

describe("the circle of a note", () => {
  it("says what a click does, and which other states those with modifiers lead to", async () => {
    const test = await openMap();
    const said = (): readonly string[] | undefined =>
      rowOf(test, "B").find(".moc-path-state").getAttribute("aria-label")?.split("\n");
    expect(said()).toEqual(["To do", "Click: in progress", "Alt+click: skipped"]);
    for (const state of ["doing", "done"] as const) await mark(test, "B", state);
    expect(said()).toEqual(["Done", "Click: to do", "Shift+click: in progress", "Alt+click: skipped"]);
    await mark(test, "B", "skipped");
    expect(said()).toEqual(["Skipped", "Click: to do", "Shift+click: in progress"]);
  });
});

describe("the menu of the view", () => {
  const titles = (): readonly string[] => document.body.findAll(".menu-item-title").map((el) => el.textContent ?? "");
  const more = (test: TestApp): void => click(test.containerEl.find(".moc-path-more"));

  it("has undo and export once something is marked, the map's note, and the settings", async () => {
    const test = await openMap();
    more(test);
    await expect.poll(titles).toContain("Open the map’s note");
    for (const later of ["Undo last action", "Export progress"]) expect(titles()).not.toContain(later);
    document.body.findAll(".menu").forEach((el) => el.remove());
    await mark(test, "A", "doing");
    more(test);
    await expect
      .poll(titles)
      .toEqual(expect.arrayContaining(["Undo last action", "Open the map’s note", "Export progress"]));
    click(document.body.findAll(".menu-item").find((el) => el.textContent === "Settings") ?? null);
    await expect.poll(() => document.body.find(".vertical-tab-nav-item.is-active")?.textContent).toBe("MOC Path");
    expect(document.body.findAll(".vertical-tab-content .setting-item").length).toBeGreaterThan(5);
  });
});

describe("the card at a map's end", () => {
  it("names the maps to go on with: those named as next, and unfinished ones that it lists or has below it", async () => {
    const below = (name: string): Readonly<Record<string, string>> => ({
      [`${name} MOC.md`]: `---\nup: "[[A MOC]]"\n---\n# ${name}\n- [[${name} note]]\n`,
      [`${name} note.md`]: "",
    });
    const test = await openMap({
      "A MOC.md":
        "→ [[Later MOC]]\n\n## One\n\n- [[A]]\n\n## [[Lower MOC]]\n\n- [[B]]\n\n> Related: [[Side MOC]], [[Far MOC]]\n",
      ...{
        "A.md": "",
        "B.md": "",
        "Later MOC.md": "# Later\n- [[C]]\n",
        "C.md": "",
        "Far MOC.md": "↑ [[Later MOC]]\n\n- [[C]]\n",
      },
      ...below("Lower"),
      ...below("Side"),
    });
    for (const title of ["A", "B"]) for (const state of ["doing", "done"] as const) await mark(test, title, state);
    const cardEl = (): HTMLElement => test.containerEl.find(".moc-path-card");
    await expect.poll(() => cardEl().find(".moc-path-next-title")?.textContent).toBe("This map is finished");
    expect(
      cardEl()
        .findAll(".moc-path-onward")
        .map((el) => el.dataset["link"]),
    ).toEqual(["Later MOC", "Lower MOC", "Side MOC"]);
  });

  it("names the map above where it names no next one and has none below", async () => {
    const test = await openMap({
      "A MOC.md": "↑ [[Top MOC]]\n\n## One\n\n- [[A]]\n",
      ...{ "A.md": "", "Top MOC.md": "# Top\n\n- [[A MOC]]\n- [[C]]\n", "C.md": "" },
    });
    for (const state of ["doing", "done"] as const) await mark(test, "A", state);
    const links = (): readonly (string | undefined)[] =>
      test.containerEl.findAll(".moc-path-card .moc-path-onward").map((el) => el.dataset["link"]);
    await expect.poll(links).toEqual(["Top MOC"]);
    expect(test.containerEl.find(".moc-path-next-title").textContent).toBe("Finished");
  });
});

describe("the header", () => {
  it("leaves in the document what says the same as before, wherever in the text that stands now", async () => {
    const test = await openMap();
    const parts = [".moc-path-map-title", ".moc-path-next"];
    const els = (): readonly HTMLElement[] => parts.map((part) => test.containerEl.find(part));
    const [before, file] = [els(), test.app.vault.getFileByPath("A MOC.md")];
    if (file) await test.app.vault.modify(file, `Some words above.\n\n${MAP}\n## More\n`);
    await expect.poll(() => shownTitles(test)).toContain("More");
    expect(els().map((el, at) => el === before[at])).toEqual([true, true]);
    if (file) await test.app.vault.modify(file, MAP.replace("第二章 模型", "第二章"));
    await expect.poll(() => test.containerEl.find(".moc-path-next-place").textContent).not.toContain("模型");
    expect(els().map((el, at) => el === before[at])).toEqual([true, false]);
  });
});
