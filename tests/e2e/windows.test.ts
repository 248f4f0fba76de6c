// The roadmap in other shapes of the app: in a window of its own, in the background of a restart, on a phone, right to
// left.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(MAP);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

/** Moves the roadmap to a window of its own; resolves to its page. */
async function popOut(app: ObsidianApp): Promise<Page> {
  const [popup] = await Promise.all([
    app.page.waitForEvent("popup"),
    app.executeObsidian(({ app: { workspace } }) => {
      for (const leaf of workspace.getLeavesOfType("moc-path-roadmap"))
        workspace.moveLeafToPopout(leaf, { size: { width: 420, height: 800 } });
    }),
  ]);
  return popup;
}

describe("a pop-out window", () => {
  const app = useObsidian({ width: 1280, height: 900, sidebarWidth: 380 });

  const rowIn = (page: Page, title: string): Locator =>
    page.locator(".moc-path-row:visible", { hasText: title }).first();

  it("takes the roadmap along, which marks and has its menu there", async () => {
    await openMap(app.current);
    const popup = await popOut(app.current);
    await rowIn(popup, "Flour").locator(".moc-path-state").click();
    await expect.poll(() => rowIn(popup, "Flour").getAttribute("class")).toContain("is-doing");
    await rowIn(popup, "Salt").click({ button: "right" });
    await popup.locator(".menu-item", { hasText: "Skipped" }).click();
    await expect.poll(() => rowIn(popup, "Salt").getAttribute("class")).toContain("is-skipped");
    await app.current.screenshot("popout", popup);
    await popup.close();
    await expect
      .poll(() =>
        app.current.executeObsidian(({ app: { workspace } }) => workspace.getLeavesOfType("moc-path-roadmap").length),
      )
      .toBe(0);
  });

  it("shows a roadmap that is opened there, with search, keys and folding", async () => {
    const opening = app.current.page.waitForEvent("popup");
    await app.current.executeObsidian(({ app: { workspace } }) =>
      workspace
        .openPopoutLeaf()
        .setViewState({ type: "moc-path-roadmap", active: true, state: { map: "Bread/Bread MOC.md" } }),
    );
    const popup = await opening;
    await rowIn(popup, "Water").locator(".moc-path-state").click();
    await expect.poll(() => rowIn(popup, "Water").getAttribute("class")).toContain("is-doing");
    await popup.keyboard.press("d");
    await expect.poll(() => rowIn(popup, "Water").getAttribute("class")).toContain("is-done");
    await popup.locator(".moc-path-row.mod-division:visible").first().locator(".moc-path-chevron").click();
    await expect.poll(() => rowIn(popup, "Water").count()).toBe(0);
    await popup.keyboard.press("/");
    await popup.keyboard.type("steam");
    await expect.poll(() => popup.locator(".moc-path-row.mod-entry:visible").count()).toBe(1);
  });

  it("is there again after a restart, and shows what is marked in the main window", async () => {
    const { page } = app.current;
    const opening = page.waitForEvent("popup");
    await app.current.reloadApp();
    const popup = await opening;
    await popup.locator(".moc-path-row:visible").first().waitFor();
    await openMap(app.current);
    await rowIn(page, "Steam").locator(".moc-path-state").click();
    await expect.poll(() => rowIn(popup, "Steam").getAttribute("class")).toContain("is-doing");
    expect(page.context().pages()).toHaveLength(2);
  });
});

describe("a roadmap in the background of a restart", () => {
  const app = useObsidian({ width: 1280, height: 900, sidebarWidth: 380 });
  const isDeferred = (): Promise<readonly boolean[]> =>
    app.current.executeObsidian(({ app: { workspace } }) =>
      workspace.getLeavesOfType("moc-path-roadmap").map((leaf) => leaf.isDeferred),
    );

  it("is made only when its tab is looked at, with the map it showed", async () => {
    const { page } = app.current;
    await openMap(app.current);
    await app.current.executeObsidian(({ app: { workspace } }) =>
      workspace.getRightLeaf(false).setViewState({ type: "empty", active: true }),
    );
    await app.current.reloadApp();
    expect([await isDeferred(), await page.locator(".moc-path-view").count()]).toEqual([[true], 0]);
    await app.current.obsidianPage.openFile("Overview.md");
    await page.locator('.mod-right-split .workspace-tab-header[data-type="moc-path-roadmap"]').click();
    await page.locator(".moc-path-row:visible").first().waitFor();
    expect(await isDeferred()).toEqual([false]);
  });

  it("is made by the command that opens it", async () => {
    const { page } = app.current;
    await page.locator('.mod-right-split .workspace-tab-header[data-type="empty"]').click();
    await app.current.reloadApp();
    expect(await isDeferred()).toEqual([true]);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".moc-path-row:visible").first().waitFor();
    expect(await isDeferred()).toEqual([false]);
  });
});
