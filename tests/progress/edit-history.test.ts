// One history for marks and for edits of notes: in their order, over restarts, as far as the notes still say the same.
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core/edit/apply-edits";
import { lineEdit, linesIn } from "../../src/core/edit/lines";
import type { TextEdit } from "../../src/core/edit/text-edit";
import type { EditLabel } from "../../src/progress/kept-action";
import { packEdits, unpackEdits } from "../../src/progress/packed-edits";
import type { Progress } from "../../src/progress/progress";
import { setUp, start, type FakeDevice, type FakeVault } from "./fake-ports";

const MAP = "# Bread\r\n\r\n- [[Flour]]\r\n- [[Water]] 💧\r\n";
const LABEL: EditLabel = { name: "Flour", before: "no rating", after: "3 of 5 stars", target: "Flour.md" };

async function withMap(): Promise<{ vault: FakeVault; device: FakeDevice; progress: Progress }> {
  const all = await setUp();
  all.vault.bodies.set("Map.md", MAP);
  return all;
}

function lineOf(vault: FakeVault, path: string, number: number, insert: string): TextEdit {
  return lineEdit(path, linesIn(vault.bodies.get(path) ?? "")[number]!, insert);
}

/** Edits notes as the reader's action does. */
function edit({ vault, device, progress }: Awaited<ReturnType<typeof withMap>>, edits: readonly TextEdit[]): void {
  progress.history.addEdits({ at: device.time, label: LABEL, edits: vault.edit(edits).inverse });
}

describe("one history", () => {
  it("undoes marks and edits in the order in which they were done, after a restart too", async () => {
    const all = await withMap();
    const { vault, device, progress } = all;
    await progress.mark(["Flour.md"], "done");
    edit(all, [lineOf(vault, "Map.md", 2, "- [[Flour]] ★★★")]);
    await device.pass(2000);
    await progress.mark(["Water.md"], "doing");
    await device.pass(60_000);
    const again = await start(device);
    expect(await again.undo()).toMatchObject({ kind: "marks", changed: ["Water.md"], from: "doing", to: "todo" });
    expect(await again.undo()).toMatchObject({ kind: "edits", label: LABEL, isChanged: true, skipped: [] });
    expect([vault.bodies.get("Map.md"), again.state("Flour.md")]).toEqual([MAP, "done"]);
    expect(await again.undo()).toMatchObject({ changed: ["Flour.md"] });
    expect(await again.undo()).toBeNull();
    await again.redo();
    expect(await again.redo()).toMatchObject({ kind: "edits", isChanged: true });
    expect(vault.bodies.get("Map.md")).toBe(MAP.replace("[[Flour]]", "[[Flour]] ★★★"));
  });

  it("holds no clock against a clock: what was done last is undone first, though the clock was set back", async () => {
    const all = await withMap();
    await all.progress.mark(["Flour.md"], "done");
    all.device.time -= 3_600_000;
    edit(all, [lineOf(all.vault, "Map.md", 2, "- [[Flour]] ★★★")]);
    expect(await all.progress.undo()).toMatchObject({ kind: "edits" });
  });

  it("follows notes that were renamed, and the targets in them", async () => {
    const all = await withMap();
    edit(all, [lineOf(all.vault, "Map.md", 2, "- [[Flour]] ★★★")]);
    all.vault.bodies.set("F/Map.md", all.vault.bodies.get("Map.md") ?? "").delete("Map.md");
    all.progress.history.moved("F/Map.md", "Map.md");
    all.progress.history.moved("F/Flour.md", "Flour.md");
    const again = await start(all.device);
    expect(await again.undo()).toMatchObject({ label: { target: "F/Flour.md" }, isChanged: true });
    expect(all.vault.bodies.get("F/Map.md")).toBe(MAP);
  });

  it("takes a batch in several notes back in one step, to the byte, and names the note that says something else", async () => {
    const all = await withMap();
    const { vault, progress } = all;
    vault.bodies.set("Flour.md", "---\nrating: 2 # mine\n---\n").set("Water.md", "a\nb");
    edit(all, [
      lineOf(vault, "Map.md", 3, "- [[Water]] 💧 ★\r\n- [[Salt]]"),
      lineOf(vault, "Flour.md", 1, "rating: 3 # mine"),
      lineOf(vault, "Water.md", 1, "B"),
    ]);
    vault.bodies.set("Water.md", "a\nby another");
    expect(await progress.undo()).toMatchObject({ isChanged: true, skipped: ["Water.md"] });
    expect([...vault.bodies.values()]).toEqual([MAP, "---\nrating: 2 # mine\n---\n", "a\nby another"]);
    expect(await progress.undo()).toBeNull();
    await progress.redo();
    expect([...vault.bodies.values()]).toEqual([
      `${MAP.slice(0, -2)} ★\r\n- [[Salt]]\r\n`,
      "---\nrating: 3 # mine\n---\n",
      "a\nby another",
    ]);
  });

  it("keeps what could not be written for another try, and undoes the rest", async () => {
    const all = await withMap();
    const { vault, progress } = all;
    vault.bodies.set("Flour.md", "one");
    edit(all, [lineOf(vault, "Map.md", 2, "- [[Flour]] ★"), lineOf(vault, "Flour.md", 0, "two")]);
    vault.unwritable.add("Flour.md");
    expect(await progress.undo()).toMatchObject({ failures: new Map([["Flour.md", "EACCES"]]) });
    expect([vault.bodies.get("Map.md"), vault.bodies.get("Flour.md")]).toEqual([MAP, "two"]);
    await expect(progress.undo()).rejects.toThrow("EACCES");
    vault.unwritable.clear();
    expect(await progress.undo()).toMatchObject({ isChanged: true });
    expect([vault.bodies.get("Flour.md"), await progress.undo()]).toEqual(["one", null]);
  });

  it("counts what the reader took back by hand as taken back", async () => {
    const all = await withMap();
    edit(all, [lineOf(all.vault, "Map.md", 2, "- [[Flour]] ★")]);
    all.vault.bodies.set("Map.md", MAP);
    expect(await all.progress.undo()).toMatchObject({ isChanged: true, skipped: [] });
    await all.progress.redo();
    expect(all.vault.bodies.get("Map.md")).toContain("[[Flour]] ★");
  });

  it("keeps the last fifty actions of all kinds", async () => {
    const all = await withMap();
    for (let at = 0; at < 60; at++) {
      if (at % 2 === 0) edit(all, [lineOf(all.vault, "Map.md", 2, `- [[Flour]] ${at}`)]);
      else await all.progress.mark(["Flour.md"], at % 4 === 1 ? "done" : "skipped");
      await all.device.pass(2000);
    }
    const again = await start(all.device);
    let count = 0;
    while (await again.undo()) count++;
    expect([count, all.vault.bodies.get("Map.md")]).toEqual([50, MAP.replace("[[Flour]]", "[[Flour]] 8")]);
  });

  it("stores no more characters than it may, the newest first, and not what is older than one that is too large", async () => {
    const all = await withMap();
    const { vault, device } = all;
    vault.bodies.set("Long.md", "x".repeat(90_000));
    for (const words of ["a", "b", "c"]) edit(all, [lineOf(vault, "Long.md", 0, words + "x".repeat(90_000))]);
    expect(device.storage.get("moc-path-history")?.length).toBeLessThan(200_500);
    const again = await start(device);
    expect([await again.undo(), await again.undo(), await again.undo()].map((done) => done !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(vault.bodies.get("Long.md")?.[0]).toBe("a");
  });

  it("reads the history that an earlier version kept, and leaves out what is damaged", async () => {
    const { device, progress } = await withMap();
    await progress.mark(["Flour.md"], "done");
    await device.pass(60_000);
    const stored = JSON.parse(device.storage.get("moc-path-history") ?? "") as { undo: object[] };
    expect(stored.undo.map((action) => Object.keys(action))).toEqual([["at", "first", "last", "before", "after"]]);
    const damaged = { at: 1, name: "", before: "", after: "", target: null, notes: [["Map.md", [[0, 1, 2]]]] };
    device.storage.set("moc-path-history", JSON.stringify({ undo: [...stored.undo, damaged, 7], redo: 3 }));
    const again = await start(device);
    expect(await again.undo()).toMatchObject({ kind: "marks", changed: ["Flour.md"] });
  });

  it("does not bring back to redo what was undone before something else was done meanwhile", async () => {
    const all = await withMap();
    const { vault, progress } = all;
    edit(all, [lineOf(vault, "Map.md", 2, "- [[Flour]] ★")]);
    const undoing = progress.undo();
    edit(all, [lineOf(vault, "Map.md", 3, "- [[Water]] 💧 ★★")]);
    await undoing;
    await progress.undo();
    expect([vault.bodies.get("Map.md"), await progress.undo()]).toEqual([MAP, null]);
  });
});

describe("packed edits", () => {
  it("are the edits they were made of", () => {
    const done = applyEdits(MAP, [lineEdit("Map.md", linesIn(MAP)[3]!, "- [[Water]] 🌊\r\n- [[Salt]]")]);
    expect(unpackEdits(packEdits(done.inverse))).toEqual(done.inverse);
  });
});
