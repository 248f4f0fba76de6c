// A map in Live Preview, which hides the signs around links: every icon is seen and does what it says.
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const TEXT = `Begin here.

## **[[Flour]]**

- **[[Water]]** first
- ==[[Salt]]== and *[[Yeast]]*
- [[Biga]][[Poolish]]

> [[Steam]]
`;
const TITLES = ["Flour", "Water", "Salt", "Yeast", "Biga", "Poolish", "Steam"];

for (const conceals of ["by token", "merged"] as const) {
  describe(`Live Preview that hides signs ${conceals}`, () => {
    const app = useObsidian({ conceals, theme: "light", lang: "en", width: 1000, height: 700 });

    it("shows the icon of every entry before its title", async () => {
      const { page, obsidianPage } = app.current;
      await obsidianPage.write("Signs MOC.md", TEXT);
      await obsidianPage.openFile("Signs MOC.md");
      await app.current.executeObsidian(async ({ app: inPage }) => {
        const { view } = inPage.workspace.getMostRecentLeaf() ?? {};
        await view?.setState({ ...view.getState(), source: false }, { history: false });
      });
      const marks = page.locator(".cm-content .moc-path-mark.mod-entry:visible");
      await expect.poll(() => marks.count()).toBe(TITLES.length);
      const text = await page.locator(".cm-content").evaluate((el) => {
        for (const mark of el.querySelectorAll(".moc-path-mark.mod-entry")) mark.textContent = "•";
        return (el as HTMLElement).innerText.replace(/\u200B/g, "");
      });
      for (const title of TITLES) expect(text).toContain(`•${title}`);
      expect(text).not.toMatch(/\[\[|\]\]|\*\*|==|##|>/);
    });

    it("marks by a click on an icon between two links, and opens neither", async () => {
      const { page } = app.current;
      await app.current.screenshot(`live-preview-${conceals.replace(" ", "-")}`);
      const icon = page.locator(".cm-line", { hasText: "Biga" }).locator(".moc-path-mark").nth(1);
      await icon.click();
      await expect
        .poll(() => page.locator(".cm-content .moc-path-mark.mod-doing").evaluateAll((els) => els.length))
        .toBe(1);
      expect(await app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path)).toBe(
        "Signs MOC.md",
      );
    });
  });
}
