// One row of the map check: its elements are made once, and `bind` makes them show any row.
import { setIcon } from "obsidian";
import { sameValue } from "../../core/base/equal";
import type { Finding } from "../../core/upkeep/finding";
import type { Context } from "../../actions/context";
import { canLead } from "../../actions/link-mending";
import type { Figures } from "../widgets/figures";
import type { RowElement } from "../widgets/row-elements";
import type { CheckRow, FindingRow, KindRow, MapRow } from "./check-rows";
import { nameOf, placeOf, togetherText } from "./finding-words";

/** Marks the button of a finding, which is a target of its own. */
export const FIX_BUTTON = "moc-path-finding-fix";

export class CheckRowView implements RowElement<CheckRow> {
  readonly el: HTMLElement;
  private shown: unknown = null;

  constructor(
    parent: HTMLElement,
    private readonly context: Pick<Context, "words" | "index">,
    private readonly figures: Figures,
    /** True while the list shows what is ignored. */
    private readonly isIgnored: () => boolean,
  ) {
    this.el = parent.createDiv({ attr: { role: "treeitem" } });
  }

  bind(row: CheckRow): void {
    // The element that a press began on must still be there when it ends, or the click is lost.
    const shown = [row, this.isIgnored()];
    if (sameValue(this.shown, shown)) return;
    this.shown = shown;
    this.el.empty();
    this.el.className = `moc-path-check-row mod-${row.kind}`;
    this.el.setAttrs({
      "aria-level": String(row.depth + 1),
      "aria-expanded": row.kind === "finding" ? null : String(row.expanded),
    });
    if (row.kind === "finding") this.drawFinding(row);
    else this.drawFold(row);
  }

  private drawFold(row: MapRow | KindRow): void {
    const { words, index } = this.context;
    const { check, findings } = words;
    const chevronEl = this.el.createSpan({ cls: "moc-path-check-chevron collapse-icon" });
    chevronEl.toggleClass("is-collapsed", !row.expanded);
    setIcon(chevronEl, "chevron-down");
    const title = row.kind === "map" ? (index.titleOfMap(row.map) ?? row.map) : findings.kinds[row.of];
    const count = this.figures.count(row.kind === "map" ? row.count : row.findings.length);
    this.el.createSpan({ cls: "moc-path-check-title", text: title, attr: { dir: "auto" } });
    this.el.createSpan({
      cls: "moc-path-check-count",
      text: row.kind === "map" ? count : `${check.filters[row.class]} ${count}`,
    });
    if (row.kind !== "kind" || row.together.length === 0 || this.isIgnored()) return;
    this.addButton(togetherText(row, words), row.of === "unlisted" ? words.adding.addThem : check.review);
  }

  private drawFinding({ finding, isNew }: FindingRow): void {
    const { words, index } = this.context;
    const roadmap = index.lastRoadmap(finding.map);
    const textEl = this.el.createDiv("moc-path-finding-text");
    const nameEl = textEl.createDiv("moc-path-finding-name");
    if (isNew)
      nameEl.createSpan({ cls: "moc-path-finding-new", attr: { role: "img", "aria-label": words.check.isNew } });
    nameEl.createSpan({ text: nameOf(finding, roadmap) || words.untitled, attr: { dir: "auto" } });
    this.drawReason(textEl.createDiv("moc-path-finding-reason"), finding, placeOf(finding, roadmap));
    const button = this.buttonText(finding);
    if (button !== null) this.addButton(null, button);
  }

  private addButton(label: string | null, text: string): void {
    this.el.createEl("button", { text, cls: FIX_BUTTON, attr: { tabindex: -1, "aria-label": label } });
  }

  private drawReason(el: HTMLElement, finding: Finding, place: string): void {
    const { units, findings } = this.context.words;
    const { reason } = finding;
    if (reason.code === "length") {
      el.createEl("del", { text: this.figures.count(reason.declared) });
      el.appendText(" → ");
      el.createEl("strong", { text: units.lines(this.figures.count(reason.actual)) });
      if (finding.isInConflict) el.setAttr("aria-label", findings.sentence(finding));
    } else el.appendText(findings.sentence(finding));
    if (place !== "") el.createSpan({ text: ` · ${place}`, attr: { dir: "auto" } });
  }

  private buttonText(finding: Finding): string | null {
    const { adding, check } = this.context.words;
    const { kind, fixes, class: sort } = finding;
    if (this.isIgnored()) return check.unignore;
    if (kind === "unlisted") return adding.addThem;
    if (fixes.length === 0) return canLead(finding) ? check.choose : null;
    return sort === "certain" ? check.fix : check.choose;
  }
}
