// The view for a screen reader and the keyboard: axe finds nothing in any state of it, marks are announced, errors
// leave the tree in place.
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";
import { findings as findingsIn, findingsInBothThemes } from "./findings";

const BREAD = "Bread/Bread MOC.md";

const findings = (app: ObsidianApp, within = ".moc-path-view"): Promise<readonly string[]> => findingsIn(app, within);

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

for (const theme of ["light", "dark"] as const) {
  describe(`the view in the ${theme} theme`, () => {
    const app = useObsidian({ theme, lang: "en", width: 1100, height: 1000, sidebarWidth: 360 });

    it("has nothing that axe finds while no map is chosen", async () => {
      await app.current.executeObsidianCommand("moc-path:open-roadmap");
      await app.current.page.locator(".moc-path-row:visible").first().waitFor();
      expect(await findings(app.current)).toEqual([]);
    });

    it("has nothing that axe finds with a map, fresh, marked, selected, folded and filtered", async () => {
      const { page } = app.current;
      for (const path of [BREAD, "茶/_MOC.md", "Overview.md"]) {
        await openMap(app.current, path);
        expect(await findings(app.current), path).toEqual([]);
      }
      await openMap(app.current, BREAD);
      const states = page.locator(".moc-path-row.mod-note:visible .moc-path-state");
      await states.nth(0).click({ modifiers: ["Shift"] });
      await states.nth(1).click({ modifiers: ["Alt"] });
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("d");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Shift+ArrowDown");
      await page.locator(".moc-path-row.is-done").first().waitFor();
      expect(await findings(app.current)).toEqual([]);
      await app.current.executeObsidianCommand("moc-path:level-chapter");
      expect(await findings(app.current)).toEqual([]);
      await page.locator(".moc-path-search input").fill("ferm");
      await page.locator(".moc-path-match").first().waitFor();
      expect(await findings(app.current)).toEqual([]);
      await page.locator(".moc-path-search input").fill("nothing like it");
      await page.locator(".moc-path-empty-title").waitFor();
      expect(await findings(app.current)).toEqual([]);
      await page.locator(".moc-path-search input").fill("");
    });

    it("has nothing that axe finds with the card's note open, on all maps, at a map's end, in the check", async () => {
      const { page } = app.current;
      await openMap(app.current, "茶/_MOC.md");
      await page.locator(".moc-path-next").click();
      await page.locator(".moc-path-done-next").waitFor();
      expect(await findings(app.current)).toEqual([]);
      await app.current.executeObsidianCommand("moc-path:open-all-maps");
      await page.locator(".moc-path-row.mod-map").first().waitFor();
      expect(await findings(app.current)).toEqual([]);
      await openMap(app.current, "茶/_MOC.md");
      await page.locator(".moc-path-map-name", { hasText: "茶" }).waitFor();
      await app.current.executeObsidianCommand("moc-path:level-entry");
      await page.locator(".moc-path-tree").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("d");
      await page.locator(".moc-path-card.mod-finished").waitFor();
      expect(await findings(app.current)).toEqual([]);
      await page.keyboard.press("t");
      await app.current.executeObsidianCommand("moc-path:check-all");
      await page.locator(".moc-path-check-row.mod-finding").first().waitFor();
      expect(await findings(app.current, ".moc-path-check")).toEqual([]);
    });

    it("has nothing that axe finds in its menus, in the switcher, and with remarks", async () => {
      const { page } = app.current;
      await openMap(app.current, BREAD);
      await app.current.executeObsidianCommand("moc-path:level-entry");
      const menus: readonly (readonly [string, "left" | "right"])[] = [
        [".moc-path-row.mod-note:visible", "right"],
        [".moc-path-row.mod-division:visible", "right"],
        [".moc-path-more", "left"],
      ];
      for (const [selector, button] of menus) {
        await app.current.dismissNotices();
        await page.locator(selector).first().click({ button });
        await page.locator(".menu-item").first().waitFor();
        expect(await findings(app.current, ".menu"), selector).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.locator(".moc-path-map-title").click();
      await page.locator(".suggestion-item").first().waitFor();
      expect(await findings(app.current, ".prompt-results")).toEqual([]);
      await page.keyboard.press("Escape");
      await app.current.executeObsidianCommand("moc-path:toggle-remarks");
      await page.locator(".moc-path-remark:visible").first().waitFor();
      expect(await findings(app.current)).toEqual([]);
      await app.current.executeObsidianCommand("moc-path:toggle-remarks");
    });

    it("has nothing that axe finds on the sheet of keys", async () => {
      const { page } = app.current;
      await app.current.executeObsidianCommand("moc-path:show-keys");
      await page.locator(".moc-path-help dd").first().waitFor();
      expect(await findings(app.current, ".moc-path-help .modal-content")).toEqual([]);
      await page.keyboard.press("Escape");
    });
  });
}

describe("a reader who does not look at the screen", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1100, height: 900, sidebarWidth: 360 });
  const live = (): Promise<string | null> => app.current.page.locator(".moc-path-live").textContent();

  it("hears what a mark did, and how far along the map is", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("Home");
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("d");
    await expect.poll(live).toBe("Water, Done, 1 of 21");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("d");
    await expect.poll(live).toBe("Salt, Done, 2 of 21");
  });

  it("hears what a rating is now, of one entry and of several", async () => {
    const { page } = app.current;
    await page.keyboard.press("Escape");
    await page.keyboard.press("3");
    await expect.poll(live).toBe("Salt, 3 of 5 stars");
    await page.keyboard.press("0");
    await expect.poll(live).toBe("Salt, No rating");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("4");
    await expect.poll(live).toBe("2 entries, 4 of 5 stars");
  });

  it("keeps the notes of the last good tree when drawing fails, with the error one click away", async () => {
    const { page } = app.current;
    const titles = async (): Promise<readonly string[]> =>
      (await page.locator(".moc-path-row.mod-entry:visible .moc-path-title").allTextContents()).slice(0, 12);
    // The changes that the ratings before made to the map are read, and drawn, a little later.
    let before = await titles();
    const isStill = async (): Promise<boolean> => {
      const last = before;
      before = await titles();
      return before.join() === last.join();
    };
    await expect.poll(async () => (await isStill()) && (await isStill()), { interval: 300 }).toBe(true);
    await page.evaluate(() => {
      const format = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, "format");
      Object.defineProperty(Intl.NumberFormat.prototype, "format", {
        configurable: true,
        get(this: Intl.NumberFormat): unknown {
          if ("broken" in window) throw new Error("no figures today");
          return format?.get?.call(this);
        },
      });
      Object.assign(window, { broken: true });
    });
    await page.locator(".moc-path-row.mod-note:not(.is-done):visible .moc-path-state").first().click();
    await app.current.dismissNotices();
    await page.locator(".moc-path-failure summary").click();
    await expect.poll(() => page.locator(".moc-path-failure pre").textContent()).toContain("no figures today");
    expect(await findingsInBothThemes(app.current, ".moc-path-view")).toEqual([]);
    expect(await titles()).toEqual(before);
    expect(await page.locator(".moc-path-map-name").textContent()).toBe("Bread from scratch");
    expect(await page.locator(".moc-path-failure button").isVisible()).toBe(true);
    // In one step: whatever else draws in between would mend it as well.
    await page.locator(".moc-path-failure button").evaluate((el: HTMLElement) => {
      Reflect.deleteProperty(window, "broken");
      el.click();
    });
    expect(app.current.takeErrors().join()).toContain("no figures today");
    await expect.poll(() => page.locator(".moc-path-failure").isVisible()).toBe(false);
  });
});

describe("a reader who wants less motion", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1100, height: 900, sidebarWidth: 360 });

  /** The classes of what moves by itself in the view and on its rows; pseudo-elements, too. */
  const moving = (): Promise<readonly string[]> =>
    app.current.page.evaluate(() =>
      [...document.querySelectorAll(".moc-path-view, .moc-path-view *")].flatMap((el) =>
        [undefined, "::before", "::after"].flatMap((pseudo) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(el, pseudo);
          const isStill = /^[0s, ]*$/.test(transitionDuration) && animationName === "none" && scrollBehavior === "auto";
          return isStill || !el.className.toString().includes("moc-path")
            ? []
            : `${el.className.toString()}${pseudo ?? ""}`;
        }),
      ),
    );

  it("sees none in the view", async () => {
    const { page } = app.current;
    await openMap(app.current, BREAD);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect((await moving()).join(), "else nothing is tested").toContain("moc-path-bar");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await moving()).toEqual([]);
  });
});

describe("a reader who has zoomed in to 200 %", () => {
  // A window of 1100 by 900 at that zoom.
  const app = useObsidian({ theme: "light", lang: "en", width: 550, height: 450, scale: 2, sidebarWidth: 280 });

  it("has all of the view in its width, can reach every row, and marks one", async () => {
    const { page } = app.current;
    await app.current.executeObsidian(({ app: { workspace } }) => workspace.leftSplit.collapse());
    await openMap(app.current, BREAD);
    const overflow = await page.evaluate(() => {
      const viewEl = document.querySelector(".moc-path-view");
      const right = viewEl?.getBoundingClientRect().right ?? 0;
      const within = [...(viewEl?.querySelectorAll("*") ?? [])].filter(
        (el) => el instanceof HTMLElement && el.isShown() && el.clientWidth > 1,
      );
      // An element that scrolls by itself may hold more than its width.
      const isOver = (el: Element): boolean =>
        el.getBoundingClientRect().right > right + 1 && el.closest(".moc-path-relations") === null;
      return [right - window.innerWidth, ...within.filter(isOver).map((el) => el.className)];
    });
    expect(overflow).toEqual([0]);
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("End");
    const last = page.locator(".moc-path-row.has-focus:visible");
    await expect.poll(() => last.evaluate((el) => el.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
    expect(await last.textContent()).toBe(await page.locator(".moc-path-row:visible").last().textContent());
    await page.keyboard.press("Home");
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("d");
    await page.locator(".moc-path-row.is-done:visible").first().waitFor();
    expect(await findings(app.current)).toEqual([]);
  });
});
