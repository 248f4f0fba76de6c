// An app that starts where another has run finds nothing of it: after a reset, and in a window that was given back.
import { isDeepStrictEqual } from "node:util";
import { afterEach, expect, it } from "vitest";
import { startObsidian, type ObsidianApp } from "../host/driver/obsidian";
import { sharedWindows } from "../host/driver/windows";

const OPTIONS = { lang: "en", theme: "light", width: 1100, height: 800, sidebarWidth: 380 } as const;
const started: ObsidianApp[] = [];

async function start(): Promise<ObsidianApp> {
  const app = await startObsidian(await sharedWindows(), OPTIONS);
  started.push(app);
  return app;
}

/** All that an app could find of one before it. Names of what is stored are without the vault's id. */
async function state(app: ObsidianApp): Promise<Readonly<Record<string, unknown>>> {
  // The plugin keeps what was there as soon as it has looked at the vault.
  await app.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith("moc-path-known-notes")));
  return app.executeObsidian(async ({ app: { vault, metadataCache, workspace }, plugins }) => ({
    stored: Object.keys(localStorage)
      .map((key) => key.replace(/^[0-9a-f-]{36}/, ""))
      .sort(),
    ofSession: Object.keys(sessionStorage),
    files: vault.getFiles().map(({ path }) => path),
    data: await plugins["moc-path"]?.loadData(),
    layout: [...workspace.containerEl.querySelectorAll(".workspace-tab-header")].map((el) => el.textContent),
    listeners: [vault, metadataCache, workspace].map((events) => events.listenerCount()),
    globals: Object.keys(window).sort(),
    pressed: ((): boolean => document.dispatchEvent(new KeyboardEvent("keydown", { key: "F9", cancelable: true })))(),
    width: innerWidth,
    hasLessMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
    clipboard: (await navigator.permissions.query({ name: "clipboard-read" as PermissionName })).state,
  }));
}

/** Leaves something behind wherever an app or a test can. */
async function use(app: ObsidianApp): Promise<void> {
  const { page, obsidianPage } = app;
  await page.context().grantPermissions(["clipboard-read"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 700, height: 500 });
  await obsidianPage.write("Left.md", "left");
  await obsidianPage.openFile("Left.md");
  await app.executeObsidian(async ({ app: { vault }, plugins }) => {
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    vault.on("modify", () => undefined);
    await plugins["moc-path"]?.saveData({ left: true });
    Object.assign(window, { left: true });
    document.addEventListener("keydown", (event) => event.preventDefault());
  });
}

afterEach(async () => {
  for (const app of started.splice(0)) await app.close();
});

it("an app after a reset has new storage, data, vault, layout and listeners", async () => {
  const app = await start();
  const fresh = await state(app);
  await app.executeObsidian(async ({ app: { vault }, plugins }) => {
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    await vault.create("Left.md", "left");
    await plugins["moc-path"]?.saveData({ left: true });
    document.addEventListener("keydown", (event) => event.preventDefault());
  });
  await app.obsidianPage.openFile("Left.md");
  expect(await state(app)).not.toEqual(fresh);
  await app.obsidianPage.resetVault();
  expect(await state(app)).toEqual(fresh);
});

it("an app in the window of one that has ended is as in a new window, and the ended one hears nothing of it", async () => {
  const app = await start();
  const { page } = app;
  const fresh = await state(app);
  await use(app);
  const used = await state(app);
  expect(Object.keys(fresh).filter((name) => isDeepStrictEqual(used[name], fresh[name]))).toEqual([]);
  await app.close();
  const next = await start();
  expect(next.page).toBe(page);
  expect(await state(next)).toEqual(fresh);
  await next.page.evaluate("console.error('wrong')");
  expect([app.takeErrors(), next.takeErrors()]).toEqual([[], ["Console error: wrong"]]);
});
