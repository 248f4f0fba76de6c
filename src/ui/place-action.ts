// The place of the note in front of the reader where there is no status bar: a button in the head of the note.
import { MarkdownView, Menu, type Workspace } from "obsidian";
import type { Context } from "./context";
import { iconOf } from "./icons";
import type { Places } from "./places";

export class PlaceAction {
  private el: HTMLElement | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly context: Context,
    private readonly places: Places,
  ) {}

  /** Puts the button on the note that is in front now, if a map lists it. */
  draw(): void {
    this.remove();
    this.places.visit();
    const found = this.context.settings.current.place ? this.places.active() : [];
    const view = this.workspace.getActiveViewOfType(MarkdownView);
    const [place] = found;
    if (!place || !view) return;
    const state = this.context.progress.state(place.entry.path ?? place.entry.target);
    this.el = view.addAction(
      iconOf(state),
      `${this.context.words.states[state]} · ${this.places.trailText(place)}`,
      (event) => {
        const menu = new Menu();
        this.places.fillMenu(menu, found);
        menu.showAtMouseEvent(event);
      },
    );
  }

  remove(): void {
    this.el?.remove();
    this.el = null;
  }
}
