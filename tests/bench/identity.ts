// `npm run bench -- identity`: what it costs to find moved notes: 5,000 of one template, looks at 100,000 notes, and a
// rename there; and how many are found in made-up histories.
import { toTerminal } from "../logs";
import { findMoved } from "../../src/progress/finder";
import type { Fingerprint } from "../../src/progress/fingerprint";
import { MovedNotes } from "../../src/progress/moved-notes";
import { Progress } from "../../src/progress/progress";
import type { Seen } from "../../src/progress/resemblance";
import { FakeDevice, FakeVault } from "../progress/fake-ports";
import { snapshotOf } from "../progress/fake-snapshot";
import { HABITS, madeUpHistory } from "../progress/made-up-history";
import { ownTime } from "./own-time";
import { figure, print, table, verdict } from "./report";

const [TEMPLATE_NOTES, NOTES, MARKED, HISTORIES] = [5_000, 100_000, 2_000, 10];
/** Milliseconds of work at a time, as in the app. */
const SLICE = 6;
/** So often memory is looked at: each look takes a while. */
const LOOKS_AT_MEMORY = 20;
const BYTES_PER_MB = 2 ** 20;

/** Lets others work when a slice is used up, and notes what that slice took in time and memory. */
class SliceMeter {
  private start = performance.now();
  private startOfWork = ownTime();
  private readonly first = process.memoryUsage().heapUsed;
  private slices = 0;
  longest = 0;
  work = 0;
  peak = 0;

  readonly breathe = async (): Promise<void> => {
    if (performance.now() - this.start < SLICE) return;
    this.end();
    await new Promise((resolve) => setImmediate(resolve));
    this.start = performance.now();
    this.startOfWork = ownTime();
  };

  end(): void {
    const time = ownTime() - this.startOfWork;
    this.work += time;
    this.longest = Math.max(this.longest, time);
    if (this.slices++ % LOOKS_AT_MEMORY === 0)
      this.peak = Math.max(this.peak, (process.memoryUsage().heapUsed - this.first) / BYTES_PER_MB);
    this.startOfWork = ownTime();
  }
}

function noteOf(name: string, at: number): Fingerprint {
  const headings = [name, "Abstract", "Method", "Results", "Limits", "Related work", "Questions", "Links"];
  return { basename: name, title: name, ids: {}, headings, lines: 30 + (at % 40) };
}

async function measured(act: (meter: SliceMeter) => Promise<void>): Promise<SliceMeter> {
  globalThis.gc?.();
  const meter = new SliceMeter();
  await act(meter);
  meter.end();
  return meter;
}

function row(name: string, { work, longest, peak }: SliceMeter): readonly string[] {
  return [name, figure(work), figure(longest), figure(peak)];
}

/** A vault that was looked at, with marks on some of its notes, as a later session finds it. */
async function openVault(): Promise<{ readonly device: FakeDevice; readonly open: (meter: SliceMeter) => MovedNotes }> {
  const vault = new FakeVault();
  for (let at = 0; at < NOTES; at++) vault.notes.set(`Folder ${at % 300}/Note ${at}.md`, noteOf(`Note ${at}`, at));
  const device = new FakeDevice(vault);
  const progress = new Progress(device.ports());
  await progress.journals.load();
  await progress.mark([...vault.notes.keys()].slice(0, MARKED), "done");
  await device.pass(5000);
  return {
    device,
    open: (meter) => new MovedNotes({ ...snapshotOf(device, meter.breathe), watched: () => [] }, progress, toTerminal),
  };
}

async function benchTemplate(): Promise<readonly SliceMeter[]> {
  const before = Array.from({ length: TEMPLATE_NOTES }, (_, at): Seen => {
    const name = `Paper ${at}`;
    return { path: `Papers/${name}.md`, note: noteOf(name, at) };
  });
  const after = before.map(({ path, note }) => ({ path: `Library/${path}`, note }));
  const others = Array.from({ length: NOTES - TEMPLATE_NOTES }, (_, at): Seen => {
    return { path: `Other/${at}.md`, note: noteOf(`Other ${at}`, at) };
  });
  let found = 0;
  const alone = await measured(async ({ breathe }) => {
    found = (await findMoved(before, after, [], breathe)).certain.length;
  });
  print(`${TEMPLATE_NOTES} notes of one template in a renamed folder: ${found} found.`);
  const among = await measured(async ({ breathe }) => void (await findMoved(before, after, others, breathe)));
  return [alone, among];
}

async function benchLooks(): Promise<readonly (readonly string[])[]> {
  const { device, open } = await openVault();
  const first = await measured((meter) => open(meter).look());
  let moved: MovedNotes | null = null;
  const again = await measured((meter) => (moved = open(meter)).look());
  const look = async (): Promise<void> => moved?.look();
  const idle = await measured(look);
  const rename = await measured(async (meter) => {
    const renaming = open(meter);
    await renaming.look();
    meter.work = meter.longest = 0;
    for (let at = 0; at < 500; at++) await renaming.renamed(`Folder 7/Note ${at}.md`, `Folder 8/Note ${at}.md`);
    await device.pass(1000);
  });
  return [
    row("first look on a device", first),
    row("first look of a session", again),
    row("look, nothing changed", idle),
    row("500 renames in the app, saved", rename),
  ];
}

async function recallOf(name: string): Promise<readonly string[]> {
  const habits = HABITS[name];
  let [moves, right, wrong] = [0, 0, 0];
  for (let seed = 1; habits && seed <= HISTORIES; seed++) {
    const history = madeUpHistory(habits, seed);
    const seen = (notes: ReadonlyMap<string, Fingerprint>, isNew: (path: string) => boolean): readonly Seen[] =>
      [...notes].filter(([path]) => isNew(path)).map(([path, note]) => ({ path, note }));
    const { before, after } = history;
    const { certain } = await findMoved(
      seen(before, (path) => !after.has(path)),
      seen(after, (path) => !before.has(path)),
      seen(after, (path) => before.has(path)),
      () => Promise.resolve(),
    );
    const found = certain.filter(({ from, to }) => history.moves.get(from) === to).length;
    [moves, right, wrong] = [moves + history.moves.size, right + found, wrong + certain.length - found];
  }
  return [name, String(moves), figure((100 * right) / moves), String(wrong)];
}

export async function benchIdentity(): Promise<void> {
  const [alone, among] = await benchTemplate();
  if (!alone || !among) return;
  const looks = await benchLooks();
  print(
    table([
      ["processor time", "ms", "longest slice", "MB"],
      row("alone", alone),
      row(`among ${NOTES} notes`, among),
      ...looks,
    ]),
    verdict({ name: "5,000 of one template", value: alone.work, unit: "ms", limit: 2000, is: "most" }),
    verdict({ name: "longest slice of that", value: alone.longest, unit: "ms", limit: 16, is: "most" }),
    verdict({ name: "memory of that", value: alone.peak, unit: "MB", limit: 100, is: "most" }),
    table([
      ["made-up histories", "moves", "% found", "wrong"],
      ...(await Promise.all(Object.keys(HABITS).map(recallOf))),
    ]),
    "",
  );
}
