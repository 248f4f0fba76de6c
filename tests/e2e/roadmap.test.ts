// The roadmap on the demo vault, by mouse and by keyboard.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

function row(app: ObsidianApp, title: string): Locator {
  return app.page
    .locator(".moc-path-row:visible")
    .filter({ has: app.page.locator(".moc-path-title", { hasText: title }) })
    .first();
}

const stateOf = (one: Locator): Promise<string | null> => one.getAttribute("class");
const mapName = (app: ObsidianApp): Promise<string | null> => app.page.locator(".moc-path-map-name").textContent();

describe("the roadmap of the demo vault", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1280, height: 960, sidebarWidth: 400 });

  it("opens from the ribbon on all maps, which give way to the map of a note that is opened", async () => {
    await app.current.page.locator(".side-dock-ribbon-action[aria-label='Open roadmap']").click();
    await expect.poll(() => mapName(app.current)).toBe("All maps");
    await app.current.obsidianPage.openFile("Bread/Salt.md");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
  });

  it("says so where the map that was shown is gone, and leads to all maps", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Gone MOC.md", "- [[Water]]\n");
    await openMap(app.current, "Gone MOC.md");
    await app.current.executeObsidian(async ({ app: { vault } }) => {
      const file = vault.getFileByPath("Gone MOC.md");
      if (file) await vault.delete(file);
    });
    await page.locator(".moc-path-empty-title", { hasText: "This map is gone" }).waitFor();
    await page.locator(".moc-path-empty button").click();
    await expect.poll(() => mapName(app.current)).toBe("All maps");
  });

  it("opens from the command palette", async () => {
    const { page } = app.current;
    await page.keyboard.press("Control+p");
    await page.keyboard.type("open roadmap");
    await page.keyboard.press("Enter");
    await page.locator(".moc-path-view").waitFor();
  });

  it("shows the map in all its shapes", async () => {
    await openMap(app.current, BREAD);
    expect(await app.current.page.locator(".moc-path-here").textContent()).toBe("here 0 of 21");
    expect(await row(app.current, "Flour").getAttribute("aria-label")).toBe(
      "🔥 Flour, To do, Next up, Key note, 5 of 5 stars, 24 lines",
    );
    await app.current.screenshot("demo-light");
  });

  it("marks by click, by menu and by key", async () => {
    const { page } = app.current;
    await row(app.current, "Salt")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await expect.poll(() => stateOf(row(app.current, "Salt"))).toContain("is-doing");
    await row(app.current, "Yeast").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Skipped" }).click();
    await expect.poll(() => stateOf(row(app.current, "Yeast"))).toContain("is-skipped");
    await page.locator(".moc-path-tree").focus();
    await row(app.current, "Water")
      .locator(".moc-path-state")
      .click({ modifiers: ["Alt"] });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(() => stateOf(row(app.current, "Flour"))).toContain("is-doing");
    await page.keyboard.press("Space");
    await expect.poll(() => stateOf(row(app.current, "Flour"))).toContain("is-done");
    await app.current.screenshot("demo-marked");
  });

  it("does not move under the mouse when it is clicked while scrolled", async () => {
    const tree = app.current.page.locator(".moc-path-tree");
    await app.current.obsidianPage.openFile("Overview.md");
    await openMap(app.current, BREAD);
    await tree.evaluate((el) => (el.scrollTop = 60));
    await row(app.current, "Steam").locator(".moc-path-state").click();
    await expect.poll(() => stateOf(row(app.current, "Steam"))).toContain("is-doing");
    expect(await tree.evaluate((el) => el.scrollTop)).toBe(60);
  });

  it("folds and unfolds, by the arrow and by keys, and keeps the counts", async () => {
    const { page } = app.current;
    const chapter = row(app.current, "1. Foundations");
    await chapter.locator(".moc-path-chevron").click();
    await expect.poll(() => row(app.current, "Salt").count()).toBe(0);
    expect(await chapter.getAttribute("aria-expanded")).toBe("false");
    expect(await chapter.locator(".moc-path-count").textContent()).toBe("1/3");
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("ArrowRight");
    await row(app.current, "Salt").waitFor();
  });

  it("shows the map down to a level, by button and by command, and remembers it for each map over a restart", async () => {
    const { page } = app.current;
    const level = (name: string): Locator => page.locator(`.moc-path-level[aria-label^='${name}']`);
    const kinds = (): Promise<readonly string[]> =>
      page
        .locator(".moc-path-row:visible")
        .evaluateAll((els) => els.map((el) => (el.classList.contains("mod-division") ? "division" : "other")));
    await level("Chapters: 4").click();
    await expect.poll(kinds).toEqual(["division", "division", "division", "division"]);
    await app.current.screenshot("demo-chapters");
    await row(app.current, "2. The dough").locator(".moc-path-chevron").click();
    await expect.poll(kinds).toHaveLength(6);
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    expect(await level("Entries").getAttribute("aria-pressed")).toBe("true");
    await app.current.reloadApp();
    await openMap(app.current, BREAD);
    await expect.poll(kinds).toHaveLength(6);
    expect(await level("Chapters").getAttribute("aria-pressed")).toBe("true");
    await app.current.executeObsidianCommand("moc-path:level-section");
    await row(app.current, "2.2 Fermentation").waitFor();
    await level("Entries: 22").click();
    await row(app.current, "Salt").waitFor();
  });

  it("goes to a map inside the map and back", async () => {
    await row(app.current, "Enriched doughs").locator(".moc-path-title").click();
    await expect.poll(() => mapName(app.current)).toBe("Enriched doughs");
    await app.current.page.locator(".moc-path-heading [aria-label='Back']").click();
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
  });

  it("switches to another map from its name", async () => {
    await app.current.dismissNotices();
    await app.current.page.locator(".moc-path-map-title").click();
    await app.current.screenshot("demo-switch");
    await app.current.page.locator(".suggestion-item", { hasText: "茶" }).first().click();
    await expect.poll(() => mapName(app.current)).toBe("茶：从一片叶子开始");
    await app.current.screenshot("demo-tea");
  });

  it("offers to create a missing note, and does so only when told", async () => {
    const { page } = app.current;
    await row(app.current, "茶会的礼仪").locator(".moc-path-title").click();
    await page.locator(".notice", { hasText: "not written yet" }).waitFor();
    expect(
      await app.current.executeObsidian(({ app: inPage }) => inPage.vault.getFileByPath("茶/茶会的礼仪.md")),
    ).toBeNull();
    await page.locator(".notice button", { hasText: "Create note" }).click();
    await expect
      .poll(() => app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path))
      .toBe("茶/茶会的礼仪.md");
    await expect.poll(() => stateOf(row(app.current, "茶会的礼仪"))).toContain("mod-note");
    // Until the app has told of the note, opening the one before it again is no news.
    await page.locator(".mod-root .view-header-title", { hasText: "茶会的礼仪" }).waitFor();
  });

  it("follows an edit of the map while it is typed", async () => {
    await openMap(app.current, BREAD);
    await app.current.obsidianPage.write(BREAD, "## Only\n\n- [[Bread/Salt]] ★★★\n");
    const rows = app.current.page.locator(".moc-path-row:not(.mod-unlisted):visible");
    await expect.poll(() => rows.count()).toBe(2);
    expect(await row(app.current, "Salt").locator(".mod-full").textContent()).toBe("★★★");
  });

  it("comes back after the plugin was turned off and on", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.disablePlugin("moc-path");
    await expect.poll(() => page.locator(".moc-path-view").count()).toBe(0);
    await obsidianPage.enablePlugin("moc-path");
    await expect.poll(() => page.locator(".moc-path-row:not(.mod-unlisted):visible").count()).toBe(2);
  });
});

describe("marking many, undoing, and going on", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1280, height: 960, sidebarWidth: 400 });
  const counts = (): Promise<string | null> => app.current.page.locator(".moc-path-here").textContent();
  const next = (): Promise<string | null> => app.current.page.locator(".moc-path-next-title").textContent();

  it("marks by the keys of the tree, and undoes by one", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await expect.poll(next).toBe("🔥 Flour");
    await row(app.current, "Salt")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await expect.poll(next).toBe("Salt");
    for (const [key, state] of [
      ["d", "done"],
      ["i", "doing"],
      ["s", "skipped"],
      ["t", "todo"],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => stateOf(row(app.current, "Salt"))).toContain(`is-${state}`);
    }
    await page.waitForTimeout(1600);
    await page.keyboard.press("d");
    await expect.poll(next).toBe("Yeast");
    await page.keyboard.press("u");
    await expect.poll(() => stateOf(row(app.current, "Salt"))).toContain("is-todo");
    await page.locator(".notice", { hasText: "Salt: done → to do" }).waitFor();
  });

  it("marks a chapter as one action, says so, and takes it back", async () => {
    const { page } = app.current;
    await row(app.current, "2.2 Fermentation").click({ button: "right" });
    await app.current.screenshot("demo-chapter-menu");
    await page.locator(".menu-item", { hasText: "Mark all as done" }).click();
    await expect.poll(counts).toBe("here 5 of 21");
    const notice = page.locator(".notice", { hasText: "5 notes marked as done." });
    await notice.waitFor();
    await app.current.screenshot("demo-bulk-notice");
    await notice.locator("button", { hasText: "Undo" }).click();
    await expect.poll(counts).toBe("here 0 of 21");
  });

  it("marks everything above a row", async () => {
    const { page } = app.current;
    await row(app.current, "2. The dough").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Mark everything above as done" }).click();
    await expect.poll(counts).toBe("here 5 of 21");
    await expect.poll(next).toBe("Autolyse");
  });

  it("undoes and redoes by command after the app was started again", async () => {
    await app.current.reloadApp();
    await openMap(app.current, BREAD);
    await expect.poll(counts).toBe("here 5 of 21");
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(counts).toBe("here 0 of 21");
    await app.current.executeObsidianCommand("moc-path:redo");
    await expect.poll(counts).toBe("here 5 of 21");
  });

  it("opens what is next by button, by key and by command, and marks the open note by command", async () => {
    const { page } = app.current;
    const activePath = (): Promise<string | undefined> =>
      app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path);
    await app.current.dismissNotices();
    await page.locator(".moc-path-next").click();
    await expect.poll(activePath).toBe("Bread/Autolyse.md");
    await app.current.executeObsidianCommand("moc-path:mark-done");
    await expect.poll(counts).toBe("here 6 of 21");
    await expect.poll(next).toBe("Kneading by hand");
    await app.current.executeObsidianCommand("moc-path:open-next");
    await expect.poll(activePath).toBe("Bread/Kneading.md");
    await app.current.executeObsidianCommand("moc-path:cycle-state");
    await expect.poll(() => stateOf(row(app.current, "Kneading by hand"))).toContain("is-doing");
  });

  it("shows Page preview of an entry under the pointer, with the modifier key, and only then", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await row(app.current, "Salt").hover();
    await page.waitForTimeout(500);
    expect(await page.locator(".hover-popover").count()).toBe(0);
    await page.keyboard.down("Control");
    await page.locator(".hover-popover", { hasText: "Salt" }).waitFor();
    await app.current.screenshot("demo-preview");
    await page.keyboard.up("Control");
    await page.mouse.move(10, 400);
    await expect.poll(() => page.locator(".hover-popover").count()).toBe(0);
  });

  it("puts a link with the full path into the note that an entry is dragged to", async () => {
    const { page, obsidianPage } = app.current;
    await openMap(app.current, BREAD);
    await obsidianPage.openFile("Patience.md");
    await page.locator(".cm-content:visible").click();
    await row(app.current, "Salt").dragTo(page.locator(".cm-content:visible"));
    await expect.poll(() => page.locator(".cm-content:visible").textContent()).toContain("[[Bread/Salt|Salt]]");
  });

  it("selects several entries by mouse, marks them as one action, and lets them go at Escape", async () => {
    const { page, obsidianPage } = app.current;
    const selected = (): Promise<readonly string[]> =>
      page.locator(".moc-path-row[aria-selected='true']:visible .moc-path-title").allTextContents();
    await openMap(app.current, BREAD);
    const active = await app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path);
    await row(app.current, "Shaping")
      .locator(".moc-path-title")
      .click({ modifiers: ["Alt"] });
    await row(app.current, "Steam")
      .locator(".moc-path-title")
      .click({ modifiers: ["Shift"] });
    await row(app.current, "Biga")
      .locator(".moc-path-title")
      .click({ modifiers: ["Alt"] });
    await expect.poll(selected).toEqual(["Biga", "Shaping", "Scoring", "Steam"]);
    await row(app.current, "Scoring")
      .locator(".moc-path-title")
      .click({ modifiers: ["Alt"] });
    await expect.poll(selected).toEqual(["Biga", "Shaping", "Steam"]);
    expect(await app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path)).toBe(active);
    await row(app.current, "Steam").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "3 entries selected" }).waitFor();
    await app.current.screenshot("demo-selection-menu");
    await page.locator(".menu-item", { hasText: "Mark all as skipped" }).click();
    for (const title of ["Biga", "Shaping", "Steam"])
      await expect.poll(() => stateOf(row(app.current, title))).toContain("is-skipped");
    await page.keyboard.press("u");
    for (const title of ["Biga", "Shaping", "Steam"])
      await expect.poll(() => stateOf(row(app.current, title))).toContain("is-todo");
    await obsidianPage.openFile("Patience.md");
    await page.locator(".cm-content:visible").click();
    await row(app.current, "Steam").dragTo(page.locator(".cm-content:visible"));
    await expect
      .poll(() => page.locator(".cm-content:visible .cm-line").allTextContents())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining("[[Bread/Biga|Biga]]"),
          expect.stringContaining("[[Bread/Steam|Steam]]"),
        ]),
      );
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Escape");
    await expect.poll(selected).toEqual([]);
  });

  it("selects by keyboard alone, over headings, and opens its menu there", async () => {
    const { page } = app.current;
    const selected = (): Promise<readonly string[]> =>
      page.locator(".moc-path-row[aria-selected='true']:visible .moc-path-title").allTextContents();
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+a");
    await expect.poll(async () => (await selected()).length).toBeGreaterThan(15);
    await page.keyboard.press("ArrowDown");
    await expect.poll(selected).toEqual([]);
    await row(app.current, "Stretch and fold")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(selected).toEqual(["Stretch and fold", "Bulk fermentation"]);
    await page.keyboard.press("Shift+ArrowUp");
    await expect.poll(selected).toEqual(["Stretch and fold"]);
    await page.keyboard.press("ContextMenu");
    await page.locator(".menu-item", { hasText: "Skipped" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await expect.poll(() => stateOf(row(app.current, "Stretch and fold"))).toContain("is-todo");
  });

  it("says which other map lists the open note, and shows it there", async () => {
    const { page, obsidianPage } = app.current;
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    expect(await page.locator(".moc-path-elsewhere").count()).toBe(0);
    await obsidianPage.openFile("Bread/Steam.md");
    await expect
      .poll(() => page.locator(".moc-path-elsewhere").textContent())
      .toBe("This note is listed in Bread from scratchShow");
    await app.current.screenshot("demo-elsewhere");
    await page.locator(".moc-path-show").click();
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
    await expect.poll(() => stateOf(row(app.current, "Steam"))).toContain("is-active");
    expect(await page.locator(".moc-path-elsewhere").count()).toBe(0);
  });

  it("offers no command that cannot act", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.openFile("Overview.md");
    await page.keyboard.press("Control+p");
    await page.keyboard.type("mark note");
    await expect.poll(() => page.locator(".suggestion-item", { hasText: "Mark note" }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });
});

describe("search and filters", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 900, sidebarWidth: 240 });
  const titles = (): Promise<readonly string[]> =>
    app.current.page.locator(".moc-path-row.mod-entry:visible .moc-path-title").allTextContents();
  const chip = (name: string): Locator => app.current.page.locator(`.moc-path-chip[data-chip='${name}']`);

  it("narrows the tree while words are typed, from the keyboard alone", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await row(app.current, "Salt")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await page.keyboard.press("/");
    await page.keyboard.type("bulk");
    await expect.poll(titles).toEqual(["Bulk fermentation", "Cold proof"]);
    expect(await page.locator(".moc-path-row:visible .moc-path-match").allTextContents()).toEqual(["Bulk", "bulk"]);
    await app.current.screenshot("demo-search-narrow");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("d");
    await expect.poll(() => stateOf(row(app.current, "Cold proof"))).toContain("is-done");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
  });

  it("has its chips out of sight until they are asked for, while none of them is on", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    expect(await chip("key").isVisible()).toBe(false);
    await page.locator(".moc-path-filter-button").click();
    await chip("key").waitFor();
    expect(await page.locator(".moc-path-filter-button").getAttribute("aria-expanded")).toBe("true");
  });

  it("stacks chips, and offers only those the map has a use for", async () => {
    await chip("key").click();
    await expect.poll(titles).toEqual(["🔥 Flour", "Bulk fermentation"]);
    await chip("done").click();
    await app.current.page.locator(".moc-path-empty-title", { hasText: "Nothing matches" }).waitFor();
    await app.current.screenshot("demo-no-match");
    await app.current.page.locator(".moc-path-empty button", { hasText: "Clear search and filters" }).click();
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
    expect(await chip("key").getAttribute("aria-pressed")).toBe("false");
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    await expect.poll(() => chip("hot").isVisible()).toBe(false);
  });

  it("lets choose how many stars at least, and how many lines at most", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await chip("rated").click();
    await expect.poll(async () => (await titles()).length).toBe(3);
    await chip("rated").locator(".moc-path-chip-caret").click();
    await page.locator(".menu-item", { hasText: "★★★★★ or more" }).waitFor();
    await app.current.screenshot("demo-chip-menu");
    await page.locator(".menu-item", { hasText: "★★★★★ or more" }).click();
    await expect.poll(titles).toEqual(["🔥 Flour"]);
    expect(await chip("rated").textContent()).toBe("★5+");
    await chip("rated").press("Enter");
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
    await chip("rated").press("Enter");
    await expect.poll(titles).toEqual(["🔥 Flour"]);
    await chip("rated").press("ArrowDown");
    await page.locator(".menu-item", { hasText: "Any" }).click();
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
    await chip("upTo").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "100 lines or fewer" }).click();
    await expect.poll(() => chip("upTo").textContent()).toBe("≤100 lines");
    await chip("upTo").click();
    await expect.poll(() => chip("upTo").getAttribute("aria-pressed")).toBe("false");
  });

  it("says how many entries are shown, counts divisions as a whole, and clears all with one click", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await chip("key").click();
    await expect.poll(titles).toEqual(["🔥 Flour", "Bulk fermentation"]);
    expect(await page.locator(".moc-path-found-count").textContent()).toBe("2 shown");
    expect(await row(app.current, "1. Foundations").locator(".moc-path-count").textContent()).toMatch(/\/[45]$/);
    await page.locator(".moc-path-clear").click();
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
    await expect.poll(() => chip("key").isVisible()).toBe(false);
    await page.locator(".moc-path-filter-button").click();
  });

  it("lets go of a filter at Escape in the tree, once nothing is selected", async () => {
    const { page } = app.current;
    await chip("key").click();
    await row(app.current, "Bulk")
      .locator(".moc-path-title")
      .click({ modifiers: ["Alt"] });
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".moc-path-row[aria-selected='true']:visible").count()).toBe(0);
    await expect.poll(titles).toEqual(["🔥 Flour", "Bulk fermentation"]);
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
  });

  it("keeps a row that a click has marked until the pointer leaves it: a second click never marks its neighbour", async () => {
    const { page } = app.current;
    const marked = (): Promise<readonly string[]> =>
      page
        .locator(".moc-path-row.is-doing:visible .moc-path-title, .moc-path-row.is-done:visible .moc-path-title")
        .allTextContents();
    await chip("todo").click();
    const icon = row(app.current, "Yeast").locator(".moc-path-state");
    const { x = 0, y = 0 } = (await icon.boundingBox()) ?? {};
    await page.mouse.click(x + 7, y + 7);
    await expect.poll(marked).toEqual(["Yeast"]);
    await page.mouse.click(x + 7, y + 7);
    await expect.poll(() => stateOf(row(app.current, "Yeast"))).toContain("is-done");
    expect(await marked()).toEqual(["Yeast"]);
    await page.mouse.move(x + 7, y + 300);
    await expect.poll(() => row(app.current, "Yeast").count()).toBe(0);
    await page.mouse.click(x + 7, y + 7);
    await expect.poll(async () => (await marked()).length).toBe(1);
    await expect.poll(marked, { timeout: 6000 }).toEqual([]);
    await app.current.executeObsidianCommand("moc-path:undo");
    await page.waitForTimeout(100);
    await app.current.executeObsidianCommand("moc-path:undo");
    await chip("todo").click();
  });

  it("goes along with a map that is renamed, with its filter", async () => {
    const rename = (from: string, to: string): Promise<void> =>
      app.current.executeObsidian(
        async ({ app: inPage }, names) => {
          const file = inPage.vault.getFileByPath(names[0]);
          if (file) await inPage.fileManager.renameFile(file, names[1]);
        },
        [from, to] as const,
      );
    await openMap(app.current, BREAD);
    await chip("doing").click();
    await expect.poll(titles).toEqual(["Salt"]);
    await rename(BREAD, "Bread/Loaves MOC.md");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
    await expect.poll(titles).toEqual(["Salt"]);
    await app.current.obsidianPage.openFile("Overview.md");
    await openMap(app.current, "Bread/Loaves MOC.md");
    await expect.poll(titles).toEqual(["Salt"]);
    await rename("Bread/Loaves MOC.md", BREAD);
    await chip("doing").click();
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(5);
  });

  it("keeps a map's filter over a restart, and other maps free of it", async () => {
    await openMap(app.current, BREAD);
    if (!(await chip("doing").isVisible())) await app.current.page.locator(".moc-path-filter-button").click();
    await chip("doing").click();
    await expect.poll(titles).toEqual(["Salt"]);
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(1);
    await app.current.reloadApp();
    await openMap(app.current, BREAD);
    await expect.poll(titles).toEqual(["Salt"]);
  });
});

describe("a map of 11,000 links", () => {
  const app = useObsidian({ theme: "dark", lang: "en", width: 1000, height: 900, sidebarWidth: 300 });

  it("keeps few rows in the document, and shows its end after scrolling there", async () => {
    const { page, obsidianPage } = app.current;
    const chapters = Array.from(
      { length: 110 },
      (_, at) =>
        `## Chapter ${at}\n\n${Array.from({ length: 100 }, (__, link) => `- [[Note ${at}-${link}|Note ${at}-${link}]] ★★★\n`).join("")}`,
    );
    await obsidianPage.write("Huge MOC.md", chapters.join("\n"));
    await openMap(app.current, "Huge MOC.md");
    const visible = await page.locator(".moc-path-tree").evaluate((el) => Math.ceil(el.clientHeight / 26));
    expect(await page.locator(".moc-path-row").count()).toBeLessThanOrEqual(visible + 21);
    await page.locator(".moc-path-tree").evaluate((el) => (el.scrollTop = el.scrollHeight));
    await row(app.current, "Note 109-99").waitFor();
    expect(await page.locator(".moc-path-row").count()).toBeLessThanOrEqual(visible + 21);
    await app.current.screenshot("huge-dark");
  });
});

describe("the menu, the sheet of keys, and commands", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1280, height: 960, sidebarWidth: 320 });
  const item = (text: string): Locator => app.current.page.locator(".menu-item", { hasText: text });
  const active = (): Promise<string | undefined> =>
    app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path);
  const clipboard = (): Promise<string> => app.current.page.evaluate(() => navigator.clipboard.readText());
  const run = (id: string): Promise<void> => app.current.executeObsidianCommand(`moc-path:${id}`);
  const isOffered = (id: string): Promise<boolean> =>
    run(id).then(
      () => true,
      () => false,
    );

  it("hides what is done, remembers it, and says so when nothing else is left", async () => {
    const { page } = app.current;
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    await row(app.current, "Brioche")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await page.keyboard.press("d");
    await app.current.dismissNotices();
    await page.locator(".moc-path-more").click();
    await app.current.screenshot("demo-menu");
    await item("Hide done").click();
    await expect.poll(() => row(app.current, "Brioche").count()).toBe(0);
    await app.current.reloadApp();
    await openMap(app.current, "Bread/Enriched/_MOC.md");
    await expect.poll(() => row(app.current, "Brioche").count()).toBe(0);
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("d");
    await page.locator(".moc-path-empty-title", { hasText: "All done" }).waitFor();
    await page.locator(".moc-path-empty button", { hasText: "Show done" }).click();
    await row(app.current, "Brioche").waitFor();
  });

  it("copies the roadmap as Markdown and as JSON", async () => {
    const { page } = app.current;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.current.dismissNotices();
    await page.locator(".moc-path-more").click();
    await item("Copy roadmap as Markdown").click();
    await expect.poll(clipboard).toContain("- [x] [[Bread/Enriched/Brioche|Brioche]]");
    await run("copy-json");
    await expect.poll(async () => (await clipboard()).startsWith("{")).toBe(true);
    expect(JSON.parse(await clipboard())).toMatchObject({
      path: "Bread/Enriched/_MOC.md",
      tally: { done: 3, counted: 3 },
    });
  });

  it("shows the keys at ?", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("?");
    await page.locator(".moc-path-help dd", { hasText: "Extend the selection" }).first().waitFor();
    await app.current.screenshot("demo-help");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".moc-path-help").count()).toBe(0);
  });

  it("finds, and takes the keyboard, from wherever the reader is", async () => {
    const { page } = app.current;
    await page.locator(".cm-content:visible").click();
    await run("find");
    await expect
      .poll(() => page.locator(".moc-path-search input").evaluate((el) => el === el.ownerDocument.activeElement))
      .toBe(true);
    await page.locator(".cm-content:visible").click();
    await run("focus-roadmap");
    await expect
      .poll(() => page.locator(".moc-path-tree").evaluate((el) => el === el.ownerDocument.activeElement))
      .toBe(true);
  });

  it("goes to another map by a few letters of its name", async () => {
    const { page } = app.current;
    await run("switch-map");
    await page.locator(".prompt-input").fill("bread from");
    await app.current.screenshot("demo-switcher");
    await page.keyboard.press("Enter");
    await expect.poll(() => mapName(app.current)).toBe("Bread from scratch");
  });

  it("goes from note to note, marks what is around it, and shows it in map and roadmap", async () => {
    await openMap(app.current, BREAD);
    await app.current.obsidianPage.openFile("Bread/Salt.md");
    await run("next-entry");
    await expect.poll(active).toBe("Bread/Yeast.md");
    await run("previous-entry");
    await expect.poll(active).toBe("Bread/Salt.md");
    await run("done-and-next");
    await expect.poll(active).toBe("Bread/Yeast.md");
    await expect.poll(() => stateOf(row(app.current, "Salt"))).toContain("is-done");
    await run("level-chapter");
    await expect.poll(() => row(app.current, "Salt").count()).toBe(0);
    await run("reveal-note");
    await expect.poll(() => stateOf(row(app.current, "Yeast"))).toContain("is-active");
    await run("mark-above-done");
    await expect.poll(() => stateOf(row(app.current, "Flour"))).toContain("is-done");
    expect(await isOffered("mark-above-done")).toBe(false);
    await run("mark-section-done");
    await expect.poll(() => stateOf(row(app.current, "Yeast"))).toContain("is-done");
    await run("show-in-map");
    await expect.poll(active).toBe(BREAD);
  });

  it("offers nothing about a note that no map lists", async () => {
    await app.current.obsidianPage.openFile("Start here.md");
    for (const id of [
      "next-entry",
      "previous-entry",
      "done-and-next",
      "mark-section-done",
      "mark-above-done",
      "show-in-map",
      "reveal-note",
    ])
      expect(await isOffered(id), id).toBe(false);
  });
});
