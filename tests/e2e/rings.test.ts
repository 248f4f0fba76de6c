// The keyboard's place is seen: on every control of the view, in both themes, pixels change where a ring is.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";
import { changedPixels } from "./pixels";

const BREAD = "Bread/Bread MOC.md";
/** The room around a control in which its ring may be, in CSS pixels. */
const AROUND = 4;

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

interface Ring {
  readonly control: string;
  /** The pixels that look different with the keyboard there, for each pixel of the control's outline: its width. */
  readonly width: number;
}

interface Place {
  readonly name: string;
  /** The length of its outline, in pixels. */
  readonly outline: number;
  /** The part of the window that its ring may be in. */
  readonly clip: NonNullable<Parameters<Page["screenshot"]>[0]>["clip"];
}

/** Asks all at once: a question to the page costs more than its answer, and there are some for 140 controls. */
const placeOf = (shown: Locator): Promise<Place> =>
  shown.evaluate((el, around) => {
    const { x, y, width, height } = el.getBoundingClientRect();
    return {
      name: `${el.className} "${el.ariaLabel ?? el.textContent}"`,
      outline: 2 * (width + height),
      clip: { x: x - around, y: y - around, width: width + 2 * around, height: height + 2 * around },
    };
  }, AROUND);

/** Gives each control of a part of the page the keyboard, and takes it away again. */
async function ringsIn({ page }: ObsidianApp, within: string): Promise<readonly Ring[]> {
  const rings: Ring[] = [];
  const picture = ({ clip }: Place): Promise<Buffer> => page.screenshot({ clip, animations: "disabled" });
  await page.mouse.move(2, 2);
  const controls = page.locator(`${within} :is(button, input, summary, a[href], [tabindex]):visible:not([disabled])`);
  for (const control of await controls.all()) {
    // Only what follows a key has a ring.
    await page.keyboard.press("Shift");
    const isTree = await control.evaluate((el) => {
      (el as HTMLElement).focus();
      return el.role === "tree";
    });
    const shown = isTree ? page.locator(".moc-path-row.has-focus") : control;
    const focused = await placeOf(shown);
    const on = await picture(focused);
    await control.evaluate((el) => (el as HTMLElement).blur());
    const off = await picture(await placeOf(shown));
    rings.push({ control: focused.name, width: (await changedPixels(page, off, on)) / focused.outline });
  }
  return rings;
}

/** The controls that have no ring at least a pixel wide all around. */
async function unseen(app: ObsidianApp, atLeast: number, within = ".moc-path-view"): Promise<readonly string[]> {
  const rings = await ringsIn(app, within);
  expect(rings.length).toBeGreaterThanOrEqual(atLeast);
  return rings.flatMap(({ control, width }) => (width < 1 ? `${control}: ${width.toFixed(2)}` : []));
}

for (const theme of ["light", "dark"] as const) {
  describe(`a ring around what has the keyboard, in the ${theme} theme`, () => {
    const app = useObsidian({ theme, lang: "en", width: 1100, height: 900, sidebarWidth: 360 });

    it("is seen where no map is chosen", async () => {
      await app.current.executeObsidianCommand("moc-path:open-roadmap");
      await app.current.page.locator(".moc-path-row:visible").first().waitFor();
      expect(await unseen(app.current, 3)).toEqual([]);
    });

    it("is seen on every control of a map, on chips that are on, and on the row that has the keyboard", async () => {
      const { page } = app.current;
      await openMap(app.current, BREAD);
      await page.locator(".moc-path-filter-button").click();
      expect(await unseen(app.current, 12)).toEqual([]);
      await page.locator(".moc-path-chip:visible").first().click();
      expect(await unseen(app.current, 12)).toEqual([]);
      await page.locator(".moc-path-chip:visible").first().click();
    });

    it("is seen on what the header offers besides", async () => {
      const { page } = app.current;
      await app.current.obsidianPage.openFile("茶/水温.md");
      await page.locator(".moc-path-elsewhere button").waitFor();
      expect(await unseen(app.current, 12)).toEqual([]);
    });

    it("is seen on both buttons of the card while its note is open", async () => {
      await openMap(app.current, BREAD);
      await app.current.page.locator(".moc-path-next").click();
      await app.current.page.locator(".moc-path-done-next").waitFor();
      expect(await unseen(app.current, 2, ".moc-path-card")).toEqual([]);
    });

    it("is on no row that was clicked, though the app draws one for a row of this class", async () => {
      const { page } = app.current;
      await page.locator(".moc-path-row.mod-note:visible .moc-path-state").first().click();
      const row = page.locator(".moc-path-row.has-focus");
      expect(await row.evaluate((el) => getComputedStyle(el).boxShadow)).toBe("none");
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => row.evaluate((el) => getComputedStyle(el).boxShadow)).toContain("inset");
    });
  });

  describe(`a ring at a note's end, in the ${theme} theme`, () => {
    const app = useObsidian({ device: "phone", theme, lang: "en", width: 390, height: 844 });

    it("is seen on both buttons", async () => {
      await app.current.obsidianPage.openFile("茶/绿茶.md");
      await app.current.page.locator(".moc-path-note-end.is-shown").waitFor();
      expect(await unseen(app.current, 2, ".moc-path-note-end")).toEqual([]);
    });
  });
}
