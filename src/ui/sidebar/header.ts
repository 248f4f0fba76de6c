// The head of the sidebar: which map, how far along, where it leads, and what to go on with.
import { setIcon, setTooltip } from "obsidian";
import { sameValue } from "../../core/base/equal";
import type { Overview } from "../../actions/overview";
import { percentOf, progressOf } from "../../core/roadmap/tally";
import type { Words } from "../../i18n/words";
import { drawBar, sharesOf } from "../widgets/bar";
import type { Figures } from "../widgets/figures";
import { Roving } from "../widgets/roving";
import { drawSign } from "../widgets/row-parts";
import { CARD, drawCard, type CardActions } from "./card";
import { drawRelationsLine, type RelationActions } from "./relations-line";
import { drawNotices, NOTICES, type NoticeActions } from "./notices";

/** Everything the header shows. */
export interface HeaderModel extends Overview {
  /** True if there is a map to go back to. */
  readonly canGoBack: boolean;
}

/** The requests a reader can make in the header. */
export interface HeaderActions extends CardActions, RelationActions, NoticeActions {
  switchMap(): void;
  goBack(): void;
  showMenu(event: MouseEvent): void;
  /** Opens the check of the map that is shown. */
  checkMap(): void;
}

const HEAD = ["title", "canGoBack", "total", "tally", "lines", "toFix", "relations"] as const;

type HeadModel = Pick<HeaderModel, (typeof HEAD)[number]>;

/** A stretch of the header that is drawn anew where one of its values is another. */
class Part<K extends keyof HeaderModel> {
  private readonly el: HTMLElement;
  private last: Partial<HeaderModel> | null = null;

  constructor(
    parent: HTMLElement,
    private readonly titleId: string,
    private readonly keys: readonly K[],
    private readonly draw: (parent: HTMLElement, model: Pick<HeaderModel, K>) => void,
  ) {
    this.el = parent.createDiv("moc-path-header-part");
  }

  /** True if it is drawn anew. */
  show(model: HeaderModel): boolean {
    const now: Partial<HeaderModel> = Object.fromEntries(this.keys.map((key) => [key, model[key]]));
    if (sameValue(now, this.last)) return false;
    // Drawn apart, so that an error leaves what was there.
    const freshEl = createDiv();
    this.draw(freshEl, model);
    for (const el of freshEl.findAll(":scope > *")) new Roving(el, this.titleId).refresh();
    this.el.replaceChildren(...Array.from(freshEl.childNodes));
    this.last = now;
    return true;
  }
}

export class Header {
  private readonly parts: readonly Pick<Part<never>, "show">[];

  /** `titleId` is the id that the map's title has in the document. */
  constructor(
    private readonly el: HTMLElement,
    actions: HeaderActions,
    words: Words,
    figures: Figures,
    titleId: string,
  ) {
    this.parts = [
      new Part(el, titleId, HEAD, (into, model) => drawHead(into, model, actions, words, figures, titleId)),
      new Part(el, titleId, CARD, (into, model) => drawCard(into, model, actions, words, figures)),
      new Part(el, titleId, NOTICES, (into, model) => drawNotices(into, model, actions, words)),
    ];
  }

  /**
   * Shows what is different now: anything else a press may have begun on. What had the keyboard has it afterwards, or
   * the map's name where that is gone. True if anything is drawn anew.
   */
  show(model: HeaderModel): boolean {
    const focused = focusables(this.el).find((el) => el.isActiveElement());
    const drawn = this.parts.filter((part) => part.show(model));
    if (focused && !focused.isConnected)
      (focusables(this.el).find((el) => keyOf(el) === keyOf(focused)) ?? this.el.find(".moc-path-map-title")).focus();
    return drawn.length > 0;
  }
}

/** The part of an element that stays the same when the header is drawn anew, whatever stands before it. */
function keyOf(el: HTMLElement): string {
  return `${el.className} ${el.dataset["key"] ?? el.dataset["link"] ?? ""}`;
}

function focusables(parent: HTMLElement): readonly HTMLElement[] {
  return parent.findAll("button, [tabindex]");
}

function drawHead(
  parent: HTMLElement,
  model: HeadModel,
  actions: HeaderActions,
  words: Words,
  figures: Figures,
  titleId: string,
): void {
  const headEl = parent.createDiv("moc-path-head");
  drawHeading(headEl, model, actions, words, figures, titleId);
  drawProgress(headEl, model, titleId);
  drawCounts(headEl, model, actions, words, figures);
  drawRelationsLine(headEl, model.relations, actions, words, figures);
}

function drawProgress(parent: HTMLElement, { total }: HeadModel, titleId: string): void {
  drawBar(parent, sharesOf(total)).setAttrs({
    role: "progressbar",
    "aria-valuemin": "0",
    "aria-valuemax": "100",
    "aria-valuenow": String(percentOf(progressOf(total) ?? 0)),
    "aria-labelledby": titleId,
  });
}

function drawHeading(
  parent: HTMLElement,
  model: HeadModel,
  actions: HeaderActions,
  words: Words,
  figures: Figures,
  titleId: string,
): void {
  const el = parent.createDiv("moc-path-heading");
  if (model.canGoBack) drawButton(el, "arrow-left", words.back, () => actions.goBack());
  const titleEl = el.createEl("button", { cls: "moc-path-map-title", attr: { "aria-haspopup": "dialog" } });
  titleEl.createSpan({ text: model.title, cls: "moc-path-map-name", attr: { dir: "auto", id: titleId } });
  setIcon(titleEl.createSpan({ cls: "moc-path-map-caret", attr: { "aria-hidden": "true" } }), "chevron-down");
  titleEl.addEventListener("click", () => actions.switchMap());
  setTooltip(titleEl, words.switchMap);
  el.createSpan({ cls: "moc-path-percent", text: figures.percent(progressOf(model.total)) });
  const moreEl = drawButton(el, "ellipsis", words.more, (event) => actions.showMenu(event));
  moreEl.addClass("moc-path-more");
  moreEl.setAttr("aria-haspopup", "menu");
}

function drawButton(parent: HTMLElement, icon: string, name: string, act: (event: MouseEvent) => void): HTMLElement {
  const el = parent.createEl("button", { cls: "clickable-icon moc-path-button" });
  el.dataset["key"] = icon;
  setIcon(el, icon);
  setTooltip(el, name);
  el.addEventListener("click", act);
  return el;
}

/** The counts with the maps below, those of this map alone where they differ, and how much there is to fix. */
function drawCounts(
  parent: HTMLElement,
  { tally, total, lines, toFix }: HeadModel,
  actions: HeaderActions,
  words: Words,
  figures: Figures,
): void {
  const el = parent.createDiv("moc-path-counts");
  const all = figures.doneOfInWords(total);
  if (toFix > 0) drawToFix(el, toFix, () => actions.checkMap(), words, figures);
  if (all === "") return;
  const allEl = el.createSpan({ cls: "moc-path-done-of", text: all, attr: { dir: "auto" } });
  const here = total.counted === tally.counted ? null : words.here(figures.doneOfInWords(tally));
  if (here !== null) el.createSpan({ cls: "moc-path-here", text: here, attr: { dir: "auto" } });
  const more = [
    here,
    total.counted > 0 ? figures.leftOut(total) : null,
    lines.all > 0 ? words.linesOf(figures.count(lines.done), figures.count(lines.all)) : null,
  ].filter((line) => line !== null);
  if (more.length > 0) setTooltip(allEl, more.join("\n"));
}

function drawToFix(parent: HTMLElement, toFix: number, act: () => void, words: Words, figures: Figures): void {
  const el = parent.createEl("button", "clickable-icon moc-path-to-fix");
  el.dataset["key"] = "to-fix";
  drawSign(el, "moc-path-fixable", "triangle-alert");
  el.appendText(figures.count(toFix));
  setTooltip(el, words.check.toFix(toFix));
  el.addEventListener("click", act);
}
