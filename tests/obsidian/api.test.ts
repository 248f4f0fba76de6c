// @vitest-environment happy-dom
// The API of the built plugin, as another plugin or a script meets it.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApiOwner, MocPathApi, PathChange } from "../../src/api";
import { builtPlugin } from "../host/built-plugin";
import { makeTestApp, startTestApp, type TestApp } from "../host/test-app";

const notes = {
  "Bread MOC.md":
    "# Bread\n\n## Basics\n\n- [[Flour]] ★★★★☆\n- [[Water#Soft|Soft water]]\n- [Salt](https://salt.example)\n- [[Unwritten]]\n- Tools\n",
  "Sea MOC.md": "- [[Flour]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Soft\n",
  "Alone.md": "# Alone\n",
};
const MAP = "Bread MOC.md";

const open: TestApp[] = [];
const apiOf = ({ app }: TestApp): MocPathApi => (app.plugins.plugins["moc-path"] as unknown as ApiOwner).api;

async function start(files: Readonly<Record<string, string>> = notes): Promise<{ test: TestApp; api: MocPathApi }> {
  const test = await startTestApp(files, { plugins: [builtPlugin()] });
  open.push(test);
  return { test, api: apiOf(test) };
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the API", () => {
  it("has what it promises, by its name", async () => {
    const { api } = await start();
    const promised = ["version", "maps", "outline", "tally", "state", "mark", "next", "findings", "places", "on"];
    expect(promised.filter((name) => !(name in api))).toEqual([]);
    expect(api.version).toBe(1);
  });

  it("leaves progress files out of folders, in whichever case the setting names their folder", async () => {
    const DATA = ".obsidian/plugins/moc-path/data.json";
    const { test, api } = await start({
      ...{ "Log/one.md": "", "Log/two.md": "", "Other/one.md": "", "Other/two.md": "", [DATA]: '{"folder":"log"}' },
    });
    expect((await api.outline("Other/")).entries).toHaveLength(2);
    await expect(api.outline("Log/")).rejects.toThrow('unknown map "Log/"');
    await test.app.vault.adapter.write(DATA, '{"folder":"other"}');
    await test.app.plugins.plugins["moc-path"]?.onExternalSettingsChange?.();
    expect((await api.outline("Log/")).entries).toHaveLength(2);
    await expect(api.outline("Other/")).rejects.toThrow('unknown map "Other/"');
  });

  it("proposes where a note belongs, and writes nothing", async () => {
    const { api, test } = await start();
    await test.app.vault.create("Bread basics.md", "Of [[Flour]].");
    await vi.waitFor(async () => expect(await api.places("Bread basics.md")).toHaveLength(2));
    const [first] = await api.places("Bread basics.md");
    expect(first).toMatchObject({ map: MAP, section: ["Basics"], after: 4, preview: "- [[Bread basics]]" });
    expect(first?.reasons.length).toBeGreaterThan(0);
    await expect(api.places("None.md")).rejects.toThrow('unknown note "None.md"');
    expect(await api.places("Flour.md")).toEqual([]);
    expect(test.app.vault.getFileByPath(MAP)).not.toBeNull();
  });

  it("answers when all is known, however early it is asked", async () => {
    let letGo = (): void => undefined;
    const test = makeTestApp(notes, {
      plugins: [builtPlugin()],
      indexing: "late",
      layoutGate: new Promise((resolve) => (letGo = resolve)),
    });
    open.push(test);
    const booted = test.app.boot(test.containerEl);
    await vi.waitFor(() => expect(test.app.plugins.plugins["moc-path"]).toBeDefined());
    const asked = Promise.all([apiOf(test).maps(), apiOf(test).state("Flour.md")]);
    letGo();
    await booted;
    expect(await asked).toEqual([["Bread MOC.md", "Sea MOC.md"], "todo"]);
  });

  it("tells what is to be mended in a map, and changes nothing", async () => {
    const { test, api } = await start();
    const found = await api.findings(MAP);
    expect(found.map(({ kind, line, text }) => [kind, line, text])).toEqual([
      ["broken", 7, "[[Unwritten]]"],
      ["unlisted", null, ""],
    ]);
    expect(found[1]?.target).toBe("Alone.md");
    expect(await test.app.vault.adapter.read(MAP)).toBe(notes[MAP]);
    await expect(api.findings("Alone.md")).rejects.toThrow('unknown map "Alone.md"');
  });

  it("tells what a map says and how far along it is", async () => {
    const { api } = await start();
    const { title, chapters, tally } = await api.outline(MAP);
    expect([title, chapters.map((one) => one.title)]).toEqual(["Bread", ["Basics"]]);
    expect(await api.tally(MAP)).toEqual({ counted: 3, done: 0, doing: 0, skipped: 0, todo: 3, missing: 1 });
    expect(await api.tally(MAP)).toEqual(tally);
    expect(await api.next(MAP)).toEqual({ target: "Flour.md", kind: "note", title: "Flour", line: 4, why: "first" });
  });

  it("names the bullets below an entry and the topics before the first chapter", async () => {
    const { test, api } = await start();
    await test.app.vault.create("Sky MOC.md", "- [[Flour]]\n  - sifted\n- Clouds\n\n## One\n- Rain\n");
    await vi.waitFor(async () => expect(await api.maps()).toContain("Sky MOC.md"));
    const { entries, topics, chapters } = await api.outline("Sky MOC.md");
    expect(entries.map(({ title, details }) => [title, details])).toEqual([["Flour", ["sifted"]]]);
    expect([topics, chapters[0]?.topics]).toEqual([[{ title: "Clouds", line: 2 }], [{ title: "Rain", line: 5 }]]);
  });

  it("hands out copies", async () => {
    const { api } = await start();
    const spoil = (value: object): void => {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === "object" && inner !== null) spoil(inner as object);
        Reflect.set(value, key, "spoilt");
      }
    };
    const before = JSON.stringify(await api.outline(MAP));
    spoil(await api.outline(MAP));
    spoil(await api.tally(MAP));
    spoil(await api.maps());
    spoil((await api.next(MAP)) ?? {});
    expect(JSON.stringify(await api.outline(MAP))).toBe(before);
    expect(await api.maps()).toEqual([MAP, "Sea MOC.md"]);
  });

  it("marks one or several targets as one action, and says which became different", async () => {
    const { test, api } = await start();
    expect(await api.mark("Flour.md", "done")).toEqual(["Flour.md"]);
    const targets = ["Flour.md", "Water.md#Soft", "https://salt.example", "Alone.md"];
    expect(await api.mark(targets, "done")).toEqual(["Water.md#Soft", "https://salt.example", "Alone.md"]);
    expect(await api.next(MAP)).toBeNull();
    test.app.commands.executeCommandById("moc-path:undo");
    await vi.waitFor(async () =>
      expect(await Promise.all(targets.map((target) => api.state(target)))).toEqual(["done", "todo", "todo", "todo"]),
    );
  });

  it.each([
    ["a map", (api: MocPathApi) => api.outline("Flour.md"), 'unknown map "Flour.md"'],
    ["a map's tally", (api: MocPathApi) => api.tally("None.md"), 'unknown map "None.md"'],
    ["a name without its path", (api: MocPathApi) => api.state("Flour"), 'unknown target "Flour"'],
    ["a missing note", (api: MocPathApi) => api.mark(["Flour.md", "Unwritten"], "done"), 'unknown target "Unwritten"'],
    [
      "an address that no map lists",
      (api: MocPathApi) => api.state("https://other.example"),
      'unknown target "https://other.example"',
    ],
    [
      "a state",
      (api: MocPathApi) => api.mark("Flour.md", "read" as "done"),
      'unknown state "read": it can be todo, doing, done, skipped',
    ],
  ])("rejects what it does not know by name: %s", async (_, ask, message) => {
    const { api } = await start();
    await expect(ask(api)).rejects.toThrow(message);
    expect(await api.state("Flour.md")).toBe("todo");
  });

  it("tells of changed states and maps until that is ended or the plugin is turned off, whatever other listeners do", async () => {
    const logs = (["error", "warn"] as const).map((one) => vi.spyOn(console, one).mockImplementation(() => undefined));
    const { test, api } = await start();
    await api.maps();
    const told: PathChange[] = [];
    api.on("change", () => {
      throw new Error("mine");
    });
    const end = api.on("change", (change) => void told.push(change));
    await api.mark("Flour.md", "doing");
    await test.app.vault.process(test.app.vault.getFileByPath("Sea MOC.md")!, (text) => `${text}- [[Alone]]\n`);
    await vi.waitFor(() =>
      expect(told).toEqual([
        { maps: [], targets: ["Flour.md"] },
        { maps: ["Sea MOC.md"], targets: [] },
      ]),
    );
    expect(logs.flatMap(({ mock }) => mock.calls.map(([, said]): unknown => said))).toEqual([
      "What follows the maps failed at Sea MOC.md.",
      "What follows progress failed at Flour.md.",
    ]);
    end();
    await api.mark("Flour.md", "done");
    expect(told).toHaveLength(2);
    expect(() => api.on("changes" as "change", () => undefined)).toThrow('unknown event "changes"');
  });
});
