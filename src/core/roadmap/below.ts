// The maps below a map, of those that it links to.
import { folderOf } from "../base/paths";
import { divisionsOf, entriesOfRoadmap, type Roadmap } from "./model";

/** The paths found in a roadmap once: it never changes, and is asked for them whenever maps are counted together. */
const found = new WeakMap<Roadmap, ReadonlySet<string>>();

/** Every path that may be a map and that a roadmap links to, in entries, headings and relations, but as above it. */
export function linkedPaths(roadmap: Roadmap): ReadonlySet<string> {
  const known = found.get(roadmap) ?? pathsIn(roadmap);
  found.set(roadmap, known);
  return known;
}

function pathsIn(roadmap: Roadmap): ReadonlySet<string> {
  const paths = new Set<string>();
  const add = (path: string | null | undefined): void => void (path && paths.add(path));
  for (const entry of entriesOfRoadmap(roadmap)) if (entry.kind === "map") add(entry.path);
  for (const { kind, path } of roadmap.relations) if (kind !== "up") add(path);
  for (const division of divisionsOf(roadmap.chapters)) {
    add(division.link?.path);
    for (const relation of division.relations) add(relation.path);
  }
  return paths;
}

/** A linked map is below the one it names as `up`, or, if it names none, the one whose folder it lies in. */
export function isBelow(lower: Roadmap, upperPath: string): boolean {
  if (lower.path === upperPath) return false;
  const ups = lower.relations.filter(({ kind }) => kind === "up");
  if (ups.length > 0) return ups.some(({ path }) => path === upperPath);
  const folder = folderOf(upperPath);
  return folder === "" || lower.path.startsWith(`${folder}/`);
}
