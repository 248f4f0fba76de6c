// All that a link says about where it leads: the folders its path could mean, and the way its words name.
import { folderOf } from "../read/detect";
import type { WrittenLink } from "../read/written";
import { directionOfWords, isForward, type RelationKind } from "../notation/words";

/** The vault paths that a link's path could mean as that of a folder: from the root, and from the folder of its map. */
export function foldersMeant(linkpath: string, mapPath: string): readonly string[] {
  const parts = linkpath.split("/").filter((part) => part !== "" && part !== ".");
  const base = folderOf(mapPath)
    .split("/")
    .filter((part) => part !== "");
  const up = parts.findIndex((part) => part !== "..");
  const below = up < 0 ? [] : parts.slice(up);
  const near = [...base.slice(0, Math.max(base.length - Math.max(up, 0), 0)), ...below];
  return [below.join("/"), near.join("/")].filter((path) => path !== "");
}

/**
 * The way a link leads by its own words; null where they do not say.
 * Between two neighbours (`[[A|← One]] | [[B|Three →]]`) none is above.
 */
export function directionOf({ alias, line }: WrittenLink, next: WrittenLink | undefined): RelationKind | null {
  const direction = alias === null ? null : directionOfWords(alias);
  if (direction !== "back") return direction;
  return next?.line === line && next.alias !== null && isForward(next.alias) ? "prerequisite" : "up";
}
