// What a stranger stumbled over in the sidebar: keys by the screenful, tooltips, short and narrow panes, deep trees, figures beside figures.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

async function openMap(app: ObsidianApp, path: string): Promise<void> {
  await app.obsidianPage.openFile(path);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

/** Writes a map and shows it. */
async function openText(app: ObsidianApp, path: string, text: string): Promise<void> {
  await app.obsidianPage.write(path, text);
  await app.page.waitForTimeout(1000);
  await openMap(app, path);
}

function row({ page }: ObsidianApp, title: string): Locator {
  return page.locator(".moc-path-row:visible", { hasText: title }).first();
}

describe("the keyboard in the tree", () => {
  const app = useObsidian({ theme: "light", lang: "en", width: 1000, height: 700, sidebarWidth: 320 });
  const focused = (): Promise<string | null> => app.current.page.locator(".moc-path-row.has-focus:visible .moc-path-title").textContent();

  it("moves by a screenful, with the cursor", async () => {
    const { page } = app.current;
    await openText(app.current, "Long MOC.md", `## Long\n\n${Array.from({ length: 90 }, (_, at) => `- [[Note ${at}]]\n`).join("")}`);
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
