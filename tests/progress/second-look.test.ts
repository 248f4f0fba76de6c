// Old moves looked at again: marks that come late, moves that were undone, notes that take the place of others.
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { MovedNotes } from "../../src/progress/moved-notes";
import { exportOf } from "../../src/progress/export";
import { knownPath } from "../../src/progress/moves";
import { Progress } from "../../src/progress/progress";
import { fail } from "../logs";
import { FakeDevice, FakeVault } from "./fake-ports";

/** A device with its own copy of the vault's notes; journals are shared as soon as they are written and brought. */
class Site {
  readonly notes = new Map<string, Fingerprint>();
  readonly device: FakeDevice;
  progress!: Progress;
  moved!: MovedNotes;

  constructor(
    readonly vault: FakeVault,
    seed: number,
    notes: Readonly<Record<string, Fingerprint>>,
  ) {
    this.device = new FakeDevice(vault, seed * 7919 + 1);
    for (const [path, note] of Object.entries(notes)) this.notes.set(path, note);
  }

  async open(): Promise<this> {
    const ports = { ...this.device.ports(), fingerprint: (path: string) => this.notes.get(path) ?? null };
    this.progress = new Progress(ports);
    await this.progress.journals.load();
    const sight = {
      device: ports.device,
      files: () => [...this.notes.keys()],
      isThere: (path: string) => this.notes.has(path),
      fingerprint: ports.fingerprint,
      watched: () => [],
      hasPart: () => null,
      partsOf: () => [],
      breathe: () => Promise.resolve(),
      later: ports.later,
      now: () => this.device.time,
    };
    this.moved = new MovedNotes(sight, this.progress, fail);
    return this;
  }

  /** A minute passes without anything happening, and what is known is written. */
  async quiet(): Promise<void> {
    await this.device.pass(60_000);
    await this.moved.look();
    await this.device.pass(60_000);
  }

  async mark(target: string, state: "doing" | "done"): Promise<void> {
    await this.device.pass(5000);
    await this.progress.mark([target], state);
    await this.device.pass(60_000);
  }

  /** A note is renamed in the app. */
  async rename(from: string, to: string): Promise<void> {
    await this.device.pass(5000);
    this.shift(from, to);
    this.progress.moving.notesChanged([from, to]);
    await this.moved.renamed(from, to);
    await this.device.pass(60_000);
  }

  /** A note is moved by something else, while the app is closed or before it is told. */
  shift(from: string, to: string): void {
    const note = this.notes.get(from);
    this.notes.delete(from);
    if (note) this.notes.set(to, { ...note, basename: basename(to) });
    this.moved.happened([from, to]);
  }

  /** A note is written by something else. */
  put(path: string, note: Fingerprint): void {
    this.notes.set(path, note);
    this.moved.happened([path]);
  }

  async create(path: string, note: Fingerprint): Promise<void> {
    await this.device.pass(5000);
    this.put(path, note);
    this.progress.moving.notesChanged([path]);
    this.progress.moving.noteRead(path);
  }

  async remove(path: string): Promise<void> {
    await this.device.pass(5000);
    this.notes.delete(path);
    this.moved.happened([path]);
    this.progress.moving.notesChanged([path]);
  }

  /** Sync brings what all others have written. */
  receive(): void {
    for (const journal of this.vault.all()) this.progress.journals.absorb(journal);
  }

  states(...targets: readonly string[]): readonly string[] {
    return targets.map((target) => this.progress.state(target));
  }
}

const basename = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");

const note = (path: string, headings: readonly string[], lines = 10 + headings.length): Fingerprint => ({
  basename: basename(path),
  title: headings[0] ?? null,
  ids: {},
  headings,
  lines,
});

/** Enough other notes for something to be rare among them. */
const others = (): Readonly<Record<string, Fingerprint>> =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`Other/${at}.md`, note(`Other/${at}.md`, [`Subject ${at}`, "Summary"])]),
  );

const TEMPLATE = ["Plan", "Done", "Notes"];
const topic = (path: string, name = "Attention"): Fingerprint =>
  note(path, [name, `${name} in depth`, `Why ${name}`, "Summary"], 40 + name.length);

const site = (vault: FakeVault, seed: number, notes: Readonly<Record<string, Fingerprint>> = {}): Promise<Site> =>
  new Site(vault, seed, { ...others(), ...notes }).open();

describe("a new note at the path of one that was renamed", () => {
  for (const template of [TEMPLATE, []]) {
    const kind = template.length > 0 ? "of the same template" : "as empty as that";
    it(`leaves the renamed one alone, ${kind}, whether it is deleted or rewritten`, async () => {
      for (const isRewritten of [false, true]) {
        const desk = await site(new FakeVault(), 1, { "Week.md": note("Week.md", template) });
        await desk.mark("Week.md", "doing");
        await desk.rename("Week.md", "W07.md");
        await desk.create("Week.md", note("Week.md", template));
        await desk.mark("Week.md", "done");
        expect(desk.states("W07.md", "Week.md")).toEqual(["doing", "done"]);
        if (isRewritten) desk.notes.set("Week.md", topic("Week.md"));
        else await desk.remove("Week.md");
        await desk.quiet();
        expect(desk.states("W07.md")).toEqual(["doing"]);
        const phone = await site(desk.vault, 2, { "W07.md": note("W07.md", template) });
        await phone.quiet();
        expect(phone.states("W07.md")).toEqual(["doing"]);
      }
    });
  }

  it("keeps what another device marked there, which knew of the rename", async () => {
    const [vault, week] = [new FakeVault(), note("Week.md", TEMPLATE)];
    const desk = await site(vault, 1, { "Week.md": week });
    await desk.mark("Week.md", "doing");
    await desk.rename("Week.md", "W07.md");
    const phone = await site(vault, 2, { "Week.md": week, "W07.md": note("W07.md", TEMPLATE) });
    phone.device.time = desk.device.time + 1000;
    await phone.mark("Week.md", "done");
    desk.receive();
    await desk.quiet();
    expect(desk.states("W07.md", "Week.md")).toEqual(["doing", "done"]);
  });
});

describe("a mark made under an old name, on a device that did not know of the rename", () => {
  /** The desk has renamed a note; the phone, which has the old one, marks that, and the desk hears of it. */
  async function lateMark(
    marked: Fingerprint,
    moved: Fingerprint,
    atOldPath: Fingerprint | null,
  ): Promise<{ readonly desk: Site; readonly phone: Site }> {
    const vault = new FakeVault();
    const desk = await site(vault, 1, { "A.md": moved });
    const phone = await site(vault, 2, { "A.md": marked });
    await desk.mark("A.md", "doing");
    await desk.rename("A.md", "B.md");
    if (atOldPath) await desk.create("A.md", atOldPath);
    phone.device.time = desk.device.time + 1000;
    await phone.mark("A.md", "done");
    desk.device.time = phone.device.time;
    desk.receive();
    await desk.quiet();
    phone.receive();
    return { desk, phone };
  }

  it("goes along where it can only have meant that note, on all devices", async () => {
    for (const atOldPath of [null, topic("A.md", "Something else")]) {
      const { desk, phone } = await lateMark(topic("A.md"), topic("A.md"), atOldPath);
      expect([desk.states("B.md"), phone.states("B.md")]).toEqual([["done"], ["done"]]);
    }
  });

  it("stays where it may have meant another: a note of the same template, one of which nothing is known, an empty one", async () => {
    const template = note("A.md", ["Summary"]);
    for (const blank of [template, note("A.md", []), note("A.md", [], 0)]) {
      const { desk } = await lateMark(blank, blank, null);
      expect(desk.states("B.md")).toEqual(["doing"]);
    }
    const { desk } = await lateMark(topic("A.md"), topic("A.md"), topic("A.md"));
    expect(desk.states("B.md", "A.md")).toEqual(["doing", "done"]);
  });

  it("is decided once: what comes, goes and is rewritten later changes nothing", async () => {
    for (const atOldPath of [topic("A.md"), topic("A.md", "Something else")]) {
      const { desk } = await lateMark(topic("A.md"), topic("A.md"), atOldPath);
      const decided = desk.states("B.md", "A.md");
      await desk.remove("A.md");
      await desk.quiet();
      desk.put("B.md", topic("B.md", "Rewritten"));
      await desk.quiet();
      const tablet = await site(desk.vault, 3, { "B.md": topic("B.md") });
      await tablet.quiet();
      expect([desk.states("B.md", "A.md"), tablet.states("B.md", "A.md")]).toEqual([decided, decided]);
    }
  });

  it("waits while the device does not have the moved note", async () => {
    const vault = new FakeVault();
    const [desk, phone] = [
      await site(vault, 1, { "A.md": topic("A.md") }),
      await site(vault, 2, { "A.md": topic("A.md") }),
    ];
    await desk.mark("A.md", "doing");
    await desk.rename("A.md", "B.md");
    phone.device.time = desk.device.time + 1000;
    await phone.mark("A.md", "done");
    const tablet = await site(vault, 3);
    await tablet.quiet();
    expect(tablet.states("B.md")).toEqual(["doing"]);
    tablet.put("B.md", topic("B.md"));
    await tablet.quiet();
    expect(tablet.states("B.md")).toEqual(["done"]);
  });
});

describe("a clock that was two years ahead", () => {
  it("does not keep marks from going along with a note that is renamed later", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
    const now = desk.device.time;
    desk.device.time += 2 * 365 * 86_400_000;
    await desk.mark("A.md", "done");
    await desk.mark("A.md#Summary", "doing");
    desk.device.time = now;
    await (await desk.open()).rename("A.md", "B.md");
    await desk.rename("B.md", "C.md");
    expect(desk.states("C.md", "C.md#Summary", "A.md", "B.md")).toEqual(["done", "doing", "todo", "todo"]);
  });
});

describe("a note that was moved and moved back outside", () => {
  /** Two devices have marked notes; on the first they are moved outside and found. */
  async function movedOnOne(): Promise<{ readonly one: Site; readonly two: Site }> {
    const vault = new FakeVault();
    const notes = { "Old/A.md": topic("A.md"), "Old/B.md": topic("B.md", "Batching") };
    const [one, two] = [await site(vault, 1, notes), await site(vault, 2, notes)];
    await one.mark("Old/A.md", "done");
    await one.mark("Old/B.md#Batching", "doing");
    two.receive();
    await one.quiet();
    await two.quiet();
    for (const name of ["A", "B"]) one.shift(`Old/${name}.md`, `New/${name}.md`);
    await one.quiet();
    expect(one.states("New/A.md", "Old/A.md")).toEqual(["done", "todo"]);
    return { one, two };
  }

  it("has its state again on a device that never saw it elsewhere, though the other one is not opened again", async () => {
    const { two } = await movedOnOne();
    two.receive();
    two.device.time += 86_400_000;
    await two.quiet();
    expect(two.states("Old/A.md", "Old/B.md#Batching", "New/A.md")).toEqual(["done", "doing", "todo"]);
  });

  it("has it on both, there and back as often as one likes", async () => {
    const { one, two } = await movedOnOne();
    for (let trip = 0; trip < 3; trip++) {
      for (const name of ["A", "B"]) one.shift(`New/${name}.md`, `Old/${name}.md`);
      one.device.time += 86_400_000;
      await one.quiet();
      two.receive();
      two.device.time = one.device.time;
      await two.quiet();
      one.receive();
      expect([one, two].map((each) => each.states("Old/A.md", "Old/B.md#Batching"))).toEqual([
        ["done", "doing"],
        ["done", "doing"],
      ]);
      for (const name of ["A", "B"]) one.shift(`Old/${name}.md`, `New/${name}.md`);
      await one.quiet();
      expect(one.states("New/A.md", "New/B.md#Batching")).toEqual(["done", "doing"]);
    }
  });

  it("is found again by whoever has it elsewhere after all", async () => {
    const { one, two } = await movedOnOne();
    two.receive();
    await two.quiet();
    one.receive();
    one.device.time = two.device.time + 1000;
    await one.quiet();
    expect(one.states("New/A.md", "New/B.md#Batching")).toEqual(["done", "doing"]);
  });

  it("is not taken for what has its path now: another note, or one that was there beside it", async () => {
    const { one } = await movedOnOne();
    one.notes.set("Old/A.md", topic("A.md", "Something else"));
    one.notes.set("Old/B.md", topic("B.md", "Batching"));
    await one.quiet();
    for (const name of ["A", "B"]) one.notes.delete(`New/${name}.md`);
    await one.quiet();
    expect(one.states("Old/A.md", "Old/B.md#Batching")).toEqual(["todo", "todo"]);
  });

  it("comes to rest on devices whose vaults differ for good", async () => {
    const { one, two } = await movedOnOne();
    const written = (): number => [...one.vault.texts.values()].join("").length;
    for (let round = 0; round < 10; round++) {
      for (const each of [one, two]) {
        each.receive();
        await each.quiet();
      }
    }
    const before = written();
    for (const each of [one, two, one, two]) {
      each.receive();
      await each.quiet();
    }
    expect(written()).toBe(before);
  });
});

describe("a note that was deleted", () => {
  it("leaves its state neither to one of quite other content at its path, nor to an empty one", async () => {
    for (const successor of [topic("A.md", "Something else"), note("A.md", [], 0)]) {
      const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
      await desk.mark("A.md", "done");
      await desk.mark("A.md#Summary", "doing");
      await desk.remove("A.md");
      await desk.create("A.md", successor);
      await desk.quiet();
      expect(desk.states("A.md", "A.md#Summary")).toEqual(["todo", "todo"]);
      const phone = await site(desk.vault, 2, { "A.md": successor });
      await phone.quiet();
      expect(phone.states("A.md")).toEqual(["todo"]);
      expect([desk.moved.missing.map(knownPath), phone.moved.missing, phone.moved.unseen]).toEqual([["A.md"], [], []]);
      expect(exportOf("csv", desk.progress.exported())).toBe("target,state,at\r\n");
    }
  });

  it("has it again when it comes back, at once or after another had its place", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
    await desk.mark("A.md", "done");
    await desk.remove("A.md");
    await desk.create("A.md", { ...topic("A.md"), lines: 60 });
    await desk.quiet();
    expect(desk.states("A.md")).toEqual(["done"]);
    await desk.remove("A.md");
    await desk.create("A.md", topic("A.md", "Something else"));
    expect(desk.states("A.md")).toEqual(["todo"]);
    await desk.remove("A.md");
    await desk.create("A.md", topic("A.md"));
    await desk.quiet();
    expect(desk.states("A.md")).toEqual(["done"]);
  });

  it("takes nothing from what is marked at its path before the new note could be read", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
    await desk.mark("A.md", "done");
    await desk.remove("A.md");
    await desk.create("A.md", note("A.md", [], 0));
    await desk.mark("A.md", "doing");
    desk.notes.set("A.md", topic("A.md", "Something else"));
    desk.progress.moving.noteRead("A.md");
    await desk.quiet();
    expect(desk.states("A.md")).toEqual(["doing"]);
  });

  it("does not hand its state on to a note that is renamed to its path", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md"), "B.md": topic("B.md", "Batching") });
    await desk.mark("B.md", "doing");
    await desk.mark("A.md", "done");
    await desk.remove("A.md");
    await desk.rename("B.md", "A.md");
    await desk.quiet();
    expect(desk.states("A.md")).toEqual(["doing"]);
  });

  it("does not hand it on to one that is made there while the app is closed, but has it again if it comes back so", async () => {
    for (const name of ["Something else", "Attention"]) {
      const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
      await desk.mark("A.md", "done");
      await desk.remove("A.md");
      await desk.quiet();
      desk.notes.set("A.md", topic("A.md", name));
      await desk.open();
      await desk.quiet();
      expect(desk.states("A.md")).toEqual([name === "Attention" ? "done" : "todo"]);
    }
  });

  it("does not hand it on either if the clock was set back, and a restart lies between", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md") });
    await desk.mark("A.md", "done");
    await desk.open();
    desk.device.time -= 86_400_000;
    await desk.remove("A.md");
    await desk.create("A.md", topic("A.md", "Something else"));
    expect(desk.states("A.md")).toEqual(["todo"]);
  });

  it("does so neither if the app ends right after that", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md"), "B.md": topic("B.md", "Batching") });
    await desk.mark("A.md", "done");
    await desk.remove("A.md");
    desk.shift("B.md", "A.md");
    desk.progress.moving.notesChanged(["B.md", "A.md"]);
    await desk.open();
    await desk.quiet();
    expect(desk.states("A.md")).toEqual(["todo"]);
  });

  it("keeps its state where it was only edited, or so short that nothing could tell it from another", async () => {
    const desk = await site(new FakeVault(), 1, { "A.md": topic("A.md"), "B.md": note("B.md", [], 3) });
    await desk.mark("A.md", "done");
    await desk.mark("B.md", "done");
    desk.notes.set("A.md", topic("A.md", "Something else"));
    desk.progress.moving.noteRead("A.md");
    await desk.remove("B.md");
    await desk.create("B.md", note("B.md", [], 5));
    await desk.quiet();
    expect(desk.states("A.md", "B.md")).toEqual(["done", "done"]);
  });
});
