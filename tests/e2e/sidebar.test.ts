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
      "Up: Things worth learning slowly, 2%",
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
    expect(await relations.nth(1).textContent(), "0 % is not said").toBe("茶：从一片叶子开始");
  });

  it("offers to go on on a card, with the place of what comes next", async () => {
    expect([await text(".moc-path-next-title"), await text(".moc-path-next-place")]).toEqual([
      "🔥 Flour",
      "Start · 1. Foundations",
    ]);
    await row(app.current, "Poolish").locator(".moc-path-state").click();
    await expect.poll(() => text(".moc-path-next-place")).toBe("Continue · 2.2 Fermentation");
    await app.current.page.locator(".moc-path-next").click();
    await expect
      .poll(() => app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path))
      .toBe("Bread/Poolish.md");
  });

  it("counts on its chips what is to be looked after", async () => {
    await app.current.page.locator(".moc-path-filter-button").click();
    await expect.poll(() => text(".moc-path-chip[data-chip='fixable']")).toBe("To fix2");
    await app.current.page.locator(".moc-path-filter-button").click();
  });

  it("is at most 200 pixels high from 240 to 420 pixels, with relations on one line and the others in a menu", async () => {
    const { page } = app.current;
    for (const width of [240, 320, 420]) {
      await resize(app.current, width);
      const [head, line] = await page.evaluate(() => {
        const [view, tree, relations] = [".moc-path-view", ".moc-path-tree", ".moc-path-relations"].map((one) =>
          document.querySelector(one)?.getBoundingClientRect(),
        );
        return [(tree?.top ?? NaN) - (view?.top ?? NaN), relations?.height];
      });
      expect(head, `at ${width}`).toBeLessThanOrEqual(200);
      expect(line, `at ${width}`).toBeLessThan(24);
    }
    await resize(app.current, 240);
    await app.current.dismissNotices();
    await page.locator(".moc-path-relations-more").click();
    const items = page.locator(".menu-item");
    await items.first().waitFor();
    expect(await items.allTextContents()).toContain("Related: Kitchen basics");
    await page.keyboard.press("Escape");
  });

  it("is few stops for Tab: rows of buttons are one each, with arrows from one to the next", async () => {
    const { page } = app.current;
    await resize(app.current, 380);
    await page.locator(".moc-path-filter-button").click();
    await page.locator(".moc-path-map-title").focus();
    const isTree = (): Promise<boolean> => page.evaluate(() => document.activeElement?.getAttribute("role") === "tree");
    let stops = 1;
    for (; !(await isTree()) && stops < 12; stops++) await page.keyboard.press("Tab");
    expect(stops - 1).toBeLessThanOrEqual(5);
    await page.locator(".moc-path-map-title").focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("moc-path-more");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("moc-path-map-title");
    await page.locator(".moc-path-filter-button").click();
  });

  it("marks the note of the card as done and opens the next with one click, once that note is open", async () => {
    const { page } = app.current;
    const active = (): Promise<string | undefined> =>
      app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);
    await openMap(app.current, MAP);
    expect(await page.locator(".moc-path-done-next").count()).toBe(0);
    const first = await text(".moc-path-next-title");
    await page.locator(".moc-path-next").click();
    await page.locator(".moc-path-done-next").waitFor();
    expect(await text(".moc-path-next-title")).toBe(first);
    const then = (await text(".moc-path-next-place"))?.replace("Next · ", "");
    const before = await active();
    await page.locator(".moc-path-done-next").click();
    await expect.poll(active).not.toBe(before);
    await expect.poll(() => text(".moc-path-next-title")).toBe(then);
    await expect.poll(() => row(app.current, first ?? "").getAttribute("class")).toContain("is-done");
    const button = page.locator(".moc-path-done-next");
    await button.waitFor();
    // In a narrow pane it shows its tick alone.
    await resize(app.current, 240);
    expect(await button.evaluate((el) => [el.clientWidth, el.scrollWidth])).toEqual([28, 28]);
    await resize(app.current, 380);
    expect(await button.textContent()).toBe("Done & next");
    await openMap(app.current, MAP);
  });

  it("offers the same for any note of the map that is open and to be done, and for no other", async () => {
    const { page, obsidianPage } = app.current;
    const active = (): Promise<string | undefined> =>
      app.current.executeObsidian(({ app: { workspace } }) => workspace.getActiveFile()?.path);
    const goOn = await text(".moc-path-next-title");
    await obsidianPage.openFile("Bread/Kneading.md");
    await expect.poll(() => text(".moc-path-next-title")).toBe("Kneading by hand");
    expect(goOn).not.toBe("Kneading by hand");
    expect(await text(".moc-path-next-place")).toBe("Next · Stretch and fold");
    // The entry to go on with is still one click away.
    const onPath = page.locator(".moc-path-go-on");
    expect(await onPath.getAttribute("aria-label")).toContain(`: ${goOn}`);
    await onPath.click();
    await expect.poll(() => text(".moc-path-next-title")).toBe(goOn);
    await page.locator(".moc-path-done-next").waitFor();
    expect(await onPath.count()).toBe(0);
    await obsidianPage.openFile("Bread/Kneading.md");
    await onPath.waitFor();
    await page.locator(".moc-path-done-next").click();
    await expect.poll(active).toBe("Bread/Stretch and fold.md");
    await expect.poll(() => row(app.current, "Kneading by hand").getAttribute("class")).toContain("is-done");
    await obsidianPage.openFile("Bread/Kneading.md");
    await page.locator(".moc-path-done-next").waitFor({ state: "detached" });
    // One leap alone says nothing of where the reader goes on.
    expect(await text(".moc-path-next-title")).toBe(goOn);
    await openMap(app.current, MAP);
  });

  it("has a menu on the card and on relations", async () => {
    const { page } = app.current;
    const texts = (): Promise<readonly string[]> => page.locator(".menu-item").allTextContents();
    await page.locator(".moc-path-next").click({ button: "right" });
    await expect.poll(texts).toContain("Open in new tab");
    expect(await texts()).toContain("Done");
    await page.keyboard.press("Escape");
    await page.locator(".moc-path-relation:visible").first().click({ button: "right" });
    await expect.poll(texts).toContain("Show map here");
    await page.keyboard.press("Escape");
  });

  it("takes no more than two fifths of a narrow pane, and cuts nothing off that matters, from 240 to 800 pixels", async () => {
    for (const close of await app.current.page.locator(".moc-path-offer-close").all()) await close.click();
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
        const foot = (el: Element | null): number => el?.getBoundingClientRect().bottom ?? NaN;
        return { wide, head, below: foot(view) - foot(document.querySelector(".moc-path-tree")) };
      });
      expect(shape.wide, `at ${width}`).toEqual([]);
      expect(shape.head, `at ${width}`).toBeLessThan(900 * 0.4);
      // The foot takes room only while it says something.
      expect(shape.below).toBe(0);
    }
  });
});

describe("rows", () => {
  const app = useObsidian({ lang: "en", theme: "dark", width: 1280, height: 700, sidebarWidth: 380 });

  it("align their figures, with the sign of a length that is off before its number", async () => {
    await openMap(app.current, MAP);
    const ends = (): Promise<readonly number[]> =>
      app.current.page
        .locator(".moc-path-row:visible .tree-item-flair")
        .evaluateAll((els) => [...new Set(els.map((el) => el.getBoundingClientRect().right))]);
    await expect.poll(ends).toHaveLength(1);
    const length = row(app.current, "Bulk fermentation").locator(".moc-path-length");
    expect(await length.evaluate((el) => [...el.children].map(({ className }) => className))).toEqual([
      "moc-path-fixable",
      "moc-path-length-text",
    ]);
  });

  it("drop lengths and the run of stars in a narrow pane, but never the sign of what is off, nor state and title", async () => {
    const shows = (part: string): Promise<boolean> => row(app.current, "Bulk").locator(part).isVisible();
    const shown = async (): Promise<readonly boolean[]> =>
      Promise.all(
        [
          ...[".moc-path-length-text", ".moc-path-stars", ".moc-path-stars-short"],
          ...[".moc-path-fixable", ".moc-path-state", ".moc-path-title"],
        ].map(shows),
      );
    expect(await shown()).toEqual([true, true, false, true, true, true]);
    await resize(app.current, 240);
    expect(await shown()).toEqual([false, false, true, true, true, true]);
    await resize(app.current, 380);
  });

  it("give way to a title that would be cut, each row for itself: stars to a number, then lengths, dots to a bar", async () => {
    const { page, obsidianPage } = app.current;
    // Each as wide as the type is large, whatever the font.
    const title = (length: number): string => "一".repeat(length);
    const lines = [9, 12, 15, 40].map((length) => `- [[Patience|${title(length)}]] ★★★★★，24 lines\n`).join("");
    const sections = [9, 12, 15, 40].map((length) => `### ${title(length)}\n\n${lines}\n`).join("");
    await obsidianPage.write("Wide MOC.md", `## One\n\n${sections}`);
    await page.waitForTimeout(600);
    await openMap(app.current, "Wide MOC.md");
    await resize(app.current, 320);
    const shown = async (name: string): Promise<readonly boolean[]> =>
      Promise.all(
        [".moc-path-stars", ".moc-path-stars-short", ".moc-path-length-text"].map((part) =>
          page
            .locator(".moc-path-row.mod-entry:visible", { hasText: new RegExp(`^${name}★`) })
            .first()
            .locator(part)
            .isVisible(),
        ),
      );
    expect(await shown(title(9))).toEqual([true, false, true]);
    expect(await shown(title(12))).toEqual([false, true, true]);
    expect(await shown(title(15))).toEqual([false, true, false]);
    expect(await shown(title(40))).toEqual([false, true, false]);
    const isCut = (name: string): Promise<boolean> =>
      page
        .locator(".moc-path-row.mod-entry:visible .moc-path-title", { hasText: new RegExp(`^${name}$`) })
        .first()
        .evaluate((el) => el.scrollWidth > el.clientWidth);
    expect(await Promise.all([9, 12, 15, 40].map((length) => isCut(title(length))))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    await resize(app.current, 380);
    await openMap(app.current, MAP);
  });

  it("let the flag go at the very last, where there is a sign to mend something, too", async () => {
    const { page, obsidianPage } = app.current;
    const title = (length: number): string => "一".repeat(length);
    const lines = [5, 25].map((length) => `- [[Patience|${title(length)}]] ⭐ ★★★★★，999 lines\n`);
    await obsidianPage.write("Flag MOC.md", `## One\n\n${lines.join("")}`);
    await openMap(app.current, "Flag MOC.md");
    await resize(app.current, 240);
    await expect.poll(() => page.locator(".moc-path-row .moc-path-fixable:visible").count()).toBe(2);
    const rows = page.locator(".moc-path-row.mod-entry:visible");
    const seen = (part: string): Promise<readonly boolean[]> =>
      Promise.all([0, 1].map((at) => rows.nth(at).locator(part).isVisible()));
    expect(await seen(".moc-path-key")).toEqual([true, false]);
    expect(await seen(".moc-path-stars-short")).toEqual([true, true]);
    await resize(app.current, 380);
    await openMap(app.current, MAP);
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
