// Everything that can be asked for by name: commands and the ribbon icon. A command that cannot act is not offered.
import type { Plugin } from "obsidian";
import type { MocPathApi } from "../api";
import type { Context } from "../actions/context";
import { ExportChoice } from "../ui/dialogs/export-choice";
import { ImportChoice } from "../ui/dialogs/import-choice";
import { MovedNotesModal } from "../ui/dialogs/moved-notes-modal";
import { Marking } from "../actions/marking";
import { addBlockCommand } from "./block-command";
import { addCommand } from "./command";
import { CommandLine } from "./command-line";
import { addNextCommands } from "./next-commands";
import { NoteCommands } from "./note-commands";
import { addRoadmapCommands, openRoadmap } from "./roadmap-commands";
import { addUri } from "./uri";

/** Adds what is asked for from outside the app; it leaves with the plugin. */
export function addWaysIn(plugin: Plugin, context: Context, api: MocPathApi): void {
  addUri(plugin, context, api);
  new CommandLine(context, api).add(plugin);
}

/** Adds the plugin's commands and its ribbon icon; they leave with the plugin. */
export function addCommands(plugin: Plugin, context: Context): void {
  const { words, progress, undoing } = context;
  const marking = new Marking(context);
  plugin.addRibbonIcon("route", words.openRoadmap, () => void openRoadmap(plugin));
  addRoadmapCommands(plugin, context);
  addNextCommands(plugin, context);
  addBlockCommand(plugin, context);
  new NoteCommands(plugin, context, marking).add();
  addCommand(
    plugin,
    "undo",
    words.undo,
    "undo-2",
    () => undoing.canUndo || null,
    () => undoing.undo(),
  );
  addCommand(
    plugin,
    "redo",
    words.redo,
    "redo-2",
    () => undoing.canRedo || null,
    () => undoing.redo(),
  );
  addCommand(
    plugin,
    "export-progress",
    words.transfer.export,
    "file-down",
    () => (progress.heads.size > 0 ? true : null),
    () => new ExportChoice(plugin.app, context).open(),
  );
  plugin.addCommand({
    id: "import-progress",
    name: words.transfer.import,
    icon: "file-up",
    callback: () => new ImportChoice(plugin.app, context).open(),
  });
  addReview(plugin, context);
}

/** The notes that moved while nobody looked: the reader is told once when some were found, and can review all. */
function addReview(plugin: Plugin, context: Context): void {
  const { movedNotes, notifier, words } = context;
  const { moved } = words;
  const review = (): void => new MovedNotesModal(plugin.app, context).open();
  const isAny = (): true | null => {
    const { offers, taken, missing, unseen } = movedNotes;
    return offers.length + taken.length + missing.length + unseen.length > 0 ? true : null;
  };
  addCommand(plugin, "review-moved-notes", moved.command, "folder-search", isAny, review);
  plugin.register(movedNotes.onFound((count) => void notifier.offer(moved.notice(count), moved.review, review)));
}
