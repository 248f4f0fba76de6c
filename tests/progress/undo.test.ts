// Undo and redo: the last actions of a device, over restarts, and never against what was marked since.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { State } from "../../src/core/base/state";
import { packSteps, unpackSteps, type Step } from "../../src/progress/packed-steps";
import { FakeDevice, setUp, start } from "./fake-ports";

describe("undo", () => {
  it("takes back one action, however many notes it marked, and redo does it again", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "doing");
    await device.pass(2000);
    expect(await progress.mark(["A.md", "B.md", "C.md"], "done")).toEqual(["A.md", "B.md", "C.md"]);
    expect(await progress.undo()).toMatchObject({ changed: ["A.md", "B.md", "C.md"], skipped: [] });
    expect(["A.md", "B.md", "C.md"].map((target) => progress.state(target))).toEqual(["doing", "todo", "todo"]);
    expect(await progress.redo()).toMatchObject({ changed: ["A.md", "B.md", "C.md"], skipped: [] });
    expect(progress.state("B.md")).toBe("done");
    await progress.undo();
    await progress.undo();
    expect([progress.state("A.md"), progress.history.next("before"), await progress.undo()]).toEqual([
      "todo",
      null,
      null,
    ]);
  });

  it("works after a restart", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(1000);
    const again = await start(device);
    await again.undo();
    await device.pass(1000);
    expect((await start(device)).state("A.md")).toBe("todo");
    expect((await start(device)).history.next("after")).not.toBeNull();
  });

  it("leaves alone what another device marked since, and names it", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md", "B.md"], "done");
    await device.pass(1000);
    const other = new FakeDevice(vault, 7);
    other.time = device.time + 1000;
    const there = await start(other);
    await there.mark(["A.md"], "skipped");
    await other.pass(6000);
    for (const journal of vault.all()) progress.journals.absorb(journal);
    expect(await progress.undo()).toMatchObject({ changed: ["B.md"], skipped: ["A.md"] });
    expect([progress.state("A.md"), progress.state("B.md")]).toEqual(["skipped", "todo"]);
  });

  it("finds a note that was moved since", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(1000);
    await progress.moved([{ from: "A.md", to: "F/A.md" }]);
    expect(await progress.undo()).toMatchObject({ changed: ["F/A.md"], skipped: [] });
  });

  it("takes quick clicks on one icon for one action", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "doing");
    await device.pass(800);
    await progress.mark(["A.md"], "done");
    await progress.undo();
    expect([progress.state("A.md"), progress.history.next("before")]).toEqual(["todo", null]);
    await device.pass(5000);
    await progress.mark(["A.md"], "doing");
    await device.pass(800);
    await progress.mark(["A.md"], "todo");
    expect(progress.history.next("before")).toBeNull();
  });

  it("keeps the last fifty actions, and none to redo after a new one", async () => {
    const { device, progress } = await setUp();
    for (let at = 0; at < 60; at++) {
      await progress.mark([`${at}.md`], "done");
      await device.pass(2000);
    }
    for (let at = 0; at < 50; at++) expect(await progress.undo()).not.toBeNull();
    expect([progress.history.next("before"), progress.state("9.md"), progress.state("10.md")]).toEqual([
      null,
      "done",
      "todo",
    ]);
    await progress.mark(["new.md"], "done");
    expect(progress.history.next("after")).toBeNull();
  });

  it("keeps several actions of 11,000 notes over a restart in a few characters", async () => {
    const { device, progress } = await setUp();
    const targets = Array.from({ length: 11_000 }, (_, at) => `A folder with a long name/Chapter ${at % 90}/N${at}.md`);
    for (const state of ["doing", "done", "skipped"] as const) {
      await progress.mark(targets, state);
      device.time += 2000;
    }
    await progress.journals.flush();
    expect(device.storage.get("moc-path-history")?.length).toBeLessThan(2000);
    const again = await start(device);
    for (const state of ["done", "doing", "todo"]) {
      const reversal = await again.undo();
      expect(reversal?.kind === "marks" && reversal.changed.length).toBe(11_000);
      expect(new Set(targets.map((target) => again.state(target)))).toEqual(new Set([state]));
    }
    await again.redo();
    expect(again.state(targets[5]!)).toBe("doing");
  });

  it("drops the oldest first where the storage has no room for all", async () => {
    const { device, progress } = await setUp();
    device.room = 1500;
    for (let at = 0; at < 30; at++) {
      await progress.mark([`${at}.md`], "done");
      device.time += 2000;
    }
    await progress.journals.flush();
    const again = await start(device);
    expect(await again.undo()).toMatchObject({ changed: ["29.md"], skipped: [] });
    let kept = 1;
    while (await again.undo()) kept++;
    expect([kept > 1, kept < 30]).toEqual([true, true]);
  });

  it("keeps nothing where the storage takes nothing, rather than what is not the last action", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(60_000);
    device.room = 4;
    await progress.mark(["B.md"], "done");
    expect(await progress.undo()).toMatchObject({ changed: ["B.md"], skipped: [] });
    await progress.mark(["C.md"], "done");
    await progress.journals.flush();
    expect((await start(device)).history.next("before")).toBeNull();
  });

  it("that fails can be tried again, and so can a redo", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(2000);
    const failing = async (act: () => Promise<unknown>): Promise<void> => {
      vault.writeMarks = () => Promise.reject(new Error("the map cannot be written"));
      await expect(act()).rejects.toThrow("the map cannot be written");
      vault.writeMarks = () => Promise.resolve();
    };
    await failing(() => progress.undo());
    expect([progress.state("A.md"), progress.history.next("after")]).toEqual(["done", null]);
    expect(await progress.undo()).toMatchObject({ changed: ["A.md"], skipped: [] });
    await failing(() => progress.redo());
    expect(await progress.redo()).toMatchObject({ changed: ["A.md"], skipped: [] });
    expect(progress.state("A.md")).toBe("done");
  });

  it("does not name as marked again what no journal holds any more", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(60_000);
    vault.texts.clear();
    device.storage.delete("moc-path-tail");
    expect(await (await start(device)).undo()).toMatchObject({ changed: [], skipped: [] });
  });

  it("agrees with a simple model after any sequence of marks, undos, redos, moves, deletions, returns and restarts", async () => {
    const notes = ["A", "B", "C"] as const;
    const note = fc.constantFrom(...notes);
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant("mark" as const),
          notes: fc.subarray([...notes], { minLength: 1 }),
          state: fc.constantFrom<State>("todo", "doing", "done", "skipped"),
        }),
      },
      fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "restart" as const) }),
      fc.record({ kind: fc.constant("move" as const), note, to: fc.constantFrom("1", "2", "3") }),
      fc.record({ kind: fc.constantFrom("delete" as const, "return" as const), note }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { vault, device, progress: first } = await setUp();
        let progress = first;
        const paths: Record<string, string> = { A: "A1.md", B: "B1.md", C: "C1.md" };
        let states: Readonly<Record<string, State>> = { A: "todo", B: "todo", C: "todo" };
        let [past, future]: (typeof states)[][] = [[], []];
        const set = (path: string, title: string | null): void => {
          if (title === null) vault.notes.delete(path);
          else vault.notes.set(path, { basename: path, title, ids: { created: title }, headings: [title], lines: 9 });
          progress.moving.notesChanged([path]);
        };
        for (const one of notes) set(paths[one]!, one);
        for (const one of steps) {
          await device.pass(2000);
          if (one.kind === "mark") {
            await progress.mark(
              one.notes.map((name) => paths[name]!),
              one.state,
            );
            const next = { ...states, ...Object.fromEntries(one.notes.map((name) => [name, one.state])) };
            if (notes.some((name) => next[name] !== states[name]))
              [past, future, states] = [[...past!, states], [], next];
          } else if (one.kind === "undo") {
            await progress.undo();
            const before = past!.at(-1);
            if (before) [past, future, states] = [past!.slice(0, -1), [...future!, states], before];
          } else if (one.kind === "redo") {
            await progress.redo();
            const after = future!.at(-1);
            if (after) [past, future, states] = [[...past!, states], future!.slice(0, -1), after];
          } else if (one.kind === "restart") {
            progress = await start(device);
          } else if ("note" in one) {
            const [from, to] = [paths[one.note]!, one.kind === "move" ? `${one.note}${one.to}.md` : ""];
            if (one.kind !== "move") set(from, one.kind === "return" ? one.note : null);
            else if (from !== to && vault.notes.has(from)) {
              set(from, null);
              paths[one.note] = to;
              set(to, one.note);
              await progress.moved([{ from, to }]);
            }
          }
          expect(Object.fromEntries(notes.map((name) => [name, progress.state(paths[name]!)]))).toEqual(states);
          expect([progress.history.next("before") !== null, progress.history.next("after") !== null]).toEqual([
            past!.length > 0,
            future!.length > 0,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("packed steps", () => {
  const id = fc
    .tuple(fc.constantFrom("k3f9x2ab.q7w1z", "k3f9x2ab.m2m2m", "00000000.1"), fc.integer({ min: 1, max: 12 }))
    .map(([session, count]) => `${session}.${count}`);
  const state = fc.constantFrom<State>("todo", "doing", "done", "skipped");
  const step: fc.Arbitrary<Step> = fc.record({ first: id, last: id, before: state, after: state });

  it("are the steps they were made of", () => {
    fc.assert(fc.property(fc.array(step), (steps) => void expect(unpackSteps(packSteps(steps))).toEqual(steps)));
  });

  it("that are damaged are none, and take no room", () => {
    const whole = packSteps([{ first: "a.b.1", last: "a.b.1", before: "todo", after: "done" }]);
    for (const damage of [
      { first: "a.b.1-99999999999" },
      { last: "" },
      { before: "todo*2" },
      { after: "read" },
      { first: "a.b.9-1" },
    ])
      expect(unpackSteps({ ...whole, ...damage })).toEqual([]);
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
