// Changes of a vault, and what the index makes of one of each kind: to the event that tells of it.
import type { RoadmapIndex } from "../../src/index/roadmap-index";
import { generateMap } from "./generated-map";
import { LINKS, MAPS, NOTES, pathOfMap, pathOfNote, type GeneratedVault } from "./generated-vault";
import { collectYoung } from "./measure";
import { longestOf, type Slice, type SliceClock } from "./slice-clock";

export interface Change {
  readonly name: string;
  readonly rounds: number;
  /** True if it is what a reader who writes in a map does all the time. */
  readonly isEdit: boolean;
  /** Makes the change in the vault and returns what tells the index of it, the only thing that is timed. */
  readonly prepare: (round: number) => () => void;
}

export interface Cost {
  /** Milliseconds of all slices that a change made, one for each round. */
  readonly times: readonly number[];
  /** Milliseconds of the longest slice in any round. */
  readonly longest: number;
}

const FEW = 5;
const MANY = 100;
/** So many maps apart are those that are edited one after the other. */
const STEP = 7;

/** A new text of the same length and with the same links, so that the cache still fits it. */
export function edited(text: string): string {
  return text.includes("★★★★★") ? text.replace("★★★★★", "★★★★☆") : text.replace("★★★★☆", "★★★★★");
}

function editOfMap(
  index: RoadmapIndex,
  vault: GeneratedVault,
  round: number,
  edit: (text: string) => string,
): () => void {
  const path = pathOfMap((round * STEP) % MAPS);
  const [text, cache] = [edit(vault.textOf(path)), vault.cacheOf(path) ?? {}];
  vault.set(path, { text, cache });
  return () => index.changed(path, text, cache);
}

function editOfNote(index: RoadmapIndex, vault: GeneratedVault, round: number): () => void {
  const path = pathOfNote(NOTES - 1 - round);
  const cache = { ...vault.cacheOf(path) };
  return () => index.changed(path, "text", cache);
}

function creation(index: RoadmapIndex, vault: GeneratedVault, path: string): () => void {
  const cache = vault.add(path);
  return () => {
    index.created(path);
    index.changed(path, "", cache);
  };
}

/** Every map names others `_MOC`, so that any of them may lead to a new one of that name. */
function creationOfMap(index: RoadmapIndex, vault: GeneratedVault, round: number): () => void {
  const path = `Tools/${String(round).padStart(5, "0")}/_MOC.md`;
  const { text, cache } = generateMap(LINKS, MAPS + round);
  vault.set(path, { text, cache });
  return () => {
    index.created(path);
    index.changed(path, text, cache);
  };
}

export function changesIn(index: RoadmapIndex, vault: GeneratedVault): readonly Change[] {
  return [
    { name: "a map edited", rounds: MANY, isEdit: true, prepare: (round) => editOfMap(index, vault, round, edited) },
    {
      name: "a map saved as it was",
      rounds: MANY,
      isEdit: false,
      prepare: (round) => editOfMap(index, vault, round, (text) => text),
    },
    { name: "a plain note edited", rounds: MANY, isEdit: false, prepare: (round) => editOfNote(index, vault, round) },
    {
      name: "a note created that no map names",
      rounds: MANY,
      isEdit: false,
      prepare: (round) => creation(index, vault, `New/New ${round}.md`),
    },
    {
      name: "a note created that one map links to",
      rounds: MANY,
      isEdit: false,
      prepare: (round) => creation(index, vault, vault.missing[round] ?? ""),
    },
    {
      name: "a map created of a name that all maps link to",
      rounds: FEW,
      isEdit: false,
      prepare: (round) => creationOfMap(index, vault, round),
    },
  ];
}

export async function costOf({ rounds, prepare }: Change, clock: SliceClock): Promise<Cost> {
  const all: (readonly Slice[])[] = [];
  for (let round = 0; round < rounds; round++) {
    const tell = prepare(round);
    collectYoung();
    clock.later(tell);
    all.push(await clock.idle());
  }
  return {
    times: all.map((slices) => slices.reduce((total, { took }) => total + took, 0)),
    longest: longestOf(all.flat()),
  };
}
