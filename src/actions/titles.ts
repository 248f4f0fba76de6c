// The titles that a reader knows targets by.
import { basenameOf } from "../core/base/paths";
import { noteOf } from "../core/read/links";
import { entriesOfRoadmap } from "../core/roadmap/model";
import type { Words } from "../i18n/words";
import type { RoadmapIndex } from "../index/roadmap-index";
import { ignoreKeyOf, type IgnoreKey } from "../progress/ignoring";

type Maps = Pick<RoadmapIndex, "mapsNaming" | "roadmap" | "titleOfMap">;

/** The title that some map gives a target, else the name of its note, or its web address; or what of it is ignored. */
export function titleOf(target: string, index: Maps, words: Words): string {
  const ignored = ignoreKeyOf(target);
  if (ignored) return titleOfIgnored(ignored, index, words);
  const path = noteOf(target);
  for (const map of index.mapsNaming(path)) {
    const roadmap = index.roadmap(map);
    const entry = roadmap && entriesOfRoadmap(roadmap).find((one) => one.target === target);
    if (entry) return entry.title;
  }
  return /^[a-z][a-z\d+.-]*:\/\//i.test(target) ? target : basenameOf(path);
}

/** The way to a section in words: map › chapter › section. */
export function trailText(...titles: readonly string[]): string {
  return titles.filter((title) => title !== "").join(" › ");
}

/** A finding in words: "Flour · Length off · Bread from scratch". */
function titleOfIgnored({ kind, where, target }: IgnoreKey, index: Maps, words: Words): string {
  const of = target === null ? [] : [titleOf(target, index, words)];
  const kinds: Readonly<Record<string, string>> = words.findings.kinds;
  const place = where === "" ? [] : [index.titleOfMap(where) ?? basenameOf(where)];
  return [...of, kinds[kind] ?? kind, ...place].join(" · ");
}
