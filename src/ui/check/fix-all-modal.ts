// Mending several findings at once: every line that would change, with what changes in it, to be agreed to or left out.
import { Modal, type App } from "obsidian";
import { difference } from "../../core/edit/difference";
import type { TextEdit } from "../../core/edit/text-edit";
import type { ChangedLine, ChangedNote } from "../../core/upkeep/changed-lines";
import type { Words } from "../../i18n/words";
import { takeKeyboard } from "../widgets/keyboard";

/** At most so many characters are shown before a change, and behind it; the change itself is never cut. */
const AROUND = 24;

export class FixAllModal extends Modal {
  private readonly chosen: Set<ChangedLine>;
  private readonly updates: (() => void)[] = [];

  constructor(
    app: App,
    private readonly words: Words,
    private readonly offer: {
      readonly title: string;
      readonly notes: readonly ChangedNote[];
      /** True if all is agreed to beforehand; else nothing is. */
      readonly isAgreed: boolean;
    },
    private readonly titleOf: (path: string) => string,
    private readonly fix: (edits: readonly TextEdit[]) => void,
  ) {
    super(app);
    this.chosen = new Set(offer.isAgreed ? this.lines : []);
  }

  override onOpen(): void {
    const { check } = this.words;
    this.modalEl.addClass("moc-path-fix-all");
    const { title, notes } = this.offer;
    this.setTitle(title);
    const all = this.lines.length;
    const summaryEl = this.contentEl.createEl("p", { cls: "moc-path-fix-summary" });
    this.updates.push(() => summaryEl.setText(check.summary(this.chosen.size, all, notes.length)));
    const listEl = this.contentEl.createDiv("moc-path-fix-notes");
    for (const note of notes) this.drawNote(listEl, note);
    this.drawButtons();
    this.update();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private get lines(): readonly ChangedLine[] {
    return this.offer.notes.flatMap(({ lines }) => lines);
  }

  private update(): void {
    for (const update of this.updates) update();
  }

  private drawNote(parent: HTMLElement, { path, lines }: ChangedNote): void {
    const { check } = this.words;
    const noteEl = parent.createDiv("moc-path-fix-note");
    const headEl = noteEl.createEl("label", "moc-path-fix-head");
    const boxEl = this.addBox(headEl, (isChosen) => {
      for (const line of lines) this.choose(line, isChosen);
    });
    headEl.createSpan({ cls: "moc-path-fix-title", text: this.titleOf(path), attr: { dir: "auto" } });
    const pathEl = headEl.createSpan("moc-path-fix-path");
    this.updates.push(() => {
      const count = lines.filter((line) => this.chosen.has(line)).length;
      boxEl.checked = count === lines.length;
      boxEl.indeterminate = count > 0 && count < lines.length;
      pathEl.setText(`${path} · ${check.someOf(count, lines.length)}`);
    });
    for (const line of lines) this.drawLine(noteEl, line);
  }

  private drawLine(parent: HTMLElement, line: ChangedLine): void {
    const rowEl = parent.createEl("label", "moc-path-fix-line");
    const boxEl = this.addBox(rowEl, (isChosen) => this.choose(line, isChosen));
    rowEl.createSpan({ cls: "moc-path-fix-number", text: String(line.line + 1) });
    const { before, removed, inserted, behind } = difference(line.before, line.after);
    const textEl = rowEl.createSpan({ cls: "moc-path-fix-text", attr: { dir: "auto" } });
    textEl.appendText(before.length > AROUND ? `…${[...before].slice(-AROUND).join("")}` : before);
    if (removed !== "") textEl.createEl("del", { text: removed });
    if (inserted !== "") textEl.createEl("ins", { text: inserted });
    textEl.appendText(behind.length > AROUND ? `${[...behind].slice(0, AROUND).join("")}…` : behind);
    this.updates.push(() => {
      boxEl.checked = this.chosen.has(line);
      rowEl.toggleClass("is-left-out", !boxEl.checked);
    });
  }

  private addBox(parent: HTMLElement, choose: (isChosen: boolean) => void): HTMLInputElement {
    const boxEl = parent.createEl("input", { type: "checkbox" });
    boxEl.addEventListener("change", () => {
      choose(boxEl.checked);
      this.update();
    });
    return boxEl;
  }

  private choose(line: ChangedLine, isChosen: boolean): void {
    if (isChosen) this.chosen.add(line);
    else this.chosen.delete(line);
  }

  private drawButtons(): void {
    const { check, transfer } = this.words;
    const rowEl = this.modalEl.createDiv("modal-button-container");
    rowEl.createSpan({ cls: "moc-path-fix-hint", text: check.checkedAgain });
    rowEl.createEl("button", { text: transfer.cancel }).addEventListener("click", () => this.close());
    const fixEl = rowEl.createEl("button", { cls: "mod-cta" });
    fixEl.addEventListener("click", () => {
      this.close();
      this.fix(this.lines.flatMap((line) => (this.chosen.has(line) ? line.edits : [])));
    });
    this.updates.push(() => {
      fixEl.setText(check.fixLines(this.chosen.size));
      fixEl.disabled = this.chosen.size === 0;
    });
    // On a box Enter would do nothing, and the button is a box for each line away.
    this.contentEl.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) fixEl.click();
    });
    takeKeyboard(this.chosen.size > 0 ? fixEl : (this.contentEl.querySelector("input") ?? fixEl));
  }
}
