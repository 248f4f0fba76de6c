// The plugin's changes to maps when the reader asks for them: ratings by key, menu and command, and the marks of tasks.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const BREAD = "Bread/Bread MOC.md";

function row({ page }: ObsidianApp, title: string): Locator {
  return page
    .locator(".moc-path-row:visible")
    .filter({ has: page.locator(".moc-path-title", { hasText: title }) })
    .first();
}

const stars = async (app: ObsidianApp, title: string): Promise<string | null> =>
  row(app, title).getAttribute("aria-label");

async function openBread(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(BREAD);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-row:visible").first().waitFor();
}

describe("ratings", () => {
  const app = useObsidian({ width: 1280, height: 960, sidebarWidth: 420 });
  const line = async (name: string): Promise<string> =>
    (await app.current.obsidianPage.read(BREAD))
      .split("\n")
      .find((one) => one.includes(`[[Bread/${name}`) || one.includes(`[[${name}]]`)) ?? "";
  const before = { Flour: "", Salt: "", Autolyse: "" };

  it("are written by keys on the row, in the map's style, and taken away by 0", async () => {
    await openBread(app.current);
    for (const name of ["Flour", "Salt", "Autolyse"] as const) before[name] = await line(name);
    const { keyboard } = app.current.page;
    await row(app.current, "Salt").click({ button: "right" });
    await keyboard.press("Escape");
    await keyboard.press("4");
    await expect.poll(() => line("Salt")).toMatch(/^- \[\[Bread\/Salt\|Salt\]\] \(9 lines\) ★{4}☆?$/);
    await expect.poll(() => stars(app.current, "Salt")).toContain("4 of 5 stars");
    await keyboard.press("0");
    await expect.poll(() => line("Salt")).toBe(before.Salt);
  });

  it("follow each other as fast as keys can be pressed", async () => {
    const { keyboard } = app.current.page;
    const others = { Water: await line("Water"), Yeast: await line("Yeast") };
    for (const key of ["2", "ArrowDown", "3", "ArrowUp", "ArrowUp", "4"]) await keyboard.press(key);
    await expect
      .poll(async () =>
        [await line("Salt"), await line("Yeast"), await line("Water")].map((one) => one.match(/★/gu)?.length),
      )
      .toEqual([2, 3, 4]);
    await app.current.executeObsidianCommand("moc-path:undo");
    await app.current.executeObsidianCommand("moc-path:undo");
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect
      .poll(async () => [await line("Salt"), await line("Yeast"), await line("Water")])
      .toEqual([before.Salt, others.Yeast, others.Water]);
  });

  it("are chosen from the menu, and undone by u", async () => {
    const { page } = app.current;
    await row(app.current, "Flour").click({ button: "right" });
    await page.locator(".menu-item", { hasText: "Rate…" }).click();
    await page.locator(".suggestion-item").first().waitFor();
    await app.current.screenshot("edits-rate");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await expect.poll(() => line("Flour")).toContain("by heart ★★★");
    await expect.poll(() => stars(app.current, "Flour")).toContain("3 of 5 stars");
    await app.current.executeObsidianCommand("moc-path:focus-roadmap");
    await page.keyboard.press("u");
    await expect.poll(() => line("Flour")).toBe(before.Flour);
    await page.locator(".notice", { hasText: "Flour: 3 of 5 stars → 5 of 5 stars" }).first().waitFor();
    await app.current.executeObsidianCommand("moc-path:redo");
    await expect.poll(() => line("Flour")).not.toBe(before.Flour);
    await page.locator(".notice", { hasText: "Flour: 5 of 5 stars → 3 of 5 stars" }).first().waitFor();
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(() => line("Flour")).toBe(before.Flour);
  });

  it("of the open note are written by command, and one above the map's scale is refused", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Bread/Autolyse.md");
    await app.current.executeObsidianCommand("moc-path:rate");
    await page.locator(".suggestion-item").first().waitFor();
    expect(await page.locator(".suggestion-item").count()).toBe(5);
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await expect.poll(() => line("Autolyse")).toBe(before.Autolyse.replace("★★★☆", "★☆☆☆"));
    await row(app.current, "Autolyse").click({ button: "right" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("5");
    await page.locator(".notice", { hasText: "smaller scale" }).waitFor();
    expect(await line("Autolyse")).toBe(before.Autolyse.replace("★★★☆", "★☆☆☆"));
  });
});

describe("tasks", () => {
  const app = useObsidian({ width: 1280, height: 960, sidebarWidth: 420, data: {} });
  const boxes = async (): Promise<readonly string[]> =>
    (await app.current.obsidianPage.read(BREAD)).match(/^- \[.\] /gmu) ?? [];

  it("are marked once the reader has agreed", async () => {
    const { page } = app.current;
    await openBread(app.current);
    await row(app.current, "Shaping").locator(".moc-path-state").click();
    await page.locator(".modal", { hasText: "Mark tasks in maps too?" }).waitFor();
    await app.current.screenshot("edits-tasks");
    await page.locator(".modal button", { hasText: "Mark tasks too" }).click();
    await expect.poll(boxes).toEqual(["- [/] ", "- [ ] ", "- [ ] "]);
    await row(app.current, "Scoring")
      .locator(".moc-path-state")
      .click({ modifiers: ["Alt"] });
    await expect.poll(boxes).toEqual(["- [/] ", "- [-] ", "- [ ] "]);
    await app.current.executeObsidianCommand("moc-path:undo");
    await expect.poll(boxes).toEqual(["- [/] ", "- [ ] ", "- [ ] "]);
  });

  it("ticked by hand in the map are done in the roadmap", async () => {
    await app.current.obsidianPage.write(
      BREAD,
      (await app.current.obsidianPage.read(BREAD)).replace("- [ ] [[Bread/Steam", "- [x] [[Bread/Steam"),
    );
    await expect.poll(() => row(app.current, "Steam").getAttribute("class")).toContain("is-done");
  });
});
