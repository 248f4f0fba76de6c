// The maps a reader can go to, with the progress of each.
import { progressOf } from "../core/roadmap/tally";
import type { Context } from "./context";

/** A map to choose. */
export interface MapChoice {
  readonly path: string;
  readonly title: string;
  /** From 0 to 1; null where there is nothing to count. */
  readonly progress: number | null;
}

/** The progress of a map with those below it, from 0 to 1; null if the path is no map or there is nothing to count. */
export function progressOfMap({ index, totals }: Context, path: string): number | null {
  const roadmap = index.roadmap(path);
  return roadmap && progressOf(totals.totalOfRoadmap(roadmap));
}

/** The maps of the vault, those nearest its root first; none is bound for it: there may be a thousand. */
export function mapChoices({ index, totals, words }: Context): readonly MapChoice[] {
  const progress = (path: string): number | null => {
    const roadmap = index.lastRoadmap(path);
    return roadmap && progressOf(totals.totalOfRoadmap(roadmap));
  };
  // Numbers in names count as numbers: lc2 stands before lc10.
  const { compare } = new Intl.Collator(words.locale, { numeric: true });
  return index
    .maps()
    .map((path) => ({ path, title: index.titleOfMap(path) ?? path }))
    .sort(
      (a, b) =>
        a.path.split("/").length - b.path.split("/").length || compare(a.title, b.title) || compare(a.path, b.path),
    )
    .map((choice) => ({ ...choice, progress: progress(choice.path) }));
}
