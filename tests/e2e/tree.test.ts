// The tree as an element: what it says to screen readers, how far it scrolls, and what it moves in the document.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

const tree = ({ page }: ObsidianApp): Locator => page.locator(".moc-path-tree");
const longMap = Array.from(
  { length: 20 },
  (_, at) => `## Chapter ${at}\n\n${Array.from({ length: 15 }, (__, entry) => `- [[Aa-${at}-${entry}]]\n`).join("")}`,
).join("\n");

async function scrollTo(app: ObsidianApp, top: number): Promise<void> {
  await tree(app).evaluate((el, to) => (el.scrollTop = to), top);
  await frames(app);
}

/** The text of the row that screen readers are told of; null for none. */
const named = ({ page }: ObsidianApp): Promise<string | null | undefined> =>
  page.evaluate(
    () =>
      document
        .getElementById(document.querySelector(".moc-path-tree")?.getAttribute("aria-activedescendant") ?? "")
        ?.querySelector(".moc-path-title")?.textContent,
  );

describe("the tree", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 800, sidebarWidth: 380 });

  it("names the row that has the keyboard after each step, and again when it comes back into view", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Kitchen basics/Long MOC.md", longMap);
    await openMap(app.current, "Kitchen basics/Long MOC.md");
    await tree(app.current).focus();
    await page.keyboard.press("End");
    await frames(app.current);
    expect(await named(app.current)).toBe("Aa-19-14");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    expect(await named(app.current)).toBe("Aa-0-0");
    await scrollTo(app.current, 3000);
    expect(await tree(app.current).getAttribute("aria-activedescendant")).toBeNull();
    await obsidianPage.write("Kitchen basics/Long MOC.md", `One line more.\n\n${longMap}`);
    await page.waitForTimeout(200);
    await scrollTo(app.current, 0);
    expect(await named(app.current)).toBe("Aa-0-0");
  });

  it("says of each row which of its siblings it is, and of how many, whatever the document holds", async () => {
    const { page } = app.current;
    await scrollTo(app.current, 3000);
    const row = page.locator(".moc-path-row:visible", { hasText: "Aa-7-9" }).first();
    const told = (one: Locator): Promise<readonly (string | null)[]> =>
      Promise.all(["aria-level", "aria-posinset", "aria-setsize"].map((name) => one.getAttribute(name)));
    expect(await told(row)).toEqual(["2", "10", "15"]);
    expect(await told(page.locator(".moc-path-row:visible", { hasText: "Chapter 8" }).first())).toEqual([
      "1",
      "9",
      "20",
    ]);
    await scrollTo(app.current, 0);
  });

  it("moves no row in the document that stays in it while it is scrolled, down and up, and keeps them in order", async () => {
    const { page } = app.current;
    await scrollTo(app.current, 1000);
    for (const by of [400, 400, -400, -400, 2000, -260]) {
      const moved = await page.evaluate(async (distance) => {
        const [sizer, scroller] = [document.querySelector(".moc-path-sizer"), document.querySelector(".moc-path-tree")];
        if (!sizer || !scroller) throw new Error("There is no tree.");
        const visible = (): Set<Node> =>
          new Set([...sizer.children].filter((el) => (el as HTMLElement).style.display !== "none"));
        const ids = new Map([...visible()].map((el) => [el, (el as HTMLElement).id]));
        const moves: Node[] = [];
        const observer = new MutationObserver((records) =>
          moves.push(...records.flatMap(({ addedNodes }) => [...addedNodes])),
        );
        observer.observe(sizer, { childList: true });
        scroller.scrollTop += distance;
        await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
        observer.disconnect();
        return moves.filter((el) => ids.get(el) === (el as HTMLElement).id).length;
      }, by);
      expect(moved, `by ${by}`).toBe(0);
      const tops = await page
        .locator(".moc-path-row:visible")
        .evaluateAll((els) => els.map((el) => el.getBoundingClientRect().top));
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
      expect(new Set(tops).size).toBe(tops.length);
    }
    await scrollTo(app.current, 0);
  });

  it("shows the row that has the keyboard whole, at the lower edge and at the upper", async () => {
    const { page } = app.current;
    const hidden = (): Promise<readonly number[]> =>
      page.evaluate(() => {
        const row = [...document.querySelectorAll<HTMLElement>(".moc-path-row.has-focus")]
          .find((el) => el.style.display !== "none")
          ?.getBoundingClientRect();
        const all = document.querySelector(".moc-path-tree")?.getBoundingClientRect();
        return row && all
          ? [all.top - row.top, row.bottom - all.bottom].map((over) => Math.max(0, Math.trunc(over)))
          : [];
      });
    await tree(app.current).focus();
    await page.keyboard.press("Home");
    for (let step = 0; step < 40; step++) await page.keyboard.press("ArrowDown");
    expect(await hidden()).toEqual([0, 0]);
    for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowUp");
    expect(await hidden()).toEqual([0, 0]);
    await page.keyboard.press("Home");
  });
});

describe("the buttons of the mouse", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 800, sidebarWidth: 380 });

  it("open a menu on rows only, while the keyboard opens it on the row that it is on", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Short MOC.md", "## One\n\n- [[Patience]]\n- [[Scale]]\n");
    await openMap(app.current, "Short MOC.md");
    await tree(app.current).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    const { x = 0, y = 0, height = 0 } = (await tree(app.current).boundingBox()) ?? {};
    await page.mouse.click(x + 100, y + height - 20, { button: "right" });
    await page.waitForTimeout(100);
    expect(await page.locator(".menu-item").count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ContextMenu");
    await page.locator(".menu-item", { hasText: "Skipped" }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("do not mark by a middle click on a state, which opens the note in a tab behind like one on the title", async () => {
    const { page } = app.current;
    const row = page.locator(".moc-path-row:visible", { hasText: "Patience" }).first();
    await row.locator(".moc-path-state").click({ button: "middle" });
    await expect.poll(() => page.locator(".mod-root .workspace-tab-header", { hasText: "Patience" }).count()).toBe(1);
    expect(await row.getAttribute("class")).toContain("is-todo");
  });
});
