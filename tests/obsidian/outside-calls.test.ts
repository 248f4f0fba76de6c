// @vitest-environment happy-dom
// The built plugin as it is called from outside the app: by obsidian:// addresses and from the command line.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Outline } from "../../src/core/roadmap/outline";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const DEMO = "tests/fixtures/vault";
const notes = {
  "Bread/_MOC.md": "---\ntitle: Bread & more\n---\n- [[Flour]]\n- [[Water]]\n",
  "Sea MOC.md": "- [[Water]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(texts: Readonly<Record<string, string>> = notes): Promise<TestApp> {
  const test = await startTestApp(texts, { plugins: [builtPlugin()] });
  open.push(test);
  return test;
}

function demoNotes(): Readonly<Record<string, string>> {
  const paths = readdirSync(DEMO, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  return Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(DEMO, path), "utf8")]));
}

const call = (test: TestApp, ...line: readonly string[]): Promise<string> => test.app.outsideCalls.runCommand(line);
const shown = ({ containerEl }: TestApp): string | null | undefined =>
  containerEl.querySelector(".moc-path-map-name")?.textContent;
const notices = (): string => [...document.querySelectorAll(".notice")].map((el) => el.textContent).join("\n");

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("an address", () => {
  it.each([
    ["path", "obsidian://moc-path?vault=v&map=Bread%2F_MOC.md"],
    ["link", "obsidian://moc-path?map=Bread/_MOC"],
    ["title", "obsidian://moc-path?map=Bread%20%26%20more"],
  ])("shows the map that it names by its %s", async (_, uri) => {
    const test = await start();
    test.app.outsideCalls.openUri(uri);
    await eventually(() => expect(shown(test)).toBe("Bread & more"));
  });

  it("opens what to go on with, until nothing is left", async () => {
    const test = await start();
    test.app.outsideCalls.openUri("obsidian://moc-path?map=Sea%20MOC&next");
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Water.md"));
    test.app.commands.executeCommandById("moc-path:mark-done");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-row.mod-entry.is-done")).not.toBeNull());
    test.app.outsideCalls.openUri("obsidian://moc-path?map=Sea%20MOC&next");
    await eventually(() => expect(notices()).toContain("Nothing is left to do"));
  });

  it("that names no map says so and opens nothing", async () => {
    const test = await start();
    test.app.outsideCalls.openUri("obsidian://moc-path?map=Flour&next");
    await eventually(() => expect(notices()).toBe("There is no map “Flour” in this vault."));
    expect(test.containerEl.querySelector(".moc-path-view")).toBeNull();
  });

  it("without a map opens the roadmap", async () => {
    const test = await start();
    test.app.outsideCalls.openUri("obsidian://moc-path");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-view")).not.toBeNull());
  });

  it("of the map that is shown can be copied, and leads back to it", async () => {
    const test = await start();
    test.app.outsideCalls.openUri("obsidian://moc-path?map=Bread/_MOC");
    await eventually(() => expect(shown(test)).toBe("Bread & more"));
    const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    test.app.commands.executeCommandById("moc-path:copy-uri");
    expect(written).toHaveBeenCalledWith("obsidian://moc-path?vault=Vault&map=Bread%2F_MOC.md");
  });
});

describe("the command line", () => {
  it("prints the same outlines as npm run outline, of one map and of all", async () => {
    const test = await start(demoNotes());
    const printed = execFileSync(process.execPath, ["tests/tools/run.mjs", "outline", DEMO], { encoding: "utf8" });
    expect(await call(test, "moc-path:outline", "format=json")).toBe(printed.trimEnd());
    const [one] = JSON.parse(printed) as readonly Outline[];
    expect(JSON.parse(await call(test, "moc-path:outline", "format=json", `map=${one?.path}`))).toEqual(one);
  });

  it("prints the same findings as npm run findings, and changes nothing", async () => {
    const test = await start(demoNotes());
    const printed = execFileSync(process.execPath, ["tests/tools/run.mjs", "findings", DEMO], { encoding: "utf8" });
    expect(await call(test, "moc-path:findings", "format=json")).toBe(printed.trimEnd());
    const [one] = JSON.parse(printed) as readonly { readonly map: string }[];
    const lines = await call(test, "moc-path:findings", `map=${one?.map}`);
    expect(lines.split("\n").every((line) => line.startsWith(one?.map ?? "?"))).toBe(true);
  });

  it("prints an outline, progress and what is next as text", async () => {
    const test = await start();
    expect(await call(test, "moc-path:outline", "map=Sea MOC")).toBe("# Sea MOC\n\n- [ ] [[Water]]\n");
    expect(await call(test, "moc-path:progress")).toBe(
      "0%  0/2  Bread & more  Bread/_MOC.md\n0%  0/1  Sea MOC  Sea MOC.md",
    );
    expect(await call(test, "moc-path:next", "map=Bread & more")).toBe("Bread & more: Flour  Flour.md");
  });

  it("prints progress and what is next as JSON", async () => {
    const test = await start();
    const tally = { counted: 1, done: 0, doing: 0, skipped: 0, todo: 1, missing: 0 };
    expect(JSON.parse(await call(test, "moc-path:progress", "map=Sea MOC", "format=json"))).toEqual({
      path: "Sea MOC.md",
      title: "Sea MOC",
      tally,
      total: tally,
    });
    const next = { target: "Water.md", kind: "note", title: "Water", line: 0, why: "first" };
    expect(JSON.parse(await call(test, "moc-path:next", "map=Sea MOC", "format=json"))).toEqual({
      path: "Sea MOC.md",
      title: "Sea MOC",
      next,
    });
  });

  it("prints where a note belongs", async () => {
    const test = await start();
    await test.app.vault.create("Sea salt.md", "From [[Water]].");
    await vi.waitFor(async () =>
      expect(await call(test, "moc-path:place", "note=Sea salt")).toContain("- [[Sea salt]]"),
    );
    const places = JSON.parse(await call(test, "moc-path:place", "note=Sea salt", "format=json")) as unknown[];
    expect(places[0]).toMatchObject({ note: "Sea salt.md", map: "Sea MOC.md", after: 0 });
    expect(await call(test, "moc-path:place", "note=None")).toBe('Error: unknown note "None"');
  });

  it("says what is wrong", async () => {
    const test = await start();
    expect(await call(test, "moc-path:next", "map=Flour")).toBe('Error: unknown map "Flour"');
    expect(await call(test, "moc-path:outline", "format=xml")).toBe(
      'Error: unknown format "xml": it can be text, json',
    );
  });

  it("has help for each command, and none once the plugin is off", async () => {
    const test = await start();
    expect(test.app.outsideCalls.help()).toEqual([
      "moc-path:outline map=<path> format=text|json – Print what maps say, with states",
      "moc-path:progress map=<path> format=text|json – Print how far along maps are",
      "moc-path:next map=<path> format=text|json – Print what to go on with on maps",
      "moc-path:findings map=<path> format=text|json – Print the problems found in maps",
      "moc-path:place note=<path> format=text|json – Print the sections of maps that a note belongs to",
    ]);
    await test.app.plugins.disablePlugin("moc-path");
    expect(test.app.outsideCalls.help()).toEqual([]);
    expect(() => test.app.outsideCalls.openUri("obsidian://moc-path")).toThrow();
  });
});
