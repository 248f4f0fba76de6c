// Adds several notes to maps at once: each with the section that fits it best, agreed to or not, written as one step.
// Only what fits far better than anything else is agreed to beforehand.
import { ButtonComponent, debounce, Modal, type App } from "obsidian";
import { trailOfPlace } from "../../actions/adding";
import type { Context } from "../../actions/context";
import { trailText } from "../../actions/titles";
import { errorText } from "../../core/base/log";
import { folderOf } from "../../core/base/paths";
import type { PlacedNote } from "../../index/additions";
import { AddModal, QUIET } from "./add-modal";
import { AddRow } from "./add-row";
import { keyOfSection } from "./place-options";

/** More rows than this help nobody: the others follow when these are dealt with. */
const MOST_ROWS = 100;
/** Milliseconds of looking for places, after which the window is drawn. */
const SLICE = 12;

/** Asks where notes are to be added: one by itself, several in a list. */
export function openAdding(app: App, context: Context, paths: readonly string[]): void {
  const [first, another] = paths;
  if (first !== undefined)
    (another === undefined ? new AddModal(app, context, first) : new AddSeveralModal(app, context, paths)).open();
}

class AddSeveralModal extends Modal {
  private readonly waiting: string[];
  private rows: readonly AddRow[] = [];
  private listEl: HTMLElement | null = null;
  private readonly updates: (() => void)[] = [];
  private end: () => void = () => undefined;
  /** Grows with every look for places: an older one stops. */
  private looks = 0;
  private isBusy = false;
  private readonly lookSoon = debounce(() => void this.look(), QUIET, true);

  constructor(
    app: App,
    private readonly context: Context,
    paths: readonly string[],
  ) {
    super(app);
    this.waiting = [...new Set(paths)];
  }

  override onOpen(): void {
    const { adding } = this.context.words;
    this.modalEl.addClasses(["moc-path-add", "mod-several"]);
    this.updates.push(() => this.setTitle(adding.severalTitle(this.rows.length + this.waiting.length)));
    this.drawHead();
    this.listEl = this.contentEl.createEl("ul", "moc-path-add-list");
    const moreEl = this.contentEl.createEl("p", "moc-path-add-more");
    this.updates.push(() => {
      moreEl.toggle(this.waiting.length > 0);
      moreEl.setText(adding.more(this.waiting.length));
    });
    this.drawButtons();
    this.takeRows();
    this.end = this.context.index.onChange(() => void this.lookSoon());
    void this.look();
    this.focus();
  }

  private focus(): void {
    this.listEl?.querySelector("button")?.focus();
  }

  override onClose(): void {
    this.end();
    this.lookSoon.cancel();
    this.looks++;
    this.listEl = null;
    this.contentEl.empty();
  }

  /** A box for all that have a place, and how many are chosen. */
  private drawHead(): void {
    const headEl = this.contentEl.createDiv("moc-path-add-head");
    const boxEl = headEl.createEl("input", { type: "checkbox" });
    boxEl.setAttr("aria-label", this.context.words.help.selectAll);
    boxEl.addEventListener("change", () => {
      for (const row of this.rows) row.setChosen(boxEl.checked);
      this.update();
    });
    const textEl = headEl.createSpan({ attr: { role: "status" } });
    this.updates.push(() => {
      const [chosen, able] = [this.chosen.length, this.rows.filter(({ place }) => place !== null).length];
      boxEl.disabled = able === 0;
      boxEl.checked = able > 0 && chosen === able;
      boxEl.indeterminate = chosen > 0 && chosen < able;
      textEl.setText(this.context.words.adding.summary(chosen, this.rows.length + this.waiting.length));
    });
  }

  private drawButtons(): void {
    const { transfer, adding, check } = this.context.words;
    const rowEl = this.modalEl.createDiv("modal-button-container");
    rowEl.createSpan({ cls: "moc-path-fix-hint", text: check.checkedAgain });
    new ButtonComponent(rowEl).setButtonText(transfer.cancel).onClick(() => this.close());
    const button = new ButtonComponent(rowEl).setCta().onClick(() => void this.add());
    this.updates.push(() => {
      button.setButtonText(adding.addNotes(this.chosen.length));
      button.setDisabled(this.isBusy || this.chosen.length === 0);
    });
  }

  private update(): void {
    for (const update of this.updates) update();
  }

  /** Fills the list from those that wait. */
  private takeRows(): void {
    const { listEl, context } = this;
    if (!listEl) return;
    const more = this.waiting.splice(0, MOST_ROWS - this.rows.length).map(
      (path) =>
        new AddRow(listEl, context.words, path, context.adding.nameOf(path), folderOf(path), {
          changed: () => this.update(),
          choosePlace: this.choosePlace,
        }),
    );
    this.rows = [...this.rows, ...more];
    this.update();
  }

  private get chosen(): readonly PlacedNote[] {
    return this.rows.flatMap(({ path, place, isChosen }) => (isChosen && place ? [{ path, place }] : []));
  }

  /** Looks for the place of each note as maps are now; one that the reader has chosen stays while it is there. */
  private async look(): Promise<void> {
    const turn = ++this.looks;
    const { adding } = this.context;
    const corpus = adding.finder.corpus();
    const there = new Set(adding.finder.sections().map(keyOfSection));
    let began = performance.now();
    for (const row of this.rows) {
      if (row.chosenPlace && there.has(keyOfSection(row.chosenPlace.section))) continue;
      const [first] = adding.proposed(row.path, corpus);
      const name = first ? trailText(first.section.mapTitle, ...first.section.titles) : "";
      row.propose(first ?? null, name, adding.warningOf(row.path));
      if (performance.now() - began < SLICE) continue;
      this.update();
      await new Promise((resolve) => this.contentEl.win.setTimeout(resolve));
      if (turn !== this.looks) return;
      began = performance.now();
    }
    this.update();
  }

  private readonly choosePlace = (row: AddRow): void => {
    new AddModal(this.app, this.context, row.path, (place) => {
      if (place === null) return this.drop(new Set([row.path]));
      row.take(place, trailOfPlace(place));
      this.update();
    }).open();
  };

  private async add(): Promise<void> {
    const { words, adding, notifier } = this.context;
    const { chosen } = this;
    if (this.isBusy || chosen.length === 0) return;
    this.isBusy = true;
    this.update();
    const notAdded = await adding.add(chosen).catch((error: unknown) => {
      notifier.tell(words.check.failed(errorText(error)));
      return chosen;
    });
    this.isBusy = false;
    const left = new Set(notAdded.map(({ path }) => path));
    for (const row of this.rows) if (left.has(row.path)) row.keepPlace();
    this.drop(new Set(chosen.flatMap(({ path }) => (left.has(path) ? [] : path))));
  }

  /** Takes rows away whose notes are dealt with; others follow, and without any nothing is left to do. */
  private drop(paths: ReadonlySet<string>): void {
    for (const { el, path } of this.rows) if (paths.has(path)) el.remove();
    this.rows = this.rows.filter(({ path }) => !paths.has(path));
    // It may have been closed meanwhile.
    if (!this.listEl) return;
    this.takeRows();
    if (this.rows.length === 0) return this.close();
    // The row with the keyboard is gone, and the button is off until another note is chosen.
    this.focus();
    void this.look();
  }
}
