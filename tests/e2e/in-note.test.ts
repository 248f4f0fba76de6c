// The seed map of the real vault in its own text: marks while it is typed into, in both panes, in each mode.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ApiOwner } from "../../src/api";
import type { State } from "../../src/core/base/state";
import { useObsidian, type ObsidianApp } from "../host/driver";

const vault = fileURLToPath(new URL("../../../shared/vaults/morpheus-2026-02-22", import.meta.url));
const SEED = "AI/LLM/_MOC.md";
const TYPED =
  "typed while marks show: a sentence, then an entry.\n- [[AI/LLM/Architecture/BERT|BERT again]] and more words behind";

const marks = (page: Page): Locator => page.locator(".cm-content .cm-line .moc-path-mark.mod-entry");

async function openSeed(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(SEED);
  await marks(app.page).first().waitFor();
}

/** The line a heading's text is in, in the first editor. */
function heading(page: Page, text: string): Locator {
  return page.locator(".cm-line.HyperMD-header", { hasText: text }).first();
}

/**
 * The text behind each mark in the editors, to its first letters; behind a widget the editor has an empty picture for
 * the cursor.
 */
function behindMarks(page: Page): Promise<readonly string[]> {
  const textBehind = (els: Element[]): string[] =>
    els.map(
      (el) =>
        (el.nextSibling?.nodeName === "IMG" ? el.nextSibling.nextSibling : el.nextSibling)?.textContent?.slice(0, 2) ??
        "",
    );
  return marks(page).evaluateAll(textBehind);
}

/** The lines with marks in the editors, as they are seen without the cursor in them. */
function markedLines(page: Page): Promise<readonly string[]> {
  return marks(page).evaluateAll((els) =>
    els.map((el) => (el.closest(".cm-line")?.textContent ?? "").replace(/\[\[(?:[^|\]]*\|)?([^\]]*)\]\]/gu, "$1")),
  );
}

/** The lines of a pane that are drawn, marks among them. */
function linesOf(page: Page, pane: number): Promise<readonly string[]> {
  return page
    .locator(".cm-content")
    .nth(pane)
    .locator(".cm-line")
    .evaluateAll((els) =>
      els.map((el) => `${el.querySelectorAll(".moc-path-mark.mod-entry").length} ${el.textContent}`),
    );
}

describe.skipIf(!existsSync(vault))("the seed map in its own text (skipped where ../shared is absent)", () => {
  const app = useObsidian({ vault, lang: "en", theme: "light", width: 1400, height: 900 });

  it("keeps every mark at its link while 20 characters a second are typed into its middle", async () => {
    const { page } = app.current;
    await openSeed(app.current);
    await page.locator(".cm-scroller").evaluate((el) => (el.scrollTop = 700));
    await heading(page, "核心架构").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const seen: string[] = [];
    for (const character of TYPED) {
      await page.keyboard.type(character, { delay: 50 });
      seen.push(...(await behindMarks(page)));
    }
    expect(seen.length).toBeGreaterThan(TYPED.length);
    expect(seen.filter((text) => !text.startsWith("["))).toEqual([]);
    await expect
      .poll(() => page.locator(".cm-line", { hasText: "BERT again" }).locator(".moc-path-mark").count(), {
        timeout: 8000,
      })
      .toBe(1);
    expect(await heading(page, "核心架构").locator(".moc-path-mark").textContent()).toBe("0/3");
  });

  it("undoes what was typed and nothing else", async () => {
    const { page } = app.current;
    for (let step = 0; step < 400; step++) await page.keyboard.press("Control+z");
    expect(await page.locator(".cm-line", { hasText: "BERT again" }).count()).toBe(0);
    await expect
      .poll(() => heading(page, "核心架构").locator(".moc-path-mark").textContent(), { timeout: 8000 })
      .toBe("0/2");
  });

  it("leaves an input method alone that composes directly before a link, even while marks change", async () => {
    const { page } = app.current;
    const line = page.locator(".cm-line", { hasText: "架构范式对比]]" }).first();
    const before = await line.textContent();
    await line.click();
    await page.keyboard.press("Home");
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight");
    const client = await page.context().newCDPSession(page);
    const composed: (string | null)[] = [];
    const other = page.locator(".cm-content .moc-path-mark.mod-note").last();
    for (const text of ["n", "ni", "ni hao"]) {
      await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await other.dispatchEvent("click");
      await page.waitForTimeout(100);
      composed.push(await line.textContent());
    }
    expect(composed).toEqual(["n", "ni", "ni hao"].map((text) => before?.replace("[[", `${text}[[`)));
    await client.send("Input.insertText", { text: "你好" });
    await expect.poll(() => other.getAttribute("aria-label")).toBe("To do");
    expect(await line.textContent()).toBe(before?.replace("[[", "你好[["));
    await expect.poll(() => line.locator(".moc-path-mark").count()).toBe(1);
    expect((await behindMarks(page)).filter((text) => !text.startsWith("["))).toEqual([]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => line.textContent()).toBe(before);
  });

  it("marks in one pane and shows it in the other", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("workspace:split-vertical");
    await openSeed(app.current);
    await page.locator(".cm-content").nth(1).locator(".moc-path-mark.mod-entry").first().waitFor();
    for (const pane of [0, 1])
      await page
        .locator(".cm-scroller")
        .nth(pane)
        .evaluate((el) => (el.scrollTop = 0));
    await page
      .locator(".cm-content")
      .nth(1)
      .locator(".moc-path-mark.mod-todo:not(.mod-map):not(.mod-missing)")
      .first()
      .click();
    await expect.poll(() => page.locator(".cm-content").nth(0).locator(".moc-path-mark.mod-doing").count()).toBe(1);
    const [first, second] = [await linesOf(page, 0), await linesOf(page, 1)];
    const both = Math.min(first.length, second.length);
    expect(both).toBeGreaterThan(20);
    // The lines further down are drawn as far as each pane happens to have got.
    expect(second.slice(0, 20)).toEqual(first.slice(0, 20));
    await app.current.screenshot("in-note-panes");
    await app.current.executeObsidianCommand("workspace:close");
  });

  it("marks in Live Preview too, but for tables", async () => {
    const { page } = app.current;
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const view = inPage.workspace.getLeavesOfType("markdown")[0]?.view;
      await view?.setState({ ...view.getState(), source: false }, { history: false });
    });
    await page
      .locator(".cm-scroller")
      .first()
      .evaluate((el) => (el.scrollTop = 700));
    await heading(page, "经典模型系列").waitFor();
    await page.locator(".cm-table-widget").first().waitFor();
    expect(
      await page.locator(".cm-embed-block .moc-path-mark:visible, .cm-line.HyperMD-table-row .moc-path-mark").count(),
    ).toBe(0);
    expect(await page.locator(".is-live-preview .moc-path-mark.mod-entry").count()).toBeGreaterThan(0);
    await app.current.screenshot("in-note-live-preview");
  });

  it("marks nothing in the editor of a cell, and everything around it once the cell is written", async () => {
    const { page } = app.current;
    const before = await markedLines(page);
    await page.locator(".cm-table-widget td", { hasText: /^GPT$/ }).click();
    const cell = page.locator(".cm-table-widget .cm-editor .cm-content");
    await expect.poll(() => cell.textContent()).toContain("[[AI/LLM/Architecture/GPT");
    await page.keyboard.press("End");
    await page.keyboard.type(" x");
    await page.waitForTimeout(500);
    expect(await cell.locator(".moc-path-mark").count()).toBe(0);
    await heading(page, "经典模型系列").click();
    await expect.poll(() => page.locator(".cm-table-widget td", { hasText: "GPT x" }).count()).toBe(1);
    await expect.poll(() => markedLines(page)).toEqual(before);
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".cm-table-widget td", { hasText: "GPT x" }).count()).toBe(0);
  });

  it("marks none of a callout’s entries and no embed, with the cursor in them or not", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Short.md", "Two words.\n");
    await obsidianPage.write(
      "Callout MOC.md",
      "- [[AI/LLM/Architecture/BERT]]\n\n> [!tip] Also\n> - [[AI/LLM/Architecture/GPT]]\n\n![[Short]]\n\n- [[AI/LLM/Architecture/T5]]\n",
    );
    await obsidianPage.openFile("Callout MOC.md");
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const { view } = inPage.workspace.getMostRecentLeaf() ?? {};
      await view?.setState({ ...view.getState(), source: false }, { history: false });
    });
    await expect.poll(() => marks(page).count()).toBe(2);
    expect([await page.locator(".cm-callout").count(), await page.locator(".cm-embed").count()]).toEqual([1, 1]);
    await expect.poll(() => page.locator(".cm-embed .markdown-embed-content").count()).toBe(1);
    expect(await page.locator(".cm-callout .moc-path-mark").count()).toBe(1);
    expect(await page.locator(".cm-embed-block .moc-path-mark:visible").count()).toBe(0);
    await app.current.screenshot("in-note-callout");
    await app.current.executeObsidian(({ app: inPage }) =>
      inPage.workspace.activeEditor?.editor?.setCursor({ line: 3, ch: 2 }),
    );
    await expect.poll(() => page.locator(".cm-callout").count()).toBe(0);
    expect(await marks(page).count()).toBe(2);
    await app.current.executeObsidian(({ app: inPage }) =>
      inPage.workspace.activeEditor?.editor?.setCursor({ line: 0, ch: 0 }),
    );
    await expect.poll(() => page.locator(".cm-callout").count()).toBe(1);
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const { view } = inPage.workspace.getMostRecentLeaf() ?? {};
      await view?.setState({ ...view.getState(), source: true }, { history: false });
    });
    await expect.poll(() => marks(page).count()).toBe(4);
    await obsidianPage.openFile(SEED);
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const { view } = inPage.workspace.getMostRecentLeaf() ?? {};
      await view?.setState({ ...view.getState(), source: false }, { history: false });
    });
    await marks(page).first().waitFor();
  });

  it("shows a fenced block in Live Preview with all its marks, and its lines while the cursor is in it", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Block.md", `Above\n\n\`\`\`moc-path\nmap: ${SEED}\nshow: bar, tree\ndepth: 2\n\`\`\`\n`);
    await obsidianPage.openFile("Block.md");
    const block = page.locator(".cm-preview-code-block .moc-path-block:visible");
    await block.locator(".moc-path-mark").first().waitFor();
    await app.current.screenshot("in-note-block-live-preview");
    // Stars stand in the middle of a line of text.
    const stars = block.locator(".moc-path-block-stars").first();
    const apart = await stars.evaluate((el) => {
      const middle = ({ top, height }: DOMRect): number => top + height / 2;
      const [last] = [...(el.parentElement?.querySelector("a")?.getClientRects() ?? [])].slice(-1);
      return Math.abs(middle(el.getBoundingClientRect()) - middle(last ?? new DOMRect()));
    });
    expect(apart).toBeLessThan(4);
    await app.current.executeObsidian(({ app: inPage }) =>
      inPage.workspace.activeEditor?.editor?.setCursor({ line: 3, ch: 0 }),
    );
    await expect.poll(() => block.count()).toBe(0);
    await obsidianPage.openFile(SEED);
    await marks(page).first().waitFor();
  });

  it("marks table entries where the map is read, and keeps the mark when it is written again", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("markdown:toggle-preview");
    const gpt = page.locator(".markdown-preview-view td", { hasText: /^GPT$/ }).locator(".moc-path-mark");
    await gpt.click({ modifiers: ["Shift"] });
    await expect.poll(() => gpt.getAttribute("class")).toContain("mod-doing");
    await app.current.screenshot("in-note-reading");
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const view = inPage.workspace.getLeavesOfType("markdown")[0]?.view;
      await view?.setState({ ...view.getState(), mode: "source", source: true }, { history: false });
    });
    await page
      .locator(".cm-scroller")
      .first()
      .evaluate((el) => (el.scrollTop = 700));
    await expect
      .poll(() => page.locator(".cm-line", { hasText: "Architecture/GPT" }).locator(".moc-path-mark.mod-doing").count())
      .toBe(1);
  });

  it("marks a long map where it is scrolled to, and what was marked out of sight once it is seen again", async () => {
    const { page, obsidianPage } = app.current;
    const names = Array.from({ length: 400 }, (_, at) => `Long ${at}`);
    await obsidianPage.write("Long MOC.md", names.map((name) => `- [[${name}]]\n\nA paragraph.\n`).join("\n"));
    for (const name of [names[0], names[399]]) await obsidianPage.write(`${name}.md`, "text\n");
    await obsidianPage.openFile("Long MOC.md");
    await app.current.executeObsidian(async ({ app: { workspace } }) => {
      const view = workspace.getLeavesOfType("markdown")[0]?.view;
      await view?.setState({ ...view.getState(), mode: "preview" }, { history: false });
    });
    const view = page.locator(".markdown-preview-view");
    const markOf = (name = ""): Locator =>
      view.locator("li", { hasText: new RegExp(`^${name}$`) }).locator(".moc-path-mark");
    const markedAs = (name = ""): Promise<readonly (string | null)[]> =>
      markOf(name).evaluateAll((els) => els.map((el) => el.getAttribute("aria-label")));
    await expect.poll(() => markedAs(names[0])).toEqual(["To do"]);
    const mark = (name: string | undefined, state: State): Promise<unknown> =>
      app.current.executeObsidian(
        ({ plugins }, path, to) => (plugins["moc-path"] as unknown as ApiOwner).api.mark(path, to),
        `${name}.md`,
        state,
      );
    // As in the app, what is far away is not even rendered.
    expect(await view.locator("li").count()).toBeLessThan(100);
    await mark(names[399], "done");
    await expect
      .poll(
        async () => {
          await view.evaluate((el) => (el.scrollTop = el.scrollHeight));
          return markedAs(names[399]);
        },
        { timeout: 5000 },
      )
      .toEqual(["Done"]);
    expect(await markOf(names[0]).count()).toBe(0);
    await mark(names[0], "doing");
    await view.evaluate((el) => (el.scrollTop = 0));
    await expect.poll(() => markedAs(names[0])).toEqual(["In progress"]);
  });
});
