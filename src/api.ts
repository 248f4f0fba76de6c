// The questions that other plugins and scripts may ask MOC Path, and the things they may tell it,
// as `app.plugins.plugins["moc-path"].api`.
// Only what stands here is promised. Paths are vault paths (`Folder/Note.md`); lines count from 0.
import type { EntryKind } from "./core/roadmap/model";
import type { NextReason } from "./core/roadmap/next";
import type { Outline } from "./core/roadmap/outline";
import type { State } from "./core/base/state";
import type { Tally } from "./core/roadmap/tally";
import type { ReportedFinding, ReportedPlace } from "./core/upkeep/report";

/**
 * Everything that returns a promise may be called as soon as the plugin is there: it answers when the vault's maps and
 * the reader's progress have been read, which takes a moment at the start of the app. Answers are copies:
 * changing them changes nothing.
 *
 * A **map** is named by its path, a folder that is read as one by its path with a slash at the end; one that does not
 * exist is rejected with `unknown map "…"`.
 * A **target** is the thing an entry of a map points to: the path of a note or file, the path with a `#heading` or
 * `#^block`, or a web address. Known are all files of the vault, all that maps list, and all that was ever marked;
 * others are rejected with `unknown target "…"`.
 */
export interface MocPathApi {
  /** Of this interface. Members are only ever added; should one change its meaning or go, this becomes 2. */
  readonly version: 1;

  /** The paths of all maps, sorted. */
  maps(): Promise<string[]>;

  /** All that a map says, with states and tallies: the outline JSON, as from the command line. */
  outline(map: string): Promise<Outline>;

  /** Counts over a map's own distinct targets, without those of maps below it. */
  tally(map: string): Promise<Tally>;

  /** The reader's progress with a target: `todo` if it was never marked. */
  state(target: string): Promise<State>;

  /**
   * Marks targets, as one action that the reader can undo. Resolves to those that had another state;
   * if one is unknown, none is marked. Boxes of tasks in maps are set only if the reader has agreed
   * to that in the settings; nobody is asked.
   */
  mark(targets: string | readonly string[], state: State): Promise<string[]>;

  /** The entry to go on with on a map; null if nothing is left. */
  next(map: string): Promise<NextEntry | null>;

  /**
   * The faults to be mended in a map, with the edits that do it; nothing is changed. Those that the reader ignores are
   * left out. Reasons are in the language of the interface.
   */
  findings(map: string): Promise<ReportedFinding[]>;

  /**
   * The sections of maps that a note belongs to, best first, at most three; none from maps that list it.
   * Nothing is written. A note that does not exist is rejected with `unknown note "…"`.
   */
  places(note: string): Promise<ReportedPlace[]>;

  /**
   * Calls back after changes, until the function that it returns is called or the plugin is turned off. An error in a
   * callback is logged, and others are called all the same.
   */
  on(event: "change", callback: (change: PathChange) => void): () => void;
}

export interface NextEntry {
  /** For `state` and `mark`. */
  readonly target: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** The line of the map that lists it. */
  readonly line: number;
  /** In progress and touched last; the first to do behind what was done last; or simply the first to do. */
  readonly why: NextReason;
}

/** The changes, reported at most once a frame. */
export interface PathChange {
  /** The paths of maps that are new, different or gone. */
  readonly maps: readonly string[];
  /** Targets whose state is another. */
  readonly targets: readonly string[];
}

/** The plugin, as others see it. */
export interface ApiOwner {
  readonly api: MocPathApi;
}
