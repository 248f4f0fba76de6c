// `npm run bench -- index`: 1,000 maps over 100,000 notes in memory: building the index, its longest slice,
// and what one change costs; beside parse and bind alone, and JSON.parse of the caches of the same maps.
import { DEFAULT_RULES } from "../default-rules";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { FramePace } from "../../src/obsidian/pace";
import { benchBursts } from "./bursts";
import { changesIn, costOf } from "./changes";
import { parseMap } from "../../src/core/read/parse";
import { PARSE, READ, read } from "./contenders";
import { GeneratedVault, LINKS, MAPS, NOTES, pathOfMap } from "./generated-vault";
import { summary, timeOf, type Work } from "./measure";
import { figure, print, table, verdict, type Budget } from "./report";
import { toTerminal } from "../logs";
import { longestOf, SliceClock, type Slice } from "./slice-clock";

/**
 * The first build meets code that has not run before, as after the start of the app;
 * the others tell what it costs from then on.
 */
const BUILDS = 5;
const JSON_PARSE = "JSON.parse of their caches";

interface Build {
  readonly slices: readonly Slice[];
  /** Milliseconds until the first roadmap was told of. */
  readonly first: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const median = (values: readonly number[]): number => summary(values).median;

function emptyIndex(vault: GeneratedVault): RoadmapIndex {
  return new RoadmapIndex(vault, new FramePace(), DEFAULT_RULES, toTerminal);
}

async function build(index: RoadmapIndex, clock: SliceClock): Promise<Build> {
  const start = performance.now();
  let first = NaN;
  const stop = index.onChange(({ maps }) => {
    if (maps.size === 0) return;
    first = performance.now() - start;
    stop();
  });
  clock.later(() => void index.build());
  return { slices: await clock.idle(), first };
}

/** The cost of reading the same maps without an index, and of other work on the same data. */
function yardsticks(vault: GeneratedVault): readonly Work[] {
  const maps = Array.from({ length: MAPS }, (_, at) => ({
    text: vault.textOf(pathOfMap(at)),
    cache: vault.cacheOf(pathOfMap(at)) ?? {},
  }));
  const json = maps.map(({ cache }) => JSON.stringify(cache));
  return [
    { name: PARSE, run: () => maps.map(({ text, cache }) => parseMap(text, cache)) },
    { name: READ, run: () => maps.map(read) },
    { name: JSON_PARSE, run: () => json.map((one): unknown => JSON.parse(one)) },
  ];
}

interface Rounds {
  readonly builds: readonly Build[];
  /** Milliseconds by the name of the work, one for each build. */
  readonly times: ReadonlyMap<string, readonly number[]>;
}

/** Builds and yardsticks in turn. */
async function runRounds(vault: GeneratedVault, clock: SliceClock): Promise<Rounds> {
  const works = yardsticks(vault);
  const builds: Build[] = [];
  const times = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < BUILDS; round++) {
    builds.push(await build(emptyIndex(vault), clock));
    for (const work of works) times.get(work.name)?.push(timeOf(work, 1));
  }
  return { builds, times };
}

function showBuilds({ builds, times }: Rounds): void {
  const [cold, ...warm] = builds.map(({ slices, first }) => [
    sum(slices.map(({ took }) => took)),
    slices.length,
    longestOf(slices),
    median(slices.map(({ took }) => took)),
    first,
  ]);
  const json = median(times.get(JSON_PARSE) ?? []);
  const row = (name: string, [total = NaN, ...others]: readonly number[]): readonly string[] => [
    name,
    figure(total),
    figure(total / json),
    ...others.map(figure),
  ];
  const middle = cold?.map((_, column) => median(warm.map((one) => one[column] ?? NaN))) ?? [];
  print(`${MAPS} maps of ${LINKS} links over ${NOTES} notes in memory`);
  print(
    table([
      ["", "ms", "× JSON.parse", "slices", "longest", "middle", "first roadmap"],
      row("index, first build", cold ?? []),
      row("index, later builds", middle),
      ...[...times].map(([name, all]) => row(name, [median(all)])),
    ]),
    "",
  );
}

/** Milliseconds of one edit of a map, by the median. */
async function showChanges(index: RoadmapIndex, vault: GeneratedVault, clock: SliceClock): Promise<number> {
  const json = JSON.stringify(vault.cacheOf(pathOfMap(0)));
  const yardstick = median(
    Array.from({ length: 100 }, () => timeOf({ name: JSON_PARSE, run: () => JSON.parse(json) as unknown }, 1)),
  );
  const rows: (readonly string[])[] = [];
  let edit = NaN;
  for (const change of changesIn(index, vault)) {
    const { times, longest } = await costOf(change, clock);
    const { median, low, high } = summary(times);
    edit = change.isEdit ? median : edit;
    rows.push([
      change.name,
      figure(median),
      `${figure(low)}–${figure(high)}`,
      figure(longest),
      figure(median / yardstick),
    ]);
  }
  print("One change, to the event that tells of it; beside JSON.parse of the cache of one map");
  print(table([["", "ms", "quartiles", "longest slice", "× JSON.parse"], ...rows]), "");
  return edit;
}

function budgets(builds: readonly Build[], edit: number): readonly Budget[] {
  const longest = median(builds.map(({ slices }) => longestOf(slices)));
  return [
    {
      name: "Time to the first roadmap, in the first build",
      value: builds[0]?.first ?? NaN,
      unit: "ms",
      limit: 1000,
      is: "most",
    },
    {
      name: `Longest slice of a build, the median of ${builds.length} builds`,
      value: longest,
      unit: "ms",
      limit: 16,
      is: "most",
    },
    { name: `One edit of a map of ${LINKS} links`, value: edit, unit: "ms", limit: 2, is: "most" },
  ];
}

export async function benchIndex(): Promise<void> {
  const clock = new SliceClock();
  Object.assign(globalThis, { window: clock.window });
  const vault = new GeneratedVault();
  const rounds = await runRounds(vault, clock);
  showBuilds(rounds);
  const index = emptyIndex(vault);
  await build(index, clock);
  const edit = await showChanges(index, vault, clock);
  print(...[...budgets(rounds.builds, edit), ...(await benchBursts(clock))].map(verdict), "");
}
