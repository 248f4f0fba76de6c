// Progress out of a vault and into another: by command, with a look at what will change.
import { describe, expect, it } from "vitest";
import { useObsidian } from "../host/driver";

const CSV = "target,state\r\nBread/Flour.md,done\r\nBread/Salt.md,doing\r\nWater.md,todo\r\nNowhere at all,done\r\n";

describe("export and import of progress", () => {
  const app = useObsidian({ theme: "light", width: 1100, height: 800, sidebarWidth: 360 });
  const choose = async (words: string): Promise<void> => {
    const { page } = app.current;
    await page.locator(".suggestion-item").first().waitFor();
    await page.keyboard.type(words);
    await page.locator(".suggestion-item", { hasText: words }).first().waitFor();
    await page.keyboard.press("Enter");
  };
  const states = (): Promise<unknown> =>
    app.current.executeObsidian(async ({ plugins }) => {
      const { api } = plugins["moc-path"] as unknown as { api: { state(target: string): Promise<string> } };
      return Promise.all(["Bread/Flour.md", "Bread/Salt.md", "Water.md"].map((target) => api.state(target)));
    });

  it("imports a table once the reader has seen what it changes, as one action that can be undone", async () => {
    const { page } = app.current;
    await app.current.executeObsidian(
      async ({ app: { vault } }, text) => void (await vault.create("From elsewhere.csv", text)),
      CSV,
    );
    await app.current.executeObsidianCommand("moc-path:import-progress");
    await choose("From elsewhere");
    await page.locator(".modal", { hasText: "changes 2 notes; 1 already matches" }).waitFor();
    expect(await page.locator(".moc-path-change").allTextContents()).toEqual(["→Bread/Salt.md", "→Bread/Flour.md"]);
    const icons = page.locator(".moc-path-change .moc-path-state");
    const labels = await icons.evaluateAll((els) => els.map((el) => el.getAttribute("aria-label")));
    expect(labels).toEqual(["To do", "In progress", "To do", "Done"]);
    expect(await page.locator(".modal", { hasText: "1 link leads nowhere: Nowhere at all" }).count()).toBe(1);
    await app.current.screenshot("transfer-preview");
    await page.locator(".modal button", { hasText: "Import" }).click();
    await expect.poll(states).toEqual(["done", "doing", "todo"]);
    await page.locator(".notice button", { hasText: "Undo" }).click();
    await expect.poll(states).toEqual(["todo", "todo", "todo"]);
    await app.current.executeObsidianCommand("moc-path:redo");
    await expect.poll(states).toEqual(["done", "doing", "todo"]);
  });

  it("exports to a new file each time", async () => {
    const files = (): Promise<readonly string[]> =>
      app.current.executeObsidian(({ app: { vault } }) =>
        vault
          .getFiles()
          .map(({ path }) => path.replace(/\d{4}-\d\d-\d\d/u, "DATE"))
          .filter((path) => path.includes("export"))
          .sort(),
      );
    for (const format of ["JSON", "JSON", "checklist"]) {
      const before = (await files()).length;
      await app.current.executeObsidianCommand("moc-path:export-progress");
      await choose(format);
      await expect.poll(async () => (await files()).length).toBe(before + 1);
    }
    expect(await files()).toEqual([
      "MOC Path/Progress export DATE 2.json",
      "MOC Path/Progress export DATE.json",
      "MOC Path/Progress export DATE.md",
    ]);
  });

  it("refuses a file that says nothing about progress, and changes nothing", async () => {
    await app.current.executeObsidianCommand("moc-path:import-progress");
    await choose("Patience");
    await app.current.page.locator(".notice", { hasText: "Patience.md says nothing about progress" }).waitFor();
    expect(await states()).toEqual(["done", "doing", "todo"]);
  });
});
