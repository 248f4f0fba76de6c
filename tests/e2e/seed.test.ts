// The seed map of the real vault in the sidebar, from opening it to a mark that outlasts a restart.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";

const vault = fileURLToPath(new URL("../../../shared/vaults/morpheus-2026-02-22", import.meta.url));
const SEED = "AI/LLM/_MOC.md";
const TITLE = "Transformer 架构深度解析 2026";

/** Every file outside the config folder by its path, as bytes in latin1. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && !path.startsWith(".obsidian")) files.set(path, await readFile(join(folder, path), "latin1"));
  }
  return files;
}

async function openSeed(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(SEED);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row").first().waitFor();
}

/** The rows of the tree from top to bottom, scrolled through, by id. */
async function allRows({ page }: ObsidianApp): Promise<ReadonlyMap<string, string>> {
  const tree = page.locator(".moc-path-tree");
  const rows = new Map<string, string>();
  await tree.evaluate((el) => (el.scrollTop = 0));
  for (;;) {
    const seen = await tree
      .locator(".moc-path-row:visible")
      .evaluateAll((els) => els.map((el) => [el.id, el.getAttribute("class") ?? ""] as const));
    for (const [id, classes] of seen) rows.set(id, classes);
    const isAtEnd = await tree.evaluate((el) => {
      const before = el.scrollTop;
      el.scrollTop += el.clientHeight / 2;
      return el.scrollTop === before;
    });
    if (isAtEnd) return rows;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
}

/** The first row with this title, which is near the top of the tree. */
async function findRow(app: ObsidianApp, title: string): Promise<Locator> {
  await app.page.locator(".moc-path-tree").evaluate((el) => (el.scrollTop = 0));
  const row = app.page.locator(".moc-path-row:visible").filter({ hasText: title }).first();
  await row.waitFor();
  return row;
}

function countOf(row: Locator): Promise<string | null> {
  return row.locator(".moc-path-count").textContent();
}

describe.skipIf(!existsSync(vault))("the seed map (skipped where ../shared is absent)", () => {
  const app = useObsidian({ vault, lang: "zh", theme: "dark", width: 1280, height: 900, sidebarWidth: 420 });

  it("shows 9 chapters and 148 entries", async () => {
    await openSeed(app.current);
    await expect.poll(() => app.current.page.locator(".moc-path-map-name").textContent()).toBe("大语言模型 LLM");
    expect(await app.current.page.locator(".moc-path-done-of").textContent()).toBe("已读 0 / 228");
    expect(await app.current.page.locator(".moc-path-here").textContent()).toBe("本图已读 0 / 148");
    const rows = [...(await allRows(app.current)).values()];
    expect(rows.filter((classes) => classes.includes("mod-chapter"))).toHaveLength(9);
    expect(rows.filter((classes) => classes.includes("mod-entry"))).toHaveLength(148);
  });

  it("shows what the author wrote about an entry", async () => {
    const row = await findRow(app.current, TITLE);
    expect(await row.locator(".moc-path-stars .mod-full").textContent()).toBe("★★★★★");
    expect(await row.locator(".moc-path-length").textContent()).toBe("1,617");
    expect(await row.locator(".moc-path-key").count()).toBe(1);
    // Findings come once all maps are read.
    await row.locator(".moc-path-fixable").waitFor();
    expect(await row.getAttribute("aria-label")).toBe(
      `🔥 ${TITLE}, 未读, 重点笔记, 5 / 5 星, 1,617 行, 标注 1,617 行，笔记实际 1,717 行`,
    );
    await app.current.screenshot("seed-dark");
    await row.click({ button: "right" });
    expect(await app.current.page.locator(".menu .is-label").textContent()).toContain(
      "标注 1,617 行，笔记实际 1,717 行",
    );
    await app.current.screenshot("seed-menu");
    await app.current.page.keyboard.press("Escape");
  });

  it("keeps a mark over a restart, in the journal and nowhere else", async () => {
    const { page, vaultDir } = app.current;
    const before = await filesOf(vaultDir);
    const icon = (await findRow(app.current, TITLE)).locator(".moc-path-state");
    await icon.click();
    await expect.poll(async () => (await findRow(app.current, TITLE)).getAttribute("class")).toContain("is-doing");
    await icon.click();
    await expect.poll(async () => (await findRow(app.current, TITLE)).getAttribute("class")).toContain("is-done");
    expect(await page.locator(".moc-path-done-of").textContent()).toBe("已读 1 / 228");
    expect(await countOf(await findRow(app.current, "第二章 模型架构"))).toBe("1/28");
    await app.current.lookAway();
    await expect
      .poll(async () => [...(await filesOf(vaultDir)).keys()].filter((path) => !before.has(path)))
      .toHaveLength(1);

    await app.current.reloadApp();
    await page.locator(".moc-path-row").first().waitFor();
    await expect.poll(async () => (await findRow(app.current, TITLE)).getAttribute("class")).toContain("is-done");
    expect(await page.locator(".moc-path-done-of").textContent()).toBe("已读 1 / 228");

    const after = await filesOf(vaultDir);
    const journals = [...after.keys()].filter((path) => !before.has(path));
    expect(journals).toEqual([expect.stringMatching(/^MOC Path\/Progress Linux [a-z0-9]{8} \d{4}-\d\d\.md$/)]);
    const journal = await readFile(join(vaultDir, journals[0] ?? ""), "utf8");
    const events = journal
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { target: string; state: string });
    expect(events.map(({ target, state }) => [target, state])).toEqual([
      ["AI/LLM/Architecture/Transformer架构深度解析-2026技术全景.md", "doing"],
      ["AI/LLM/Architecture/Transformer架构深度解析-2026技术全景.md", "done"],
    ]);
    for (const [path, bytes] of before) expect(after.get(path) === bytes, path).toBe(true);
  });

  it("opens a note at a click and shows where the reader is", async () => {
    await (await findRow(app.current, "架构范式对比")).locator(".moc-path-title").click();
    await expect
      .poll(() => app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path))
      .toBe("AI/LLM/Architecture/架构范式对比.md");
    await expect
      .poll(async () => (await findRow(app.current, "架构范式对比")).getAttribute("class"))
      .toContain("is-active");
  });
});

/** The share of entries whose titles are cut, of all that the tree shows. */
async function shareCut(app: ObsidianApp): Promise<number> {
  const tree = app.page.locator(".moc-path-tree");
  const cut = new Map<string, boolean>();
  await tree.evaluate((el) => (el.scrollTop = 0));
  for (let isAtEnd = false; !isAtEnd;) {
    await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
    const seen = await tree.locator(".moc-path-row.mod-entry:visible").evaluateAll((els) =>
      els.map((el) => {
        const titleEl = el.querySelector(".moc-path-title");
        return [el.id, titleEl !== null && titleEl.scrollWidth > titleEl.clientWidth] as const;
      }),
    );
    for (const [id, isCut] of seen) cut.set(id, isCut);
    isAtEnd = await tree.evaluate((el) => {
      const before = el.scrollTop;
      el.scrollTop += el.clientHeight / 2;
      return el.scrollTop === before;
    });
  }
  return [...cut.values()].filter((isCut) => isCut).length / cut.size;
}

describe.skipIf(!existsSync(vault))("the seed map at several widths (skipped where ../shared is absent)", () => {
  const app = useObsidian({ vault, lang: "zh", theme: "light", width: 1280, height: 900, sidebarWidth: 320 });

  it("has a head of at most 200 pixels, and few of its 148 titles are cut", async () => {
    await openSeed(app.current);
    await app.current.page.locator(".moc-path-to-fix").waitFor();
    const cut: Record<number, number> = {};
    for (const width of [240, 300, 320, 420]) {
      await app.current.executeObsidian(
        ({ app: { workspace } }, wanted) => workspace.rightSplit.setSize(wanted),
        width,
      );
      await frames(app.current);
      const head = await app.current.page.evaluate(() => {
        const [view, tree] = [".moc-path-view", ".moc-path-tree"].map(
          (one) => document.querySelector(one)?.getBoundingClientRect().top ?? NaN,
        );
        return (tree ?? NaN) - (view ?? NaN);
      });
      expect(head, `at ${width}`).toBeLessThanOrEqual(200);
      cut[width] = await shareCut(app.current);
    }
    expect(cut[240]).toBeLessThan(0.12);
    expect(cut[320]).toBeLessThan(0.06);
    expect(cut[420]).toBe(0);
  });
});

describe.skipIf(!existsSync(vault))("the seed map in the light theme (skipped where ../shared is absent)", () => {
  const app = useObsidian({ vault, lang: "en", theme: "light", width: 1000, height: 900, sidebarWidth: 260 });

  it("fits a narrow sidebar", async () => {
    await openSeed(app.current);
    await findRow(app.current, TITLE);
    expect(await app.current.page.locator(".moc-path-tree").evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(
      false,
    );
    await app.current.screenshot("seed-light-narrow");
  });
});
