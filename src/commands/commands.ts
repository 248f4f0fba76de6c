// What can be asked for by name: commands and the ribbon icon. A command that cannot act is not offered.
import type { Plugin } from "obsidian";
import { nextState, STATES } from "../core/state";
import type { Context } from "../ui/context";
import { MovedNotesModal } from "../ui/moved-notes-modal";
import { Marking } from "../ui/marking";
import { ROADMAP_VIEW, RoadmapView } from "../ui/roadmap-view";

async function openRoadmap(plugin: Plugin): Promise<void> {
  await plugin.app.workspace.ensureSideLeaf(ROADMAP_VIEW, "right", { active: true, reveal: true });
}

/** The first open roadmap that has something to go on with; null where none has. */
function viewWithNext(plugin: Plugin): RoadmapView | null {
  const views = plugin.app.workspace.getLeavesOfType(ROADMAP_VIEW).map(({ view }) => view);
  return views.filter((view) => view instanceof RoadmapView).find(({ next }) => next !== null) ?? null;
}

/** A command that acts only while `ready` gives what it needs. */
function addCommand<T>(plugin: Plugin, id: string, name: string, icon: string, ready: () => T | null, act: (needed: T) => void): void {
  plugin.addCommand({
    ...{ id, name, icon },
    checkCallback: (isChecking) => {
      const needed = ready();
      if (needed !== null && !isChecking) act(needed);
      return needed !== null;
    },
  });
}

const STATE_IDS = { todo: "mark-to-do", doing: "mark-in-progress", done: "mark-done", skipped: "mark-skipped" } as const;

function addMarkCommands(plugin: Plugin, context: Context, marking: Marking): void {
  const { words, progress, totals, navigation } = context;
  const listed = (): string | null => {
    const path = navigation.activePath();
    return path !== null && totals.mapsListing(path).length > 0 ? path : null;
  };
  for (const state of STATES) {
    const ready = (): string | null => {
      const path = listed();
      return path !== null && progress.state(path) !== state ? path : null;
    };
    addCommand(plugin, STATE_IDS[state], words.markNote[state], `moc-path-${state}`, ready, (path) => marking.one(path, state));
  }
  addCommand(plugin, "cycle-state", words.cycleNote, "refresh-cw", listed, (path) => marking.one(path, nextState(progress.state(path))));
  addCommand(plugin, "undo", words.undo, "undo-2", () => (progress.canUndo ? true : null), () => marking.undo());
  addCommand(plugin, "redo", words.redo, "redo-2", () => (progress.canRedo ? true : null), () => marking.redo());
}

/** Adds the plugin's commands and its ribbon icon; they leave with the plugin. */
export function addCommands(plugin: Plugin, context: Context): void {
  const { words } = context;
  plugin.addRibbonIcon("route", words.openRoadmap, () => void openRoadmap(plugin));
  plugin.addCommand({ id: "open-roadmap", name: words.openRoadmap, icon: "route", callback: () => void openRoadmap(plugin) });
  addCommand(plugin, "open-next", words.openNext, "play", () => viewWithNext(plugin), (view) => view.openNext());
  addMarkCommands(plugin, context, new Marking(context));
  const { movedNotes } = context;
  const review = (): true | null => (movedNotes.offers.length + movedNotes.taken.length > 0 ? true : null);
  addCommand(plugin, "review-moved-notes", words.moved.command, "folder-search", review, () => new MovedNotesModal(plugin.app, movedNotes, words).open());
}
