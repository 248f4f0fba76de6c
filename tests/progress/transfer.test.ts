// Exporting progress and importing it elsewhere: nothing is lost on the way, and nothing foreign is taken for progress.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type State } from "../../src/core/base/state";
import { encodeEvent } from "../../src/progress/event";
import { exportOf } from "../../src/progress/export";
import { readImport, type ImportedEvents } from "../../src/progress/import";
import { ImportTargets } from "../../src/progress/import-targets";
import { newJournal } from "../../src/progress/journal";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "./fake-ports";

const TARGETS = [
  "A.md",
  'Folder/B, or "C".md',
  'Folder/B, or "C".md#Part 1',
  "茶/绿茶.md",
  "https://example.org/a?b=c,d",
  "notes/Image.png",
  "Recipe 1.2.md",
  "a/x [old] | y.md#Part [1]",
  "a/100% #1.md",
  "C#/Types.md#Enum",
];
/** As a checklist writes them, where that is not the target itself. */
const SHORT: Readonly<Record<string, string>> = {
  "A.md": "A",
  'Folder/B, or "C".md': 'Folder/B, or "C"',
  'Folder/B, or "C".md#Part 1': 'Folder/B, or "C"#Part 1',
  "茶/绿茶.md": "茶/绿茶",
};
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
        await to.journals.load();
        if (imported?.kind !== "events") throw new Error("not read");
        const { journals, changes } = to.foresee(imported);
        expect(changes.map(({ target, to: state }) => [target, state])).toEqual(
          changes.map(({ target }) => [target, from.state(target)]),
        );
        for (const [name, text] of journals) to.journals.absorb({ path: `${name}.md`, text });
        expect(statesOf(to)).toEqual(statesOf(from));
        expect(TARGETS.map((target) => to.touchedAt(target))).toEqual(TARGETS.map((target) => from.touchedAt(target)));
        expect(to.foresee(imported).journals.size).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it("does not undo what was marked later here", async () => {
    const old = await marked([["A.md", "doing"]]);
    const text = exportOf("json", old.exported());
    await old.mark(["A.md"], "done");
    const imported = readImport(text);
    expect(imported?.kind === "events" && old.foresee(imported)).toEqual({ journals: new Map(), changes: [], same: 0 });
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

describe("an import of events", () => {
  const EVENT = {
    v: 1,
    id: "elsewhere.s1.1",
    at: "2026-01-01T00:00:00.000Z",
    target: "A.md",
    state: "done",
    over: null,
    note: null,
  };
  const exportOfEvents = (...events: readonly unknown[]): string => JSON.stringify({ "moc-path-export": 1, events });
  const read = (...events: readonly unknown[]): ImportedEvents => {
    const imported = readImport(exportOfEvents(...events));
    if (imported?.kind !== "events") throw new Error("not read");
    return imported;
  };
  const empty = async (): Promise<Progress> => {
    const progress = new Progress(new FakeDevice(new FakeVault(), 7).ports());
    await progress.journals.load();
    return progress;
  };

  it("refuses ids that would name other files or write properties", () => {
    for (const id of ["../../x.s.1", "a/b.s.1", 'a"\nmoc-path: true\nx: ".s.1', "a\\b.s.1", ".s.1", "a.s.x", "a.s.1.2"])
      for (const v of [1, 99])
        expect(read({ ...EVENT, v, id }, EVENT)).toMatchObject({ damaged: 1, newer: [], events: [{ id: EVENT.id }] });
    expect(read({ ...EVENT, v: 99, at: "a/b" }, { ...EVENT, at: "a/b" })).toMatchObject({ damaged: 2, newer: [] });
  });

  it("takes the first of several events of one id", () => {
    expect(read(EVENT, { ...EVENT, state: "skipped" }).events).toMatchObject([{ state: "done" }]);
  });

  it("leaves out events that replace themselves or each other in a circle", async () => {
    const progress = await empty();
    const circle = ["b", "c", "d"].map((id, index, all) => ({
      ...EVENT,
      id: `${id}.s.1`,
      over: `${all[(index + 1) % 3]}.s.1`,
    }));
    const self = { ...EVENT, id: "e.s.1", target: "B.md", over: "e.s.1" };
    const { journals, changes } = progress.foresee(
      read(EVENT, ...circle, self, { ...EVENT, id: "f.s.1", over: "b.s.1" }),
    );
    expect([...journals.keys()]).toEqual(["Imported elsewhere 2026", "Imported f 2026"]);
    expect(changes).toEqual([{ target: "A.md", from: "todo", to: "done" }]);
  });

  it("shows every target whose state changes, those that lose theirs too", async () => {
    const progress = await marked([["A.md", "done"]]);
    const move = {
      v: 1,
      id: "elsewhere.s1.1",
      at: "2027-01-01T00:00:00.000Z",
      from: "A.md",
      target: "Z.md",
      note: null,
    };
    expect(progress.foresee(read(move)).changes).toEqual([
      { target: "A.md", from: "done", to: "todo" },
      { target: "Z.md", from: "todo", to: "done" },
    ]);
  });

  it("counts as being so already only what it says of a target, not what was later, is elsewhere or was ignored", async () => {
    const progress = await empty();
    const at = (target: string, number: number, more: object = {}): object => ({
      ...EVENT,
      id: `elsewhere.s1.${number}`,
      target,
      ...more,
    });
    const move = { v: 1, id: "elsewhere.s1.9", at: EVENT.at, from: "Old.md", target: "New.md", note: null };
    const all = read(at("A.md", 1), at("Old.md", 2), move, at("B.md", 3), at("moc-path:cut&A MOC.md", 4));
    for (const [path, text] of progress.foresee(all).journals) progress.journals.absorb({ path, text });
    await progress.mark(["B.md"], "doing");
    expect(progress.foresee(all)).toMatchObject({ changes: [], same: 2 });
  });

  it("keeps fields and events of newer versions through export, import and a journal that is written anew", async () => {
    const progress = await empty();
    const newer = { ...EVENT, v: 9, id: "elsewhere.s1.2", state: { part: 3 } };
    const { journals } = progress.foresee(read({ ...EVENT, hashes: ["a1"] }, newer));
    for (const [path, text] of journals) progress.journals.absorb({ path, text });
    expect(progress.foresee(read({ ...EVENT, hashes: ["a1"] }, newer)).journals.size).toBe(0);
    const { events } = JSON.parse(exportOf("json", progress.exported())) as { events: unknown[] };
    const told = Object.fromEntries(Object.entries(EVENT).filter(([key]) => key !== "over"));
    expect(events).toEqual([{ ...told, hashes: ["a1"] }, newer]);
    const lines = [...progress.exported().events].map(encodeEvent);
    expect(newJournal("elsewhere", "2026-02", lines)).toContain('"hashes":["a1"]');
  });
});

describe("the links of an import", () => {
  const targets = (paths: readonly string[], marked: readonly string[] = []): ImportTargets =>
    new ImportTargets(
      paths,
      { holds: (target) => marked.includes(target) },
      (linkpath) => paths.find((path) => path.endsWith(`${linkpath}.md`)) ?? null,
    );

  it("of a table are paths first, then names that only one note has, and never another path", () => {
    const vault = targets(
      ["Bread/Flour.md", "Tea/Index.md", "Sea/Index.md", "Pic.png", "Salt.md", "x/Salt.md"],
      ["Gone.md"],
    );
    const meanings = [
      "Bread/Flour.md",
      "Bread/Flour#Part",
      "flour",
      "Index",
      "Old/Flour.md",
      "Flour.md",
      "Salt",
      "Gone.md",
    ];
    expect(meanings.map((link) => vault.ofPath(link))).toEqual([
      { target: "Bread/Flour.md" },
      { target: "Bread/Flour.md#Part" },
      { target: "Bread/Flour.md" },
      "ambiguous",
      "unknown",
      "unknown",
      { target: "Salt.md" },
      { target: "Gone.md" },
    ]);
    expect(vault.ofPath("https://example.org/a#b")).toEqual({ target: "https://example.org/a#b" });
  });

  it("of a table can lie in folders that have the sign of a part in their names", () => {
    const vault = targets(["C#/Types.md", "C.md"], []);
    expect(["C#/Types.md", "C#/Types.md#Enum#", "C#/Other"].map((link) => vault.ofPath(link))).toEqual([
      { target: "C#/Types.md" },
      { target: "C#/Types.md#Enum#" },
      { target: "C.md#/Other" },
    ]);
  });

  it("of a checklist lead where Obsidian leads them, or to what was marked there once", () => {
    const vault = targets(["Bread/Flour.md"], ["Gone.md"]);
    expect(["Flour#Part", "Gone", "Nowhere"].map((link) => vault.ofLink(link))).toEqual([
      { target: "Bread/Flour.md#Part" },
      { target: "Gone.md" },
      "unknown",
    ]);
  });

  it("are compared in one form of their letters", () => {
    expect(targets(["Caf\u00e9.md"]).ofPath("Cafe\u0301.md")).toEqual({ target: "Caf\u00e9.md" });
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
          .map(([target, state]) => [SHORT[target] ?? target, state] as const);
        expect(read(exportOf("md", from.exported()))).toEqual(new Map(listed));
      }),
      { numRuns: 50 },
    );
  });

  it("names what was pasted with a line separator of its own, which ends no line of Markdown", () => {
    const mark = { target: "One\u2028Two.md", state: "done", at: 0 } as const;
    const imported = readImport(exportOf("md", { events: [], newer: [], marks: [mark] }));
    expect(imported).toMatchObject({ states: [{ link: "One\u2028Two", state: "done" }] });
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
      "---\nmoc-path: false\nmoc-path-export: checklist\n---\n- [/] [[A]]\n- [-] <https://example.org>\n\n## b\n\n- [x] [[b/C]]\n",
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
      ],
    ],
    ['Target;State\r\n"A; b.md";Done\r\n', [["A; b.md", "done"]]],
    ["sep=;\r\ntarget;state\r\nA.md;done\r\n", [["A.md", "done"]]],
    ['target\tstate\n"A\r\nb.md"\tdone', [["A\r\nb.md", "done"]]],
    ["- [x] [w](https://example.org/a%20b?c=%2F)", [["https://example.org/a%20b?c=%2F", "done"]]],
    ['- [x] [B](<b/x (1).md#Part%201> "words")', [["b/x (1).md#Part 1", "done"]]],
    ["- [x] [B](b%23c.md)", [["b#c.md", "done"]]],
    ["> - [x] **[[A#Part|a]]** – see [[B]]", [["A#Part", "done"]]],
    ["- [x] read [[A]]\n- [x] as in [[B]] and [[C]]", [["A", "done"]]],
    [
      "- [x] [[A]]\n```\n- [x] [[B]]\n```\n%%\n- [x] [[C]]\n%%\n- [x] `[[D]]`\n- [/] [[E]]",
      [
        ["A", "done"],
        ["E", "doing"],
      ],
    ],
    ["- [x] [mail](mailto:a@example.org)\n- [x] [[#Here]]\n- [x] [[A]]", [["A", "done"]]],
  ])("reads what others wrote: %j", (text, states) => {
    expect(readImport(text)).toMatchObject({
      kind: "states",
      states: states.map(([link, state]) => ({ link, state })),
    });
  });

  it("changes nothing for unticked items, which are told apart", () => {
    expect(readImport("- [ ] [[A]]\n- [x] [[B]]\n- [ ] <https://example.org>")).toEqual({
      kind: "states",
      states: [{ link: "B", state: "done" }],
      unticked: [
        { link: "A", state: "todo" },
        { link: "https://example.org", state: "todo" },
      ],
      hasPaths: false,
    });
  });

  // It would take minutes if any step were worse than linear.
  it.each(["\n", "- [x] [[", "`", "> ", "[", "- [x] [a](", '"', "%%", "- [x] <!--"])(
    "reads 200,000 times %j, which is no list, to its end",
    (one) => expect(readImport(one.repeat(200_000))).toBeNull(),
  );

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
