// The view beside the app's own rules, which are heavier than two classes of a plugin's.
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

describe("the view in the app's sidebar", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 700, sidebarWidth: 320 });

  it("keeps the weight of a chapter that is pointed at", async () => {
    await openMap(app.current, BREAD);
    const chapter = app.current.page.locator(".moc-path-row.mod-chapter:visible").first();
    const weight = (): Promise<string> => chapter.evaluate((el) => getComputedStyle(el).fontWeight);
    const before = await weight();
    expect(Number(before)).toBeGreaterThanOrEqual(500);
    await chapter.hover();
    expect(await chapter.evaluate((el) => el.matches(":hover"))).toBe(true);
    expect(await weight()).toBe(before);
  });

  it("fills its pane to the edges, and scrolls nothing but its tree", async () => {
    const view = await app.current.page.evaluate(() => {
      const viewEl = document.querySelector<HTMLElement>(".moc-path-view");
      const { padding, overflowX, overflowY } = getComputedStyle(viewEl ?? document.body);
      return { padding, overflowX, overflowY, height: (viewEl?.clientHeight ?? 0) - (viewEl?.scrollHeight ?? 0) };
    });
    expect(view).toEqual({ padding: "0px", overflowX: "hidden", overflowY: "hidden", height: 0 });
  });

  it("keeps the ground of its button away from the text on it, also in themes with dark text there", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Bread/Flour.md");
    await page.locator(".moc-path-done-next").waitFor();
    const lightness = (textOnAccent: string): Promise<readonly number[]> =>
      page.evaluate((color) => {
        document.body.setCssProps({ "--text-on-accent": color });
        const button = getComputedStyle(document.querySelector(".moc-path-done-next") ?? document.body);
        const accent = getComputedStyle(document.body).getPropertyValue("--interactive-accent");
        const context = document.createElement("canvas").getContext("2d");
        return [button.backgroundColor, accent].map((ground) => {
          if (context) context.fillStyle = ground;
          context?.fillRect(0, 0, 1, 1);
          return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).reduce((sum, part) => sum + part, 0);
        });
      }, textOnAccent);
    const [onWhite = 0, accent = 0] = await lightness("rgb(255 255 255)");
    expect(onWhite).toBeLessThan(accent - 30);
    const [onBlack = 0] = await lightness("rgb(24 24 37)");
    expect(onBlack).toBeGreaterThan(accent + 30);
    await page.evaluate(() => document.body.style.removeProperty("--text-on-accent"));
  });
});
