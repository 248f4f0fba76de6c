// What the header says of a roadmap: how far along it is, what comes next, and where else the open note is listed.
import type { Roadmap } from "../core/model";
import { placeOf } from "../core/place";
import { nextUp, type NextUp } from "../core/next";
import type { State } from "../core/state";
import type { Context } from "./context";
import type { HeaderModel } from "./header";
import { progressOfMap } from "./map-choices";
import { withProgress } from "./relations";

/** What to go on with on a map; null where nothing is left. `done` is a target that is just being marked as done. */
export function nextOn({ progress }: Context, roadmap: Roadmap, done: string | null = null): NextUp | null {
  const stateOf = (target: string): State => (target === done ? "done" : progress.state(target));
  return nextUp(roadmap, stateOf, (target) => (target === done ? Infinity : progress.touchedAt(target)));
}

/** Another map that lists the note in front of the reader, if this one does not. */
function elsewhere({ navigation, index, totals }: Context, roadmap: Roadmap): HeaderModel["elsewhere"] {
  const path = navigation.activePath();
  if (path === null || index.isMap(path)) return null;
  const maps = totals.mapsListing(path);
  const map = maps.includes(roadmap.path) ? undefined : maps[0];
  return map === undefined ? null : { path: map, title: index.titleOfMap(map) ?? map };
}

/** Everything in the header but what belongs to the view that shows it. */
export function overviewOf(context: Context, roadmap: Roadmap): Omit<HeaderModel, "canGoBack"> {
  const { totals, progress, movedNotes } = context;
  const next = nextOn(context, roadmap);
  return {
    title: roadmap.title,
    tally: totals.tallyOfRoadmap(roadmap),
    total: totals.totalOfRoadmap(roadmap),
    lines: totals.linesOfRoadmap(roadmap),
    relations: withProgress(roadmap.relations, (path) => progressOfMap(context, path)),
    next,
    nextPlace: next
      ? (placeOf(roadmap, (entry) => entry === next.entry)
          ?.divisions.map(({ title }) => title)
          .filter((title) => title !== "") ?? [])
      : [],
    elsewhere: elsewhere(context, roadmap),
    unsaved: progress.unsaved,
    toConfirm: new Set(movedNotes.offers.map(({ from }) => from)).size,
    problems: progress.problems().map(({ path, line }) => `${path}:${line + 1}`),
  };
}
