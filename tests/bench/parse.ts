// `npm run bench -- parse`: what reading a map whole costs, beside markdown-it merely parsing the same text;
// whether the cost per link stays the same however long the map is; and how much memory what was read keeps.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseMetadata } from "../host/metadata/parse";
import { OTHER, OUTLINE, READ, read, worksOn, type MapText } from "./contenders";
import { generateMap } from "./generated-map";
import { compare, retained, type Times, type Work } from "./measure";
import { figure, print, table, verdict, type Budget } from "./report";

const SEED = "../shared/seed/LLM_MOC.md";
const SIZES = [1_000, 11_000] as const;
const JUDGED = 11_000;
/** Maps of the same size that are read in turn: how one happens to lie in memory alone makes a fifth. */
const DIFFERENT = 10;
/** Links that are read in maps of each size to compare what one costs. */
const ALL = JUDGED * DIFFERENT;

/** Maps of one size. */
interface Sample {
  readonly name: string;
  readonly maps: readonly MapText[];
  /** In each of them. */
  readonly links: number;
}

type TimesByName = ReadonlyMap<string, Times>;

/** The real map; null where it does not lie beside the project. */
function seedMap(): Sample | null {
  const path = join(dirname(process.env["npm_package_json"] ?? "package.json"), SEED);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  const cache = parseMetadata(text);
  return { name: "The seed map", maps: [{ text, cache }], links: cache.links?.length ?? 0 };
}

/** Different maps of so many links. */
function generated(links: number): Sample {
  return {
    name: "Generated maps",
    maps: Array.from({ length: DIFFERENT }, (_, seed) => generateMap(links, seed)),
    links,
  };
}

/** The number of times a small map is read in a row, so that each measurement is of 11,000 links or more. */
function repeatOf({ links }: Sample): number {
  return Math.max(1, Math.round(JUDGED / links));
}

function timesOn(sample: Sample): TimesByName {
  return compare(worksOn(sample.maps), { rounds: 15, warmUp: 3, repeat: repeatOf(sample) });
}

function rowsOf(times: TimesByName, links: number): readonly (readonly string[])[] {
  const other = times.get(OTHER)?.median ?? NaN;
  return [...times].map(([name, { median, low, high }]) => [
    name,
    figure(median),
    `${figure(low)}–${figure(high)}`,
    figure((median * 1000) / links),
    figure(median / other),
  ]);
}

function showTimes(sample: Sample): TimesByName {
  const times = timesOn(sample);
  print(`${sample.name}: ${sample.links} links, ${sample.maps[0]?.text.length} characters`);
  print(table([["", "ms", "quartiles", "µs/link", "× markdown-it"], ...rowsOf(times, sample.links)]), "");
  return times;
}

/** Reads as many links in maps of one size as in those of any other, and keeps all that was read, as the app does. */
function reader(size: number): Work {
  const { maps } = generated(size);
  const times = ALL / size / maps.length;
  const run = (): unknown => Array.from({ length: times }, () => maps.map(read));
  return { name: String(size), run };
}

/** Microseconds of reading for each link, by the size of the map it stands in. */
function costPerLink(): ReadonlyMap<number, number> {
  const times = compare(SIZES.map(reader), { rounds: 11, warmUp: 2, repeat: 1 });
  return new Map(SIZES.map((size) => [size, ((times.get(String(size))?.median ?? NaN) * 1000) / ALL]));
}

function showCost(costs: ReadonlyMap<number, number>): void {
  print(`Reading of ${ALL} links, all that was read kept, in maps of different sizes`);
  print(table([["links in a map", "µs/link"], ...[...costs].map(([size, cost]) => [String(size), figure(cost)])]), "");
}

/** Anything that text and cache hold already is not counted. */
function showMemory(samples: readonly Sample[]): void {
  const columns = samples.map((sample) =>
    worksOn(sample.maps).map((work) => figure(retained(work, repeatOf(sample)) / sample.links)),
  );
  const names = worksOn([]).map(({ name }) => name);
  print("Bytes that a result keeps for each link of a map");
  print(
    table([
      ["links in the map", ...samples.map(({ links }) => String(links))],
      ...names.map((name, row) => [name, ...columns.map((column) => column[row] ?? "")]),
    ]),
    "",
  );
}

/** By how many percent the highest cost exceeds the lowest. */
function difference(costs: ReadonlyMap<number, number>): number {
  return (Math.max(...costs.values()) / Math.min(...costs.values()) - 1) * 100;
}

function budgets(times: TimesByName, costs: ReadonlyMap<number, number>): readonly Budget[] {
  const median = (name: string): number => times.get(name)?.median ?? NaN;
  const at = `at ${JUDGED} links`;
  const against = (name: string, other: string, limit: number): Budget => ({
    name: `${name} ${at}, as against ${other}`,
    value: median(name) / median(other),
    unit: "times its cost",
    limit,
    is: "most",
  });
  return [
    against(READ, OTHER, 1),
    against(OUTLINE, READ, 2),
    {
      name: `Cost per link from ${SIZES[0]} to ${JUDGED} links`,
      value: difference(costs),
      unit: "% apart",
      limit: 25,
      is: "most",
    },
  ];
}

export function benchParse(): void {
  print("Reading is given text and cache; markdown-it also tokenizes blocks, which ours is spared by the cache.", "");
  const seed = seedMap();
  if (seed) showTimes(seed);
  else print(`The seed map is not there (${SEED}): generated maps only.`, "");
  const samples = SIZES.map(generated);
  const times = new Map(samples.map((sample) => [sample.links, showTimes(sample)]));
  const costs = costPerLink();
  showCost(costs);
  showMemory(seed ? [seed, ...samples] : samples);
  print(...budgets(times.get(JUDGED) ?? new Map(), costs).map(verdict), "");
}
