// Notes that moved while nobody looked: found again, offered, or left alone.
import { describe, expect, it } from "vitest";
import { fileFingerprint, type Fingerprint } from "../../src/progress/fingerprint";
import { MovedNotes } from "../../src/progress/moved-notes";
import { Progress } from "../../src/progress/progress";
import { fail } from "../logs";
import { FakeDevice, FakeVault, settle } from "./fake-ports";
import { snapshotOf } from "./fake-snapshot";

interface Session {
  readonly progress: Progress;
  readonly moved: MovedNotes;
}

/** The app is started on a device. */
async function open(device: FakeDevice): Promise<Session> {
  const progress = new Progress(device.ports());
  await progress.journals.load();
  return { progress, moved: new MovedNotes(snapshotOf(device), progress, fail) };
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
  await device.pass(6000);
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
  await device.pass(6000);
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
    await device.pass(6000);
    expect(found).toEqual(["A.md Deep/Renamed.md"]);
    expect([
      opened.progress.state("Deep/Renamed.md"),
      opened.progress.state("Deep/Renamed.md#Attention 2"),
      opened.progress.state("A.md"),
    ]).toEqual(["done", "done", "todo"]);
    const elsewhere = await open(new FakeDevice(vault, 9));
    expect(elsewhere.progress.state("Deep/Renamed.md")).toBe("done");
  });

  it("is found from and in a folder that has the sign of a part in its name", async () => {
    const { vault, device } = setUp();
    move(vault, "A.md", "C#/A.md");
    await session(device, ["C#/A.md", "C#/A.md#Attention 2"]);
    move(vault, "C#/A.md", "F#/A.md");
    const { progress, moved } = await later(device);
    expect([moved.taken.map(({ to }) => to), moved.missing, moved.unseen]).toEqual([["F#/A.md"], [], []]);
    expect(["F#/A.md", "F#/A.md#Attention 2", "C#/A.md"].map((path) => progress.state(path))).toEqual([
      "done",
      "done",
      "todo",
    ]);
  });

  it("is found while the app runs, too, and after it had been edited since it was marked", async () => {
    const { vault, device } = setUp();
    const { progress, moved } = await session(device, ["A.md"]);
    vault.notes.set("A.md", note("A.md", "Rewritten from scratch"));
    moved.happened(["A.md"]);
    await moved.look();
    move(vault, "A.md", "Z/A.md");
    moved.happened(["A.md", "Z/A.md"]);
    await moved.look();
    expect(progress.state("Z/A.md")).toBe("done");
  });

  it("is found though its mark was undone after that", async () => {
    const { vault, device } = setUp();
    const { progress, moved } = await session(device, ["A.md"]);
    await device.pass(6000);
    await progress.mark(["A.md"], "doing");
    move(vault, "A.md", "Z/A.md");
    moved.happened(["A.md", "Z/A.md"]);
    await progress.undo();
    await moved.look();
    expect([progress.state("Z/A.md"), moved.missing]).toEqual(["done", []]);
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
    await device.pass(6000);
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

describe("a note that was marked in a short session", () => {
  it("is found though the session ended before anything was looked at", async () => {
    const { vault, device } = setUp();
    await session(device, []);
    vault.notes.set("New.md", note("New.md", "Quantisation"));
    const short = await open(device);
    await short.progress.mark(["New.md"], "done");
    await device.pass(2000);
    move(vault, "New.md", "Z/Newer.md");
    expect((await later(device)).progress.state("Z/Newer.md")).toBe("done");
  });
});

describe("notes that were deleted long ago", () => {
  it("do not keep others from being found", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md", "B.md", "Other/1.md", "Other/2.md"]);
    for (const path of ["B.md", "Other/1.md", "Other/2.md"]) vault.notes.delete(path);
    await later(device);
    move(vault, "A.md", "Z/A.md");
    const { moved, progress } = await later(device);
    expect([progress.state("Z/A.md"), moved.offers]).toEqual(["done", []]);
  });

  it("are listed as not found, apart from what this device has never seen", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md", "B.md"]);
    vault.notes.set("Elsewhere.md", note("Elsewhere.md", "Sparsity"));
    await session(new FakeDevice(vault, 9), ["Elsewhere.md"]);
    for (const path of ["B.md", "Elsewhere.md"]) vault.notes.delete(path);
    move(vault, "A.md", "Z/A.md");
    const { moved } = await later(device);
    expect([moved.missing, moved.unseen]).toEqual([["B.md"], ["Elsewhere.md"]]);
  });
});

describe("notes that were found", () => {
  it("are told of once, all together", async () => {
    const { vault, device } = setUp();
    const paths = Array.from({ length: 26 }, (_, count) => `Other/${count}.md`);
    await session(device, paths);
    for (const path of paths) move(vault, path, path.replace("Other", "Archive"));
    device.time += 86_400_000;
    const { moved } = await open(device);
    const told: number[] = [];
    moved.onFound((count) => told.push(count));
    await moved.look();
    moved.happened(["Archive/1.md"]);
    await moved.look();
    expect(told).toEqual([26]);
  });
});

describe("a note that was left where another one was", () => {
  it("is a stub: the note is offered at its new place, and keeps its marks until the reader says so", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    move(vault, "A.md", "Z/A.md");
    vault.notes.set("A.md", { ...note("A.md", "Moved to Z", 0), lines: 1 });
    const { moved, progress } = await later(device);
    expect([moved.offers.map(({ from, to }) => [from, to]), progress.state("A.md")]).toEqual([
      [["A.md", "Z/A.md"]],
      "done",
    ]);
    const again = await later(device);
    expect(again.moved.offers.map(({ to }) => to)).toEqual(["Z/A.md"]);
    await again.moved.confirm(again.moved.offers);
    expect([again.progress.state("Z/A.md"), again.progress.state("A.md"), again.moved.offers]).toEqual([
      "done",
      "todo",
      [],
    ]);
  });

  it("changed places with it: both are offered, and change places at one word", async () => {
    const { vault, device } = setUp();
    const { progress } = await session(device, ["A.md", "A.md#Attention 2"]);
    await progress.mark(["B.md"], "skipped");
    await device.pass(2000);
    const [a, b] = [vault.notes.get("A.md"), vault.notes.get("B.md")];
    if (a && b) vault.notes.set("A.md", { ...b, basename: "A" }).set("B.md", { ...a, basename: "B" });
    const opened = await later(device);
    const offers = opened.moved.offers;
    expect(offers.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(["A.md B.md", "B.md A.md"]);
    await opened.moved.confirm(offers.slice(0, 1));
    const states = ({ progress: now }: Session): readonly string[] =>
      ["A.md", "B.md", "B.md#Attention 2"].map((target) => now.state(target));
    expect([states(opened), opened.moved.offers]).toEqual([["skipped", "done", "done"], []]);
    await device.pass(60_000);
    expect(states(await open(new FakeDevice(vault, 9)))).toEqual(["skipped", "done", "done"]);
  });

  describe("and went where another one was, which went on", () => {
    const TOPICS = ["Kneading", "Leavening", "Moulding", "Nibbling"];
    const numbered = (count: number): readonly string[] => TOPICS.map((_, at) => `0${at + 1}.md`).slice(0, count);
    const states = ({ progress }: Session, count: number): readonly string[] =>
      numbered(count).map((path) => progress.state(path));
    const offered = ({ moved }: Session): readonly string[] =>
      moved.offers.map(({ from, to }) => `${from} ${to}`).sort();

    /** Three marked notes with numbers for names. */
    async function chapters(): Promise<ReturnType<typeof setUp>> {
      const made = setUp();
      TOPICS.slice(0, 3).forEach((topic, at) => made.vault.notes.set(`0${at + 1}.md`, note(`0${at + 1}.md`, topic)));
      const { progress } = await session(made.device, ["01.md"]);
      await progress.mark(["02.md"], "doing");
      await progress.mark(["03.md"], "skipped");
      await made.device.pass(6000);
      return made;
    }

    /** Writes these topics into the notes with the numbers from 1 on; none where it is null. */
    function renumber(vault: FakeVault, topics: readonly (string | null)[]): void {
      topics.forEach((topic, at) => {
        const path = `0${at + 1}.md`;
        if (topic === null) vault.notes.delete(path);
        else vault.notes.set(path, note(path, topic));
      });
    }

    it.each([
      ["a new one before them", "Zeroth"],
      ["nothing before them", null],
    ])("is offered with all that were renumbered, %s, and all move at one word", async (_, first) => {
      const { vault, device } = await chapters();
      renumber(vault, [first, ...TOPICS.slice(0, 3)]);
      const opened = await later(device);
      expect(offered(opened)).toEqual(["01.md 02.md", "02.md 03.md", "03.md 04.md"]);
      expect(states(opened, 4)).toEqual(["done", "doing", "skipped", "todo"]);
      await opened.moved.confirm(opened.moved.offers.filter(({ from }) => from === "01.md"));
      expect([states(opened, 4), opened.moved.offers]).toEqual([["todo", "done", "doing", "skipped"], []]);
      await device.pass(60_000);
      expect(states(await open(new FakeDevice(vault, 9)), 4)).toEqual(["todo", "done", "doing", "skipped"]);
      expect(offered(await later(device))).toEqual([]);
    });

    it("is offered in a ring, which moves at one word", async () => {
      const { vault, device } = await chapters();
      renumber(vault, ["Moulding", "Kneading", "Leavening"]);
      const opened = await later(device);
      expect(offered(opened)).toEqual(["01.md 02.md", "02.md 03.md", "03.md 01.md"]);
      await opened.moved.confirm(opened.moved.offers.slice(1, 2));
      expect([states(opened, 3), opened.moved.offers]).toEqual([["skipped", "done", "doing"], []]);
      await device.pass(60_000);
      expect(states(await open(new FakeDevice(vault, 9)), 3)).toEqual(["skipped", "done", "doing"]);
    });

    it("lets those after it move alone", async () => {
      const { vault, device } = await chapters();
      renumber(vault, ["Zeroth", ...TOPICS.slice(0, 3)]);
      const opened = await later(device);
      await opened.moved.confirm(opened.moved.offers.filter(({ from }) => from === "02.md"));
      expect([states(opened, 4), offered(opened)]).toEqual([["done", "todo", "doing", "skipped"], ["01.md 02.md"]]);
      await opened.moved.confirm(opened.moved.offers);
      expect(states(opened, 4)).toEqual(["todo", "done", "doing", "skipped"]);
    });

    it("is not offered any more where the reader says that the next one did not go on", async () => {
      const { vault, device } = await chapters();
      renumber(vault, ["Zeroth", ...TOPICS.slice(0, 3)]);
      const opened = await later(device);
      const next = opened.moved.offers.find(({ from }) => from === "02.md");
      if (next) await opened.moved.reject(next);
      expect(offered(opened)).toEqual(["03.md 04.md"]);
      await device.pass(6000);
      expect(offered(await later(device))).toEqual(["03.md 04.md"]);
    });

    it("goes back with those that it had made room for", async () => {
      const { vault, device } = await chapters();
      renumber(vault, ["Zeroth", ...TOPICS.slice(0, 3)]);
      const opened = await later(device);
      await opened.moved.confirm(opened.moved.offers);
      const next = opened.moved.taken.find(({ from }) => from === "02.md");
      if (next) await opened.moved.reject(next);
      expect([states(opened, 4), opened.moved.taken.map(({ from }) => from)]).toEqual([
        ["done", "doing", "todo", "skipped"],
        ["03.md"],
      ]);
    });

    it("is not offered where nobody knows what became of the one that was there", async () => {
      const { vault, device } = await chapters();
      renumber(vault, ["Zeroth", "Kneading", "Unheard of"]);
      expect(offered(await later(device))).toEqual([]);
    });
  });

  it("changed places with one without a mark: is offered there, and what is there stays known until then", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    const [a, b] = [vault.notes.get("A.md"), vault.notes.get("B.md")];
    if (a && b) vault.notes.set("A.md", { ...b, basename: "A" }).set("B.md", { ...a, basename: "B" });
    const offered = ({ moved }: Session): readonly string[] => moved.offers.map(({ from, to }) => `${from} ${to}`);
    expect([offered(await later(device)), offered(await later(device))]).toEqual([["A.md B.md"], ["A.md B.md"]]);
    const opened = await later(device);
    await opened.moved.confirm(opened.moved.offers);
    expect(["A.md", "B.md"].map((path) => opened.progress.state(path))).toEqual(["todo", "done"]);
    expect(offered(await later(device))).toEqual([]);
  });

  it("was rewritten while a copy of it was there: the copy is offered, and gets nothing by itself", async () => {
    const { vault, device } = setUp();
    vault.notes.set("Copy.md", { ...note("A.md", "Attention"), basename: "Copy" });
    await session(device, ["A.md"]);
    vault.notes.set("A.md", note("A.md", "Rewritten from scratch"));
    expect((await later(device)).moved.offers.map(({ to }) => to)).toEqual(["Copy.md"]);
    vault.notes.delete("A.md");
    const { moved, progress } = await later(device);
    expect([progress.state("Copy.md"), moved.missing]).toEqual(["todo", ["A.md"]]);
  });

  it("was rewritten while another one had half of its headings: nothing is offered", async () => {
    const { vault, device } = setUp();
    const { headings } = note("A.md", "Attention");
    vault.notes.set("B.md", { ...note("B.md", "Batching"), headings: ["Batching", ...headings.slice(0, 3)] });
    await session(device, ["A.md"]);
    vault.notes.set("A.md", note("A.md", "Rewritten from scratch"));
    expect((await later(device)).moved.offers).toEqual([]);
  });

  it("was only rewritten: nothing is offered, then or later", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    vault.notes.set("A.md", note("A.md", "Rewritten from scratch"));
    vault.notes.set("C.md", note("C.md", "Caching"));
    const { moved, progress } = await later(device);
    expect([moved.offers, progress.state("A.md")]).toEqual([[], "done"]);
    expect((await later(device)).moved.offers).toEqual([]);
  });
});

describe("a name in other letters", () => {
  const short = (path: string): Fingerprint => ({ ...note(path, "", 0), title: null, lines: 49 });

  it("is the same note, however short that is", async () => {
    const { vault, device } = setUp();
    vault.notes.set("Notes/flour.md", short("Notes/flour.md"));
    await session(device, ["Notes/flour.md"]);
    move(vault, "Notes/flour.md", "notes/Flour.md");
    expect((await later(device)).progress.state("notes/Flour.md")).toBe("done");
  });

  it("is another note if it contains something else", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md"]);
    vault.notes.delete("A.md");
    vault.notes.set("a.md", note("a.md", "Quite another subject"));
    const { moved, progress } = await later(device);
    expect([progress.state("a.md"), moved.taken]).toEqual(["todo", []]);
  });

  it("is another note of the same template if only that is the same", async () => {
    const { vault, device } = setUp();
    const ofTemplate = (path: string, words: string): Fingerprint => ({
      ...note(path, words),
      headings: [words, `One of ${words}`, `Two of ${words}`, "Template"],
    });
    vault.notes.set("Week.md", ofTemplate("Week.md", "Bread"));
    await session(device, ["Week.md"]);
    vault.notes.delete("Week.md");
    vault.notes.set("week.md", ofTemplate("week.md", "Water"));
    const { moved, progress } = await later(device);
    expect([progress.state("week.md"), moved.taken]).toEqual(["todo", []]);
  });
});

describe("a file that is no note", () => {
  const pdf = (path: string, size: number, mtime: number): Fingerprint => fileFingerprint(path, { size, mtime });

  it("is found by name, size and time, and offered where only two of these are the same", async () => {
    const { vault, device } = setUp();
    vault.notes.set("Papers/A.pdf", pdf("Papers/A.pdf", 1000, 1)).set("Papers/B.pdf", pdf("Papers/B.pdf", 2000, 2));
    vault.notes.set("Papers/C.pdf", pdf("Papers/C.pdf", 3000, 3));
    await session(device, ["Papers/A.pdf", "Papers/B.pdf", "Papers/C.pdf"]);
    for (const name of ["A", "B", "C"]) vault.notes.delete(`Papers/${name}.pdf`);
    vault.notes.set("Read/A.pdf", pdf("Read/A.pdf", 1000, 1)).set("Read/B 2.pdf", pdf("Read/B 2.pdf", 2000, 2));
    vault.notes.set("Read/C.pdf", pdf("Read/C.pdf", 3001, 4));
    const { moved, progress } = await later(device);
    expect([progress.state("Read/A.pdf"), moved.offers.map(({ from, to }) => [from, to]), moved.missing]).toEqual([
      "done",
      [["Papers/B.pdf", "Read/B 2.pdf"]],
      ["Papers/C.pdf"],
    ]);
  });
});

describe("what a device keeps of the vault", () => {
  /** A vault of some size that the device has looked at, with what it saves and loads from then on. */
  async function observed(): Promise<{
    readonly vault: FakeVault;
    readonly saves: string[];
    readonly opened: Session;
  }> {
    const { vault, device } = setUp();
    for (let count = 0; count < 5000; count++)
      vault.notes.set(`Many/${count}.md`, { ...note(`Many/${count}.md`, `Matter ${count}`, 1) });
    await session(device, ["A.md"]);
    const opened = await open(device);
    await opened.moved.look();
    const saves: string[] = [];
    const ports = device.ports();
    ports.device.save = (key, value) => saves.push(`${key} ${JSON.stringify(value).length}`) > 0;
    const moved = new MovedNotes({ ...snapshotOf(device), device: ports.device }, opened.progress, fail);
    await moved.look();
    return { vault, saves, opened: { progress: opened.progress, moved } };
  }

  it("is not written where nothing changed, and costs no look at the vault then", async () => {
    const { vault, saves, opened } = await observed();
    expect(saves).toEqual([]);
    vault.notes.keys = () => expect.fail("The vault was looked at.");
    await opened.moved.look();
  });

  it("is written once for many renames, and little of it", async () => {
    const { saves, opened } = await observed();
    for (let count = 0; count < 5; count++) await opened.moved.renamed(`Many/${count}.md`, `Few/${count}.md`);
    expect(saves).toEqual([]);
    opened.moved.stop();
    await settle();
    expect(saves.length).toBeLessThanOrEqual(11);
    expect(saves.filter((save) => save.includes("paths")).every((save) => Number(save.split(" ")[1]) < 1200)).toBe(
      true,
    );
  });

  it("is asked for nothing before the vault is looked at", () => {
    const { device } = setUp();
    const storage = { load: () => expect.fail("Something was read."), save: () => true };
    expect(
      () => new MovedNotes({ ...snapshotOf(device), device: storage }, new Progress(device.ports()), fail),
    ).not.toThrow();
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

  it("that became a note of its own is offered there", async () => {
    const { vault, device } = setUp();
    await session(device, ["A.md#Attention 2"]);
    const whole = vault.notes.get("A.md");
    if (whole) vault.notes.set("A.md", { ...whole, headings: whole.headings.filter((one) => one !== "Attention 2") });
    vault.notes.set("Attention 2.md", note("Attention 2.md", "Attention 2", 1));
    const { moved, progress } = await later(device);
    expect(moved.offers).toEqual([{ from: "A.md#Attention 2", to: "Attention 2.md", resemblance: null }]);
    await moved.confirm((await later(device)).moved.offers);
    expect(progress.state("Attention 2.md")).toBe("done");
  });
});

describe("a note that was renamed in the app", () => {
  it("gets marks that another device made under the old name and that arrive later", async () => {
    const { vault, device } = setUp();
    const desk = await session(device, ["B.md"]);
    const phone = new FakeDevice(vault, 9);
    const onPhone = await open(phone);
    phone.time = device.time + 5000;
    await onPhone.progress.mark(["A.md"], "done");
    await phone.pass(6000);
    move(vault, "A.md", "New.md");
    await desk.moved.renamed("A.md", "New.md");
    const changed: ReadonlySet<string>[] = [];
    desk.progress.onChange((targets) => void changed.push(targets));
    for (const journal of vault.all()) desk.progress.journals.absorb(journal);
    for (const targets of changed) await desk.moved.follow(targets);
    await device.pass(6000);
    expect(desk.progress.state("New.md")).toBe("done");
    for (const journal of vault.all()) onPhone.progress.journals.absorb(journal);
    expect(onPhone.progress.state("New.md")).toBe("done");
  });

  it.each(["at once", "after a restart"])("gets none of another one that had its old name later, %s", async (when) => {
    const { vault, device } = setUp();
    const first = await session(device, []);
    move(vault, "A.md", "New.md");
    await first.moved.renamed("A.md", "New.md");
    await device.pass(1000);
    move(vault, "B.md", "A.md");
    await first.moved.renamed("B.md", "A.md");
    await first.progress.mark(["A.md"], "done");
    await device.pass(6000);
    vault.notes.delete("A.md");
    const now = when === "at once" ? first : await later(device);
    await now.moved.follow(new Set(["A.md"]));
    expect([now.progress.state("New.md"), now.progress.state("A.md")]).toEqual(["todo", "done"]);
  });
});

describe("renames that come in one breath", () => {
  const all = Array.from({ length: 120 }, (_, count) => `Many/${count}.md`);

  async function marked(): Promise<Session & { readonly device: FakeDevice; readonly vault: FakeVault }> {
    const { vault, device } = setUp();
    for (const path of all) vault.notes.set(path, note(path, `Topic of ${path}`));
    const opened = await open(device);
    await opened.progress.mark(all, "done");
    return { ...opened, device, vault };
  }

  it("are kept on the device in a few goes, not one by one", async () => {
    const { progress, moved, device, vault } = await marked();
    let saves = 0;
    const set = device.storage.set.bind(device.storage);
    device.storage.set = (key, value) => (saves++, set(key, value));
    for (const path of all) move(vault, path, `Few/${path}`);
    await Promise.all(all.map((path) => moved.renamed(path, `Few/${path}`)));
    expect(all.filter((path) => progress.state(`Few/${path}`) !== "done")).toEqual([]);
    expect(saves).toBeLessThanOrEqual(3);
  });

  it("are followed one after the other where a note is renamed twice, or two change places", async () => {
    const { progress, moved, vault } = await marked();
    await progress.mark(["Many/1.md"], "doing");
    const steps = [
      ["Many/0.md", "Between.md"],
      ["Many/1.md", "Many/0.md"],
      ["Between.md", "Many/1.md"],
      ["Many/2.md", "Two.md"],
      ["Two.md", "Second.md"],
    ] as const;
    for (const [from, to] of steps) move(vault, from, to);
    await Promise.all(steps.map(([from, to]) => moved.renamed(from, to)));
    expect(["Many/0.md", "Many/1.md", "Second.md"].map((path) => progress.state(path))).toEqual([
      "doing",
      "done",
      "done",
    ]);
  });
});
