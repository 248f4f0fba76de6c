// Findings that the reader ignores: one, a kind on a map, a kind in a folder; undone, merged and kept like any mark.
import { describe, expect, it } from "vitest";
import { exportOf } from "../../src/progress/export";
import { Ignoring, ignoreTarget, isIgnoreTarget } from "../../src/progress/ignoring";
import type { Progress } from "../../src/progress/progress";
import { FakeDevice, setUp, start } from "./fake-ports";

const MAP = "Bread/Bread MOC.md";
const RYE = { kind: "broken", map: MAP, target: "Old/Rye & oats 100%" };

const ignoringOf = (progress: Progress, former: readonly string[] = []): Ignoring =>
  new Ignoring(progress, (path) => (path === MAP ? former : []));

describe("an ignored finding", () => {
  it("is that one, of that kind, on that map", async () => {
    const { progress } = await setUp();
    const ignoring = ignoringOf(progress);
    expect(ignoring.isIgnored(RYE)).toBe(false);
    await ignoring.ignore({ kind: "broken", where: MAP, target: RYE.target });
    expect(ignoring.isIgnored(RYE)).toBe(true);
    const others = [{ kind: "cut" }, { map: "Sea MOC.md" }, { target: "Old/Rye" }, { target: null }];
    expect(others.map((other) => ignoring.isIgnored({ ...RYE, ...other }))).toEqual([false, false, false, false]);
    await ignoring.unignore(RYE);
    expect(ignoring.isIgnored(RYE)).toBe(false);
  });

  it.each(["Bread", "", MAP])("can be all of its kind in %j", async (where) => {
    const { progress } = await setUp();
    const ignoring = ignoringOf(progress);
    await ignoring.ignore({ kind: "broken", where, target: null });
    expect([RYE, { ...RYE, target: null }, { ...RYE, kind: "part" }].map((one) => ignoring.isIgnored(one))).toEqual([
      ...[true, true, false],
    ]);
    expect(ignoring.isIgnored({ ...RYE, map: "Breads MOC.md" })).toBe(where === "");
    await ignoring.unignore(RYE);
    expect(ignoring.isIgnored({ ...RYE, target: null })).toBe(false);
  });

  it("stays so when its map is moved", async () => {
    const { progress } = await setUp();
    await ignoringOf(progress).ignore({ kind: "broken", where: "Bread MOC.md", target: RYE.target });
    expect(ignoringOf(progress, ["Bread MOC.md"]).isIgnored(RYE)).toBe(true);
  });

  it("is undone and redone, kept over a restart, and known to other devices", async () => {
    const { vault, device, progress } = await setUp();
    let told = 0;
    ignoringOf(progress).onChange(() => told++);
    await ignoringOf(progress).ignore({ kind: "broken", where: MAP, target: RYE.target });
    await progress.mark(["A.md"], "done");
    await progress.undo();
    expect([ignoringOf(progress).isIgnored(RYE), told]).toEqual([true, 1]);
    await progress.undo();
    expect([ignoringOf(progress).isIgnored(RYE), told]).toEqual([false, 2]);
    await progress.redo();
    await device.pass(60_000);
    expect(ignoringOf(await start(device)).isIgnored(RYE)).toBe(true);
    expect(ignoringOf(await start(new FakeDevice(vault, 7))).isIgnored(RYE)).toBe(true);
  });

  it("is a line that earlier versions read as a mark, and no progress in tables and checklists", async () => {
    const { vault, device, progress } = await setUp();
    await ignoringOf(progress).ignore({ kind: "broken", where: MAP, target: RYE.target });
    await progress.mark(["A.md"], "done");
    await device.pass(60_000);
    const target = ignoreTarget({ kind: "broken", where: MAP, target: RYE.target });
    expect(target).toBe("moc-path:broken&Bread/Bread MOC.md&Old/Rye %26 oats 100%25");
    expect(isIgnoreTarget(target)).toBe(true);
    expect([...vault.texts.values()].join("\n")).toContain(`"target":"${target}","state":"skipped"`);
    const exported = progress.exported();
    expect(
      [exportOf("csv", exported), exportOf("md", exported)].filter((text) => text.includes("moc-path:broken")),
    ).toEqual([]);
    expect(exportOf("json", exported)).toContain(target);
  });
});
