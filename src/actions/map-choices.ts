// The maps and folders that a reader can go to.
import { basenameOf } from "../core/base/paths";
import type { Context } from "./context";

/** A map to choose. */
export interface MapChoice {
  readonly path: string;
  readonly title: string;
}

/** The maps of the vault, in their order. */
export function mapChoices({ index, roadmaps }: Pick<Context, "index" | "roadmaps">): readonly MapChoice[] {
  const choices = index.maps().map((path) => ({ path, title: index.titleOfMap(path) ?? path }));
  return roadmaps.sources.sorted(choices);
}

/** The folders that can be read as maps, in their order. */
export function folderChoices({ roadmaps }: Pick<Context, "roadmaps">): readonly MapChoice[] {
  return roadmaps.sources.sorted(
    roadmaps.freeFolders().map((path) => ({ path, title: basenameOf(path.slice(0, -1)) })),
  );
}
