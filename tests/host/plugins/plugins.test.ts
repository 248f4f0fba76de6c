// @vitest-environment happy-dom
// Loading plugins, turning them off and on, and what is left when that fails.
import { EditorView } from "@codemirror/view";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PluginManifest } from "obsidian";
import { startTestApp, type TestApp, type TestAppOptions } from "../test-app";
import type { InstalledPlugin } from "./plugins";

const manifest: PluginManifest = {
  id: "probe",
  name: "Probe",
  author: "Nobody",
  version: "1.0.0",
  minAppVersion: "1.13.0",
  description: "Looks.",
};
const page = window as unknown as { seen: unknown[] };
const open: TestApp[] = [];

/** A plugin from the text of its main.js, which finds the list `seen` on the window. */
function plugin(code: string, id = "probe"): InstalledPlugin {
  return { manifest: { ...manifest, id }, code };
}

/** A plugin class whose members have these bodies. */
function pluginClass(members: string): string {
  return `const obsidian = require("obsidian"); module.exports = class extends obsidian.Plugin { ${members} };`;
}

async function start(options: TestAppOptions = {}): Promise<TestApp> {
  page.seen = [];
  const test = await startTestApp({ "A.md": "a" }, options);
  open.push(test);
  return test;
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("main.js", () => {
  it.each([
    ["module.exports", `module.exports = class extends require("obsidian").Plugin {}`],
    [
      "exports.default, as bundlers write it",
      `exports.__esModule = true; exports.default = class extends require("obsidian").Plugin {}`,
    ],
  ])("may export its plugin as %s", async (_, code) => {
    const { app } = await start({ plugins: [plugin(code)] });
    expect(app.plugins.plugins["probe"]?.manifest.name).toBe("Probe");
  });

  it("that exports no plugin is refused with the plugin's id", async () => {
    const { app } = await start();
    app.plugins.install(plugin("module.exports = class {}"));
    await expect(app.plugins.enablePlugin("probe")).rejects.toThrow("probe does not export a plugin");
    expect(app.plugins.plugins).toEqual({});
  });

  it("is given the app's own copy of CodeMirror", async () => {
    await start({ plugins: [plugin(`seen.push(require("@codemirror/view").EditorView); ${pluginClass("")}`)] });
    expect(page.seen).toEqual([EditorView]);
  });

  it.each([
    ["fs", 'The app does not provide "fs"'],
    ["@lezer/common", '"@lezer/common" is not part of the stand-in app yet'],
  ])("is refused what is not there by name: %s", async (name, message) => {
    const { app } = await start();
    app.plugins.install(plugin(`require("${name}")`));
    await expect(app.plugins.enablePlugin("probe")).rejects.toThrow(message);
  });
});

describe("a plugin", () => {
  it("is told when the reader turns it on, not when the app starts", async () => {
    const { app } = await start({
      plugins: [
        plugin(
          pluginClass(
            `onload() { seen.push("load"); } onUserEnable() { seen.push("enable"); } onunload() { seen.push("unload"); }`,
          ),
        ),
      ],
    });
    await app.plugins.disablePlugin("probe");
    await app.plugins.enablePlugin("probe");
    await app.plugins.enablePlugin("probe");
    expect(page.seen).toEqual(["load", "unload", "load", "enable"]);
  });

  it("that fails while it loads takes back what it had added, and is not enabled", async () => {
    const { app } = await start();
    const body = `this.addCommand({ id: "go", name: "Go", callback() {} }); this.registerEvent(this.app.vault.on("modify", () => {})); throw new Error("cannot load");`;
    app.plugins.install(plugin(pluginClass(`async onload() { ${body} }`)));
    const before = app.vault.listenerCount();
    await expect(app.plugins.enablePlugin("probe")).rejects.toThrow("cannot load");
    expect([app.plugins.plugins, app.commands.findCommand("probe:go"), app.vault.listenerCount()]).toEqual([
      {},
      null,
      before,
    ]);
  });

  it("is loaded before the layout, with its settings read if it waits for them", async () => {
    const body = `async onload() { seen.push(await this.loadData(), this.app.workspace.layoutReady); this.app.workspace.onLayoutReady(() => seen.push("ready")); }`;
    await start({ plugins: [plugin(pluginClass(body))] });
    expect(page.seen).toEqual([null, false, "ready"]);
  });

  it("is told of its data only when someone else has written it, and it is newer than what it knows", async () => {
    const body = `async onload() { await this.saveData(1); }
      onExternalSettingsChange() { this.loadData().then((data) => seen.push(data)); }`;
    const test = await start({ plugins: [plugin(pluginClass(body)), plugin(pluginClass(body), "other")] });
    const { backend, outside } = test;
    const data = ".obsidian/plugins/probe/data.json";
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.seen).toEqual([]);
    await outside.write(data, "2");
    await outside.write(data, "3");
    await vi.waitFor(() => expect(page.seen).toEqual([3]));
    vi.spyOn(backend, "stat").mockResolvedValue([{ path: data, kind: "file", ctime: 0, mtime: 1, size: 1 }]);
    await outside.write(data, "4");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.seen).toEqual([3]);
  });

  it("whose data is no JSON gets nothing, with an error in the console alone, and the file stays", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { app, backend } = await start({ plugins: [plugin(pluginClass(""))] });
    await app.vault.adapter.mkdir(".obsidian/plugins/probe");
    await app.vault.adapter.write(".obsidian/plugins/probe/data.json", "{ broken");
    await expect(app.plugins.plugins["probe"]?.loadData()).resolves.toBeUndefined();
    expect(logged.mock.calls[0]?.[0]).toBeInstanceOf(SyntaxError);
    logged.mockRestore();
    expect(backend.texts()[".obsidian/plugins/probe/data.json"]).toBe("{ broken");
  });

  it("that is not installed cannot be turned on, and turning off what is off does nothing", async () => {
    const { app } = await start();
    await expect(app.plugins.enablePlugin("none")).rejects.toThrow('There is no plugin "none"');
    await expect(app.plugins.disablePlugin("none")).resolves.toBeUndefined();
  });

  it("sees the same app as another, and both the same parts", async () => {
    const code = pluginClass(`onload() { seen.push(this.app, this.app.vault, this.app.vault.adapter); }`);
    await start({ plugins: [plugin(code, "one"), plugin(code, "two")] });
    for (const at of [0, 1, 2]) expect(page.seen[at] === page.seen[at + 3]).toBe(true);
  });
});
