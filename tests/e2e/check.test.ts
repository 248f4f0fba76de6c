// The map check: opened by command, mends one finding and all that are certain, by pointer and by keyboard; undone at
// once.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

describe("the map check on a phone", () => {
  const app = useObsidian({ lang: "en", theme: "light", device: "phone", width: 390, height: 780 });

  it("shows what changes in every line before it is agreed to, each as high as a finger", async () => {
    const { obsidianPage, page } = app.current;
    const long = "words that go on and on, beyond what a phone can show ".repeat(3);
    const text = await obsidianPage.read(BREAD);
    await obsidianPage.write(BREAD, text.replace("(9 lines)", `— ${long}(90 lines) ${long}`));
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:check-map");
    await page.locator(".moc-path-check-all").click();
    const line = page.locator(".moc-path-fix-line", { hasText: "90" });
    await line.waitFor();
    const box = await page.locator(".moc-path-fix-notes").boundingBox();
    for (const change of [line.locator("del"), line.locator("ins")]) {
      const own = await change.boundingBox();
      expect((own?.x ?? 0) + (own?.width ?? Infinity)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
    for (const row of await page.locator(".moc-path-fix-head, .moc-path-fix-line").all())
      expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await app.current.screenshot("check-fix-all-phone");
  });
});

describe("the map check", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900, sidebarWidth: 360 });
  const text = (): Promise<string> => app.current.obsidianPage.read(BREAD);
  const finding = (name: string): Locator =>
    app.current.page.locator(".moc-path-check-row.mod-finding:visible", { hasText: name });
  const undo = (): Promise<unknown> => app.current.executeObsidianCommand("moc-path:undo");
  let wrong = "";

  it("is counted in the roadmap, where rows bear a mark and a chip keeps them", async () => {
    const { obsidianPage, page } = app.current;
    wrong = (await text()).replace("(9 lines)", "(90 lines)").replace("24 lines", "240 lines");
    await obsidianPage.write(BREAD, wrong);
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    const marked = page.locator(".moc-path-row:visible:has(.moc-path-fixable)");
    await expect.poll(() => marked.locator(".moc-path-title").allTextContents()).toContain("Salt");
    const count = Number(await page.locator(".moc-path-to-fix").textContent());
    await page.locator(".moc-path-filter-button").click();
    const chip = page.locator(".moc-path-chip[data-chip='fixable']");
    await expect.poll(() => chip.textContent()).toBe(`To fix${count}`);
    await chip.click();
    const entries = page.locator(".moc-path-row.mod-entry:visible");
    await expect.poll(() => entries.count()).toBe(count);
    expect(await marked.count()).toBe(count);
    await page.locator(".moc-path-clear").click();
    await page.locator(".moc-path-filter-button").click();
  });

  it("is mended from the menu of a row, and ignored from there", async () => {
    const { page } = app.current;
    const salt = page.locator(".moc-path-row.mod-entry:visible", { hasText: "Salt" }).first();
    await salt.click({ button: "right" });
    await page.locator(".menu-item", { hasText: "90 lines declared, the note has 8" }).waitFor();
    await page.locator(".menu-item", { hasText: "Fix: 8 lines" }).click();
    await expect.poll(text).toBe(wrong.replace("(90 lines)", "(8 lines)"));
    await expect.poll(() => salt.locator(".moc-path-fixable").count()).toBe(0);
    await undo();
    await salt.locator(".moc-path-fixable").waitFor();
    await salt.click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Ignore" }).click();
    await expect.poll(() => salt.locator(".moc-path-fixable").count()).toBe(0);
    await undo();
    await salt.locator(".moc-path-fixable").waitFor();
  });

  it("opens from the count", async () => {
    const { page } = app.current;
    await app.current.dismissNotices();
    await page.locator(".moc-path-to-fix").click();
    await finding("Salt").waitFor();
    await page.locator(".workspace-tab-header[data-type='moc-path-roadmap']").click();
  });

  it("opens by command, and shows what is found about the map at hand", async () => {
    const { obsidianPage, page } = app.current;
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:check-map");
    await finding("Salt").waitFor();
    await finding("Flour").first().waitFor();
    expect(await finding("Salt").locator(".moc-path-finding-reason").textContent()).toBe(
      "90 → 8 lines · 1. Foundations",
    );
    expect(await page.locator(".moc-path-check-scope").textContent()).toContain("Bread from scratch");
    await app.current.screenshot("check");
  });

  it("mends a length by a click, and undo brings the old one back", async () => {
    await finding("Salt").locator("button").click();
    await expect.poll(text).toBe(wrong.replace("(90 lines)", "(8 lines)"));
    await expect.poll(() => finding("Salt").count()).toBe(0);
    await app.current.page.locator(".notice", { hasText: "Salt: 90 → 8" }).first().waitFor();
    await undo();
    await expect.poll(text).toBe(wrong);
    await finding("Salt").waitFor();
  });

  it("mends by the keyboard, which then is on the next finding", async () => {
    const { page } = app.current;
    const names = page.locator(".moc-path-finding-name:visible");
    const current = page.locator(".moc-path-check-list:focus .has-focus .moc-path-finding-name:visible");
    await page.locator(".moc-path-check-list").focus();
    for (const key of ["Home", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    const rowEl = page.locator(".moc-path-check-list:focus .has-focus:visible");
    const standing = ["aria-level", "aria-posinset", "aria-setsize"].map((name) => rowEl.getAttribute(name));
    const rows = page.locator(".moc-path-check-row:visible");
    const kinds = await rows.evaluateAll((els) => els.map((el) => (el.matches(".mod-finding") ? "f" : " ")).join(""));
    expect(await Promise.all(standing)).toEqual(["3", "1", String(kinds.trim().split(" ")[0]?.length)]);
    const first = (await current.textContent()) ?? "";
    await page.keyboard.press("f");
    await expect.poll(() => names.first().textContent()).not.toContain(first);
    await expect.poll(() => current.textContent()).toBe(await names.first().textContent());
    const id = await page.locator(".moc-path-check-list").getAttribute("aria-activedescendant");
    expect(await page.locator(`[id='${id}'] .moc-path-finding-name`).textContent()).toBe(await current.textContent());
    await page.keyboard.press("Enter");
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe(BREAD);
    await undo();
    await expect.poll(text).toBe(wrong);
  });

  it("mends all that is certain but what is left out, and one undo takes all back", async () => {
    const { page } = app.current;
    await finding("Salt").waitFor();
    await page.locator(".moc-path-check-all").click();
    await page.locator(".moc-path-fix-all .mod-cta:focus").waitFor();
    const line = page.locator(".moc-path-fix-line", { hasText: "Salt" });
    expect(await line.locator("del").textContent()).toBe("90");
    expect(await line.locator("ins").textContent()).toBe("8");
    await app.current.screenshot("check-fix-all");
    await line.locator("input").uncheck();
    expect(
      await page
        .locator(".moc-path-fix-head input")
        .first()
        .evaluate((el) => el.matches(":indeterminate")),
    ).toBe(true);
    const promised = (await page.locator(".moc-path-fix-all .mod-cta").textContent()) ?? "";
    await page.locator(".moc-path-fix-all .mod-cta").click();
    await page.locator(".notice", { hasText: promised.replace("Fix ", "Fixed ") }).waitFor();
    expect(await text()).not.toContain("240 lines");
    expect(await text()).toContain("(90 lines)");
    // The button that asked for it may be gone: the list has the keyboard.
    await page.locator(".moc-path-check-list:focus").waitFor();
    await page.keyboard.press("u");
    await expect.poll(text).toBe(wrong);
  });

  it("says what each choice does, at the button that asks for it, and keeps the keyboard", async () => {
    const { page } = app.current;
    const twice = finding("Flour").filter({ hasText: "Listed" });
    const button = twice.locator("button");
    await button.click();
    const items = page.locator(".menu-item-title");
    await expect
      .poll(() => items.allTextContents())
      .toEqual(["Keep only line 19 · 1. Foundations", "Keep only line 63 · 4. A week of bread"]);
    const [menu, box] = [await page.locator(".menu").boundingBox(), await button.boundingBox()];
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeGreaterThanOrEqual((box?.x ?? Infinity) - 1);
    await items.first().click();
    await page.locator(".notice", { hasText: "Flour: Listed twice → Keep only line 19" }).first().waitFor();
    await expect.poll(() => twice.count()).toBe(0);
    await page.locator(".moc-path-check-list:focus").waitFor();
    await page.keyboard.press("u");
    await expect.poll(text).toBe(wrong);
  });

  it("ignores a finding from its menu, and shows it again when asked", async () => {
    const { page } = app.current;
    await finding("Salt").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Ignore" }).click();
    await expect.poll(() => finding("Salt").count()).toBe(0);
    await page.locator(".moc-path-check-foot", { hasText: "1 ignored" }).locator("button").click();
    await finding("Salt").locator("button").click();
    await expect.poll(() => page.locator(".moc-path-check-foot").isVisible()).toBe(false);
    await finding("Salt").waitFor();
  });

  it("ignores all of a kind from that kind's menu, until one of them is wanted again", async () => {
    const { page } = app.current;
    const kind = page.locator(".moc-path-check-row.mod-kind:visible", { hasText: "Length off" });
    await kind.click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Ignore all of these in Bread/" }).click();
    await expect.poll(() => kind.count()).toBe(0);
    await page.locator(".moc-path-check-foot button").click();
    await finding("Salt").locator("button").click();
    await finding("Salt").waitFor();
    await expect.poll(() => page.locator(".moc-path-check-foot").isVisible()).toBe(false);
    await page.locator(".moc-path-check-list").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => kind.count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await kind.waitFor();
  });

  it("has its filters as one stop for Tab, with a name, and arrows between them", async () => {
    const { page } = app.current;
    const filters = page.locator(".moc-path-check-filter button");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? "");
    expect(await page.getByRole("toolbar", { name: "Map check" }).count()).toBe(1);
    await filters.first().focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => filters.nth(1).evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("moc-path-check-all");
    await page.keyboard.press("Shift+Tab");
    expect(await filters.nth(1).evaluate((el) => el === document.activeElement)).toBe(true);
  });

  it("keeps the keyboard when the last finding is mended, so that U brings it back", async () => {
    const { obsidianPage, page } = app.current;
    const only = "# Only\n\n- [[Salt]] (90 lines)\n";
    await obsidianPage.write("Only MOC.md", only);
    await obsidianPage.openFile("Only MOC.md");
    await expect
      .poll(() => app.current.executeObsidianCommand("moc-path:check-map").then(() => finding("Salt").count()))
      .toBe(1);
    await page.locator(".moc-path-check-list").focus();
    await page.keyboard.press("f");
    await page.locator(".moc-path-check-empty:focus").waitFor();
    expect(await obsidianPage.read("Only MOC.md")).toContain("(8 lines)");
    await page.keyboard.press("u");
    await expect.poll(() => obsidianPage.read("Only MOC.md")).toBe(only);
    await page.locator(".moc-path-check-list:focus").waitFor();
    await finding("Salt").waitFor();
  });

  it("draws only what is in view of thousands of findings, and reaches the last by one key", async () => {
    const { obsidianPage, page } = app.current;
    const lines = Array.from({ length: 3000 }, (_, at) => `- [[Nowhere ${at}|Note ${at}]]`);
    await obsidianPage.write("Many MOC.md", `# Many\n\n${lines.join("\n")}\n`);
    await obsidianPage.openFile("Many MOC.md");
    await expect
      .poll(() => app.current.executeObsidianCommand("moc-path:check-map").then(() => finding("Note 0").count()))
      .toBeGreaterThan(0);
    const rows = page.locator(".moc-path-check-row.mod-finding:visible");
    expect(await rows.count()).toBeLessThan(60);
    await page.locator(".moc-path-check-list").focus();
    await page.keyboard.press("End");
    await finding("Note 2999").waitFor();
    expect(await rows.count()).toBeLessThan(60);
  });
});
