// The roadmap where the interface runs from right to left: what is drawn on which side, and what the arrow keys do.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";

interface Side {
  readonly left: number;
  readonly right: number;
}

const sides = (on: Locator): Promise<Side> =>
  on.evaluate((el) => {
    const { left, right } = el.getBoundingClientRect();
    return { left, right };
  });

function row({ page }: ObsidianApp, title: string): Locator {
  return page.locator(".moc-path-row:visible", { hasText: title }).first();
}

describe("the roadmap from right to left", () => {
  const app = useObsidian({ lang: "ar", theme: "light", width: 1280, height: 900, sidebarWidth: 380 });

  it("begins each row at the right: arrow, state, title, and at last the figures", async () => {
    await app.current.obsidianPage.openFile(MAP);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    const flour = row(app.current, "Flour");
    await flour.waitFor();
    const [state, title, stars, length] = await Promise.all(
      [".moc-path-state", ".moc-path-title", ".moc-path-stars", ".moc-path-length"].map((part) =>
        sides(flour.locator(part)),
      ),
    );
    if (!state || !title || !stars || !length) throw new Error("A part is missing.");
    expect(state.left).toBeGreaterThanOrEqual(title.right);
    expect(title.left).toBeGreaterThanOrEqual(stars.right);
    expect(stars.left).toBeGreaterThanOrEqual(length.right);
    const chapter = row(app.current, "1. Foundations");
    expect((await sides(chapter.locator(".moc-path-chevron"))).left).toBeGreaterThanOrEqual(
      (await sides(chapter.locator(".moc-path-title"))).right,
    );
  });

  it("indents to the left, with a guide at the right of what is inside", async () => {
    const [outer, inner] = [
      await sides(row(app.current, "2.1 Mixing").locator(".moc-path-title")),
      await sides(row(app.current, "Autolyse").locator(".moc-path-title")),
    ];
    expect(inner.right).toBeLessThan(outer.right);
    const guide = await row(app.current, "Autolyse").evaluate((el) => getComputedStyle(el, "::before").backgroundImage);
    expect(guide).toContain("-90deg");
  });

  it("fills bars and half dots from the right", async () => {
    await row(app.current, "Flour").locator(".moc-path-state").click();
    const dot = row(app.current, "1. Foundations").locator(".moc-path-dot").first();
    await expect.poll(() => dot.getAttribute("class")).toContain("mod-doing");
    expect(await dot.evaluate((el) => getComputedStyle(el).backgroundImage)).toContain("-90deg");
    const bar = app.current.page.locator(".moc-path-header .moc-path-bar");
    expect(await bar.evaluate((el) => getComputedStyle(el, "::before").right)).toBe("0px");
  });

  it("does not mirror the tick of what is done, nor the sign before a number", async () => {
    await row(app.current, "Flour").locator(".moc-path-state").click();
    const tick = row(app.current, "Flour").locator(".moc-path-state svg.moc-path-done");
    await tick.waitFor();
    expect(await tick.evaluate((el) => getComputedStyle(el).transform)).toBe("none");
    await app.current.page.locator(".moc-path-next").click();
    const doneNext = app.current.page.locator(".moc-path-done-next svg");
    expect(await doneNext.evaluate((el) => getComputedStyle(el).transform)).toBe("none");
    await app.current.obsidianPage.openFile(MAP);
    expect(
      await app.current.page
        .locator(".moc-path-row:visible .moc-path-stars-short")
        .first()
        .evaluate((el) => getComputedStyle(el).direction),
    ).toBe("ltr");
  });

  it("goes in by the arrow to the left and out by the one to the right", async () => {
    const { page } = app.current;
    const chapter = row(app.current, "1. Foundations");
    await chapter.locator(".moc-path-chevron").click();
    await expect.poll(() => chapter.getAttribute("aria-expanded")).toBe("false");
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => chapter.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(() => page.locator(".moc-path-row.has-focus").getAttribute("class"))
      .not.toContain("mod-division");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => chapter.getAttribute("class")).toContain("has-focus");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => chapter.getAttribute("aria-expanded")).toBe("false");
  });

  it("keeps what is written in another script in its own order", async () => {
    const total = app.current.page.locator(".moc-path-done-of");
    expect(await total.evaluate((el) => [el.getAttribute("dir"), getComputedStyle(el).unicodeBidi])).toEqual([
      "auto",
      "isolate",
    ]);
    expect(await app.current.page.locator(".moc-path-tree").evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(
      false,
    );
    await app.current.screenshot("rtl");
  });

  it("begins remarks where titles begin, whatever their script", async () => {
    await app.current.executeObsidianCommand("moc-path:toggle-remarks");
    const water = row(app.current, "Water");
    await water.locator(".moc-path-remark").waitFor();
    const end = (part: string): Promise<number> =>
      water.locator(part).evaluate((el) => {
        const range = document.createRange();
        range.selectNodeContents(el);
        return range.getBoundingClientRect().right;
      });
    const cut = water.locator(".moc-path-remark-text");
    expect(Math.abs((await end(".moc-path-remark-text")) - (await end(".moc-path-title")))).toBeLessThan(2);
    expect(await cut.evaluate((el) => [getComputedStyle(el).direction, getComputedStyle(el).textOverflow])).toEqual([
      "ltr",
      "ellipsis",
    ]);
    await app.current.executeObsidianCommand("moc-path:toggle-remarks");
  });
});
