// A folder read as a map: from the switcher, with progress like any map, and in blocks and the API.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ApiOwner } from "../../src/api";
import { useObsidian, type ObsidianApp } from "../host/driver";

const mapName = ({ page }: ObsidianApp): Promise<string | null> => page.locator(".moc-path-map-name").textContent();
const row = ({ page }: ObsidianApp, title: string): Locator =>
  page.locator(".moc-path-row:visible", { hasText: title }).first();
const titles = ({ page }: ObsidianApp): Promise<readonly string[]> =>
  page.locator(".moc-path-row:visible .moc-path-title").allTextContents();

describe("a folder as a map", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 800, sidebarWidth: 420 });

  it("is offered by the switcher, shows its files, and counts and goes on as a map does", async () => {
    const { page } = app.current;
    for (const name of ["10 Dyes", "2 Looms", "Fibres/Wool", "Fibres/Fibres"])
      await app.current.executeObsidian(async ({ app: { vault } }, path) => {
        for (const folder of ["Weaving", "Weaving/Fibres"])
          if (!vault.getFolderByPath(folder)) await vault.createFolder(folder);
        await vault.create(path, "# Text\n");
      }, `Weaving/${name}.md`);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await app.current.executeObsidianCommand("moc-path:switch-map");
    await page.locator(".prompt-input").fill("weaving");
    await page.locator(".suggestion-item", { hasText: "Weaving/" }).first().click();
    await expect.poll(() => mapName(app.current)).toBe("Weaving");
    expect(await titles(app.current)).toEqual(["2 Looms", "10 Dyes", "Fibres", "Fibres", "Wool"]);
    await row(app.current, "2 Looms")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await expect.poll(() => page.locator(".moc-path-next-title").textContent()).toBe("2 Looms");
    await app.current.dismissNotices();
    await page.locator(".moc-path-next").click();
    await page.locator(".moc-path-done-next").click();
    await expect.poll(() => page.locator(".moc-path-counts").textContent()).toContain("1 of 4");
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe("Weaving/10 Dyes.md");
  });

  it("offers nothing that needs a text of its own", async () => {
    const { page } = app.current;
    await row(app.current, "Wool").click({ button: "right" });
    const items = await page.locator(".menu-item-title").allTextContents();
    expect(items).toEqual(expect.arrayContaining(["Open note", "Mark everything above as done"]));
    for (const none of ["Rate…", "Show in the map"]) expect(items).not.toContain(none);
    await page.keyboard.press("Escape");
  });

  it("lists its notes for the status bar, the menus and the commands, and undo shows the row", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Weaving/Fibres/Wool.md");
    const status = page.locator(".status-bar-item.moc-path-place");
    await expect.poll(() => status.textContent()).toBe("Weaving › Fibres");
    await app.current.executeObsidianCommand("moc-path:mark-done");
    await expect.poll(() => page.locator(".moc-path-counts").textContent()).toContain("2 of 4");
    await row(app.current, "Fibres").locator(".collapse-icon").click();
    await expect.poll(() => titles(app.current)).toEqual(["2 Looms", "10 Dyes", "Fibres"]);
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(() => titles(app.current)).toContain("Wool");
    await expect.poll(() => page.locator(".moc-path-counts").textContent()).toContain("1 of 4");
    await app.current.executeObsidianCommand("moc-path:previous-entry");
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe("Weaving/Fibres/Fibres.md");
    const offered = (id: string): Promise<boolean> =>
      app.current.executeObsidian(({ app: { commands } }, one) => commands.executeCommandById(one), id);
    expect(await offered("moc-path:show-in-map")).toBe(false);
    expect(await offered("moc-path:rate")).toBe(false);
    await app.current.executeObsidianCommand("moc-path:reveal-note");
    await status.click();
    await page.locator(".menu-item", { hasText: "Weaving › Fibres" }).click();
    await expect.poll(() => mapName(app.current)).toBe("Weaving");
    await obsidianPage.openFile("Weaving/10 Dyes.md");
  });

  it("follows files that come, and is there after a restart", async () => {
    await app.current.obsidianPage.write("Weaving/3 Warp.md", "");
    await expect.poll(() => titles(app.current)).toContain("3 Warp");
    await app.current.reloadApp();
    await expect.poll(() => mapName(app.current)).toBe("Weaving");
    expect(await titles(app.current)).toContain("3 Warp");
  });

  it("is shown by a block, and answered by the API", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write("Weaving.md", "```moc-path\nmap: Weaving/\nshow: bar, chapters\n```\n");
    await app.current.obsidianPage.openFile("Weaving.md");
    await app.current.executeObsidian(async ({ app: { workspace } }) => {
      const view = workspace.getLeavesOfType("markdown")[0]?.view;
      await view?.setState({ ...view.getState(), mode: "preview" }, { history: false });
    });
    const block = page.locator(".markdown-preview-view .moc-path-block");
    await expect.poll(() => block.textContent()).toContain("1 of 5");
    expect(await block.locator("a").allTextContents()).toEqual(["Fibres"]);
    const outline = await app.current.executeObsidian(({ plugins }) =>
      (plugins["moc-path"] as unknown as ApiOwner).api.outline("Weaving/"),
    );
    expect(outline).toMatchObject({ path: "Weaving/", title: "Weaving", total: { counted: 5, done: 1 } });
    expect(outline.chapters[0]).toMatchObject({ title: "Fibres", link: { path: "Weaving/Fibres/Fibres.md" } });
  });
});
