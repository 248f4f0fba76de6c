// The things a stranger stumbled over in the sidebar: keys by the screenful, tooltips, short and narrow panes, deep
// trees, figures beside figures.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { frames, useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

/** The maps that the roadmap views show, by path. */
const shown = (app: ObsidianApp): Promise<readonly unknown[]> =>
  app.executeObsidian(({ app: { workspace } }) =>
    workspace.getLeavesOfType("moc-path-roadmap").map(({ view }) => view.getState()["map"]),
  );

/** Writes a map and shows it. */
async function openText(app: ObsidianApp, path: string, text: string): Promise<void> {
  await app.obsidianPage.write(path, text);
  await openMap(app, path);
  await expect.poll(() => shown(app)).toEqual([path]);
  await frames(app);
}

function row({ page }: ObsidianApp, title: string): Locator {
  return page.locator(".moc-path-row:visible", { hasText: title }).first();
}

describe("the keyboard in the tree", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 960, sidebarWidth: 320 });
  const focused = (): Promise<string | null> =>
    app.current.page.locator(".moc-path-row.has-focus:visible .moc-path-title").textContent();

  it("moves by a screenful, with the cursor", async () => {
    const { page } = app.current;
    await openText(
      app.current,
      "Long MOC.md",
      `## Long\n\n${Array.from({ length: 90 }, (_, at) => `- [[Note ${at}]]\n`).join("")}`,
    );
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    const first = Number((await focused())?.slice(5));
    expect(first).toBeGreaterThan(8);
    await page.keyboard.press("PageDown");
    expect(Number((await focused())?.slice(5))).toBeGreaterThan(first + 8);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    expect(await focused()).toBe("Long");
  });

  it("goes back to the map that another was reached from", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await row(app.current, "Enriched doughs").locator(".moc-path-title").click();
    await expect.poll(() => page.locator(".moc-path-map-name").textContent()).toBe("Enriched doughs");
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Backspace");
    await expect.poll(() => page.locator(".moc-path-map-name").textContent()).toBe("Bread from scratch");
  });
});

describe("the tooltip of a row", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 700, sidebarWidth: 320 });
  const REMARK = "a remark that goes on and on, far beyond what anybody reads on a tooltip, ".repeat(6);
  const tooltip = (): Locator => app.current.page.locator(".tooltip");

  it("says what is cut or not shown, in few words, and covers nothing of the pane", async () => {
    const { page } = app.current;
    await openText(
      app.current,
      "Tip MOC.md",
      `## One\n\n- [[Short]] — ${REMARK}\n- [[A note with a title that no narrow pane can show to its very end]]\n- [[Plain]]\n`,
    );
    await row(app.current, "Short").locator(".moc-path-title").hover();
    await tooltip().waitFor();
    expect((await tooltip().textContent())?.length).toBe(300);
    expect(await tooltip().textContent()).not.toContain("Short");
    const box = await tooltip().boundingBox();
    const pane = await page.locator(".moc-path-view").boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(pane?.x ?? 0);
    await row(app.current, "A note").locator(".moc-path-title").hover();
    await expect
      .poll(() => tooltip().textContent())
      .toBe("A note with a title that no narrow pane can show to its very end");
    await row(app.current, "Plain").locator(".moc-path-title").hover();
    await page.waitForTimeout(1000);
    expect(await tooltip().count()).toBe(0);
  });
});

describe("the remark of the open note", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 700, sidebarWidth: 320 });

  it("stays on its one line, however long it is, and off the row below", async () => {
    await openMap(app.current, BREAD);
    await app.current.obsidianPage.openFile("Bread/Flour.md");
    const flour = row(app.current, "Flour");
    const remark = flour.locator(".moc-path-remark-text");
    await remark.waitFor();
    expect(await remark.evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(true);
    const [own, whole] = [await remark.boundingBox(), await flour.boundingBox()];
    expect((own?.y ?? 0) + (own?.height ?? Infinity)).toBeLessThanOrEqual((whole?.y ?? 0) + (whole?.height ?? 0));
  });
});

/** The names of the chips that are on and cut by an edge of their row. */
const chipsCut = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(() => {
    const box = document.querySelector(".moc-path-chips")?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll<HTMLElement>(".moc-path-chip.is-active")]
      .filter((el) => el.getBoundingClientRect().left < box.left || el.getBoundingClientRect().right > box.right)
      .map((el) => el.dataset["chip"]);
  });

describe("a chip at the edge of its row", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 700, sidebarWidth: 320 });

  it("is drawn into view once it is on, with the caret that it has then", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await page.locator(".moc-path-filter-button").click();
    await page.locator(".moc-path-chip[data-chip='upTo']").click();
    const caret = page.locator(".moc-path-chip[data-chip='upTo'] .moc-path-chip-caret");
    await caret.waitFor();
    const end = async (of: Locator): Promise<number> =>
      of.boundingBox().then((box) => (box?.x ?? 0) + (box?.width ?? Infinity));
    await expect.poll(() => end(caret)).toBeLessThan(await end(page.locator(".moc-path-chips:visible")));
  });

  it("stays in view beside the others that are asked for most, in the narrowest pane", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-clear").click();
    await app.current.executeObsidian(({ app: { workspace } }) => workspace.rightSplit.setSize(240));
    await page.locator(".moc-path-filter-button").click();
    for (const name of ["todo", "rated", "key"]) await page.locator(`.moc-path-chip[data-chip='${name}']`).click();
    await expect.poll(() => chipsCut(page)).toEqual([]);
    await page.locator(".moc-path-clear").click();
  });

  it("is in view where its map is shown again", async () => {
    const { page } = app.current;
    await page.locator(".moc-path-filter-button").click();
    await page.locator(".moc-path-chip[data-chip='done']").click();
    await app.current.obsidianPage.openFile("茶/_MOC.md");
    await expect.poll(() => page.locator(".moc-path-chip.is-active:visible").count()).toBe(0);
    await app.current.obsidianPage.openFile(BREAD);
    await page.locator(".moc-path-chip.is-active:visible").waitFor();
    await expect.poll(() => chipsCut(page)).toEqual([]);
  });
});

describe("a short pane", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 800, height: 400, sidebarWidth: 320 });

  it("leaves half of its height to the tree, and less to the header the shorter it is", async () => {
    await openMap(app.current, BREAD);
    for (const height of [400, 300]) {
      await app.current.page.setViewportSize({ width: 800, height });
      await app.current.screenshot(`short-${height}`);
      const share = await app.current.page.evaluate(
        () =>
          (document.querySelector(".moc-path-tree")?.clientHeight ?? 0) /
          (document.querySelector(".moc-path-view")?.clientHeight ?? 1),
      );
      expect(share, `at ${height}`).toBeGreaterThan(0.5);
    }
  });
});

describe("a phone's pane", () => {
  const app = useObsidian({ device: "phone", theme: "light", lang: "en", width: 390, height: 844 });

  it("shows the tree from its upper third on", async () => {
    await openMap(app.current, BREAD);
    const top = await app.current.page.evaluate(
      () => (document.querySelector(".moc-path-tree")?.getBoundingClientRect().top ?? 0) / innerHeight,
    );
    expect(top).toBeLessThan(0.4);
  });
});

for (const theme of ["light", "dark"] as const) {
  describe(`shapes and depths in the ${theme} theme`, () => {
    const app = useObsidian({ theme, lang: "en", width: 900, height: 900, sidebarWidth: 240 });

    it("stand out three to one: circles to do, levels that are not on, stars", async () => {
      await openMap(app.current, BREAD);
      const ratios = await app.current.page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const light = (color: string): number => {
          if (!canvas) return NaN;
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) =>
            one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const back = light(
          getComputedStyle(
            document.querySelector(".mod-right-split .workspace-tab-container, .mod-right-split") ?? document.body,
          ).getPropertyValue("--background-secondary"),
        );
        return [".mod-note.is-todo .moc-path-state", ".moc-path-level:not(.is-active)", ".moc-path-stars-short"].map(
          (selector) => {
            const own = light(getComputedStyle(document.querySelector(selector) ?? document.body).color);
            return (Math.max(own, back) + 0.05) / (Math.min(own, back) + 0.05);
          },
        );
      });
      for (const ratio of ratios) expect(ratio).toBeGreaterThan(3);
    });

    it("leave titles their room at any depth: of stars a narrow pane says the number", async () => {
      const levels = Array.from({ length: 11 }, (_, at) => `${"  ".repeat(at)}- [[Deep note ${at}]] ★★★★\n`).join("");
      await openText(app.current, "Deep MOC.md", `## One\n\n${levels}`);
      const widths = (part: string): Promise<readonly number[]> =>
        app.current.page
          .locator(`.moc-path-row.mod-entry:visible ${part}`)
          .evaluateAll((els) => els.map((el) => el.getBoundingClientRect().width));
      await expect.poll(async () => (await widths(".moc-path-inner")).length).toBe(11);
      await app.current.screenshot(`deep-${theme}`);
      expect(Math.min(...(await widths(".moc-path-inner")))).toBeGreaterThan(85);
      const deepest = row(app.current, "Deep note 10");
      expect(await deepest.locator(".moc-path-stars").isVisible()).toBe(false);
      expect(await deepest.locator(".moc-path-stars-short").isVisible()).toBe(true);
      const starts = await app.current.page
        .locator(".moc-path-row.mod-entry:visible .moc-path-title")
        .evaluateAll((els) => els.map((el) => el.getBoundingClientRect().left));
      expect(starts.slice(1).every((start, index) => start > (starts[index] ?? 0))).toBe(true);
      expect(await app.current.page.locator(".moc-path-tree").evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(
        false,
      );
    });
  });
}
