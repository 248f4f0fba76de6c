// Adding notes to maps, by mouse and keyboard: one in its dialog, several in a list, from every way there; each is one
// step that undo takes back.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";
import { findingsInBothThemes } from "./findings";

const BREAD = "Bread/Bread MOC.md";
const RYE = "Bread/Rye sourdough starter.md";
const GLUTEN = "Bread/Gluten.md";

describe("adding notes to maps", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900, sidebarWidth: 360 });
  const text = (): Promise<string> => app.current.obsidianPage.read(BREAD);
  const dialog = (): Locator => app.current.page.locator(".modal.moc-path-add").last();
  const option = (name: string): Locator => dialog().locator(".moc-path-add-option", { hasText: name });
  const button = (name: string): Locator => dialog().locator("button", { hasText: name });
  const added = (): Promise<readonly string[]> => dialog().locator(".moc-path-add-line.is-new").allTextContents();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await app.current.page.keyboard.press(key);
  };
  const undone = async (): Promise<void> => {
    // The text is on the disk a moment before it can be undone.
    const undo = (): Promise<boolean> =>
      app.current.executeObsidianCommand("moc-path:undo").then(
        () => true,
        () => false,
      );
    await expect.poll(undo).toBe(true);
    await expect.poll(text).toBe(before);
  };
  let before = "";

  it("is offered by command on a note, with three sections in words, and nothing is written unasked", async () => {
    const { obsidianPage, page } = app.current;
    before = await text();
    await obsidianPage.write(RYE, "# Rye sourdough starter\n\nLike [[Sourdough starter]] and [[Yeast]].\n");
    await obsidianPage.write(GLUTEN, "# Gluten\n\n[[Kneading]], [[Autolyse]], [[Stretch and fold]]\n");
    await obsidianPage.openFile(RYE);
    await app.current.executeObsidianCommand("moc-path:add-to-map");
    await option("2.2 Fermentation").waitFor();
    expect(await dialog().locator(".moc-path-add-note").textContent()).toBe("Rye sourdough starter · Bread");
    expect(await dialog().locator("input[type=radio]:checked").count()).toBe(0);
    expect(await button("Add").last().isDisabled()).toBe(true);
    await option("2.2 Fermentation").click();
    await expect.poll(added).toEqual(["•Poolish / Biga / Sourdough starter / Rye sourdough starter"]);
    expect(await dialog().locator(".moc-path-add-written").textContent()).toBe(
      "- [[Bread/Poolish|Poolish]] / [[Bread/Biga|Biga]] / [[Bread/Sourdough starter|Sourdough starter]] / " +
        "[[Bread/Rye sourdough starter|Rye sourdough starter]]",
    );
    await page.mouse.move(0, 0);
    await app.current.screenshot("adding");
    expect(await findingsInBothThemes(app.current, ".moc-path-add .modal-content")).toEqual([]);
    await press("Escape");
    expect(await text()).toBe(before);
  });

  it("is done by keys alone: arrows choose a section, and move the entry in its preview", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:add-to-map");
    await option("2.2 Fermentation").waitFor();
    await page.keyboard.press("Space");
    await dialog().locator(".moc-path-add-line.is-new").waitFor();
    const name = await dialog().locator(".is-chosen .moc-path-add-name span").first().textContent();
    expect(name).toBe("2.2 Fermentation");
    while (!(await page.evaluate(() => document.activeElement?.matches(".moc-path-add-move")))) await press("Tab");
    await press("ArrowDown");
    await expect.poll(added).toEqual(["•Rye sourdough starter"]);
    expect(await dialog().locator(".moc-path-add-said").textContent()).toBe("After “Cold proof”");
    await press("ArrowDown");
    expect(await dialog().locator(".moc-path-add-said").textContent()).toBe("After “Cold proof”");
    for (let step = 0; step < 5; step++) await press("ArrowUp");
    await expect.poll(() => dialog().locator(".moc-path-add-said").textContent()).toBe("At the top");
    await press("Tab", "Tab", "Tab");
    await press("Enter");
    await expect
      .poll(text)
      .toContain("### 2.2 Fermentation ⭐\n\n- [[Bread/Rye sourdough starter|Rye sourdough starter]]\n");
    await page
      .locator(".notice", { hasText: "Added to Bread from scratch › 2. The dough › 2.2 Fermentation" })
      .waitFor();
    expect(await dialog().count()).toBe(0);
    await undone();
  });

  it("finds any section by its letters, and makes a new one", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:add-to-map");
    await button("Another section").click();
    await page.locator(".prompt-input").fill("week of");
    await press("Enter");
    await option("4. A week of bread").locator("input:checked").waitFor();
    await option("New section").click();
    const title = dialog().locator("input[type=text]");
    await expect.poll(() => title.inputValue()).toBe("5. Rye sourdough starter");
    await title.fill("5. Rye");
    await expect.poll(added).toEqual(["5. Rye", "•Rye sourdough starter"]);
    await app.current.screenshot("adding-section");
    await title.press("Enter");
    await expect.poll(text).toContain("\n## 5. Rye\n\n- [[Bread/Rye sourdough starter|Rye sourdough starter]]\n");
    await undone();
  });

  it("says so where the map changes while the dialog is open, and shows how it is then", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:add-to-map");
    await option("2.2 Fermentation").click();
    await dialog().locator(".moc-path-add-line.is-new").waitFor();
    const other = before.replace("[[Bread/Poolish|Poolish]] / ", "");
    await app.current.outside.write(BREAD, other);
    await dialog().locator(".moc-path-add-said", { hasText: "The map has changed" }).waitFor();
    await expect.poll(added).toEqual(["•Rye sourdough starter"]);
    const gone = other.replace(/### 2\.2[^]*?(?=## 3)/, "");
    await app.current.outside.write(BREAD, gone);
    await dialog().locator(".moc-path-add-said", { hasText: "“2.2 Fermentation” is not there any more" }).waitFor();
    expect(await button("Add").last().isDisabled()).toBe(true);
    expect(await text()).toBe(gone);
    await press("Escape");
    await page.waitForTimeout(50);
    await app.current.outside.write(BREAD, before);
    await expect.poll(() => app.current.page.locator(".moc-path-add").count()).toBe(0);
  });

  it("takes several from the line at the end of the tree, as one step", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".moc-path-tree").focus();
    const line = page.locator(".moc-path-row.mod-unlisted:visible");
    await press("End");
    await line.waitFor();
    await expect.poll(() => line.textContent()).toBe("2 notes of this folder are in no mapAdd…");
    await app.current.screenshot("adding-line");
    await press("Enter");
    await dialog().locator(".moc-path-add-place", { hasText: "›" }).nth(1).waitFor();
    await app.current.screenshot("adding-several");
    expect(await findingsInBothThemes(app.current, ".moc-path-add .modal-content")).toEqual([]);
    await dialog().locator(".moc-path-add-head input").check();
    await button("Add 2 notes").click();
    await expect.poll(text).toContain("Gluten");
    expect(await text()).toContain("[[Bread/Rye sourdough starter|Rye sourdough starter]]");
    await page.locator(".notice", { hasText: "Added 2 notes." }).waitFor();
    await expect.poll(() => line.count()).toBe(0);
    await undone();
    await line.waitFor();
  });

  it("warns of a note that says it is outdated, and agrees to no place for it beforehand", async () => {
    const { page, obsidianPage } = app.current;
    const sure = "Bread/Bulk fermentation by the clock.md";
    const links = "[[Bulk fermentation]], [[Poolish]], [[Biga]], [[Sourdough starter]], [[Cold proof]]";
    await obsidianPage.write(sure, `# Bulk fermentation\n\n${links}\n`);
    const row = dialog().locator(".moc-path-add-row", { hasText: "by the clock" });
    const open = async (): Promise<void> => {
      await page.locator(".moc-path-row.mod-unlisted:visible", { hasText: "3 notes" }).click();
      await row.locator(".moc-path-add-place", { hasText: "›" }).waitFor();
    };
    await open();
    expect(await row.locator("input").isChecked()).toBe(true);
    await press("Escape");
    await obsidianPage.write(sure, `---\nstatus: deprecated\n---\n\n# Bulk fermentation\n\n${links}\n`);
    await open();
    await expect
      .poll(() => row.locator(".moc-path-add-reason").textContent())
      .toContain("The note says status: deprecated · ");
    expect(await row.locator("input").isChecked()).toBe(false);
    await row.locator("button").click();
    await dialog().locator(".moc-path-add-warning", { hasText: "The note says status: deprecated" }).waitFor();
    for (const reason of await dialog().locator(".moc-path-add-options .moc-path-add-reason").allTextContents())
      expect(reason).not.toContain("deprecated");
    await press("Escape");
    await press("Escape");
    await app.current.outside.delete(sure);
    await page.locator(".moc-path-row.mod-unlisted:visible", { hasText: "2 notes" }).waitFor();
  });

  it("gives one of several another place, and leaves out what is not agreed to", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-row.mod-unlisted:visible").click();
    const row = dialog().locator(".moc-path-add-row", { hasText: "Gluten" });
    await dialog().locator(".moc-path-add-place", { hasText: "›" }).nth(1).waitFor();
    for (const box of await dialog().locator(".moc-path-add-row input").all()) await box.uncheck();
    await row.locator("button").click();
    await button("Another section").click();
    await page.locator(".prompt-input").fill("into the oven");
    await press("Enter");
    await button("Use this place").click();
    await expect
      .poll(() => row.locator(".moc-path-add-place").textContent())
      .toBe("Bread from scratch › 3. Into the oven");
    await button("Add 1 note").click();
    await expect.poll(text).toContain("[[Bread/Gluten|Gluten]]");
    expect(await text()).not.toContain("Rye sourdough");
    // Notes that were not agreed to stay in the list.
    await expect.poll(() => dialog().locator(".moc-path-add-row").count()).toBe(1);
    expect(await dialog().locator(".modal-title").textContent()).toBe("Add 1 note to maps");
    await dialog().locator(".moc-path-add-row button:focus").waitFor();
    await press("Escape");
    await undone();
  });

  it("no longer offers one of several that belongs nowhere, and goes on with the others", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-row.mod-unlisted:visible").click();
    const row = dialog().locator(".moc-path-add-row", { hasText: "Gluten" });
    await row.locator("button").click();
    await option("Not here").click();
    await button("Ignore").click();
    await expect.poll(() => dialog().locator(".moc-path-add-row").count()).toBe(1);
    expect(await dialog().locator(".modal-title").textContent()).toBe("Add 1 note to maps");
    await dialog().locator(".moc-path-add-row button:focus").waitFor();
    await press("Escape");
    await page.locator(".notice", { hasText: "Ignored from now on: Gluten" }).locator("button").click();
    await expect
      .poll(() => page.locator(".moc-path-row.mod-unlisted:visible").textContent())
      .toBe("2 notes of this folder are in no mapAdd…");
    expect(await text()).toBe(before);
  });

  it("starts from the check of a map, from the menus of a file and of several, and of the text", async () => {
    const { page, obsidianPage } = app.current;
    await app.current.executeObsidianCommand("moc-path:check-map");
    const row = (name: string): Locator => page.locator(".moc-path-check-row:visible", { hasText: name });
    await row("Gluten").locator("button").click();
    await dialog().locator(".moc-path-add-note", { hasText: "Gluten" }).waitFor();
    await press("Escape");
    await press("f");
    await dialog().locator(".moc-path-add-note", { hasText: "Gluten" }).waitFor();
    await press("Escape");
    await press("ArrowLeft", "f");
    await dialog().locator(".moc-path-add-row").nth(1).waitFor();
    await press("Escape");
    await page.locator(".moc-path-check-row.mod-kind:visible", { hasText: "In no map" }).locator("button").click();
    await dialog().locator(".moc-path-add-row").nth(1).waitFor();
    await press("Escape");
    await obsidianPage.openFile(GLUTEN);
    await page.locator(".cm-content").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Add to a map…" }).click();
    await dialog().locator(".moc-path-add-note", { hasText: "Gluten" }).waitFor();
    await press("Escape");
    const file = (path: string): Locator => page.locator(`.nav-file-title[data-path="${path}"]`);
    if ((await file(RYE).count()) === 0) await page.locator('.nav-folder-title[data-path="Bread"]').click();
    for (const path of [RYE, GLUTEN]) await file(path).click({ modifiers: ["Alt"] });
    await file(RYE).click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Add 2 notes to maps…" }).click();
    await dialog().locator(".moc-path-add-row").nth(1).waitFor();
    await press("Escape");
    await obsidianPage.openFile("Bread/Salt.md");
    await page.locator(".moc-path-place").click();
    await page.locator(".menu-item", { hasText: "Add to a map…" }).waitFor();
    await press("Escape");
  });

  it("no longer offers a note that belongs nowhere", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile(GLUTEN);
    await app.current.executeObsidianCommand("moc-path:add-to-map");
    await option("Not here").click();
    await button("Ignore").click();
    const finding = page.locator(".moc-path-check-row:visible", { hasText: "Gluten" });
    await expect.poll(() => finding.count()).toBe(0);
    await page.locator(".notice", { hasText: "Ignored from now on: Gluten" }).locator("button").click();
    await finding.waitFor();
    expect(await text()).toBe(before);
  });

  it("writes a map of a folder that has none, once it was shown", async () => {
    const { page } = app.current;
    await app.current.outside.write("Oats/Porridge.md", "# Porridge\n");
    await app.current.outside.write("Oats/Kinds/Rolled oats.md", "# Rolled oats\n");
    const folder = page.locator('.nav-folder-title[data-path="Oats"]');
    await folder.click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Write a map of this folder…" }).click();
    await page.locator(".moc-path-folder-text").waitFor();
    await app.current.screenshot("adding-folder");
    expect(await findingsInBothThemes(app.current, ".moc-path-folder-map .modal-content")).toEqual([]);
    await page.locator(".moc-path-folder-text").hover();
    await expect(page.locator(".tooltip").waitFor({ timeout: 1500 })).rejects.toThrow();
    await page.locator(".moc-path-folder-map input").fill("Oats MOC");
    await page.locator(".moc-path-folder-map .mod-cta").click();
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe("Oats/Oats MOC.md");
    expect(await app.current.obsidianPage.read("Oats/Oats MOC.md")).toBe(
      '---\nup: "[[Overview|Things worth learning slowly]]"\n---\n\n# Oats\n\n- [[Porridge]]\n\n## Kinds\n\n- [[Rolled oats]]\n',
    );
  });
});
