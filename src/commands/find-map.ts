// Finds the map meant by somebody who is not in the app: a script, an address, the command line.
import { isFolderPath } from "../core/roadmap/unwritten";
import { linkpathOf } from "../core/read/links";
import type { Context } from "../actions/context";

/**
 * The path of the map that a path or link leads to, or of a folder that is named with a slash at its end, else of the
 * only map with that title; null if there is none.
 */
export function findMap({ index, roadmaps, navigation }: Context, name: string): string | null {
  if (isFolderPath(name)) return roadmaps.at(name) ? name : null;
  const path = navigation.pathOf(linkpathOf(name), "");
  if (path !== null && index.isMap(path)) return path;
  const [titled, another] = index.maps().filter((map) => index.titleOfMap(map) === name);
  return titled !== undefined && another === undefined ? titled : null;
}
