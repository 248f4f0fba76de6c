// @vitest-environment happy-dom
// The built plugin where maps are read: reading view, embeds, previews, callouts.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../../host/built-plugin";
import { Component } from "../../host/events";
import { MarkdownRenderer, MarkdownView } from "../../host/obsidian";
import { postProcessors } from "../../host/markdown/post-processors";
import { startTestApp, type TestApp } from "../../host/test-app";

const MAP = "Bread/_MOC.md";
const notes = {
  [MAP]:
    "---\ntitle: Bread\n---\n# Bread\n\nprose about [[Water]]\n\n## Basics\n\n- [[Flour]] ★★★\n- [[Water|water]] see [[Flour]]\n- [w](https://a.b/c)\n\n| a | b |\n|---|---|\n| [[Salt\\|s]] | x |\n\n> [!tip] More\n> - [[Water]]\n\n## More\n\n- [[Flour]]\n",
  "Embedding.md": "before\n\n![[Bread/_MOC]]\n",
  "Plain.md": "- [[Flour]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
  "Salt.md": "# Salt\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(extra: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const test = await startTestApp({ ...notes, ...extra }, { plugins: [builtPlugin()] });
  open.push(test);
  return test;
}

async function read(test: TestApp, path: string): Promise<HTMLElement> {
  await test.app.workspace.openLinkText(path, "", false, { state: { mode: "preview" } });
  const view = test.app.workspace.getActiveViewOfType(MarkdownView);
  if (!view) throw new Error("No note is open.");
  return view.previewMode.containerEl;
}

/** The marked things: the text behind each icon, and each heading with its count. */
function marked(el: HTMLElement): readonly string[] {
  return el.findAll(".moc-path-mark").map((mark) => {
    const text = mark.hasClass("mod-division")
      ? `${mark.parentElement?.dataset["heading"]} ${mark.textContent}`
      : mark.nextElementSibling?.textContent;
    return `${mark.getAttribute("aria-label") ?? ""} ${text ?? ""}`.trim();
  });
}

const ALL = [
  "Basics 0/4",
  "To do Flour",
  "To do water",
  "To do w",
  "To do s",
  "To do Water",
  "More 0/1",
  "To do Flour",
];

function click(el: HTMLElement, index: number, init: MouseEventInit = {}): void {
  el.findAll(".moc-path-mark.mod-entry")[index]?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ...init }),
  );
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a map in reading view", () => {
  it("is marked in lists, tables, callouts and headings, and not where it only mentions a note", async () => {
    const el = await read(await start(), MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
  });

  it("marks by click wherever the note is listed, and draws only what is different", async () => {
    const el = await read(await start(), MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
    const kept = el.findAll(".moc-path-mark.mod-entry")[1];
    click(el, 0, { shiftKey: true });
    click(el, 3, { altKey: true });
    await eventually(() =>
      expect(marked(el)).toEqual([
        "Basics 0/3",
        "In progress Flour",
        "To do water",
        "To do w",
        "Skipped s",
        "To do Water",
        "More 0/1",
        "In progress Flour",
      ]),
    );
    expect(el.findAll(".moc-path-mark.mod-entry")[1]).toBe(kept);
  });

  it("follows an edit of its text", async () => {
    const test = await start();
    const el = await read(test, MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
    const file = test.app.vault.getFileByPath(MAP);
    if (file)
      await test.app.vault.modify(file, "# Bread\n\n[[Salt]] first\n\n## More\n\n- see [[Flour]]\n- text, [[Flour]]\n");
    await eventually(() => expect(marked(el)).toEqual(["To do Salt", "More 0/1", "To do Flour", "To do Flour"]));
  });

  it("is marked rightly also where the rendering lags behind the text", async () => {
    const text = "# Bread\n\n- [[Flour]]\n\nprose about [[Flour]]\n";
    const test = await start({ "Late MOC.md": text });
    const el = await read(test, "Late MOC.md");
    await eventually(() => expect(marked(el)).toEqual(["To do Flour"]));
    const view = test.app.workspace.getActiveViewOfType(MarkdownView);
    const isInList = (): boolean => el.querySelector(".el-ul .moc-path-mark") !== null;
    if (view) view.previewMode.delay = 400;
    const file = test.app.vault.getFileByPath("Late MOC.md");
    if (file) await test.app.vault.modify(file, text.replace("Bread\n", "Bread\n\nnew words\n"));
    // The index has read the map by then.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await eventually(() => expect(el.textContent).toContain("new words"));
    await eventually(() => expect([marked(el), isInList()]).toEqual([["To do Flour"], true]));
    if (file) await test.app.vault.modify(file, text);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await eventually(() => expect(el.textContent).not.toContain("new words"));
    await eventually(() => expect([marked(el), isInList()]).toEqual([["To do Flour"], true]));
  });

  it("is marked once, however often its blocks are processed", async () => {
    const el = await read(await start(), MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
    const owner = new Component();
    await owner.load();
    const block = el.querySelector<HTMLElement>(".el-ul");
    const context = {
      docId: "",
      sourcePath: MAP,
      frontmatter: null,
      getSectionInfo: () => null,
      addChild: (child: unknown) => void owner.addChild(child as Component),
    };
    if (block) for (const process of postProcessors()) void process(block, context);
    expect(marked(el)).toEqual(ALL);
    owner.unload();
    expect(marked(el)).toEqual(ALL);
  });

  it("is marked at once when the plugin comes later, and not any more when it goes", async () => {
    const test = await start();
    const el = await read(test, MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
    await test.app.plugins.disablePlugin("moc-path");
    expect(el.querySelector(".moc-path-mark")).toBeNull();
    click(el, 0);
    await test.app.plugins.enablePlugin("moc-path");
    await eventually(() => expect(marked(el)).toEqual(ALL));
  });

  it("is not marked where the reader has switched that off", async () => {
    const test = await start({ ".obsidian/plugins/moc-path/data.json": '{ "marks": false }' });
    expect(marked(await read(test, MAP))).toEqual([]);
  });

  it("is unlike a note that is no map", async () => {
    const test = await start();
    const el = await read(test, MAP);
    await eventually(() => expect(marked(el)).toEqual(ALL));
    expect(marked(await read(test, "Plain.md"))).toEqual([]);
  });
});

describe("a map inside another note", () => {
  it("is marked where it is embedded, and can be marked there", async () => {
    const el = await read(await start(), "Embedding.md");
    await eventually(() => expect(marked(el)).toContain("To do s"));
    expect(marked(el)).toContain("More 0/1");
    click(el, el.findAll(".moc-path-mark.mod-entry").length - 1);
    await eventually(() => expect(marked(el).filter((one) => one === "In progress Flour").length).toBeGreaterThan(1));
  });

  it("is marked in a preview, for as long as that is there", async () => {
    const test = await start();
    await read(test, MAP);
    const owner = new Component();
    await owner.load();
    const el = createDiv();
    await MarkdownRenderer.render(test.app, "## Basics\n\n- [[Flour]]\n", el, MAP, owner);
    await eventually(() => expect(marked(el)).toEqual(["Basics 0/4", "To do Flour"]));
    owner.unload();
    expect(marked(el)).toEqual([]);
  });
});
