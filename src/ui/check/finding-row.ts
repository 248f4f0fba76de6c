// One finding in the list, in two lines: its name, and below that what is to change and where; with a button that mends
// it.
import { Menu } from "obsidian";
import type { Finding, Fix } from "../../core/upkeep/finding";
import type { Roadmap } from "../../core/roadmap/model";
import type { Words } from "../../i18n/words";
import { nameOf, placeOf } from "./finding-words";

/** The requests that can be made of a finding. */
export interface FindingActions {
  open(finding: Finding, event: MouseEvent | KeyboardEvent | null): void;
  fix(finding: Finding, fix: Fix, name: string): void;
  ignore(finding: Finding, isIgnored: boolean, name: string): void;
}

export class FindingRow {
  readonly el: HTMLElement;
  private readonly name: string;
  private buttonEl: HTMLElement | null = null;

  constructor(
    parent: HTMLElement,
    private readonly finding: Finding,
    roadmap: Roadmap | null,
    private readonly isIgnored: boolean,
    private readonly words: Words,
    private readonly actions: FindingActions,
  ) {
    this.name = nameOf(finding, roadmap) || words.untitled;
    this.el = parent.createEl("li", { cls: "moc-path-finding", attr: { tabindex: -1 } });
    const textEl = this.el.createDiv("moc-path-finding-text");
    textEl.createDiv({ cls: "moc-path-finding-name", text: this.name, attr: { dir: "auto" } });
    this.drawReason(textEl.createDiv("moc-path-finding-reason"), placeOf(finding, roadmap));
    this.drawButton();
    this.el.addEventListener("click", (event) => this.actions.open(finding, event));
    this.el.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.showMenu(event);
    });
  }

  /** Does what the keyboard asks for; false for a key that means nothing here. */
  takesKey(event: KeyboardEvent): boolean {
    if (event.key === "Enter") this.actions.open(this.finding, event);
    else if (event.key.toLowerCase() === "f" && this.buttonEl) this.mend();
    else return false;
    return true;
  }

  private drawReason(el: HTMLElement, place: string): void {
    const { reason } = this.finding;
    if (reason.code === "length") {
      const format = (lines: number): string => new Intl.NumberFormat(this.words.locale).format(lines);
      el.createEl("del", { text: format(reason.declared) });
      el.appendText(" → ");
      el.createEl("strong", { text: this.words.units.lines(format(reason.actual)) });
      if (this.finding.isInConflict) el.setAttr("aria-label", this.words.findings.sentence(this.finding));
    } else el.appendText(this.words.findings.sentence(this.finding));
    if (place !== "") el.createSpan({ text: ` · ${place}`, attr: { dir: "auto" } });
  }

  private drawButton(): void {
    const { check } = this.words;
    const { fixes } = this.finding;
    if (this.isIgnored)
      return this.addButton(check.unignore, () => this.actions.ignore(this.finding, false, this.name));
    const [only] = fixes;
    if (!only) return;
    this.addButton(fixes.length === 1 ? check.fix : check.choose, () => this.mend());
    if (fixes.length === 1) this.buttonEl?.setAttr("aria-label", `${check.fix}: ${only.title}`);
  }

  private addButton(text: string, act: () => void): void {
    this.buttonEl = this.el.createEl("button", { text, cls: "moc-path-finding-fix", attr: { tabindex: -1 } });
    this.buttonEl.addEventListener("click", (event) => {
      event.stopPropagation();
      this.el.focus();
      act();
    });
  }

  private mend(): void {
    const [first, another] = this.finding.fixes;
    if (!first || this.isIgnored) return;
    if (!another) return this.actions.fix(this.finding, first, this.name);
    const menu = new Menu();
    this.addFixes(menu);
    const { left, bottom } = (this.buttonEl ?? this.el).getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, this.el.doc);
  }

  private addFixes(menu: Menu): void {
    for (const fix of this.finding.fixes)
      menu.addItem((item) =>
        item
          .setSection("fixes")
          .setTitle(fix.title)
          .setIcon("wrench")
          .onClick(() => this.actions.fix(this.finding, fix, this.name)),
      );
  }

  private showMenu(event: MouseEvent): void {
    const { words, finding, isIgnored, name } = this;
    const menu = new Menu();
    if (!isIgnored) this.addFixes(menu);
    menu.addItem((item) =>
      item
        .setSection("open")
        .setTitle(words.openMapText)
        .setIcon("file-text")
        .onClick(() => this.actions.open(finding, null)),
    );
    menu.addItem((item) =>
      item
        .setSection("ignore")
        .setTitle(isIgnored ? words.check.unignore : words.check.ignore)
        .setIcon(isIgnored ? "eye" : "eye-off")
        .onClick(() => this.actions.ignore(finding, !isIgnored, name)),
    );
    menu.showAtMouseEvent(event);
  }
}
