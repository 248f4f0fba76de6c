// The meaning of a gesture in the sidebar: which of mark, rate, open, fold or another thing is asked for.
import { Keymap, Menu, type PaneType } from "obsidian";
import { allEntries, entriesOf, type Entry, type Relation } from "../../core/roadmap/model";
import { targetsOf } from "../../core/roadmap/tally";
import { linkTextOf } from "../../core/read/links";
import { ALL_MAPS, isWritten } from "../../core/roadmap/unwritten";
import { clickedState, type State } from "../../core/base/state";
import type { Context } from "../../actions/context";
import { linkOf } from "../../actions/link-mending";
import {
  divisionMenu,
  addFinding,
  entryMenu,
  type EntryMenuSubject,
  MENU_SOURCE,
  relationMenu,
  relationsMenu,
  selectionMenu,
  type RowMenuActions,
  type RowSelection,
} from "../widgets/entry-menu";
import type { OpenEntry } from "../../actions/ahead";
import { doneAndNext } from "../../actions/going-on";
import { Marking } from "../../actions/marking";
import type { Undoing } from "../../actions/undoing";
import { Upkeep } from "../../actions/upkeep";
import type { Row } from "./rows";
import { isFoldable, type MenuPlace, type TreeActions, type TreeHost } from "./tree-actions";
import type { Gesture, EntryOpener } from "../../actions/entry-opener";

/** The targets that marking a row marks: for a division or group, all that it counts. */
function targetsOfRow(row: Row): readonly string[] {
  if (row.kind === "entry") return row.entry.kind === "missing" ? [] : [row.entry.target];
  const entries =
    row.kind === "division" ? entriesOf(row.division) : row.kind === "group" ? allEntries(row.entries) : [];
  return [...targetsOf(entries).counted];
}

/**
 * The place where the map's text says what a row shows: the line, and the offset if it has a place among entries; null
 * for what has none.
 */
function spotOf(row: Row): { readonly line: number; readonly from?: number } | null {
  switch (row.kind) {
    case "entry":
      return row.entry.link;
    case "division":
      return row.division;
    case "group":
      return row.entries[0]?.link ?? null;
    case "topics":
      return row.topics[0] ?? null;
    case "topic":
      return row.topic;
    case "cut":
      return row;
    case "relations":
    case "unlisted":
      return null;
  }
}

function entriesIn(rows: readonly Row[]): readonly Entry[] {
  return rows.flatMap((row) => (row.kind === "entry" ? [row.entry] : []));
}

export class TreeController implements TreeActions {
  readonly undoing: Undoing;
  private readonly marking: Marking;
  private readonly upkeep: Upkeep;

  constructor(
    private readonly context: Context,
    readonly host: TreeHost,
    readonly opener: EntryOpener,
  ) {
    this.undoing = context.undoing;
    this.marking = new Marking(context);
    this.upkeep = new Upkeep(context);
  }

  /** The map that is shown, if it is a note, which can be opened and changed. */
  private get writtenPath(): string | null {
    const { path: mapPath } = this.host.shown;
    return mapPath !== null && isWritten(mapPath) ? mapPath : null;
  }

  open(row: Row, event: Gesture): void {
    if (row.kind === "entry") this.opener.openEntry(row.entry, event);
    else if (row.kind === "division" && row.division.link === null && this.writtenPath === null)
      this.host.shown.toggle(row.id);
    else if (row.kind === "division") this.opener.openDivision(row, event);
    else if (row.kind === "unlisted") this.host.addUnlisted();
    else this.openText(row, Keymap.isModEvent(event));
  }

  cycle(row: Row, rows: readonly Row[], event: Gesture): void {
    if (row.kind !== "entry") return;
    if (event.type === "click") this.host.hold(row.entry.target);
    if (rows.length === 1) this.marking.click(row.entry, event, () => this.opener.openEntry(row.entry, event));
    else this.mark(rows, clickedState(row.state, event));
  }

  mark(rows: readonly Row[], state: State): void {
    const [target, ...more] = rows.flatMap(targetsOfRow);
    if (target === undefined) return this.context.notifier.tell(this.context.words.nothingToMark);
    if (rows.length === 1 && more.length === 0) this.marking.one(target, state);
    else this.marking.many([target, ...more], state);
  }

  rate(rows: readonly Row[], value: number): void {
    const [entries, { writtenPath }] = [entriesIn(rows), this];
    if (entries.length === 0 || writtenPath === null) this.context.notifier.tell(this.context.words.nothingToRate);
    else this.context.ratings.rate(writtenPath, entries, value);
  }

  hover(row: Row, targetEl: HTMLElement, event: MouseEvent): void {
    const { path: mapPath } = this.host.shown;
    if (row.kind !== "entry" || row.entry.path === null || mapPath === null) return;
    this.context.navigation.preview(this.host, targetEl, event, row.entry.link.link, mapPath);
  }

  drag(rows: readonly Row[], event: DragEvent): void {
    const links = rows.flatMap((row) => (row.kind === "entry" ? [linkTextOf(row.entry)] : []));
    if (links.length === 0 || !event.dataTransfer) return;
    event.dataTransfer.setData("text/plain", links.join("\n"));
    event.dataTransfer.effectAllowed = "copyLink";
  }

  menu(row: Row, rows: readonly Row[], { doc, selection, ...position }: MenuPlace): void {
    const menu = this.menuOf(row, rows, this.rowActions(row, selection));
    menu.onHide(() => this.host.regainFocus());
    menu.showAtPosition(position, doc);
  }

  private menuOf(row: Row, rows: readonly Row[], actions: RowMenuActions): Menu {
    if (rows.length > 1)
      return selectionMenu(
        rows.length,
        this.context.words,
        { mark: (state) => this.mark(rows, state), rate: this.ratingOf(entriesIn(rows), this.writtenPath) },
        actions,
      );
    if (row.kind === "entry") return this.menuOfEntry(row, actions, this.host.shown.path);
    if (row.kind === "relations") return this.menuOfRelations(row.relations);
    if (row.kind === "unlisted") return this.menuOfUnlisted();
    return this.divisionMenu(row, actions);
  }

  private rowActions(row: Row, selection: RowSelection): RowMenuActions {
    return {
      fold: isFoldable(row) ? { isFolded: !row.expanded, act: () => this.host.shown.toggle(row.id) } : null,
      undo: this.context.undoing.canUndo ? () => this.undoing.undo() : null,
      selection,
    };
  }

  /** The menu of an entry that is shown elsewhere than on its row. */
  menuFor({ entry, roadmap }: OpenEntry): Menu {
    const findings = this.upkeep.findingsOf(roadmap.path, entry);
    const subject = { entry, state: this.context.progress.state(entry.target), findings };
    return this.menuOfEntry(subject, null, roadmap.path);
  }

  /** Marks the note in front of the reader as done, and opens what comes behind it. */
  doneAndNext({ entry, roadmap }: OpenEntry): void {
    doneAndNext(this.context, this.marking, roadmap, entry.target, true);
  }

  private menuOfEntry(subject: EntryMenuSubject, row: RowMenuActions | null, map: string | null): Menu {
    const { entry } = subject;
    const { navigation, words, mending } = this.context;
    const { link, from, line } = entry.link;
    const written = map !== null && isWritten(map) ? map : null;
    const menu = entryMenu(subject, words, {
      upkeep: this.upkeep,
      mark: (wanted) => this.marking.one(entry.target, wanted),
      rate: this.ratingOf([entry], written),
      mend: written === null ? null : () => void mending.mend(written, entry),
      leadElsewhere: written === null ? null : () => void mending.choose(linkOf(written, entry)),
      markAbove: map === null || map === ALL_MAPS ? null : () => this.marking.above(map, from),
      open: (pane) => (entry.kind === "web" ? navigation.openWeb(entry.target) : this.opener.openLink(link, pane, map)),
      showInMap: written === null ? null : (pane) => navigation.openLine(written, line, pane),
      row,
    });
    if (entry.path !== null) navigation.addFileItems(menu, entry.path, MENU_SOURCE);
    return menu;
  }

  /** The menu of a relation: the ways to open it, and what the app offers for its note. */
  menuForRelation(relation: Relation): Menu {
    const { context, opener } = this;
    const { path, link } = relation;
    const isMap = path !== null && context.index.isMap(path);
    const menu = relationMenu(context.words, {
      show: isMap ? () => this.host.shown.goTo(path) : null,
      open: (pane) => opener.openLink(link.link, pane),
    });
    if (path !== null) context.navigation.addFileItems(menu, path, MENU_SOURCE);
    return menu;
  }

  /** The menu that asks which of several relations to open. */
  menuOfRelations(relations: readonly Relation[]): Menu {
    return relationsMenu(relations, this.context.words, (relation, event) =>
      this.opener.followRelation(relation, event),
    );
  }

  private menuOfUnlisted(): Menu {
    const { adding } = this.context.words;
    return new Menu().addItem((item) =>
      item
        .setTitle(adding.addThem)
        .setIcon("list-plus")
        .onClick(() => this.host.addUnlisted()),
    );
  }

  /** Asks for a rating of entries of a map; null where none can be written. */
  private ratingOf(entries: readonly Entry[], map: string | null): (() => void) | null {
    return map === null ? null : () => this.context.ratings.choose(map, entries);
  }

  /** Opens the map's own text at what a row shows. */
  private openText(row: Row, pane: PaneType | boolean): void {
    const spot = spotOf(row);
    if (spot && this.writtenPath !== null) this.context.navigation.openLine(this.writtenPath, spot.line, pane);
  }

  /** The menu of a row that is no entry. */
  private divisionMenu(row: Row, actions: RowMenuActions): Menu {
    const from = spotOf(row)?.from;
    const menu = divisionMenu(targetsOfRow(row).length > 0, this.context.words, {
      mark: (state) => this.mark([row], state),
      markAbove: from === undefined ? null : () => this.markAbove(from),
      showInMap: this.writtenPath === null ? null : (pane) => this.openText(row, pane),
      row: actions,
    });
    if (row.kind === "topic")
      for (const finding of row.findings) addFinding(menu, finding, row.topic.title, this.context.words, this.upkeep);
    return menu;
  }

  /** Marks what stands above an offset of the map as done. */
  private markAbove(offset: number): void {
    if (this.host.shown.path !== null) this.marking.above(this.host.shown.path, offset);
  }

  openRelation(row: Row, link: string, event: Gesture): void {
    const relation = row.kind === "relations" ? row.relations.find((one) => one.link.link === link) : undefined;
    if (relation) this.opener.followRelation(relation, event);
  }
}
