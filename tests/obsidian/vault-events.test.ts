// @vitest-environment happy-dom
// Followers of the vault are told of all that happens: in order, and of thousands in slices.
import type { App } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SLICE } from "../../src/obsidian/time-slices";
import { VaultEvents } from "../../src/obsidian/vault-events";
import { makeTestApp, type TestApp } from "../host/test-app";

/** Milliseconds that a follower takes for each thing it is told. */
const COST = 1;

let now = 0;
let test: TestApp;
let events: VaultEvents;
let told: string[];

beforeEach(async () => {
  vi.useFakeTimers();
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  test = makeTestApp({ "A.md": "a", "Folder/B.md": "b" });
  await test.app.boot(test.containerEl);
  events = new VaultEvents(test.app as unknown as App);
  told = [];
  events.follow("The first", {
    created: (path) => tell(`created ${path}`),
    changed: (path, text) => tell(`changed ${path}: ${text}`),
    removed: (path) => tell(`removed ${path}`),
    renamed: (path, oldPath) => tell(`renamed ${oldPath} to ${path}`),
    folderRenamed: (path, oldPath) => tell(`folder ${oldPath} to ${path}`),
  });
  events.begin(() => undefined);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await test.app.close();
});

function tell(what: string): void {
  told.push(what);
  now += COST;
}

function rename(count: number): readonly string[] {
  const file = test.app.vault.getFileByPath("A.md");
  const names = Array.from({ length: count }, (_, at) => `${at}.md`);
  for (const name of names) {
    const oldPath = file?.path ?? "";
    if (file) file.path = name;
    test.app.vault.trigger("rename", file, oldPath);
  }
  return ["A.md", ...names.slice(0, -1)].map((name, at) => `renamed ${name} to ${names[at] ?? ""}`);
}

describe("followers of the vault", () => {
  it("are told of files at once, of folders by what is in them, and on request of a renamed folder", async () => {
    const { vault } = test.app;
    const note = await vault.create("C.md", "c");
    await vi.advanceTimersByTimeAsync(1000);
    await vault.rename(note, "D.md");
    const folder = vault.getFolderByPath("Folder");
    if (folder) await vault.rename(folder, "Other");
    await vault.delete(note);
    expect(told).toEqual([
      "created C.md",
      "changed C.md: c",
      "renamed C.md to D.md",
      "folder Folder to Other",
      "renamed Folder/B.md to Other/B.md",
      "removed D.md",
    ]);
  });

  it("are told of many in their order and as they were, one slice at once and the others one at a time", async () => {
    const all = rename(20);
    expect(told).toEqual(all.slice(0, SLICE));
    await vi.advanceTimersToNextTimerAsync();
    expect(told).toEqual(all.slice(0, 2 * SLICE));
    // Events that come meanwhile come last.
    test.app.vault.trigger("delete", test.app.vault.getFileByPath("Folder/B.md"));
    expect(told).toHaveLength(2 * SLICE);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([...all, "removed Folder/B.md"]);
    expect(rename(1)).toHaveLength(1);
    expect(told).toHaveLength(22);
  });

  it("are told of all that waits once no more is to come", () => {
    const all = rename(20);
    events.slices.finish();
    expect(told).toEqual(all);
  });

  it("are told although another fails, and no more when they have ended", () => {
    const said: readonly unknown[][] = vi.spyOn(console, "error").mockImplementation(() => undefined).mock.calls;
    const others: string[] = [];
    const fails = (): void => {
      throw new Error("not ours");
    };
    const end = events.follow("The second", { renamed: fails });
    events.follow("The third", { renamed: (path) => others.push(path) });
    rename(1);
    end();
    rename(1);
    expect(others).toEqual(["0.md", "0.md"]);
    expect(said.map((parts) => parts[1])).toEqual(["The second could not follow what happened to 0.md."]);
  });
});
