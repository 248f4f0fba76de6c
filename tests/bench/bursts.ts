// Ten thousand notes that come, go, move or change in one breath, a thousand maps among them, as git and renamed
// folders do that, with everything attached that follows the index: how long the longest task of the app is.
import { edited } from "./changes";
import { GeneratedVault, MAPS, NOTES, pathOfMap, pathOfNote, type NoteAt } from "./generated-vault";
import { collectYoung, summary } from "./measure";
import { figure, print, table, type Budget } from "./report";
import { longestOf, type SliceClock } from "./slice-clock";
import { WholeCore } from "./whole-core";

const BURST = 10_000;
const ROUNDS = 3;

interface Cost {
  readonly total: number;
  /** Of the task in which all of it is told. */
  readonly telling: number;
  readonly longest: number;
  /** The longest, if no garbage were collected. */
  readonly work: number;
}

/** The maps, and as many notes as make up a burst. */
function pathsOfBurst(): readonly string[] {
  const maps = Array.from({ length: MAPS }, (_, at) => pathOfMap(at));
  return [...maps, ...Array.from({ length: BURST - MAPS }, (_, at) => pathOfNote(NOTES - 1 - at))];
}

/** By the name of a burst, what changes the vault at a path, and returns what tells of it. */
function burstsOf(core: WholeCore, vault: GeneratedVault): Readonly<Record<string, (path: string) => () => void>> {
  const there = new Map(pathsOfBurst().map((path) => [path, vault.noteAt(path)]));
  const set = (path: string, note: NoteAt): (() => void) => {
    vault.set(path, note);
    return () => core.changed(path, note.text, note.cache);
  };
  const move = (from: string, to: string): (() => void) => {
    vault.rename(from, to);
    return () => core.renamed(to, from);
  };
  return {
    changed: (path) => set(path, { text: edited(vault.textOf(path)), cache: { ...vault.noteAt(path).cache } }),
    renamed: (path) => move(path, `Moved/${path}`),
    "renamed back": (path) => move(`Moved/${path}`, path),
    deleted: (path) => {
      vault.remove(path);
      return () => core.removed(path);
    },
    created: (path) => {
      const tell = set(path, there.get(path) ?? vault.noteAt(path));
      return () => {
        core.created(path);
        tell();
      };
    },
  };
}

async function costOf(tell: () => void, clock: SliceClock): Promise<Cost> {
  collectYoung();
  clock.later(tell);
  const slices = await clock.idle();
  return {
    total: slices.reduce((total, { took }) => total + took, 0),
    telling: slices[0]?.took ?? NaN,
    longest: longestOf(slices),
    work: Math.max(...slices.map(({ took, garbage }) => took - garbage)),
  };
}

/** Starts everything, and then makes every burst in one task, the hardest way to be told of it. */
export async function benchBursts(clock: SliceClock): Promise<readonly Budget[]> {
  const vault = new GeneratedVault();
  const costs = new Map<string, Cost[]>();
  const add = (name: string, cost: Cost): void => void costs.set(name, [...(costs.get(name) ?? []), cost]);
  for (let round = 0; round < ROUNDS; round++) {
    const core = new WholeCore(vault);
    await core.mark();
    add("start", await costOf(() => void core.start(), clock));
    for (const [name, prepare] of Object.entries(burstsOf(core, vault))) {
      const events = pathsOfBurst().map(prepare);
      add(name, await costOf(() => events.forEach((tell) => tell()), clock));
    }
  }
  return show(costs);
}

function show(costs: ReadonlyMap<string, readonly Cost[]>): readonly Budget[] {
  const rows = [...costs].map(([name, all]) => ({
    name,
    total: summary(all.map(({ total }) => total)).median,
    telling: summary(all.map(({ telling }) => telling)).median,
    longest: summary(all.map(({ longest }) => longest)).median,
    work: summary(all.map(({ work }) => work)).median,
  }));
  print(
    `${BURST} files at once, all ${MAPS} maps among them, with all that follows the index; medians of ${ROUNDS} rounds`,
  );
  print(
    table([
      ["", "ms", "being told", "longest task", "without garbage"],
      ...rows.map((row) => [row.name, figure(row.total), figure(row.telling), figure(row.longest), figure(row.work)]),
    ]),
    "",
  );
  return rows.map(({ name, longest }) => ({
    name: `Longest task of a burst: ${name}`,
    value: longest,
    unit: "ms",
    limit: 16,
    is: "most",
  }));
}
