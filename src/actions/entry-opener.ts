// Opens what a row, the next entry or a relation leads to: the note, the map, the place in the text or the address.
import type { PaneType } from "obsidian";
import type { Division, Entry, Relation } from "../core/roadmap/model";
import { isWritten } from "../core/roadmap/unwritten";
import type { Ahead } from "./ahead";
import type { Context } from "./context";

export type Gesture = MouseEvent | KeyboardEvent;
type Pane = PaneType | boolean;

/** A chapter or section, and what a click on its title leads to. */
interface OpenableDivision {
  readonly division: Division;
  readonly leadsTo: "map" | "jump" | null;
}

/** The place where the reader is. */
export interface ReaderPlace {
  readonly shown: {
    /** The map that is shown; null for none. */
    readonly path: string | null;
    /** Shows another map, from which Back leads here. */
    goTo(path: string): void;
  };
  /** The entry to go on with there; null if nothing is left. */
  readonly ahead: Ahead | null;
}

/** Offers to create a missing note, which is done only when the reader says so. */
export function offerNote(
  title: string,
  { words, notifier }: Pick<Context, "words" | "notifier">,
  create: () => void,
): void {
  notifier.offer(words.missingNotice(title), words.createNote, create);
}

export class EntryOpener {
  constructor(
    private readonly context: Pick<Context, "navigation" | "index" | "words" | "notifier">,
    private readonly place: ReaderPlace,
  ) {}

  openNext(event: Gesture | null): void {
    const { ahead } = this.place;
    if (ahead) this.openEntry(ahead.next.entry, event, ahead.roadmap.path);
    else if (this.place.shown.path !== null) this.context.notifier.tell(this.context.words.allDone);
  }

  /** A map is shown here, unless a modifier asks for its note. */
  followRelation({ path, link }: Pick<Relation, "path" | "link">, event: Gesture): void {
    const pane = this.context.navigation.paneOf(event);
    if (path !== null && pane === false && this.context.index.isMap(path)) this.place.shown.goTo(path);
    else this.openLink(link.link, pane);
  }

  /** Opens an entry of the map that is shown, or of another. */
  openEntry(entry: Entry, event: Gesture | null, map = this.place.shown.path): void {
    const pane = this.context.navigation.paneOf(event);
    if (entry.kind === "web") this.context.navigation.openWeb(entry.target);
    else if (entry.kind === "missing")
      offerNote(entry.title, this.context, () => this.openLink(entry.link.link, false, map));
    else if (entry.kind === "map" && entry.path !== null && pane === false) this.place.shown.goTo(entry.path);
    else this.openLink(entry.link.link, pane, map);
  }

  openDivision(row: OpenableDivision, event: Gesture): void {
    const { link, line } = row.division;
    const { path } = this.place.shown;
    const pane = this.context.navigation.paneOf(event);
    if (row.leadsTo === "map" && link?.path && pane === false) this.place.shown.goTo(link.path);
    else if (row.leadsTo === "jump" && link) this.openLink(link.link.link, pane);
    else if (path !== null && isWritten(path)) this.context.navigation.openLine(path, line, pane);
    else if (link) this.openLink(link.link.link, pane);
  }

  openLink(link: string, pane: Pane, map = this.place.shown.path): void {
    if (map !== null) this.context.navigation.openLink(link, map, pane);
  }
}
