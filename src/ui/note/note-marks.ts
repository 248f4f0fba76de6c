// The marks of a map in its own text, whether it is written or read: what they show and what a gesture on them means.
import { Keymap } from "obsidian";
import { marksOf, type DivisionMark, type EntryMark, type MapMark } from "../../core/roadmap/map-marks";
import { entriesOf, type Entry, type Roadmap } from "../../core/roadmap/model";
import { ShownLinks } from "../../core/roadmap/shown-links";
import { isWritten } from "../../core/roadmap/unwritten";
import { targetsOf } from "../../core/roadmap/tally";
import type { Context } from "../../actions/context";
import { linkOf } from "../../actions/link-mending";
import { divisionMenu, entryMenu } from "../widgets/entry-menu";
import { Figures } from "../widgets/figures";
import { drawState } from "../widgets/ring";
import { progressOfMap } from "../../actions/map-progress";
import { Marking } from "../../actions/marking";
import { Upkeep } from "../../actions/upkeep";
import { offerNote } from "../../actions/entry-opener";

export class NoteMarks {
  private readonly figures: Figures;
  private readonly marking: Marking;
  private readonly upkeep: Upkeep;
  private readonly known = new WeakMap<Roadmap, readonly MapMark[]>();
  private readonly knownLinks = new WeakMap<Roadmap, ShownLinks>();

  constructor(private readonly context: Context) {
    this.figures = new Figures(context.words);
    this.marking = new Marking(context);
    this.upkeep = new Upkeep(context);
  }

  /** The marks of a map, in the order of its text; null if no map is at the path. */
  marks(path: string): readonly MapMark[] | null {
    const roadmap = this.context.index.roadmap(path);
    if (!roadmap) return null;
    const marks = this.known.get(roadmap) ?? marksOf(roadmap);
    this.known.set(roadmap, marks);
    return marks;
  }

  /** The links of a map as they are read; null if no map is at the path. */
  links(path: string): ShownLinks | null {
    const roadmap = this.context.index.roadmap(path);
    if (!roadmap) return null;
    const links = this.knownLinks.get(roadmap) ?? new ShownLinks(roadmap, this.marks(path) ?? []);
    this.knownLinks.set(roadmap, links);
    return links;
  }

  /** All that a mark shows, as a text; null if it shows nothing. */
  look(mark: MapMark): string | null {
    if (mark.kind === "division") return this.tallyText(mark);
    const { kind, target } = mark.entry;
    return `${kind} ${this.context.progress.state(target)} ${this.mapProgress(mark.entry) ?? ""}`;
  }

  /** The findings about an entry, in words; null for none, or if the reader wants no underlines. */
  flaw(mark: MapMark, path: string): string | null {
    const { settings, words } = this.context;
    if (!settings.current.underlines || mark.kind !== "entry") return null;
    const found = this.upkeep.findingsOf(path, mark.entry);
    return found.length === 0 ? null : found.map((one) => words.findings.sentence(one)).join("\n");
  }

  /** Makes the element that shows a mark. */
  draw(mark: MapMark): HTMLElement {
    const el = createSpan({ cls: ["moc-path-mark", `mod-${mark.kind}`] });
    if (mark.kind === "division") el.setText(this.tallyText(mark) ?? "");
    else this.drawEntry(el, mark.entry);
    return el;
  }

  click(mark: MapMark, path: string, event: MouseEvent): void {
    if (mark.kind === "entry") this.marking.click(mark.entry, event, () => this.open(mark.entry, path, event));
  }

  menu(mark: MapMark, path: string, event: MouseEvent): void {
    if (mark.kind === "entry") this.entryMenu(mark, path, event);
    else this.divisionMenu(mark, path, event);
  }

  private tallyText({ division }: DivisionMark): string | null {
    const tally = this.context.totals.tallyOfDivision(division);
    return tally.counted === 0 ? null : this.figures.doneOf(tally);
  }

  private mapProgress({ kind, path }: Entry): number | null {
    return kind === "map" && path !== null ? progressOfMap(this.context, path) : null;
  }

  private drawEntry(el: HTMLElement, entry: Entry): void {
    const { words, progress } = this.context;
    const { kind, target } = entry;
    const state = progress.state(target);
    el.addClass(`mod-${kind}`);
    drawState(el, kind, state, this.mapProgress(entry));
    const name = kind === "missing" ? words.missingNote : kind === "map" ? words.map : words.states[state];
    el.setAttrs({ role: "img", "aria-label": name });
  }

  /**
   * Opens what an entry of the map at `path` leads to, be it by a click or, with null, because the reader asked for it
   * by name: then a missing note is created at once.
   */
  open(entry: Entry, path: string, event: MouseEvent | null): void {
    const { navigation } = this.context;
    if (entry.kind === "web") navigation.openWeb(entry.target);
    else if (entry.kind === "missing" && event)
      offerNote(entry.title, this.context, () => this.open(entry, path, null));
    else navigation.openLink(entry.link.link, path, event ? Keymap.isModEvent(event) : false);
  }

  private entryMenu({ entry }: EntryMark, path: string, event: MouseEvent): void {
    const { words, progress, mending } = this.context;
    const findings = this.upkeep.findingsOf(path, entry);
    entryMenu({ entry, state: progress.state(entry.target), findings }, words, {
      upkeep: this.upkeep,
      mark: (state) => this.marking.one(entry.target, state),
      rate: isWritten(path) ? () => this.context.ratings.choose(path, [entry]) : null,
      mend: isWritten(path) ? () => void mending.mend(path, entry) : null,
      leadElsewhere: isWritten(path) ? () => void mending.choose(linkOf(path, entry)) : null,
      markAbove: () => this.marking.above(path, entry.link.from),
      open: (pane) =>
        entry.kind === "web"
          ? this.open(entry, path, null)
          : this.context.navigation.openLink(entry.link.link, path, pane),
      showInMap: null,
      row: null,
    }).showAtMouseEvent(event);
  }

  private divisionMenu({ division }: DivisionMark, path: string, event: MouseEvent): void {
    const targets = [...targetsOf(entriesOf(division)).counted];
    divisionMenu(targets.length > 0, this.context.words, {
      mark: (state) => this.marking.many(targets, state),
      markAbove: () => this.marking.above(path, division.from),
      showInMap: null,
      row: null,
    }).showAtMouseEvent(event);
  }
}
