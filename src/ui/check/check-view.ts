// The check of maps: what upkeep finds about one map or all, to be mended or ignored. It follows the findings.
import { ItemView, Menu, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Context } from "../../actions/context";
import { certainOf, Upkeep } from "../../actions/upkeep";
import type { TextEdit } from "../../core/edit/text-edit";
import type { DeviceStorage } from "../../progress/ports";
import type { Finding, FindingKind } from "../../core/upkeep/finding";
import { openAdding } from "../dialogs/add-several-modal";
import { Figures } from "../widgets/figures";
import { oncePerFrame } from "../widgets/once-per-frame";
import { CheckBar } from "./check-bar";
import { CheckList } from "./check-list";
import type { KindRow } from "./check-rows";
import { countsOf, groupsOf, type ClassFilter } from "./finding-groups";
import { nameOf } from "./finding-words";
import { FixAllModal } from "./fix-all-modal";
import { SeenFindings } from "./seen-findings";

export const CHECK_VIEW = "moc-path-check";

interface Parts {
  readonly bar: CheckBar;
  readonly list: CheckList;
  readonly emptyEl: HTMLElement;
  readonly footEl: HTMLElement;
}

export class CheckView extends ItemView {
  override navigation = false;
  override icon = "list-checks";
  private readonly upkeep: Upkeep;
  private readonly seen: SeenFindings;
  /** The map that is checked; null for all. */
  private map: string | null = null;
  private filter: ClassFilter = "all";
  private showsIgnored = false;
  private isSettled = false;
  /** True while the lines to fix are read, for a dialog that opens then. */
  private isGathering = false;
  /** Null while the view is not open. */
  private parts: Parts | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly context: Context,
    memory: DeviceStorage,
  ) {
    super(leaf);
    this.seen = new SeenFindings(memory);
    this.upkeep = new Upkeep(context);
  }

  override getViewType(): string {
    return CHECK_VIEW;
  }

  override getDisplayText(): string {
    return this.context.words.check.title;
  }

  override getState(): Record<string, unknown> {
    return { map: this.map };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const map: unknown = typeof state === "object" && state !== null && "map" in state ? state.map : null;
    this.map = typeof map === "string" ? map : null;
    this.draw();
    await super.setState(state, result);
  }

  /** Shows what is found about a map, or about all, and gives the keyboard to it. */
  show(map: string | null): void {
    if (map !== this.map) this.parts?.list.restart();
    [this.map, this.showsIgnored] = [map, false];
    this.draw();
    this.focusShown();
    void this.app.workspace.requestSaveLayout();
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl, context } = this;
    const { findings, navigation } = context;
    contentEl.addClass("moc-path-check");
    this.parts = this.makeParts(contentEl);
    const drawSoon = oncePerFrame(contentEl, () => this.draw());
    this.register(findings.onChange(drawSoon));
    this.register(context.index.onChange(drawSoon));
    this.register(navigation.onRename((path, oldPath) => this.renamed(path, oldPath)));
    this.draw();
    void findings.whenSettled().then(() => {
      this.isSettled = true;
      drawSoon();
    });
  }

  protected override async onClose(): Promise<void> {
    this.parts?.list.virtualList.destroy();
    this.parts = null;
    this.contentEl.empty();
    const { findings, index } = this.context;
    const all = index.maps().flatMap((map) => [...findings.of(map), ...findings.ignoredOf(map)]);
    if (this.isSettled) await this.seen.save(all);
  }

  private makeParts(parent: HTMLElement): Parts {
    const figures = new Figures(this.context.words);
    const titleId = `moc-path-check-${crypto.randomUUID().slice(0, 8)}`;
    const bar = new CheckBar(parent, this.context.words, figures, titleId, {
      filter: (filter) => this.setFilter(filter),
      fixAll: this.fixAll,
      showMenu: this.showMenu,
    });
    const list = new CheckList(
      parent,
      titleId,
      this.context,
      figures,
      {
        open: (finding, event) => this.openFinding(finding, event),
        fix: (finding, fix) => this.keepKeyboard(this.upkeep.fix(finding, fix, this.nameOf(finding))),
        lead: (finding) => this.upkeep.lead(finding, this.nameOf(finding)),
        ignore: (finding) => this.keepKeyboard(this.upkeep.ignore(finding, this.nameOf(finding))),
        ignoreKind: this.ignoreKind,
        unignore: (finding) => this.keepKeyboard(this.upkeep.unignore(finding, this.nameOf(finding))),
        add: (findings) => this.addNotes(findings),
        together: (row) => this.dealWith(row),
      },
      (finding) => this.seen.isNew(finding),
    );
    const emptyEl = parent.createDiv({ cls: "moc-path-check-empty", attr: { role: "status", tabindex: "-1" } });
    // There is nothing to go to, but what was mended last can be undone.
    emptyEl.addEventListener("keydown", (event) => list.answers(event));
    return { bar, list, emptyEl, footEl: parent.createDiv("moc-path-check-foot") };
  }

  private draw(): void {
    if (!this.parts) return;
    const { bar, list, emptyEl } = this.parts;
    const { check } = this.context.words;
    const [found, ignored] = [this.found(), this.ignored()];
    this.showsIgnored &&= ignored.length > 0;
    const shown = this.showsIgnored ? ignored : this.seen.newFirst(found);
    if (this.isSettled) this.seen.see(this.map, found);
    const hadFocus = list.el.isActiveElement() ? list.el : emptyEl.isActiveElement() ? emptyEl : null;
    const groups = groupsOf(shown, this.filter);
    bar.draw(this.scopeTitle(), countsOf(shown), this.filter, this.showsIgnored ? 0 : certainOf(found).length);
    list.draw(groups, this.showsIgnored);
    list.el.toggle(groups.length > 0);
    emptyEl.toggle(groups.length === 0);
    emptyEl.setText(this.isSettled ? check.nothing : check.checking);
    if (hadFocus !== null && hadFocus !== (list.isEmpty ? emptyEl : list.el)) this.focusShown();
    this.drawFoot(ignored.length);
  }

  /** Gives the keyboard to the list, or to what stands in its place. */
  private focusShown(): void {
    const { list, emptyEl } = this.parts ?? {};
    if (list?.isEmpty) emptyEl?.focus();
    else list?.focus();
  }

  private drawFoot(ignored: number): void {
    const { check, show } = this.context.words;
    const { footEl } = this.parts ?? {};
    if (!footEl) return;
    const hadFocus = footEl.contains(footEl.doc.activeElement);
    footEl.empty();
    footEl.toggle(ignored > 0);
    footEl.createSpan({ text: check.ignoredCount(ignored) });
    const buttonEl = footEl.createEl("button", { text: this.showsIgnored ? check.hide : show });
    buttonEl.addEventListener("click", () => {
      this.showsIgnored = !this.showsIgnored;
      this.draw();
    });
    if (hadFocus) buttonEl.focus();
  }

  private found(): readonly Finding[] {
    const { findings } = this.context;
    return this.map === null ? findings.all() : findings.of(this.map);
  }

  private ignored(): readonly Finding[] {
    const { findings, index } = this.context;
    const maps = this.map === null ? index.maps() : [this.map];
    return maps.flatMap((map) => findings.ignoredOf(map));
  }

  private scopeTitle(): string {
    const { index, words } = this.context;
    return this.map === null ? words.allMaps : (index.titleOfMap(this.map) ?? this.map);
  }

  private setFilter(filter: ClassFilter): void {
    this.filter = filter;
    this.draw();
  }

  private openFinding({ map, line }: Finding, event: MouseEvent | KeyboardEvent | null): void {
    this.context.navigation.openLine(map, line ?? 0, this.context.navigation.paneOf(event));
  }

  private nameOf(finding: Finding): string {
    return nameOf(finding, this.context.index.lastRoadmap(finding.map)) || this.context.words.untitled;
  }

  private readonly ignoreKind = (kind: FindingKind, where: string): void => {
    const { words, index } = this.context;
    const place = where === "" ? [] : [index.titleOfMap(where) ?? where];
    const name = [words.findings.kinds[kind], ...place].join(" · ");
    this.keepKeyboard(this.upkeep.ignoreAll({ kind, where, target: null }, name));
  };

  private addNotes(findings: readonly Finding[]): void {
    const paths = findings.flatMap(({ target }) => target ?? []);
    openAdding(this.app, this.context, paths);
  }

  private readonly fixAll = (): Promise<void> => {
    const { certain, fixAllTitle } = this.context.words.check;
    return this.review(certainOf(this.found()), { title: fixAllTitle, name: certain, isAgreed: true });
  };

  private dealWith({ of, together }: KindRow): void {
    const title = this.context.words.findings.kinds[of];
    if (of === "unlisted") this.addNotes(together);
    else void this.review(together, { title, name: title, isAgreed: false });
  }

  /** Shows what would change, `name` to the reader once it is done; all of it is ticked beforehand, or none. */
  private async review(
    findings: readonly Finding[],
    { title, name, isAgreed }: { title: string; name: string; isAgreed: boolean },
  ): Promise<void> {
    if (this.isGathering) return;
    this.isGathering = true;
    const notes = await this.upkeep.linesToFix(findings).finally(() => (this.isGathering = false));
    if (!this.parts || !notes) return;
    const titleOf = (path: string): string => this.context.index.titleOfMap(path) ?? path;
    const fix = (edits: readonly TextEdit[]): void => this.keepKeyboard(this.upkeep.fixAll(edits, name));
    new FixAllModal(this.app, this.context.words, { title, notes, isAgreed }, titleOf, fix).open();
  }

  /** A menu, or a button that goes with its row, may have asked for this: the list has the keyboard afterwards. */
  private keepKeyboard(work: Promise<void>): void {
    this.focusShown();
    void work;
  }

  private readonly showMenu = (event: MouseEvent): void => {
    const { words, navigation, index } = this.context;
    const active = navigation.activePath();
    const menu = new Menu();
    const add = (title: string, map: string | null): void =>
      void menu.addItem((item) =>
        item
          .setTitle(title)
          .setChecked(this.map === map)
          .onClick(() => this.show(map)),
      );
    add(words.allMaps, null);
    if (this.map !== null) add(this.scopeTitle(), this.map);
    if (active !== null && active !== this.map && index.isMap(active)) add(index.titleOfMap(active) ?? active, active);
    menu.showAtMouseEvent(event);
  };

  private renamed(path: string, oldPath: string): void {
    if (this.map !== oldPath) return;
    this.map = path;
    this.draw();
  }
}
