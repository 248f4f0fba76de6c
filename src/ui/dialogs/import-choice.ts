// Imports progress from a file of the vault: shows what will change, and does it when the reader says so.
import { ButtonComponent, FuzzySuggestModal, Modal, Setting, type App } from "obsidian";
import type { Context } from "../../actions/context";
import { planImport, type ImportPlan } from "../../actions/import-plan";
import { STATES, type State } from "../../core/base/state";
import type { ImportChange } from "../../progress/foresee";
import { drawState } from "../widgets/ring";
import { takeKeyboard } from "../widgets/keyboard";

/** More changes or links than these are only counted. */
const MOST_SHOWN = 50;

export class ImportChoice extends FuzzySuggestModal<string> {
  constructor(
    app: App,
    private readonly context: Context,
  ) {
    super(app);
    this.setPlaceholder(context.words.transfer.import);
  }

  override getItems(): string[] {
    return [...this.context.files.candidates()];
  }

  override getItemText(path: string): string {
    return path;
  }

  override onChooseItem(path: string): void {
    const { notifier, words } = this.context;
    const { nothing, notRead } = words.transfer;
    const planning = planImport(this.context, path).then((plan) => {
      if (plan) new ImportPreview(this.app, this.context, path, plan).open();
      else notifier.tell(nothing(path));
    });
    void notifier.tellIfFailed(planning, (reason) => notRead(path, reason));
  }
}

class ImportPreview extends Modal {
  private withUnticked = false;

  constructor(
    app: App,
    private readonly context: Context,
    private readonly path: string,
    private readonly plan: ImportPlan,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { transfer } = this.context.words;
    this.setTitle(transfer.import);
    const shownEl = this.contentEl.createDiv();
    const buttonsEl = this.modalEl.createDiv("modal-button-container");
    const importButton = new ButtonComponent(buttonsEl).setButtonText(transfer.doImport).setCta();
    const draw = (): void => {
      shownEl.empty();
      this.draw(shownEl);
      importButton.setDisabled(!this.plan.hasNews(this.withUnticked));
    };
    importButton.onClick(() => {
      this.close();
      this.plan.act(this.withUnticked);
    });
    new ButtonComponent(buttonsEl).setButtonText(transfer.cancel).onClick(() => this.close());
    this.addUnticked(draw);
    draw();
    takeKeyboard(this.contentEl);
  }

  /** Lets the reader take items without a tick for "to do", where that would change something. */
  private addUnticked(draw: () => void): void {
    const { unticked } = this.plan;
    if (unticked === 0) return;
    new Setting(this.contentEl).setName(this.context.words.transfer.unticked(unticked)).addToggle((toggle) =>
      toggle.setValue(this.withUnticked).onChange((isOn) => {
        this.withUnticked = isOn;
        draw();
      }),
    );
  }

  private draw(el: HTMLElement): void {
    const { transfer } = this.context.words;
    const { unknown, ambiguous, damaged, same } = this.plan;
    const changes = this.plan.changes(this.withUnticked);
    const say = (text: string): void => void el.createEl("p", { text, attr: { dir: "auto" } });
    say(transfer.changes(changes.length, same, this.path));
    if (unknown.length > 0) say(transfer.unknown(unknown.length, this.some(unknown)));
    if (ambiguous.length > 0) say(transfer.ambiguous(ambiguous.length, this.some(ambiguous)));
    if (damaged > 0) say(transfer.damaged(damaged));
    this.drawChanges(el.createDiv("moc-path-changes"), changes.slice(0, MOST_SHOWN));
    if (changes.length > MOST_SHOWN) say(transfer.more(changes.length - MOST_SHOWN));
  }

  private some(links: readonly string[]): string {
    const { transfer, comma } = this.context.words;
    const more = links.length > MOST_SHOWN ? [transfer.more(links.length - MOST_SHOWN)] : [];
    return [...links.slice(0, MOST_SHOWN), ...more].join(comma);
  }

  private drawChanges(listEl: HTMLElement, changes: readonly ImportChange[]): void {
    const inOrder = changes.toSorted((a, b) => STATES.indexOf(a.to) - STATES.indexOf(b.to));
    for (const { target, from, to } of inOrder) {
      const rowEl = listEl.createDiv({ cls: "moc-path-change", attr: { dir: "auto" } });
      this.drawState(rowEl, from);
      rowEl.createSpan({ text: "→", attr: { "aria-hidden": "true" } });
      this.drawState(rowEl, to);
      rowEl.createSpan({ cls: "moc-path-change-target", text: target });
    }
  }

  private drawState(rowEl: HTMLElement, state: State): void {
    const label = this.context.words.states[state];
    const stateEl = rowEl.createSpan({
      cls: "moc-path-state",
      attr: { role: "img", "aria-label": label },
    });
    drawState(stateEl, "note", state, null);
  }
}
