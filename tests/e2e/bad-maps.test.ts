// Maps that nobody would write on purpose: shown as text, whole, and no slower to scroll.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";
import { TREE_WINDOW } from "./quiet";

async function openMap(app: ObsidianApp, path: string, text: string): Promise<void> {
  await app.obsidianPage.write(path, text);
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await expect.poll(() => app.page.locator(".moc-path-map-name").textContent()).toBe(path.replace(".md", ""));
}

describe("maps that nobody would write on purpose", () => {
  const app = useObsidian(TREE_WINDOW);
  const rows = (): Locator => app.current.page.locator(".moc-path-row:visible");

  it("show HTML in titles and remarks as text", async () => {
    const { page } = app.current;
    const html = "<img src=x onerror='window.hacked=1'>";
    await app.current.executeObsidianCommand("moc-path:toggle-remarks").catch(() => undefined);
    await openMap(
      app.current,
      "Html MOC.md",
      `## Chapter ${html}\n\n- [[Patience|Title ${html}]] — remark ${html} <b>bold</b>\n`,
    );
    await rows().nth(1).waitFor();
    await app.current.executeObsidianCommand("moc-path:toggle-remarks");
    await page.waitForTimeout(200);
    expect(await page.locator(".moc-path-tree img, .moc-path-tree b").count()).toBe(0);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await rows().nth(1).locator(".moc-path-title").textContent()).toContain("Title");
  });

  it("pass over headings without words, and leave out the signs of others", async () => {
    await openMap(
      app.current,
      "Nameless MOC.md",
      "## ![[Picture.png]]\n\n- [[Patience]]\n\n##\n\n- [[Salt]]\n\n## _Why_ `a_b_` \\| *so*\n\n- [[Water]]\n",
    );
    await expect
      .poll(() => rows().locator(".moc-path-title").allTextContents())
      .toEqual(["Patience", "Salt", "Why a_b_ | so", "Water"]);
  });

  it("are drawn though a title holds half of a sign", async () => {
    await app.current.executeObsidian(({ app: { vault } }, at) => {
      const file = vault.getFileByPath(at);
      return file && vault.modify(file, `## Half ${String.fromCharCode(0xd83d)} sign\n\n- [[Patience]]\n`);
    }, "Nameless MOC.md");
    await expect
      .poll(() => rows().locator(".moc-path-title").allTextContents())
      .toEqual(["Half \ufffd sign", "Patience"]);
    expect(await rows().evaluateAll((els) => new Set(els.map(({ id }) => id)).size)).toBe(2);
  });

  it("keep a title of 500 characters on one line, and twelve levels apart", async () => {
    const { page } = app.current;
    const levels = Array.from({ length: 6 }, (_, at) => `${"#".repeat(at + 1)} Level ${at}\n`).join("\n");
    const entries = Array.from({ length: 6 }, (_, at) => `${"  ".repeat(at)}- [[Deep ${at}]]\n`).join("");
    await openMap(
      app.current,
      "Deep MOC.md",
      `# Deep MOC\n\n${levels}\n${entries}\n# Long\n\n- [[Patience|${"word ".repeat(100)}]]\n`,
    );
    await expect.poll(() => rows().count()).toBe(14);
    const boxes = await rows().evaluateAll((els) =>
      els.map((el) => ({
        ...{ level: Number(el.getAttribute("aria-level")) },
        height: el.getBoundingClientRect().height,
      })),
    );
    expect(boxes.slice(0, 12).map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(Math.max(...boxes.map(({ height }) => height))).toBeLessThan(50);
    const sideways = await page.locator(".moc-path-tree").evaluate((el) => el.scrollWidth - el.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  });

  it("hold five thousand entries in one section with few of them in the document", async () => {
    const { page } = app.current;
    await openMap(
      app.current,
      "Huge MOC.md",
      `## All\n\n${Array.from({ length: 5000 }, (_, at) => `- [[E${at}]]\n`).join("")}`,
    );
    await page.locator(".moc-path-tree").focus();
    await page.keyboard.press("End");
    await rows().locator("text=E4999").waitFor();
    expect(await page.locator(".moc-path-row").count()).toBeLessThan(80);
    expect(await page.locator(".moc-path-row.has-focus:visible").getAttribute("aria-setsize")).toBe("5000");
  });
});
