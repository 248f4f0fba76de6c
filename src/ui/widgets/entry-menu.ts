// The context menus of entries, of divisions, of relations, and of all that is selected: the ways to open them, every
// state by name, and all else that a gesture does.
import { Menu, Platform, type PaneType } from "obsidian";
import type { Entry, Relation } from "../../core/roadmap/model";
import { STATES, type State } from "../../core/base/state";
import type { Finding } from "../../core/upkeep/finding";
import { canLead } from "../../actions/link-mending";
import type { Upkeep } from "../../actions/upkeep";
import type { Words } from "../../i18n/words";
import { iconOf } from "./icons";
import { iconOfRelation } from "./relations";

/** The name by which plugins, this one among them, know the menus of files that are opened here. */
export const MENU_SOURCE = "moc-path-roadmap";

/** Opens something: here, in a new tab, or beside. */
type Open = (pane: PaneType | false) => void;

/** The selection as seen from a row: if the row is in it, how it gets in or out, and how all get out. */
export interface RowSelection {
  readonly isOn: boolean;
  readonly flip: () => void;
  readonly clear: () => void;
}

/** The actions that the sidebar has and the map's own text has not. */
export interface RowMenuActions {
  /** Null for rows without rows below them. */
  readonly fold: { readonly isFolded: boolean; act(): void } | null;
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly selection: RowSelection;
}

export interface DivisionMenuActions {
  mark(state: State): void;
  /** Marks all entries above as done; null where nothing has a place among them, or nothing there is to be read. */
  readonly markAbove: (() => void) | null;
  /** Opens the map's own text there; null where the menu belongs to that. */
  readonly showInMap: Open | null;
  /** Null where the menu belongs to the map's own text. */
  readonly row: RowMenuActions | null;
}

/** Deals with a finding on a thing that the reader knows by a name. */
type Mender = Pick<Upkeep, "fix" | "lead" | "ignore">;

export interface EntryMenuActions extends DivisionMenuActions {
  readonly upkeep: Mender;
  /** Null where there is no text to write a rating in. */
  readonly rate: (() => void) | null;
  /** Makes the link in the map lead to where its note is now; null where there is no link. */
  readonly mend: (() => void) | null;
  /** Asks what the link of a missing note is to lead to; null where there is no link. */
  readonly leadElsewhere: (() => void) | null;
  readonly open: Open;
}

/** Adds an item to a section of a menu. */
export function addItem(menu: Menu, section: string, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act));
}

/** As Obsidian's own menus call them; a phone has nothing beside. */
function addPanes(menu: Menu, words: Words, open: Open): void {
  addItem(menu, "open", words.openInTab, "lucide-file-plus", () => open("tab"));
  if (!Platform.isPhone) addItem(menu, "open", words.openBeside, "lucide-separator-vertical", () => open("split"));
}

function addRowActions(menu: Menu, words: Words, { fold, undo }: RowMenuActions): void {
  if (fold)
    addItem(
      menu,
      "view",
      fold.isFolded ? words.unfold : words.fold,
      fold.isFolded ? "unfold-vertical" : "fold-vertical",
      () => fold.act(),
    );
  if (undo) addItem(menu, "system", words.undo, "undo-2", undo);
}

/** The things about an entry that its menu shows. */
export interface EntryMenuSubject {
  readonly entry: Entry;
  readonly state: State;
  /** The findings about it. */
  readonly findings: readonly Finding[];
}

/** The menu of an entry. Missing notes have no state to set. */
export function entryMenu(subject: EntryMenuSubject, words: Words, actions: EntryMenuActions): Menu {
  const menu = new Menu();
  const { entry, findings } = subject;
  const { showInMap, mend, leadElsewhere, rate, markAbove, row } = actions;
  const isMissing = entry.kind === "missing";
  const [open, icon] = isMissing
    ? [words.createNote, "file-plus"]
    : entry.kind === "web"
      ? [words.openLink, "globe"]
      : [entry.kind === "file" ? words.openFile : words.openNote, "file-text"];
  addItem(menu, "open", open, icon, () => actions.open(false));
  if (!isMissing && entry.kind !== "web") addPanes(menu, words, (pane) => actions.open(pane));
  if (isMissing && leadElsewhere) addItem(menu, "open", words.check.elsewhere.note, "link", leadElsewhere);
  if (showInMap) addItem(menu, "open", words.openMapText, "text-search", () => showInMap(false));
  if (entry.isMoved && mend) addItem(menu, "open", words.mendLink, "link", mend);
  // Of a link to a note that was moved, that says the same.
  const others = entry.isMoved ? findings.filter(({ kind }) => kind !== "broken") : findings;
  for (const finding of others) addFinding(menu, finding, subject.entry.title, words, actions.upkeep);
  if (!isMissing) addStates(menu, subject, words, actions);
  if (rate) addItem(menu, "rating", words.rate, "star", rate);
  if (markAbove) addItem(menu, "many", words.markAbove, "arrow-up-to-line", markAbove);
  if (row) addSelecting(menu, words, row.selection);
  if (row) addRowActions(menu, words, row);
  return menu;
}

/** Says of the link of a finding what else it may lead to. */
export function leadText({ reason: { code } }: Finding, words: Words["check"]["elsewhere"]): string {
  return code === "noHeading" ? words.heading : code === "noBlock" ? words.block : words.note;
}

/** Says what was found about the thing of a name, and offers what mends it. */
export function addFinding(menu: Menu, finding: Finding, name: string, words: Words, upkeep: Mender): void {
  const [section, { check, findings }] = ["findings", words];
  menu.addItem((item) =>
    item.setSection(section).setTitle(findings.sentence(finding)).setIcon("triangle-alert").setIsLabel(true),
  );
  for (const one of finding.fixes)
    addItem(menu, section, check.fixNamed(finding, one), "wrench", () => void upkeep.fix(finding, one, name));
  // That of a missing note stands beside the ways to open it.
  if (finding.kind === "part" && canLead(finding))
    addItem(menu, section, leadText(finding, check.elsewhere), "link", () => upkeep.lead(finding, name));
  addItem(menu, section, check.ignore, "eye-off", () => void upkeep.ignore(finding, name));
}

function addStates(menu: Menu, subject: EntryMenuSubject, words: Words, actions: Pick<EntryMenuActions, "mark">): void {
  for (const state of STATES) {
    menu.addItem((item) =>
      item
        .setSection("state")
        .setTitle(words.states[state])
        .setIcon(iconOf(state))
        .setChecked(subject.state === state)
        .onClick(() => actions.mark(state)),
    );
  }
}

function addSelecting(menu: Menu, words: Words, { isOn, flip, clear }: RowSelection): void {
  if (isOn) addItem(menu, "selection", words.unselect, "x", clear);
  else addItem(menu, "selection", words.select, "list-checks", flip);
}

/**
 * The menu of a chapter or section, and of what else stands between entries; `hasTargets` says whether it has anything
 * to mark.
 */
export function divisionMenu(hasTargets: boolean, words: Words, actions: DivisionMenuActions): Menu {
  const menu = new Menu();
  const { showInMap, markAbove, row } = actions;
  if (showInMap) addItem(menu, "open", words.openMapText, "text-search", () => showInMap(false));
  if (showInMap) addPanes(menu, words, showInMap);
  for (const state of hasTargets ? STATES : [])
    addItem(menu, "state", words.markAll[state], iconOf(state), () => actions.mark(state));
  if (markAbove) addItem(menu, "many", words.markAbove, "arrow-up-to-line", markAbove);
  if (row) addRowActions(menu, words, row);
  return menu;
}

export interface RelationMenuActions {
  /** Shows the map that it leads to; null where it leads to none. */
  readonly show: (() => void) | null;
  readonly open: Open;
}

/** The menu of one relation. */
export function relationMenu(words: Words, { show, open }: RelationMenuActions): Menu {
  const menu = new Menu();
  if (show) addItem(menu, "open", words.showMap, "route", show);
  addItem(menu, "open", words.openNote, "file-text", () => open(false));
  addPanes(menu, words, open);
  return menu;
}

/** The menu of a division's relations: each by its kind and name. */
export function relationsMenu(
  relations: readonly Relation[],
  words: Words,
  follow: (relation: Relation, event: MouseEvent | KeyboardEvent) => void,
): Menu {
  const menu = new Menu();
  for (const relation of relations) {
    menu.addItem((item) =>
      item
        .setTitle(`${words.relations[relation.kind]}: ${relation.title}`)
        .setIcon(iconOfRelation(relation.kind))
        .onClick((event) => follow(relation, event)),
    );
  }
  return menu;
}

/** The menu of several selected entries, which are marked or rated as one action. */
export function selectionMenu(
  count: number,
  words: Words,
  actions: Pick<EntryMenuActions, "mark" | "rate">,
  row: RowMenuActions,
): Menu {
  const menu = new Menu();
  menu.addItem((item) => item.setSection("title").setTitle(words.selected(count)).setIsLabel(true));
  for (const state of STATES) addItem(menu, "state", words.markAll[state], iconOf(state), () => actions.mark(state));
  if (actions.rate) addItem(menu, "rating", words.rate, "star", actions.rate);
  addSelecting(menu, words, row.selection);
  addRowActions(menu, words, { ...row, fold: null });
  return menu;
}
