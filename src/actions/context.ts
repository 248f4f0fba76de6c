// The plugin and Obsidian around it, as views and commands know them.
import type { RoadmapIndex } from "../index/roadmap-index";
import type { Roadmaps } from "../index/roadmaps";
import type { Findings } from "../index/findings";
import type { Totals } from "../index/totals";
import type { MovedNotes } from "../progress/moved-notes";
import type { Ignoring } from "../progress/ignoring";
import type { Progress } from "../progress/progress";
import type { Words } from "../i18n/words";
import type { Adding } from "./adding";
import type { EditActions } from "./edit-actions";
import type { FolderMaps } from "./folder-maps";
import type { LinkMending } from "./link-mending";
import type { PlaceProposals } from "./place-proposals";
import type { Log } from "../core/base/log";
import type { Notifier } from "./notifier";
import type { Ratings } from "./ratings";
import type { Undoing } from "./undoing";
import type { ReaderSettings } from "../settings/reader-settings";
import type { HoverParent, Menu, PaneType } from "obsidian";

/** Opens notes as Obsidian does, and tells which one is open. */
export interface Navigation {
  /** The vault path of the note in front of the reader; null where there is none. */
  activePath(): string | null;
  /** The vault path a link leads to from a note, by Obsidian alone; null if to nothing. */
  pathOf(linkpath: string, sourcePath: string): string | null;
  /** The place where a click or key opens things, by the modifiers held. */
  paneOf(event: MouseEvent | KeyboardEvent | null): PaneType | boolean;
  /**
   * Opens a link as written in a note, or the note that it once led to where that is now. A missing note is created, as
   * everywhere in Obsidian.
   */
  openLink(link: string, sourcePath: string, pane: PaneType | boolean): void;
  /** Opens a map's own text at a line counted from 0. */
  openLine(path: string, line: number, pane: PaneType | boolean): void;
  openWeb(address: string): void;
  /** The address that shows a map from outside the app. */
  uriOf(map: string): string;
  /** Opens the plugin's settings; null where the app has no way to. */
  settingsOpener(): (() => void) | null;
  /** Lets Page preview show what a link leads to, beside `targetEl`. */
  preview(parent: HoverParent, targetEl: HTMLElement, event: MouseEvent, link: string, sourcePath: string): void;
  /**
   * Adds what the app and other plugins offer for a file to a menu of ours, which they know by `source`; nothing where
   * there is no such file.
   */
  addFileItems(menu: Menu, path: string, source: string): void;
  /** Calls back when a note has another path, or was found again at one; returns what ends that. */
  onRename(listener: (path: string, oldPath: string) => void): () => void;
  /** Calls back when another note came to the front; returns what ends that. */
  onActiveChange(listener: () => void): () => void;
}

export interface Context {
  readonly index: RoadmapIndex;
  /** Roadmaps to show: those of maps, and those that no note says. */
  readonly roadmaps: Roadmaps;
  readonly totals: Totals;
  readonly progress: Progress;
  readonly movedNotes: MovedNotes;
  readonly findings: Findings;
  /** The findings that the reader does not want to be told of. */
  readonly ignoring: Pick<Ignoring, "ignore" | "unignore">;
  /** The text of a note as it is now; null if there is none. */
  readonly readNote: (path: string) => Promise<string | null>;
  readonly words: Words;
  readonly navigation: Navigation;
  readonly undoing: Undoing;
  readonly edits: EditActions;
  readonly ratings: Pick<Ratings, "choose" | "rate" | "onRated">;
  /** The places where notes belong that no map lists. */
  readonly proposals: Pick<PlaceProposals, "of">;
  readonly adding: Adding;
  readonly folderMaps: Pick<FolderMaps, "canWrite" | "nameFor" | "textOf" | "create">;
  readonly mending: Pick<LinkMending, "mend" | "choose">;
  readonly settings: Pick<ReaderSettings, "current" | "onChange" | "set">;
  /**
   * Makes a folder with notes by name; resolves with its path. Rejects, with nothing written, if something there has
   * that name.
   */
  readonly newNotes: { createFolder(name: string, notes: Readonly<Record<string, string>>): Promise<string> };
  /** Files that progress is exported to and imported from. */
  readonly files: {
    /** Paths of files that may say something about progress. */
    candidates(): readonly string[];
    /** Paths of all files of the vault. */
    paths(): readonly string[];
    read(path: string): Promise<string>;
    /** Writes a new file, never over another; resolves with its path. */
    create(name: string, extension: string, text: string): Promise<string>;
  };
  /**
   * Asks, where targets that are about to be marked are tasks and the reader has not said whether these may be ticked.
   */
  readonly tasks: { settle(targets: readonly string[]): Promise<void> };
  readonly notifier: Notifier;
  /** Tells of failures that are no answer to the reader. */
  readonly log: Log;
  /** Puts a text on the clipboard. Rejects if the system does not let it. */
  readonly copyText: (text: string) => Promise<void>;
}
