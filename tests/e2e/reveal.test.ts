// Bringing an entry into view, whatever it is folded away in.
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";
import { TREE_WINDOW } from "./quiet";

const MAP = "## One\n\n- Ovens\n  - [[Scale]]\n  - [[Timer]]\n- [[Patience]]\n  - [[Salt]]\n\n## Two\n\n- [[Water]]\n";

describe("an entry in a folded group, or below a folded entry", () => {
  const app = useObsidian(TREE_WINDOW);
  const titles = (): Promise<readonly string[]> =>
    app.current.page.locator(".moc-path-row:visible .moc-path-title").allTextContents();

  /** The map, with all folded that can be. */
  async function foldAll(): Promise<void> {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Dd MOC.md");
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    const expanded = page.locator(".moc-path-row[aria-expanded='true']:visible");
    await expect.poll(titles).not.toEqual([]);
    while ((await expanded.count()) > 0) await expanded.last().locator(".moc-path-chevron").click();
    await expect.poll(titles).toEqual(["One", "Two"]);
  }

  it("is unfolded by Reveal, with nothing else", async () => {
    await app.current.obsidianPage.write("Dd MOC.md", MAP);
    await foldAll();
    await app.current.obsidianPage.openFile("Bread/Salt.md");
    await app.current.executeObsidianCommand("moc-path:reveal-note");
    await expect.poll(titles).toEqual(["One", "Ovens", "Patience", "Salt", "Two"]);
  });

  it("is unfolded by the command for what is next", async () => {
    await foldAll();
    await app.current.executeObsidianCommand("moc-path:show-next");
    await expect.poll(titles).toEqual(["One", "Ovens", "Scale", "Timer", "Patience", "Two"]);
  });
});
