// Things that stay where they are in a long tree while its rows become others: the row in view, and the row that has
// the keyboard; and what the header says then.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";
import { TREE_WINDOW } from "./quiet";

/** Twenty chapters of fifteen entries each, all of them notes. */
const titles = Array.from({ length: 20 }, (_, chapter) =>
  Array.from({ length: 15 }, (__, entry) => `Aa-${chapter}-${entry}`),
);
const longMap = (before = ""): string =>
  before +
  titles
    .map((notes, chapter) => `## Chapter ${chapter}\n\n${notes.map((note) => `- [[${note}]]\n`).join("")}`)
    .join("\n");

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

/** The demo vault, and the notes of the chapters. */
const vault = mkdtempSync(join(tmpdir(), "moc-path-staying-"));
cpSync("tests/fixtures/vault", vault, { recursive: true });
for (const name of titles.flat()) writeFileSync(join(vault, `${name}.md`), "x\n");
afterAll(() => rmSync(vault, { recursive: true }));

const tree = ({ page }: ObsidianApp): Locator => page.locator(".moc-path-tree");
const scrollTop = (app: ObsidianApp): Promise<number> => tree(app).evaluate((el) => el.scrollTop);

/** The value this device keeps under a key. */
const stored = ({ page }: ObsidianApp, name: string): Promise<string | undefined> =>
  page.evaluate((wanted) => {
    const key = Object.keys(localStorage).find((one) => one.endsWith(wanted));
    return key === undefined ? undefined : (localStorage.getItem(key) ?? undefined);
  }, name);

/**
 * Waits until scrolling has rested for as long as it takes until its place is kept: that shows nowhere, and what is
 * kept may be the same as before.
 */
const rest = ({ page }: ObsidianApp): Promise<void> => page.waitForTimeout(400);

async function scrollTo(app: ObsidianApp, top: number): Promise<void> {
  await tree(app).evaluate((el, to) => (el.scrollTop = to), top);
  await frames(app);
}

/** The title of the row at the upper edge of the tree, and where it begins from there. */
const topRow = ({ page }: ObsidianApp): Promise<{ readonly title: string | undefined; readonly at: number }> =>
  page.evaluate(() => {
    const { left, top } = document.querySelector(".moc-path-tree")?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const row = document.elementFromPoint(left + 120, top + 6)?.closest(".moc-path-row");
    return {
      title: row?.querySelector(".moc-path-title")?.textContent,
      at: Math.round((row?.getBoundingClientRect().top ?? NaN) - top),
    };
  });

/** The title of the row that has the keyboard. */
const cursor = ({ page }: ObsidianApp): Promise<string | null> =>
  page.locator(".moc-path-row.has-focus:visible .moc-path-title").textContent();

async function press({ page }: ObsidianApp, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

describe("a long tree", () => {
  const app = useObsidian({ ...TREE_WINDOW, vault });

  it("keeps the row in view when rows are added and taken away above it", async () => {
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await openMap(app.current, "Aa MOC.md");
    await scrollTo(app.current, 3010);
    const before = await topRow(app.current);
    const [top, added] = [await scrollTop(app.current), "## New\n\n- [[Aa-0-0]]\n- [[Aa-0-1]]\n\n"];
    await app.current.obsidianPage.write("Aa MOC.md", longMap(added));
    await expect.poll(() => scrollTop(app.current)).toBeGreaterThan(top + 52);
    expect(await topRow(app.current)).toEqual(before);
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await expect.poll(() => scrollTop(app.current)).toBe(top);
    expect(await topRow(app.current)).toEqual(before);
  });

  it("goes on from the row at the same place when the one that had the keyboard is done and hidden", async () => {
    await app.current.executeObsidianCommand("moc-path:toggle-done");
    await tree(app.current).focus();
    await press(app.current, "Home");
    await press(app.current, "ArrowDown", 60);
    expect(await cursor(app.current)).toBe("Aa-3-11");
    const top = await scrollTop(app.current);
    await press(app.current, "d");
    await expect.poll(() => cursor(app.current)).toBe("Aa-3-12");
    // The first mark says where progress is kept: the tree is lower meanwhile.
    await app.current.page.locator(".moc-path-offer-close").evaluate((el: HTMLElement) => el.click());
    await press(app.current, "d");
    await expect.poll(() => cursor(app.current)).toBe("Aa-3-13");
    await press(app.current, "ArrowDown");
    expect(await cursor(app.current)).toBe("Aa-3-14");
    expect(Math.abs((await scrollTop(app.current)) - top)).toBeLessThan(60);
    // Hidden rows count all the same.
    expect(
      await app.current.page
        .locator(".moc-path-row.mod-division:visible", { hasText: "Chapter 3" })
        .locator(".moc-path-count")
        .textContent(),
    ).toBe("2/15");
    await app.current.executeObsidianCommand("moc-path:toggle-done");
    await expect.poll(() => cursor(app.current)).toBe("Aa-3-14");
  });

  it("keeps its place at another level: the chapter that was in view is at the top, until its entries are shown again", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write(
      "Aa MOC.md",
      `${longMap()}\n${Array.from({ length: 40 }, (_, at) => `## More ${at}\n\n- [[Aa-0-${at % 15}]]\n`).join("\n")}`,
    );
    await expect
      .poll(() => page.locator(".moc-path-level[aria-label^='Chapters']").getAttribute("aria-label"))
      .toBe("Chapters: 60");
    await tree(app.current).focus();
    await scrollTo(app.current, 4000);
    const before = await topRow(app.current);
    expect(before.title).toMatch(/^Aa-9-/);
    await page.locator(".moc-path-level[aria-label^='Chapters']").click();
    await frames(app.current);
    expect(await topRow(app.current)).toEqual({ title: "Chapter 9", at: expect.any(Number) as number });
    expect((await topRow(app.current)).at).toBeGreaterThanOrEqual(0);
    expect(await cursor(app.current)).toBe("Chapter 3");
    await page.locator(".moc-path-level[aria-label^='Entries']").click();
    await frames(app.current);
    expect(await topRow(app.current)).toEqual(before);
  });

  it("keeps the row that has the keyboard in view when rows come above it, and remembers where it was", async () => {
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await frames(app.current);
    await scrollTo(app.current, 0);
    await tree(app.current).focus();
    await press(app.current, "Home");
    const fits = await tree(app.current).evaluate((el) => Math.floor((el.clientHeight - 60) / 26));
    await press(app.current, "ArrowDown", fits - 1);
    const [title, top] = [await cursor(app.current), await scrollTop(app.current)];
    const below = (): Promise<number> =>
      app.current.page.evaluate(() => {
        const [row, view] = [
          document.querySelector(".moc-path-row.has-focus"),
          document.querySelector(".moc-path-tree"),
        ].map((el) => el?.getBoundingClientRect().bottom ?? NaN);
        return Math.round((row ?? NaN) - (view ?? NaN));
      });
    expect(await below()).toBeGreaterThan(-60);
    await app.current.obsidianPage.write(
      "Aa MOC.md",
      longMap().replace("- [[Aa-0-5]]", "- [[Aa-1-1]]\n- [[Aa-1-2]]\n- [[Aa-1-3]]\n- [[Aa-1-4]]\n- [[Aa-0-5]]"),
    );
    await expect.poll(() => scrollTop(app.current)).toBeGreaterThan(top);
    expect(await cursor(app.current)).toBe(title);
    expect(await below()).toBeLessThanOrEqual(0);
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await expect.poll(() => scrollTop(app.current)).toBe(top);
    expect([await cursor(app.current), (await below()) <= 0]).toEqual([title, true]);
  });
});

describe("where a map was scrolled to", () => {
  const app = useObsidian(TREE_WINDOW);

  it("is kept for each map, and not taken over by another", async () => {
    // Both maps have chapters of the same names: their rows have the same identities.
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await app.current.obsidianPage.write("Bb MOC.md", longMap());
    await openMap(app.current, "Aa MOC.md");
    await scrollTo(app.current, 3007);
    const place = await topRow(app.current);
    await openMap(app.current, "Bb MOC.md");
    await frames(app.current);
    expect(await scrollTop(app.current)).toBe(0);
    await scrollTo(app.current, 500);
    await openMap(app.current, "Aa MOC.md");
    await frames(app.current);
    expect([await scrollTop(app.current), await topRow(app.current)]).toEqual([3007, place]);
    await openMap(app.current, "Bb MOC.md");
    await frames(app.current);
    expect(await scrollTop(app.current)).toBe(500);
  });

  it("is kept over a restart, and while the map gets another name", async () => {
    await openMap(app.current, "Aa MOC.md");
    await app.current.page.waitForTimeout(500);
    await app.current.reloadApp();
    await openMap(app.current, "Aa MOC.md");
    await expect.poll(() => scrollTop(app.current)).toBe(3007);
    await app.current.executeObsidian(async ({ app: { vault, fileManager } }) => {
      const file = vault.getFileByPath("Aa MOC.md");
      if (file) await fileManager.renameFile(file, "Cc MOC.md");
    });
    await expect.poll(() => app.current.page.locator(".moc-path-map-name").textContent()).toBe("Cc MOC");
    await expect.poll(() => scrollTop(app.current)).toBe(3007);
  });

  it("is kept while nothing matches", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-search input").fill("nothing like it");
    await page.locator(".moc-path-empty-title").waitFor();
    await page.locator(".moc-path-search input").fill("");
    await expect.poll(() => scrollTop(app.current)).toBe(3007);
  });
});

describe("where the reader was in a long tree", () => {
  const app = useObsidian({ ...TREE_WINDOW, vault });
  const selected = (): Promise<number> =>
    app.current.page.locator(".moc-path-row[aria-selected='true']:visible").count();
  const search = (): Locator => app.current.page.locator(".moc-path-search input");

  it("is kept when its chapter gets another name: row, selection and what is in view", async () => {
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await openMap(app.current, "Aa MOC.md");
    await tree(app.current).focus();
    await press(app.current, "ArrowDown", 60);
    await press(app.current, "Shift+ArrowDown", 2);
    expect([await cursor(app.current), await selected()]).toEqual(["Aa-3-13", 3]);
    await frames(app.current);
    const [before, top] = [await topRow(app.current), await scrollTop(app.current)];
    await app.current.obsidianPage.write("Aa MOC.md", longMap().replace("## Chapter 3\n", "## Chapter Three\n"));
    await app.current.page.locator(".moc-path-title", { hasText: "Chapter Three" }).waitFor({ state: "attached" });
    expect([await cursor(app.current), await selected()]).toEqual(["Aa-3-13", 3]);
    expect([await topRow(app.current), await scrollTop(app.current)]).toEqual([before, top]);
    await press(app.current, "Escape");
  });

  it("is found again when a search is cleared, or a filter and a level are taken back", async () => {
    const { page } = app.current;
    const before = await topRow(app.current);
    const chip = page.locator(".moc-path-chip[data-chip='todo']");
    await page.locator(".moc-path-filter-button").click();
    const away: readonly (readonly [away: () => Promise<void>, back: () => Promise<void>])[] = [
      [() => search().pressSequentially("Aa-9"), async () => search().press("Escape")],
      [
        async () => app.current.executeObsidianCommand("moc-path:level-chapter"),
        async () => app.current.executeObsidianCommand("moc-path:level-entry"),
      ],
      [() => chip.click(), () => chip.click()],
    ];
    for (const [go, back] of away) {
      await go();
      await frames(app.current);
      await back();
      await expect.poll(() => topRow(app.current)).toEqual(before);
      expect(await cursor(app.current)).toBe("Aa-3-13");
    }
  });

  it("is found again after a list too short to scroll, by the mouse alone and by the keyboard, and after one that is empty", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write(
      "Aa MOC.md",
      longMap().replace("[[Aa-2-3]]", "[[Aa-2-3]] 🔥").replace("[[Aa-15-3]]", "[[Aa-15-3]] 🔥"),
    );
    const chip = page.locator(".moc-path-chip[data-chip='hot']");
    await chip.waitFor();
    const levels = (name: string): Promise<void> => page.locator(`.moc-path-level[aria-label^='${name}']`).click();
    const away: readonly (readonly [away: () => Promise<void>, back: () => Promise<void>])[] = [
      [() => search().pressSequentially("Aa-15-3"), async () => search().press("Escape")],
      [() => search().pressSequentially("Aa-4-1"), async () => search().fill("")],
      [() => search().pressSequentially("zzz"), async () => search().press("Escape")],
      [() => chip.click(), () => chip.click()],
      [() => levels("Chapters"), () => levels("Entries")],
    ];
    for (const withKeyboard of [false, true]) {
      await scrollTo(app.current, 4000);
      if (withKeyboard) await page.locator(".moc-path-row.mod-entry:visible").filter({ hasText: "Aa-9-12" }).click();
      if (withKeyboard) await openMap(app.current, "Aa MOC.md");
      await frames(app.current);
      const before = await topRow(app.current);
      expect(before.title).toMatch(/^Aa-9-/);
      for (const [go, back] of away) {
        await go();
        await frames(app.current);
        expect(await tree(app.current).evaluate((el) => el.scrollHeight - el.clientHeight)).toBeLessThan(200);
        await rest(app.current);
        await back();
        await expect.poll(() => topRow(app.current)).toEqual(before);
        if (withKeyboard) expect(await cursor(app.current)).toBe("Aa-9-12");
      }
    }
  });

  it("is where a row was clicked: what is folded by hand stays where it is", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await scrollTo(app.current, 2600);
    await page.locator(".moc-path-level[aria-label^='Chapters']").click();
    await frames(app.current);
    const chapter = page.locator(".moc-path-row.mod-chapter:visible").filter({ hasText: "Chapter 5" });
    const top = (): Promise<number> => chapter.evaluate((el) => Math.round(el.getBoundingClientRect().top));
    await page
      .locator(".moc-path-row.mod-chapter:visible")
      .filter({ hasText: "Chapter 6" })
      .locator(".moc-path-chevron")
      .click();
    const before = await top();
    await chapter.locator(".moc-path-chevron").click();
    await frames(app.current);
    expect(await top()).toBe(before);
    await page.locator(".moc-path-level[aria-label^='Entries']").click();
  });

  it("is found again after a restart with a filter on, and what is searched for begins at its first row", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write("Aa MOC.md", longMap().replace("[[Aa-15-3]]", "[[Aa-15-3]] 🔥"));
    const chip = page.locator(".moc-path-chip[data-chip='hot']");
    await chip.waitFor();
    await scrollTo(app.current, 4000);
    const before = await topRow(app.current);
    await chip.click();
    await rest(app.current);
    await app.current.reloadApp();
    await openMap(app.current, "Aa MOC.md");
    await page.locator(".moc-path-chip", { hasText: "🔥" }).click();
    await expect.poll(() => topRow(app.current)).toEqual(before);
    await search().fill("Aa-");
    await frames(app.current);
    expect(await scrollTop(app.current)).toBe(0);
    await search().fill("");
    await expect.poll(() => topRow(app.current)).toEqual(before);
    await page.locator(".moc-path-row.mod-entry:visible").filter({ hasText: "Aa-9-12" }).click();
    await openMap(app.current, "Aa MOC.md");
  });

  it("does not move with the keyboard's row while the reader is elsewhere", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await tree(app.current).focus();
    await expect.poll(() => cursor(app.current)).toBe("Aa-9-12");
    await search().focus();
    const before = await topRow(app.current);
    await app.current.obsidianPage.write(
      "Aa MOC.md",
      longMap().replace("- [[Aa-9-12]]\n", "").replace("- [[Aa-0-0]]\n", "- [[Aa-9-12]]\n- [[Aa-0-0]]\n"),
    );
    const moved = page.locator(".moc-path-row:visible").filter({ hasText: "Aa-9-12" });
    await expect.poll(() => moved.count()).toBe(0);
    expect(await topRow(app.current)).toEqual(before);
    await app.current.obsidianPage.write("Aa MOC.md", longMap());
    await expect.poll(() => moved.count()).toBe(1);
    expect(await topRow(app.current)).toEqual(before);
  });

  it("keeps what is selected through a search that hides it", async () => {
    await tree(app.current).focus();
    await press(app.current, "Shift+ArrowDown", 2);
    expect(await selected()).toBe(3);
    await search().pressSequentially("Aa-1-1");
    await frames(app.current);
    expect(await selected()).toBe(0);
    await search().press("Escape");
    expect([await selected(), await cursor(app.current)]).toEqual([3, "Aa-9-14"]);
    await press(app.current, "Escape");
  });

  it("is the first that was found for who goes on from a search", async () => {
    const { page } = app.current;
    await search().fill("Aa-2-");
    await page.locator(".moc-path-match").first().waitFor();
    await search().press("ArrowDown");
    expect(await cursor(app.current)).toBe("Aa-2-0");
    await search().fill("");
  });
});

describe("a heading that is rewritten", () => {
  const app = useObsidian({ ...TREE_WINDOW, vault });
  const MAP =
    "## One\n\n> Prerequisites: [[Overview]]\n\n- [[Aa-0-0]]\n\n### Parts\n\n- [[Aa-0-1]]\n- [[Aa-0-2]]\n- Ovens\n  - [[Aa-0-3]]\n  - [[Aa-0-4]]\n- a topic\n\n### More\n\n- [[Aa-0-5]]\n\n## Two\n\n- [[Aa-0-6]]\n";
  const rows = (): Promise<readonly string[]> =>
    app.current.page
      .locator(".moc-path-row:visible")
      .evaluateAll((els) =>
        els
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((el) => el.querySelector(".moc-path-title, .moc-path-relation-title")?.textContent ?? ""),
      );
  const cursorIs = (): Promise<string | null> =>
    app.current.page
      .locator(
        ".moc-path-row.has-focus:visible .moc-path-title, .moc-path-row.has-focus:visible .moc-path-relation-title",
      )
      .first()
      .textContent();

  it("keeps its folds, and the keyboard on whatever row it is on", async () => {
    await app.current.obsidianPage.write("Dd MOC.md", MAP);
    await openMap(app.current, "Dd MOC.md");
    await tree(app.current).focus();
    for (const title of ["Things worth learning slowly", "Parts", "Ovens", "1 topic", "More"]) {
      for (let downs = 0; downs < 20 && (await cursorIs()) !== title; downs++) await press(app.current, "ArrowDown");
      expect(await cursorIs()).toBe(title);
      await app.current.obsidianPage.write("Dd MOC.md", MAP.replace("## One", "## I One"));
      await app.current.page.locator(".moc-path-title", { hasText: "I One" }).waitFor();
      expect(await cursorIs()).toBe(title);
      await app.current.obsidianPage.write("Dd MOC.md", MAP);
      await expect.poll(() => rows()).toContain("One");
      expect(await cursorIs()).toBe(title);
    }
    await press(app.current, "ArrowLeft");
    await press(app.current, "ArrowUp", 3);
    await press(app.current, "ArrowLeft", 2);
    const folded = [
      "One",
      "Things worth learning slowly",
      "Aa-0-0",
      "Parts",
      "Aa-0-1",
      "Aa-0-2",
      "Ovens",
      "1 topic",
      "More",
      "Two",
      "Aa-0-6",
    ];
    expect(await rows()).toEqual(folded);
    for (const [from, to] of [
      ["## One", "## I"],
      ["### More", "### Some more"],
      ["### More", "## More"],
    ] as const) {
      await app.current.obsidianPage.write("Dd MOC.md", MAP.replace(from, to));
      const name = (text: string): string => text.replace(/^#+ /, "");
      await expect.poll(() => rows()).toEqual(folded.map((title) => (title === name(from) ? name(to) : title)));
      await app.current.obsidianPage.write("Dd MOC.md", MAP);
      await expect.poll(() => rows()).toEqual(folded);
    }
  });
});

describe("what is remembered of a map whose headings are rewritten", () => {
  const app = useObsidian({ ...TREE_WINDOW, vault });

  it("is how far it was scrolled, and the row that was left", async () => {
    await app.current.obsidianPage.write("Bb MOC.md", "- [[Aa-0-0]]\n");
    await app.current.obsidianPage.write("Aa MOC.md", longMap().replace("[[Aa-9-12]]", "[[Bb MOC]]"));
    await openMap(app.current, "Aa MOC.md");
    await scrollTo(app.current, 4000);
    await expect.poll(() => stored(app.current, "moc-path-places")).toContain("/Chapter 9");
    await app.current.page.locator(".moc-path-row.mod-map:visible .moc-path-title").click();
    await expect.poll(() => app.current.page.locator(".moc-path-map-name").textContent()).toBe("Bb MOC");
    await tree(app.current).focus();
    await press(app.current, "Backspace");
    await expect.poll(() => scrollTop(app.current)).toBe(4000);
    expect(await cursor(app.current)).toBe("Bb MOC");
    await app.current.obsidianPage.write(
      "Aa MOC.md",
      longMap().replace("[[Aa-9-12]]", "[[Bb MOC]]").replaceAll("## Chapter", "## Part"),
    );
    await app.current.page.locator(".moc-path-title", { hasText: "Part 10" }).waitFor({ state: "attached" });
    await openMap(app.current, "Bb MOC.md");
    await openMap(app.current, "Aa MOC.md");
    await frames(app.current);
    expect([await scrollTop(app.current), await cursor(app.current)]).toEqual([4000, "Bb MOC"]);
  });

  it("is what was folded in another view of it", async () => {
    const folds = (): Promise<string | undefined> => stored(app.current, "moc-path-folds");
    await app.current.executeObsidian(async ({ app: { workspace } }) => {
      await workspace.getRightLeaf(true)?.setViewState({ type: "moc-path-roadmap", state: { map: "Aa MOC.md" } });
      const [first] = workspace.getLeavesOfType("moc-path-roadmap");
      if (first) await workspace.revealLeaf(first);
    });
    await tree(app.current).first().focus();
    await press(app.current, "Home");
    await press(app.current, "ArrowLeft");
    await expect.poll(folds).toContain("/Part 0");
    await app.current.obsidianPage.write("Aa MOC.md", longMap().replaceAll("## Chapter", "## Step"));
    await expect.poll(folds).toContain("/Step 0");
    await frames(app.current);
    expect(await folds()).toContain("/Step 0");
  });
});

describe("the lines that a map counts", () => {
  const app = useObsidian(TREE_WINDOW);
  const lines = (): Promise<string | null> => app.current.page.locator(".moc-path-done-of").getAttribute("aria-label");

  it("are those of its notes as they are now: one that is written, one that grows, one that is deleted", async () => {
    const { obsidianPage } = app.current;
    await obsidianPage.write("Known.md", "1\n2\n3\n4\n5");
    await obsidianPage.write("Cc MOC.md", "- [[Known]]\n- [[Wanted]]\n");
    await openMap(app.current, "Cc MOC.md");
    await expect.poll(lines).toContain("0 of 5 lines");
    await obsidianPage.write("Wanted.md", "1\n2\n3");
    await expect.poll(lines).toContain("0 of 8 lines");
    await obsidianPage.write("Wanted.md", "1\n2\n3\n4");
    await expect.poll(lines).toContain("0 of 9 lines");
    await app.current.executeObsidian(async ({ app: { vault } }) => {
      const file = vault.getFileByPath("Wanted.md");
      if (file) await vault.delete(file);
    });
    await expect.poll(lines).toContain("0 of 5 lines");
  });
});
