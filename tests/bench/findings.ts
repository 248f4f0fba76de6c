// `npm run bench -- findings`: what looking for findings costs: in all maps of the real vault, beside reading these
// maps; and after one edit of a map, in slices between which the app can draw.
import { existsSync } from "node:fs";
import { DEFAULT_RULES } from "../default-rules";
import { actualLinesOf } from "../../src/core/read/facts";
import { linkpathOf } from "../../src/core/read/links";
import { Findings } from "../../src/index/findings";
import { MapTexts } from "../../src/index/map-texts";
import type { FileSource } from "../../src/index/ports";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { FramePace } from "../../src/obsidian/pace";
import { LinkIndex } from "../host/cache/link-index";
import { toTerminal } from "../logs";
import { openVault } from "../tools/disk-vault";
import { edited } from "./changes";
import { read, type MapText } from "./contenders";
import { generateMap } from "./generated-map";
import { collectYoung, summary } from "./measure";
import { ownTime } from "./own-time";
import { figure, print, table, verdict, type Budget } from "./report";
import { longestOf, SliceClock, type Slice } from "./slice-clock";

const VAULTS = "../shared/vaults";
const NAMES = ["morpheus-2026-02-22", "morpheus-2026-02-26"];
const SIZES = [150, 1_500, 11_000];
const [ROUNDS, WARM_UP] = [15, 5];
/** One link of a generated map in so many leads nowhere. */
const MISSING = 4;
const MAP = "Crafts/_MOC.md";

async function built(source: FileSource, clock: SliceClock): Promise<RoadmapIndex> {
  const index = new RoadmapIndex(source, new FramePace(), DEFAULT_RULES, toTerminal);
  clock.later(() => void index.build());
  await clock.idle();
  return index;
}

function findingsOf(source: FileSource, index: RoadmapIndex): Findings {
  const pace = new FramePace();
  const linesOf = (target: string): number | null => {
    const cache = source.cacheOf(linkpathOf(target));
    return cache && actualLinesOf(cache);
  };
  return new Findings({
    ...{ source, index, pace, log: toTerminal, lengths: { linesOf } },
    texts: new MapTexts(index, source, pace),
    moves: { moveOf: () => null },
    isExcluded: () => false,
    ignoring: { isIgnored: () => false },
  });
}

async function slicesOf(act: () => unknown, clock: SliceClock): Promise<readonly Slice[]> {
  collectYoung();
  clock.later(() => void act());
  return clock.idle();
}

function sumOf(slices: readonly Slice[]): number {
  return slices.reduce((total, { took }) => total + took, 0);
}

function timeToRead(maps: readonly MapText[]): number {
  collectYoung();
  const start = ownTime();
  maps.forEach(read);
  return ownTime() - start;
}

/** Milliseconds of the same work, round after round. */
class Rounds {
  private readonly times = new Map<string, number[]>();

  add(name: string, time: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), time]);
  }

  median(name: string): number {
    return summary(this.times.get(name) ?? []).median;
  }
}

const [READ, START, AGAIN] = [
  "reading these maps",
  "all notes looked at, and all maps checked",
  "all maps checked again",
];

/** All maps of a vault on disk. */
async function benchAll(name: string, clock: SliceClock): Promise<readonly Budget[]> {
  const source = await openVault(`${VAULTS}/${name}`);
  const index = await built(source, clock);
  const maps = await Promise.all(
    index.maps().map(async (path) => ({ text: await source.read(path), cache: source.cacheOf(path) ?? {} })),
  );
  const rounds = new Rounds();
  let count = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const reading = timeToRead(maps);
    const findings = findingsOf(source, index);
    const [start, again] = [
      await slicesOf(() => findings.start(), clock),
      await slicesOf(() => findings.checkAll(), clock),
    ];
    count = findings.all().length;
    findings.stop();
    if (round < 0) continue;
    rounds.add(READ, reading);
    rounds.add(START, sumOf(start));
    rounds.add(AGAIN, sumOf(again));
  }
  print(`${name}: ${maps.length} maps, ${source.files().length} files, ${count} findings`);
  const times = [READ, START, AGAIN].map((one) => [one, figure(rounds.median(one))]);
  print(table([["", "ms"], ...times]), "");
  const against = (one: string): Budget => ({
    name: `${name}: ${one}`,
    value: rounds.median(one) / rounds.median(READ),
    unit: "times reading them",
    limit: 3,
    is: "most",
  });
  return [against(START), against(AGAIN)];
}

/** A map of so many links, and three of four notes that it leads to; `set` gives it another text. */
function vaultOf(links: number): FileSource & { set(text: string): void } {
  const map = generateMap(links);
  let text = map.text;
  const linkpaths = [...new Set((map.cache.links ?? []).map(({ link }) => linkpathOf(link)))];
  const notes = [MAP, ...linkpaths.filter((_, at) => at % MISSING !== 0).map((path) => `${path}.md`)];
  const targets = new LinkIndex();
  for (const path of notes) targets.add(path);
  const there = new Set(notes);
  return {
    set: (other) => (text = other),
    files: () => notes,
    notes: () => notes,
    cacheOf: (path) => (path === MAP ? map.cache : there.has(path) ? {} : null),
    read: () => Promise.resolve(text),
    resolve: (linkpath, sourcePath) => targets.resolve(linkpath, sourcePath),
    isFolder: () => false,
  };
}

/** One map that is edited again and again: the index first, then the check that follows, by itself. */
async function benchEdits(links: number, clock: SliceClock): Promise<readonly string[]> {
  const source = vaultOf(links);
  const index = await built(source, clock);
  const findings = findingsOf(source, index);
  await slicesOf(() => findings.start(), clock);
  const rounds = new Rounds();
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const text = edited(await source.read(MAP));
    source.set(text);
    await slicesOf(() => index.changed(MAP, text, { ...source.cacheOf(MAP) }), clock);
    const slices = await slicesOf(() => findings.checkAll(), clock);
    if (round < 0) continue;
    rounds.add("all", sumOf(slices));
    rounds.add("longest", longestOf(slices));
    rounds.add("work", Math.max(...slices.map(({ took, garbage }) => took - garbage)));
  }
  const times = ["all", "longest", "work"].map((one) => figure(rounds.median(one)));
  return [String(links), String(findings.all().length), ...times];
}

export async function benchFindings(): Promise<void> {
  const clock = new SliceClock();
  Object.assign(globalThis, { window: clock.window });
  const budgets: Budget[] = [];
  if (existsSync(VAULTS)) for (const name of NAMES) budgets.push(...(await benchAll(name, clock)));
  else print("findings: the real vault is not here: generated maps only.");
  const rows: (readonly string[])[] = [];
  for (const links of SIZES) rows.push(await benchEdits(links, clock));
  print("The check of one map after an edit");
  print(table([["links", "findings", "ms", "longest slice", "without garbage"], ...rows]), "");
  for (const [links = "", , , , work] of rows)
    budgets.push({
      name: `Longest slice of the check of a map of ${links} links, garbage apart`,
      value: Number(work),
      unit: "ms",
      limit: 16,
      is: "most",
    });
  print(...budgets.map(verdict), "");
}
