// Commands for the note in front of the reader, where a map lists it: marking it and what is around it, and going on
// from it.
import type { Plugin } from "obsidian";
import { entriesOf, entriesOfRoadmap, type Entry, type Roadmap } from "../core/roadmap/model";
import { placeOfNote, type NotePlace } from "../core/roadmap/place";
import { isWritten } from "../core/roadmap/unwritten";
import { nextState, STATES } from "../core/base/state";
import { targetsOf } from "../core/roadmap/tally";
import type { Context } from "../actions/context";
import type { Marking } from "../actions/marking";
import { doneAndNext, openEntry } from "../actions/going-on";
import { roadmapsListing } from "../actions/places";
import { addCommand } from "./command";
import { findView, inFront } from "./roadmap-commands";

const STATE_IDS = {
  todo: "mark-to-do",
  doing: "mark-in-progress",
  done: "mark-done",
  skipped: "mark-skipped",
} as const;

/** The note in front of the reader, as a map lists it. */
interface ListedNote {
  readonly path: string;
  readonly roadmap: Roadmap;
  readonly place: NotePlace;
}

/** The note in front of the reader in the map that is shown, else in the first that lists it; null if none does. */
function listedNote(plugin: Plugin, context: Context): ListedNote | null {
  const path = context.navigation.activePath();
  const roadmaps = path === null ? [] : roadmapsListing(context, path);
  const shown = findView(plugin, ({ shown: { path: map } }) => roadmaps.some((one) => one.path === map))?.shown.path;
  const roadmap = roadmaps.find((one) => one.path === shown) ?? roadmaps[0] ?? null;
  const place = roadmap && path !== null ? placeOfNote(roadmap, path) : null;
  return path !== null && roadmap && place ? { path, roadmap, place } : null;
}

/** Null where it is listed by a folder, which has no text. */
function writtenOnly(note: ListedNote): ListedNote | null {
  return isWritten(note.roadmap.path) ? note : null;
}

/** An entry to open, and the map it stands in. */
interface Destination {
  readonly entry: Entry;
  readonly map: string;
}

function neighbour({ roadmap, place }: ListedNote, direction: "previous" | "next"): Destination | null {
  const entry = place[direction];
  return entry && { entry, map: roadmap.path };
}

/** The entries of the section that the note stands in; none in the preface. */
function entriesOfLast({ divisions }: NotePlace): Iterable<Entry> {
  const division = divisions.at(-1);
  return division ? entriesOf(division) : [];
}

/** The entries above the note on its map. */
function* entriesAbove({ roadmap, place }: ListedNote): Generator<Entry> {
  for (const entry of entriesOfRoadmap(roadmap)) {
    if (entry === place.entry) return;
    yield entry;
  }
}

export class NoteCommands {
  constructor(
    private readonly plugin: Plugin,
    private readonly context: Context,
    private readonly marking: Marking,
  ) {}

  /** Adds them all; each is offered only while it can act. */
  add(): void {
    this.addMarks();
    this.addMarksAround();
    this.addWays();
  }

  private addMarks(): void {
    const { words, progress } = this.context;
    for (const state of STATES) {
      this.command(
        STATE_IDS[state],
        words.markNote[state],
        `moc-path-${state}`,
        ({ path }) => (progress.state(path) === state ? null : path),
        (path) => this.marking.one(path, state),
      );
    }
    this.command("rate", words.rateNote, "star", writtenOnly, ({ roadmap, place }) =>
      this.context.ratings.choose(roadmap.path, [place.entry]),
    );
    this.command(
      "cycle-state",
      words.cycleNote,
      "refresh-cw",
      ({ path }) => path,
      (path) => this.marking.one(path, nextState(progress.state(path))),
    );
  }

  private addMarksAround(): void {
    const { words } = this.context;
    const done = (targets: readonly string[]): void => this.marking.many(targets, "done");
    this.command(
      "mark-section-done",
      words.markSection,
      "list-checks",
      ({ place }) => this.notDone(entriesOfLast(place)),
      done,
    );
    this.command(
      "mark-above-done",
      words.markAboveNote,
      "arrow-up-to-line",
      (note) => this.notDone(entriesAbove(note)),
      done,
    );
    this.command(
      "done-and-next",
      words.doneAndNext,
      "check-check",
      (note) => note,
      ({ path, roadmap }) => doneAndNext(this.context, this.marking, roadmap, path),
    );
  }

  private addWays(): void {
    const { words, navigation } = this.context;
    this.command(
      "next-entry",
      words.nextEntry,
      "arrow-down",
      (note) => neighbour(note, "next"),
      ({ entry, map }) => openEntry(this.context, entry, map),
    );
    this.command(
      "previous-entry",
      words.previousEntry,
      "arrow-up",
      (note) => neighbour(note, "previous"),
      ({ entry, map }) => openEntry(this.context, entry, map),
    );
    this.command("show-in-map", words.showNoteInMap, "text-search", writtenOnly, ({ roadmap, place }) =>
      navigation.openLine(roadmap.path, place.entry.link.line, false),
    );
    this.command(
      "reveal-note",
      words.revealNote,
      "crosshair",
      (note) => note,
      (note) => this.reveal(note),
    );
  }

  private command<T>(
    id: string,
    name: string,
    icon: string,
    ready: (note: ListedNote) => T | null,
    act: (needed: T) => void,
  ): void {
    const needs = (): T | null => {
      const note = listedNote(this.plugin, this.context);
      return note && ready(note);
    };
    addCommand(this.plugin, id, name, icon, needs, act);
  }

  /** The targets of some entries that are not done; null where there are none. */
  private notDone(entries: Iterable<Entry>): readonly string[] | null {
    const { progress } = this.context;
    const targets = [...targetsOf(entries).counted].filter((target) => progress.state(target) !== "done");
    return targets.length > 0 ? targets : null;
  }

  private reveal({ path, roadmap }: ListedNote): void {
    const view = findView(this.plugin, ({ shown }) => shown.path === roadmap.path) ?? findView(this.plugin);
    void inFront(this.plugin, { view }, (one) => {
      one.shown.goTo(roadmap.path);
      one.reveal(path);
    });
  }
}
