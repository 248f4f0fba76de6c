// Notes moved while the app was closed: found, offered, confirmed, by a reader who sees only the sidebar.
import { copyFile, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";
import { known, quietSoon } from "./quiet";
import { findingsInBothThemes } from "./findings";

async function mark(app: ObsidianApp, title: string): Promise<void> {
  const row = app.page
    .locator(".moc-path-row:visible")
    .filter({ has: app.page.locator(".moc-path-title", { hasText: title }) })
    .first();
  await row.click({ button: "right" });
  await app.page.locator(".menu-item", { hasText: /^Done$/ }).click();
  await expect.poll(() => row.getAttribute("class")).toContain("is-done");
}

describe("notes that were moved while the app was closed", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1100, height: 800, sidebarWidth: 380, ownWindow: true });

  it("keep their marks where they are found, and are offered where two could be the one", async () => {
    const { page, vaultDir } = app.current;
    await quietSoon(app.current);
    await app.current.obsidianPage.openFile("Bread/Bread MOC.md");
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await mark(app.current, "Flour");
    await mark(app.current, "Salt");
    await expect.poll(() => known(app.current), { timeout: 10_000 }).toContain("known");
    await page.goto("about:blank");
    await mkdir(join(vaultDir, "Archive"));
    await rename(join(vaultDir, "Bread/Flour.md"), join(vaultDir, "Archive/Wheat.md"));
    await copyFile(join(vaultDir, "Bread/Salt.md"), join(vaultDir, "Archive/Sea salt.md"));
    await rename(join(vaultDir, "Bread/Salt.md"), join(vaultDir, "Archive/Salt.md"));
    await app.current.reloadApp();
    await app.current.obsidianPage.openFile("Bread/Bread MOC.md");
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".moc-path-to-confirm").waitFor();
    await expect
      .poll(() => page.locator(".notice", { hasText: "1 moved note found" }).locator("button").textContent())
      .toBe("Review");
    await app.current.screenshot("moved-line");
    expect(await findingsInBothThemes(app.current, ".moc-path-header")).toEqual([]);
    await page.locator(".moc-path-to-confirm button").click();
    await app.current.screenshot("moved-modal");
    expect(await findingsInBothThemes(app.current, ".moc-path-moved .modal-content")).toEqual([]);
    const states = async (): Promise<readonly unknown[]> => {
      await app.current.lookAway();
      return app.current.executeObsidian(async ({ app: { vault } }) => {
        const journal = vault.getMarkdownFiles().find(({ path }) => path.startsWith("MOC Path/"));
        return journal ? [...(await vault.read(journal)).matchAll(/"from":"([^"]+)"/g)].map(([, from]) => from) : [];
      });
    };
    await expect.poll(states, { timeout: 5000 }).toEqual(["Bread/Flour.md"]);
    await page
      .locator(".setting-item", { hasText: "Archive/Salt.md" })
      .locator("button", { hasText: "Same note" })
      .click();
    await expect.poll(states, { timeout: 5000 }).toEqual(["Bread/Flour.md", "Bread/Salt.md"]);
    await expect
      .poll(() => page.locator(".moc-path-moved p").textContent())
      .toBe("2 notes with progress moved: 2 found, 0 to confirm.");
  });
});
