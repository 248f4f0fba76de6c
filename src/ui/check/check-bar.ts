// The bar above the list of findings: what is checked, the filter by class, and mending all that is certain.
import { setIcon } from "obsidian";
import type { Words } from "../../i18n/words";
import type { FindingClass } from "../../core/upkeep/finding";
import type { Figures } from "../widgets/figures";
import { Roving } from "../widgets/roving";
import type { ClassFilter } from "./finding-groups";

interface BarActions {
  filter(filter: ClassFilter): void;
  fixAll(): unknown;
  showMenu(event: MouseEvent): void;
}

const FILTERS: readonly ClassFilter[] = ["all", "certain", "choose", "idea"];

export class CheckBar {
  private readonly scopeEl: HTMLElement;
  private readonly filterEls = new Map<ClassFilter, HTMLElement>();
  private readonly fixEl: HTMLButtonElement;

  constructor(
    parent: HTMLElement,
    private readonly words: Words,
    private readonly figures: Figures,
    /** The id that the view's title has in the document. */
    titleId: string,
    actions: BarActions,
  ) {
    const { check, more } = words;
    const headEl = parent.createDiv("moc-path-check-head");
    // Not by labels of their own, which the app shows as tooltips all over them.
    headEl.createDiv({ cls: "moc-path-check-name", text: check.title, attr: { id: titleId } });
    this.scopeEl = headEl.createDiv({ cls: "moc-path-check-scope", attr: { dir: "auto" } });
    const menuEl = headEl.createEl("button", { cls: "clickable-icon", attr: { "aria-label": more } });
    setIcon(menuEl, "ellipsis");
    menuEl.addEventListener("click", (event) => actions.showMenu(event));
    const rowEl = parent.createDiv("moc-path-check-filter");
    for (const filter of FILTERS) {
      const el = rowEl.createEl("button");
      el.addEventListener("click", () => actions.filter(filter));
      this.filterEls.set(filter, el);
    }
    new Roving(rowEl, titleId).refresh();
    this.fixEl = parent.createEl("button", { cls: "mod-cta moc-path-check-all" });
    this.fixEl.addEventListener("click", () => actions.fixAll());
  }

  /** `fixable` is how many findings can be mended together. */
  draw(scope: string, counts: Readonly<Record<FindingClass, number>>, filter: ClassFilter, fixable: number): void {
    const { check } = this.words;
    this.scopeEl.setText(scope);
    for (const [one, el] of this.filterEls) {
      el.setAttr("aria-pressed", String(one === filter));
      el.setText(check.filters[one]);
      if (one !== "all") el.createSpan({ cls: "moc-path-check-number", text: ` ${this.figures.count(counts[one])}` });
    }
    this.fixEl.setText(check.fixAll(fixable));
    this.fixEl.toggle(fixable > 0);
  }
}
