// Exporting progress and importing it elsewhere: nothing is lost on the way, and nothing foreign is taken for progress.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type State } from "../../src/core/base/state";
import { exportOf } from "../../src/progress/export";
import { readImport } from "../../src/progress/import";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "./fake-ports";

const TARGETS = [
  "A.md",
  'Folder/B, or "C".md',
  'Folder/B, or "C".md#Part 1',
  "茶/绿茶.md",
  "https://example.org/a?b=c,d",
  "notes/Image.png",
];
const marks = fc.array(fc.tuple(fc.constantFrom(...TARGETS), fc.constantFrom(...STATES)), {
  minLength: 1,
  maxLength: 12,
});

async function marked(steps: readonly (readonly [string, State])[]): Promise<Progress> {
  const device = new FakeDevice(new FakeVault());
  const progress = new Progress(device.ports());
  for (const [target, state] of steps) {
    device.time += 60_000;
    await progress.mark([target], state);
  }
  return progress;
}

const statesOf = (progress: Progress): readonly State[] => TARGETS.map((target) => progress.state(target));

describe("an export as JSON", () => {
  it("brings every event into another vault, once, with its time", async () => {
    await fc.assert(
      fc.asyncProperty(marks, async (steps) => {
        const from = await marked(steps);
        const imported = readImport(exportOf("json", from.exported()));
        const device = new FakeDevice(new FakeVault(), 7);
        device.time += 24 * 3600_000;
        const to = new Progress(device.ports());
        await to.load();
        if (imported?.kind !== "events") throw new Error("not read");
        const { journals, states } = to.foresee(imported.events);
        expect([...states].every(([target, state]) => target.includes("#") || from.state(target) === state)).toBe(true);
        for (const [name, text] of journals) to.absorb({ path: `${name}.md`, text });
        expect(statesOf(to)).toEqual(statesOf(from));
        expect(TARGETS.map((target) => to.touchedAt(target))).toEqual(TARGETS.map((target) => from.touchedAt(target)));
        expect(to.foresee(imported.events).journals.size).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it("does not undo what was marked later here", async () => {
    const old = await marked([["A.md", "doing"]]);
    const text = exportOf("json", old.exported());
    await old.mark(["A.md"], "done");
    const imported = readImport(text);
    expect(imported?.kind === "events" && old.foresee(imported.events)).toEqual({
      journals: new Map(),
      states: new Map(),
    });
  });

  it("is read past events that are damaged, which are counted", async () => {
    const text = exportOf(
      "json",
      (
        await marked([
          ["A.md", "done"],
          ["B.md", "done"],
        ])
      ).exported(),
    );
    expect(readImport(text.replace('"target":"A.md"', '"target":7'))).toMatchObject({
      kind: "events",
      damaged: 1,
      events: [{ target: "B.md" }],
    });
  });
});

describe("an export as a table or checklist", () => {
  it("says the state of each target, whatever its name holds", async () => {
    await fc.assert(
      fc.asyncProperty(marks, async (steps) => {
        const from = await marked(steps);
        const states = new Map(from.exported().marks.map(({ target, state }) => [target, state]));
        const read = (text: string): ReadonlyMap<string, State> => {
          const imported = readImport(text);
          return new Map(imported?.kind === "states" ? imported.states.map(({ link, state }) => [link, state]) : []);
        };
        expect(read(exportOf("csv", from.exported()))).toEqual(states);
        const listed = [...states]
          .filter(([, state]) => state !== "todo")
          .map(([target, state]) => [target.replace(".md", ""), state] as const);
        expect(read(exportOf("md", from.exported()))).toEqual(new Map(listed));
      }),
      { numRuns: 50 },
    );
  });

  it("goes folder by folder, and leaves out what is to do again", async () => {
    const progress = await marked([
      ["A.md", "doing"],
      ["b/C.md", "done"],
      ["b/D.md", "done"],
      ["b/D.md", "todo"],
      ["https://example.org", "skipped"],
    ]);
    expect(exportOf("md", progress.exported())).toBe(
      "---\nmoc-path: false\n---\n- [/] [[A]]\n- [-] <https://example.org>\n\n## b\n\n- [x] [[b/C]]\n",
    );
  });
});

describe("an import", () => {
  it.each([
    [
      '\uFEFFtarget,state\r\nA.md,done\r\n"B, C.md",doing',
      [
        ["A.md", "done"],
        ["B, C.md", "doing"],
      ],
    ],
    ["state,title,target\nskipped,Words,A.md\nread,Words,B.md\n", [["A.md", "skipped"]]],
    [
      "# Read\n\n- [x] [[A|Words]] ✅ 2026-03-21\n  1. [/] [B](folder/B%20b.md)\n- [ ] <https://example.org>\n- [?] [[C]]\n- [[D]]",
      [
        ["A", "done"],
        ["folder/B b.md", "doing"],
        ["https://example.org", "todo"],
      ],
    ],
  ])("reads what others wrote: %j", (text, states) => {
    expect(readImport(text)).toEqual({ kind: "states", states: states.map(([link, state]) => ({ link, state })) });
  });

  it("takes nothing out of a file that says nothing about progress", () => {
    for (const text of [
      "",
      "{}",
      "[]",
      "null",
      '{"moc-path-export":2,"events":[]}',
      "a,b\n1,2",
      "Just words with a [[link]].",
      "target\nA.md",
    ])
      expect(readImport(text)).toBeNull();
  });

  it("reads any text without an error", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '"',
            ",",
            "\n",
            "\r",
            "target",
            "state",
            "done",
            "- [x] ",
            "[[",
            "]]",
            "{",
            "}",
            "a",
            "%",
          ),
        }),
        (text) => void readImport(text),
      ),
    );
  });
});
