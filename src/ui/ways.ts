// The ways out of the sidebar: to the note, the map, the place in the text or the address that a row, the next entry or a relation leads to.
import { Keymap } from "obsidian";
import type { Entry, Relation } from "../core/model";
import type { NextUp } from "../core/next";
import type { Context } from "./context";
import { offerNote } from "./offer-note";
import type { DivisionRow } from "./rows";

export type Gesture = MouseEvent | KeyboardEvent;
type Pane = ReturnType<typeof Keymap.isModEvent>;

/** Where the reader is. */
export interface ReaderPlace {
  /** The map that is shown; null for none. */
  readonly mapPath: string | null;
  /** What to go on with on that map; null where nothing is left. */
  readonly next: NextUp | null;
  goTo(path: string): void;
}

export class Ways {
  constructor(
    private readonly context: Pick<Context, "navigation" | "index" | "words" | "answers">,
    private readonly place: ReaderPlace,
  ) {}

  openNext(event: Gesture | null): void {
    const { next } = this.place;
    if (next) this.openEntry(next.entry, event);
    else if (this.place.mapPath !== null) this.context.answers.give(this.context.words.allDone);
  }

  /** A map is shown here, unless a modifier asks for its note. */
  followRelation({ path, link }: Pick<Relation, "path" | "link">, event: Gesture): void {
    const pane = Keymap.isModEvent(event);
    if (path !== null && pane === false && this.context.index.isMap(path)) this.place.goTo(path);
    else this.openLink(link.link, pane);
  }

  openEntry(entry: Entry, event: Gesture | null): void {
    const pane = Keymap.isModEvent(event);
    if (entry.kind === "web") this.context.navigation.openWeb(entry.target);
    else if (entry.kind === "missing")
      offerNote(entry.title, this.context.words, () => this.openLink(entry.link.link, false));
    else if (entry.kind === "map" && entry.path !== null && pane === false) this.place.goTo(entry.path);
    else this.openLink(entry.link.link, pane);
  }

  openDivision(row: DivisionRow, event: Gesture): void {
    const { link, line } = row.division;
    const { mapPath } = this.place;
    const pane = Keymap.isModEvent(event);
    if (row.leadsTo === "map" && link?.path && pane === false) this.place.goTo(link.path);
    else if (row.leadsTo === "jump" && link) this.openLink(link.link.link, pane);
    else if (mapPath !== null) this.context.navigation.openLine(mapPath, line, pane);
  }

  openLink(link: string, pane: Pane): void {
    const { mapPath } = this.place;
    if (mapPath !== null) this.context.navigation.openLink(link, mapPath, pane);
  }
}
