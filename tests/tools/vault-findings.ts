// The findings of a vault on disk, by the plugin's own code on the stand-in's cache; nothing is ever written into it.
import { DEFAULT_RULES } from "../default-rules";
import { actualLinesOf, linesOfPlace } from "../../src/core/read/facts";
import { linkpathOf, subpathOf } from "../../src/core/read/links";
import { Findings } from "../../src/index/findings";
import type { FileSource } from "../../src/index/ports";
import { Ignoring } from "../../src/progress/ignoring";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { resolveSubpath } from "../host/metadata/subpath";
import { toTerminal } from "../logs";
import { NO_HURRY } from "./no-hurry";
import { savedProgress } from "./saved-progress";

/** The length of a target in lines, as the app gives it. */
function linesIn(vault: FileSource, target: string): number | null {
  const [cache, subpath] = [vault.cacheOf(linkpathOf(target)), subpathOf(target)];
  if (!cache || subpath === "") return cache && actualLinesOf(cache);
  const place = resolveSubpath(cache, subpath);
  return place && linesOfPlace(cache, place);
}

/** All maps of a vault, and all that is found about them. */
export async function findingsIn(vault: FileSource): Promise<{ index: RoadmapIndex; findings: Findings }> {
  const index = new RoadmapIndex(vault, NO_HURRY, DEFAULT_RULES, toTerminal);
  await index.build();
  const progress = await savedProgress(vault, index);
  const { movedLinks } = progress;
  const ignoring = new Ignoring(progress, (path) => movedLinks.formerPaths(path));
  const findings = new Findings({
    source: vault,
    index: { ...indexOf(index), whenSettled: () => Promise.resolve() },
    texts: {
      read: async (path) => {
        const roadmap = index.roadmap(path);
        return roadmap && { roadmap, text: await vault.read(path) };
      },
    },
    pace: NO_HURRY,
    log: toTerminal,
    lengths: { linesOf: (target) => linesIn(vault, target) },
    moves: movedLinks,
    isExcluded: () => false,
    ignoring,
  });
  await findings.start();
  return { index, findings };
}

/** Its questions alone: with no frames nothing is ever settled. */
function indexOf(
  index: RoadmapIndex,
): Pick<RoadmapIndex, "maps" | "isMap" | "roadmap" | "lastRoadmap" | "mapsNaming" | "onChange"> {
  return {
    maps: () => index.maps(),
    isMap: (path) => index.isMap(path),
    roadmap: (path) => index.roadmap(path),
    lastRoadmap: (path) => index.lastRoadmap(path),
    mapsNaming: (path) => index.mapsNaming(path),
    onChange: (listener) => index.onChange(listener),
  };
}
