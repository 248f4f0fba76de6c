// The header's account of a roadmap: how far along it is, what comes next, and where else the open note is listed.
import type { Roadmap } from "../core/roadmap/model";
import { placeOf } from "../core/roadmap/place";
import { nextUp, type NextUp } from "../core/roadmap/next";
import type { State } from "../core/base/state";
import type { Context } from "./context";
import { progressOfMap } from "./map-choices";
import { withProgress, type MeasuredRelation } from "./relations";
import type { LineTally, Tally } from "../core/roadmap/tally";

/** The account of a roadmap as a whole. */
export interface Overview {
  readonly title: string;
  readonly tally: Tally;
  readonly total: Tally;
  /** Read and listed lines; nothing is said where no length is known. */
  readonly lines: LineTally;
  readonly relations: readonly MeasuredRelation[];
  /** The entry to go on with; null if nothing is left. */
  readonly next: NextUp | null;
  /** The divisions that it stands in, by their titles from the chapter down. */
  readonly nextPlace: readonly string[];
  /** Another map that lists the note in front of the reader, which this one does not; null where that is not so. */
  readonly elsewhere: { readonly path: string; readonly title: string } | null;
  /** Marks that could not be written yet. */
  readonly unsaved: number;
  /** Moved notes that wait for the reader's word. */
  readonly toConfirm: number;
  /** Places in journals that could not be read, as `path:line`. */
  readonly problems: readonly string[];
  /** Journals that cannot be read and are tried again. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Paths of journals that were damaged; new ones go on beside them. */
  readonly damagedFiles: readonly string[];
  /** Paths of maps that could not be read at the last attempt. */
  readonly unreadableMaps: readonly string[];
}

/** The entry to go on with on a map; null if nothing is left. `done` is a target that is just being marked as done. */
export function nextOn({ progress }: Context, roadmap: Roadmap, done: string | null = null): NextUp | null {
  const stateOf = (target: string): State => (target === done ? "done" : progress.state(target));
  return nextUp(roadmap, stateOf, (target) => (target === done ? Infinity : progress.touchedAt(target)));
}

/** Another map that lists the note in front of the reader, if this one does not. */
function elsewhere({ navigation, index, totals }: Context, roadmap: Roadmap): Overview["elsewhere"] {
  const path = navigation.activePath();
  if (path === null || index.isMap(path)) return null;
  const maps = totals.mapsListing(path);
  const map = maps.includes(roadmap.path) ? undefined : maps[0];
  return map === undefined ? null : { path: map, title: index.titleOfMap(map) ?? map };
}

/** Everything in the header but what belongs to the view that shows it. */
export function overviewOf(context: Context, roadmap: Roadmap): Overview {
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
    unreadable: progress.journals.unreadable(),
    unreadableMaps: context.index.unreadable(),
    damagedFiles: progress.problems().flatMap(({ path, line }) => (line === null ? [path] : [])),
    problems: progress.problems().flatMap(({ path, line }) => (line === null ? [] : [`${path}:${line + 1}`])),
  };
}
