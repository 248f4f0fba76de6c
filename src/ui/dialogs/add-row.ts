// One of several notes that are added to maps: a box, its name, its place with the reason, and a button for another.
import type { ProposedPlace } from "../../actions/adding";
import type { ChosenPlace } from "../../index/additions";
import type { Words } from "../../i18n/words";
import { keyOfSection } from "./place-options";

interface RowActions {
  changed(): void;
  choosePlace(row: AddRow): void;
}

export class AddRow {
  readonly el: HTMLElement;
  /** The place that the reader chose; null while the proposed one holds. */
  chosenPlace: ChosenPlace | null = null;
  private proposedPlace: ChosenPlace | null = null;
  private isTicked = false;
  /** True once the reader has ticked the box or taken the tick away. */
  private isSettled = false;
  private readonly boxEl: HTMLInputElement;
  private readonly placeEl: HTMLElement;
  private readonly reasonEl: HTMLElement;
  private readonly buttonEl: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly words: Words,
    readonly path: string,
    name: string,
    folder: string,
    actions: RowActions,
  ) {
    this.el = parent.createEl("li", "moc-path-add-row");
    const labelEl = this.el.createEl("label", "moc-path-add-option");
    this.boxEl = labelEl.createEl("input", { type: "checkbox" });
    const textEl = labelEl.createDiv("moc-path-add-words");
    const nameEl = textEl.createDiv({ cls: "moc-path-add-name", attr: { dir: "auto" } });
    nameEl.createSpan({ text: name });
    if (folder !== "") nameEl.createSpan({ cls: "moc-path-add-above", text: ` · ${folder}` });
    this.placeEl = textEl.createDiv({ cls: "moc-path-add-place", attr: { dir: "auto" } });
    this.reasonEl = textEl.createDiv({ cls: "moc-path-add-reason", attr: { dir: "auto" } });
    this.buttonEl = this.el.createEl("button", { text: words.check.choose });
    this.buttonEl.setAttr("aria-label", words.adding.chooseFor(name));
    this.buttonEl.addEventListener("click", () => actions.choosePlace(this));
    this.boxEl.addEventListener("change", () => {
      [this.isTicked, this.isSettled] = [this.boxEl.checked, true];
      this.draw();
      actions.changed();
    });
    this.placeEl.setText(words.adding.looking);
    this.boxEl.disabled = true;
  }

  get place(): ChosenPlace | null {
    return this.chosenPlace ?? this.proposedPlace;
  }

  get isChosen(): boolean {
    return this.isTicked && this.place !== null;
  }

  /** Ticks the box, or takes the tick away, where there is a place. */
  setChosen(isChosen: boolean): void {
    [this.isTicked, this.isSettled] = [isChosen, true];
    this.draw();
  }

  /** Shows the place that fits best, `name` to the reader, null for none, below what speaks against adding the note. */
  propose(best: ProposedPlace | null, name: string, warning: string | null): void {
    const before = this.place && keyOfSection(this.place.section);
    this.chosenPlace = null;
    this.proposedPlace = best && { section: best.section, behind: undefined, newTitle: null };
    // The reader has agreed to another place.
    if (this.isSettled && before !== (best && keyOfSection(best.section))) this.isTicked = false;
    if (!this.isSettled) this.isTicked = best?.isConfident === true;
    this.show(best ? name : this.words.adding.noneFits, [warning, best?.reasons].filter(Boolean).join(" · "));
  }

  /** Takes the place that the reader chose. */
  take(place: ChosenPlace, name: string): void {
    this.chosenPlace = place;
    this.show(name, this.words.adding.chosen);
    this.setChosen(true);
  }

  /** The place that the reader agreed to stays, whatever would be proposed by now. */
  keepPlace(): void {
    this.chosenPlace = this.place;
  }

  private show(place: string, reason: string): void {
    this.placeEl.setText(place);
    this.reasonEl.setText(reason);
    this.draw();
  }

  private draw(): void {
    this.boxEl.disabled = this.place === null;
    this.boxEl.checked = this.isChosen;
    this.el.toggleClass("is-left-out", !this.isChosen);
  }
}
