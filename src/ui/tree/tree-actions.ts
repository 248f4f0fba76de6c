// The requests made by gestures on rows, by mouse, touch and keyboard alike.
import { Keymap, type HoverParent } from "obsidian";
import type { EntryOpener } from "../../actions/entry-opener";
import type { Undoing } from "../../actions/undoing";
import type { State } from "../../core/base/state";
import type { Row } from "./rows";
import type { RowSelection } from "../widgets/entry-menu";

/** The place where a menu opens, in a document's client coordinates, and what it can do to the selection there. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly doc: Document;
  readonly selection: RowSelection;
}

/** The view that shows the roadmap. */
export interface TreeHost extends HoverParent {
  readonly shown: {
    /** The map that is shown; null for none. */
    readonly path: string | null;
    /** Folds a row, or unfolds it. */
    toggle(id: string): void;
    /** Shows another map, from which Back leads here. */
    goTo(path: string): void;
    /** Shows the map that this one was reached from, if there is one. */
    goBack(): void;
  };
  /**
   * A row that was clicked stays where it is, whatever is filtered, until the pointer has left it or some time is over.
   */
  hold(target: string): void;
  letGo(): void;
  search(): void;
  /** Shows all again; false if nothing was filtered. */
  clearFilter(): boolean;
  showHelp(): void;
  /** Offers to add the notes that are the map's to list, and are in no map. */
  addUnlisted(): void;
  /** The keyboard goes back to the tree, unless something else has it. */
  regainFocus(): void;
}

/**
 * The requests that gestures make. `rows` are all that one means: the row it is on, or the selection that this is part
 * of.
 */
export interface TreeActions {
  readonly host: TreeHost;
  readonly undoing: Pick<Undoing, "undo">;
  readonly opener: Pick<EntryOpener, "openNext">;
  /** Click on the row, or Enter. */
  open(row: Row, event: MouseEvent | KeyboardEvent): void;
  /** Click on the state icon, or Space. */
  cycle(row: Row, rows: readonly Row[], event: MouseEvent | KeyboardEvent): void;
  mark(rows: readonly Row[], state: State): void;
  /** Rate; 0 takes ratings away. */
  rate(rows: readonly Row[], value: number): void;
  /** The pointer came upon the row's element. */
  hover(row: Row, targetEl: HTMLElement, event: MouseEvent): void;
  drag(rows: readonly Row[], event: DragEvent): void;
  menu(row: Row, rows: readonly Row[], place: MenuPlace): void;
  openRelation(row: Row, link: string, event: MouseEvent | KeyboardEvent): void;
}

export function isFoldable(row: Row): row is Row & { readonly expanded: boolean } {
  return "expanded" in row && row.expanded !== null;
}

/**
 * True if a row has nothing of its own to open, so that to open it is to fold it; with a modifier, its place in the map
 * is opened.
 */
export function isOnlyFolded(row: Row, event: MouseEvent | KeyboardEvent): boolean {
  return isFoldable(row) && row.kind !== "entry" && row.kind !== "division" && Keymap.isModEvent(event) === false;
}
