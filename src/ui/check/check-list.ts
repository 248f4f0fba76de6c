// The list of findings, by map and kind, with one row that has the keyboard. What is drawn anew keeps it where it was,
// or gives it to the row that took its place.
import { setIcon } from "obsidian";
import type { Finding } from "../../core/upkeep/finding";
import type { Context } from "../../actions/context";
import { FindingRow, type FindingActions } from "./finding-row";
import type { KindGroup, MapGroup } from "./finding-groups";

/** Rows of one map that are shown at first, and rows of all maps before maps are shown folded. */
const MOST_OF_MAP = 200;
const MOST_UNFOLDED = 400;

export class CheckList {
  readonly el: HTMLElement;
  private readonly rows = new Map<Element, FindingRow>();
  /** Folded or not, by the reader. */
  private readonly isOpen = new Map<string, boolean>();
  /** Maps of which all is shown. */
  private readonly whole = new Set<string>();
  private groups: readonly MapGroup[] = [];
  private isIgnored = false;
  private drawn = 0;
  private currentKey = "";
  private currentAt = 0;

  constructor(
    parent: HTMLElement,
    titleId: string,
    private readonly context: Pick<Context, "words" | "index">,
    private readonly actions: FindingActions,
  ) {
    this.el = parent.createDiv({ cls: "moc-path-check-list", attr: { role: "group", "aria-labelledby": titleId } });
    this.el.addEventListener("keydown", (event) => this.pressed(event));
    this.el.addEventListener("focusin", () => this.noticeFocus());
  }

  /** Draws groups; `isIgnored` says that these are the ignored ones. */
  draw(groups: readonly MapGroup[], isIgnored: boolean): void {
    const hadFocus = this.el.contains(this.el.doc.activeElement);
    const { scrollTop } = this.el;
    [this.groups, this.isIgnored, this.drawn] = [groups, isIgnored, 0];
    this.rows.clear();
    this.el.empty();
    for (const group of groups) this.drawMap(group);
    this.el.scrollTop = scrollTop;
    this.placeCursor();
    if (hadFocus) this.focus();
  }

  /** The keyboard goes to the row that had it last. */
  focus(): void {
    this.stops()[this.currentAt]?.focus();
  }

  private drawMap(group: MapGroup): void {
    const { words, index } = this.context;
    const key = `map ${group.map}`;
    const title = index.titleOfMap(group.map) ?? group.map;
    const el = this.addFold(this.el, key, "moc-path-check-map", title, words.number(group.count));
    el.setAttr("title", group.map);
    this.fill(el, key, () => this.drawKinds(el, group), this.drawn < MOST_UNFOLDED);
  }

  private drawKinds(el: HTMLElement, { map, kinds, count }: MapGroup): void {
    const { check } = this.context.words;
    let room = this.whole.has(map) ? Infinity : MOST_OF_MAP;
    for (const group of kinds) {
      if (room > 0) this.drawKind(el, map, group, room);
      room -= group.findings.length;
    }
    if (room >= 0) return;
    const moreEl = el.createEl("button", { cls: "moc-path-check-more", text: check.showAll(count) });
    moreEl.dataset["key"] = `more ${map}`;
    moreEl.addEventListener("click", () => {
      this.whole.add(map);
      this.draw(this.groups, this.isIgnored);
    });
  }

  private drawKind(parent: HTMLElement, map: string, { kind, class: sort, findings }: KindGroup, room: number): void {
    const { check, findings: names, number } = this.context.words;
    const key = `kind ${map} ${sort} ${kind}`;
    const count = `${check.filters[sort]} ${number(findings.length)}`;
    const el = this.addFold(parent, key, "moc-path-check-kind", names.kinds[kind], count);
    const roadmap = this.context.index.lastRoadmap(map);
    this.fill(el, key, () => {
      const listEl = el.createEl("ul");
      for (const finding of findings.slice(0, room)) {
        const row = new FindingRow(listEl, finding, roadmap, this.isIgnored, this.context.words, this.actions);
        row.el.dataset["key"] = keyOf(finding);
        this.rows.set(row.el, row);
        this.drawn++;
      }
    });
  }

  private addFold(parent: HTMLElement, key: string, cls: string, title: string, count: string): HTMLDetailsElement {
    const el = parent.createEl("details", { cls });
    const summaryEl = el.createEl("summary");
    summaryEl.dataset["key"] = key;
    setIcon(summaryEl.createSpan("moc-path-check-chevron"), "chevron-down");
    summaryEl.createSpan({ cls: "moc-path-check-title", text: title, attr: { dir: "auto" } });
    summaryEl.createSpan({ cls: "moc-path-check-count", text: count });
    return el;
  }

  /** Draws what is in a fold once that is open. */
  private fill(el: HTMLDetailsElement, key: string, draw: () => void, isUsual = true): void {
    el.open = this.isOpen.get(key) ?? isUsual;
    let isDrawn = el.open;
    if (isDrawn) draw();
    el.firstElementChild?.addEventListener("click", () => {
      this.isOpen.set(key, !el.open);
      if (!isDrawn) draw();
      isDrawn = true;
      this.placeCursor();
    });
  }

  /** All that the arrows go to, from the top. */
  private stops(): readonly HTMLElement[] {
    const all = [...this.el.querySelectorAll<HTMLElement>("[data-key]")];
    return all.filter((el) => !isFolded(el, this.el));
  }

  /** One row can be reached by Tab. */
  private placeCursor(): void {
    const stops = this.stops();
    if (stops[this.currentAt]?.dataset["key"] !== this.currentKey) {
      const at = stops.findIndex((el) => el.dataset["key"] === this.currentKey);
      this.currentAt = at < 0 ? this.besideGone(stops) : at;
      this.currentKey = stops[this.currentAt]?.dataset["key"] ?? "";
    }
    for (const [at, el] of stops.entries()) el.tabIndex = at === this.currentAt ? 0 : -1;
  }

  /** Once the row at hand is gone: the finding that took its place, else the one before. */
  private besideGone(stops: readonly HTMLElement[]): number {
    const from = Math.min(this.currentAt, stops.length - 1);
    const isRow = (el: HTMLElement): boolean => this.rows.has(el);
    const next = stops.findIndex((el, at) => at >= from && isRow(el));
    return Math.max(0, next >= 0 ? next : stops.findLastIndex(isRow));
  }

  private noticeFocus(): void {
    const el = this.el.doc.activeElement?.closest<HTMLElement>("[data-key]") ?? null;
    const stops = this.stops();
    const at = el ? stops.indexOf(el) : -1;
    if (at < 0) return;
    const before = stops[this.currentAt];
    if (before) before.tabIndex = -1;
    [this.currentAt, this.currentKey] = [at, el?.dataset["key"] ?? ""];
    if (el) el.tabIndex = 0;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = this.stops();
    const to = { ArrowDown: this.currentAt + 1, ArrowUp: this.currentAt - 1, Home: 0, End: stops.length - 1 }[
      event.key
    ];
    if (to !== undefined) stops[Math.max(0, Math.min(to, stops.length - 1))]?.focus();
    else if (!this.pressedOn(stops[this.currentAt], event)) return;
    event.preventDefault();
  }

  private pressedOn(el: HTMLElement | undefined, event: KeyboardEvent): boolean {
    if (!el) return false;
    const foldEl = el.parentElement;
    if (foldEl?.matches("details") === true && el.matches("summary")) {
      const isOpening = event.key === "ArrowRight";
      if (!isOpening && event.key !== "ArrowLeft") return false;
      if (foldEl.matches("[open]") !== isOpening) el.click();
      return true;
    }
    return this.rows.get(el)?.takesKey(event) ?? false;
  }
}

function keyOf({ map, kind, line, target, text }: Finding): string {
  return JSON.stringify([map, kind, line, target, text]);
}

/** True if an element is in something that is folded; a fold's own title is not. */
function isFolded(el: HTMLElement, listEl: HTMLElement): boolean {
  const start = el.matches("summary") ? el.parentElement?.parentElement : el;
  const foldEl = start?.closest("details:not([open])");
  return foldEl !== null && foldEl !== undefined && listEl.contains(foldEl);
}
