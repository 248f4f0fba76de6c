// The ways in, in the browser: every command by the palette, addresses, the API, the command line, and settings that
// hold at once.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ApiOwner } from "../../src/api";
import { en } from "../../src/i18n/en";
import { useObsidian, type ObsidianApp } from "../host/driver";

const MAP = "Bread/Bread MOC.md";
const shared = fileURLToPath(new URL("../../../shared/vaults/morpheus-2026-02-22", import.meta.url));

/** Chooses a command in the palette by its name; rejects if it is not offered. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.locator(".prompt-input").fill(`MOC Path: ${name}`);
  await page.locator(".suggestion-item", { hasText: new RegExp(`^MOC Path: ${name}$`) }).click({ timeout: 5000 });
}

const title = (page: Page): Promise<string | null> => page.locator(".moc-path-map-name").textContent();
const entry = (page: Page, name: string): Locator =>
  page.locator(".moc-path-row.mod-entry:visible", { hasText: name }).first();
const activePath = (app: ObsidianApp): Promise<string | undefined> =>
  app.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path);
const openUri = (app: ObsidianApp, uri: string): Promise<void> =>
  app.executeObsidian(({ app: inPage }, address) => inPage.outsideCalls.openUri(address), uri);
const callLine = (app: ObsidianApp, ...line: string[]): Promise<string> =>
  app.executeObsidian(({ app: inPage }, words) => inPage.outsideCalls.runCommand(words), line);

describe("commands by the palette", () => {
  const app = useObsidian({ lang: "en", theme: "light", width: 1280, height: 900 });

  it("open the roadmap, go on from note to note, and mark", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.openFile(MAP);
    await choose(page, en.openRoadmap);
    await expect.poll(() => title(page)).toBe("Bread from scratch");
    await choose(page, en.openNext);
    await expect.poll(() => activePath(app.current)).toBe("Bread/Flour.md");
    for (const [name, state] of [
      [en.markNote.doing, "doing"],
      [en.markNote.done, "done"],
      [en.markNote.skipped, "skipped"],
      [en.markNote.todo, "todo"],
      [en.cycleNote, "doing"],
    ] as const) {
      await choose(page, name);
      await expect.poll(() => entry(page, "Flour").getAttribute("class")).toContain(`is-${state}`);
    }
    await choose(page, en.undo);
    await expect.poll(() => entry(page, "Flour").getAttribute("class")).toContain("is-todo");
    await choose(page, en.redo);
    await expect.poll(() => entry(page, "Flour").getAttribute("class")).toContain("is-doing");
    await choose(page, en.doneAndNext);
    await expect.poll(() => activePath(app.current)).toBe("Water.md");
    await choose(page, en.nextEntry);
    await expect.poll(() => activePath(app.current)).toBe("Bread/Salt.md");
    await choose(page, en.previousEntry);
    await expect.poll(() => activePath(app.current)).toBe("Water.md");
    await choose(page, en.nextEntry);
    await expect.poll(() => activePath(app.current)).toBe("Bread/Salt.md");
    await choose(page, en.markAboveNote);
    await expect.poll(() => entry(page, "Water").getAttribute("class")).toContain("is-done");
    await choose(page, en.markSection);
    await expect.poll(() => entry(page, "Yeast").getAttribute("class")).toContain("is-done");
    await choose(page, en.rateNote);
    await page.keyboard.press("Escape");
  });

  it("move about in the roadmap", async () => {
    const { page } = app.current;
    await choose(page, en.toLevel.chapter);
    await expect.poll(() => page.locator(".moc-path-row.mod-entry:visible").count()).toBe(0);
    await choose(page, en.showNext);
    await expect.poll(() => entry(page, "Autolyse").count()).toBe(1);
    await choose(page, en.toLevel.section);
    await choose(page, en.toLevel.entry);
    await expect.poll(() => entry(page, "Salt").count()).toBe(1);
    await choose(page, en.toggleDone);
    await expect.poll(() => entry(page, "Salt").count()).toBe(0);
    await choose(page, en.revealNote);
    await expect.poll(() => entry(page, "Salt").count()).toBe(1);
    await choose(page, en.toggleRemarks);
    await expect.poll(() => page.locator(".moc-path-remark:visible").count()).toBeGreaterThan(0);
    await choose(page, en.findInRoadmap);
    await expect
      .poll(() =>
        page.evaluate(
          () => document.activeElement?.closest(".moc-path-view") !== null && document.activeElement?.tagName,
        ),
      )
      .toBe("INPUT");
    await choose(page, en.focusRoadmap);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tree");
    await choose(page, en.help.title);
    await page.locator(".modal", { hasText: "Right click" }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("copy the map as Markdown, as JSON and as an address, and go elsewhere", async () => {
    const { page } = app.current;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await choose(page, en.copyMarkdown);
    await expect.poll(clipboard).toContain("- [x] [[");
    await choose(page, en.copyJson);
    await expect.poll(clipboard).toContain('"chapters"');
    await choose(page, en.copyUri);
    await expect.poll(clipboard).toMatch(/^obsidian:\/\/moc-path\?vault=[^&]+&map=Bread%2FBread%20MOC\.md$/);
    await choose(page, en.showNoteInMap);
    await expect.poll(() => activePath(app.current)).toBe(MAP);
    await choose(page, en.switchMap);
    await page.locator(".prompt-input").fill("Kitchen");
    await page.keyboard.press("Enter");
    await expect.poll(() => title(page)).toBe("Kitchen basics");
    await app.current.dismissNotices();
    await page.locator(".moc-path-header .moc-path-relation:visible").first().click();
    await expect.poll(() => title(page)).not.toBe("Kitchen basics");
    await choose(page, en.backToMap);
    await expect.poll(() => title(page)).toBe("Kitchen basics");
  });
});

describe("from outside", () => {
  const app = useObsidian({ lang: "en", theme: "dark", width: 1280, height: 900 });

  it("an address shows a map and opens what is next; one of no map is answered", async () => {
    const { page } = app.current;
    await openUri(app.current, "obsidian://moc-path?map=%E8%8C%B6%2F_MOC.md&next");
    await expect.poll(() => title(page)).toContain("茶");
    await expect.poll(() => activePath(app.current)).toMatch(/^茶\//);
    await openUri(app.current, "obsidian://moc-path?map=Nowhere");
    await page.locator(".notice", { hasText: "There is no map “Nowhere” in this vault." }).waitFor();
  });

  it("a script reads and marks by the API, and is told of what changes", async () => {
    const { page } = app.current;
    const marked = await app.current.executeObsidian(async ({ plugins }, map) => {
      const { api } = plugins["moc-path"] as unknown as ApiOwner;
      const told: string[] = [];
      const end = api.on("change", ({ targets }) => void told.push(...targets));
      const next = await api.next(map);
      await api.mark(next?.target ?? "", "done");
      end();
      return {
        maps: await api.maps(),
        next,
        state: await api.state(next?.target ?? ""),
        done: (await api.tally(map)).done,
        told,
      };
    }, MAP);
    expect(marked).toMatchObject({
      state: "done",
      done: 1,
      next: { target: "Bread/Flour.md", why: "first" },
      told: ["Bread/Flour.md"],
    });
    expect(marked.maps).toContain(MAP);
    await openUri(app.current, "obsidian://moc-path?map=Bread/Bread%20MOC");
    await expect.poll(() => entry(page, "Flour").getAttribute("class")).toContain("is-done");
    const message = await app.current.executeObsidian(async ({ plugins }) =>
      (plugins["moc-path"] as unknown as ApiOwner).api.state("Nowhere.md").catch(String),
    );
    expect(message).toContain('unknown target "Nowhere.md"');
  });
});

describe.skipIf(!existsSync(shared))("the command line on the real vault (skipped where ../shared is absent)", () => {
  const app = useObsidian({ vault: shared });

  it("prints the outline of the seed map as npm run outline does", async () => {
    const map = "AI/LLM/_MOC.md";
    const printed = execFileSync(process.execPath, ["tests/tools/run.mjs", "outline", shared, map], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(await callLine(app.current, "moc-path:outline", `map=${map}`, "format=json")).toBe(printed.trimEnd());
    expect(await callLine(app.current, "moc-path:progress", `map=${map}`)).toContain("0/148");
  });
});

describe.each([
  ["en", "dark"],
  ["zh", "light"],
] as const)("settings in %s, %s", (lang, theme) => {
  const app = useObsidian({ lang, theme, width: 1280, height: 1000, sidebarWidth: 380 });
  const words = {
    en: { remarks: "Show remarks", marks: "Mark maps in their text", none: "There is no folder" },
    zh: { remarks: "显示备注", marks: "在地图正文中标记", none: "没有文件夹" },
  }[lang];
  const toggle = (page: Page, name: string): Promise<void> =>
    page.locator(".setting-item", { hasText: name }).locator(".checkbox-container").click();

  it("hold at once, in sidebar and text, and over a restart", async () => {
    const { page } = app.current;
    await app.current.obsidianPage.openFile(MAP);
    await app.current.executeObsidianCommand("moc-path:open-roadmap");
    await page.locator(".cm-content .moc-path-mark").first().waitFor();
    await page.keyboard.press("Control+,");
    await app.current.screenshot(`settings-${lang}-${theme}`);
    await toggle(page, words.remarks);
    await expect.poll(() => page.locator(".moc-path-remark:visible").count()).toBeGreaterThan(0);
    await toggle(page, words.marks);
    await expect.poll(() => page.locator(".cm-content .moc-path-mark").count()).toBe(0);
    await page.keyboard.press("Escape");
    await expect
      .poll(() => app.current.obsidianPage.read(".obsidian/plugins/moc-path/data.json").catch(String))
      .toContain('"marks": false');
    await app.current.reloadApp();
    await page.locator(".moc-path-remark:visible").first().waitFor();
    expect(await page.locator(".cm-content .moc-path-mark").count()).toBe(0);
  });

  it("say what is wrong, and make no maps of excluded folders", async () => {
    const { page } = app.current;
    await page.keyboard.press("Control+,");
    await page.locator(".setting-item.mod-clickable").nth(1).click();
    await page.locator(".setting-item-heading .extra-setting-button").click();
    const input = page.locator(".setting-items input");
    await input.fill("Bread/Enrich");
    await page.locator(".setting-item-error", { hasText: words.none }).waitFor();
    await app.current.screenshot(`settings-folders-${lang}-${theme}`);
    await input.fill("Bread/Enriched");
    const maps = (): Promise<string[]> =>
      app.current.executeObsidian(({ plugins }) => (plugins["moc-path"] as unknown as ApiOwner).api.maps());
    await expect.poll(maps).not.toContain("Bread/Enriched/_MOC.md");
    expect(await maps()).toContain(MAP);
  });
});
