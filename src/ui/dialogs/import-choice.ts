// Imports progress from a file of the vault: shows what will change, and does it when the reader says so.
import { ButtonComponent, FuzzySuggestModal, Modal, Notice, type App } from "obsidian";
import { linkpathOf, subpathOf } from "../../core/read/links";
import { STATES, type State } from "../../core/base/state";
import { isWebAddress } from "../../progress/export";
import { readImport, type Imported, type WantedState } from "../../progress/import";
import type { Context } from "../../actions/context";
import { reasonOf } from "../../actions/notifier";
import { drawState } from "../widgets/icons";
import { Marking } from "../../actions/marking";

/** What an import will do. */
interface Plan {
  /** The targets whose state changes. */
  readonly states: ReadonlyMap<string, State>;
  /** How many are so already. */
  readonly same: number;
  /** Links that lead nowhere. */
  readonly unknown: readonly string[];
  /** How many events could not be read. */
  readonly damaged: number;
  /** Whether there is anything to take in, be it only what was before. */
  readonly hasNews: boolean;
  act(): void;
}

/** More changes than these are only counted. */
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
    const { words } = this.context;
    this.plan(path).then(
      (plan) =>
        plan ? new ImportPreview(this.app, this.context, path, plan).open() : new Notice(words.transfer.nothing(path)),
      (error: unknown) => new Notice(words.transfer.notRead(path, reasonOf(error))),
    );
  }

  /** Null if the file says nothing about progress. */
  private async plan(path: string): Promise<Plan | null> {
    const { files, progress } = this.context;
    const imported = readImport(await files.read(path));
    await progress.load();
    if (imported?.kind === "events") return this.planEvents(imported);
    return imported && this.planStates(imported.states, path);
  }

  private planEvents({ events, damaged }: Imported & { readonly kind: "events" }): Plan {
    const { journals, states } = this.context.progress.foresee(events);
    return {
      states,
      same: journals.size === 0 ? events.length : 0,
      unknown: [],
      damaged,
      hasNews: journals.size > 0,
      act: () => this.add(journals, states.size),
    };
  }

  private planStates(wanted: readonly WantedState[], path: string): Plan {
    const { progress, words } = this.context;
    const found = wanted.map(({ link, state }) => ({ link, state, target: this.targetOf(link, path) }));
    const states = new Map(found.flatMap(({ target, state }) => (target === null ? [] : [[target, state] as const])));
    const changes = new Map([...states].filter(([target, state]) => progress.state(target) !== state));
    const unknown = found.flatMap(({ target, link }) => (target === null ? [link] : []));
    return {
      states: changes,
      same: states.size - changes.size,
      unknown,
      damaged: 0,
      hasNews: changes.size > 0,
      act: () => new Marking(this.context).each(changes, (count) => words.transfer.imported(count)),
    };
  }

  /** What a link of a file means; null if nothing is there and nothing was. */
  private targetOf(link: string, path: string): string | null {
    const { navigation, progress } = this.context;
    if (isWebAddress(link) || progress.holds(link)) return link;
    const to = navigation.pathOf(linkpathOf(link), path);
    return to === null ? null : to + subpathOf(link);
  }

  private add(journals: ReadonlyMap<string, string>, count: number): void {
    const { files, progress, words } = this.context;
    let written = 0;
    // One after the other: the first makes the folder for all.
    const addAll = async (): Promise<void> => {
      for (const [name, text] of journals) {
        progress.absorb({ path: await files.create(name, "md", text), text });
        written++;
      }
    };
    addAll().then(
      () => new Notice(words.transfer.imported(count)),
      (error: unknown) => new Notice(words.transfer.notImported(written, journals.size, reasonOf(error))),
    );
  }
}

class ImportPreview extends Modal {
  constructor(
    app: App,
    private readonly context: Context,
    private readonly path: string,
    private readonly plan: Plan,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { transfer } = this.context.words;
    const { states, same, unknown, damaged, hasNews } = this.plan;
    this.setTitle(transfer.import);
    this.say(transfer.changes(states.size, same, this.path));
    if (unknown.length > 0) this.say(transfer.unknown(unknown.length, unknown.slice(0, MOST_SHOWN).join(", ")));
    if (damaged > 0) this.say(transfer.damaged(damaged));
    this.drawChanges();
    const buttonsEl = this.modalEl.createDiv("modal-button-container");
    new ButtonComponent(buttonsEl)
      .setButtonText(transfer.doImport)
      .setCta()
      .setDisabled(!hasNews)
      .onClick(() => this.act());
    new ButtonComponent(buttonsEl).setButtonText(transfer.cancel).onClick(() => this.close());
  }

  private say(text: string): void {
    this.contentEl.createEl("p", { text, attr: { dir: "auto" } });
  }

  private drawChanges(): void {
    const { words } = this.context;
    const changes = [...this.plan.states].sort(([, a], [, b]) => STATES.indexOf(a) - STATES.indexOf(b));
    const listEl = this.contentEl.createDiv("moc-path-changes");
    for (const [target, state] of changes.slice(0, MOST_SHOWN)) {
      const rowEl = listEl.createDiv({ cls: `moc-path-change is-${state}`, attr: { dir: "auto" } });
      const stateEl = rowEl.createSpan({
        cls: "moc-path-state",
        attr: { role: "img", "aria-label": words.states[state] },
      });
      drawState(stateEl, "note", state, null);
      rowEl.createSpan({ text: target });
    }
    if (changes.length > MOST_SHOWN) this.say(words.transfer.more(changes.length - MOST_SHOWN));
  }

  private act(): void {
    this.close();
    this.plan.act();
  }
}
