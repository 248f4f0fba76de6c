// Other programs, other devices and sudden ends: the vault changes while the app does not look.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";

function row(app: ObsidianApp, title: string): Locator {
  return app.page
    .locator(".moc-path-row:visible")
    .filter({ has: app.page.locator(".moc-path-title", { hasText: title }) })
    .first();
}

async function openMap(app: ObsidianApp): Promise<void> {
  await app.obsidianPage.openFile(MAP);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await row(app, "Flour").waitFor();
}

/** Puts a note in progress. */
async function mark(app: ObsidianApp, title: string): Promise<void> {
  await row(app, title).locator(".moc-path-state").click();
  await eventuallyIs(app, title, "is-doing");
}

/** Puts a note in progress and looks away, so that it is written. */
async function markAndLeave(app: ObsidianApp, title: string): Promise<void> {
  await mark(app, title);
  await app.lookAway();
}

const eventuallyIs = (app: ObsidianApp, title: string, state: string): Promise<void> =>
  expect.poll(() => row(app, title).getAttribute("class"), { timeout: 8000 }).toContain(state);

/** The journals as they are on disk, by path. */
const journals = (app: ObsidianApp): Promise<Readonly<Record<string, string>>> =>
  app.executeObsidian(async ({ app: { vault } }) => {
    const files = vault.getFiles().filter(({ path }) => path.startsWith("MOC Path/"));
    const texts = await Promise.all(files.map(async (file) => [file.path, await vault.read(file)] as const));
    return Object.fromEntries(texts);
  });

describe("a vault that others work on too", () => {
  const app = useObsidian({ width: 1100, height: 900, sidebarWidth: 380 });

  it("two devices that mark at the same time end with the same marks", async () => {
    const one = app.current;
    const two = await one.openDevice({ width: 1100, height: 900, sidebarWidth: 380 });
    await Promise.all([openMap(one), openMap(two)]);
    await Promise.all([markAndLeave(one, "Flour"), markAndLeave(two, "Salt")]);
    await Promise.all([eventuallyIs(one, "Salt", "is-doing"), eventuallyIs(two, "Flour", "is-doing")]);
    await Promise.all([
      row(one, "Steam").locator(".moc-path-state").click(),
      row(two, "Steam")
        .locator(".moc-path-state")
        .click({ modifiers: ["Alt"] }),
    ]);
    await Promise.all([one.lookAway(), two.lookAway()]);
    await expect
      .poll(
        async () =>
          Object.values(await journals(one))
            .join("")
            .match(/Steam/gu)?.length ?? 0,
        { timeout: 8000 },
      )
      .toBeGreaterThan(1);
    const stateIn = async (device: ObsidianApp): Promise<string | undefined> =>
      /is-(?:todo|doing|done|skipped)/u.exec((await row(device, "Steam").getAttribute("class")) ?? "")?.[0];
    await expect.poll(async () => (await stateIn(one)) === (await stateIn(two)), { timeout: 8000 }).toBe(true);
    expect(Object.keys(await journals(one))).toHaveLength(2);
    await two.leave();
  });

  it("the sidebar follows a journal that arrives while it runs", async () => {
    const { outside } = app.current;
    const event = {
      v: 1,
      id: "zzzzzzzz.late1.1",
      at: new Date().toISOString(),
      target: "Bread/Yeast.md",
      state: "done",
      over: null,
      note: null,
    };
    const journal = `---\nmoc-path-journal: "zzzzzzzz"\nmoc-path-year: 2026\n---\n\`\`\`jsonl\n${JSON.stringify(event)}\n`;
    await outside.write("Somewhere/From the phone.md", journal);
    await eventuallyIs(app.current, "Yeast", "is-done");
  });

  it("a page that is killed right after a mark has the mark when it is opened again", async () => {
    await mark(app.current, "Scoring");
    await mark(app.current, "Shaping");
    await app.current.kill();
    await app.current.reopen();
    await openMap(app.current);
    await eventuallyIs(app.current, "Scoring", "is-doing");
    await eventuallyIs(app.current, "Shaping", "is-doing");
  });

  it("a mark that cannot be written is shown as unsaved until it can", async () => {
    const { page } = app.current;
    await app.current.executeObsidian(({ faults }) =>
      faults.fail("write", new Error("EROFS: read-only file system"), { path: /^MOC Path/u }),
    );
    await markAndLeave(app.current, "Kneading");
    await page.locator(".moc-path-unsaved").waitFor();
    await app.current.executeObsidian(({ faults }) => faults.clear());
    await page.locator(".moc-path-unsaved button").click();
    await page.locator(".moc-path-unsaved").waitFor({ state: "detached" });
    expect(Object.values(await journals(app.current)).join("")).toContain("Kneading");
  });

  it("an edit from outside reaches the file explorer, an open editor and the roadmap", async () => {
    const { page, outside } = app.current;
    await outside.write(MAP, "# Loaves\n\n## Basics\n\n- [[Flour]]\n- [[Crumbs]]\n");
    await row(app.current, "Crumbs").waitFor();
    expect(await page.textContent(".mod-root .cm-content")).toContain("Loaves");
    await outside.write("Crumbs.md", "# Crumbs\n");
    await expect.poll(() => row(app.current, "Crumbs").getAttribute("class")).not.toContain("mod-missing");
    expect(await page.isVisible('.nav-file-title[data-path="Crumbs.md"]')).toBe(true);
  });

  it("a note moved outside is a deletion and a new note, and links lead to its new place", async () => {
    const { outside, page } = app.current;
    await expect
      .poll(() =>
        app.current.executeObsidian(({ app: { metadataCache } }, map) => metadataCache.resolvedLinks[map], MAP),
      )
      .toMatchObject({ "Crumbs.md": 1 });
    await app.current.executeObsidian(({ app: { vault, metadataCache } }) => {
      const log: string[] = [];
      for (const name of ["create", "modify", "delete", "rename"])
        vault.on(name, ({ path }: { path: string }) => void log.push(`${name} ${path}`));
      for (const name of ["changed", "deleted"])
        metadataCache.on(name, ({ path }: { path: string }) => void log.push(`${name} ${path}`));
      metadataCache.on("resolved", () => void log.push("resolved"));
      Object.assign(window, { log });
    });
    await outside.move("Crumbs.md", "Moved/Crumbs.md");
    const log = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { log: string[] }).log);
    await expect.poll(async () => (await log()).at(-1)).toBe("resolved");
    const events = [
      "deleted Crumbs.md",
      "delete Crumbs.md",
      "create Moved",
      "create Moved/Crumbs.md",
      "changed Moved/Crumbs.md",
      "resolved",
    ];
    expect(await log()).toEqual(events);
    const links = await app.current.executeObsidian(
      ({ app: { metadataCache } }, map) => metadataCache.resolvedLinks[map],
      MAP,
    );
    expect(Object.keys(links ?? {})).toContain("Moved/Crumbs.md");
  });

  it("hundreds of notes at once are all taken in, and the app stays in use meanwhile", async () => {
    const { outside, page } = app.current;
    const names = Array.from({ length: 200 }, (_, index) => `Sync/Note ${index}`);
    const map = `## All\n\n${names.map((name) => `- [[${name}]]\n`).join("")}`;
    await Promise.all([
      outside.write("Sync/Big MOC.md", map),
      ...names.map((name) => outside.write(`${name}.md`, "line\n")),
    ]);
    await row(app.current, "Flour").locator(".moc-path-state").click();
    await eventuallyIs(app.current, "Flour", "is-done");
    const indexed = (): Promise<number> =>
      app.current.executeObsidian(
        ({ app: { vault, metadataCache } }) =>
          vault.getMarkdownFiles().filter((file) => file.path.startsWith("Sync/") && metadataCache.getFileCache(file))
            .length,
      );
    await expect.poll(indexed, { timeout: 10_000 }).toBe(201);
    await app.current.obsidianPage.openFile("Sync/Big MOC.md");
    await expect.poll(() => page.textContent(".moc-path-done-of"), { timeout: 5000 }).toBe("0 of 200");
    await outside.delete("Sync");
    await expect.poll(indexed).toBe(0);
    expect(await page.isVisible('.nav-folder-title[data-path="Sync"]')).toBe(false);
  });
});
