// The header's account of a roadmap: how far along it is, what comes next, and where else the open note is listed.
import { isBelow } from "../core/roadmap/below";
import {
  divisionsOf,
  entriesOfRoadmap,
  type Division,
  type Entry,
  type Relation,
  type Roadmap,
} from "../core/roadmap/model";
import type { NextUp } from "../core/roadmap/next";
import { ALL_MAPS } from "../core/roadmap/unwritten";
import { isProblem } from "../core/upkeep/by-row";
import { divisionsAbove, nextBehind, openOn, type Ahead } from "./ahead";
import type { JournalProblem } from "../progress/journal";
import type { Context } from "./context";
import { progressOfMap } from "./map-progress";
import { withProgress, type MeasuredRelation } from "./relations";
import { openOf, type LineTally, type Tally } from "../core/roadmap/tally";

/** An entry by its words: where it stands in the text changes with each edit above it. */
export type NamedEntry = Pick<Entry, "title" | "target">;

/** The account of a roadmap as a whole. */
export interface Overview {
  readonly title: string;
  readonly tally: Tally;
  readonly total: Tally;
  /** Read and listed lines; nothing is said where no length is known. */
  readonly lines: LineTally;
  readonly relations: readonly MeasuredRelation[];
  /** The entry to go on with; null if nothing is left. */
  readonly next: { readonly entry: NamedEntry; readonly why: NextUp["why"] } | null;
  /** The title of the map that it stands on, where that is not the one shown; null where it is. */
  readonly nextMap: string | null;
  /** The divisions that it stands in, by their titles from the chapter down. */
  readonly nextPlace: readonly string[];
  /**
   * The note in front of the reader, if it is on the map and to be done, the divisions it stands in, and what would
   * come behind it.
   */
  readonly open: {
    readonly entry: NamedEntry;
    readonly place: readonly string[];
    readonly then: NamedEntry | null;
  } | null;
  /** The maps to go on with where all of this one is done; null where it is not. */
  readonly onwards: readonly MeasuredRelation[] | null;
  /** Another map that lists the note in front of the reader, which this one does not; null where that is not so. */
  readonly elsewhere: { readonly path: string; readonly title: string } | null;
  /** Findings about the map that are problems; 0 if the reader does not want to be told. */
  readonly toFix: number;
  /** Marks that could not be written yet. */
  readonly unsaved: number;
  /** Moved notes that wait for the reader's word. */
  readonly toConfirm: number;
  /** Places in journals that could not be read, as `path:line`. */
  readonly problems: readonly string[];
  /** Journals that cannot be read and are tried again. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Journals that were damaged, or whose frontmatter is unclear; new ones go on beside them. */
  readonly damagedFiles: readonly Pick<JournalProblem, "path" | "why">[];
  /** Paths of maps that could not be read at the last attempt. */
  readonly unreadableMaps: readonly string[];
}

/** Another map that lists the note in front of the reader, if this one does not. */
function elsewhere({ navigation, index, totals }: Context, roadmap: Roadmap): Overview["elsewhere"] {
  const path = navigation.activePath();
  if (path === null || roadmap.path === ALL_MAPS || index.isMap(path)) return null;
  const maps = totals.mapsListing(path);
  const isHere = maps.includes(roadmap.path) || entriesOfRoadmap(roadmap).some((entry) => entry.path === path);
  const map = isHere ? undefined : maps[0];
  return map === undefined ? null : { path: map, title: index.titleOfMap(map) ?? map };
}

function openEntry(context: Context, ahead: Ahead): Overview["open"] {
  const open = openOn(context, ahead);
  if (!open) return null;
  const { entry, roadmap } = open;
  const then = nextBehind(context, roadmap, entry.target);
  return { entry: named(entry), place: titlesOf(divisionsAbove(roadmap, entry)), then: then && named(then) };
}

function named({ title, target }: Entry): NamedEntry {
  return { title, target };
}

function titlesOf(divisions: readonly Division[]): readonly string[] {
  return divisions.map(({ title }) => title).filter((title) => title !== "");
}

/**
 * Once all of a map is done, the maps it names as next, and of those it lists or has below it the unfinished ones;
 * where there are none, the maps above it.
 */
function onwards(context: Context, roadmap: Roadmap, tally: Tally): Overview["onwards"] {
  if (openOf(tally) === 0 || tally.done < openOf(tally)) return null;
  const named = roadmap.relations.filter(({ kind }) => kind === "next");
  const listed = entriesOfRoadmap(roadmap).flatMap(({ kind, title, path, link }): readonly Relation[] =>
    kind === "map" ? [{ kind: "next", title, path, link }] : [],
  );
  const all = withProgress([...named, ...listed, ...lowerMaps(context, roadmap)], (path) =>
    progressOfMap(context, path),
  );
  const isFirst = ({ path }: MeasuredRelation, at: number): boolean =>
    path === null || all.findIndex((one) => one.path === path) === at;
  const isOpen = ({ progress }: MeasuredRelation): boolean => progress !== null && progress < 1;
  const ahead = all.filter((one, at) => isFirst(one, at) && (at < named.length || isOpen(one)));
  if (ahead.length > 0) return ahead;
  const above = roadmap.relations.filter(
    ({ kind, path }) => kind === "up" && path !== null && context.index.isMap(path),
  );
  return withProgress(above, (path) => progressOfMap(context, path));
}

/** The maps below a map that it leads to by headings and relations. */
function lowerMaps({ index }: Context, roadmap: Roadmap): readonly Relation[] {
  const divisions = divisionsOf(roadmap.chapters);
  const headings = divisions.flatMap(({ title, link }): readonly Relation[] =>
    link ? [{ kind: "next", title, ...link }] : [],
  );
  const relations = [...roadmap.relations, ...divisions.flatMap((division) => division.relations)];
  return [...headings, ...relations].filter(({ path }) => {
    const lower = path !== null && index.isMap(path) ? index.roadmap(path) : null;
    return lower !== null && isBelow(lower, roadmap.path);
  });
}

/** Everything in the header but what belongs to the view that shows it. */
export function overviewOf(context: Context, roadmap: Roadmap, ahead: Ahead | null): Overview {
  const { totals, progress, movedNotes, findings, settings } = context;
  const next = ahead?.next ?? null;
  const total = totals.totalOfRoadmap(roadmap);
  const tally = roadmap.path === ALL_MAPS ? total : totals.tallyOfRoadmap(roadmap);
  return {
    title: roadmap.title,
    tally,
    total,
    lines: totals.linesOfRoadmap(roadmap),
    relations: withProgress(roadmap.relations, (path) => progressOfMap(context, path)),
    next: next && { entry: named(next.entry), why: next.why },
    nextMap: !ahead || ahead.roadmap === roadmap ? null : ahead.roadmap.title,
    nextPlace: titlesOf(ahead?.divisions ?? []),
    open: ahead && openEntry(context, ahead),
    onwards: next === null ? onwards(context, roadmap, tally) : null,
    elsewhere: elsewhere(context, roadmap),
    toFix: settings.current.findings ? findings.of(roadmap.path).filter(isProblem).length : 0,
    unsaved: progress.unsaved,
    toConfirm: new Set(movedNotes.offers.map(({ from }) => from)).size,
    unreadable: progress.journals.unreadable(),
    unreadableMaps: context.index.unreadable(),
    damagedFiles: progress.journals.problems().filter(({ line }) => line === null),
    problems: progress.journals.problems().flatMap(({ path, line }) => (line === null ? [] : [`${path}:${line + 1}`])),
  };
}
