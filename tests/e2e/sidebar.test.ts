// The sidebar's head and rows, apart from states: relations with their progress, the card to go on with, remarks,
// figures that fit.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

function row({ page }: ObsidianApp, title: string): Locator {
  return page.locator(".moc-path-row:visible", { hasText: title }).first();
}

async function resize(app: ObsidianApp, width: number): Promise<void> {
  await app.executeObsidian(({ app: { workspace } }, wanted) => workspace.rightSplit.setSize(wanted), width);
  await frames(app);
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of the rows in the document, from top to bottom. */
const boxes = ({ page }: ObsidianApp): Promise<readonly Box[]> =>
  page
    .locator(".moc-path-row:visible")
    .evaluateAll((els) => els.map((el) => el.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));

/** Rows follow each other without gap and without overlap. */
function expectStacked(rows: readonly Box[]): void {
  rows.slice(1).forEach(({ top }, index) => expect(top).toBeCloseTo(rows[index]?.bottom ?? NaN, 1));
}

describe("the head of the sidebar", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900, sidebarWidth: 380 });
  const text = (selector: string): Promise<string | null> => app.current.page.locator(selector).textContent();

  it("names relations by kind, and says of each map how far it is", async () => {
    await openMap(app.current, MAP);
    const relations = app.current.page.locator(".moc-path-relations .moc-path-relation");
    expect(await relations.evaluateAll((els) => els.map((el) => el.getAttribute("aria-label")))).toEqual([
      "Up: Things worth learning slowly, 0%",
      "Related: 茶：从一片叶子开始, 0%",
      "Related: Kitchen basics, 0%",
    ]);
    await openMap(app.current, "Kitchen basics/_MOC.md");
    await row(app.current, "Scale")
      .locator(".moc-path-state")
      .click({ modifiers: ["Shift"] });
    await row(app.current, "Scale").locator(".moc-path-state").click();
    await openMap(app.current, MAP);
    await expect.poll(() => relations.last().getAttribute("aria-label")).toBe("Related: Kitchen basics, 50%");
    expect(await relations.last().textContent()).toBe("Kitchen basics50%");
  });

  it("offers to go on on a card, with the place of what comes next", async () => {
    expect([await text(".moc-path-next-title"), await text(".moc-path-next-place")]).toEqual([
      "🔥 Flour",
      "Continue · 1. Foundations",
    ]);
    await row(app.current, "Poolish").locator(".moc-path-state").click();
    await expect.poll(() => text(".moc-path-next-place")).toBe("Continue · 2. The dough › 2.2 Fermentation");
    await app.current.page.locator(".moc-path-next").click();
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe("Bread/Poolish.md");
  });

  it("counts on its chips what is to be looked after", async () => {
    expect(await text(".moc-path-chip[aria-label='Lengths that no longer fit']")).toBe("1");
  });

  it("takes no more than two fifths of a narrow pane, and cuts nothing off that matters, from 240 to 800 pixels", async () => {
    for (const width of [240, 280, 320, 480, 800]) {
      await resize(app.current, width);
      const shape = await app.current.page.evaluate(() => {
        const view = document.querySelector(".moc-path-view");
        const parts = [
          ...document.querySelectorAll(
            ".moc-path-header *:not(bdi), .moc-path-search *, .moc-path-row:not([style*='none']) *",
          ),
        ];
        const end = view?.getBoundingClientRect().right ?? 0;
        const wide = parts
          .filter((el) => el.getBoundingClientRect().right > end + 0.5)
          .map((el) => el.className.toString());
        const head =
          (document.querySelector(".moc-path-tree")?.getBoundingClientRect().top ?? 0) -
          (view?.getBoundingClientRect().top ?? 0);
        return { wide, head };
      });
      expect(shape.wide, `at ${width}`).toEqual([]);
      expect(shape.head, `at ${width}`).toBeLessThan(900 * 0.4);
    }
  });
});

describe("rows", () => {
  const app = useObsidian({ lang: "en", theme: "dark", width: 1280, height: 700, sidebarWidth: 380 });

  it("align their figures, with the sign of a length that is off before its number", async () => {
    await openMap(app.current, MAP);
    const ends = await app.current.page
      .locator(".moc-path-row:visible .tree-item-flair")
      .evaluateAll((els) => els.map((el) => el.getBoundingClientRect().right));
    expect(new Set(ends).size).toBe(1);
    const length = row(app.current, "Bulk fermentation").locator(".moc-path-length");
    expect(await length.evaluate((el) => [...el.children].map(({ className }) => className))).toEqual([
      "moc-path-off",
      "moc-path-length-text",
    ]);
  });

  it("drop lengths first and the run of stars next, but never the sign of what is off, nor state and title", async () => {
    const shows = (part: string): Promise<boolean> => row(app.current, "Bulk").locator(part).isVisible();
    const shown = async (): Promise<readonly boolean[]> =>
      Promise.all(
        [".moc-path-length-text", ".moc-path-stars-long", ".moc-path-off", ".moc-path-state", ".moc-path-title"].map(
          shows,
        ),
      );
    expect(await shown()).toEqual([true, true, true, true, true]);
    await resize(app.current, 320);
    expect(await shown()).toEqual([false, true, true, true, true]);
    await resize(app.current, 240);
    expect(await shown()).toEqual([false, false, true, true, true]);
    await resize(app.current, 380);
  });

  it("show remarks on a line of their own when asked, one below the other, and stay where they were scrolled to", async () => {
    const { page } = app.current;
    const tree = page.locator(".moc-path-tree");
    expectStacked(await boxes(app.current));
    await tree.evaluate((el) => (el.scrollTop = 300));
    await page.waitForTimeout(100);
    const topRow = (): Promise<string | null> =>
      page.evaluate(() => {
        const treeEl = document.querySelector(".moc-path-tree");
        const { left, top } = treeEl?.getBoundingClientRect() ?? { left: 0, top: 0 };
        return document.elementFromPoint(left + 120, top + 12)?.closest(".moc-path-row")?.id ?? null;
      });
    const before = await topRow();
    await page.locator(".moc-path-more").click();
    await page.locator(".menu-item", { hasText: "Show remarks" }).click();
    await expect.poll(() => page.locator(".moc-path-remark:visible").count()).toBeGreaterThan(0);
    expectStacked(await boxes(app.current));
    expect(await topRow()).toBe(before);
    await tree.evaluate((el) => (el.scrollTop = 0));
    await expect
      .poll(() => row(app.current, "Flour").locator(".moc-path-remark").textContent())
      .toContain("what the bag does not tell you");
    expect(await row(app.current, "Flour").evaluate((el) => el.getBoundingClientRect().height)).toBe(44);
    await app.current.reloadApp();
    await openMap(app.current, MAP);
    await page.locator(".moc-path-remark:visible").first().waitFor();
    await page.locator(".moc-path-more").click();
    await page.locator(".menu-item", { hasText: "Hide remarks" }).click();
    await expect.poll(() => page.locator(".moc-path-remark:visible").count()).toBe(0);
  });

  it("are found by the first letters of pinyin, which are marked where they were found", async () => {
    const { page } = app.current;
    await openMap(app.current, "茶/_MOC.md");
    await page.locator(".moc-path-search input").fill("wlc");
    await expect
      .poll(() => page.locator(".moc-path-row.mod-entry:visible .moc-path-title").allTextContents())
      .toEqual(["乌龙茶"]);
    expect(await page.locator(".moc-path-match:visible").allTextContents()).toEqual(["乌龙茶"]);
    await page.locator(".moc-path-search input").fill("");
  });
});
