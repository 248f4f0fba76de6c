// The places and times of writing, and the fate of marks while files, storage and the app itself give way.
import { describe, expect, it, vi } from "vitest";
import { encodeEvent } from "../../src/progress/event";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { readJournal } from "../../src/progress/journal";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault, setUp, settle, start } from "./fake-ports";

/** The progress that a new device reads in a vault. */
const elsewhere = (vault: FakeVault): Promise<Progress> => start(new FakeDevice(vault, 77));

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `Folder/Note ${at}.md`);

const linesIn = (vault: FakeVault): readonly string[] =>
  [...vault.texts.values()].flatMap((text) => text.split("\n").filter((line) => line.startsWith("{")));

describe("marks that are not written yet", () => {
  it("are all there after a sudden end, however many they are", async () => {
    const { vault, device, progress } = await setUp();
    vault.fault = "disk full";
    await progress.mark(many(1000), "done");
    await device.pass(10_000);
    device.dropTimers();
    vault.fault = null;
    const again = await start(device);
    expect(many(1000).filter((target) => again.state(target) !== "done")).toEqual([]);
    await again.journals.flush();
    const other = await elsewhere(vault);
    expect(many(1000).filter((target) => other.state(target) !== "done")).toEqual([]);
  });

  it("stay while later ones are written", async () => {
    const { device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    device.dropTimers();
    const again = new Progress(device.ports());
    await again.mark(["B.md"], "done");
    device.dropTimers();
    const third = await start(device);
    expect([third.state("A.md"), third.state("B.md")]).toEqual(["done", "done"]);
  });

  it("are written at once where the storage of the device takes no more", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    device.isFull = true;
    const progress = await start(device);
    await progress.mark(["A.md"], "done");
    await device.pass(0);
    expect((await elsewhere(vault)).state("A.md")).toBe("done");
  });

  it("take the room of the last written ones where it takes no more: the device goes on in its journal", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    const session = async (targets: readonly string[]): Promise<void> => {
      const progress = await start(device);
      await progress.mark(targets, "done");
      await device.pass(6000);
      device.dropTimers();
    };
    await session(Array.from({ length: 50 }, (_, at) => `${at}.md`));
    device.roomInAll = [...device.storage.values()].reduce((sum, { length }) => sum + length, 0) + 1;
    for (const target of ["A.md", "B.md", "C.md"]) await session([target]);
    expect([vault.texts.size, device.warnings]).toEqual([1, []]);
    const there = await elsewhere(vault);
    expect(["0.md", "A.md", "B.md", "C.md"].map((target) => there.state(target))).toEqual(Array(4).fill("done"));
  });
});

describe("the plugin, once it is off,", () => {
  it("writes nothing, though an offer to undo outlives it", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await progress.stop();
    const [before, marks] = [[...vault.texts], vi.fn(() => Promise.resolve())];
    vault.writeMarks = marks;
    for (const act of [() => progress.undo(), () => progress.redo(), () => progress.mark(["B.md"], "done")])
      await expect(act()).rejects.toThrow("MOC Path is off");
    await progress.moved([{ from: "A.md", to: "C.md" }]);
    await device.pass(100_000);
    expect([...vault.texts]).toEqual(before);
    expect(marks).not.toHaveBeenCalled();
    expect((await start(device)).state("A.md")).toBe("done");
  });

  it("writes nothing late either, when a file that did not answer does", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    let answer = (): void => undefined;
    vault.hold = new Promise((resolve) => (answer = resolve));
    await progress.mark(["B.md"], "done");
    const stopped = progress.stop();
    await settle();
    await device.pass(30_000);
    await stopped;
    const before = [...vault.texts];
    answer();
    await settle();
    expect([...vault.texts]).toEqual(before);
    vault.hold = Promise.resolve();
    expect((await start(device)).state("B.md")).toBe("done");
  });
});

describe("a file that does not answer", () => {
  it("holds up neither marks nor what is written when it answers again", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    vault.hold = new Promise(() => undefined);
    await progress.mark(["B.md"], "done");
    await device.pass(15_000);
    expect([progress.unsaved, await progress.mark(["C.md"], "done"), progress.state("C.md")]).toEqual([
      1,
      ["C.md"],
      "done",
    ]);
    vault.hold = Promise.resolve();
    await device.pass(60_000);
    const other = await elsewhere(vault);
    expect([progress.unsaved, other.state("B.md"), other.state("C.md")]).toEqual([0, "done", "done"]);
  });
});

describe("a file that refuses", () => {
  it("again and again is left for a new one", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [path = ""] = vault.texts.keys();
    vault.locked.add(path);
    await progress.mark(["B.md"], "done");
    await device.pass(60_000);
    expect([progress.unsaved, vault.texts.size]).toEqual([0, 2]);
    expect((await elsewhere(vault)).state("B.md")).toBe("done");
  });
});

const DAMAGE: readonly (readonly [string, (text: string) => string])[] = [
  ["is empty", () => ""],
  ["holds only zeros", (text) => "\0".repeat(text.length)],
  ["has zeros at its end", (text) => `${text}${"\0".repeat(400)}`],
  ["has lost its frontmatter", (text) => text.slice(text.indexOf("# Reading"))],
  ["has lost the property that names its device", (text) => text.replace(/moc-path-journal.*\n/, "")],
  ["has frontmatter that is no YAML", (text) => text.replace('moc-path-journal: "', 'moc-path-journal: ["')],
  ["has a property twice", (text) => text.replace("publish: false", "publish: false\npublish: true")],
  ["has a merge in its frontmatter", (text) => text.replace("publish", "<<<<<<< HEAD\npublish")],
  ["has text above its frontmatter", (text) => `A word.\n${text}`],
  ["has a property in several lines", (text) => text.replace("publish", "about: >\n  My progress\npublish")],
];
/** Obsidian may know these very well, but who says so? */
const UNCLEAR = ["has a property twice", "has a merge in its frontmatter", "has a property in several lines"];

describe("a journal that", () => {
  it.each(DAMAGE)(
    "%s is left as it is, and all goes on in a new one beside it, which is said",
    async (name, damage) => {
      const { vault, device, progress } = await setUp();
      await progress.mark(many(600), "done");
      await device.pass(5000);
      const [path = ""] = vault.texts.keys();
      const damaged = damage(vault.texts.get(path) ?? "");
      vault.texts.set(path, damaged);
      await progress.mark(["New.md"], "done");
      await device.pass(5000);
      expect([vault.texts.get(path), vault.texts.size]).toEqual([damaged, 2]);
      expect(progress.journals.problems()).toContainEqual({
        path,
        line: null,
        why: UNCLEAR.includes(name) ? "unclear" : "damaged",
      });
      const other = await elsewhere(vault);
      expect([...many(600), "New.md"].filter((target) => other.state(target) !== "done")).toEqual([]);
      const again = await start(device);
      await again.mark(["Newer.md"], "done");
      await device.pass(5000);
      expect([vault.texts.get(path), vault.texts.size]).toEqual([damaged, 2]);
    },
  );

  it("was closed by hand is opened anew, so that no line stands outside the fence", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [path = ""] = vault.texts.keys();
    vault.texts.set(path, `${vault.texts.get(path) ?? ""}\`\`\`\n`);
    for (const target of ["B.md", "C.md"]) {
      await progress.mark([target], "done");
      await device.pass(5000);
    }
    expect(vault.texts.get(path)).toMatch(/A\.md.*\n```\n```jsonl\n.*B\.md.*\n.*C\.md.*\n$/);
  });

  it("a sync tool has replaced by an older one gets again what it lost", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [path = ""] = vault.texts.keys();
    const old = vault.texts.get(path) ?? "";
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    vault.texts.set(path, old);
    progress.journals.absorb({ path, text: old });
    await device.pass(5000);
    expect((await elsewhere(vault)).state("B.md")).toBe("done");
  });

  it("has 150 kB is followed by another, so that no write is long", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(many(3000), "done");
    await device.pass(5000);
    await progress.mark(["Last.md"], "done");
    await device.pass(5000);
    const sizes = [...vault.texts.values()].map((text) => text.length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(151_000);
    expect([...vault.texts.keys()][1]).toMatch(/ 2026-02 part 2\.md$/);
    const other = await elsewhere(vault);
    expect([...many(3000), "Last.md"].filter((target) => other.state(target) !== "done")).toEqual([]);
  });

  it("this device has just written is not read again", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [[path, text] = ["", ""]] = [...vault.texts];
    const parse = vi.spyOn(JSON, "parse");
    progress.journals.absorb({ path, text });
    expect(parse).not.toHaveBeenCalled();
    progress.journals.absorb({ path, text: `${text}\n` });
    expect(parse).toHaveBeenCalled();
    parse.mockRestore();
  });
});

describe("copies that sync tools make", () => {
  it.each([
    " (Conflicted copy Phone 202602221200)",
    " (Ada's conflicted copy 2026-02-22)",
    " 2",
    ".sync-conflict-20260222-120000-ABCDEFG",
  ])("are read, and never gone on in: %s", async (suffix) => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    const first = await start(device);
    await first.mark(["A.md"], "done");
    await device.pass(5000);
    const [[path, text] = ["", ""]] = [...vault.texts];
    const copy = path.replace(/\.md$/, `${suffix}.md`);
    vault.texts.delete(path);
    vault.texts.set(copy, text);
    vault.texts.set(path, text);
    const again = await start(device);
    await again.mark(["B.md"], "done");
    await device.pass(5000);
    expect([vault.texts.get(copy), vault.texts.size]).toEqual([text, 2]);
    vault.texts.delete(path);
    const third = await start(device);
    expect(third.state("A.md")).toBe("done");
    await third.mark(["C.md"], "done");
    await device.pass(5000);
    expect([vault.texts.get(copy), vault.texts.size]).toEqual([text, 2]);
  });
});

describe("a device", () => {
  it("that nobody has named waits for that with its first file as long as a mark may wait, and is called what it is", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    device.storage.clear();
    const progress = await start(device);
    expect(progress.journals.needsName).toBe(false);
    await progress.mark(["A.md"], "done");
    await device.pass(29_000);
    expect([vault.writes, progress.journals.needsName]).toEqual([0, true]);
    await device.pass(1000);
    expect([...vault.texts.keys()][0]).toMatch(/Progress Linux [a-z0-9]{8} 2026-02\.md$/);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect([vault.writes, progress.journals.needsName]).toEqual([2, false]);
  });

  it("that nobody has named has a number where files of another bear the name of its kind, and keeps it", async () => {
    const vault = new FakeVault();
    const names: string[] = [];
    for (let count = 0; count < 3; count++) {
      const device = new FakeDevice(vault, 17 + count);
      device.storage.clear();
      const progress = await start(device);
      await progress.mark([`${count}.md`], "done");
      names.push(progress.journals.deviceName);
      await device.pass(30_000);
      names.push(progress.journals.deviceName);
    }
    expect(names).toEqual(["Linux", "Linux", "Linux 2", "Linux 2", "Linux 3", "Linux 3"]);
    expect([...vault.texts.keys()][1]).toMatch(/Progress Linux 2 [a-z0-9]{8} 2026-02\.md$/);
  });

  it("begins its first file as soon as it is named, by that name", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    device.storage.clear();
    const progress = await start(device);
    await progress.mark(["A.md"], "done");
    progress.journals.nameDevice("Kitchen");
    await settle();
    expect([...vault.texts.keys()][0]).toMatch(/Progress Kitchen [a-z0-9]{8} 2026-02\.md$/);
  });

  it("has its name in its files as far as every system takes it", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    device.storage.set("moc-path-device-name", JSON.stringify('Ada\'s "big" one: 2/3\n#1'));
    const progress = await start(device);
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    expect([...vault.texts.keys()][0]).toMatch(/^MOC Path\/Progress Ada's big one 2 3 1 [a-z0-9]{8} 2026-02\.md$/);
    const again = await start(device);
    await again.mark(["B.md"], "done");
    await device.pass(5000);
    expect(vault.texts.size).toBe(1);
  });
});

describe("what identifies a note", () => {
  const note: Fingerprint = {
    basename: "A",
    title: "On A",
    ids: { created: "2026-02-22" },
    headings: ["On A", "One"],
    lines: 12,
  };

  /** A journal with three marks on a note: as it was, the same, and five lines longer. */
  async function marked(): Promise<{ vault: FakeVault; device: FakeDevice }> {
    const { vault, device, progress } = await setUp();
    for (const [state, lines] of [
      ["doing", 12],
      ["done", 12],
      ["todo", 17],
    ] as const) {
      vault.notes.set("A.md", { ...note, lines });
      await progress.mark(["A.md"], state);
      await device.pass(5000);
    }
    return { vault, device };
  }

  const notesOf = (progress: Progress): readonly unknown[] =>
    [...progress.exported().events].map((event) => event.note);

  it("is written when it is new or differs, and is whole with every event all the same", async () => {
    const { vault } = await marked();
    expect(linesIn(vault).map((line) => (JSON.parse(line) as { note?: unknown }).note)).toEqual([
      { ids: note.ids, headings: note.headings, lines: 12 },
      undefined,
      { lines: 17 },
    ]);
    expect(notesOf(await elsewhere(vault))).toEqual([note, note, { ...note, lines: 17 }]);
  });

  it("is known whatever order files come in", async () => {
    const { vault, device } = await marked();
    device.time = Date.UTC(2026, 2, 2);
    const progress = await start(device);
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const late = new Progress(new FakeDevice(new FakeVault(), 5).ports());
    await late.journals.load();
    for (const journal of vault.all().toReversed()) late.journals.absorb(journal);
    const latest = { ...note, lines: 17 };
    expect(new Set(notesOf(late))).toEqual(new Set([note, latest]));
    expect(late.heads.get("A.md")?.note).toEqual(latest);
  });

  it("is that of another event on the note where the line that said it is lost, and nothing where none says it", async () => {
    const { vault } = await marked();
    const [[path, text] = ["", ""]] = [...vault.texts];
    const [first = ""] = linesIn(vault);
    vault.texts.set(path, text.replace(`${first}\n`, ""));
    const alone = await elsewhere(vault);
    expect([alone.state("A.md"), ...notesOf(alone)]).toEqual(["todo", null, null]);
    const [event] = readJournal(path, text).events;
    if (!event) throw new Error("There is no event.");
    alone.journals.absorb({ path: "Other.md", text: encodeEvent({ ...event, id: "otherdev.s.1" }) });
    expect(notesOf(alone)).toEqual([note, { ...note, lines: 17 }, note]);
  });
});
