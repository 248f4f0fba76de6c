// The notes that moved while nobody looked: which were found, which the reader has to tell, and which were not found.
import { Modal, Setting, type App } from "obsidian";
import type { Context } from "../../actions/context";
import { isNote } from "../../progress/fingerprint";
import type { MovedNotes, Offer } from "../../progress/moved-notes";
import { chains } from "../../progress/replaced-notes";
import { knownPath } from "../../progress/moves";
import { takeKeyboard } from "../widgets/keyboard";

/** More rows than this help nobody. */
const MOST_ROWS = 200;

const PRESSABLE = "button, summary";

export class MovedNotesModal extends Modal {
  private end: () => void = () => undefined;

  constructor(
    app: App,
    private readonly context: Pick<Context, "movedNotes" | "notifier" | "words">,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.context.words.moved.title);
    this.modalEl.addClass("moc-path-moved");
    this.end = this.context.movedNotes.onChange(() => this.draw());
    this.draw();
    takeKeyboard(this.contentEl);
  }

  override onClose(): void {
    this.end();
    this.contentEl.empty();
  }

  private draw(): void {
    const { contentEl } = this;
    const restore = this.keepPlace();
    const { moved } = this.context.words;
    const { taken, offers, missing, unseen } = this.context.movedNotes;
    const waiting = new Set(offers.map(({ from }) => from)).size;
    contentEl.empty();
    contentEl.createEl("p", { text: moved.summary(taken.length, waiting, missing.length) });
    const plain = offers.filter((offer) =>
      offers.every((other) => other === offer || (other.from !== offer.from && other.to !== offer.to)),
    );
    if (plain.length > 1) {
      new Setting(contentEl).setName(moved.plain).addButton((button) =>
        button
          .setButtonText(moved.confirmAll)
          .setCta()
          .onClick(() => this.answer((movedNotes) => movedNotes.confirm(plain))),
      );
    }
    this.drawSome(contentEl, offers, (offer) => this.drawOffer(contentEl, offer));
    if (taken.length > 0) this.drawTaken(contentEl, taken);
    if (missing.length > 0)
      this.drawPaths(contentEl, "missing", moved.missing(missing.length), moved.missingHelp, missing);
    if (unseen.length > 0) this.drawPaths(contentEl, "unseen", moved.unseen(unseen.length), moved.unseenHelp, unseen);
    restore();
  }

  /** Returns what opens the folds again that are open now, and gives the keyboard to the button in place of its own. */
  private keepPlace(): () => void {
    const { contentEl } = this;
    const open = foldsIn(contentEl).map((el) => el.open && el.dataset["key"]);
    const focused = contentEl.findAll(PRESSABLE).find((el) => el.isActiveElement());
    const place = focused ? alike(contentEl, focused).indexOf(focused) : -1;
    return () => {
      for (const el of foldsIn(contentEl)) el.open = open.includes(el.dataset["key"]);
      if (!focused) return;
      const els = alike(contentEl, focused);
      takeKeyboard(els[Math.min(place, els.length - 1)] ?? contentEl);
    };
  }

  private answer(give: (movedNotes: MovedNotes) => Promise<void>): void {
    const { movedNotes, notifier, words } = this.context;
    void notifier.tellIfFailed(give(movedNotes), words.check.failed);
  }

  private drawOffer(parent: HTMLElement, offer: Offer): void {
    const { movedNotes, words } = this.context;
    const [{ moved }, companions] = [words, chains(movedNotes.offers)(offer).length - 1];
    this.row(parent, offer, companions > 0 ? [moved.together(companions)] : [])
      .addButton((button) =>
        button.setButtonText(moved.confirm).onClick(() => this.answer((movedNotes) => movedNotes.confirm([offer]))),
      )
      .addButton((button) =>
        button.setButtonText(moved.reject).onClick(() => this.answer((movedNotes) => movedNotes.reject(offer))),
      );
  }

  private drawTaken(parent: HTMLElement, taken: readonly Offer[]): void {
    const foldEl = parent.createEl("details", { attr: { "data-key": "found" } });
    foldEl.createEl("summary", { text: this.context.words.moved.found(taken.length) });
    this.drawSome(foldEl, taken, (match) => {
      this.row(foldEl, match).addButton((button) =>
        button
          .setButtonText(this.context.words.moved.reject)
          .onClick(() => this.answer((movedNotes) => movedNotes.reject(match))),
      );
    });
  }

  private drawPaths(parent: HTMLElement, key: string, title: string, help: string, paths: readonly string[]): void {
    const foldEl = parent.createEl("details", { attr: { "data-key": key } });
    foldEl.createEl("summary", { text: title });
    foldEl.createEl("p", { text: help, cls: "setting-item-description" });
    const listEl = foldEl.createEl("ul");
    this.drawSome(foldEl, paths, (path) => listEl.createEl("li", { text: knownPath(path), attr: { dir: "auto" } }));
  }

  /** Draws the first of many, and says how many more there are. */
  private drawSome<T>(parent: HTMLElement, all: readonly T[], draw: (one: T) => void): void {
    for (const one of all.slice(0, MOST_ROWS)) draw(one);
    if (all.length > MOST_ROWS)
      parent.createEl("p", { text: this.context.words.transfer.more(all.length - MOST_ROWS) });
  }

  private row(parent: HTMLElement, offer: Offer, more: readonly string[] = []): Setting {
    const { moved } = this.context.words;
    const row = new Setting(parent).setName(offer.to);
    row.nameEl.setAttr("dir", "auto");
    row.descEl.createDiv({ text: moved.from(knownPath(offer.from)), attr: { dir: "auto" } });
    row.descEl.createDiv({ text: [...this.reasonsOf(offer), ...more].join(" · ") });
    return row;
  }

  private reasonsOf(offer: Offer): readonly string[] {
    const { moved } = this.context.words;
    if (offer.resemblance === null) return [offer.to.includes("#") ? moved.heading : moved.headingAsNote];
    const { shared, isContradicted } = offer.resemblance;
    const [same, other] = isNote(offer.to) ? [moved.sameId, moved.otherId] : [moved.sameFile, moved.otherFile];
    return [
      ...(shared.name > 0 ? [moved.sameName] : []),
      ...(shared.id > 0 && !(isContradicted && !isNote(offer.to)) ? [same] : []),
      ...(shared.heading > 0 ? [moved.headings(shared.heading, offer.headings)] : []),
      ...(shared.lines > 0 ? [moved.sameLength] : []),
      ...(isContradicted ? [other] : []),
    ];
  }
}

function foldsIn(el: HTMLElement): readonly HTMLDetailsElement[] {
  return [...el.querySelectorAll("details")];
}

/** The buttons that do with their rows what one does with its own, or the name of the fold that one is. */
function alike(el: HTMLElement, one: HTMLElement): readonly HTMLElement[] {
  const foldOf = (other: Element): string | undefined => other.closest("details")?.dataset["key"];
  return el
    .findAll(PRESSABLE)
    .filter((other) => other.tagName === one.tagName && foldOf(other) === foldOf(one))
    .filter((other) => other.tagName === "SUMMARY" || other.textContent === one.textContent);
}
