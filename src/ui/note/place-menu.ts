// The menu of a note that maps list: every state, and for each map the way on, back and to the map.
import type { Menu } from "obsidian";
import { doneAndNext } from "../../actions/going-on";
import type { Context } from "../../actions/context";
import type { Places } from "../../actions/places";
import { STATES } from "../../core/base/state";
import type { NotePlace } from "../../core/roadmap/place";
import { isWritten } from "../../core/roadmap/unwritten";
import { addItem } from "../widgets/entry-menu";
import { iconOf } from "../widgets/icons";

export class PlaceMenu {
  constructor(
    private readonly context: Context,
    private readonly places: Places,
    /** Asks to which map a note is to be added. */
    private readonly addToMap: (path: string) => void,
    private readonly showRoadmap: (path: string) => void,
  ) {}

  /** Adds what can be done with a note to a menu; nothing where no map lists it. */
  fill(menu: Menu, found: readonly NotePlace[]): void {
    const [first] = found;
    if (!first) return;
    const { words, progress } = this.context;
    const target = first.entry.path ?? first.entry.target;
    for (const state of STATES) {
      menu.addItem((item) =>
        item
          .setSection("moc-path")
          .setTitle(words.states[state])
          .setIcon(iconOf(state))
          .setChecked(progress.state(target) === state)
          .onClick(() => this.places.marking.one(target, state)),
      );
    }
    if (progress.state(target) !== "done")
      addItem(menu, "moc-path", words.doneAndNext, "check-check", () =>
        doneAndNext(this.context, this.places.marking, first.roadmap, target),
      );
    found.forEach((place, index) => this.addPlace(menu, place, `moc-path-${index}`));
    if (first.entry.path !== null) this.fillUnlisted(menu, first.entry.path);
  }

  /** Adds the way to a map to the menu of a note. */
  fillUnlisted(menu: Menu, path: string): void {
    addItem(menu, "moc-path-add", this.context.words.adding.menu, "list-plus", () => this.addToMap(path));
  }

  private addPlace(menu: Menu, place: NotePlace, section: string): void {
    const { context, places } = this;
    const { words, navigation } = context;
    const add = (title: string, icon: string, act: () => void): void => addItem(menu, section, title, icon, act);
    add(places.trailOf(place), "route", () => {
      const { path } = place.roadmap;
      if (isWritten(path)) navigation.openLine(path, place.entry.link.line, false);
      else this.showRoadmap(path);
    });
    if (place.previous) add(words.toPrevious(place.previous.title), "arrow-up", () => places.step(place, "previous"));
    if (place.next) add(words.toNext(place.next.title), "arrow-down", () => places.step(place, "next"));
  }
}
