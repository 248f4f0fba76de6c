// Several roadmaps at once: each keeps its own map, and the one used last goes along with the reader.
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";
const TEA = "茶/_MOC.md";
const KITCHEN = "Kitchen basics/_MOC.md";

describe("two roadmaps", () => {
  const app = useObsidian({ lang: "en", width: 1280, height: 800, sidebarWidth: 380 });
  const names = (): Promise<readonly (string | null)[]> =>
    app.current.page.evaluate(() =>
      [".mod-left-split", ".mod-right-split"].map(
        (side) => document.querySelector(`${side} .moc-path-map-name`)?.textContent ?? null,
      ),
    );

  it("keep their own maps while the one used last follows the note in front of the reader", async () => {
    const { obsidianPage, page } = app.current;
    await obsidianPage.openFile(BREAD);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".mod-right-split .moc-path-row:visible").first().waitFor();
    await app.current.executeObsidian(
      ({ app: { workspace } }, map) =>
        workspace.getLeftLeaf(false)?.setViewState({ type: "moc-path-roadmap", active: true, state: { map } }),
      TEA,
    );
    await expect.poll(names).toEqual(["茶：从一片叶子开始", "Bread from scratch"]);
    await page.locator(".mod-right-split .moc-path-counts").click();
    await obsidianPage.openFile(KITCHEN);
    await expect.poll(names).toEqual(["茶：从一片叶子开始", "Kitchen basics"]);
    await page.locator(".mod-left-split .moc-path-counts").click();
    await obsidianPage.openFile(BREAD);
    await expect.poll(names).toEqual(["Bread from scratch", "Kitchen basics"]);
  });

  it("answers commands in the one used last", async () => {
    await app.current.obsidianPage.openFile("Patience.md");
    await app.current.page.locator(".mod-right-split .moc-path-counts").click();
    await app.current.executeObsidianCommand("moc-path:level-chapter");
    const rows = (side: string): Promise<number> =>
      app.current.page.locator(`${side} .moc-path-row.mod-entry:visible`).count();
    await expect.poll(() => rows(".mod-right-split")).toBe(0);
    expect(await rows(".mod-left-split")).toBeGreaterThan(0);
  });

  it("keep their maps over a restart, and the one that is left follows", async () => {
    await app.current.page.waitForTimeout(3000);
    await app.current.reloadApp();
    await expect.poll(names).toEqual(["Bread from scratch", "Kitchen basics"]);
    await app.current.executeObsidian(({ app: { workspace } }) =>
      workspace.getLeavesOfType("moc-path-roadmap").at(-1)?.detach(),
    );
    await app.current.obsidianPage.openFile(TEA);
    await expect.poll(names).toEqual(["茶：从一片叶子开始", null]);
  });
});
