// All maps of a vault as a roadmap of its own: each map is an entry, nested below the map it belongs to.
import { addToGroup } from "../base/group";
import { NO_ANNOTATION } from "../notation/annotation";
import { folderOf } from "../base/paths";
import { isBelow, linkedPaths } from "./below";
import { nameAll } from "./identity";
import type { Entry, Roadmap } from "./model";
import { ALL_MAPS } from "./unwritten";

/**
 * A roadmap of all maps, nested by what they name as `up`, or by links and folders where they name nothing. Where maps
 * stand below each other in a circle, one of them stands at the top. Those beside each other are in the order given.
 */
export function allMapsOf(maps: readonly Roadmap[], title: string): Roadmap {
  const uppers = uppersOf(maps);
  const lowers = new Map<string | null, Roadmap[]>();
  for (const map of maps) addToGroup(lowers, uppers.get(map.path) ?? null, map);
  let line = 0;
  const entriesBelow = (upper: string | null): readonly Entry[] =>
    (lowers.get(upper) ?? []).map((map) => entryOf(map, line++, () => entriesBelow(map.path)));
  const all: Roadmap = {
    path: ALL_MAPS,
    title,
    summary: null,
    relations: [],
    entries: entriesBelow(null),
    topics: [],
    chapters: [],
    unused: [],
  };
  nameAll(all);
  return all;
}

/** The path of the map that each map stands below. */
function uppersOf(maps: readonly Roadmap[]): ReadonlyMap<string, string> {
  const byPath = new Map(maps.map((map) => [map.path, map]));
  const uppers = new Map<string, string>();
  // A map that nobody links to may still say where it belongs.
  for (const { path, relations } of maps) {
    const up = relations.find((relation) => relation.kind === "up" && byPath.has(relation.path ?? ""));
    if (up?.path) addUpper(uppers, path, up.path);
  }
  for (const upper of maps)
    for (const path of linkedPaths(upper)) {
      const lower = byPath.get(path);
      if (lower && isBelow(lower, upper.path)) addUpper(uppers, path, upper.path);
    }
  return uppers;
}

/** Notes the map above another, the nearest in the tree of folders, unless a map would stand below itself. */
function addUpper(uppers: Map<string, string>, path: string, upper: string): void {
  const known = uppers.get(path);
  if (known !== undefined && folderOf(known).length >= folderOf(upper).length) return;
  for (let at: string | undefined = upper; at !== undefined; at = uppers.get(at)) if (at === path) return;
  uppers.set(path, upper);
}

/** An entry by its number among all: what stands above it has a smaller one. */
function entryOf({ path, title }: Roadmap, line: number, childrenOf: () => readonly Entry[]): Entry {
  const link = path.replace(/\.md$/i, "");
  return {
    ...NO_ANNOTATION,
    id: "",
    kind: "map",
    link: { link, web: false, embed: false, alias: null, line, text: `[[${link}]]`, from: line, to: line },
    path,
    title,
    label: null,
    task: null,
    target: path,
    isMoved: false,
    mentions: [],
    details: [],
    children: childrenOf(),
  };
}
