// The roadmap under a finger: on a phone, and on a tablet, by Chromium's own touch.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings } from "./findings";
import { hold, swipe, useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(MAP);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

function row({ page }: ObsidianApp, title: string): Locator {
  return page.locator(".moc-path-row:visible", { hasText: title }).first();
}

const active = (app: ObsidianApp): Promise<string | undefined> =>
  app.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);

const isDrawerOpen = ({ page }: ObsidianApp): Promise<boolean> =>
  page.locator(".workspace-drawer.mod-right").isVisible();

describe("the roadmap on a phone", () => {
  const app = useObsidian({ device: "phone", lang: "en", theme: "light", width: 390, height: 844 });

  it("has rows of a finger's height, one below the other", async () => {
    await openMap(app.current);
    const rows = await app.current.page
      .locator(".moc-path-row:visible")
      .evaluateAll((els) =>
        els.map((el) => el.getBoundingClientRect()).map(({ top, bottom, height }) => ({ top, bottom, height })),
      );
    expect(rows.length).toBeGreaterThan(12);
    expect(Math.min(...rows.map(({ height }) => height))).toBe(44);
    rows.slice(1).forEach(({ top }, index) => expect(top).toBeCloseTo(rows[index]?.bottom ?? NaN, 1));
  });

  it("has nothing to touch that is smaller than 36 pixels, or whose target is", async () => {
    const small = await app.current.page.evaluate(() => {
      const found: string[] = [];
      for (const el of document.querySelectorAll<HTMLElement>(
        ".moc-path-view button, .moc-path-relation, .moc-path-row:not([style*='none']) .moc-path-state",
      )) {
        const { width, height } = el.getBoundingClientRect();
        const more = -2 * parseFloat(getComputedStyle(el, "::before").top || "0") || 0;
        if (width > 0 && Math.min(width, height) + Math.max(more, 0) < 36)
          found.push(`${el.className} ${width}x${height}`);
      }
      return found;
    });
    expect(small).toEqual([]);
  });

  it("marks at a tap on the state, and opens the note at a tap on the row, out of the drawer's way", async () => {
    await row(app.current, "Salt").locator(".moc-path-state").tap();
    await expect.poll(() => row(app.current, "Salt").getAttribute("class")).toContain("is-doing");
    expect(await isDrawerOpen(app.current)).toBe(true);
    await row(app.current, "Salt").locator(".moc-path-title").tap();
    await expect.poll(() => active(app.current)).toBe("Bread/Salt.md");
    await expect.poll(() => isDrawerOpen(app.current)).toBe(false);
  });

  for (const engine of ["sends a context menu of its own", "sends none"] as const) {
    it(`opens the menu at a long press, once, and does not open the note, where the engine ${engine}`, async () => {
      const { page } = app.current;
      await openMap(app.current);
      if (engine === "sends none")
        await page.evaluate(() =>
          window.addEventListener("contextmenu", (event) => event.isTrusted && event.stopImmediatePropagation(), true),
        );
      await page.evaluate(() => {
        const counts = { menus: 0 };
        Object.assign(window, { counts });
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes) if ((node as HTMLElement).classList.contains("menu")) counts.menus++;
        }).observe(document.body, { childList: true });
      });
      await hold(row(app.current, "Water"));
      expect(await page.locator(".menu").count()).toBe(1);
      expect(await page.evaluate(() => (window as unknown as { counts: { menus: number } }).counts.menus)).toBe(1);
      expect(await active(app.current)).toBe(MAP);
      await page.locator(".menu-item", { hasText: "Skipped" }).tap();
      await expect.poll(() => row(app.current, "Water").getAttribute("class")).toContain("is-skipped");
      await row(app.current, "Water").locator(".moc-path-state").tap();
      await expect.poll(() => row(app.current, "Water").getAttribute("class")).not.toContain("is-skipped");
    });
  }

  it("scrolls under a finger that moves, and opens neither menu nor note", async () => {
    const { page } = app.current;
    await hold(row(app.current, "Yeast"), { moving: 60 });
    expect(await page.locator(".menu").count()).toBe(0);
    expect(await active(app.current)).toBe(MAP);
  });

  it("selects several rows: the first by the menu, the others by taps", async () => {
    const { page } = app.current;
    await openMap(app.current);
    await hold(row(app.current, "Water"));
    expect(await page.locator(".menu-item", { hasText: "Open" }).allTextContents()).toEqual([
      "Open note",
      "Open in new tab",
    ]);
    await page.locator(".menu-item", { hasText: /^Select$/ }).tap();
    await row(app.current, "Salt").locator(".moc-path-title").tap();
    await row(app.current, "Yeast").locator(".moc-path-title").tap();
    await expect
      .poll(() => page.locator(".moc-path-row[aria-selected='true']:visible .moc-path-title").allTextContents())
      .toEqual(["Water", "Salt", "Yeast"]);
    await hold(row(app.current, "Salt"));
    await page.locator(".menu-item", { hasText: "3 entries selected" }).waitFor();
    await page.locator(".menu-item", { hasText: "Clear selection" }).tap();
    await expect.poll(() => page.locator(".moc-path-row[aria-selected='true']:visible").count()).toBe(0);
  });

  it("scrolls what is wider than the drawer under a finger, which moves the drawer anywhere else", async () => {
    const { page } = app.current;
    await page.setViewportSize({ width: 320, height: 844 });
    await openMap(app.current);
    const chips = page.locator(".moc-path-chips");
    await page.locator(".moc-path-filter-button").tap();
    await chips.waitFor();
    expect(await chips.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeGreaterThan(10);
    const scrolled = (): Promise<number> => chips.evaluate((el) => el.scrollLeft);
    await swipe(chips, -120);
    await expect.poll(scrolled).toBeGreaterThan(10);
    await swipe(chips, 200);
    await expect.poll(scrolled).toBe(0);
    expect(await isDrawerOpen(app.current)).toBe(true);
    await swipe(row(app.current, "Salt"), 150);
    await expect.poll(() => isDrawerOpen(app.current)).toBe(false);
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it("shows its last row whole: in the drawer above the fade, in the main area above the bar", async () => {
    const { page } = app.current;
    await openMap(app.current);
    const gap = (over: string): Promise<number> =>
      page.locator(".moc-path-tree:visible").evaluate(async (el, selector) => {
        el.scrollTop = el.scrollHeight;
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        const rows = [...el.querySelectorAll(".moc-path-row")].map((one) => one.getBoundingClientRect().bottom);
        return (document.querySelector(selector)?.getBoundingClientRect().top ?? 0) - Math.max(...rows);
      }, over);
    // The fade, less what is lost by rounding.
    const FADE = 47;
    await expect.poll(() => gap(".mod-right .workspace-drawer-tab-options")).toBeGreaterThanOrEqual(FADE);
    await app.current.executeObsidian(async ({ app: { workspace } }) => {
      workspace.rightSplit.collapse();
      await workspace.getLeaf("tab").setViewState({
        type: "moc-path-roadmap",
        state: { map: "Bread/Bread MOC.md" },
        active: true,
      });
    });
    await page.locator(".mod-root .moc-path-row:visible").first().waitFor();
    await expect.poll(() => gap(".mobile-navbar")).toBeGreaterThanOrEqual(0);
    await app.current.executeObsidian(({ app: { workspace } }) => workspace.activeLeaf?.detach());
  });

  it("keeps the place of the note in front, on its button, while the drawer is the active leaf", async () => {
    const { page } = app.current;
    await openMap(app.current);
    await page.locator(".moc-path-tree:visible").evaluate((el) => (el.scrollTop = 0));
    await row(app.current, "Yeast").locator(".moc-path-title").tap();
    await expect.poll(() => active(app.current)).toBe("Bread/Yeast.md");
    const button = page.locator(".mod-root .view-action[aria-label*='Bread from scratch']");
    await expect.poll(() => button.getAttribute("aria-label")).toContain("To do");
    await app.current.executeObsidian(({ app: { workspace } }) => workspace.rightSplit.expand());
    await row(app.current, "Yeast").locator(".moc-path-state").tap();
    await expect.poll(() => row(app.current, "Yeast").getAttribute("class")).toContain("is-doing");
    expect(
      await app.current.executeObsidian(({ app: { workspace } }) => workspace.activeLeaf?.view.getViewType()),
    ).toBe("moc-path-roadmap");
    await expect.poll(() => button.getAttribute("aria-label", { timeout: 500 })).toContain("In progress");
    expect(await button.count()).toBe(1);
  });

  it("goes on from a note's end in one tap, in every mode, and takes no keyboard from who writes", async () => {
    const { page } = app.current;
    const button = page.locator(".mod-root .moc-path-note-end-next");
    const setMode = (mode: string): Promise<void> =>
      app.current.executeObsidian(async ({ app: { workspace } }, wanted) => {
        const view = workspace.getLeavesOfType("markdown")[0]?.view;
        await view?.setState({ ...view.getState(), mode: wanted }, { history: false });
      }, mode);
    await app.current.executeObsidian(({ app: { workspace } }) => workspace.rightSplit.collapse());
    await app.current.obsidianPage.openFile("Bread/Kneading.md");
    await expect.poll(() => button.textContent()).toMatch(/^Done – next: ./u);
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await setMode("preview");
    await expect.poll(() => button.isVisible()).toBe(true);
    await setMode("source");
    expect(await button.isVisible()).toBe(true);
    const editor = page.locator(".mod-root .cm-content");
    const hasKeyboard = (): Promise<boolean> => editor.evaluate((el) => el === document.activeElement);
    await editor.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" More.");
    await expect.poll(() => button.isVisible()).toBe(false);
    await editor.evaluate((el) => (el as HTMLElement).blur());
    await expect.poll(() => button.isVisible()).toBe(true);
    await editor.focus();
    await button.dispatchEvent("pointerdown", { bubbles: true, cancelable: true });
    expect(await hasKeyboard()).toBe(true);
    await button.tap();
    await expect.poll(() => active(app.current)).not.toBe("Bread/Kneading.md");
    await app.current.lookAway();
    expect(await app.current.obsidianPage.read("Bread/Kneading.md")).toContain("More.");
    const notice = page.locator(".notice", { hasText: "Kneading by hand: to do → done" });
    await notice.locator("button", { hasText: "Undo" }).tap();
    await page.locator(".notice", { hasText: "Kneading by hand: done → to do" }).waitFor();
    await app.current.obsidianPage.openFile("Bread/Kneading.md");
    const onlyEl = page.locator(".mod-root .moc-path-note-end-only");
    await expect.poll(() => onlyEl.isVisible()).toBe(true);
    expect((await onlyEl.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.locator(".mod-root .moc-path-note-end-place").textContent()).toBe("2.1 Mixing");
    await onlyEl.tap();
    await notice.last().waitFor();
    await expect.poll(() => button.count()).toBe(0);
    expect(await active(app.current)).toBe("Bread/Kneading.md");
    await app.current.obsidianPage.openFile("Bread/Scoring.md");
    expect(await findings(app.current, ".moc-path-note-end")).toEqual([]);
    await app.current.obsidianPage.openFile("Bread/Kneading.md");
    await expect.poll(() => button.count()).toBe(0);
    for (const other of [MAP, "Bread/Scoring.md"]) await app.current.obsidianPage.openFile(other);
    await expect.poll(() => button.count()).toBe(1);
    await app.current.obsidianPage.openFile(MAP);
    await expect.poll(() => button.count()).toBe(0);
  });

  it("has a sheet of gestures without keys that a phone does not have", async () => {
    const { page } = app.current;
    await app.current.executeObsidianCommand("moc-path:show-keys");
    await expect.poll(() => page.locator(".moc-path-help kbd").allTextContents()).toEqual(["Tap", "Long press", "Tap"]);
    await page.keyboard.press("Escape");
  });

  it("shows the way on only where the end of a long note is in view, and takes it away with the plugin", async () => {
    const { page } = app.current;
    const button = page.locator(".mod-root .moc-path-note-end-next");
    await app.current.obsidianPage.write("Bread/Steam.md", "Steam.\n\n".repeat(200));
    await app.current.obsidianPage.openFile("Bread/Steam.md");
    await expect.poll(() => button.count()).toBe(1);
    await expect.poll(() => button.isVisible()).toBe(false);
    const scroll = (to: number): Promise<void> =>
      page.locator(".mod-root .cm-scroller").evaluate((el, top) => void (el.scrollTop = top), to);
    await scroll(1_000_000);
    await expect.poll(() => button.isVisible()).toBe(true);
    await scroll(0);
    await expect.poll(() => button.isVisible()).toBe(false);
    await app.current.executeObsidian(({ app: { plugins } }) => plugins.disablePlugin("moc-path"));
    expect(await page.locator(".moc-path-note-end, .moc-path-has-end").count()).toBe(0);
    await app.current.obsidianPage.enablePlugin("moc-path");
  });
});

describe("the roadmap on a tablet", () => {
  const app = useObsidian({ device: "tablet", lang: "en", theme: "dark", width: 1024, height: 768, sidebarWidth: 360 });

  it("stays beside the note that it opens", async () => {
    await openMap(app.current);
    expect(await row(app.current, "Salt").evaluate((el) => el.getBoundingClientRect().height)).toBe(44);
    await row(app.current, "Salt").locator(".moc-path-title").tap();
    await expect.poll(() => active(app.current)).toBe("Bread/Salt.md");
    expect(await isDrawerOpen(app.current)).toBe(true);
  });
});
