// @vitest-environment happy-dom
// Reading view of the stand-in app: blocks, post processors, embeds, and what stays when the text changes.
import { afterEach, describe, expect, it, vi } from "vitest";
import { Component } from "../events";
import { startTestApp, type TestApp } from "../test-app";
import { MarkdownView } from "../workspace";
import { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from ".";

const notes = {
  "Note.md":
    "---\na: 1\n---\n## One ==x==\n\n- [x] [[Other#part|o]] and [w](Other.md)\n- [out](https://a.b)\n\n| a | b |\n|---|---|\n| [[Other\\|t]] | %%hidden%% |\n\n> [!tip] Title\n> inside [[Missing]]\n\n![[Other]]\n\n```lang\ncode\n```\n",
  "Other.md": "# Other\n\ntext\n",
};

let test: TestApp;
const cleanups: (() => void)[] = [];

function process(processor: Parameters<typeof MarkdownPreviewRenderer.registerPostProcessor>[0], order?: number): void {
  MarkdownPreviewRenderer.registerPostProcessor(processor, order);
  cleanups.push(() => MarkdownPreviewRenderer.unregisterPostProcessor(processor));
}

async function read(path = "Note.md"): Promise<MarkdownView> {
  test = await startTestApp(notes);
  await test.app.workspace.openLinkText(path, "", false, { state: { mode: "preview" } });
  const view = test.app.workspace.getActiveViewOfType(MarkdownView);
  if (!view) throw new Error("No note is open.");
  await vi.waitFor(() => expect(blocksOf(view)).not.toEqual([]));
  return view;
}

function blocksOf({ previewMode: { containerEl } }: MarkdownView): readonly string[] {
  return [...(containerEl.firstElementChild?.children ?? [])].slice(1).map((el) => el.className);
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  await test.app.close();
  document.body.empty();
});

describe("reading view", () => {
  it("shows a note block by block, without its frontmatter and comments", async () => {
    const view = await read();
    const { containerEl } = view.previewMode;
    expect(blocksOf(view)).toEqual(["el-h2", "el-ul", "el-table", "el-div", "el-p", "el-pre"]);
    expect(view.getMode()).toBe("preview");
    expect(containerEl.textContent).not.toContain("hidden");
    expect(containerEl.findAll("a.internal-link").map((el) => el.dataset["href"])).toEqual([
      "Other#part",
      "Other.md",
      "Other",
      "Missing",
    ]);
    expect(containerEl.querySelector("h2")?.dataset["heading"]).toBe("One x");
    expect(containerEl.querySelector(".callout-title-inner")?.textContent).toBe("Title");
    expect(containerEl.querySelector(".task-list-item input")).toHaveProperty("checked", true);
    await vi.waitFor(() => expect(containerEl.querySelector(".markdown-embed h1")?.textContent).toBe("Other"));
  });

  it("runs post processors in their order on each block, with its lines as they are at that time", async () => {
    const seen: string[] = [];
    process((el, ctx) => {
      const info = ctx.getSectionInfo(el);
      seen.push(`${ctx.sourcePath} ${el.className} ${info ? `${info.lineStart}-${info.lineEnd}` : "?"}`);
    }, 1);
    process((el) => void seen.push(el.className), 0);
    await read("Other.md");
    expect(seen).toEqual(["el-h1", "Other.md el-h1 0-0", "el-p", "Other.md el-p 2-2"]);
  });

  it("gives embedded notes their own path, and knows no lines there", async () => {
    const seen: string[] = [];
    process((el, ctx) => {
      if (ctx.sourcePath === "Other.md") seen.push(`${el.className} ${ctx.getSectionInfo(el) === null}`);
    });
    await read();
    await vi.waitFor(() => expect(seen).toEqual(["el-h1 true", "el-p true"]));
  });

  it("keeps the elements of blocks that are unchanged, and ends the children of those that are gone", async () => {
    const ended: string[] = [];
    process((el, ctx) => {
      const child = new MarkdownRenderChild(el);
      child.register(() => ended.push(el.className));
      ctx.addChild(child as never);
    });
    const view = await read("Other.md");
    const before = view.previewMode.containerEl.querySelector(".el-h1");
    view.setViewData("new\n\n# Other\n", false);
    await vi.waitFor(() => expect(blocksOf(view)).toEqual(["el-p", "el-h1"]));
    expect(view.previewMode.containerEl.querySelector(".el-h1")).toBe(before);
    await vi.waitFor(() => expect(ended).toEqual(["el-p"]));
  });

  it("runs processors before a block is in the page, and ends what it had before only after they have", async () => {
    const log: string[] = [];
    process(async (el, ctx) => {
      const child = new MarkdownRenderChild(el);
      child.register(() => log.push(`end ${el.textContent.trim()}`));
      ctx.addChild(child as never);
      log.push(`begin ${el.textContent.trim()} ${el.isConnected} ${ctx.getSectionInfo(el)?.lineStart}`);
      await Promise.resolve();
      log.push(`processed ${el.textContent.trim()}`);
    });
    const view = await read("Other.md");
    await vi.waitFor(() => expect(log).toHaveLength(4));
    log.length = 0;
    view.setViewData("# Other\n\nother text\n", false);
    await vi.waitFor(() => expect(log).toContain("end text"));
    expect(log).toEqual(["begin other text false 2", "processed other text", "end text"]);
  });

  it("knows lines of the text rendered last, beside the text set last, and none of what is gone from it", async () => {
    const infos: (() => unknown)[] = [];
    process((el, ctx) => void infos.push(() => ctx.getSectionInfo(el)));
    const view = await read("Other.md");
    const text = "\n\n# Other\n";
    view.setViewData(text, false);
    expect(infos.map((info) => info())).toEqual([
      { text, lineStart: 0, lineEnd: 0 },
      { text, lineStart: 2, lineEnd: 2 },
    ]);
    await vi.waitFor(() => expect(infos.map((info) => info())).toEqual([{ text, lineStart: 2, lineEnd: 2 }, null]));
  });

  it("hands fenced blocks of a language to their processor", async () => {
    process(
      MarkdownPreviewRenderer.createCodeBlockPostProcessor("lang", (source, el) => void el.setText(`<${source}>`)),
    );
    const view = await read();
    expect(view.previewMode.containerEl.querySelector(".block-language-lang")?.textContent).toBe("<code>");
  });

  it("is left and entered by the command", async () => {
    const view = await read();
    test.app.commands.executeCommandById("markdown:toggle-preview");
    await vi.waitFor(() => expect(view.getMode()).toBe("source"));
  });
});

describe("MarkdownRenderer.render", () => {
  it("renders into an element for as long as its component lives", async () => {
    const ended = vi.fn();
    process((el, ctx) => {
      const child = new MarkdownRenderChild(el);
      child.register(ended);
      ctx.addChild(child as never);
    });
    await read("Other.md");
    const owner = new Component();
    await owner.load();
    const el = createDiv();
    await MarkdownRenderer.render(test.app, "**bold** [[Other]]", el, "Note.md", owner);
    expect(el.querySelector("strong")?.textContent).toBe("bold");
    owner.unload();
    expect(ended).toHaveBeenCalledOnce();
  });
});
