// The place of the note in front of the reader, in one line: in the status bar, or where there is none on a button.
import { Menu, setTooltip } from "obsidian";
import type { NotePlace } from "../../core/roadmap/place";
import type { Context } from "../../actions/context";
import { drawState } from "../widgets/ring";
import { oncePerFrame } from "../widgets/once-per-frame";
import type { Places } from "../../actions/places";
import type { PlaceMenu } from "./place-menu";

export class PlaceStatus {
  private shown: readonly NotePlace[] = [];
  /** Draws before the next frame, once for many changes. */
  readonly planDraw = oncePerFrame(this.el, () => this.draw());

  constructor(
    private readonly el: HTMLElement,
    private readonly context: Context,
    private readonly places: Places,
    private readonly menu: PlaceMenu,
  ) {
    el.addClasses(["mod-clickable", "moc-path-place"]);
    el.addEventListener("click", (event) => this.openMenu(event));
    el.addEventListener("contextmenu", (event) => this.openMenu(event));
    this.draw();
  }

  private draw(): void {
    this.places.visit();
    this.shown = this.context.settings.current.place ? this.places.active() : [];
    const [place] = this.shown;
    this.el.toggle(place !== undefined);
    this.el.empty();
    if (!place) return;
    const state = this.context.progress.state(place.entry.path ?? place.entry.target);
    drawState(this.el.createSpan("moc-path-place-state"), "note", state, null);
    this.el.createSpan({ cls: "moc-path-place-trail", text: this.places.shortTrailOf(place), attr: { dir: "auto" } });
    setTooltip(this.el, this.describe(place, this.context.words.states[state]), { placement: "top" });
  }

  private describe(place: NotePlace, state: string): string {
    const { words } = this.context;
    const around = [
      place.previous && words.toPrevious(place.previous.title),
      place.next && words.toNext(place.next.title),
    ];
    return [`${state} · ${this.places.trailOf(place)}`, ...around.filter((line) => line !== null)].join("\n");
  }

  private openMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.menu.fill(menu, this.shown);
    event.preventDefault();
    menu.showAtMouseEvent(event);
  }
}
