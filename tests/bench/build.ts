// `npm run bench -- index`: 1,000 maps over 100,000 notes in memory: building the index, its longest slice, and what one change costs.
import type { NoteCache } from "../../src/core/cache";
import { DEFAULT_RULES } from "../../src/core/detect";
import { parseMap } from "../../src/core/parse";
import type { NoteSource, Pace } from "../../src/index/ports";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { generateMap, type GeneratedMap } from "./generated-map";
import { print, summary, table } from "./measure";

const [MAPS, NOTES, LINKS] = [1_000, 100_000, 100];
const SLICE = 8;
const PLAIN: NoteCache = { headings: [], sections: [] };

/** A vault of generated maps and of notes that are only there. */
class GeneratedVault implements NoteSource {
  private readonly maps = new Map<string, GeneratedMap>();
  private readonly paths: string[] = [];
  readonly there = new Set<string>();

  constructor() {
    for (let at = 0; at < MAPS; at++) this.add(`Maps/${at}/Number ${at} MOC.md`, generateMap(LINKS, at));
    for (let at = 0; at < NOTES; at++) this.add(`Notes/${at % 1000}/Note ${at}.md`, null);
  }

  private add(path: string, map: GeneratedMap | null): void {
    this.paths.push(path);
    this.there.add(path);
    if (map) this.maps.set(path, map);
  }

  map(path: string): GeneratedMap {
    const map = this.maps.get(path);
    if (!map) throw new Error(`There is no map at ${path}.`);
    return map;
  }

  notes(): readonly string[] {
    return this.paths;
  }

  cacheOf(path: string): NoteCache | null {
    return this.maps.get(path)?.cache ?? PLAIN;
  }

  read(path: string): Promise<string> {
    return Promise.resolve(this.map(path).text);
  }

  resolve(linkpath: string): string | null {
    const path = `${linkpath}.md`;
    return this.there.has(path) ? path : null;
  }
}

/** Works in slices as the app does, and notes how long each of them was. */
class MeasuredPace implements Pace {
  readonly slices: number[] = [];
  private start = performance.now();
  private task: (() => void) | null = null;

  soon(task: () => void): void {
    this.task = task;
  }

  isSpent(): boolean {
    return performance.now() - this.start >= SLICE;
  }

  async breathe(): Promise<void> {
    if (!this.isSpent()) return;
    this.endSlice();
    this.frame();
    await Promise.resolve();
  }

  /** Runs what waits for the next frame, as a slice of its own. */
  frame(): void {
    const { task } = this;
    this.task = null;
    this.start = performance.now();
    task?.();
    if (task) this.endSlice();
  }

  finish(): void {
    while (this.task) this.frame();
  }

  private endSlice(): void {
    this.slices.push(performance.now() - this.start);
    this.start = performance.now();
  }
}

function timed(times: number, work: (round: number) => void): number {
  const all = Array.from({ length: times }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return summary(all).median;
}

/** Milliseconds of one change each, to the event that tells of it. */
function costs(index: RoadmapIndex, vault: GeneratedVault, pace: MeasuredPace): readonly (readonly [string, number])[] {
  const path = "Maps/7/Number 7 MOC.md";
  const { text, cache } = vault.map(path);
  const other = generateMap(LINKS, 777);
  const linked = "Kitchen/From scratch/00021/水合.md";
  return [
    ["a map rewritten", timed(21, (round) => (index.changed(path, ...(round % 2 ? ([text, cache] as const) : ([other.text, other.cache] as const))), pace.finish()))],
    ["a map saved as it was", timed(21, () => (index.changed(path, ...([text, cache] as const)), pace.finish()))],
    ["a plain note edited", timed(21, () => (index.changed("Notes/1/Note 1.md", "text", PLAIN), pace.finish()))],
    ["a note created that a thousand maps name", timed(5, () => (vault.there.add(linked), index.created(linked), pace.finish()))],
    ["the same map parsed alone", timed(21, () => void parseMap(text, cache))],
  ];
}

export async function benchIndex(): Promise<void> {
  const vault = new GeneratedVault();
  const pace = new MeasuredPace();
  const index = new RoadmapIndex(vault, pace, DEFAULT_RULES);
  const start = performance.now();
  await index.build();
  pace.finish();
  const total = performance.now() - start;
  const alone = timed(1, () => vault.notes().slice(0, MAPS).forEach((path) => parseMap(vault.map(path).text, vault.map(path).cache)));
  const slices = summary(pace.slices);
  print(`\n${MAPS} maps of ${vault.map("Maps/0/Number 0 MOC.md").links} links over ${NOTES} notes`);
  print(`Built in ${total.toFixed(0)} ms and ${pace.slices.length} slices; parsing the same maps alone takes ${alone.toFixed(0)} ms (× ${(total / alone).toFixed(1)}).`);
  print(`The longest slice is ${slices.most.toFixed(1)} ms, the middle one ${slices.median.toFixed(1)} ms; ${SLICE} ms is when a slice ends after the map at hand.`, "");
  print(table([["one change", "ms"], ...costs(index, vault, pace).map(([name, ms]) => [name, ms.toFixed(2)])]));
}
