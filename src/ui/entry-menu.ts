// The context menus of entries, of divisions, and of all that is selected: every state by name, and the ways to open them.
import { Menu } from "obsidian";
import { STATES, type State } from "../core/state";
import type { Words } from "../i18n/words";
import { iconOf } from "./icons";
import type { EntryRow } from "./rows";

export interface DivisionMenuActions {
  mark(state: State): void;
  /** Marks all entries above as done. */
  markAbove(): void;
  /** Null where the menu belongs to the map's own text. */
  readonly open: (() => void) | null;
}

export interface EntryMenuActions extends DivisionMenuActions {
  rate(): void;
  readonly open: () => void;
  /** Null where the menu belongs to the map's own text. */
  readonly showInMap: (() => void) | null;
}

function add(menu: Menu, section: string, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act));
}

/** What the menu of an entry shows of it; `off` is what is wrong with its declared length, null for nothing. */
export interface EntryMenuSubject extends Pick<EntryRow, "entry" | "state"> {
  readonly off: string | null;
}

/** The menu of an entry. Missing notes have no state to set. */
export function entryMenu(row: EntryMenuSubject, words: Words, actions: EntryMenuActions): Menu {
  const menu = new Menu();
  const isMissing = row.entry.kind === "missing";
  const { off } = row;
  if (off !== null) menu.addItem((item) => item.setSection("title").setTitle(off).setIcon("triangle-alert").setIsLabel(true));
  for (const state of isMissing ? [] : STATES) {
    menu.addItem((item) =>
      item
        .setSection("state")
        .setTitle(words.states[state])
        .setIcon(iconOf(state))
        .setChecked(row.state === state)
        .onClick(() => actions.mark(state)),
    );
  }
  add(menu, "rating", words.rate, "star", () => actions.rate());
  add(menu, "many", words.markAbove, "arrow-up-to-line", () => actions.markAbove());
  add(menu, "open", isMissing ? words.createNote : words.openNote, isMissing ? "file-plus" : "file-text", actions.open);
  if (actions.showInMap) add(menu, "open", words.openMapText, "text-search", actions.showInMap);
  return menu;
}

/** The menu of a chapter or section; `hasTargets` says whether it has anything to mark. */
export function divisionMenu(hasTargets: boolean, words: Words, actions: DivisionMenuActions): Menu {
  const menu = new Menu();
  for (const state of hasTargets ? STATES : []) add(menu, "state", words.markAll[state], iconOf(state), () => actions.mark(state));
  add(menu, "many", words.markAbove, "arrow-up-to-line", () => actions.markAbove());
  if (actions.open) add(menu, "open", words.openMapText, "text-search", actions.open);
  return menu;
}

/** The menu of several selected entries, which are marked or rated as one action. */
export function selectionMenu(count: number, words: Words, actions: Pick<EntryMenuActions, "mark" | "rate">): Menu {
  const menu = new Menu();
  menu.addItem((item) => item.setSection("title").setTitle(words.selected(count)).setIsLabel(true));
  for (const state of STATES) add(menu, "state", words.markAll[state], iconOf(state), () => actions.mark(state));
  add(menu, "rating", words.rate, "star", () => actions.rate());
  return menu;
}
