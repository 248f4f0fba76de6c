// The home of all maps: from the switcher to a map and back, by mouse and by keys; kept true, and over a restart.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";
import { findings } from "./findings";

const BREAD = "Bread/Bread MOC.md";

const mapName = ({ page }: ObsidianApp): Promise<string | null> => page.locator(".moc-path-map-name").textContent();
const row = ({ page }: ObsidianApp, title: string): Locator =>
  page.locator(".moc-path-row:visible", { hasText: title }).first();
const titles = ({ page }: ObsidianApp): Promise<readonly string[]> =>
  page.locator(".moc-path-row:visible .moc-path-title").allTextContents();
const activePath = (app: ObsidianApp): Promise<string | undefined> =>
  app.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);

async function openHome(app: ObsidianApp): Promise<void> {
  await app.executeObsidianCommand("moc-path:open-all-maps");
  await expect.poll(() => mapName(app)).toBe("All maps");
}

describe("all maps", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 800, sidebarWidth: 420 });

  it("are the first choice of the switcher, and each is shown by a click, with Back", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
    await page.locator(".moc-path-map-title").click();
    const first = page.locator(".suggestion-item").first();
    expect(await first.textContent()).toContain("All maps6 maps");
    await first.click();
    await expect.poll(() => mapName(app.current)).toBe("All maps");
    expect(await titles(app.current)).toEqual([
      "Things worth learning slowly",
      "Bread from scratch",
      "Enriched doughs",
      "Kitchen basics",
      "茶：从一片叶子开始",
      "茶的产地",
    ]);
    await row(app.current, "Kitchen basics").click();
    await expect.poll(() => mapName(app.current)).toBe("Kitchen basics");
    expect(await activePath(app.current)).toBe(BREAD);
    await page.locator(".moc-path-heading .moc-path-button").first().click();
    await expect.poll(() => mapName(app.current)).toBe("All maps");
  });

  it("are walked through by keys, and Back leads to the row that was left", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:focus-roadmap");
    for (const key of ["Home", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await expect.poll(() => mapName(app.current)).toBe("Enriched doughs");
    await page.keyboard.press("Backspace");
    await expect.poll(() => mapName(app.current)).toBe("All maps");
    expect(await page.locator(".moc-path-row.has-focus:visible .moc-path-title").textContent()).toBe("Enriched doughs");
  });

  it("are searched by their names", async () => {
    const { page } = app.current;
    await page.keyboard.press("/");
    await page.keyboard.type("kitchen");
    await expect.poll(() => titles(app.current)).toEqual(["Things worth learning slowly", "Kitchen basics"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => titles(app.current)).toHaveLength(6);
  });

  it("say how far each is and when it was read, and go on where the reader was, as marks are made elsewhere", async () => {
    const { page } = app.current;
    const count = page.locator(".moc-path-counts");
    expect(await row(app.current, "Bread from scratch").locator(".moc-path-last-read").count()).toBe(0);
    const before = await count.textContent();
    await app.current.obsidianPage.openFile("Bread/Salt.md");
    await app.current.executeObsidianCommand("moc-path:mark-done");
    await expect.poll(() => row(app.current, "Bread from scratch").textContent()).toContain("today");
    expect(await row(app.current, "Things worth").textContent()).toContain("today");
    // One that has not begun says how long it is.
    expect(await row(app.current, "Kitchen basics").textContent()).toMatch(/^Kitchen basics\d+ notes$/);
    expect(await row(app.current, "Kitchen basics").getAttribute("aria-label")).toMatch(/0%, \d+ notes$/);
    expect(await row(app.current, "Kitchen basics").locator(".moc-path-bar").count()).toBe(0);
    expect(await count.textContent()).not.toBe(before);
    expect(await page.locator(".moc-path-next-title").textContent()).toBe("Yeast");
    expect(await page.locator(".moc-path-next-place").textContent()).toContain("Bread from scratch");
    expect(await row(app.current, "Bread from scratch").getAttribute("class")).toContain("is-next");
    await app.current.dismissNotices();
    await page.locator(".moc-path-next").click();
    await expect.poll(() => activePath(app.current)).toBe("Bread/Yeast.md");
    await page.locator(".moc-path-done-next").click();
    await expect.poll(() => page.locator(".moc-path-next-title").textContent()).not.toBe("Yeast");
    expect(await mapName(app.current)).toBe("All maps");
    await app.current.executeObsidianCommand("moc-path:show-next");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
  });

  it("go on with the map above one that is finished", async () => {
    const { page, obsidianPage } = app.current;
    await openHome(app.current);
    for (const path of ["茶/产地/龙井.md", "茶/产地/武夷岩茶.md"]) {
      await obsidianPage.openFile(path);
      await app.current.executeObsidianCommand("moc-path:mark-done");
    }
    await expect.poll(() => row(app.current, "茶的产地").textContent()).toContain("100%");
    expect(await page.locator(".moc-path-next-place").textContent()).toContain("茶：从一片叶子开始");
    for (let mark = 0; mark < 2; mark++) await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(() => row(app.current, "茶的产地").textContent()).not.toContain("today");
  });

  it("offer nothing that needs a text of their own", async () => {
    const { page } = app.current;
    await openHome(app.current);
    await page.locator(".moc-path-filter-button").click();
    await page.locator(".moc-path-chip[data-chip='done']").waitFor();
    expect(await page.locator(".moc-path-chip[data-chip='upTo']").isVisible()).toBe(false);
    await page.locator(".moc-path-filter-button").click();
    await row(app.current, "Kitchen basics").click({ button: "right" });
    const items = await page.locator(".menu-item-title").allTextContents();
    expect(items).toContain("Open note");
    for (const none of ["Rate…", "Show in the map", "Mark everything above as done"]) expect(items).not.toContain(none);
    await page.keyboard.press("Escape");
    await app.current.dismissNotices();
    await page.locator(".moc-path-more").click();
    expect(await page.locator(".menu-item-title").allTextContents()).not.toContain("Open the map’s note");
    await page.keyboard.press("Escape");
    await row(app.current, "Kitchen basics").locator(".moc-path-title").click({ button: "middle" });
    await expect.poll(() => page.locator(".workspace-tab-header", { hasText: "_MOC" }).count()).toBeGreaterThan(0);
  });

  it("have no fault that axe finds", async () => {
    await openHome(app.current);
    expect(await findings(app.current, ".moc-path-view")).toEqual([]);
  });

  it("are there after a restart, folded as they were left", async () => {
    await row(app.current, "Bread from scratch").locator(".moc-path-chevron").click();
    await expect.poll(() => titles(app.current)).toHaveLength(5);
    await app.current.obsidianPage.openFile("Patience.md");
    await frames(app.current);
    await app.current.reloadApp();
    await expect.poll(() => mapName(app.current)).toBe("All maps");
    await expect.poll(() => titles(app.current)).toHaveLength(5);
  });

  it("follow maps that come and go", async () => {
    await app.current.obsidianPage.write("Kitchen basics/Pans MOC.md", "> Up: [[Overview]]\n\n- [[Salt]]\n");
    await expect.poll(() => titles(app.current)).toContain("Pans MOC");
    await app.current.executeObsidian(async ({ app: { vault } }) => {
      const file = vault.getFileByPath("Kitchen basics/Pans MOC.md");
      if (file) await vault.delete(file);
    });
    await expect.poll(() => titles(app.current)).not.toContain("Pans MOC");
  });
});

describe("all maps on a phone", () => {
  const app = useObsidian({ device: "phone", lang: "en", theme: "light", width: 390, height: 844 });

  it("say when each was read last, too, where its name leaves room", async () => {
    await app.current.obsidianPage.openFile("茶/产地/龙井.md");
    await app.current.executeObsidianCommand("moc-path:mark-done");
    await openHome(app.current);
    const reads = app.current.page.locator(".moc-path-last-read");
    await expect.poll(() => reads.count()).toBe(3);
    expect(await row(app.current, "茶的产地").locator(".moc-path-last-read").isVisible()).toBe(true);
    expect(await row(app.current, "Things worth").locator(".moc-path-last-read").isVisible()).toBe(false);
    await row(app.current, "Kitchen basics").locator(".moc-path-title").tap();
    await expect.poll(() => mapName(app.current)).toBe("Kitchen basics");
  });
});
