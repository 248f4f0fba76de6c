// Notes that moved while nobody looked: found again, offered, or left alone.
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { noteOf } from "../../src/progress/moves";
import { MovedNotes } from "../../src/progress/moved-notes";
import { Progress } from "../../src/progress/progress";
import { fail } from "../logs";
import { FakeDevice, FakeVault } from "./fake-ports";

interface Session {
  readonly progress: Progress;
  readonly moved: MovedNotes;
}

/** The app is started on a device. */
async function open(device: FakeDevice): Promise<Session> {
  const progress = new Progress(device.ports());
  await progress.load();
  const { notes } = device.vault;
  const sight = {
    device: device.ports().device,
    notes: () => [...notes.keys()],
    fingerprint: (path: string) => notes.get(path) ?? null,
    watched: () => [...notes.keys()].filter((path) => path.endsWith("_MOC.md")),
    hasPart: (target: string) =>
      notes.get(noteOf(target))?.headings.some((heading) => target.endsWith(`#${heading}`)) ?? null,
    partsOf: (path: string) => (notes.get(path)?.headings ?? []).map((heading) => `#${heading}`),
    breathe: () => Promise.resolve(),
    now: () => device.time,
  };
  return { progress, moved: new MovedNotes(sight, progress, fail) };
}

const note = (path: string, topic: string, headings = 6): Fingerprint => ({
  basename: path.replace(/^.*\//, "").replace(/\.md$/, ""),
  title: topic,
  ids: {},
  headings: Array.from({ length: headings }, (_, index) => `${topic} ${index}`),
  lines: 40 + topic.length,
});

/** A vault of many notes, so that something can be rare in it. */
function setUp(): { readonly vault: FakeVault; readonly device: FakeDevice } {
  const vault = new FakeVault();
  for (let count = 0; count < 40; count++)
    vault.notes.set(`Other/${count}.md`, note(`Other/${count}.md`, `Subject ${count}`));
  vault.notes.set("A.md", note("A.md", "Attention"));
  vault.notes.set("B.md", note("B.md", "Batching"));
  return { vault, device: new FakeDevice(vault) };
}

/** Marks notes, waits for the journal and looks around, as a session does. */
async function session(device: FakeDevice, done: readonly string[]): Promise<Session> {
  const opened = await open(device);
  await opened.progress.mark(done, "done");
  await device.pass(2000);
  await opened.moved.look();
  return opened;
}

function move(vault: FakeVault, from: string, to: string, change: Partial<Fingerprint> = {}): void {
  const seen = vault.notes.get(from);
  vault.notes.delete(from);
  if (seen) vault.notes.set(to, { ...seen, basename: to.replace(/^.*\//, "").replace(/\.md$/, ""), ...change });
}

/** The app is opened again after the vault has changed. */
async function later(device: FakeDevice): Promise<Session> {
  device.time += 86_400_000;
  const opened = await open(device);
  await opened.moved.look();
  await device.pass(2000);
  return opened;
}

describe("a note that was moved outside", () => {
  it("is found by what it contains, with its marks and those of its parts, and stays found", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md", "A.md#Attention 2"]);
    move(vault, "A.md", "Deep/Renamed.md");
    const found: string[] = [];
    device.time += 1000;
    const opened = await open(device);
    opened.moved.onChange((moves) => found.push(...moves.map(({ from, to }) => `${from} ${to}`)));
    await opened.moved.look();
    await device.pass(2000);
    expect(found).toEqual(["A.md Deep/Renamed.md"]);
    expect([
      opened.progress.state("Deep/Renamed.md"),
      opened.progress.state("Deep/Renamed.md#Attention 2"),
      opened.progress.state("A.md"),
    ]).toEqual(["done", "done", "todo"]);
    const elsewhere = await open(new FakeDevice(vault, 9));
    expect(elsewhere.progress.state("Deep/Renamed.md")).toBe("done");
  });

  it("is found while the app runs, too, and after it had been edited since it was marked", async () => {
    const { vault, device } = setUp();
    const { progress, moved } = await session(device, ["A.md"]);
    vault.notes.set("A.md", note("A.md", "Rewritten from scratch"));
    await moved.look();
    move(vault, "A.md", "Z/A.md");
    await moved.look();
    expect(progress.state("Z/A.md")).toBe("done");
  });

  it("is not looked for where this device never saw it, nor where a note was known before", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const other = new FakeDevice(vault, 9);
    move(vault, "A.md", "Z/A.md");
    const there = await later(other);
    expect([there.progress.state("Z/A.md"), there.moved.offers]).toEqual(["todo", []]);
  });

  it("gives nothing to a copy, not even when the original is deleted later", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const original = vault.notes.get("A.md");
    if (original) vault.notes.set("Copy of A.md", { ...original, basename: "Copy of A" });
    const copied = await later(device);
    expect(copied.progress.state("Copy of A.md")).toBe("todo");
    vault.notes.delete("A.md");
    const deleted = await later(device);
    expect([deleted.progress.state("Copy of A.md"), deleted.moved.offers]).toEqual(["todo", []]);
  });

  it("has its state again when it comes back", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const original = vault.notes.get("A.md");
    vault.notes.delete("A.md");
    await later(device);
    if (original) vault.notes.set("A.md", original);
    expect((await later(device)).progress.state("A.md")).toBe("done");
  });

  it("is offered with its reasons where two notes could be it, until the reader says which", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const original = vault.notes.get("A.md");
    move(vault, "A.md", "One.md");
    if (original) vault.notes.set("Two.md", { ...original, basename: "Two" });
    const { moved } = await later(device);
    expect(moved.offers.map(({ from, to, resemblance }) => [from, to, resemblance?.shared.heading])).toEqual([
      ["A.md", "One.md", 7],
      ["A.md", "Two.md", 7],
    ]);
    const again = await later(device);
    const [first, second] = again.moved.offers;
    expect([first?.to, second?.to]).toEqual(["One.md", "Two.md"]);
    if (second) await again.moved.confirm([second]);
    expect([again.progress.state("Two.md"), again.progress.state("One.md"), again.moved.offers]).toEqual([
      "done",
      "todo",
      [],
    ]);
  });

  it("is not offered again once the reader has declined, and goes back where it was taken wrongly", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    move(vault, "A.md", "One.md");
    const { moved, progress } = await later(device);
    expect(progress.state("One.md")).toBe("done");
    const [taken] = moved.taken;
    if (taken) await moved.reject(taken);
    await device.pass(2000);
    expect([progress.state("One.md"), progress.state("A.md")]).toEqual(["todo", "done"]);
    const again = await later(device);
    expect([again.progress.state("One.md"), again.moved.offers]).toEqual(["todo", []]);
  });

  it("is only offered while more notes have vanished than come: half a vault is not there yet", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md", "B.md", "Other/1.md", "Other/2.md"]);
    for (const path of ["B.md", "Other/1.md", "Other/2.md"]) vault.notes.delete(path);
    move(vault, "A.md", "Z/A.md");
    const { moved, progress } = await later(device);
    expect([progress.state("Z/A.md"), moved.offers.map(({ to }) => to)]).toEqual(["todo", ["Z/A.md"]]);
  });

  it("is found though it arrives days after the old one went", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const original = vault.notes.get("A.md");
    vault.notes.delete("A.md");
    await later(device);
    if (original) vault.notes.set("Late/A.md", original);
    expect((await later(device)).progress.state("Late/A.md")).toBe("done");
  });

  it("takes what a map's view remembers along, marked or not", async () => {
    const { vault, device } = setUp();
    vault.notes.set("T/_MOC.md", note("T/_MOC.md", "Training"));
    await session(device, []);
    move(vault, "T/_MOC.md", "T/目录.md");
    const { moved } = await later(device);
    expect(moved.taken.map(({ from, to }) => [from, to])).toEqual([["T/_MOC.md", "T/目录.md"]]);
  });
});

describe("a marked heading", () => {
  const rename = (vault: FakeVault, from: string, to: string): void => {
    const seen = vault.notes.get("A.md");
    if (seen)
      vault.notes.set("A.md", { ...seen, headings: seen.headings.map((heading) => (heading === from ? to : heading)) });
  };

  it("that was renamed is offered for repair, and keeps its state until then", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md#Attention 2"]);
    rename(vault, "Attention 2", "Quite another title");
    const { moved, progress } = await later(device);
    expect(moved.offers).toEqual([{ from: "A.md#Attention 2", to: "A.md#Quite another title", resemblance: null }]);
    expect(progress.state("A.md#Attention 2")).toBe("done");
    await moved.confirm(moved.offers);
    expect([progress.state("A.md#Quite another title"), progress.state("A.md#Attention 2"), moved.offers]).toEqual([
      "done",
      "todo",
      [],
    ]);
  });

  it("is known by its text where several are new, and not offered where none is alike", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md#Attention 2"]);
    rename(vault, "Attention 2", "Attention 2 revised");
    rename(vault, "Attention 3", "XYZ");
    const { moved } = await later(device);
    expect(moved.offers.map(({ to }) => to)).toEqual(["A.md#Attention 2 revised"]);
    rename(vault, "Attention 2 revised", "UVW");
    expect((await later(device)).moved.offers).toEqual([]);
  });
});

describe("a note that was renamed in the app", () => {
  it("gets marks that another device made under the old name and that arrive later", async () => {
    const { vault, device } = setUp();
    const desk = await session(device, ["B.md"]);
    const phone = new FakeDevice(vault, 9);
    const onPhone = await open(phone);
    move(vault, "A.md", "New.md");
    await desk.moved.renamed("A.md", "New.md");
    phone.time = device.time + 5000;
    await onPhone.progress.mark(["A.md"], "done");
    await phone.pass(2000);
    const changed: ReadonlySet<string>[] = [];
    desk.progress.onChange((targets) => void changed.push(targets));
    for (const journal of vault.all()) desk.progress.absorb(journal);
    for (const targets of changed) await desk.moved.follow(targets);
    await device.pass(2000);
    expect(desk.progress.state("New.md")).toBe("done");
    for (const journal of vault.all()) onPhone.progress.absorb(journal);
    expect(onPhone.progress.state("New.md")).toBe("done");
  });
});
