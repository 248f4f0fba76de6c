// @vitest-environment happy-dom
// The settings of the built plugin: what its tab shows and refuses, and what changes at once.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApiOwner } from "../../src/api";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const DATA = ".obsidian/plugins/moc-path/data.json";
const notes = {
  "Bread MOC.md": "# Bread\n\n## Basics\n\n- [[Flour]] — 10行 — ground grain\n- [[Water]]\n",
  "Guide.md": "- [[Water]]\n",
  "Attic/Old MOC.md": "- [[Flour]]\n",
  "Flour.md": "# Flour\n".repeat(30),
  "Water.md": "# Water\n",
};

const ENOSPC = "This setting holds until Obsidian closes: it could not be saved. (ENOSPC)";

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 5000 });

async function start(files: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const test = await startTestApp({ ...notes, ...files }, { plugins: [builtPlugin()] });
  open.push(test);
  await showRoadmapOf(test, "Bread MOC");
  await eventually(() => expect(rows(test)).toHaveLength(2));
  test.app.setting.open();
  return test;
}

const rows = ({ containerEl }: TestApp): HTMLElement[] =>
  containerEl.findAll(".moc-path-row.mod-entry").filter((row) => row.style.display !== "none");
const saved = ({ backend }: TestApp): unknown => JSON.parse(backend.texts()[DATA] ?? "null");

/** The row of a setting by its name. */
function setting(name: string): HTMLElement {
  const el = document
    .querySelector(".modal")
    ?.findAll(".setting-item")
    .find((one) => one.find(".setting-item-name").getText() === name);
  if (!el) throw new Error(`There is no setting ${name}.`);
  return el;
}

async function write({ app }: TestApp, path: string, text: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file) await app.vault.modify(file, text);
}

function toggle(name: string): void {
  setting(name).find(".checkbox-container").click();
}

function type(el: HTMLElement, text: string): void {
  const inputEl = el.querySelector("input");
  if (!inputEl) throw new Error("Nothing to type into.");
  inputEl.value = text;
  inputEl.dispatchEvent(new Event("input"));
}

function choose(name: string, value: string): void {
  const selectEl = setting(name).querySelector("select");
  if (!selectEl) throw new Error("Nothing to choose.");
  selectEl.value = value;
  selectEl.dispatchEvent(new Event("change"));
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the settings tab", () => {
  it("shows every setting with one sentence, and all of them are found by a search", async () => {
    await start();
    const named = document.querySelector(".modal")?.findAll(".setting-group .setting-items .setting-item") ?? [];
    expect(named.map((el) => el.find(".setting-item-name").getText())).toEqual([
      ...[
        "Names of maps",
        "Excluded folders",
        "Show remarks",
        "Show what the map check finds",
        "Folder for progress",
        "Name of this device",
        "Other task marks",
        "Tasks in maps",
      ],
      ...["Mark maps in their text", "Underline what the map check finds", "Show the place of the note"],
      "Follow the open note",
    ]);
    for (const el of named) expect(el.find(".setting-item-description").getText()).toMatch(/^[A-Z][^.]*\.$/u);
    const searchEl = document.querySelector<HTMLInputElement>(".vertical-tab-header input");
    if (searchEl) searchEl.value = "status bar";
    searchEl?.dispatchEvent(new Event("input"));
    expect(document.querySelector(".setting-search-result")?.textContent).toBe("Show the place of the noteMOC Path");
  });

  it("says where a setting could not be saved", async () => {
    const test = await start();
    test.faults.fail("write", new Error("ENOSPC"), { path: /data\.json$/u });
    const said = (): number => document.body.findAll(".notice").filter((el) => el.textContent.includes(ENOSPC)).length;
    toggle("Show remarks");
    await eventually(() => expect(said()).toBe(1));
    setting("Names of maps").click();
    document.querySelector<HTMLElement>(".modal [aria-label='Add a name']")?.click();
    await eventually(() => expect(said()).toBe(2));
  });

  it("makes notes maps as their names are added, and none in excluded folders", async () => {
    const test = await start();
    setting("Names of maps").click();
    document.querySelector<HTMLElement>(".modal [aria-label='Add a name']")?.click();
    const added = document
      .querySelector(".modal .setting-list")
      ?.findAll(".setting-item")
      .filter((el) => el.querySelector("input"))
      .at(-1);
    if (added) type(added, "guide");
    await eventually(() =>
      expect(saved(test)).toMatchObject({
        names: [
          "_MOC",
          "MOC",
          "* MOC",
          "*-MOC",
          "*MOC",
          "MOC *",
          "MOC-*",
          "MOC_*",
          "* (MOC)",
          "目录",
          "目錄",
          "索引",
          "目次",
          "Map of Content",
          "Map of Contents",
          "* Map of Content",
          "内容地图",
          "內容地圖",
          "Mapa de contenidos",
          "Mapa de conteúdos",
          "Carte de contenu",
          "Carte des contenus",
          "Карта содержания",
          "Mapa treści",
          "콘텐츠 맵",
          "guide",
        ],
      }),
    );
    // Maps are found in slices.
    const { api } = test.app.plugins.plugins["moc-path"] as unknown as ApiOwner;
    await vi.waitFor(async () => expect(await api.maps()).toContain("Guide.md"), { timeout: 5000 });
    await test.app.workspace.openLinkText("Guide", "");
    await eventually(() => expect(rows(test).map((row) => row.find(".moc-path-title").getText())).toEqual(["Water"]));
    document.querySelector<HTMLElement>(".modal [aria-label=Back]")?.click();
    setting("Excluded folders").click();
    document.querySelector<HTMLElement>(".modal [aria-label='Add a folder']")?.click();
    type(setting("Folder 1"), "Atti");
    expect(setting("Folder 1").find(".setting-item-error").getText()).toBe("There is no folder “Atti”.");
    type(setting("Folder 1"), "Attic");
    await eventually(() => expect(saved(test)).toMatchObject({ excludedFolders: ["Attic"] }));
    await vi.waitFor(async () => expect(await api.maps()).not.toContain("Attic/Old MOC.md"), { timeout: 5000 });
    await test.app.workspace.openLinkText("Attic/Old MOC", "");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(test.containerEl.querySelector(".moc-path-map-name")?.textContent).toBe("Guide");
  });

  it("says what is wrong with a name or a folder, and saves none of it", async () => {
    const test = await start();
    type(setting("Folder for progress"), ".hidden");
    expect(setting("Folder for progress").find(".setting-item-error").getText()).toContain("begins with a dot");
    type(setting("Folder for progress"), "a:b");
    expect(setting("Folder for progress").find(".setting-item-error").getText()).toContain("“:”");
    setting("Names of maps").click();
    type(setting("Name 1"), "*");
    expect(setting("Name 1").find(".setting-item-error").getText()).toBe("This would make every note a map.");
    expect(saved(test)).toBeNull();
  });

  it("shows and hides at once: remarks, findings, the place of the note, marks in maps", async () => {
    const test = await start();
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-fixable")).not.toBeNull());
    toggle("Show remarks");
    await eventually(() => expect(rows(test)[0]?.querySelector(".moc-path-remark")?.textContent).toBe("ground grain"));
    toggle("Show what the map check finds");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-fixable")).toBeNull());
    expect(test.containerEl.querySelector(".cm-content .moc-path-mark")).not.toBeNull();
    toggle("Mark maps in their text");
    await eventually(() => expect(test.containerEl.querySelector(".cm-content .moc-path-mark")).toBeNull());
    await test.app.workspace.openLinkText("Flour", "");
    const placeEl = test.containerEl.find(".moc-path-place");
    await eventually(() => expect(placeEl.style.display).not.toBe("none"));
    toggle("Show the place of the note");
    await eventually(() => expect(placeEl.style.display).toBe("none"));
    await eventually(() => expect(saved(test)).toEqual({ remarks: true, findings: false, marks: false, place: false }));
  });

  it("stays at its map while the reader wants it not to follow", async () => {
    const test = await start();
    toggle("Follow the open note");
    await test.app.workspace.openLinkText("Attic/Old MOC", "");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(test.containerEl.querySelector(".moc-path-map-name")?.textContent).toBe("Bread");
    toggle("Follow the open note");
    await test.app.workspace.openLinkText("Guide", "");
    await test.app.workspace.openLinkText("Attic/Old MOC", "");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-map-name")?.textContent).toBe("Old MOC"));
  });

  it("places new journals where the reader wants them, named for this device", async () => {
    const test = await start();
    type(setting("Folder for progress"), "/Study/Log/");
    type(setting("Name of this device"), "Kitchen laptop");
    rows(test)[0]
      ?.querySelector(".moc-path-state")
      ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    const journal = (): [string, string] | undefined =>
      Object.entries(test.backend.texts()).find(([path]) => path.startsWith("Study/Log/Progress "));
    await eventually(() => expect(journal()?.[1]).toMatch(/^# Reading progress \d{4}-\d\d Kitchen laptop$/mu));
    expect(saved(test)).toEqual({ folder: "/Study/Log/" });
  });

  it("takes over what another device has set, shown or not", async () => {
    const test = await start();
    await test.outside.write(DATA, '{"remarks":true,"tasks":"never"}');
    await eventually(() =>
      expect(setting("Show remarks").querySelector(".checkbox-container.is-enabled")).not.toBeNull(),
    );
    expect(setting("Tasks in maps").querySelector("select")?.value).toBe("never");
    await eventually(() => expect(rows(test)[0]?.querySelector(".moc-path-remark")).not.toBeNull());
  });

  it("keeps what could not be saved when another device changes something else", async () => {
    const test = await start();
    test.faults.fail("write", new Error("ENOSPC"), { path: /data\.json$/u });
    toggle("Show remarks");
    await eventually(() => expect(rows(test)[0]?.querySelector(".moc-path-remark")).not.toBeNull());
    await test.outside.write(DATA, '{"tasks":"never"}');
    await eventually(() => expect(setting("Tasks in maps").querySelector("select")?.value).toBe("never"));
    expect(setting("Show remarks").querySelector(".checkbox-container.is-enabled")).not.toBeNull();
    test.faults.clear();
    toggle("Show remarks");
    await eventually(() => expect(saved(test)).toEqual({ tasks: "never", remarks: false }));
  });

  it("reads other task marks as the reader says, each with one meaning", async () => {
    const test = await start();
    await write(test, "Bread MOC.md", "- [>] [[Flour]]\n- [!] [[Water]]\n");
    const states = (): readonly (string | undefined)[] =>
      rows(test).map(({ className }) => /is-(?:todo|doing|done|skipped)/.exec(className)?.[0]);
    await eventually(() => expect(states()).toEqual(["is-todo", "is-todo"]));
    setting("Other task marks").click();
    type(setting("Done"), "! x");
    expect(setting("Done").find(".setting-item-error").getText()).toBe("[x] means “Done” already.");
    type(setting("In progress"), "> o");
    await eventually(() => expect(saved(test)).toEqual({ taskDoing: "> o" }));
    type(setting("Done"), "!>");
    expect(setting("Done").find(".setting-item-error").getText()).toBe("[>] means “In progress” already.");
    type(setting("Done"), "!");
    await eventually(() => expect(states()).toEqual(["is-doing", "is-done"]));
    await eventually(() => expect(saved(test)).toEqual({ taskDoing: "> o", taskDone: "!" }));
  });

  it("lets names be put in another order", async () => {
    const test = await start({ [DATA]: '{"names":["A","B","* MOC"]}' });
    setting("Names of maps").click();
    const items =
      document
        .querySelector(".modal .setting-list")
        ?.findAll(".setting-item")
        .filter((el) => el.querySelector("input")) ?? [];
    items[0]?.querySelector("[aria-label='Drag to rearrange']")?.dispatchEvent(new Event("dragstart"));
    items[2]?.dispatchEvent(new Event("drop"));
    await eventually(() => expect(saved(test)).toEqual({ names: ["B", "* MOC", "A"] }));
  });

  it("shows at once what is set elsewhere while it is open", async () => {
    const test = await start();
    test.app.commands.executeCommandById("moc-path:toggle-remarks");
    await eventually(() =>
      expect(setting("Show remarks").querySelector(".checkbox-container.is-enabled")).not.toBeNull(),
    );
  });

  it("names folders by their new path when they are renamed", async () => {
    const test = await start({
      [DATA]: '{"excludedFolders":["Attic/Deep","Other"],"folder":"Attic"}',
      "Attic/Deep/x.md": "",
    });
    const folder = test.app.vault.getFolderByPath("Attic");
    if (folder) await test.app.fileManager.renameFile(folder, "Loft");
    await eventually(() => expect(saved(test)).toEqual({ excludedFolders: ["Loft/Deep", "Other"], folder: "Loft" }));
  });

  it("says which settings could not be read until they are set anew, and keeps them till then", async () => {
    const test = await start({ [DATA]: '{"tasks":1,"newer":[1]}' });
    expect(setting("Some settings could not be read").find(".setting-item-description").getText()).toContain("tasks");
    choose("Tasks in maps", "always");
    await eventually(() => expect(saved(test)).toEqual({ tasks: "always", newer: [1] }));
    await eventually(() => expect(() => setting("Some settings could not be read")).toThrow());
  });

  it.each(['{"marks":fal', "[1]"])(
    "starts with damaged data, and keeps it aside when something is set: %s",
    async (text) => {
      vi.spyOn(console, "error").mockImplementation(() => undefined);
      const test = await start({ [DATA]: text });
      expect(setting("Some settings could not be read").find(".setting-item-description").getText()).toContain(
        "data.json",
      );
      toggle("Show remarks");
      await eventually(() => expect(saved(test)).toEqual({ remarks: true }));
      expect(test.backend.texts()[".obsidian/plugins/moc-path/data.damaged.json"]).toBe(text);
      vi.restoreAllMocks();
    },
  );
});
