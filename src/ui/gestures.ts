// What a gesture in the sidebar means: which of mark, open, fold or go to another map is asked for.
import { Keymap, Notice } from "obsidian";
import type { Relation } from "../core/model";
import { nextState, type State } from "../core/state";
import type { Context } from "./context";
import { entryMenu } from "./entry-menu";
import type { DivisionRow, EntryRow, Row } from "./rows";
import type { TreeActions } from "./tree";

type Gesture = MouseEvent | KeyboardEvent;
type Pane = ReturnType<typeof Keymap.isModEvent>;

/** How long the offer to create a missing note stays, in milliseconds. */
const OFFER_TIME = 8000;

/** What shows the roadmap. */
export interface Stage {
  /** The map that is shown; null for none. */
  readonly mapPath: string | null;
  goTo(path: string): void;
  fold(id: string, isFolded: boolean): void;
}

export class Gestures implements TreeActions {
  constructor(
    private readonly context: Context,
    private readonly stage: Stage,
  ) {}

  toggle(row: Row, expanded: boolean): void {
    this.stage.fold(row.id, row.kind === "topics" ? expanded : !expanded);
  }

  open(row: Row, event: Gesture): void {
    if (row.kind === "entry") this.openEntry(row, event);
    else if (row.kind === "division") this.openDivision(row, event);
  }

  cycle(row: Row, event: Gesture): void {
    if (row.kind !== "entry") return;
    const { kind, title } = row.entry;
    if (kind === "missing") new Notice(this.context.words.missingNotice(title));
    else if (kind === "map") this.openEntry(row, event);
    else this.mark(row, event.altKey ? "skipped" : event.shiftKey ? "doing" : nextState(row.state));
  }

  menu(row: Row, event: MouseEvent): void {
    if (row.kind !== "entry") return;
    const { navigation, words } = this.context;
    const { link } = row.entry.link;
    entryMenu(row, words, {
      mark: (state) => this.mark(row, state),
      open: () => (row.entry.kind === "web" ? navigation.openWeb(link) : this.openLink(link, false)),
      showInMap: () => this.stage.mapPath !== null && navigation.openLine(this.stage.mapPath, row.entry.link.line, false),
    }).showAtMouseEvent(event);
  }

  openRelation(row: Row, link: string, event: MouseEvent): void {
    const relation = row.kind === "relations" ? row.relations.find((one) => one.link.link === link) : undefined;
    if (relation) this.followRelation(relation, event);
  }

  /** A map is shown here, unless a modifier asks for its note. */
  followRelation({ path, link }: Pick<Relation, "path" | "link">, event: Gesture): void {
    const pane = Keymap.isModEvent(event);
    if (path !== null && pane === false && this.context.index.isMap(path)) this.stage.goTo(path);
    else this.openLink(link.link, pane);
  }

  private mark(row: EntryRow, state: State): void {
    const { progress, words } = this.context;
    progress.mark([row.entry.target], state).catch((error: unknown) => {
      new Notice(words.cannotSave(error instanceof Error ? error.message : String(error)));
    });
  }

  private openEntry(row: EntryRow, event: Gesture): void {
    const { entry } = row;
    const pane = Keymap.isModEvent(event);
    if (entry.kind === "web") this.context.navigation.openWeb(entry.target);
    else if (entry.kind === "missing") this.offerNote(row);
    else if (entry.kind === "map" && entry.path !== null && pane === false) this.stage.goTo(entry.path);
    else this.openLink(entry.link.link, pane);
  }

  private openDivision(row: DivisionRow, event: Gesture): void {
    const { link, line } = row.division;
    const { mapPath } = this.stage;
    const pane = Keymap.isModEvent(event);
    if (row.leadsTo === "map" && link?.path && pane === false) this.stage.goTo(link.path);
    else if (row.leadsTo === "jump" && link) this.openLink(link.link.link, pane);
    else if (mapPath !== null) this.context.navigation.openLine(mapPath, line, pane);
  }

  private openLink(link: string, pane: Pane): void {
    const { mapPath } = this.stage;
    if (mapPath !== null) this.context.navigation.openLink(link, mapPath, pane);
  }

  /** A missing note is created only when the reader says so. */
  private offerNote(row: EntryRow): void {
    const { words } = this.context;
    const notice = new Notice(words.missingNotice(row.entry.title), OFFER_TIME);
    const buttonEl = notice.messageEl.createEl("button", { cls: "moc-path-notice-button", text: words.createNote });
    buttonEl.addEventListener("click", () => {
      notice.hide();
      this.openLink(row.entry.link.link, false);
    });
  }
}
