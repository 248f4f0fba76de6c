// The context menu of an entry: every state by name, and the ways to open it.
import { Menu } from "obsidian";
import { STATES, type State } from "../core/state";
import type { Words } from "../i18n/words";
import { iconOf } from "./icons";
import type { EntryRow } from "./rows";

export interface EntryMenuActions {
  mark(state: State): void;
  open(): void;
  showInMap(): void;
}

/** The menu of an entry. Missing notes and maps of maps have no state to set. */
export function entryMenu(row: EntryRow, words: Words, actions: EntryMenuActions): Menu {
  const menu = new Menu();
  if (row.entry.kind !== "missing") {
    for (const state of STATES) {
      menu.addItem((item) =>
        item
          .setSection("state")
          .setTitle(words.states[state])
          .setIcon(iconOf(state))
          .setChecked(row.state === state)
          .onClick(() => actions.mark(state)),
      );
    }
  }
  const isMissing = row.entry.kind === "missing";
  menu.addItem((item) =>
    item
      .setSection("open")
      .setTitle(isMissing ? words.createNote : words.openNote)
      .setIcon(isMissing ? "file-plus" : "file-text")
      .onClick(() => actions.open()),
  );
  menu.addItem((item) =>
    item
      .setSection("open")
      .setTitle(words.openMapText)
      .setIcon("text-search")
      .onClick(() => actions.showInMap()),
  );
  return menu;
}
