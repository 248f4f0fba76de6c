// Journals at the start: those that can be read work at once, those that cannot are named and tried
// again, and no mark waits or is lost meanwhile.
import { describe, expect, it } from "vitest";
import { encodeEvent, type MarkEvent } from "../../src/progress/event";
import { newJournal } from "../../src/progress/journal";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault, setUp, settle, start } from "./fake-ports";

const PHONE = "MOC Path/Progress Phone phone000 2026-02.md";
const TABLET = "MOC Path/Progress Tablet tablet00 2026-02.md";

function mark(device: string, target: string, at = Date.UTC(2026, 1, 20)): MarkEvent {
  return { kind: "mark", id: `${device}.other.1`, at, target, state: "done", over: null, marks: "", note: null };
}

const journalOf = (device: string, ...events: readonly MarkEvent[]): string =>
  newJournal(device, "2026-02", events.map(encodeEvent));

/** A vault with the journals of two other devices, the second of which `read` reads. */
function vaultWith(read: (text: string) => Promise<string>): FakeVault {
  const vault = new FakeVault();
  vault.texts.set(PHONE, journalOf("phone000", mark("phone000", "A.md")));
  vault.texts.set(TABLET, journalOf("tablet00", mark("tablet00", "B.md")));
  const readText = vault.read;
  vault.read = async (path) => (path === TABLET ? read(await readText(path)) : readText(path));
  return vault;
}

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `Folder/Note ${at}.md`);

const journalsOf = (vault: FakeVault): string => [...vault.texts.values()].join("\n");

describe("a journal that cannot be read", () => {
  it("keeps no other from being shown, is named with the reason, and is read when that can be done", async () => {
    let isLocked = true;
    const vault = vaultWith((text) => (isLocked ? Promise.reject(new Error("EACCES")) : Promise.resolve(text)));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    await progress.journals.load();
    expect([progress.state("A.md"), progress.state("B.md")]).toEqual(["done", "todo"]);
    expect(progress.journals.unreadable()).toEqual([{ path: TABLET, reason: "EACCES" }]);
    isLocked = false;
    await device.pass(2000);
    expect([progress.state("B.md"), progress.journals.unreadable()]).toEqual(["done", []]);
  });

  it("lets marks wait in the tail, says so, and lets them be written as soon as it is read", async () => {
    let isLocked = true;
    const vault = vaultWith((text) => (isLocked ? Promise.reject(new Error("EACCES")) : Promise.resolve(text)));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    await progress.journals.load();
    expect(await progress.mark(["C.md"], "done")).toEqual(["C.md"]);
    await device.pass(100_000);
    expect([vault.writes, progress.unsaved, progress.state("C.md")]).toEqual([0, 1, "done"]);
    device.dropTimers();
    const again = new Progress(device.ports());
    await again.journals.load();
    expect([again.state("C.md"), again.unsaved]).toEqual(["done", 1]);
    isLocked = false;
    await again.journals.flush();
    expect([again.unsaved, vault.writes]).toEqual([0, 1]);
    expect(journalsOf(vault)).toContain('"target":"C.md"');
  });

  it("is forgotten when it is gone", async () => {
    const vault = vaultWith(() => Promise.reject(new Error("EACCES")));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    await progress.journals.load();
    vault.texts.delete(TABLET);
    await device.pass(2000);
    expect(progress.journals.unreadable()).toEqual([]);
  });

  it("because it does not answer holds up nothing for longer than ten seconds, and counts when it comes", async () => {
    let answer = (): void => undefined;
    const vault = vaultWith((text) => new Promise((resolve) => (answer = () => resolve(text))));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    const loaded = progress.journals.load();
    expect(await progress.mark(["C.md"], "done")).toEqual(["C.md"]);
    await device.pass(10_000);
    await loaded;
    expect(progress.journals.unreadable()).toEqual([
      { path: TABLET, reason: expect.stringContaining("10 seconds") as string },
    ]);
    answer();
    await settle();
    expect(progress.state("B.md")).toBe("done");
  });
});

describe("fifty journals that do not answer", () => {
  it("keep none that does from being read at the next try", async () => {
    const vault = new FakeVault();
    const paths = Array.from({ length: 50 }, (_, at) => `MOC Path/Progress Tablet tablet${at + 10} 2026-02.md`);
    for (const [at, path] of paths.entries())
      vault.texts.set(path, journalOf(`tablet${at + 10}`, mark(`tablet${at + 10}`, `${at}.md`)));
    const answering = new Set<string>();
    const readText = vault.read;
    vault.read = (path) => (answering.has(path) ? readText(path) : new Promise(() => undefined));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    void progress.journals.load();
    await device.pass(10_000);
    answering.add(paths.at(-1) ?? "");
    await device.pass(2000);
    expect([progress.state("49.md"), progress.journals.unreadable().length]).toEqual(["done", 49]);
  });
});

describe("a mark before journals are read", () => {
  it("is answered at once, kept over a sudden end, and written once all is read", async () => {
    const vault = vaultWith((text) => Promise.resolve(text));
    const device = new FakeDevice(vault);
    const early = new Progress(device.ports());
    expect(await early.mark(["C.md"], "done")).toEqual(["C.md"]);
    expect(early.state("C.md")).toBe("done");
    await device.pass(60_000);
    expect(vault.writes).toBe(0);
    device.dropTimers();
    const again = new Progress(device.ports());
    await again.journals.load();
    expect(again.state("C.md")).toBe("done");
    await device.pass(5000);
    expect(journalsOf(vault)).toContain('"target":"C.md"');
  });

  it("holds over one of a device whose clock is two years ahead", async () => {
    const vault = new FakeVault();
    vault.texts.set(PHONE, journalOf("phone000", mark("phone000", "A.md", Date.UTC(2028, 1, 20))));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    await progress.mark(["A.md"], "doing");
    await progress.journals.load();
    expect(progress.state("A.md")).toBe("doing");
    await device.pass(5000);
    const elsewhere = new Progress(new FakeDevice(vault, 9).ports());
    await elsewhere.journals.load();
    expect(elsewhere.state("A.md")).toBe("doing");
  });

  it("that is undone brings back what another device had said, if that is known by then or comes later", async () => {
    let answer = (): void => undefined;
    const vault = vaultWith((text) => new Promise((resolve) => (answer = () => resolve(text))));
    const device = new FakeDevice(vault);
    const progress = new Progress(device.ports());
    await progress.mark(["A.md"], "doing");
    await progress.mark(["B.md"], "doing");
    void progress.journals.load();
    await device.pass(10_000);
    await progress.undo();
    expect(progress.state("B.md")).toBe("todo");
    answer();
    await settle();
    await device.pass(2000);
    expect(progress.state("B.md")).toBe("done");
    await progress.undo();
    expect([progress.state("A.md"), progress.state("B.md")]).toEqual(["done", "done"]);
    await progress.redo();
    expect(progress.state("A.md")).toBe("doing");
  });
});

describe("a journal of this device", () => {
  /** A device that has marked A, and its journal. */
  async function marked(): Promise<{ vault: FakeVault; device: FakeDevice; path: string; text: string }> {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [[path, text] = ["", ""]] = [...vault.texts];
    return { vault, device, path, text };
  }

  it("for what is no month is read, and all goes on in another", async () => {
    const { vault, device, path, text } = await marked();
    vault.texts.set(path, text.replace('month: "2026-02"', 'month: "2026-02("'));
    device.storage.delete("moc-path-tail");
    const progress = await start(device);
    expect([progress.state("A.md"), progress.journals.unreadable()]).toEqual(["done", []]);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect([progress.unsaved, journalsOf(vault).includes('"target":"B.md"')]).toEqual([0, true]);
  });

  it("that has lost marks of an earlier session gets them again at once", async () => {
    const { vault, device, path, text } = await marked();
    const progress = await start(device);
    device.storage.delete("moc-path-tail");
    for (const old of [text.slice(0, text.indexOf('{"v"')), ""]) {
      vault.texts.set(path, old);
      progress.journals.absorb({ path, text: old });
      await device.pass(5000);
      expect(journalsOf(vault)).toContain('"target":"A.md"');
    }
  });

  it("that is gone is written anew without what others hold", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(many(1500), "done");
    await device.pass(5000);
    const [first = "", second = ""] = vault.texts.keys();
    vault.texts.delete(second);
    await progress.mark(["Last.md"], "done");
    await device.pass(5000);
    expect([...vault.texts.keys()]).toEqual([first, second]);
    const lines = journalsOf(vault).match(/^\{"v"/gm) ?? [];
    expect(lines).toHaveLength(1501);
  });

  it("is not written to by a plugin that was turned off while it read", async () => {
    const { vault, device } = await marked();
    const before = [...vault.texts];
    const progress = new Progress(device.ports());
    void progress.journals.load();
    await progress.stop();
    await settle();
    await device.pass(100_000);
    expect([...vault.texts]).toEqual(before);
  });
});

describe("a journal that cannot be read and is renamed meanwhile", () => {
  it("is read where it is now", async () => {
    let isLocked = true;
    const vault = vaultWith((text) => (isLocked ? Promise.reject(new Error("EACCES")) : Promise.resolve(text)));
    const device = new FakeDevice(vault);
    const progress = await start(device);
    const to = "Archive/Tablet.md";
    vault.texts.set(to, vault.texts.get(TABLET) ?? "");
    vault.texts.delete(TABLET);
    await progress.moved([{ from: TABLET, to }]);
    expect(progress.journals.unreadable()).toEqual([{ path: to, reason: "EACCES" }]);
    isLocked = false;
    await device.pass(2000);
    expect([progress.state("B.md"), progress.journals.unreadable()]).toEqual(["done", []]);
  });
});

describe("a vault that does not say which journals there are", () => {
  it("is asked again; its folder is named meanwhile, and marks wait, which is said", async () => {
    const vault = vaultWith((text) => Promise.resolve(text));
    const device = new FakeDevice(vault);
    const ports = device.ports();
    let isDown = true;
    const paths = (): readonly string[] => {
      if (isDown) throw new Error("EIO");
      return ports.journals.paths();
    };
    const progress = new Progress({ ...ports, journals: { ...ports.journals, paths } });
    await progress.journals.load();
    await progress.mark(["C.md"], "done");
    await device.pass(60_000);
    expect(progress.journals.unreadable()).toEqual([{ path: "MOC Path", reason: "EIO" }]);
    expect([progress.unsaved, vault.writes]).toEqual([1, 0]);
    isDown = false;
    await device.pass(60_000);
    expect(["A.md", "B.md", "C.md"].map((target) => progress.state(target))).toEqual(["done", "done", "done"]);
    expect([progress.unsaved, journalsOf(vault).includes('"target":"C.md"')]).toEqual([0, true]);
  });
});

describe("what is told of damage", () => {
  it("ends when the file is whole again, or gone", async () => {
    const { vault, device, progress } = await setUp();
    await progress.mark(["A.md"], "done");
    await device.pass(5000);
    const [[path, text] = ["", ""]] = [...vault.texts];
    vault.texts.set(path, `A word.\n${text}`);
    await progress.mark(["B.md"], "done");
    await device.pass(5000);
    expect(progress.journals.problems()).toHaveLength(1);
    progress.journals.absorb({ path, text });
    expect(progress.journals.problems()).toEqual([]);
    progress.journals.absorb({ path: TABLET, text: `${text}{"v":1,"id\n` });
    expect(progress.journals.problems()).toEqual([]);
    vault.texts.set(TABLET, "");
    expect(progress.journals.problems()).toHaveLength(1);
  });
});
