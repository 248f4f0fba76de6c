// @vitest-environment happy-dom
// Files that are no notes have an empty cache in the app: they are no notes of no lines, nor maps, nor lose parts.
import { describe, expect, it } from "vitest";
import { NoteLengths } from "../../src/obsidian/note-lengths";
import { VaultNotes } from "../../src/obsidian/vault-notes";
import { vaultSnapshot } from "../../src/obsidian/vault-snapshot";
import type { App as ObsidianApp } from "obsidian";
import { startTestApp } from "../host/test-app";

const FILES = { "A.md": "# One\n\ntwo\n", "Empty.md": "", "Paper.pdf": "%PDF", "Plan.canvas": "{}" };

async function startApp(): Promise<ObsidianApp> {
  return (await startTestApp(FILES)).app as unknown as ObsidianApp;
}

describe("a file that is no note", () => {
  it("has no length, while an empty note has none of its lines", async () => {
    const lengths = new NoteLengths(await startApp());
    expect(["A.md", "Empty.md", "Paper.pdf", "Plan.canvas"].map((path) => lengths.linesOf(path))).toEqual([
      3,
      0,
      null,
      null,
    ]);
  });

  it("is not read as a map, whatever its name", async () => {
    const notes = new VaultNotes(await startApp());
    expect([notes.cacheOf("A.md") !== null, notes.cacheOf("Paper.pdf"), notes.cacheOf("Plan.canvas")]).toEqual([
      true,
      null,
      null,
    ]);
  });

  it("loses none of its parts, which nobody knows", async () => {
    const snapshot = vaultSnapshot(await startApp(), {} as never, {} as never, () => []);
    expect(snapshot.hasPart("Paper.pdf#page=2")).toBeNull();
    expect([snapshot.hasPart("A.md#One"), snapshot.hasPart("A.md#Two")]).toEqual([true, false]);
  });
});
