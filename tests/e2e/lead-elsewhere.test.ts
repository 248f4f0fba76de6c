// A broken link whose note exists under other words: the reader finds it, from the map check and from the roadmap.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";
import { findings } from "./findings";

const MAP = "Lost MOC.md";
const BEFORE =
  "# Lost\n\n- [[Bread/What salt does in dough#Kinds|salty words]] — 3 lines\n- [[Salt#Taste of it]]\n- [[Flour]]\n";

describe("a link that its reader leads elsewhere", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900, sidebarWidth: 360 });
  const text = (): Promise<string> => app.current.obsidianPage.read(MAP);
  const finding = (name: string): Locator =>
    app.current.page.locator(".moc-path-check-row.mod-finding:visible", { hasText: name });
  const titles = (): Locator => app.current.page.locator(".prompt .suggestion-title");
  const check = async (): Promise<void> => {
    await app.current.obsidianPage.openFile(MAP);
    await app.current.executeObsidianCommand("moc-path:check-map");
    await finding("salty words").waitFor();
  };

  it("is asked for by F in the map check, goes where Enter says, and U takes it back", async () => {
    const { obsidianPage, page } = app.current;
    await obsidianPage.write("Bread/Salt in dough.md", "# Salt in dough\n");
    await obsidianPage.write(MAP, BEFORE);
    await check();
    await page.locator(".moc-path-check-filter button", { hasText: "Ideas" }).click();
    await page.locator(".moc-path-check-list").focus();
    for (const key of ["Home", "ArrowDown", "ArrowDown", "f"]) await page.keyboard.press(key);
    await expect.poll(() => titles().first().textContent()).toBe("Salt in dough");
    expect(await page.locator(".prompt-input").getAttribute("placeholder")).toBe("“salty words” should lead to…");
    await app.current.screenshot("lead-elsewhere");
    // The list itself is the app's own: its keys are those of the field above it.
    for (const part of [".prompt-input", ".prompt .suggestion-item.is-selected"])
      expect(await findings(app.current, part)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(text).toBe(BEFORE.replace("Bread/What salt does in dough", "Bread/Salt in dough"));
    await page.locator(".notice", { hasText: "salty words" }).first().waitFor();
    await page.locator(".moc-path-check-list:focus").waitFor();
    await page.keyboard.press("u");
    await expect.poll(text).toBe(BEFORE);
    await page.locator(".moc-path-check-filter button", { hasText: "All" }).click();
  });

  it("is asked for by its button and by its menu, and may lead to another heading of its note", async () => {
    const { page } = app.current;
    await check();
    await finding("salty words").locator("button").click();
    await titles().first().waitFor();
    await page.keyboard.press("Escape");
    await finding("no heading").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Lead to another heading…" }).click();
    await expect.poll(() => titles().allTextContents()).toContain("Salt");
    await page.locator(".prompt-input").fill("salt");
    await titles().first().click();
    await expect.poll(text).toMatch(/^- \[\[Salt#(?!Taste of it).+\]\]$/m);
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(text).toBe(BEFORE);
  });

  it("is asked for by the menu of its row in the roadmap", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    const row = page.locator(".moc-path-row.mod-entry:visible", { hasText: "salty words" });
    await row.click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Lead to another note…" }).click();
    await page.locator(".prompt-input").fill("flour");
    await titles().first().click();
    await expect.poll(text).toContain("Flour#Kinds|salty words]] — 3 lines");
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(text).toBe(BEFORE);
  });

  it("is left alone, as is said, where the note came into being while the reader was asked", async () => {
    const { obsidianPage, page } = app.current;
    await check();
    await finding("salty words").locator("button").click();
    await titles().first().waitFor();
    await obsidianPage.write("Bread/What salt does in dough.md", "# Kinds\n");
    await page.keyboard.press("Enter");
    await page.locator(".notice", { hasText: "nothing was written" }).first().waitFor();
    expect(await text()).toBe(BEFORE);
  });
});
