// The place of the note in front of the reader where there is no status bar: a button in the head of the note, and one
// at its end to go on.
import { MarkdownView, Menu, type Workspace } from "obsidian";
import type { Context } from "../../actions/context";
import type { NotePlace } from "../../core/roadmap/place";
import { iconOf } from "../widgets/icons";
import type { Places } from "../../actions/places";
import { NoteEnd } from "./note-end";
import type { PlaceMenu } from "./place-menu";

export class PlaceAction {
  private el: HTMLElement | null = null;
  /** The places that the button is about, and how it looks where. */
  private found: readonly NotePlace[] = [];
  private look: readonly unknown[] = [];
  private readonly end = new NoteEnd(this.context, this.places);

  constructor(
    private readonly workspace: Workspace,
    private readonly context: Context,
    private readonly places: Places,
    private readonly menu: PlaceMenu,
  ) {}

  /** Puts the buttons on the note that is in front now, if a map lists it. */
  draw(): void {
    this.places.visit();
    this.found = this.context.settings.current.place ? this.places.active() : [];
    const view = this.noteInFront();
    const [place] = this.found;
    if (!place || !view) return this.remove();
    this.end.show(view, place);
    const state = this.context.progress.state(place.entry.path ?? place.entry.target);
    this.drawButton(view, iconOf(state), `${this.context.words.states[state]} · ${this.places.trailOf(place)}`);
  }

  /** A button that is there stays as long as it looks the same: a finger may be on it. */
  private drawButton(view: MarkdownView, icon: string, title: string): void {
    const look = [view, icon, title];
    if (this.el?.isConnected === true && look.every((part, at) => part === this.look[at])) return;
    this.el?.remove();
    this.look = look;
    this.el = view.addAction(icon, title, (event) => {
      const menu = new Menu();
      this.menu.fill(menu, this.found);
      menu.showAtMouseEvent(event);
    });
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
