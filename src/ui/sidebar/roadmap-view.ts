// The sidebar: shows one map's roadmap and follows the note in front of the reader.
// It writes nothing; what it shows changes because the index or the journal said so.
import { ItemView, type App, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Entry } from "../../core/roadmap/model";
import { isFiltering, NO_FILTER } from "../../core/roadmap/filter";
import type { Context } from "../../actions/context";
import { openAdding } from "../dialogs/add-several-modal";
import { ExampleModal } from "../dialogs/example-modal";
import { ExportChoice } from "../dialogs/export-choice";
import { Figures } from "../widgets/figures";
import type { TreeHost } from "../tree/tree-actions";
import { TreeController } from "../tree/tree-controller";
import { contestedScope } from "./contested-keys";
import { drawOffer } from "./foot-offer";
import type { HeaderActions } from "./header";
import { HeldRow } from "./held-row";
import { HelpSheet } from "../dialogs/help-sheet";
import { MapSwitcher } from "../dialogs/map-switcher";
import { MovedNotesModal } from "../dialogs/moved-notes-modal";
import { aheadOn, openOn, type Ahead, type OpenEntry } from "../../actions/ahead";
import { RoadmapScreen } from "./roadmap-screen";
import { MapFollower } from "./map-follower";
import { MapSession } from "./map-session";
import type { OpenRoadmap } from "./view-actions";
import type { ViewMemory } from "./view-memory";
import { viewMenu } from "./view-menu";
import { EntryOpener, type ReaderPlace } from "../../actions/entry-opener";

export const ROADMAP_VIEW = "moc-path-roadmap";

/** All roadmaps that are open, as far as they are loaded. */
export function roadmapsIn({ workspace }: App): readonly RoadmapView[] {
  return workspace.getLeavesOfType(ROADMAP_VIEW).flatMap(({ view }) => (view instanceof RoadmapView ? view : []));
}

export class RoadmapView extends ItemView implements OpenRoadmap, TreeHost, ReaderPlace {
  override navigation = false;
  override icon = "route";
  /** The Page preview that is shown for a row; null for none. */
  hoverPopover: HoverPopover | null = null;
  private readonly figures: Figures;
  readonly opener: EntryOpener;
  private readonly controller: TreeController;
  readonly shown: MapSession;
  private readonly follower: MapFollower;
  /** Grows with each use: of several roadmaps the one used last has the highest. */
  private lastUse = 0;
  private readonly heldRow = new HeldRow(() => this.shown.letGo());
  /** Null while the view is not open. */
  private screen: RoadmapScreen | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    readonly context: Context,
    memory: ViewMemory,
    /** Opens the check of a map. */
    private readonly openCheck: (map: string) => void,
  ) {
    super(leaf);
    this.scope = contestedScope(this.app, (event) => this.takesKey(event));
    this.figures = new Figures(context.words);
    this.opener = new EntryOpener(context, this);
    this.controller = new TreeController(context, this, this.opener);
    this.shown = new MapSession(
      context,
      memory,
      () => this.screen?.draw(),
      () => this.screen?.leave(),
      () => void this.app.workspace.requestSaveLayout(),
    );
    this.follower = new MapFollower(context, memory, this.shown);
  }

  override getViewType(): string {
    return ROADMAP_VIEW;
  }

  override getDisplayText(): string {
    return this.context.words.roadmap;
  }

  override getState(): Record<string, unknown> {
    return { map: this.shown.path };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const map: unknown = typeof state === "object" && state !== null && "map" in state ? state.map : null;
    if (typeof map === "string") this.shown.show(map);
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl, context, figures, shown } = this;
    const screen = new RoadmapScreen(contentEl, context, figures, shown, {
      header: this.headerActions,
      tree: this.controller,
      openExample: () => new ExampleModal(this.app, context).open(),
    });
    this.screen = screen;
    this.register(() => screen.destroy());
    this.register(context.roadmaps.onChange(() => screen.drawSoon()));
    this.register(context.index.onChange(() => this.indexChanged()));
    this.register(
      context.progress.onChange((targets) => {
        screen.announce(targets);
        if (targets.size > 0) screen.drawSoon();
        else screen.drawOverview();
      }),
    );
    this.register(context.totals.onLengthChange((path) => screen.lengthChanged(path)));
    this.register(context.ratings.onRated((rated) => screen.announceRated(rated)));
    this.register(context.undoing.onTurned((targets) => this.isLastUsed && this.showTargets(targets)));
    this.register(context.notifier.onTold((message) => this.isLastUsed && screen.announcer.say(message)));
    this.register(
      context.findings.onChange((maps) => shown.path !== null && maps.has(shown.path) && screen.planDraw()),
    );
    for (const source of [context.movedNotes, context.settings])
      this.register(source.onChange(() => screen.planDraw()));
    this.noticeUse();
    this.register(context.navigation.onActiveChange(() => this.follow()));
    this.register(context.navigation.onRename((path, oldPath) => this.renamed(path, oldPath)));
    this.follow();
  }

  protected override async onClose(): Promise<void> {
    this.screen?.savePlace();
    this.screen = null;
    this.heldRow.release();
    this.contentEl.empty();
  }

  /**
   * Gives a contested key to the tree or the search, whichever has the keyboard; with nothing to leave, Escape leads
   * back to the note.
   */
  private takesKey(event: KeyboardEvent): boolean {
    // An input method has the key: Escape dismisses what it offers.
    if (event.isComposing) return false;
    if (this.screen?.takesKey(event) === true) return true;
    if (event.key !== "Escape") return false;
    const note = this.app.workspace.getMostRecentLeaf();
    if (note) this.app.workspace.setActiveLeaf(note, { focus: true });
    return true;
  }

  private noticeUse(): void {
    const use = (): void => {
      if (!this.isLastUsed) this.lastUse = Math.max(...roadmapsIn(this.app).map(({ lastUse }) => lastUse)) + 1;
    };
    this.registerEvent(this.app.workspace.on("active-leaf-change", (leaf) => void (leaf === this.leaf && use())));
    for (const gesture of ["pointerdown", "focusin"] as const) this.registerDomEvent(this.contentEl, gesture, use);
    use();
  }

  /** True if no other roadmap was used since this one. */
  get isLastUsed(): boolean {
    return roadmapsIn(this.app).every((view) => view === this || view.lastUse < this.lastUse);
  }

  override onResize(): void {
    this.screen?.planDraw();
  }

  /** The entry to go on with; null if nothing is left, or no map is shown. */
  get ahead(): Ahead | null {
    const { roadmap } = this.shown;
    return roadmap && aheadOn(this.context, roadmap);
  }

  /** The note in front of the reader, if it is on the map and to be done. */
  private get openEntry(): OpenEntry | null {
    const { ahead } = this;
    return ahead && openOn(this.context, ahead);
  }

  /** The entry that the card names. */
  private get namedEntry(): OpenEntry | null {
    return this.openEntry ?? this.nextEntry;
  }

  private get nextEntry(): OpenEntry | null {
    return this.ahead && { entry: this.ahead.next.entry, roadmap: this.ahead.roadmap };
  }

  private openEntryOf(named: OpenEntry | null, event: MouseEvent): void {
    if (named) this.opener.openEntry(named.entry, event, named.roadmap.path);
  }

  /** Brings what to go on with into view. */
  showNext(): void {
    const { ahead } = this;
    if (!ahead) return;
    const { id } = ahead.next.entry;
    this.shown.goTo(ahead.roadmap.path);
    this.shown.uncover((entry) => entry.id === id);
    this.screen?.tree.reveal((row) => row.id === id);
  }

  /** The keyboard goes to the search. */
  search(): void {
    this.screen?.searchBar.focus();
  }

  /** The keyboard goes to the tree. */
  focusTree(): void {
    this.screen?.tree.focus();
  }

  /** Shows a map that the reader has chosen, with the keyboard on its rows. */
  startOn(path: string): void {
    this.shown.show(path);
    this.focusTree();
  }

  regainFocus(): void {
    this.screen?.tree.regainFocus();
  }

  /** Says something at its foot, with one thing that can be done about it; null where it is not seen. */
  offer(message: string, button: string, act: () => void): (() => void) | null {
    if (!this.screen || !this.contentEl.isShown()) return null;
    return drawOffer(this.screen.footEl, message, button, act, this.context.words);
  }

  clearFilter(): boolean {
    if (!isFiltering(this.shown.filter)) return false;
    this.shown.setFilter(NO_FILTER);
    return true;
  }

  hold(target: string): void {
    this.shown.hold(target);
    this.heldRow.hold(this.contentEl.win);
  }

  letGo(): void {
    this.heldRow.release();
  }

  addUnlisted(): void {
    openAdding(this.app, this.context, this.shown.unlisted);
  }

  showHelp(): void {
    new HelpSheet(this.app, this.context.words).open();
  }

  /** Brings the entry of a note into view, whatever hides it, if the map lists it. */
  reveal(path: string): void {
    this.shown.uncover((entry) => entry.path === path);
    this.scrollTo(path);
  }

  /**
   * Brings the first entry with one of these targets into view, if the map lists any; no filter is taken off for it.
   */
  private showTargets(targets: readonly string[]): void {
    const wanted = new Set(targets);
    const isWanted = ({ target }: Entry): boolean => wanted.has(target);
    this.shown.unfold(isWanted);
    this.screen?.tree.reveal((row) => row.kind === "entry" && isWanted(row.entry));
  }

  /**
   * Unless the reader does not want that, a map in front of them is shown, and a note that the map lists is brought
   * into view where it has a row. Of several roadmaps those not in use keep their maps.
   */
  private follow(): void {
    const { follow } = this.context.settings.current;
    const isOther = ((follow && this.isLastUsed) || this.shown.path === null) && this.follower.adoptActiveMap();
    this.follower.adoptUsualMap();
    if (!isOther) this.screen?.draw();
    if (follow) this.scrollTo(this.context.navigation.activePath());
  }

  /** Brings the row of a note into view, or that of the folded heading above it. */
  private scrollTo(path: string | null): void {
    if (path !== null)
      this.screen?.tree.reveal(
        (row) => (row.kind === "entry" && row.entry.path === path) || (row.kind === "division" && row.isActive),
      );
  }

  private indexChanged(): void {
    // Until the index knew it, the map in front of the reader was a note like any other.
    if (this.shown.path === null || this.follower.isAwaiting) this.follower.adoptActiveMap();
    this.follower.adoptUsualMap();
    this.screen?.drawSoon();
  }

  private renamed(path: string, oldPath: string): void {
    this.shown.renamed(path, oldPath);
    this.screen?.planDraw();
  }

  private readonly headerActions: HeaderActions = {
    switchMap: () => new MapSwitcher(this.app, this.context, (path) => this.startOn(path), true).open(),
    goBack: () => this.shown.goBack(),
    showMenu: (event) =>
      void viewMenu(this, () => new ExportChoice(this.app, this.context).open()).showAtMouseEvent(event),
    checkMap: () => this.shown.path !== null && this.openCheck(this.shown.path),
    openNamed: (event) => this.openEntryOf(this.namedEntry, event),
    goOn: (event) => this.openEntryOf(this.nextEntry, event),
    showMap: (path) => {
      this.shown.goTo(path);
      this.scrollTo(this.context.navigation.activePath());
    },
    doneAndNext: () => this.openEntry && this.controller.doneAndNext(this.openEntry),
    showCardMenu: (event) => this.namedEntry && this.controller.menuFor(this.namedEntry).showAtMouseEvent(event),
    openRelation: (relation, event) => this.opener.followRelation(relation, event),
    showRelationMenu: (relation, event) => void this.controller.menuForRelation(relation).showAtMouseEvent(event),
    chooseRelation: (relations, event) => void this.controller.menuOfRelations(relations).showAtMouseEvent(event),
    retrySaving: () => void this.context.progress.journals.flush(),
    readAgain: () => this.context.index.retry(),
    reviewMoved: () => new MovedNotesModal(this.app, this.context).open(),
  };
}
