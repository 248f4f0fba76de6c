// Identity on the real vault, which scripts reorganised within four days, on harder moves made up from it, and on
// made-up histories.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { fingerprintOf, type Fingerprint } from "../../src/progress/fingerprint";
import { MovedNotes } from "../../src/progress/moved-notes";
import { Progress } from "../../src/progress/progress";
import { openVault } from "../tools/disk-vault";
import { FakeDevice, FakeVault } from "./fake-ports";
import { snapshotOf } from "./fake-snapshot";
import { HABITS, madeUpHistory } from "./made-up-history";
import { randomOf } from "./random";
import { fail } from "../logs";

const VAULTS = "../shared/vaults";
const MOVES = `${VAULTS}/moves-02-22-to-02-26.tsv`;

type Notes = ReadonlyMap<string, Fingerprint>;

interface Fate {
  readonly before: string;
  /** Empty where the note was deleted. */
  readonly after: string;
  /** A note written anew in its place; empty where there is none. */
  readonly successor: string;
}

interface Found {
  readonly from: string;
  readonly to: string;
}

async function notesOf(folder: string): Promise<Notes> {
  const vault = await openVault(folder);
  return new Map(vault.notes().map((path) => [path, fingerprintOf(path, vault.cacheOf(path))]));
}

function fates(): readonly Fate[] {
  const rows = readFileSync(MOVES, "utf8").split(/\r?\n/).slice(1);
  return rows
    .filter((row) => row !== "")
    .map((row) => {
      const [before = "", after = "", successor = ""] = row.split("\t");
      return { before, after, successor };
    });
}

/** Marks every note of one vault, lets the other take its place while the app is closed, and looks. */
async function moveAll(
  before: Notes,
  after: Notes,
  breathe?: () => Promise<void>,
): Promise<{ readonly progress: Progress; readonly moved: MovedNotes; readonly taken: readonly Found[] }> {
  const vault = new FakeVault();
  const device = new FakeDevice(vault);
  const open = async (): Promise<{ readonly progress: Progress; readonly moved: MovedNotes }> => {
    const progress = new Progress(device.ports());
    await progress.journals.load();
    return { progress, moved: new MovedNotes(snapshotOf(device, breathe), progress, fail) };
  };
  for (const [path, note] of before) vault.notes.set(path, note);
  const first = await open();
  await first.progress.mark([...before.keys()], "done");
  await device.pass(5000);
  await first.moved.look();
  vault.notes.clear();
  for (const [path, note] of after) vault.notes.set(path, note);
  device.time += 86_400_000;
  const { progress, moved } = await open();
  await moved.look();
  return { progress, moved, taken: moved.taken };
}

/** `RUNS=100 npx vitest run tests/progress/identity.test.ts` looks further than the suite does. */
const HISTORIES = Number(process.env["RUNS"] ?? 3);

describe("identity in made-up histories", () => {
  it.each(Object.entries(HABITS))(
    "of %s finds 97 of 100 notes that moved, and takes none for another",
    async (_, habits) => {
      let [all, found] = [0, 0];
      const wrong: Found[] = [];
      // In one alone a folder of short notes, of which but two are certain, can be a twentieth of all.
      for (let seed = 1; seed <= HISTORIES; seed++) {
        const { before, after, moves } = madeUpHistory(habits, seed);
        const { taken } = await moveAll(before, after);
        const right = taken.filter(({ from, to }) => moves.get(from) === to).length;
        console.log(`Seed ${seed}: of ${moves.size} notes ${right} found, ${taken.length - right} wrong.`);
        wrong.push(...taken.filter(({ from, to }) => moves.get(from) !== to));
        [all, found] = [all + moves.size, found + right];
      }
      expect(wrong).toEqual([]);
      expect(found / all).toBeGreaterThanOrEqual(0.97);
    },
  );

  it("finds thousands of notes of one template in a renamed folder, in slices, not all with all", async () => {
    const [few, many] = [await moveTemplates(500), await moveTemplates(2000)];
    expect([few.taken, many.taken]).toEqual([500, 2000]);
    expect(many.breaths).toBeGreaterThan(3 * 2000);
    // Four times as many would take sixteen times as long.
    expect(many.cpu / few.cpu).toBeLessThan(8);
  });
});

/** Moves the folder of so many notes of a template; `cpu` is the time it took, in microseconds. */
async function moveTemplates(
  count: number,
): Promise<{ readonly taken: number; readonly breaths: number; readonly cpu: number }> {
  const paths = Array.from({ length: count }, (_, at) => `Papers/Paper ${at}.md`);
  const before = new Map(paths.map((path, at) => [path, ofTemplate(`Paper ${at}`, at)]));
  const after = new Map([...before].map(([path, note]) => [path.replace("Papers", "Library/Papers"), note]));
  let breaths = 0;
  const start = process.cpuUsage();
  const { taken } = await moveAll(before, after, () => Promise.resolve(void breaths++));
  const { user, system } = process.cpuUsage(start);
  return { taken: taken.length, breaths, cpu: user + system };
}

/** A note of a template: all headings are the same but its title. */
function ofTemplate(basename: string, at: number): Fingerprint {
  const headings = [basename, "Abstract", "Method", "Results", "Limits", "Related work", "Questions", "Links"];
  return { basename, title: basename, ids: {}, headings, lines: 30 + (at % 40) };
}

describe.skipIf(!existsSync(MOVES))("identity on the real vault (skipped where it is absent)", () => {
  let [before, after]: [Notes, Notes] = [new Map(), new Map()];
  beforeAll(async () => {
    [before, after] = [await notesOf(`${VAULTS}/morpheus-2026-02-22`), await notesOf(`${VAULTS}/morpheus-2026-02-26`)];
  }, 120_000);

  it("finds the notes and maps that scripts moved in four days, and takes none for another", async () => {
    const { progress, moved, taken } = await moveAll(before, after);
    const isMap = (path: string): boolean => /(?:_MOC|目录)\.md$/.test(path);
    const gone = fates().filter((fate) => fate.before !== fate.after);
    const found = gone.filter(({ after: to }) => to !== "" && progress.state(to) === "done");
    const fateOf = new Map(gone.map((fate) => [fate.before, fate]));
    const wrong = taken.filter(({ from, to }) => fateOf.get(from)?.after !== to && fateOf.get(from)?.successor !== to);
    const counts = {
      notes: found.filter((fate) => !isMap(fate.before)).length,
      maps: found.filter((fate) => isMap(fate.before)).length,
    };
    console.log(
      `Of 52 notes ${counts.notes} were found, of 8 maps ${counts.maps}; ${taken.length - counts.notes - counts.maps} successors taken, ${moved.offers.length} matches offered.`,
    );
    expect(wrong).toEqual([]);
    expect(counts.notes).toBeGreaterThanOrEqual(50);
    expect(counts.maps).toBeGreaterThanOrEqual(7);
  });

  it("takes nothing while half of the vault has not been synced", async () => {
    const half = new Map([...before].filter((_, index) => index % 2 === 0));
    const { taken, progress } = await moveAll(before, half);
    expect(taken).toEqual([]);
    expect([...half.keys()].every((path) => progress.state(path) === "done")).toBe(true);
  });

  it("finds four of five notes, and none wrongly, when all are renamed and moved, without frontmatter and with other headings", async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = randomOf(seed);
    const names = [...before.values()].map(({ basename }) => basename);
    const disguised = [...before].map(
      ([path, note], index) =>
        [path, `${Math.floor(random() * 9)}/${index}.md`, disguise(note, random, names)] as const,
    );
    const truth = new Map(disguised.map(([path, place]) => [path, place]));
    const { taken, moved } = await moveAll(before, new Map(disguised.map(([, place, note]) => [place, note])));
    const right = taken.filter(({ from, to }) => truth.get(from) === to).length;
    console.log(
      `Seed ${seed}: of ${before.size} notes ${right} found, ${taken.length - right} wrong, ${new Set(moved.offers.map(({ from }) => from)).size} offered.`,
    );
    expect(taken.length - right).toBe(0);
    expect(right / before.size).toBeGreaterThanOrEqual(0.8);
  });
});

/**
 * Another name, half of the time that of another note; no frontmatter; a fifth of the
 * headings edited; a little longer or shorter.
 */
function disguise(note: Fingerprint, random: () => number, names: readonly string[]): Fingerprint {
  const headings = note.headings.map((heading) =>
    random() < 0.2 ? `${heading.slice(0, 3)} ${random().toString(36).slice(2, 8)}` : heading,
  );
  const basename =
    random() < 0.5 ? (names[Math.floor(random() * names.length)] ?? "") : `Note ${random().toString(36).slice(2, 8)}`;
  return {
    basename,
    title: headings[0] ?? null,
    ids: {},
    headings,
    lines: Math.max(1, (note.lines ?? 0) - Math.floor(random() * 12)),
  };
}
