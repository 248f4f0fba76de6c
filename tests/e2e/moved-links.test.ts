// Links of a map whose note was moved while the app was closed: they lead there, say so, and are mended when the reader
// wants it.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";
import { known, quietSoon } from "./quiet";

const MAP = [
  "# Grain",
  "",
  "- [[Rye flour]] ★★★, the dark one",
  "- [[Grain/Rye flour#Storage|how to store it]]",
  "- [in Markdown](Grain/Rye%20flour.md#Storage)",
  "",
  "| Note | Rating |",
  "| --- | --- |",
  "| [[Grain/Rye flour\\|in a table]] | ★★★★ |",
  "",
].join("\r\n");

const MENDED = MAP.replace("[[Rye flour]]", "[[Dark rye]]")
  .replace("[[Grain/Rye flour#", "[[Old grain/Dark rye#")
  .replace("(Grain/Rye%20flour.md", "(Old%20grain/Dark%20rye.md")
  .replace("[[Grain/Rye flour\\", "[[Old grain/Dark rye\\");

describe("links to a note that was moved while the app was closed", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1100, height: 800, sidebarWidth: 380 });

  const rows = (): Locator => app.current.page.locator(".moc-path-row.mod-entry:visible");
  const open = async (): Promise<void> => {
    await app.current.reloadApp();
    await app.current.obsidianPage.openFile("Grain/Grain MOC.md");
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await expect.poll(() => rows().count()).toBe(4);
  };
  const choose = async (row: number, item: RegExp): Promise<void> => {
    await rows().nth(row).click({ button: "right" });
    await app.current.page.locator(".menu-item", { hasText: item }).click();
  };

  it("lead to its new place with its state, and are mended as they were written", async () => {
    const { page, vaultDir } = app.current;
    await quietSoon(app.current);
    await page.goto("about:blank");
    await mkdir(join(vaultDir, "Grain"));
    const note = ["# Rye flour", "## Milling rye", "## Storage", "## Breads of rye", "Dark.", ""].join("\n\n");
    await writeFile(join(vaultDir, "Grain/Rye flour.md"), note);
    await writeFile(join(vaultDir, "Grain/Grain MOC.md"), MAP);
    await open();
    await choose(0, /^Done$/);
    await expect.poll(() => rows().nth(0).getAttribute("class")).toContain("is-done");
    await expect.poll(() => known(app.current), { timeout: 10_000 }).toContain("known");
    await page.goto("about:blank");
    await mkdir(join(vaultDir, "Old grain"));
    await rename(join(vaultDir, "Grain/Rye flour.md"), join(vaultDir, "Old grain/Dark rye.md"));
    await open();
    for (const row of [0, 1, 2, 3]) {
      await expect.poll(() => rows().nth(row).getAttribute("class"), { timeout: 10_000 }).toContain("is-done");
      expect(await rows().nth(row).locator(".moc-path-status").textContent()).toBe("moved");
    }
    expect(await page.locator(".moc-path-header").textContent()).not.toContain("not written");
    await app.current.screenshot("moved-links");
    await rows().nth(0).click({ button: "right" });
    expect(await page.locator(".menu-item").allTextContents()).not.toContain("Create note");
    await page.keyboard.press("Escape");
    await rows().nth(0).locator(".moc-path-title").click();
    const active = (): Promise<string | undefined> =>
      app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);
    await expect.poll(active).toBe("Old grain/Dark rye.md");
    // The map is in no editor now, which would make all its line ends alike.
    for (const row of [0, 1, 2, 3]) {
      await choose(row, /^Fix link$/);
      await expect.poll(() => rows().nth(row).locator(".moc-path-status").count()).toBe(0);
    }
    await expect.poll(() => readFile(join(vaultDir, "Grain/Grain MOC.md"), "utf8")).toBe(MENDED);
    expect(await rows().nth(3).getAttribute("class")).toContain("is-done");
  });
});
