// The map check where something goes wrong: maps and notes that change while it is open, an unsettled merge, fixes
// asked for twice at once, and a map far larger than any; and the fixes that need an eye, reviewed together.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const MAP = "Trouble MOC.md";

describe("the map check in trouble", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900, sidebarWidth: 360 });
  const text = (): Promise<string> => app.current.obsidianPage.read(MAP);
  const finding = (name: string): Locator =>
    app.current.page.locator(".moc-path-check-row.mod-finding:visible", { hasText: name });
  const notice = (words: string): Locator => app.current.page.locator(".notice", { hasText: words });
  const dialog = (part: string): Locator => app.current.page.locator(`.modal.moc-path-fix-all ${part}`);
  const check = async (words: string, first: string): Promise<void> => {
    const { obsidianPage, page } = app.current;
    await page.evaluate(() => document.querySelectorAll(".notice").forEach((el) => (el as HTMLElement).click()));
    await obsidianPage.write(MAP, words);
    await obsidianPage.openFile(MAP);
    await expect
      .poll(() => app.current.executeObsidianCommand("moc-path:check-map").then(() => finding(first).count()), {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
  };

  it("shows fixes that need an eye together, none of them agreed to beforehand", async () => {
    const { page } = app.current;
    const words = "# Trouble\n\n- [[Stretch and folds]]\n- [[Autolyses|Rest]]\n- [[Salt]] (90 lines)\n";
    await check(words, "Rest");
    await expect.poll(() => finding("Rest").textContent()).toContain("Perhaps “Autolyse”");
    const kind = page.locator(".moc-path-check-row.mod-kind:visible", { hasText: "Review…" });
    await kind.locator("button").click();
    await dialog(".moc-path-fix-line").nth(1).waitFor();
    expect(await dialog(".moc-path-fix-line input:checked").count()).toBe(0);
    expect(await dialog(".mod-cta").isDisabled()).toBe(true);
    await dialog(".moc-path-fix-head input:focus").waitFor();
    await page.keyboard.press("Enter");
    expect(await dialog(".mod-cta").count()).toBe(1);
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await notice("Fixed 2 lines.").waitFor();
    expect(await text()).toBe(words.replace("folds]]", "fold]]").replace("Autolyses", "Autolyse"));
    await page.locator(".moc-path-check-list:focus").waitFor();
    await page.keyboard.press("u");
    await expect.poll(text).toBe(words);
  });

  it("fixes nothing while the map has an unresolved merge conflict, and says so", async () => {
    const { page } = app.current;
    const words = "# Trouble\n\n<<<<<<< here\n- [[Salt]] (90 lines)\n=======\n- [[Salt]] (80 lines)\n>>>>>>> there\n";
    await check(words, "Salt");
    await expect.poll(() => finding("Salt").locator("button").count()).toBe(0);
    const said = await finding("Salt").locator(".moc-path-finding-reason").all();
    for (const el of said)
      expect((await el.textContent()) + ((await el.getAttribute("aria-label")) ?? "")).toContain("merge conflict");
    expect(said.length).toBeGreaterThan(1);
    expect(await page.locator(".moc-path-check-all:visible").count()).toBe(0);
    await page.locator(".moc-path-check-list").focus();
    await page.keyboard.press("f");
    expect(await page.locator(".menu").count()).toBe(0);
    expect(await text()).toBe(words);
  });

  it("leaves alone what sync has changed, or another window fixed, while the dialog was open", async () => {
    const { obsidianPage } = app.current;
    const words = "# Trouble\n\n- [[Salt]] (90 lines)\n- [[Flour]] (90 lines)\n- [[Yeast]] (90 lines)\n";
    await check(words, "Yeast");
    await app.current.page.locator(".moc-path-check-all").click();
    await dialog(".moc-path-fix-line").nth(2).waitFor();
    const other = `# Trouble\n\nNew words.\n\n- [[Salt]] (8 lines)\n- [[Flour]] (91 lines)\n- [[Yeast]] (90 lines)\n`;
    await obsidianPage.write(MAP, other);
    await dialog(".mod-cta").click();
    await notice("Fixed 1 line.").waitFor();
    await notice("Left alone where something else is written now: Trouble MOC").waitFor();
    const now = await text();
    expect(now.replace(/(Yeast\]\] \()\d+/, "$190")).toBe(other);
    expect(now).not.toContain("Yeast]] (90");
  });

  it("leads no link elsewhere whose note is there again", async () => {
    const { obsidianPage } = app.current;
    const words = "# Trouble\n\n- [[Bread/Enriched/Salt|My salt]]\n- [[Bread/Enriched/Flour|My flour]]\n";
    await check(words, "My flour");
    await app.current.page.locator(".moc-path-check-all").click();
    await dialog(".moc-path-fix-line").nth(1).waitFor();
    await obsidianPage.write("Bread/Enriched/Salt.md", "Other salt\n");
    await dialog(".mod-cta").click();
    await notice("Fixed 1 line.").waitFor();
    await notice("Left alone").waitFor();
    expect(await text()).toBe(words.replace("Bread/Enriched/Flour", "Bread/Flour"));
  });

  it("says which map cannot be written, loses nothing, and fixes it at the next try", async () => {
    const { page } = app.current;
    const words = "# Trouble\n\n- [[Salt]] (90 lines)\n- [[Flour]] (90 lines)\n";
    await check(words, "Flour");
    // An editor that has the map open writes by itself.
    await app.current.obsidianPage.openFile("Overview.md");
    await app.current.executeObsidian(({ app: { vault } }, map) => {
      const process = vault.process.bind(vault);
      const locked: typeof process = (file, change) =>
        file.path === map ? Promise.reject(new Error("EACCES: permission denied")) : process(file, change);
      Object.assign(vault, { process: locked, unlock: () => Object.assign(vault, { process }) });
    }, MAP);
    await finding("Salt").locator("button").click();
    await notice("Could not be written: Trouble MOC. Try again. (EACCES: permission denied)").first().waitFor();
    await page.locator(".moc-path-check-all").click();
    await dialog(".mod-cta").click();
    await expect.poll(() => notice("EACCES").count()).toBe(2);
    expect(await text()).toBe(words);
    await finding("Salt").waitFor();
    await app.current.executeObsidian(({ app: { vault } }) => {
      (vault as unknown as { unlock(): void }).unlock();
    });
    await finding("Salt").locator("button").click();
    await expect.poll(text).toBe(words.replace("90", "8"));
  });

  it("fixes a line once that two windows ask for at the same moment", async () => {
    const words = "# Trouble\n\n- [[Salt]] (90 lines)\n- [[Flour]] (90 lines)\n";
    await check(words, "Flour");
    const [popup] = await Promise.all([
      app.current.page.waitForEvent("popup"),
      app.current.executeObsidian(async ({ app: { workspace } }, map) => {
        await workspace.openPopoutLeaf().setViewState({ type: "moc-path-check", state: { map } });
      }, MAP),
    ]);
    const inPopup = popup.locator(".moc-path-check-row.mod-finding:visible", { hasText: "Salt" }).locator("button");
    await inPopup.waitFor();
    await Promise.all([inPopup.click(), finding("Salt").locator("button").click()]);
    await expect.poll(text).toBe(words.replace("90", "8"));
    await expect.poll(() => inPopup.count()).toBe(0);
    await expect.poll(() => finding("Salt").count()).toBe(0);
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(text).toBe(words);
    await popup.close();
  });

  it("takes a map of 11,000 entries with 3,000 findings, and fixes them as one step", async () => {
    const { page } = app.current;
    const lines = Array.from({ length: 11_000 }, (_, at) =>
      at < 3000 ? `- [[Salt|Salt ${at}]] (90 lines)` : `- [[Flour|Flour ${at}]]`,
    );
    const words = `# Trouble\n\n${lines.join("\n")}\n`;
    await check(words, "Salt 0");
    await page.locator(".moc-path-check-all").click();
    await dialog(".mod-cta").waitFor();
    const began = Date.now();
    await dialog(".mod-cta").click();
    await notice("Fixed 3,000 lines.").waitFor();
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(await text()).toBe(words.replaceAll("(90 lines)", "(8 lines)"));
    await notice("Fixed 3,000 lines.").locator("button").click();
    await expect.poll(text, { timeout: 20_000 }).toBe(words);
  });
});
