// A vault in which maps do not list some notes: the text of their entries is taken out of the maps, which are then read
// anew, so that no count and no text of them is left.
import { entriesOfRoadmap, type Entry, type Roadmap } from "../../src/core/roadmap/model";
import { bindMap } from "../../src/core/roadmap/bind";
import { parseMap } from "../../src/core/read/parse";
import type { RoadmapIndex } from "../../src/index/roadmap-index";
import type { NoteSource } from "../../src/index/ports";
import type { KnownMaps } from "../../src/index/place-finder";
import { parseMetadata } from "../host/metadata/parse";

/** A map as it would be without some entries. */
export interface CutMap {
  readonly text: string;
  readonly roadmap: Roadmap;
  /** The line that one of the text without the entries was before. */
  readonly lineBefore: (line: number) => number;
}

export interface CutMaps {
  readonly maps: KnownMaps;
  readonly cut: ReadonlyMap<string, CutMap>;
}

/** The text without all entries of notes: whole lines, or only the link where other entries stand on the line. */
function cutOut(text: string, roadmap: Roadmap, notes: ReadonlySet<string>): Omit<CutMap, "roadmap"> {
  const entries = entriesOfRoadmap(roadmap);
  const isOut = ({ path }: Entry): boolean => path !== null && notes.has(path);
  const isKept = (line: number): boolean => entries.some((entry) => entry.link.line === line && !isOut(entry));
  const lines = text.split("\n").map((words, at) => ({ words, at, isGone: false }));
  let start = 0;
  for (const line of lines) {
    const here = entries.filter((entry) => entry.link.line === line.at && isOut(entry));
    const { length } = line.words;
    line.isGone = here.length > 0 && !isKept(line.at) && !/^\s{0,3}#{1,6}\s/.test(line.words);
    for (const { link } of here.sort((a, b) => b.link.from - a.link.from))
      line.words = line.words.slice(0, link.from - start) + line.words.slice(link.to - start);
    start += length + 1;
  }
  const kept = lines.filter(({ isGone }) => !isGone);
  return { text: kept.map(({ words }) => words).join("\n"), lineBefore: (line) => kept[line]?.at ?? line };
}

async function cutMap(
  vault: NoteSource,
  index: RoadmapIndex,
  map: string,
  notes: ReadonlySet<string>,
): Promise<CutMap> {
  const before = index.roadmap(map);
  if (!before) throw new Error(`"${map}" is no map.`);
  const { text, lineBefore } = cutOut(await vault.read(map), before, notes);
  const { roadmap } = bindMap(map, before.title, parseMap(text, parseMetadata(text)), {
    ...{ vault, maps: index },
    moved: { movedTo: () => null },
  });
  return { text, roadmap, lineBefore };
}

/** The index's maps as they would be if some of them did not list certain notes. */
export async function withoutEntries(
  vault: NoteSource,
  index: RoadmapIndex,
  from: readonly string[],
  notes: readonly string[],
): Promise<CutMaps> {
  const out = new Set(notes);
  const pairs = from.map(async (map) => [map, await cutMap(vault, index, map, out)] as const);
  const cut = new Map(await Promise.all(pairs));
  const maps: KnownMaps = {
    maps: () => index.maps(),
    roadmap: (path) => cut.get(path)?.roadmap ?? index.roadmap(path),
    isMap: (path) => index.isMap(path),
  };
  return { maps, cut };
}
