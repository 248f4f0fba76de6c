// @vitest-environment happy-dom
// The built plugin's fenced block in notes that are read.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { MarkdownView } from "../host/obsidian";
import { startTestApp, type TestApp } from "../host/test-app";

const MAP =
  "---\ntitle: Bread\n---\n- [[Salt]]\n\n## Basics\n\n- [[Flour]] ⭐\n- [[Water]]\n\n### Deep\n\n- [[Unwritten]]\n- [[Yeast]]\n";
const notes = { "Bread MOC.md": MAP, "Flour.md": "", "Water.md": "", "Salt.md": "", "Yeast.md": "" };

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function closeAll(): Promise<void> {
  for (const { app, containerEl } of open.splice(0)) {
    await app.close();
    containerEl.remove();
  }
}

/**
 * A note with a block of these lines, being read; post processors are not kept apart by app, so there is one at a time.
 */
async function read(lines: string, path = "Home.md", before = ""): Promise<{ test: TestApp; el: HTMLElement }> {
  await closeAll();
  const test = await startTestApp(
    { ...notes, [path]: `${before}\`\`\`moc-path\n${lines}\n\`\`\`\n` },
    { plugins: [builtPlugin()] },
  );
  open.push(test);
  await test.app.workspace.openLinkText(path, "", false, { state: { mode: "preview" } });
  const view = test.app.workspace.getActiveViewOfType(MarkdownView);
  const el = await vi.waitUntil(() => view?.previewMode.containerEl.querySelector<HTMLElement>(".moc-path-block"));
  return { test, el };
}

const texts = (el: HTMLElement, selector: string): (string | null)[] =>
  [...el.querySelectorAll(selector)].map((one) => one.textContent);

afterEach(closeAll);

describe("a fenced block", () => {
  it("shows the map it names, or the note it stands in", async () => {
    const { el } = await read("map: [[Bread MOC]]");
    await eventually(() => expect(el.querySelector(".moc-path-block-title")?.textContent).toBe("Bread"));
    expect(texts(el, ".moc-path-block-count")).toEqual(["0 of 4", "0/3"]);
    expect(texts(el, ".moc-path-block-division")).toEqual(["Basics"]);
    const own = await read("show: bar", "Own MOC.md", "- [[Flour]]\n\n");
    await eventually(() => expect(texts(own.el, ".moc-path-block-title")).toEqual(["Own MOC"]));
  });

  it("shows the tree, can be marked there, and follows", async () => {
    const { el } = await read("map: Bread MOC.md\nshow: tree, next");
    await eventually(() =>
      expect(texts(el, "a")).toEqual([
        "Salt",
        "Basics",
        "Flour",
        "Water",
        "Deep",
        "Unwritten",
        "Yeast",
        "Continue: Salt",
      ]),
    );
    el.querySelector<HTMLElement>(".moc-path-mark")?.dispatchEvent(
      new MouseEvent("click", { altKey: true, bubbles: true, cancelable: true }),
    );
    await eventually(() => expect(el.querySelector(".moc-path-mark")?.getAttribute("aria-label")).toBe("Skipped"));
    expect(texts(el, ".moc-path-block-next")).toEqual(["Continue: Flour"]);
  });

  it("shows as much as filter and depth leave, with the counts of the whole", async () => {
    const { el } = await read("map: Bread MOC\nshow: chapters, tree\nfilter: key");
    await eventually(() => expect(texts(el, "a")).toEqual(["Basics", "Basics", "Flour"]));
    expect(texts(el, ".moc-path-block-count")).toEqual(["0/3", "0/3"]);
    const deep = await read("map: Bread MOC\nshow: chapters\ndepth: 2");
    await eventually(() => expect(texts(deep.el, "a")).toEqual(["Basics", "Deep"]));
  });

  it("follows the map as it is edited", async () => {
    const { test, el } = await read("map: Bread MOC\nshow: chapters");
    await eventually(() => expect(texts(el, "a")).toEqual(["Basics"]));
    const file = test.app.vault.getFileByPath("Bread MOC.md");
    if (file) await test.app.vault.modify(file, `${MAP}\n## Later\n\n- [[Flour]]\n`);
    await eventually(() => expect(texts(el, "a")).toEqual(["Basics", "Later"]));
  });

  it("is about the note that it stands in, also when that is renamed", async () => {
    const { test, el } = await read("show: bar", "Own MOC.md", "- [[Flour]]\n\n");
    await eventually(() => expect(texts(el, ".moc-path-block-title")).toEqual(["Own MOC"]));
    const file = test.app.vault.getFileByPath("Own MOC.md");
    if (file) await test.app.fileManager.renameFile(file, "Other MOC.md");
    await eventually(() => expect(texts(el, ".moc-path-block-title")).toEqual(["Other MOC"]));
  });

  it("shows what was written, and nothing that no longer holds, once the plugin is off", async () => {
    const { test, el } = await read("map: Bread MOC\nshow: chapters");
    await eventually(() => expect(texts(el, "a")).toEqual(["Basics"]));
    const file = test.app.vault.getFileByPath("Bread MOC.md");
    // A drawing is planned when the plugin goes.
    if (file) await test.app.vault.modify(file, `${MAP}\n## Later\n\n- [[Flour]]\n`);
    await test.app.plugins.disablePlugin("moc-path");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(el.textContent).toBe("map: Bread MOC\nshow: chapters");
  });

  it("opens what is clicked", async () => {
    const { test, el } = await read("map: Bread MOC\nshow: tree");
    await eventually(() => expect(texts(el, "a")).toContain("Water"));
    [...el.querySelectorAll<HTMLElement>("a")].find(({ textContent }) => textContent === "Water")?.click();
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Water.md"));
  });

  it("keeps what it last showed when drawing fails, with the error one click away", async () => {
    const { test, el } = await read("map: Bread MOC\nshow: chapters");
    await eventually(() => expect(texts(el, "a")).toEqual(["Basics"]));
    const format = vi
      .spyOn(Intl.NumberFormat.prototype as { readonly format: unknown }, "format", "get")
      .mockImplementation(() => {
        throw new Error("no figures today");
      });
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const file = test.app.vault.getFileByPath("Bread MOC.md");
    if (file) await test.app.vault.modify(file, `${MAP}\n## Later\n\n- [[Flour]]\n`);
    await eventually(() =>
      expect(el.querySelector(".moc-path-failure pre")?.textContent).toContain("no figures today"),
    );
    expect([texts(el, "a"), logged.mock.calls.length]).toEqual([["Basics"], 1]);
    format.mockRestore();
    logged.mockRestore();
    el.querySelector<HTMLElement>(".moc-path-failure button")?.click();
    expect(texts(el, "a")).toEqual(["Basics", "Later"]);
  });

  it("offers to create a missing note, and does so only when told", async () => {
    const { test, el } = await read("map: Bread MOC\nshow: tree");
    await eventually(() => expect(texts(el, "a")).toContain("Unwritten"));
    [...el.querySelectorAll<HTMLElement>("a")].find(({ textContent }) => textContent === "Unwritten")?.click();
    await eventually(() => expect(document.querySelector(".notice")?.textContent).toContain("not written yet"));
    expect(test.app.vault.getFileByPath("Unwritten.md")).toBeNull();
    document.querySelector<HTMLElement>(".notice button")?.click();
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Unwritten.md"));
  });

  it("says what is wrong with each option, and that a note is no map", async () => {
    const { el } = await read("show: pie\nmaps: x");
    expect(texts(el, ".moc-path-block-problem")).toEqual([
      "“pie” cannot be used for “show”. Allowed: bar, chapters, tree, next.",
      "There is no option “maps”. Allowed: map, show, filter, depth.",
    ]);
    const none = await read("map: [[Flour]]");
    await eventually(() =>
      expect(texts(none.el, ".moc-path-block-problem")).toEqual([
        "“Flour” is not a map. Name one by link or path, as in “map: [[My MOC]]”.",
      ]),
    );
  });
});
