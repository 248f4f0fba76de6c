// The place of the note in front of the reader where there is no status bar: a button in the head of the note, and one
// at its end to go on.
import { MarkdownView, Menu, type Workspace } from "obsidian";
import type { Context } from "../../actions/context";
import { iconOf } from "../widgets/icons";
import type { Places } from "../../actions/places";
import { NoteEnd } from "./note-end";
import type { PlaceMenu } from "./place-menu";

export class PlaceAction {
  private el: HTMLElement | null = null;
  private readonly end = new NoteEnd(this.context, this.places);

  constructor(
    private readonly workspace: Workspace,
    private readonly context: Context,
    private readonly places: Places,
    private readonly menu: PlaceMenu,
  ) {}

  /** Puts the buttons on the note that is in front now, if a map lists it. */
  draw(): void {
    this.el?.remove();
    this.places.visit();
    const found = this.context.settings.current.place ? this.places.active() : [];
    const view = this.noteInFront();
    const [place] = found;
    if (!place || !view) return this.remove();
    this.end.show(view, place);
    const state = this.context.progress.state(place.entry.path ?? place.entry.target);
    this.el = view.addAction(
      iconOf(state),
      `${this.context.words.states[state]} · ${this.places.trailText(place)}`,
      (event) => {
        const menu = new Menu();
        this.menu.fill(menu, found);
        menu.showAtMouseEvent(event);
      },
    );
  }

  /** The view of the note in front; it is there, too, while a drawer is the active leaf. */
  private noteInFront(): MarkdownView | null {
    const { workspace } = this;
    const view = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView && view.file === workspace.getActiveFile() ? view : null;
  }

  remove(): void {
    this.end.remove();
    this.el?.remove();
    this.el = null;
  }
}
