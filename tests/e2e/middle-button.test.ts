// The middle button opens in a tab of its own, wherever a click opens, and never begins to scroll.
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

const opened = (app: ObsidianApp): Promise<number> =>
  app.executeObsidian(({ app: { workspace } }) => workspace.getLeavesOfType("markdown").length);

/** The number of presses of the middle button after which the browser would have scrolled. */
const scrolls = ({ page }: ObsidianApp): Promise<number> =>
  page.evaluate(() => (window as unknown as { scrolls?: number }).scrolls ?? 0);

describe("the middle button", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1100, height: 900, sidebarWidth: 360 });

  it.each([
    ["a row", ".moc-path-row.mod-note:visible .moc-path-title"],
    ["the card", ".moc-path-next"],
    ["a relation", ".moc-path-relation:visible"],
    ["an entry of a block", ".moc-path-block-tree li > a:visible"],
    ["what comes next in a block", ".moc-path-block-next a:visible"],
  ])("opens %s in a tab, and scrolls nothing", async (_what, selector) => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Home.md", `\`\`\`moc-path\nmap: ${BREAD}\nshow: tree, next\n\`\`\`\n`);
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".moc-path-row:visible").first().waitFor();
    await app.current.executeObsidian(async ({ app: { workspace } }) => {
      await workspace.openLinkText("Home.md", "", false, { state: { mode: "preview" } });
    });
    await page.evaluate(() => {
      Object.assign(window, { scrolls: 0 });
      window.addEventListener(
        "mousedown",
        (event) => {
          const count = (window as unknown as { scrolls: number }).scrolls;
          if (event.button === 1 && !event.defaultPrevented) Object.assign(window, { scrolls: count + 1 });
        },
        { once: true },
      );
    });
    const before = await opened(app.current);
    await page.locator(selector).first().click({ button: "middle" });
    await expect.poll(() => opened(app.current)).toBe(before + 1);
    expect(await scrolls(app.current)).toBe(0);
  });
});
