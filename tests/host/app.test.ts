// @vitest-environment happy-dom
// Starting the stand-in, telling of changes, and refusing what the real app would not offer.
import type { CachedMetadata, PluginManifest } from "obsidian";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { App } from "./app";
import type { InstalledPlugin } from "./plugins/plugins";
import { makeTestApp, startTestApp, type TestApp, type TestAppOptions } from "./test-app";
import type { TFile } from "./vault";

const manifest: PluginManifest = {
  id: "probe",
  name: "Probe",
  author: "Nobody",
  version: "1.0.0",
  minAppVersion: "1.13.0",
  description: "Looks.",
};

/** A plugin whose `onload` has this body, with `app`, `plugin`, `obsidian` and the list `seen`. */
function probe(body: string, minAppVersion = "1.13.0"): InstalledPlugin {
  const code = `const obsidian = require("obsidian");
    module.exports = class extends obsidian.Plugin {
      onload() { const plugin = this, app = this.app, seen = (window.seen ??= []); ${body} }
    };`;
  return { manifest: { ...manifest, minAppVersion }, code };
}

const notes = { "Folder/A.md": "# A\n[[B]] [[Nowhere]]\n", "B.md": "b\n" };
const page = window as unknown as { seen?: unknown[] };
const open: TestApp[] = [];

async function start(options: TestAppOptions = {}, texts: Readonly<Record<string, string>> = notes): Promise<App> {
  const test = await startTestApp(texts, options);
  open.push(test);
  return test.app;
}

async function startProbe(body: string, options: TestAppOptions = {}): Promise<readonly unknown[]> {
  await start({ ...options, plugins: [probe(body)] });
  return page.seen ?? [];
}

/** Notes everything that cache and vault tell of, by name and path. */
function record(app: App): string[] {
  const log: string[] = [];
  for (const name of ["create", "modify", "delete", "rename"])
    app.vault.on(name, (file: TFile) => void log.push(`${name} ${file.path}`));
  for (const name of ["changed", "deleted", "resolve"])
    app.metadataCache.on(name, (file: TFile) => void log.push(`${name} ${file.path}`));
  app.metadataCache.on("resolved", () => void log.push("resolved"));
  return log;
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  delete page.seen;
  document.body.empty();
});

describe("the start", () => {
  it("tells of every existing file as created before the layout is ready", async () => {
    const test = makeTestApp(notes);
    open.push(test);
    const log = record(test.app);
    test.app.workspace.onLayoutReady(() => log.push("layout ready"));
    await test.app.boot(test.containerEl);
    expect(log.filter((line) => !line.startsWith("resolve"))).toEqual([
      "create B.md",
      "create Folder",
      "create Folder/A.md",
      "layout ready",
    ]);
  });

  it("runs onLayoutReady at once when the layout is ready already", async () => {
    const app = await start();
    const ready = vi.fn();
    app.workspace.onLayoutReady(ready);
    expect(ready).toHaveBeenCalledOnce();
  });

  it("holds the layout back as long as it is told to", async () => {
    let release = (): void => undefined;
    const test = makeTestApp(notes, { layoutGate: new Promise((resolve) => (release = resolve)) });
    open.push(test);
    const booted = test.app.boot(test.containerEl);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(test.app.workspace.layoutReady).toBe(false);
    release();
    await booted;
    expect(test.app.workspace.layoutReady).toBe(true);
  });

  it("loads plugins before it knows of any file, and tells them of each", async () => {
    const body = `seen.push(app.vault.getFiles().length, app.vault.getFileByPath("B.md"));
      app.vault.on("create", (file) => seen.push(file.path));
      app.workspace.onLayoutReady(() => seen.push("layout ready"));`;
    expect(await startProbe(body)).toEqual([0, null, "B.md", "Folder", "Folder/A.md", "layout ready"]);
  });

  it("has no cache of a note until it is indexed, which may be after the layout is ready", async () => {
    const body = `app.workspace.onLayoutReady(() => seen.push(app.metadataCache.getCache("B.md")));`;
    expect(await startProbe(body, { indexing: "late" })).toEqual([null]);
  });

  it("tells of resolved before any note is indexed, before any link is resolved, and when all are", async () => {
    const body = `const { metadataCache: cache } = app;
      cache.on("resolved", () => seen.push([
        cache.getCache("Folder/A.md") !== null, cache.resolvedLinks["Folder/A.md"] !== undefined]));`;
    expect(await startProbe(body, { indexing: "late" })).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it("fires no changed for notes that were indexed in an earlier run", async () => {
    const test = makeTestApp(notes);
    open.push(test);
    const log = record(test.app);
    await test.app.boot(test.containerEl);
    expect(log.filter((line) => line.startsWith("changed"))).toEqual([]);
    expect(test.app.metadataCache.getCache("B.md")).not.toBeNull();
  });
});

describe("events", () => {
  it("tell of changed after modify, then of resolved links", async () => {
    const app = await start();
    const log = record(app);
    await app.vault.modify(app.vault.getFileByPath("B.md")!, "c [[A]]\n");
    await vi.waitFor(() => expect(log).toContain("resolved"));
    expect(log).toEqual(["modify B.md", "changed B.md", "resolve B.md", "resolved"]);
  });

  it("tell of changed late while the worker is held up, with the text that it was given", async () => {
    const app = await start();
    const told: string[] = [];
    app.metadataCache.on("changed", (_: TFile, data: string) => void told.push(data));
    const release = app.metadataCache.hold();
    const file = app.vault.getFileByPath("B.md")!;
    await app.vault.modify(file, "# one\n");
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.vault.modify(file, "# two\n");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([told, app.metadataCache.getCache("B.md")?.headings]).toEqual([[], undefined]);
    release();
    await vi.waitFor(() => expect(told).toEqual(["# one\n", "# two\n"]));
  });

  it("give changed the new text and its cache", async () => {
    const app = await start();
    const seen: [string, CachedMetadata][] = [];
    app.metadataCache.on("changed", (_: TFile, data: string, cache: CachedMetadata) => void seen.push([data, cache]));
    await app.vault.process(app.vault.getFileByPath("B.md")!, (text) => `# ${text}`);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.[0]).toBe("# b\n");
    expect(seen[0]?.[1].headings?.[0]?.heading).toBe("b");
  });

  it("never tell of changed on a rename, which keeps the cache and moves links", async () => {
    const app = await start();
    const [log, cache] = [record(app), app.metadataCache.getCache("B.md")];
    await app.vault.rename(app.vault.getFileByPath("B.md")!, "Folder/C.md");
    await vi.waitFor(() => expect(log).toContain("resolved"));
    expect(log.some((line) => line.startsWith("changed"))).toBe(false);
    expect(app.metadataCache.getCache("Folder/C.md")).toBe(cache);
    expect(app.metadataCache.unresolvedLinks["Folder/A.md"]).toEqual({ B: 1, Nowhere: 1 });
  });

  it("tell of a rename before links are rewritten, which is nothing but changed notes", async () => {
    const app = await start();
    const source = await app.vault.create("Map.md", "[[B|b]] ![[B#x]] [m](B.md) [[A]] `[[B]]`\n");
    await vi.waitFor(() => expect(app.metadataCache.resolvedLinks["Map.md"]).toHaveProperty(["B.md"]));
    app.fileManager.updatesLinks = true;
    const log = record(app);
    app.vault.on("rename", () => void app.vault.read(source).then((text) => log.push(text)));
    await app.fileManager.renameFile(app.vault.getFileByPath("B.md")!, "Folder/New name.md");
    await vi.waitFor(() => expect(log.at(-1)).toBe("resolved"));
    expect(await app.vault.read(source)).toBe(
      "[[New name|b]] ![[New name#x]] [m](Folder/New%20name.md) [[A]] `[[B]]`\n",
    );
    expect(log.indexOf("rename Folder/New name.md")).toBeLessThan(log.indexOf("modify Map.md"));
    expect(log).toContain("changed Map.md");
  });

  it("tell of a renamed folder and of each note in it", async () => {
    const app = await start();
    const log = record(app);
    await app.vault.rename(app.vault.getFolderByPath("Folder")!, "Other");
    expect(log.slice(0, 2)).toEqual(["rename Other", "rename Other/A.md"]);
    expect(app.vault.getFileByPath("Other/A.md")?.parent?.path).toBe("Other");
  });

  it("resolve the links of other notes when a note comes, without telling that those changed", async () => {
    const app = await start();
    const log = record(app);
    await app.vault.create("Nowhere.md", "now here");
    await vi.waitFor(() => expect(log).toContain("resolved"));
    expect(log).toEqual([
      "create Nowhere.md",
      "changed Nowhere.md",
      "resolve Nowhere.md",
      "resolve Folder/A.md",
      "resolved",
    ]);
    expect(app.metadataCache.resolvedLinks["Folder/A.md"]).toEqual({ "B.md": 1, "Nowhere.md": 1 });
  });

  it("give deleted the cache there was", async () => {
    const app = await start();
    const seen: unknown[] = [];
    app.metadataCache.on(
      "deleted",
      (file: TFile, cache: CachedMetadata | null) => void seen.push(file.path, cache?.sections?.length),
    );
    await app.vault.delete(app.vault.getFileByPath("B.md")!);
    expect(seen).toEqual(["B.md", 1]);
    expect(app.metadataCache.getCache("B.md")).toBeNull();
  });
});

describe("the vault", () => {
  it("processes a file in one step, one after the other", async () => {
    const app = await start();
    const file = app.vault.getFileByPath("B.md")!;
    await Promise.all([1, 2, 3].map((number) => app.vault.process(file, (text) => `${text}${number}`)));
    expect(await app.vault.read(file)).toBe("b\n123");
  });

  it("writes nothing when the change throws, and goes on afterwards", async () => {
    const app = await start();
    const file = app.vault.getFileByPath("B.md")!;
    const fail = app.vault.process(file, () => {
      throw new Error("no");
    });
    await expect(fail).rejects.toThrow("no");
    await app.vault.process(file, (text) => text.toUpperCase());
    expect(await app.vault.read(file)).toBe("B\n");
  });

  it("keeps every byte: line ends and byte order mark", async () => {
    const app = await start({}, { "A.md": "\uFEFFa\r\nb\r\n" });
    await app.vault.process(app.vault.getFileByPath("A.md")!, (text) => text.replace("b", "c"));
    expect(await app.vault.read(app.vault.getFileByPath("A.md")!)).toBe("\uFEFFa\r\nc\r\n");
  });

  it("refuses what is there already, and folders that are not", async () => {
    const app = await start();
    await expect(app.vault.create("B.md", "")).rejects.toThrow("File already exists.");
    await expect(app.vault.createFolder("Folder")).rejects.toThrow("Folder already exists.");
    await expect(app.vault.create("None/A.md", "")).rejects.toThrow("None");
  });

  it("logs every write, and none where nothing was written", async () => {
    const app = await start();
    const before = app.vault.writeLog.length;
    await app.vault.read(app.vault.getFileByPath("B.md")!);
    expect(app.vault.writeLog).toHaveLength(before);
    await app.vault.create("C.md", "");
    expect(app.vault.writeLog.slice(before)).toEqual([{ op: "write", path: "C.md" }]);
  });

  it("hides the config folder from the vault, not from the adapter", async () => {
    const app = await start({}, { ...notes, ".obsidian/app.json": "{}" });
    expect(app.vault.getFileByPath(".obsidian/app.json")).toBeNull();
    expect(await app.vault.adapter.read(".obsidian/app.json")).toBe("{}");
  });
});

describe("quitting", () => {
  it("waits for what plugins have to do first, and unloads none", async () => {
    const seen = await startProbe(
      `plugin.registerEvent(app.workspace.on("quit", (tasks) => tasks.add(async () => { await null; seen.push("saved"); })));
       plugin.register(() => seen.push("unloaded"));`,
    );
    await open.at(-1)?.app.quit();
    expect(seen).toEqual(["saved"]);
  });
});

describe("strictness", () => {
  it.each([
    ["app.commands", "App.commands is not in obsidian.d.ts"],
    ["app.vault.queues", "Vault.queues is not in obsidian.d.ts"],
    ["app.workspace.viewRegistry", "Workspace.viewRegistry is not in obsidian.d.ts"],
    ["app.metadataCache.caches", "MetadataCache.caches is not in obsidian.d.ts"],
    ["app.renderContext", "App.renderContext is not part of the stand-in app yet"],
    ["app.fileManager.promptForDeletion", "FileManager.promptForDeletion is not part of the stand-in app yet"],
    ["app.vault.adapter.backend", "DataAdapter.backend is not in obsidian.d.ts"],
    ["app.vault.adapter.process", "DataAdapter.process is not part of the stand-in app yet"],
    ['app.vault.on("raw", () => {})', 'The event "raw" of Vault is not in obsidian.d.ts'],
    ['app.workspace.on("url-menu", () => {})', 'The event "url-menu" of Workspace is not part of the stand-in app yet'],
    ["obsidian.BasesView", '"BasesView" is not part of the stand-in app yet'],
    ["obsidian.NoSuchThing", '"NoSuchThing" is not in obsidian.d.ts'],
    ["plugin.registerBasesView()", "Plugin.registerBasesView is not part of the stand-in app yet"],
    ['require("fs")', 'The app does not provide "fs"'],
  ])("names what a plugin may not use: %s", async (use, message) => {
    const seen = await startProbe(
      `try { ${use}; seen.push("went through"); } catch (error) { seen.push(error.message); }`,
    );
    expect(seen[0]).toContain(message);
  });

  it("holds in views as well", async () => {
    const body = `plugin.registerView("probe-view", (leaf) => new (class extends obsidian.ItemView {
        getViewType() { return "probe-view"; }
        getDisplayText() { return "Probe"; }
        async onOpen() { try { this.app.commands; } catch (error) { seen.push(error.message, this.app === app); } }
      })(leaf));
      app.workspace.onLayoutReady(() => app.workspace.getRightLeaf(false).setViewState({ type: "probe-view" }));`;
    await startProbe(body);
    await vi.waitFor(() => expect(page.seen).toEqual(["App.commands is not in obsidian.d.ts.", true]));
  });

  it("freezes what is cached", async () => {
    const app = await start();
    const cache = app.metadataCache.getCache("Folder/A.md");
    expect(() => cache?.links?.pop()).toThrow(TypeError);
    expect(() => Object.assign(cache?.headings?.[0] ?? {}, { heading: "x" })).toThrow(TypeError);
  });

  it("loads no plugin that needs a newer app", async () => {
    await expect(start({ plugins: [probe("", "99.0.0")] })).rejects.toThrow("needs version 99.0.0");
  });
});

describe("plugins", () => {
  const busy = `plugin.addCommand({ id: "go", name: "Go", callback() { seen.push("ran"); } });
    plugin.addRibbonIcon("star", "Star", () => {});
    plugin.registerEvent(app.vault.on("modify", () => seen.push("modified")));
    plugin.registerDomEvent(document, "click", () => seen.push("clicked"));`;

  it("name commands after themselves, and take all they added with them", async () => {
    const app = await start({ plugins: [probe(busy)] });
    expect(app.commands.findCommand("probe:go")?.name).toBe("Probe: Go");
    expect(app.commands.executeCommandById("probe:go")).toBe(true);
    const icons = document.querySelectorAll(".side-dock-ribbon-action").length;
    await app.plugins.disablePlugin("probe");
    document.body.click();
    await app.vault.modify(app.vault.getFileByPath("B.md")!, "x");
    expect(page.seen).toEqual(["ran"]);
    expect(app.commands.executeCommandById("probe:go")).toBe(false);
    expect(document.querySelectorAll(".side-dock-ribbon-action")).toHaveLength(icons - 1);
  });

  it("leave no listener behind however often they are reloaded", async () => {
    const app = await start({ plugins: [probe(busy)] });
    const before = app.vault.listenerCount();
    for (let time = 0; time < 5; time++) await app.plugins.reload("probe");
    expect(app.vault.listenerCount()).toBe(before);
  });

  it("keep their data and this device's own values over a restart", async () => {
    const first = await startTestApp(notes, {
      plugins: [probe(`plugin.saveData({ a: 1 }); app.saveLocalStorage("k", [2]);`)],
    });
    open.push(first);
    await vi.waitFor(() => expect(first.backend.texts()).toHaveProperty([".obsidian/plugins/probe/data.json"]));
    const seen = await startProbe(
      `plugin.loadData().then((data) => seen.push(data, app.loadLocalStorage("k"), app.loadLocalStorage("none")));`,
      { from: first },
    );
    await vi.waitFor(() => expect(seen).toEqual([{ a: 1 }, [2], null]));
  });

  it("are not told where either could not be kept", async () => {
    const test = makeTestApp(notes, {
      plugins: [
        probe(
          `plugin.saveData({ a: 1 }).then(() => seen.push("saved")); app.saveLocalStorage("k", 1); seen.push("kept")`,
        ),
      ],
    });
    open.push(test);
    test.faults.fail("write", new Error("ENOSPC"), { path: /data\.json$/u });
    test.storage.setItem = () => {
      throw new Error("QuotaExceededError");
    };
    page.seen = [];
    await test.app.boot(test.containerEl);
    await vi.waitFor(() => expect(page.seen).toEqual(["kept", "saved"]));
    expect(test.backend.texts()).not.toHaveProperty([".obsidian/plugins/probe/data.json"]);
    expect(test.app.loadLocalStorage("k")).toBeNull();
  });
});
