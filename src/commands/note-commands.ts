// Commands for the note in front of the reader, where a map lists it.
import type { Plugin } from "obsidian";
import { nextState, STATES } from "../core/state";
import type { Context } from "../ui/context";
import type { Marking } from "../ui/marking";
import { addCommand } from "./command";

const STATE_IDS = { todo: "mark-to-do", doing: "mark-in-progress", done: "mark-done", skipped: "mark-skipped" } as const;

/** Adds the commands that mark the note in front of the reader. */
export function addNoteCommands(plugin: Plugin, context: Context, marking: Marking): void {
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
}
