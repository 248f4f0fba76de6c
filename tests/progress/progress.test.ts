// Marks from the click to the journal and back, on one device and on several.
import { describe, expect, it, vi } from "vitest";
import { FakeDevice, FakeVault, setUp, settle, start } from "./fake-ports";

const journal = (vault: FakeVault): string => [...vault.texts.values()].join("\n");
/** The states of marks, each with the marks of tasks that were kept with it. */
const marksKept = (vault: FakeVault): readonly string[] => journal(vault).match(/"state":"\w+"|"marks":"."/g) ?? [];

describe("progress", () => {
  it("writes nothing until something is marked", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "todo");
    await device.pass(5000);
    expect(vault.texts.size).toBe(0);
  });

  it("shows a mark at once, and finds it again after a restart", async () => {
    const { vault, device, progress } = await setUp();
    const changes: string[][] = [];
    progress.onChange((targets) => void changes.push([...targets]));
    await progress.mark(["A.md", "B.md#One"], "done");
    expect(progress.state("A.md")).toBe("done");
    expect(changes[0]).toEqual(["A.md", "B.md#One"]);
    await device.pass(5000);
    expect([...vault.texts.keys()]).toEqual([
      expect.stringMatching(/^MOC Path\/Progress Desk [a-z0-9]{8} 2026-02\.md$/),
    ]);
    const again = await start(device);
    expect([again.state("A.md"), again.state("B.md#One"), again.state("C.md")]).toEqual(["done", "done", "todo"]);
  });

  it("does nothing when the state holds already", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const before = journal(vault);
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    expect(journal(vault)).toBe(before);
  });

  it("writes once no mark has come for five seconds, and at the latest after thirty", async () => {
    const { vault, device, progress } = await setUp();
    for (let mark = 0; mark < 20; mark++) {
      await progress.mark([`${mark}.md`], "done");
      await device.pass(2000);
    }
    expect(vault.writes).toBe(1);
    await device.pass(2900);
    expect(vault.writes).toBe(1);
    await device.pass(100);
    expect(vault.writes).toBe(2);
    expect(journal(vault).match(/"state":"done"/g)).toHaveLength(20);
  });

  it("keeps marks that cannot be written, says so once, and writes them when it can", async () => {
    const { vault, device, progress } = await setUp();
    vault.fault = "disk full";
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    expect([progress.state("A.md"), progress.unsaved]).toEqual(["done", 1]);
    await device.pass(10_000);
    expect(device.warnings).toHaveLength(1);
    vault.fault = null;
    await device.pass(60_000);
    expect(progress.unsaved).toBe(0);
    expect((await start(new FakeDevice(vault, 5))).state("A.md")).toBe("done");
  });

  it("writes after the next start what the app was killed before writing", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    expect(vault.texts.size).toBe(0);
    const again = await start(device);
    expect(again.state("A.md")).toBe("done");
    await device.pass(5000);
    expect(journal(vault)).toContain('"target":"A.md"');
  });

  it("writes again what a restored backup lost", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const backup = new Map(vault.texts);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    for (const [path, text] of backup) vault.texts.set(path, text);
    const again = await start(device);
    await device.pass(5000);
    expect(again.state("B.md")).toBe("done");
    expect(journal(vault)).toContain('"target":"B.md"');
  });

  it("keeps the files of two devices apart and their states together", async () => {
    const vault = new FakeVault();
    const [desk, phone] = [new FakeDevice(vault, 3), new FakeDevice(vault, 7)];
    const onDesk = await start(desk);
    await onDesk.mark(["A.md"], "doing");
    await desk.pass(5000);
    const onPhone = await start(phone);
    phone.time = desk.time - 3_600_000;
    await onPhone.mark(["A.md"], "done");
    await phone.pass(5000);
    expect(vault.texts.size).toBe(2);
    for (const text of vault.all()) onDesk.journals.absorb(text);
    expect(onDesk.state("A.md")).toBe("done");
  });

  it("becomes another device when its storage was cloned", async () => {
    const vault = new FakeVault();
    const original = new FakeDevice(vault, 3);
    const first = await start(original);
    await first.mark(["A.md"], "done");
    await original.pass(5000);
    const clone = new FakeDevice(vault, 11);
    for (const [key, value] of original.storage) clone.storage.set(key, value);
    const onOriginal = await start(original);
    await onOriginal.mark(["B.md"], "done");
    await original.pass(5000);
    const onClone = await start(clone);
    await onClone.mark(["C.md"], "done");
    await clone.pass(5000);
    expect(vault.texts.size).toBe(2);
    const reader = await start(new FakeDevice(vault, 13));
    expect(["A.md", "B.md", "C.md"].map((target) => reader.state(target))).toEqual(["done", "done", "done"]);
  });

  it("lets marks follow a note that is moved in the app", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(10);
    await progress.moved([{ from: "A.md", to: "Folder/A.md" }]);
    await progress.moved([{ from: "Unmarked.md", to: "Folder/Unmarked.md" }]);
    await device.pass(5000);
    const again = await start(device);
    expect([again.state("A.md"), again.state("Folder/A.md")]).toEqual(["todo", "done"]);
    expect(journal(vault)).not.toContain("Unmarked");
  });

  it("takes a task's mark for the state until the journal knows better, and again once it was changed later", async () => {
    const { vault, device, progress } = await setUp();
    vault.marks.set("A.md", "x").set("B.md#One", "/");
    expect([progress.state("A.md"), progress.state("A.md#Part"), progress.state("B.md#One")]).toEqual([
      "done",
      "done",
      "doing",
    ]);
    await device.pass(10);
    await progress.mark(["A.md"], "doing");
    expect(progress.state("A.md")).toBe("doing");
    await device.pass(5000);
    expect(journal(vault)).toContain('"marks":"x"');
    vault.marks.set("A.md", " ");
    expect((await start(new FakeDevice(vault, 5))).state("A.md")).toBe("todo");
  });

  it("sets the marks of tasks first, one action after another, and records what they are then", async () => {
    const { vault, progress } = await setUp();
    const waiting: (() => void)[] = [];
    vault.marks.set("A.md", " ");
    vault.writeMarks = (states) =>
      new Promise((resolve) =>
        waiting.push(() => (vault.marks.set("A.md", states.get("A.md") === "done" ? "x" : "/"), resolve())),
      );
    const marks = [progress.mark(["A.md"], "doing"), progress.mark(["A.md"], "done")];
    const written = async (): Promise<void> => {
      await vi.waitFor(() => expect(waiting).toHaveLength(1));
      waiting.shift()?.();
    };
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    expect(progress.state("A.md")).toBe("todo");
    const stopped = progress.stop();
    await written();
    await written();
    await Promise.all([...marks, stopped]);
    expect(progress.state("A.md")).toBe("done");
    expect(marksKept(vault)).toEqual(['"state":"doing"', '"marks":"/"', '"state":"done"', '"marks":"x"']);
  });

  it("keeps a mark at once where tasks take long, and once more with their marks when they are written", async () => {
    const { vault, device, progress } = await setUp();
    vault.marks.set("A.md", " ");
    let write = (): void => undefined;
    vault.writeMarks = () => new Promise((resolve) => (write = () => (vault.marks.set("A.md", "x"), resolve())));
    const marking = progress.mark(["A.md"], "done");
    await settle();
    await device.pass(100);
    expect([await marking, progress.state("A.md")]).toEqual([["A.md"], "done"]);
    write();
    await settle();
    await device.pass(5000);
    expect(marksKept(vault)).toEqual(['"state":"done"', '"marks":" "', '"state":"done"', '"marks":"x"']);
    // The reader's own hand has the last word, on every device.
    vault.marks.set("A.md", " ");
    expect(progress.state("A.md")).toBe("todo");
    expect((await start(new FakeDevice(vault, 5))).state("A.md")).toBe("todo");
    vault.marks.set("A.md", "x");
    vault.writeMarks = () => Promise.resolve(void vault.marks.set("A.md", " "));
    expect(await progress.undo()).toMatchObject({ changed: ["A.md"], from: "done", to: "todo", skipped: [] });
    expect(progress.state("A.md")).toBe("todo");
  });

  it("keeps nothing once more where the reader or another mark was quicker than the tasks", async () => {
    const { vault, device, progress } = await setUp();
    for (const note of ["A.md", "B.md"]) vault.marks.set(note, " ");
    const writes: (() => void)[] = [];
    vault.writeMarks = () => new Promise((resolve) => writes.push(resolve));
    for (const [note, state] of [
      ["A.md", "done"],
      ["A.md", "skipped"],
      ["B.md", "done"],
    ] as const) {
      const marking = progress.mark([note], state);
      await settle();
      await device.pass(100);
      await marking;
    }
    vault.marks.set("A.md", "-");
    vault.marks.set("B.md", "/");
    for (const write of writes) write();
    await settle();
    await device.pass(5000);
    expect(progress.state("B.md")).toBe("doing");
    expect(marksKept(vault)).toEqual([
      ...['"state":"done"', '"marks":" "', '"state":"skipped"', '"marks":" "', '"state":"done"', '"marks":" "'],
      ...['"state":"skipped"', '"marks":"-"'],
    ]);
  });

  it("begins another file with another month", async () => {
    const vault = new FakeVault();
    const device = new FakeDevice(vault);
    device.time = Date.UTC(2026, 11, 31, 23, 59, 59);
    const progress = await start(device);
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect([...vault.texts.keys()].map((path) => path.slice(-10, -3))).toEqual(["2026-12", "2027-01"]);
  });

  it("writes into its journal in whatever folder that lies now, and begins a new one if it is gone", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [path = ""] = vault.texts.keys();
    const elsewhere = path.replace("MOC Path", "Elsewhere");
    vault.texts.set(elsewhere, vault.texts.get(path) ?? "");
    vault.texts.delete(path);
    const again = await start(device);
    await again.mark(["B.md"], "done");
    await device.pass(5000);
    expect([...vault.texts.keys()]).toEqual([elsewhere]);
    vault.texts.clear();
    await again.mark(["C.md"], "done");
    await device.pass(5000);
    expect(journal(vault)).toContain('"target":"C.md"');
  });

  it("goes on in its journal when that is renamed while the app runs", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [path = ""] = vault.texts.keys();
    vault.texts.set("Renamed.md", vault.texts.get(path) ?? "");
    vault.texts.delete(path);
    await progress.moved([{ from: path, to: "Renamed.md" }]);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect([...vault.texts.keys()]).toEqual(["Renamed.md"]);
    expect(journal(vault)).toMatch(/A\.md[^]*B\.md/);
  });

  it("writes a journal anew, as a whole, when it was deleted while the app runs", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    vault.texts.clear();
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect(vault.texts.size).toBe(1);
    const again = await start(new FakeDevice(vault, 5));
    expect([again.state("A.md"), again.state("B.md")]).toEqual(["done", "done"]);
  });

  it("writes what is pending when it is stopped, and calls nobody afterwards", async () => {
    const { vault, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await progress.stop();
    await settle();
    expect(journal(vault)).toContain('"target":"A.md"');
  });
});
