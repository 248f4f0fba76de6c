// The cost of the home of all maps, and of the choice of maps, among 1,000 maps and 5,000 marks: what is computed for
// one drawing, on opening and after a mark.
import { aheadOn } from "../../src/actions/ahead";
import { mapChoices } from "../../src/actions/map-choices";
import { accountOfMap, knownProgressOfMap, progressOfMap } from "../../src/actions/map-progress";
import { ordersOf } from "../../src/core/roadmap/map-order";
import { entriesOfRoadmap } from "../../src/core/roadmap/model";
import { ALL_MAPS } from "../../src/core/roadmap/unwritten";
import type { State } from "../../src/core/base/state";
import { DEFAULT_RULES } from "../default-rules";
import { FramePace } from "../../src/obsidian/pace";
import { toTerminal } from "../logs";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { Roadmaps } from "../../src/index/roadmaps";
import { Totals } from "../../src/index/totals";
import { GeneratedVault, MAPS } from "./generated-vault";
import { summary, timeOf } from "./measure";
import { figure, print, table, verdict } from "./report";
import { SliceClock } from "./slice-clock";

const [MARKS, ROUNDS, SLICE, ROWS] = [5_000, 15, 16, 100];

export async function benchHome(): Promise<void> {
  const clock = new SliceClock();
  Object.assign(globalThis, { window: clock.window });
  const vault = new GeneratedVault();
  const index = new RoadmapIndex(vault, new FramePace(), DEFAULT_RULES, toTerminal);
  clock.later(() => void index.build());
  await clock.idle();
  await index.whenSettled();
  const sources = { ...ordersOf("en"), title: "All maps", files: () => vault.notes(), log: toTerminal };
  const [known] = [index.maps().flatMap((path) => index.roadmap(path) ?? [])];
  const targets = [...new Set(known.flatMap((map) => entriesOfRoadmap(map).map(({ target }) => target)))];
  const marks = new Map(targets.filter((_, at) => at % Math.ceil(targets.length / MARKS) === 0).map((one) => [one, 1]));
  const stateOf = (target: string): State => (marks.has(target) ? "done" : "todo");
  const progress = {
    state: stateOf,
    touchedAt: (target: string) => (marks.has(target) ? target.length : null),
    timesRevision: 0,
  };
  const totals = new Totals(index, stateOf, toTerminal, () => null, progress);
  const context = {
    index,
    totals,
    progress,
    roadmaps: new Roadmaps(index, sources),
    words: { locale: "en" },
  };
  const given = context as never;
  const all = (): NonNullable<ReturnType<Roadmaps["at"]>> => {
    const roadmap = context.roadmaps.at(ALL_MAPS);
    if (!roadmap) throw new Error("Not all maps are known.");
    return roadmap;
  };
  const works: Readonly<Record<string, () => unknown>> = {
    "made of all maps": () => new Roadmaps(index, sources).at(ALL_MAPS),
    "asked for again": all,
    total: () => totals.totalOfRoadmap(all()),
    "what to go on with": () => aheadOn(given, all()),
    "last reads": () => entriesOfRoadmap(all()).map(({ path }) => accountOfMap(given, path ?? "")),
    "progress of each row": () => entriesOfRoadmap(all()).map(({ path }) => progressOfMap(given, path ?? "")),
    "choice of maps": () => mapChoices(given),
    "folders that are free": () => context.roadmaps.freeFolders(),
    "rows of the choice in view": () =>
      mapChoices(given)
        .slice(0, ROWS)
        .map(({ path }) => knownProgressOfMap(given, path)),
  };
  const rows = Object.entries(works).map(([name, run]) => {
    const times: number[] = [];
    for (let round = -3; round < ROUNDS; round++) {
      const marked = timeOf({ name, run: () => (totals.statesChanged(new Set([targets[round + 3] ?? ""])), run()) }, 1);
      if (round >= 0) times.push(marked);
    }
    return { name, ...summary(times) };
  });
  print(`\nAll maps: ${MAPS} maps, ${marks.size} marks, after a mark each time, in ms`);
  print(
    table([["", "median", "slowest quarter"], ...rows.map((row) => [row.name, figure(row.median), figure(row.high)])]),
  );
  const drawing = rows.filter(({ name }) => /again|total|go on|last|each row/.test(name));
  const sum = drawing.reduce((total, { median }) => total + median, 0);
  print(verdict({ name: "one drawing of the home", value: sum, unit: "ms", limit: SLICE, is: "most", isAim: true }));
}
