// @vitest-environment happy-dom
// The built plugin in the stand-in app, over a vault in memory.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import * as obsidian from "../host/obsidian";
import { readApi } from "../host/strict/read-api";
import { lookAway, showRoadmapOf, startTestApp, type TestApp, type TestAppOptions } from "../host/test-app";

const notes = {
  "Bread/_MOC.md":
    "---\ntitle: Bread\ntype: moc\n---\n# Bread\n\n## Basics\n\n- [[Flour]] — 12行 ★★★★☆\n- [[Water|Water, salt]] ⭐\n- [[Unwritten]]\n\n## More\n\n- [[Flour]]\n",
  "Other MOC.md": "## One\n\n- [[Flour]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
};

const open: TestApp[] = [];

/** Waits until an expectation holds, while the reader looks away: what waits to be written is written. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 5000 });

async function start(options: TestAppOptions = {}, texts: Readonly<Record<string, string>> = notes): Promise<TestApp> {
  const test = await startTestApp(texts, { plugins: [builtPlugin()], ...options });
  open.push(test);
  return test;
}

function viewOf(test: TestApp): HTMLElement {
  const el = test.containerEl.querySelector<HTMLElement>(".moc-path-view");
  if (!el) throw new Error("The roadmap is not open.");
  return el;
}

async function openRoadmap(test: TestApp, path: string): Promise<HTMLElement> {
  await showRoadmapOf(test, path);
  await eventually(() => expect(viewOf(test).querySelector(".moc-path-row")).not.toBeNull());
  return viewOf(test);
}

/** Rows that are drawn; the list keeps spare ones hidden. */
const entryRows = (el: HTMLElement): HTMLElement[] =>
  el.findAll(".moc-path-row.mod-entry").filter((row) => row.style.display !== "none");
const titles = (el: HTMLElement): (string | null | undefined)[] =>
  entryRows(el).map((row) => row.querySelector(".moc-path-title")?.textContent);
const states = (el: HTMLElement): (string | undefined)[] =>
  entryRows(el).map((row) => [...row.classList].find((name) => /^is-(?:todo|doing|done|skipped)$/.test(name)));

function click(el: HTMLElement, row: number, init: MouseEventInit = {}): void {
  const icon = entryRows(el)[row]?.querySelector(".moc-path-state");
  icon?.dispatchEvent(new MouseEvent("click", { bubbles: true, ...init }));
}

function journalOf(test: TestApp): readonly [string, string] | undefined {
  return Object.entries(test.backend.texts()).find(([path]) => path.startsWith("MOC Path/"));
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the roadmap", () => {
  it("shows the map in front of the reader", async () => {
    const el = await openRoadmap(await start(), "Bread/_MOC.md");
    expect(el.querySelector(".moc-path-map-name")?.textContent).toBe("Bread");
    expect(titles(el)).toEqual(["Flour", "Water, salt", "Unwritten", "Flour"]);
    expect(el.querySelector(".mod-missing .moc-path-title")?.textContent).toBe("Unwritten");
    expect(el.querySelector(".moc-path-done-of")?.textContent).toBe("0 of 2");
  });

  it("shows a vault whose notes are indexed only after the layout is ready", async () => {
    const el = await openRoadmap(await start({ indexing: "late" }), "Bread/_MOC.md");
    await eventually(() => expect(titles(el)).toHaveLength(4));
  });

  it("offers to create a first map where there is none, and to open one that is empty", async () => {
    const test = await start({}, { "Water.md": "# Water\n" });
    test.app.commands.executeCommandById("moc-path:open-roadmap");
    const button = (text: string): HTMLElement | undefined =>
      viewOf(test)
        .findAll(".moc-path-empty button")
        .find((el) => el.textContent === text);
    await eventually(() => expect(button("Create a map")).toBeDefined());
    button("Create a map")?.click();
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("MOC.md"));
    await eventually(() => expect(button("Open the map")).toBeDefined());
  });

  it("follows the reader to another map, and an edit of the one shown", async () => {
    const test = await start();
    const el = await openRoadmap(test, "Bread/_MOC.md");
    await test.app.workspace.openLinkText("Other MOC", "");
    await eventually(() => expect(titles(el)).toEqual(["Flour"]));
    await test.app.vault.process(test.app.vault.getFileByPath("Other MOC.md")!, (text) => `${text}- [[Water]]\n`);
    await eventually(() => expect(titles(el)).toEqual(["Flour", "Water"]));
  });

  it("says what to do in a vault without maps", async () => {
    const test = await start({}, { "A.md": "a" });
    test.app.commands.executeCommandById("moc-path:open-roadmap");
    await eventually(() => expect(viewOf(test).textContent).toContain("No maps yet"));
  });

  it("folds a division and remembers it over a restart", async () => {
    const first = await start();
    const el = await openRoadmap(first, "Bread/_MOC.md");
    el.querySelector(".mod-division .moc-path-chevron")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(titles(el)).toEqual(["Flour"]);
    const again = await openRoadmap(await start({ from: first }), "Bread/_MOC.md");
    expect(titles(again)).toEqual(["Flour"]);
  });
});

describe("marking", () => {
  it("cycles at each click, marks a note in every place at once, and counts it once", async () => {
    const el = await openRoadmap(await start(), "Bread/_MOC.md");
    click(el, 0);
    await eventually(() => expect(states(el)).toEqual(["is-doing", "is-todo", "is-todo", "is-doing"]));
    click(el, 0);
    await eventually(() => expect(states(el)).toEqual(["is-done", "is-todo", "is-todo", "is-done"]));
    expect(el.querySelector(".moc-path-done-of")?.textContent).toBe("1 of 2");
    expect(el.findAll(".mod-division .moc-path-count").map((one) => one.textContent)).toEqual(["1/2", "1/1"]);
    click(el, 1, { altKey: true });
    await eventually(() => expect(states(el)[1]).toBe("is-skipped"));
  });

  it("holds in every map that lists the note, after a restart too", async () => {
    const first = await start();
    click(await openRoadmap(first, "Bread/_MOC.md"), 0, { shiftKey: true });
    await eventually(() => expect(journalOf(first)?.[1]).toContain('"state":"doing"'));
    const el = await openRoadmap(await start({ from: first }), "Other MOC.md");
    await eventually(() => expect(states(el)).toEqual(["is-doing"]));
  });

  it("writes a journal that is no map and nothing else", async () => {
    const test = await start();
    click(await openRoadmap(test, "Bread/_MOC.md"), 0);
    await eventually(() => expect(journalOf(test)).toBeDefined());
    const texts = test.backend.texts();
    for (const [path, text] of Object.entries(notes)) expect(texts[path]).toBe(text);
    expect(journalOf(test)?.[1]).toContain("moc-path: false");
    const outside = test.app.vault.writeLog.map(({ path }) => path).filter((path) => !path.startsWith(".obsidian"));
    expect(new Set(outside)).toEqual(new Set(["MOC Path", journalOf(test)?.[0]]));
  });

  it("survives a damaged line, which is reported and kept", async () => {
    const first = await start();
    click(await openRoadmap(first, "Bread/_MOC.md"), 0);
    await eventually(() => expect(journalOf(first)).toBeDefined());
    const [path = "", text = ""] = journalOf(first) ?? [];
    await first.app.vault.process(first.app.vault.getFileByPath(path)!, () => `${text}{"v":1,"id":"broken\n`);
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const again = await start({ from: first });
    const el = await openRoadmap(again, "Bread/_MOC.md");
    await eventually(() => expect(states(el)[0]).toBe("is-doing"));
    expect(warn.mock.calls.flat().join(" ")).toContain("1 line");
    expect(el.querySelector(".moc-path-problems")?.textContent).toContain(
      "1 line of your saved progress could not be read",
    );
    click(el, 0);
    await eventually(() => expect(journalOf(again)?.[1]).toContain('"state":"done"'));
    expect(journalOf(again)?.[1].startsWith(`${text}{"v":1,"id":"broken\n`)).toBe(true);
    warn.mockRestore();
  });

  it("goes along when the note is renamed in the app", async () => {
    const test = await start();
    const el = await openRoadmap(test, "Bread/_MOC.md");
    click(el, 0);
    await eventually(() => expect(states(el)[0]).toBe("is-doing"));
    await test.app.vault.rename(test.app.vault.getFileByPath("Flour.md")!, "Bread/Flour.md");
    await eventually(() => expect(journalOf(test)?.[1]).toContain('"from":"Flour.md"'));
    await eventually(() => expect(states(el)[0]).toBe("is-doing"));
  });
});

describe("the plugin", () => {
  it("leaves nothing behind when it is turned off", async () => {
    const test = await start();
    const { vault, metadataCache, workspace } = test.app;
    /** The listeners, once no more come: some begin when maps and journals have been read. */
    const count = async (last = ""): Promise<string> => {
      const now = [vault, metadataCache, workspace].map((events) => events.listenerCount()).join(", ");
      if (now === last) return now;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return count(now);
    };
    await openRoadmap(test, "Bread/_MOC.md");
    const before = await count();
    for (let time = 0; time < 3; time++) {
      await test.app.plugins.reload("moc-path");
      await eventually(() => expect(viewOf(test).querySelector(".moc-path-row")).not.toBeNull());
    }
    expect(await count()).toBe(before);
    await test.app.plugins.disablePlugin("moc-path");
    expect(document.querySelectorAll(".moc-path-view, [aria-label='Open roadmap']")).toHaveLength(0);
    expect(test.app.commands.findCommand("moc-path:open-roadmap")).toBeNull();
  });

  it("uses nothing of the module obsidian that is not documented or not in the stand-in", () => {
    const { values } = readApi(readFileSync("node_modules/obsidian/obsidian.d.ts", "utf8"));
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
    const imports = sources.flatMap((path) => [
      ...readFileSync(join("src", path), "utf8").matchAll(/^import \{([^}]*)\} from "obsidian";$/gm),
    ]);
    const names = imports.flatMap(([, list = ""]) =>
      list
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type ")),
    );
    expect(names).toContain("Plugin");
    expect(names.filter((name) => !values.includes(name) || !(name in obsidian))).toEqual([]);
  });
});
