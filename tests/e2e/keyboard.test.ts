// The sidebar by the keyboard alone: where the keyboard is after what was pressed has changed what is shown.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ApiOwner } from "../../src/api";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

const mapName = ({ page }: ObsidianApp): Promise<string | null> => page.locator(".moc-path-map-name").textContent();
const activePath = (app: ObsidianApp): Promise<string | undefined> =>
  app.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);

describe("the header by keyboard", () => {
  const app = useObsidian({ lang: "en", width: 1280, height: 800, sidebarWidth: 480 });
  const focused = (): Locator => app.current.page.locator(":focus");

  it("shows the map of a relation by Enter, and opens nothing else with the same key", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await app.current.obsidianPage.openFile("Patience.md");
    await page.locator(".moc-path-header .moc-path-relation").last().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => mapName(app.current)).toBe("Kitchen basics");
    await page.waitForTimeout(200);
    expect(await activePath(app.current)).toBe("Patience.md");
    expect(await page.locator(".prompt").count()).toBe(0);
    expect(await focused().getAttribute("class")).toContain("moc-path-map-title");
  });

  it("keeps the keyboard on what had it, whatever comes before that", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-next").focus();
    await page
      .locator(".moc-path-row.mod-note:visible .moc-path-state")
      .first()
      .evaluate((el: HTMLElement) => el.click());
    await page.locator(".moc-path-row.is-doing:visible").first().waitFor();
    expect(await focused().getAttribute("class")).toContain("moc-path-next");
  });
});

describe("the tree by keyboard", () => {
  const app = useObsidian({ lang: "en", width: 1280, height: 800, sidebarWidth: 380 });
  const tree = (): Locator => app.current.page.locator(".moc-path-tree");

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await app.current.page.keyboard.press(key);
  }

  /** The title of the row that has the keyboard. */
  const onRow = (): Promise<string | null> =>
    app.current.page.locator(".moc-path-row.has-focus:visible .moc-path-title").textContent();

  const isInNote = (): Promise<boolean> =>
    app.current.page.evaluate(() => document.activeElement?.closest(".mod-root") !== null);

  async function downTo(title: string): Promise<void> {
    for (let downs = 0; downs < 80 && (await onRow()) !== title; downs++) {
      await press("ArrowDown");
      // Rows of relations have no title.
      if ((await app.current.page.locator(".moc-path-row.has-focus:visible .moc-path-title").count()) === 0)
        await press("ArrowDown");
    }
    expect(await onRow()).toBe(title);
  }

  it("comes back from the search with what was selected", async () => {
    const selected = app.current.page.locator(".moc-path-row.is-selected:visible");
    await openMap(app.current, BREAD);
    await tree().focus();
    await press("Home", "ArrowDown", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
    expect(await selected.count()).toBe(3);
    await press("/", "Escape");
    expect(await selected.count()).toBe(3);
    await press("ArrowDown");
    expect(await selected.count()).toBe(0);
  });

  it("is on the row that it left, after Back", async () => {
    await openMap(app.current, "Bread/Bread MOC.md");
    await tree().focus();
    await press("Home");
    await downTo("Enriched doughs");
    await press("Enter");
    await expect.poll(() => mapName(app.current)).toBe("Enriched doughs");
    await press("Backspace");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
    expect(await onRow()).toBe("Enriched doughs");
  });

  it("stays in the view when the last row goes, and takes up the tree again with the rows", async () => {
    const { page } = app.current;
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    await app.current.executeObsidianCommand("moc-path:toggle-done");
    await tree().focus();
    await press("Control+a", "d");
    await page.locator(".moc-path-empty-title", { hasText: "All done" }).waitFor();
    const hasKeyboard = (): Promise<boolean> =>
      page.locator(".moc-path-empty button").evaluate((el) => el === document.activeElement);
    expect(await hasKeyboard()).toBe(true);
    await app.current.obsidianPage.write("Elsewhere MOC.md", "- [[Patience]]\n");
    await expect
      .poll(() => app.current.executeObsidian(({ plugins }) => (plugins["moc-path"] as unknown as ApiOwner).api.maps()))
      .toContain("Elsewhere MOC.md");
    await frames(app.current);
    expect(await hasKeyboard()).toBe(true);
    await press("u");
    await expect.poll(() => page.locator(".moc-path-row:visible").count()).toBeGreaterThan(0);
    expect(await tree().evaluate((el) => el === document.activeElement)).toBe(true);
    await app.current.executeObsidianCommand("moc-path:toggle-done");
  });

  it("does not press what comes under a key that is held", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write("One MOC.md", "- [[Patience]]\n");
    await openMap(app.current, "One MOC.md");
    await app.current.executeObsidianCommand("moc-path:toggle-done");
    await tree().focus();
    await press("Home");
    for (let held = 0; held < 6; held++) await page.keyboard.down(" ");
    await page.keyboard.up(" ");
    await page.locator(".moc-path-empty-title", { hasText: "All done" }).waitFor();
    await frames(app.current);
    expect(await page.locator(".moc-path-empty-title").textContent()).toBe("All done");
    await press("u");
    await app.current.executeObsidianCommand("moc-path:toggle-done");
  });

  it("marks a group, opens what it stands on beside, and says what it cannot do", async () => {
    const { page } = app.current;
    await openMap(app.current, "Bread/Bread MOC.md");
    await tree().focus();
    await press("Home");
    await downTo("Ovens and their tempers");
    await press("d");
    await page.locator(".notice", { hasText: "2 notes marked as done." }).waitFor();
    await press("u", "3");
    await page.locator(".notice", { hasText: "only entries can be rated" }).waitFor();
    await press("Shift+F10");
    const items = page.locator(".menu-item");
    await items.first().waitFor();
    expect(await items.allTextContents()).toEqual([
      "Show in the map",
      "Open in new tab",
      "Open to the right",
      "Mark all as to do",
      "Mark all as in progress",
      "Mark all as done",
      "Mark all as skipped",
      "Mark everything above as done",
      "Collapse",
    ]);
    await press("Escape");
    await downTo("2 topics");
    await press("Shift+F10");
    await items.first().waitFor();
    expect(await items.allTextContents()).toEqual([
      "Show in the map",
      "Open in new tab",
      "Open to the right",
      "Expand",
    ]);
    await press("Escape", "u");
    await page.locator(".notice", { hasText: "Nothing to undo." }).waitFor();
    expect(await page.locator(".moc-path-live").textContent()).toBe("Nothing to undo.");
    const tabs = (): Promise<number> => page.locator(".mod-root .workspace-tab-header").count();
    const before = await tabs();
    await press("Control+Enter");
    await expect.poll(tabs).toBe(before + 1);
    await expect.poll(isInNote).toBe(true);
    await tree().focus();
    await press("Home");
    await downTo("Patience");
    await press("Control+Enter");
    await expect.poll(tabs).toBe(before + 2);
  });

  it("goes to a relation that is found, which is marked", async () => {
    const { page } = app.current;
    await openMap(app.current, "Bread/Bread MOC.md");
    await page.locator(".moc-path-search input").fill("kitchen");
    await page.locator(".mod-relations .moc-path-match:visible", { hasText: "Kitchen" }).waitFor();
    await page.locator(".moc-path-search input").press("ArrowDown");
    expect(await page.locator(".moc-path-row.has-focus:visible .moc-path-relation-title").textContent()).toBe(
      "Kitchen basics",
    );
    await page.locator(".moc-path-search input").fill("");
  });

  it("clears a search by Esc, once nothing is selected", async () => {
    const { page } = app.current;
    await openMap(app.current, "Bread/Bread MOC.md");
    await page.locator(".moc-path-search input").fill("rye");
    await page.locator(".moc-path-match:visible", { hasText: "Rye" }).waitFor();
    await page.locator(".moc-path-search input").press("ArrowDown");
    expect(await onRow()).toBe("Rye");
    await page.locator(".moc-path-search input").fill("salt");
    await page.locator(".moc-path-search input").press("ArrowDown");
    await press("Control+a", "Escape");
    expect(await page.locator(".moc-path-search input").inputValue()).toBe("salt");
    await press("Escape");
    expect(await page.locator(".moc-path-search input").inputValue()).toBe("");
    expect(await tree().evaluate((el) => el === document.activeElement)).toBe(true);
  });

  it("clears all filters by Esc on a chip, on their button and on a level, and goes to the tree", async () => {
    const { page } = app.current;
    const chip = page.locator(".moc-path-chip[data-chip='done']");
    for (const control of [chip, page.locator(".moc-path-filter-button"), page.locator(".moc-path-level").first()]) {
      await page.locator(".moc-path-filter-button").click();
      await chip.click();
      await expect.poll(() => page.locator(".moc-path-found").isVisible()).toBe(true);
      await control.focus();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".moc-path-found").isVisible()).toBe(false);
      expect(await page.locator(".moc-path-tree:focus").count()).toBe(1);
    }
  });

  it("marks all by Ctrl+A and a key, wherever the pointer gave the tree the keyboard", async () => {
    const { page } = app.current;
    await openMap(app.current, "Kitchen basics/_MOC.md");
    await app.current.reloadApp();
    await page.locator(".moc-path-map-name", { hasText: "Kitchen basics" }).waitFor();
    const [box, last] = [await tree().boundingBox(), await page.locator(".moc-path-row:visible").last().boundingBox()];
    if (!box || !last) throw new Error("There is no tree.");
    await page.mouse.click(box.x + box.width / 2, Math.max(last.y + last.height + 20, box.y + box.height - 20));
    expect(await page.locator(".moc-path-row.has-focus").count()).toBe(0);
    await press("Control+a", "d");
    await page.locator(".moc-path-card.mod-finished").waitFor();
    await press("t", "Escape");
  });

  it("is in the tree of a map that was chosen from the switcher", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-map-title").focus();
    await page.keyboard.press("Enter");
    await page.locator(".prompt-input").fill("Overview");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".moc-path-map-name").textContent()).toBe("Things worth learning slowly");
    expect(await page.locator(".moc-path-tree:focus").count()).toBe(1);
  });

  it("follows the relation of a chapter by Enter, and asks which where there are several", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write(
      "Rel MOC.md",
      "## One\n\n> Prerequisites: [[Bread MOC]]\n\n- [[Patience]]\n\n## Two\n\n> Related: [[Bread MOC]] · [[Kitchen basics/_MOC|Kitchen]]\n\n- [[Patience]]\n",
    );
    await openMap(app.current, "Rel MOC.md");
    await tree().focus();
    await press("Home", "ArrowDown", "Enter");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
    await page.locator(".moc-path-heading [aria-label='Back']").click();
    await expect.poll(() => mapName(app.current)).toBe("Rel MOC");
    await tree().focus();
    await press("End", "ArrowUp", "Enter");
    await page.locator(".menu-item", { hasText: "Related: Kitchen" }).waitFor();
    await press("ArrowDown", "ArrowDown", "Enter");
    await expect.poll(() => mapName(app.current)).toBe("Kitchen basics");
    await page.locator(".moc-path-heading [aria-label='Back']").click();
    await page
      .locator(".moc-path-row.mod-relations:visible")
      .last()
      .click({ button: "right", position: { x: 200, y: 10 } });
    expect(await page.locator(".menu-item").count()).toBe(2);
    await press("Escape");
  });

  it("leaves rows alone while a menu is open, whatever else is typed", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await tree().focus();
    await downTo("Patience");
    const states = (): Promise<readonly string[]> =>
      page.locator(".moc-path-row.mod-note:visible").evaluateAll((rows: Element[]) => rows.map((row) => row.className));
    const before = await states();
    await press("Shift+F10");
    await page.locator(".menu").waitFor();
    await press("d", "i", "1", " ", "u", "n");
    await frames(app.current);
    expect(await states()).toEqual(before);
    expect(await page.locator(".menu").count()).toBe(1);
    await press("Escape");
    expect(await tree().evaluate((el) => el === document.activeElement)).toBe(true);
  });

  it("opens beside by Ctrl+Alt+Enter, and goes back to the note by Esc when there is nothing left to clear", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await tree().focus();
    await downTo("Patience");
    const panes = (): Promise<number> => page.locator(".mod-root .workspace-tabs").count();
    const before = await panes();
    await press("Control+Alt+Enter");
    await expect.poll(panes).toBe(before + 1);
    await expect.poll(isInNote).toBe(true);
    await tree().focus();
    await press("Control+a", "Escape");
    expect(await tree().evaluate((el) => el === document.activeElement)).toBe(true);
    await press("Escape");
    await expect.poll(isInNote).toBe(true);
  });
});
