// Undo and redo: the last actions of a device, over restarts, and never against what was marked since.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { State } from "../../src/core/state";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "./fake-ports";

async function start(device: FakeDevice): Promise<Progress> {
  const progress = new Progress(device.ports());
  await progress.load();
  return progress;
}

const setUp = async (): Promise<{ vault: FakeVault; device: FakeDevice; progress: Progress }> => {
  const vault = new FakeVault();
  const device = new FakeDevice(vault);
  return { vault, device, progress: await start(device) };
};

describe("undo", () => {
  it("takes back one action, however many notes it marked, and redo does it again", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "doing");
    await device.pass(2000);
    expect(await progress.mark(["A.md", "B.md", "C.md"], "done")).toEqual(["A.md", "B.md", "C.md"]);
    expect(await progress.undo()).toEqual({ changed: ["A.md", "B.md", "C.md"], skipped: [] });
    expect(["A.md", "B.md", "C.md"].map((target) => progress.state(target))).toEqual(["doing", "todo", "todo"]);
    expect(await progress.redo()).toEqual({ changed: ["A.md", "B.md", "C.md"], skipped: [] });
    expect(progress.state("B.md")).toBe("done");
    await progress.undo();
    await progress.undo();
    expect([progress.state("A.md"), progress.undoAt, await progress.undo()]).toEqual(["todo", null, null]);
  });

  it("works after a restart", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(1000);
    const again = await start(device);
    await again.undo();
    await device.pass(1000);
    expect((await start(device)).state("A.md")).toBe("todo");
    expect((await start(device)).redoAt).not.toBeNull();
  });

  it("leaves alone what another device marked since, and names it", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md", "B.md"], "done");
    await device.pass(1000);
    const other = new FakeDevice(vault, 7);
    other.time = device.time + 1000;
    const there = await start(other);
    await there.mark(["A.md"], "skipped");
    await other.pass(1000);
    for (const journal of vault.all()) progress.absorb(journal);
    expect(await progress.undo()).toEqual({ changed: ["B.md"], skipped: ["A.md"] });
    expect([progress.state("A.md"), progress.state("B.md")]).toEqual(["skipped", "todo"]);
  });

  it("finds a note that was moved since", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(1000);
    await progress.moved([{ from: "A.md", to: "F/A.md" }]);
    expect(await progress.undo()).toEqual({ changed: ["F/A.md"], skipped: [] });
  });

  it("takes quick clicks on one icon for one action", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "doing");
    await device.pass(800);
    await progress.mark(["A.md"], "done");
    await progress.undo();
    expect([progress.state("A.md"), progress.undoAt]).toEqual(["todo", null]);
    await device.pass(5000);
    await progress.mark(["A.md"], "doing");
    await device.pass(800);
    await progress.mark(["A.md"], "todo");
    expect(progress.undoAt).toBeNull();
  });

  it("keeps the last fifty actions, and none to redo after a new one", async () => {
    const { device, progress } = await setUp();
    for (let at = 0; at < 60; at++) {
      await progress.mark([`${at}.md`], "done");
      await device.pass(2000);
    }
    for (let at = 0; at < 50; at++) expect(await progress.undo()).not.toBeNull();
    expect([progress.undoAt, progress.state("9.md"), progress.state("10.md")]).toEqual([null, "done", "todo"]);
    await progress.mark(["new.md"], "done");
    expect(progress.redoAt).toBeNull();
  });

  it("agrees with a simple model after any sequence of marks, undos, redos and restarts", async () => {
    const targets = ["A.md", "B.md", "C.md"];
    const step = fc.oneof(
      fc.record({ kind: fc.constant("mark" as const), targets: fc.subarray(targets, { minLength: 1 }), state: fc.constantFrom<State>("todo", "doing", "done", "skipped") }),
      fc.constant({ kind: "undo" as const }),
      fc.constant({ kind: "redo" as const }),
      fc.constant({ kind: "restart" as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { device, progress: first } = await setUp();
        let progress = first;
        let states: Readonly<Record<string, State>> = { "A.md": "todo", "B.md": "todo", "C.md": "todo" };
        let [past, future]: (typeof states)[][] = [[], []];
        for (const one of steps) {
          await device.pass(2000);
          if (one.kind === "mark") {
            await progress.mark(one.targets, one.state);
            const next = { ...states, ...Object.fromEntries(one.targets.map((target) => [target, one.state])) };
            if (targets.some((target) => next[target] !== states[target])) [past, future, states] = [[...past!, states], [], next];
          } else if (one.kind === "undo") {
            await progress.undo();
            const before = past!.at(-1);
            if (before) [past, future, states] = [past!.slice(0, -1), [...future!, states], before];
          } else if (one.kind === "redo") {
            await progress.redo();
            const after = future!.at(-1);
            if (after) [past, future, states] = [[...past!, states], future!.slice(0, -1), after];
          } else {
            await device.pass(2000);
            progress = await start(device);
          }
          expect(Object.fromEntries(targets.map((target) => [target, progress.state(target)]))).toEqual(states);
          expect([progress.undoAt !== null, progress.redoAt !== null]).toEqual([past!.length > 0, future!.length > 0]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a mark on a note", () => {
  it("holds for what is inside it until that is marked later, not the reverse", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md#Part"], "doing");
    expect(progress.state("A.md")).toBe("todo");
    await device.pass(1000);
    await progress.mark(["A.md"], "done");
    expect([progress.state("A.md#Part"), progress.state("A.md#Other")]).toEqual(["done", "done"]);
    await device.pass(1000);
    await progress.mark(["A.md#Part"], "todo");
    expect([progress.state("A.md#Part"), progress.state("A.md")]).toEqual(["todo", "done"]);
  });
});
