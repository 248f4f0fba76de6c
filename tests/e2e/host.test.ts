// The stand-in app itself in a real browser: enough of it to trust what other end-to-end tests see there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { useObsidian } from "../host/driver";

const NOTES: Readonly<Record<string, string>> = {
  "Start.md": "# Start\n\nSee [[Target#Second part|the target]] and [[Not yet]].\n",
  "folder/Target.md": `# Target\n\n${"line\n".repeat(120)}\n## Second part\n\nend\n`,
  "folder/inner/深.md": "# 深\n",
};

async function writeVault(): Promise<string> {
  const vault = await mkdtemp(join(tmpdir(), "moc-path-e2e-"));
  for (const [path, text] of Object.entries(NOTES)) {
    await mkdir(join(vault, path, ".."), { recursive: true });
    await writeFile(join(vault, path), text);
  }
  return vault;
}

const vault = await writeVault();
afterAll(() => rm(vault, { recursive: true }));

describe("the stand-in app", () => {
  const app = useObsidian({ vault });

  test("opens a note from the file explorer", async () => {
    const { page } = app.current;
    await page.click('.nav-folder-title[data-path="folder"]');
    await page.click('.nav-file-title[data-path="folder/Target.md"]');
    await page.waitForSelector('.nav-file-title.is-active[data-path="folder/Target.md"]');
    expect(await page.textContent(".mod-root .view-header-title")).toBe("Target");
    expect(await page.textContent(".mod-root .view-header-title-parent")).toBe("folder/");
    expect(await page.textContent(".cm-line.HyperMD-header-1")).toBe("# Target");
  });

  test("follows a link with Ctrl and a click, scrolled to its heading", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Start.md");
    await page.click(".cm-hmd-internal-link >> text=the target", { modifiers: ["Control"] });
    await page.waitForSelector(".cm-line.HyperMD-header-2");
    expect(await page.isVisible(".cm-line.HyperMD-header-2")).toBe(true);
    expect(await app.current.executeObsidian(({ app: inPage }) => inPage.workspace.getActiveFile()?.path)).toBe(
      "folder/Target.md",
    );
  });

  test("saves what is typed", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("folder/inner/深.md");
    await page.click(".cm-content");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("新的一行");
    await expect.poll(() => obsidianPage.read("folder/inner/深.md"), { timeout: 5000 }).toBe("# 深\n新的一行");
  });

  test("runs a command from the palette, and the colours change", async () => {
    const { page } = app.current;
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe("rgb(30, 30, 30)");
    await page.keyboard.press("Control+p");
    await page.keyboard.type("light dark");
    expect(await page.textContent(".suggestion-item.is-selected")).toBe("Toggle light/dark mode");
    await app.current.screenshot("host-palette");
    await page.keyboard.press("Enter");
    expect(await page.isVisible(".prompt")).toBe(false);
    expect(await background()).toBe("rgb(255, 255, 255)");
    await app.current.screenshot("host-light");
  });

  test("keeps tabs, sidebars and their width over a restart", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.openFile("Start.md");
    await page.click('.nav-file-title[data-path="folder/Target.md"]', { button: "middle" });
    const handle = await page.locator(".mod-left-split > .workspace-leaf-resize-handle").boundingBox();
    if (!handle) throw new Error("no handle");
    await page.mouse.move(handle.x + 2, 400);
    await page.mouse.down();
    await page.mouse.move(handle.x + 62, 400);
    await page.mouse.up();
    const state = (): Promise<readonly unknown[]> =>
      page.evaluate(() => [
        [...document.querySelectorAll(".mod-root .workspace-tab-header-inner-title")].map((el) => el.textContent),
        document.querySelector(".mod-root .workspace-tab-header.is-active")?.getAttribute("aria-label"),
        document.querySelector(".mod-left-split")?.getBoundingClientRect().width,
        document.querySelector(".nav-file-title.is-active")?.getAttribute("data-path"),
      ]);
    const before = await state();
    expect(before.slice(0, 2)).toEqual([["Start", "Target"], "Target"]);
    await app.current.reloadApp();
    await page.waitForSelector(".nav-file-title.is-active");
    expect(await state()).toEqual(before);
    await app.current.screenshot("host-dark");
  });

  test("has a menu on every file, which the keyboard can use", async () => {
    const { page } = app.current;
    await page.click('.nav-file-title[data-path="Start.md"]', { button: "right" });
    await app.current.screenshot("host-menu");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".mod-root > .workspace-tabs").count()).toBe(2);
  });

  test("turns the plugin off and on", async () => {
    const enabled = (): Promise<readonly string[]> =>
      app.current.executeObsidian(({ plugins }) => Object.keys(plugins));
    expect(await enabled()).toEqual(["moc-path"]);
    await app.current.obsidianPage.disablePlugin("moc-path");
    expect(await enabled()).toEqual([]);
    await app.current.obsidianPage.enablePlugin("moc-path");
    expect(await enabled()).toEqual(["moc-path"]);
  });

  test("starts over a fresh copy of the vault", async () => {
    const { page, obsidianPage } = app.current;
    await obsidianPage.write("Extra.md", "x");
    expect(await page.isVisible('.nav-file-title[data-path="Extra.md"]')).toBe(true);
    await obsidianPage.resetVault();
    expect(await page.locator(".nav-file-title").allTextContents()).toEqual(["Start"]);
  });
});

describe("what the page reports", () => {
  const app = useObsidian({ vault, plugin: false });

  test.each([
    ["a console error", 'console.error("wrong")', "Console error: wrong"],
    ["an uncaught error", 'setTimeout(() => { throw new Error("thrown") })', "Uncaught: Error: thrown"],
    ["an unhandled rejection", 'void Promise.reject(new Error("rejected"))', "Uncaught: Error: rejected"],
    ["a request that is refused", 'void fetch("/nothing-here")', "Request answered 404"],
  ])("fails the test that saw %s", async (_name, code, report) => {
    await app.current.page.evaluate(`{ ${code}; }`);
    await app.current.page.waitForTimeout(100);
    expect(() => app.current.assertNoErrors()).toThrow(report);
  });

  test("includes an error of executed code, and a command that does not exist", async () => {
    await expect(app.current.executeObsidian(() => Promise.reject(new Error("inside")))).rejects.toThrow("inside");
    await expect(app.current.executeObsidianCommand("no:such")).rejects.toThrow("Command no:such could not be run");
  });

  test("a page without the plugin has none", async () => {
    expect(await app.current.executeObsidian(({ plugins }) => Object.keys(plugins))).toEqual([]);
  });
});

test("npm start serves a copy of the vault until it is interrupted, and leaves nothing behind", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "moc-path-tmp-"));
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, ["tests/tools/start.mjs", "--no-open", "--vault", vault], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+\//u.exec(line.toString())?.[0] ?? "";
  expect(await (await fetch(`${url}vault/file?path=Start.md`)).text()).toBe(NOTES["Start.md"]);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await readdir(temporary)).toEqual([]);
  await rm(temporary, { recursive: true });
});
