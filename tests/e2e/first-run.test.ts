// The first minute in an empty vault.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const vault = await mkdtemp(join(tmpdir(), "moc-path-empty-"));
afterAll(() => rm(vault, { recursive: true }));

describe.each([
  ["en", "Open roadmap", "Open example map", "Create and open", "A first path", "Mark it"],
  ["zh", "打开学习路线", "打开示例地图", "创建并打开", "第一条路线", "标记进度"],
])("an empty vault in %s", (lang, ribbon, open, create, title, note) => {
  const app = useObsidian({ vault, lang, theme: lang === "en" ? "light" : "dark" });
  const button = (text: string) => app.current.page.locator("button:visible", { hasText: text });
  const notes = async (): Promise<readonly string[]> =>
    (await readdir(app.current.vaultDir, { recursive: true })).filter((path) => path.endsWith(".md"));

  it("shows nothing by itself", async () => {
    expect(await app.current.page.locator(".moc-path-view, .modal, .notice").count()).toBe(0);
    expect(await notes()).toEqual([]);
  });

  it("teaches in three lines, and offers an example", async () => {
    await app.current.page.locator(`.side-dock-ribbon-action[aria-label='${ribbon}']`).click();
    await button(open).waitFor();
    expect(await app.current.page.locator(".moc-path-empty p").count()).toBe(3);
    await app.current.screenshot(`first-run-${lang}`);
  });

  it("writes the example only into a folder that the reader agrees to, and that is new", async () => {
    const { page } = app.current;
    await button(open).click();
    await app.current.screenshot(`first-run-modal-${lang}`);
    expect(await page.locator(".modal input:focus").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await notes()).toEqual([]);
    await app.current.obsidianPage.write("Mine.md", "mine");
    await button(open).click();
    await page.locator(".modal input").fill("Mine.md");
    await button(create).click();
    await page.locator(".modal .mod-warning").waitFor();
    expect(await notes()).toEqual(["Mine.md"]);
    await app.current.screenshot(`first-run-refused-${lang}`);
    await page.locator(".modal input").fill("Example/First");
    await page.keyboard.press("Enter");
    await page.locator(".moc-path-map-name", { hasText: title }).waitFor();
    expect(await notes()).toContain(join("Example", "First", "MOC.md"));
    expect(await notes()).toHaveLength(5);
  });

  it("shows a path with chapters, entries and a note still to be written, ready to be marked", async () => {
    const rows = app.current.page.locator(".moc-path-row:visible");
    await expect.poll(() => rows.count()).toBe(6);
    expect(await app.current.page.locator(".moc-path-row.mod-missing:visible").count()).toBe(1);
    await rows.filter({ hasText: note }).locator(".moc-path-state").click();
    await expect.poll(() => app.current.page.locator(".moc-path-row.is-doing:visible").count()).toBe(1);
    await app.current.screenshot(`first-run-map-${lang}`);
  });

  it("says at the first mark where it is kept; a name for the device counts once it is saved", async () => {
    const { page } = app.current;
    const said = page.locator(".moc-path-foot", { hasText: "“MOC Path”" });
    // At the foot of the sidebar, where it covers nothing.
    expect(await page.locator(".notice").count()).toBe(0);
    await said.getByRole("button").last().click();
    await page.locator(".modal input:focus").waitFor();
    await page.keyboard.type("Never saved");
    await page.keyboard.press("Escape");
    await app.current.lookAway();
    const files = async (): Promise<readonly string[]> =>
      (await notes()).filter((path) => path.startsWith("MOC Path/"));
    await expect.poll(async () => (await files()).join()).toMatch(/^MOC Path\/[^,]*Linux[^,]*$/);
    expect(await said.count()).toBe(0);
  });

  it("is rid of it with the folder", async () => {
    await app.current.executeObsidian(async ({ app: inPage }) => {
      const folder = inPage.vault.getFolderByPath("Example");
      if (folder) await inPage.vault.delete(folder, true);
    });
    await button(open).waitFor();
  });
});
