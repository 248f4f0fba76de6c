// `npm run --silent outline -- VAULT [MAP]`: the outline JSON of one map, of a folder with a slash at its end, or of
// every map found, of a vault on disk, by the plugin's own code on the stand-in's cache.
import { stat } from "node:fs/promises";
import { DEFAULT_RULES } from "../default-rules";
import { actualLinesOf, linesOfPlace } from "../../src/core/read/facts";
import { subpathOf } from "../../src/core/read/links";
import type { Entry } from "../../src/core/roadmap/model";
import type { State } from "../../src/core/base/state";
import { outlineOf, type Outline } from "../../src/core/roadmap/outline";
import { isFolderPath } from "../../src/core/roadmap/unwritten";
import { ordersOf } from "../../src/core/roadmap/map-order";
import { en } from "../../src/i18n/en";
import type { FileSource } from "../../src/index/ports";
import { Roadmaps } from "../../src/index/roadmaps";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { Totals } from "../../src/index/totals";
import type { Progress } from "../../src/progress/progress";
import { resolveSubpath } from "../host/metadata/subpath";
import { toTerminal } from "../logs";
import { NO_HURRY } from "./no-hurry";
import { openVault } from "./disk-vault";
import { savedProgress } from "./saved-progress";

function outlines(
  index: RoadmapIndex,
  vault: FileSource,
  progress: Progress,
  paths: readonly string[],
): readonly Outline[] {
  const stateOf = (target: string): State => progress.state(target);
  const totals = new Totals(index, stateOf, toTerminal);
  const actualLines = ({ path, target }: Entry): number | null => {
    const [cache, subpath] = [path === null ? null : vault.cacheOf(path), subpathOf(target)];
    if (!cache || subpath === "") return cache && actualLinesOf(cache);
    const place = resolveSubpath(cache, subpath);
    return place && linesOfPlace(cache, place);
  };
  const files = (): readonly string[] => vault.files();
  const roadmaps = new Roadmaps(index, { ...ordersOf(en.locale), title: en.allMaps, files, log: toTerminal });
  return paths.flatMap((path) => {
    const roadmap = roadmaps.at(path);
    if (!roadmap) return [];
    const facts = {
      tally: totals.tallyOfRoadmap(roadmap),
      total: totals.totalOfRoadmap(roadmap),
      tallyOfDivision: totals.tallyOfDivision,
      stateOf,
      actualLinesOf: actualLines,
    };
    return [outlineOf(roadmap, facts)];
  });
}

async function run([root, map]: readonly string[]): Promise<unknown> {
  if (root === undefined) throw new Error("Usage: npm run --silent outline -- VAULT [MAP]");
  const folder = await stat(root).catch(() => null);
  if (!folder?.isDirectory()) throw new Error(`The vault folder "${root}" does not exist.`);
  const vault = await openVault(root);
  const index = new RoadmapIndex(vault, NO_HURRY, DEFAULT_RULES, toTerminal);
  await index.build();
  const isThere = map === undefined || index.isMap(map) || (isFolderPath(map) && vault.isFolder(map.slice(0, -1)));
  if (!isThere) throw new Error(`"${map}" is no map of content in this vault, and no folder with a slash at its end.`);
  const progress = await savedProgress(vault, index);
  const found = outlines(index, vault, progress, map === undefined ? [...index.maps()].sort() : [map]);
  return map === undefined ? found : (found[0] ?? null);
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
