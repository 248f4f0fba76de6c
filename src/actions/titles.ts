// The titles that a reader knows targets by.
import { basenameOf } from "../core/read/detect";
import { linkpathOf } from "../core/read/links";
import { entriesOfRoadmap } from "../core/roadmap/model";
import type { RoadmapIndex } from "../index/roadmap-index";

/** The title that some map gives a target, else the name of its note, or its web address. */
export function titleOf(target: string, index: Pick<RoadmapIndex, "mapsNaming" | "roadmap">): string {
  const path = linkpathOf(target);
  for (const map of index.mapsNaming(path)) {
    const roadmap = index.roadmap(map);
    const entry = roadmap && entriesOfRoadmap(roadmap).find((one) => one.target === target);
    if (entry) return entry.title;
  }
  return /^[a-z][a-z\d+.-]*:\/\//i.test(target) ? target : basenameOf(path);
}
